# SPDX-License-Identifier: MIT
"""The editor of a list of references: a field that opens a list to tick."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.desk import Desk
from widgets.forms.naming import names
from widgets.forms.values import typed
from workshop.ids import Id
from workshop.record import Field

if TYPE_CHECKING:
    from widgets.forms.checklist import Checklist


class ReferencesEditor(QPushButton):
    """Shows the chosen records by name and opens the list to choose from."""

    edited = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.field = desk, field
        self._value: tuple[Id, ...] = ()
        self.setProperty("role", "field")
        self.setProperty("menu", True)
        self.clicked.connect(self.open_list)

    def show_value(self, value: Any) -> None:
        """Show which records are chosen."""
        self._value = tuple(value)
        words = typed(self.desk.workshop, self.field, self._value)
        self.setText(self.fontMetrics().elidedText(words or "–", Qt.TextElideMode.ElideRight, 400))
        self.setToolTip(words or self.field.hint)
        self.setAccessibleDescription(words or "none chosen")

    def value(self) -> Any:
        """Give the ids of the chosen records."""
        return self._value

    def open_list(self) -> "Checklist":
        """Open the list below the field."""
        from widgets.forms.checklist import Checklist

        opened = Checklist(self, names(self.desk.workshop, self.field), self._value)
        opened.changed.connect(self._choose)
        opened.closed.connect(self.closed)
        opened.move(self.mapToGlobal(QPoint(0, self.height())))
        opened.show()
        opened.filter.setFocus()
        return opened

    def _choose(self, ids: tuple[Id, ...]) -> None:
        self.show_value(ids)
        self.edited.emit()
