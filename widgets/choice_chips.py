# SPDX-License-Identifier: MIT
"""A few choices side by side of which one is on; they wrap where the page is narrow."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

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
        self._order: list[str] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer choices as key and words; chips that stay keep their focus."""
        keys = [key for key, _ in choices]
        for key in [key for key in self._chips if key not in keys]:
            gone = self._chips.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, words in choices:
            if key not in self._chips:
                self._chips[key] = self._make(key)
            self._chips[key].setText(words.replace("&", "&&"))
        self._order = keys
        self._chain_focus()
        self._lay(self.width(), is_trial=False)
        self.updateGeometry()
        self.show_choice(current if current in keys else (keys[0] if keys else ""))

    def show_choice(self, key: str) -> None:
        """Show what is chosen, without saying so."""
        self.current = key
        if key in self._chips:
            self._chips[key].setChecked(True)

    def choose_none(self) -> None:
        """Show that nothing is chosen yet, without saying so."""
        self.current = ""
        self._group.setExclusive(False)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)

    def chip(self, key: str) -> QPushButton:
        """Give the chip of a choice."""
        return self._chips[key]

    def _make(self, key: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _=False: self._choose(key))
        self._group.addButton(chip)
        chip.show()
        return chip

    def _choose(self, key: str) -> None:
        self.current = key
        self.chosen.emit(key)

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, is_trial=True)

    def sizeHint(self) -> QSize:
        wide = sum(chip.sizeHint().width() + _SPACING for chip in self._chips.values())
        return QSize(wide, self._lay(max(1, wide), is_trial=True))

    def minimumSizeHint(self) -> QSize:
        sizes = [chip.sizeHint() for chip in self._chips.values()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(event.size().width(), is_trial=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _chain_focus(self) -> None:
        chips = [self._chips[key] for key in self._order]
        for one, next_one in pairwise(chips):
            QWidget.setTabOrder(one, next_one)

    def _lay(self, width: int, *, is_trial: bool) -> int:
        """Place the chips in lines of a width, or only try; give the height in pixels."""
        x = y = high = 0
        for key in self._order:
            size = self._chips[key].sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high + _SPACING, 0
            if not is_trial:
                self._chips[key].setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + _SPACING
            high = max(high, size.height())
        return y + high
