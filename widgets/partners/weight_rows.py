# SPDX-License-Identifier: MIT
"""How much each thing counts, on lines that can be dragged while the result is watched."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.gaps.rating_scale import TENTHS, RatingScale
from workshop.record import Record, field
from workshop.why import percent

_SHARES = TENTHS._replace(by_key=1, told=percent)


class WeightRows(QWidget):
    """A line from 0 to 100 % for each weight of a record."""

    edited = Signal(str, float)

    def __init__(self, desk: Desk, kind: type[Record], names: Sequence[str]) -> None:
        super().__init__()
        self.scales: dict[str, RatingScale] = {}
        self._figures: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for row, name in enumerate(names):
            words = field(kind, name).label
            scale = RatingScale(desk, f"{words}: how much it counts", _SHARES)
            scale.edited.connect(partial(self._set, name))
            figure = QLabel()
            figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("100%"))
            for column, widget in enumerate((label(words), scale, figure)):
                grid.addWidget(widget, row, column)
            self.scales[name], self._figures[name] = scale, figure

    def show_weights(self, weights: Mapping[str, float]) -> None:
        """Show how much each counts, and what part of the whole that is."""
        for name, value in weights.items():
            self.scales[name].show_value(value)
            self._figures[name].setText(percent(value))

    def _set(self, name: str, share: float | None) -> None:
        self.edited.emit(name, share or 0.0)
