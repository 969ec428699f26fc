# SPDX-License-Identifier: MIT
"""The culture of an organization as somebody sees it: 100 points now, and as it should be."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.partners.point_rows import PointLine, PointRows
from widgets.partners.side_columns import SideColumns
from workshop.ids import Id
from workshop.partners.culture import culture_rating
from workshop.partners.fit_records import CULTURE_TYPES, CultureRating
from workshop.partners.rating_edits import rate_culture
from workshop.record import field

_MOMENTS = {"now": "As it is now", "preferred": "As it should be"}
_WIDE = 60
"""From this width on the two spreads stand beside each other, in multiples of the text size."""


class CulturePanel(QWidget):
    """The two spreads beside each other; how it should be is only for an organization itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.about, self.by = desk, "", ""
        self.rows: dict[str, PointRows] = {}
        self._halves: dict[str, QWidget] = {}
        described = [field(CultureRating, name) for name in CULTURE_TYPES]
        lines = [PointLine(each.name, f"{each.label}: {each.hint.lower()}") for each in described]
        for moment, words in _MOMENTS.items():
            rows = PointRows(desk, described[0], needs_all=True)
            rows.offer(lines)
            rows.edited.connect(partial(self._give, moment))
            half = QWidget()
            inside = QVBoxLayout(half)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(label(words, "caption"))
            inside.addWidget(rows)
            self.rows[moment], self._halves[moment] = rows, half

        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideColumns(_WIDE, *self._halves.values(), spacing=32))

    def show_view(self, about: Id, by: Id) -> None:
        """Show how one organization sees another or itself."""
        self.about, self.by = about, by
        self._halves["preferred"].setVisible(about == by)
        workshop = self._desk.workshop
        for moment in ("now", "preferred"):
            rating = culture_rating(workshop, about, by, moment)
            self.rows[moment].show_points(
                {name: getattr(rating, name, None) for name in CULTURE_TYPES}
            )

    def _give(self, moment: str, name: str, points: int | None) -> None:
        edit = partial(rate_culture, about=self.about, by=self.by, moment=moment, **{name: points})  # type: ignore[arg-type]  # a literal and a field by name
        self._desk.apply(edit, "Rate culture", (CultureRating, self.about, self.by, moment, name))
