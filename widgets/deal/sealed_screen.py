# SPDX-License-Identifier: MIT
"""Pass the laptop: one organization scores alone, on a screen that shows nothing else.

The screen covers the whole window. It never shows what was sealed before it was opened, not even
to the same organization, so whoever opens it next learns nothing; scores from paper are keyed in
the same way. Leaving it hides what was typed.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.cards import Card
from widgets.deal.sealed_rows import SealedRow
from widgets.desk import Desk
from widgets.dialogs import label
from workshop.history import Step
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.why import counted

_WIDEST_LETTERS = 110

Section = tuple[str, str, Sequence[SealedRow]]
"""A heading, a sentence on how to fill it in, and its rows."""
MakeSections = Callable[[Desk, Id], Sequence[Section]]


class SealedScreen(QDialog):
    """Covers the window: first for whom it is, then the sheet; Escape or Done leaves and hides."""

    left = Signal()

    def __init__(self, parent: QWidget, desk: Desk, organization: Id, make: MakeSections) -> None:
        window = parent.window()
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setGeometry(window.geometry())
        self.name = desk.workshop.get(Organization, organization).name
        self.setWindowTitle(f"Sealed sheet of {self.name}")
        self.sections = make(desk, organization)
        self.rows = [row for _, _, rows in self.sections for row in rows]
        self._pages = QStackedWidget()
        self._pages.addWidget(self._front())
        self._pages.addWidget(self._sheet())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.finished.connect(lambda _result: self.left.emit())
        self._desk = desk
        desk.changed.connect(self._follow)

    def begin(self) -> None:
        """Show the sheet, now that the right people hold the laptop."""
        self._pages.setCurrentIndex(1)
        if self.rows:
            self.rows[0].editor.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._desk.document.end_merge()
        super().closeEvent(event)

    def _follow(self, _step: Step) -> None:
        for row in self.rows:
            row.show_kept()

    def _front(self) -> QWidget:
        page, window_width = QWidget(), self.width()
        page.setProperty("role", "canvas")
        begin, back = QPushButton(f"We are {self.name}"), QPushButton("Back")
        begin.setProperty("role", "primary")
        begin.setDefault(True)
        begin.clicked.connect(lambda _=False: self.begin())
        back.clicked.connect(lambda _=False: self.reject())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(begin)
        buttons.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(48, 48, 48, 48)
        layout.setSpacing(16)
        layout.addStretch(1)
        for text, role in (
            (f"Pass the laptop to {self.name}", "display"),
            (
                "Only its own people should see the screen from here on. What you enter stays sealed: "
                "the room sees which way the balance tilts, never a number, and nobody else sees your line.",
                "lead",
            ),
        ):
            words = label(text, role)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setFixedWidth(
                min(window_width - 96, self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
            )
            layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(2)
        self._begin = begin
        return page

    def _sheet(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(f"Sealed sheet of {self.name}", "title"))
        for heading, how, rows in self.sections:
            column.addWidget(_card(heading, how, rows))
        if not self.rows:
            column.addWidget(label("There is nothing to score yet.", "mute"))
        done = QPushButton("Done, hide it")
        done.setProperty("role", "primary")
        done.setAutoDefault(False)
        done.clicked.connect(lambda _=False: self.accept())
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        holder = QWidget()
        holder.setProperty("role", "canvas")
        middle = QHBoxLayout(holder)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setProperty("role", "canvas")
        return area


def _card(heading: str, how: str, rows: Sequence[SealedRow]) -> Card:
    sealed = sum(row.was_kept for row in rows)
    card = Card(heading)
    again = f" {counted(sealed, 'answer is', 'answers are')} sealed already; an answer typed now replaces it."
    card.show_words(heading, (how + (again if sealed else "")).strip())
    for row in rows:
        card.add(row)
    return card
