# SPDX-License-Identifier: MIT
"""The editor of a reference: types the name of a record, with a list of those there are."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from widgets.desk import Desk
from widgets.forms.line_editor import SHOWN_AT_ONCE, LineEditor
from widgets.forms.naming import fitting, makeable, names
from widgets.forms.values import read, typed
from widgets.offered_list import line_list, offer
from workshop.record import Field, RuleError, fold, noun
from workshop.why import listed


class ReferenceEditor(LineEditor):
    """Types the name of a record; what is not there yet is offered as a new one.

    Only a name that was chosen, or confirmed with Enter, may become a new record.
    """

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(desk, field, parent)
        self._new = ""
        self._options = QStandardItemModel(self)
        self.open_with("Show all", self.show_all)
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
        completer.setMaxVisibleItems(SHOWN_AT_ONCE)
        completer.setPopup(line_list())
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


def _option(words: str, text: str, *, new: bool) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(text, Qt.ItemDataRole.UserRole)
    item.setData(new, Qt.ItemDataRole.UserRole + 1)
    return item
