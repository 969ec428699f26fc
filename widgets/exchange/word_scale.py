# SPDX-License-Identifier: MIT
"""What the words for the strength of ties mean: each word with its number from 0 to 5."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from widgets.text_size import scaled
from workshop.interchange.strengths import Word
from workshop.record import fold

_STEPS = ("0", "1", "2", "3", "4", "5")
_UNKNOWN, _OPEN = "unknown", "pick"
_LONGEST, _WIDTH = 14, 118


class WordScale(QWidget):
    """A box for each word; a word nobody explained asks for its number."""

    answered = Signal(str, object)
    """A word, folded, means this strength; None is unknown."""

    def __init__(self, in_a_row: int) -> None:
        super().__init__()
        self._in_a_row = in_a_row
        self._words: list[Word] = []
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2 * in_a_row + 1, 1)

    def show_words(self, words: Sequence[Word]) -> None:
        """Show the words of a sheet and what they mean now."""
        self.setVisible(bool(words))
        texts = sorted(word.text for word in words)
        if texts != sorted(word.text for word in self._words):
            self._fill(words)
        self._words = list(words)
        for word in words:
            box = self.boxes[fold(word.text)]
            box.setCurrentIndex(_place(box, word))

    def _fill(self, words: Sequence[Word]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.boxes = {}
        self._grid.addWidget(QLabel("Strength in words:"), 0, 0)
        for place, word in enumerate(words):
            row, column = divmod(place, self._in_a_row)
            box = self._box(word)
            label = QLabel(_short(word.text))
            label.setToolTip(word.text)
            label.setBuddy(box)
            self._grid.addWidget(label, row, 2 * column + 1)
            self._grid.addWidget(box, row, 2 * column + 2)
            self.boxes[fold(word.text)] = box

    def _box(self, word: Word) -> QComboBox:
        box = QComboBox()
        steps = dict.fromkeys([*_STEPS, *([f"{word.strength:g}"] if word.strength else [])])
        for step in sorted(steps, key=float):
            box.addItem(step, float(step))
        box.addItem(_UNKNOWN, None)
        box.setPlaceholderText(_OPEN)
        box.setMaximumWidth(scaled(_WIDTH, box))
        box.setAccessibleName(f"Strength of “{word.text}”")
        box.activated.connect(lambda _index: self.answered.emit(fold(word.text), box.currentData()))
        return box


def _place(box: QComboBox, word: Word) -> int:
    if not word.is_understood:
        return -1
    return box.findData(word.strength) if word.strength is not None else box.count() - 1


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
