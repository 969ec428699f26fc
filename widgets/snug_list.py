# SPDX-License-Identifier: MIT
"""A list as high as its rows, up to a number of lines; from there on it scrolls."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget

_AT_ONCE = 40
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class SnugList(QListWidget):
    """Fits its height to its rows whenever they, its width or its look change."""

    def __init__(self, lines: float, name: str) -> None:
        super().__init__()
        self._lines = lines
        self.setLayoutMode(QListWidget.LayoutMode.Batched)  # long ones are laid out over turns
        self.setBatchSize(_AT_ONCE)
        self.setAccessibleName(name)

    def fit(self) -> None:
        """Take the height of the rows, as after some came or went."""
        most = round(self.fontMetrics().height() * self._lines)
        high = 2 * self.frameWidth() + 8
        for row in range(self.count()):
            high += self.sizeHintForRow(row)
            if high >= most:
                break
        self.setFixedHeight(min(high, most))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED and self.isVisible():
            self.fit()
