# SPDX-License-Identifier: MIT
"""A few choices side by side of which one is on; they wrap where the page is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

_SPACING = 8


class ChoiceChips(QWidget):
    """Chips of which one is chosen; arrow keys move between them, Space chooses."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.current = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str, QPushButton] = {}
        self._line = FlowLayout()
        self.setLayout(self._line)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer choices as key and words; chips that stay keep their focus."""
        keys = [key for key, _ in choices]
        for key in [key for key in self._chips if key not in keys]:
            gone = self._chips.pop(key)
            self._line.removeWidget(gone)
            gone.deleteLater()
        for key, words in choices:
            if key not in self._chips:
                self._chips[key] = self._make(key)
            self._chips[key].setText(words.replace("&", "&&"))
        self._line.order([self._chips[key] for key in keys])
        self.show_choice(current if current in keys else (keys[0] if keys else ""))

    def show_choice(self, key: str) -> None:
        """Show what is chosen, without saying so."""
        self.current = key
        if key in self._chips:
            self._chips[key].setChecked(True)

    def chip(self, key: str) -> QPushButton:
        """Give the chip of a choice."""
        return self._chips[key]

    def _make(self, key: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _=False: self._choose(key))
        self._group.addButton(chip)
        self._line.addWidget(chip)
        return chip

    def _choose(self, key: str) -> None:
        self.current = key
        self.chosen.emit(key)


class FlowLayout(QLayout):
    """Lays widgets out in lines, as words in a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def order(self, widgets: Sequence[QWidget]) -> None:
        """Put the widgets into this order."""
        places = {id(widget): place for place, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: places.get(id(item.widget()), len(places)))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, high = rect.x(), y + high + _SPACING, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + _SPACING
            high = max(high, size.height())
        return y + high - rect.y()
