# SPDX-License-Identifier: MIT
"""Cards beside each other where there is room, below each other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

LEAST_LETTERS = 88
"""How wide it must be for two columns, in letters of middle width."""


class Beside(QWidget):
    """Two parts that share the width by their stretches, or follow one another on a narrow page."""

    def __init__(self, *parts: QWidget, stretches: tuple[int, ...] = (1, 1)) -> None:
        super().__init__()
        self._parts = parts
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        # Else the width of both together would be the least width of the page.
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for part, stretch in zip(parts, stretches, strict=True):
            self._box.addWidget(part, stretch)

    @property
    def is_narrow(self) -> bool:
        """Whether the parts stand below each other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        widths = [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]
        return QSize(max(widths, default=0), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        super().resizeEvent(event)
