# SPDX-License-Identifier: MIT
"""The help, read inside the app; its pages are plain Markdown in resources/help."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser

from resources.paths import ROOT
from widgets.dialogs import Panel

if TYPE_CHECKING:
    from widgets.application import Concord

PAGES = ROOT / "help"


def pages() -> list[tuple[str, Path]]:
    """Give the title and the file of each page, in the order of their names."""
    files = sorted(PAGES.glob("*.md"))
    return [
        (path.read_text("utf-8").split("\n", 1)[0].lstrip("# ").strip(), path) for path in files
    ]


class HelpPanel(Panel):
    """Titles on the left, the page on the right."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(app.window, "Help", width=860)
        self.resize(860, 600)
        self.setModal(False)
        self._pages = pages()
        self.titles, self.text = QListWidget(), QTextBrowser()
        self.titles.setAccessibleName("Help pages")
        self.text.setAccessibleName("Help")
        self.text.setOpenLinks(False)
        self.titles.setFixedWidth(220)
        self.titles.addItems([title for title, _ in self._pages])
        self.titles.currentRowChanged.connect(self._show)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.titles)
        both.addWidget(self.text, 1)
        self.content.addLayout(both, 1)
        self.add_button("Close", self.accept, "primary")
        self.titles.setCurrentRow(0)

    def _show(self, row: int) -> None:
        self.text.setMarkdown(self._pages[row][1].read_text("utf-8"))


def show_help(app: "Concord") -> None:
    """Open the help beside the work."""
    HelpPanel(app).show()
