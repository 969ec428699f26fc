# SPDX-License-Identifier: MIT
"""Dots of the room on each statement: the number is typed, or counted up and down, on its bar."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from exports.exhibits.dots import dots
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import paged
from workshop import edits
from workshop.future_state.records import Statement
from workshop.ids import Id

_LINES = 44
_PAUSE = 1500
"""Milliseconds after which a digit begins a new number."""
_BY_KEY = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class DotsCard(ExhibitCard):
    """The bars of all statements in the order of their dimensions, so that rows stand still."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, paged(desk, partial(dots, ranked=False), _LINES), (Statement,))
        self._typed, self._row = "", ""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._forget_typed)
        self.fewer = self.add_action("−", lambda: self.add_dots(-1), "secondary")
        self.more = self.add_action("+", lambda: self.add_dots(1), "secondary")
        self.fewer.setAccessibleName("One dot less on the chosen statement")
        self.more.setAccessibleName("One dot more on the chosen statement")
        self.add(
            label(
                "Click a row or go to it with the arrow keys; type its number, or count with + and −.",
                "hint",
            )
        )
        self.view.installEventFilter(self)

    @property
    def chosen(self) -> Id:
        """The id of the statement whose row is the current one, or ""."""
        return self.view.current.id if self.view.current else ""

    def add_dots(self, by: int) -> None:
        """Add dots to the chosen statement, or take some away."""
        statement = self._desk.workshop.of(Statement).get(self.chosen)
        if statement is None:
            self._desk.said.emit("Choose the row of a statement first, with a click or the arrows.")
            return
        self._set(statement.id, max(0, (statement.dots or 0) + by), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits, plus, minus and Backspace on a row; other keys move between rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        if not self.chosen or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in _BY_KEY:
            self._forget_typed()
            self.add_dots(_BY_KEY[key])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._forget_typed()
            self._set(self.chosen, None, None)
        elif text and text.isascii() and text.isdigit():
            self._type(text)
        else:
            return False
        return True

    def _type(self, digit: str) -> None:
        if self._row != self.chosen:
            self._forget_typed()
        self._row, self._typed = self.chosen, (self._typed + digit)[-4:]
        self._pause.start()
        self._set(self._row, int(self._typed), ("dots", self._row))

    def _forget_typed(self) -> None:
        self._typed = ""
        self._desk.document.end_merge()

    def _set(self, id: Id, count: int | None, merge_key: object) -> None:
        edit = partial(edits.change, of=Statement, id=id, dots=count)
        self._desk.apply(edit, "Count dots", merge_key)
