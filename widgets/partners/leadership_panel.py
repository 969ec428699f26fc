# SPDX-License-Identifier: MIT
"""How an organization is led, as somebody sees it: a slider from one style to its opposite."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.gaps.rating_scale import RatingScale, Steps
from workshop.ids import Id
from workshop.partners.fit_parts import leadership_rating
from workshop.partners.fit_records import STYLES, LeadershipRating
from workshop.partners.rating_edits import rate_leadership
from workshop.record import field

_TOP = 7
SEVEN = Steps(
    _TOP - 1,
    1,
    _TOP - 1,
    {str(step): (step - 1) / (_TOP - 1) for step in range(1, _TOP + 1)},
    lambda share: f"{step_of(share)} of {_TOP}",
)


def step_of(share: float) -> int:
    """Give the step from 1 to 7 at a share of the line."""
    return 1 + round(share * (_TOP - 1))


class LeadershipPanel(QWidget):
    """Five sliders with words at both ends; what nobody knows stays unrated."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.about, self.by = desk, "", ""
        self.scales: dict[str, RatingScale] = {}
        self._numbers: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, stretch in enumerate((1, 3, 1)):
            grid.setColumnStretch(column, stretch)
        for row, name in enumerate(STYLES):
            self._add_row(grid, row, name)

    def show_view(self, about: Id, by: Id) -> None:
        """Show how one organization sees the leadership of another or its own."""
        self.about, self.by = about, by
        rating = leadership_rating(self._desk.workshop, about, by)
        for name in STYLES:
            value = getattr(rating, name, None)
            share = None if value is None else (value - 1) / (_TOP - 1)
            self.scales[name].show_value(share)
            self._numbers[name].setText("–" if value is None else str(value))

    def _add_row(self, grid: QGridLayout, row: int, name: str) -> None:
        low, high = ends(name)
        scale = RatingScale(self._desk, f"1 {low} to {_TOP} {high}", SEVEN)
        scale.edited.connect(partial(self._set, name))
        left, right, figure = label(low.capitalize()), label(high.capitalize()), QLabel("–")
        left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate((left, scale, right, figure)):
            grid.addWidget(widget, row, column)
        self.scales[name], self._numbers[name] = scale, figure

    def _set(self, name: str, share: float | None) -> None:
        values = {name: None if share is None else step_of(share)}
        edit = partial(rate_leadership, about=self.about, by=self.by, **values)  # type: ignore[arg-type]  # a field by name
        self._desk.apply(edit, "Rate leadership", (LeadershipRating, self.about, self.by, name))


def ends(name: str) -> tuple[str, str]:
    """Give the words at both ends of a slider, from its hint “1 directive to 7 participative”."""
    low, high = field(LeadershipRating, name).hint.removeprefix("1 ").split(f" to {_TOP} ")
    return low, high
