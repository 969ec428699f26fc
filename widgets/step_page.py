# SPDX-License-Identifier: MIT
"""What the pages of this app have in common: cards below each other, and a board for the room."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.focus_order import follow_layout
from widgets.late import Late
from widgets.pages import Exposure
from workshop.history import Step
from workshop.record import Record

if TYPE_CHECKING:
    from exports.exhibits.boards import Draw as DrawBoard
    from exports.exhibits.exhibit import Exhibit, Look
    from widgets.cards import Draw


class StepPage(QWidget):
    """Cards on the canvas, from the top, with what the room sees of them."""

    def __init__(self, desk: Desk, board: str) -> None:
        super().__init__()
        self.desk, self.board = desk, board
        self._kinds: tuple[type[Record], ...] = ()
        self._refresh: Callable[[], object] = self.update
        self._is_stale = self._is_chained = False
        self._late: list[Late] = []
        self.cards = QVBoxLayout(self)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(16)

    def place(self, *widgets: QWidget, below: Sequence[QWidget] = ()) -> None:
        """Put cards below each other; what is left of the page stays empty.

        What is `below` the first view appears a card at a time, in the next turns of the loop.
        """
        self._late = [Late(widget) for widget in below]
        for widget in (*widgets, *self._late):
            self.cards.addWidget(widget)
        self.cards.addStretch(1)

    @property
    def is_coming(self) -> bool:
        """Whether cards are still to appear in the next turns."""
        return self.isVisible() and bool(self._late)

    def settle(self) -> None:
        """Have all cards appear now, as when one of them is gone to."""
        while self._late:
            self._late.pop().come()

    def _go_on(self) -> None:
        """Let the lowest card appear, so that the bar to scroll is there before exhibits are drawn."""
        if self._late:
            QTimer.singleShot(0, self, self._go_on)  # first: a card that fails holds up no other
            self._late.pop().come()

    def follow(self, kinds: Collection[type[Record]], refresh: Callable[[], object]) -> None:
        """Refresh after steps that touch these kinds: at once, or when the page is next seen."""
        self._kinds, self._refresh = tuple(kinds), refresh
        self.desk.changed.connect(self._take_note)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._is_stale = False
            self._refresh()
        if not self._is_chained:
            self._is_chained = True
            follow_layout(self)
            QTimer.singleShot(0, self, self._go_on)
        super().showEvent(event)

    def _take_note(self, step: Step) -> None:
        if not step.touches(*self._kinds):
            return
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def exposure(self) -> Exposure:
        """Give the board the room sees for this step."""
        return Exposure(self.board)


def paged(desk: Desk, board: "DrawBoard", lines: float) -> "Draw":
    """Give the drawing of a board for a card: as much of it a page as so many lines of text take."""

    def draw(look: "Look", size: tuple[float, float], page: int) -> "Exhibit":
        return board(desk.workshop, look, (size[0], min(size[1], look.line * lines)), page)

    return draw


def starting_card(sentence: str, words: str, go: Callable[[], object]) -> Card:
    """Give the card of a page that cannot begin yet: one sentence, and the button that helps."""
    card = Card()
    told = label(sentence, "mute")
    told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    button = QPushButton(words)
    button.setProperty("role", "primary")
    button.clicked.connect(lambda _=False: go())
    card.content.setContentsMargins(18, 40, 18, 40)
    card.content.setSpacing(16)
    card.add(told)
    card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    return card


def link(words: str, go: Callable[[], object]) -> QPushButton:
    """Give a quiet button that leads to another step."""
    button = QPushButton(words.replace("&", "&&"))
    button.setProperty("role", "quiet")
    button.clicked.connect(lambda _=False: go())
    return button
