# SPDX-License-Identifier: MIT
"""Rows of words with one or more choices beside each, as for what is compared in pairs."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.editors import as_editor, make_editor
from workshop.record import Field


class Choices(NamedTuple):
    """A row: its key, the words before the choices, and what is chosen in each column."""

    key: Hashable
    words: tuple[str, ...]
    chosen: tuple[Any, ...]


class ChoiceGrid(QWidget):
    """A grid of choices; it is made anew only when its rows are others."""

    edited = Signal(object, int, object)
    """The key of a row, the number of the choice in it, and what was chosen, or None."""

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self._desk, self._field = desk, field
        self.rows: list[Choices] = []
        self._heads: tuple[str, ...] = ()
        self.editors: dict[tuple[Hashable, int], QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Choices]) -> None:
        """Show rows below these heads, which name the words and the choices."""
        before = (self._heads, [(row.key, row.words) for row in self.rows])
        self._heads, self.rows = tuple(heads), list(rows)
        if before != (self._heads, [(row.key, row.words) for row in rows]):
            self._make()
        for row in rows:
            for number, value in enumerate(row.chosen):
                as_editor(self.editors[row.key, number]).show_value(value)

    def _make(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.editors = {}
        for column, head in enumerate(self._heads):
            self._grid.addWidget(label(head, "caption"), 0, column)
        for place, row in enumerate(self.rows, 1):
            for column, words in enumerate(row.words):
                self._grid.addWidget(label(words), place, column)
                self._grid.setColumnStretch(column, 2)
            for number in range(len(row.chosen)):
                self._put(place, row, number)

    def _put(self, place: int, row: Choices, number: int) -> None:
        column = len(row.words) + number
        editor: Any = make_editor(self._desk, self._field, self)
        editor.setAccessibleName(f"{', '.join(row.words)}: {self._heads[column]}")
        editor.edited.connect(lambda: self.edited.emit(row.key, number, editor.value()))
        self._grid.addWidget(editor, place, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(column, 1)
        self.editors[row.key, number] = editor
