# SPDX-License-Identifier: MIT
"""A few choices side by side of which one is on; they wrap where the page is narrow."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from widgets.find_choice import FindChoice

_SPACING = 8
MANY = 20
"""With more choices than this only what is chosen has a chip; the others are found by name."""


class ChoiceChips(QWidget):
    """Chips of which one is chosen; arrow keys move between them, Space chooses.

    Where there are many choices, the chosen one has a chip and a field finds the others.
    """

    chosen = Signal(str)
    is_grouping = True

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.current = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str, QPushButton] = {}
        self._order: list[str] = []
        self._finder: FindChoice | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer choices as key and words; chips that stay keep their focus."""
        words = dict(choices)
        chosen = current if current in words else next(iter(words), "")
        is_many = len(words) > MANY
        self._offer_to_find(words if is_many else {})
        self._order = [key for key in words if not is_many or self._has_chip(key, chosen)]
        for key in [key for key in self._chips if key not in self._order]:
            gone = self._chips.pop(key)
            gone.hide()
            gone.deleteLater()
        for key in self._order:
            if key not in self._chips:
                self._chips[key] = self._make(key)
            self._chips[key].setText(words[key].replace("&", "&&"))
        self._chain_focus()
        self._lay(self.width(), is_trial=False)
        self.updateGeometry()
        self.show_choice(chosen)

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

    def _has_chip(self, key: str, chosen: str) -> bool:
        """Tell whether one of many choices has a chip."""
        return key == chosen

    def _offer_to_find(self, words: Mapping[str, str]) -> None:
        if words and self._finder is None:
            self._finder = FindChoice(self.accessibleName(), self)
            self._finder.found.connect(self._choose)
        if self._finder is not None:
            self._finder.offer(words)
            self._finder.setVisible(bool(words))

    def _parts(self) -> list[QWidget]:
        """Give what stands in the lines: the chips, and the field that finds others."""
        chips: list[QWidget] = [self._chips[key] for key in self._order]
        is_found = self._finder is not None and not self._finder.isHidden()
        return [*chips, self._finder] if self._finder and is_found else chips

    def _make(self, key: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAutoExclusive(self._group.exclusive())  # so that it is read out as one of them
        chip.clicked.connect(lambda _=False: self._choose(key))
        self._group.addButton(chip)
        if (
            self.isVisible()
        ):  # else it is shown with these chips; to show it sooner is to style it twice
            chip.show()
        return chip

    def _choose(self, key: str) -> None:
        self.current = key
        self.chosen.emit(key)

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, is_trial=True)

    def sizeHint(self) -> QSize:
        wide = sum(part.sizeHint().width() + _SPACING for part in self._parts())
        return QSize(wide, self._lay(max(1, wide), is_trial=True))

    def minimumSizeHint(self) -> QSize:
        sizes = [part.sizeHint() for part in self._parts()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(event.size().width(), is_trial=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _chain_focus(self) -> None:
        for one, next_one in pairwise(self._parts()):
            QWidget.setTabOrder(one, next_one)

    def _lay(self, width: int, *, is_trial: bool) -> int:
        """Place the chips in lines of a width, or only try; give the height in pixels."""
        x = y = high = 0
        for part in self._parts():
            size = part.sizeHint().expandedTo(part.minimumSize())
            if x and x + size.width() > width:
                x, y, high = 0, y + high + _SPACING, 0
            if not is_trial:
                part.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + _SPACING
            high = max(high, size.height())
        return y + high
