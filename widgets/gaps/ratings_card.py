# SPDX-License-Identifier: MIT
"""The eight ratings behind the ways to close a gap, each with plain words at both ends."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.gaps.rating_scale import RatingScale
from widgets.gaps.rating_words import ENDS
from workshop.gaps.edits import set_sourcing
from workshop.gaps.records import RATINGS, Sourcing
from workshop.gaps.sourcing import Comparison
from workshop.ids import Id
from workshop.record import field
from workshop.why import number


class RatingsCard(Card):
    """Eight lines from one end to the other; what nobody knows stays unrated."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What speaks for which way")
        self._desk, self._need = desk, ""
        self.scales: dict[str, RatingScale] = {}
        self._numbers: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for column, stretch in enumerate((2, 3, 2)):
            grid.setColumnStretch(column, stretch)
        for row, name in enumerate(RATINGS):
            self._add_row(grid, row * 3, name)
        self.content.addLayout(grid)

    def show_comparison(self, found: Comparison) -> None:
        """Show the ratings of a need."""
        self._need = found.need.id
        values = {n: getattr(found.sourcing, n) if found.sourcing else None for n in RATINGS}
        rated = sum(value is not None for value in values.values())
        self.show_words("What speaks for which way", f"{rated} of {len(RATINGS)} rated")
        for name, value in values.items():
            self.scales[name].show_value(value)
            self._numbers[name].setText("–" if value is None else number(value))

    def _add_row(self, grid: QGridLayout, row: int, name: str) -> None:
        ends = ENDS[name]
        scale = RatingScale(self._desk, f"{ends.question}: 0 {ends.low}, 1 {ends.high}")
        scale.edited.connect(partial(self._set, name))
        low, high = label(ends.low, "hint"), label(ends.high, "hint")
        low.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figure = QLabel("–")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(ends.question, "body"), row, 0, 1, 2)
        grid.addWidget(figure, row, 2)
        for column, widget in enumerate((low, scale, high)):
            grid.addWidget(widget, row + 1, column)
        grid.setRowMinimumHeight(row + 2, 8)
        self.scales[name], self._numbers[name] = scale, figure

    def _set(self, name: str, value: float | None) -> None:
        need: Id = self._need
        label_ = field(Sourcing, name).label.lower()
        values: dict[str, Any] = {name: value}
        edit = partial(set_sourcing, need=need, **values)
        self._desk.apply(edit, f"Rate {label_}", (name, need))
