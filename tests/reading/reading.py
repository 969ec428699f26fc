# SPDX-License-Identifier: MIT
"""As a script: the real app while a screen reader asks for everything, over and over, to the end.

It prints how many objects were read and ends as the app ends.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.reading.asking import in_sight
from widgets import application
from widgets.partners.network_page import NetworkPage
from widgets.settings import Settings
from workshop import edits
from workshop.ids import new_id
from workshop.interchange.templates import sample
from workshop.prepare.records import Organization
from workshop.storage.workshop_file import create

_STEPS = ("partners.network", "gaps.map", "gaps.sourcing", "future.agreement", "partners.network")


class Read(application.Concord):
    """The app with its reader."""

    def __init__(self, app: QApplication, _settings: Settings) -> None:
        super().__init__(app, Settings(Path(sys.argv[1]).with_suffix(".ini")))
        QAccessible.setActive(True)
        QTimer.singleShot(0, self.read)
        QTimer.singleShot(40_000, self.window.close)

    def read(self) -> None:
        """Go through pages, with the reader asking before and after each change."""
        assert self.workspace
        assert self.desk
        count = 0
        for key in _STEPS:
            self.workspace.show_step(key)
            count += self._read_all()
        page = self.workspace.page
        assert isinstance(page, NetworkPage)
        page.map.setFocus()
        for id in page.map.content.ids:
            page.map.choose([id])
            self._turn()
        made = Organization(id=new_id(), name="Said aloud")
        self.desk.apply(lambda w: edits.add(w, made), "Add an organization")
        count += self._read_all()
        self.desk.apply(lambda w: edits.remove(w, Organization, [made.id]), "Remove it")
        count += self._read_all()
        self.desk.undo()
        self._toggle_theme()
        count += self._read_all()
        self.close_workshop()
        count += self._read_all()
        print(count, flush=True)
        self.window.close()

    def _read_all(self) -> int:
        self._turn()
        root = QAccessible.queryAccessibleInterface(self.window)
        return sum(map(_asked, in_sight(root)))

    def _turn(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def _asked(one: QAccessibleInterface) -> int:
    """Ask an object all that a screen reader does."""
    texts = [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    asked = (*texts, one.role(), one.state(), one.rect(), one.parent(), one.focusChild())
    return len(asked) and 1


if __name__ == "__main__":
    file = Path(sys.argv[1])
    create(file, sample(), "Begin from the sample").close()
    application.Concord = Read  # type: ignore[assignment,misc]  # the one place that makes the app
    sys.exit(application.run(file))
