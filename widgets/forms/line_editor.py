# SPDX-License-Identifier: MIT
"""The editor of one line: text with suggestions, numbers, and dates with a calendar.

The classes behind a calendar and a list of words are made when one is first asked for.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from widgets.desk import Desk
from widgets.forms.values import read, typed
from widgets.icons import icon
from workshop.prepare.vocabulary import words_for
from workshop.record import Field, RuleError, fold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

SHOWN_AT_ONCE = 10
"""How many lines of a list are seen without scrolling."""


class LineEditor(QLineEdit):
    """Types the value of a field of any kind that has a form in words."""

    edited = Signal()
    left = Signal(bool)
    """Tab was pressed in a cell: on to the next (True) or the one before."""

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.field = desk, field
        self.in_cell = False
        self._as_typed = ""
        self.setPlaceholderText(_example(field))
        self.textEdited.connect(self._typed)
        if field.suggest:
            self.returnPressed.connect(self._keep_as_typed)
        if field.kind == "date":
            self.open_with("Calendar", self.show_calendar)

    def show_value(self, value: Any) -> None:
        """Show a value unless what is typed already means it; the cursor stays where it was."""
        try:
            same = self.value() == value
        except RuleError:
            same = False
        if not same or not self.text().strip():
            self._as_typed = ""
            place = self.cursorPosition()
            self.setText(typed(self.desk.workshop, self.field, value))
            self.setCursorPosition(place if self.hasFocus() else 0)

    def value(self) -> Any:
        """Give what the text means, or raise RuleError."""
        return read(self.desk.workshop, self.field, self.text())

    def show_calendar(self) -> None:
        """Open a calendar below the field."""
        from PySide6.QtWidgets import QCalendarWidget

        calendar = QCalendarWidget()
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setParent(self, Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        try:
            day = self.value() or date.today()
        except RuleError:
            day = date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(lambda chosen: self._choose_day(calendar, chosen))
        calendar.clicked.connect(lambda chosen: self._choose_day(calendar, chosen))
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.complete()
        if not self.in_cell:
            return super().focusNextPrevChild(forward)
        self.left.emit(forward)
        return True

    def complete(self) -> None:
        """Let the start of only one of the suggested words mean that word; Enter keeps what is typed."""
        begun = fold(self.text())
        if self.field.suggest and self.isModified() and begun and begun != self._as_typed:
            words = [str(word) for word in words_for(self.desk.workshop, self.field.suggest)]
            fit = [word for word in words if fold(word).startswith(begun)]
            if len(fit) == 1 and fold(fit[0]) != begun:
                self.setText(fit[0])
                self.edited.emit()

    def _keep_as_typed(self) -> None:
        self._as_typed = fold(self.text())

    def _choose_day(self, calendar: "QCalendarWidget", day: QDate) -> None:
        calendar.close()
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self.edited.emit()

    def _typed(self, _text: str) -> None:
        self.edited.emit()

    def open_with(self, words: str, opens: Any) -> None:
        """Put a button into the field that opens something below it."""
        action = self.addAction(
            icon("chevron-down", self.desk.theme.mute), QLineEdit.ActionPosition.TrailingPosition
        )
        action.setToolTip(words)
        for button in action.associatedObjects():
            if isinstance(button, QToolButton):
                button.setAccessibleName(words)
        action.triggered.connect(lambda: opens())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.offer_list()
        super().focusInEvent(event)

    def offer_list(self) -> None:
        """Offer the words that are suggested, from when somebody is about to type."""
        if not self.field.suggest or self.completer() is not None:
            return
        from PySide6.QtWidgets import QCompleter

        from widgets.offered_list import line_list, offer

        words = [str(word) for word in words_for(self.desk.workshop, self.field.suggest)]
        completer = QCompleter(words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(SHOWN_AT_ONCE)
        completer.activated.connect(lambda _text: self.edited.emit())
        completer.setPopup(line_list())
        offer(self, completer)


def _example(field: Field) -> str:
    examples = {
        "date": "14 Mar 2027",
        "time": "9:30",
        "percent": "80%",
        "money": "12,500",
        "words": "one, two",
    }
    example = examples.get(field.kind, "")
    return f"Such as {example}" if example else ""
