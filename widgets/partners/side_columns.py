# SPDX-License-Identifier: MIT
"""Columns that stand beside each other where the page is wide, and below each other where not."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class SideColumns(QWidget):
    """Widgets side by side from a width on, given in multiples of the text size."""

    def __init__(self, least: float, *columns: QWidget, spacing: int = 16) -> None:
        super().__init__()
        self._least = least
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for column in columns:
            self._line.addWidget(column, 1)

    @property
    def is_wide(self) -> bool:
        """Whether the columns stand beside each other now."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._least * self.fontInfo().pixelSize()
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if wide else directions.TopToBottom
        if direction != self._line.direction():
            self._line.setDirection(direction)
            self._line.activate()  # now, so that no exhibit is drawn at a width it will not have
