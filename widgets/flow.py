# SPDX-License-Identifier: MIT
"""A layout that sets widgets in lines, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Lines of widgets from the left, as many lines as the width needs."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Give how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """Give an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # Qt asks until None

    def takeAt(self, index: int) -> QLayoutItem:
        """Take an item out, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # as above

    def hasHeightForWidth(self) -> bool:
        """Tell that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at a width."""
        return self._set(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into a place."""
        super().setGeometry(rect)
        self._set(rect, moving=True)

    def expandingDirections(self) -> Qt.Orientation:
        """Tell that it takes no more room than it needs."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """Give the size of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give the size of the widest item."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, rect: QRect, *, moving: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wanted = item.sizeHint()
            if x > rect.x() and x + wanted.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), wanted))
            x, line = x + wanted.width() + self._gap, max(line, wanted.height())
        return y + line - rect.y()
