# SPDX-License-Identifier: MIT
"""A matrix of yardsticks and organizations in which numbers are typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from widgets.deal.letter_matrix import LetterMatrix


class NumberMatrix(LetterMatrix):
    """Typing begins an answer, Enter or Tab keeps it, Backspace takes it back."""

    entered = Signal(str, str, str)
    """The ids of row and column, and the text that was typed."""

    def __init__(self, name: str, corner: str) -> None:
        super().__init__(name, corner, {})
        self.is_showing = False
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.itemChanged.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            super().keyPressEvent(event)
        else:
            QTableWidget.keyPressEvent(self, event)

    def _take(self, item: QTableWidgetItem) -> None:
        if not self.is_showing and item.column():
            row, column = self.rows[item.row()], self.columns[item.column() - 1]
            self.entered.emit(row, column, item.text())
