# SPDX-License-Identifier: MIT
"""Editors of one line: text with suggestions, numbers, dates with a calendar, and references."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCompleter,
    QLineEdit,
    QListView,
    QToolButton,
    QWidget,
)

from widgets.desk import Desk
from widgets.forms.naming import fitting, makeable, names
from widgets.forms.values import read, typed
from widgets.icons import icon
from widgets.offered_list import offer
from workshop.prepare.vocabulary import words_for
from workshop.record import Field, RuleError, fold, noun
from workshop.why import listed

_SHOWN_AT_ONCE = 10


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
            self._open_with("Calendar", self.show_calendar)

    def show_value(self, value: Any) -> None:
        """Show a value unless what is typed already means it; the cursor stays where it was."""
        try:
            same = self.value() == value
        except RuleError:
            same = False
        if not same or not self.text().strip():
            place = self.cursorPosition()
            self.setText(typed(self.desk.workshop, self.field, value))
            self.setCursorPosition(place if self.hasFocus() else 0)

    def value(self) -> Any:
        """Give what the text means, or raise RuleError."""
        return read(self.desk.workshop, self.field, self.text())

    def show_calendar(self) -> None:
        """Open a calendar below the field."""
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

    def _choose_day(self, calendar: QCalendarWidget, day: QDate) -> None:
        calendar.close()
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self.edited.emit()

    def _typed(self, _text: str) -> None:
        self.edited.emit()

    def _open_with(self, words: str, opens: Any) -> None:
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
        words = [str(word) for word in words_for(self.desk.workshop, self.field.suggest)]
        completer = QCompleter(words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN_AT_ONCE)
        completer.activated.connect(lambda _text: self.edited.emit())
        completer.setPopup(_popup())
        offer(self, completer)


class ReferenceEditor(LineEditor):
    """Types the name of a record; what is not there yet is offered as a new one.

    Only a name that was chosen, or confirmed with Enter, may become a new record.
    """

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(desk, field, parent)
        self._new = ""
        self._options = QStandardItemModel(self)
        self._open_with("Show all", self.show_all)
        self.confirmed = False
        self.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._confirm))
        self.editingFinished.connect(self._leave)

    def value(self) -> Any:
        """Give the id that is meant by name or by part of only one, or a wish; RuleError if many."""
        text = " ".join(self.text().split())
        if text and text != self._new:
            found = fitting(self.desk.workshop, self.field, text)
            if len(found) == 1 or (found and fold(found[0][0]) == fold(text)):
                return found[0][1]
            if found:
                raise RuleError(_several(self.field, text, [name for name, _ in found]))
        return read(self.desk.workshop, self.field, text)

    def show_value(self, value: Any) -> None:
        """Show the name of the record with this id."""
        self.confirmed = False
        self.setText(typed(self.desk.workshop, self.field, value))
        self.setCursorPosition(0)

    def offer_list(self) -> None:
        """Offer the records there are, from when somebody is about to type."""
        if self.completer() is not None:
            return
        completer = QCompleter(self._options, self)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SHOWN_AT_ONCE)
        completer.setPopup(_popup())
        completer.activated["QModelIndex"].connect(self._chosen)  # type: ignore[index]  # overload
        offer(self, completer)

    def show_all(self) -> None:
        """Open the list of everything that can be chosen."""
        self._fill("")
        self.completer().complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.offer_list()
        shown = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and not (shown and shown.isVisible()):
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._new = ""
        self.confirmed = False
        self._fill(text)
        found = fitting(self.desk.workshop, self.field, text) if text.strip() else []
        # Part of a name may still become another one; it counts when the field is left.
        if not found or fold(found[0][0]) == fold(text):
            self.edited.emit()

    def _fill(self, text: str) -> None:
        self.offer_list()
        found = [name for name, _ in names(self.desk.workshop, self.field)]
        wanted = " ".join(text.split())
        fitting = [name for name in found if wanted.casefold() in name.casefold()]
        self._options.clear()
        for name in fitting:
            self._options.appendRow(_option(name, name, new=False))
        kind = makeable(self.field)
        if wanted and kind and wanted.casefold() not in (name.casefold() for name in found):
            words = f"Add “{wanted}” as a new {noun(kind)}"
            self._options.appendRow(_option(words, wanted, new=True))

    def _chosen(self, index: Any) -> None:
        is_new = bool(index.data(Qt.ItemDataRole.UserRole + 1))
        self._new = index.data(Qt.ItemDataRole.UserRole) if is_new else ""
        self._confirm()

    def _confirm(self) -> None:
        self.confirmed = True
        self.edited.emit()

    def _leave(self) -> None:
        if self.isModified():
            self.edited.emit()


def _several(field: Field, text: str, found: list[str]) -> str:
    named = listed([f"“{name}”" for name in found[:3]])
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return f"{field.label}: “{text[:60]}” may be {named}{more}. Choose from the list."


def _popup() -> QListView:
    popup = QListView()
    popup.setProperty("role", "popup")
    popup.ensurePolished()  # the completer measures rows before the view is first shown
    return popup


def _option(words: str, text: str, *, new: bool) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(text, Qt.ItemDataRole.UserRole)
    item.setData(new, Qt.ItemDataRole.UserRole + 1)
    return item


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
