# SPDX-License-Identifier: MIT
"""A small window of ticks with a filter above, to choose several records by name."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workshop.ids import Id

_ID = Qt.ItemDataRole.UserRole


class Checklist(QFrame):
    """A small window of ticks; typing filters, Enter or Space ticks, Escape closes."""

    changed = Signal(tuple)
    closed = Signal()

    def __init__(
        self, parent: QWidget, options: list[tuple[str, Id]], chosen: tuple[Id, ...]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Type to filter, Enter to tick")
        self.filter.setAccessibleName("Filter")
        self.list = QListWidget()
        self.list.setAccessibleName("Choose any number")
        for name, id in options:
            item = QListWidgetItem(name, self.list)
            item.setData(_ID, id)
            item.setToolTip(name)
            item.setCheckState(Qt.CheckState.Checked if id in chosen else Qt.CheckState.Unchecked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        self.resize(max(360, parent.width()), 320)
        self.list.setCurrentRow(0)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self.changed.emit(self.chosen()))

    def chosen(self) -> tuple[Id, ...]:
        """Give the ticked ids, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(i.data(_ID) for i in items if i.checkState() == Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the list work while the filter has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._tick()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _tick(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _move(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and self.list.item(row).isHidden():
            row += by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _narrow(self, text: str) -> None:
        first = None
        for row in range(self.list.count()):
            is_out = text.casefold() not in self.list.item(row).text().casefold()
            self.list.item(row).setHidden(is_out)
            if first is None and not is_out:
                first = row
        if first is not None:
            self.list.setCurrentRow(first)
