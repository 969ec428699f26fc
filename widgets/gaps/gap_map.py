# SPDX-License-Identifier: MIT
"""The page of the gap map: what is held today against what is needed, dot by dot."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QBoxLayout

from exports.exhibits.exhibit import Area
from exports.exhibits.gap_map import TOP_LEVEL, gap_map
from widgets.beside import Beside
from widgets.cards import ExhibitCard, column
from widgets.desk import Desk
from widgets.exhibits.areas import scale_of
from widgets.exhibits.row_mark import RowMark
from widgets.gaps.asked_card import AskedCard
from widgets.gaps.coverage_card import CoverageCard
from widgets.gaps.need_card import NeedCard
from widgets.step_page import StepPage, paged, starting_card
from workshop import edits
from workshop.future_state.records import Factor, Statement
from workshop.gaps.edits import hold
from workshop.gaps.gap import Gap, gap_of, gaps
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.room.records import AgreementRound, Reservation

_LINES = 44
_KINDS = (
    *(Need, Capability, Asset, Organization, Sourcing, ClosedOption, Statement, Factor),
    *(AgreementRound, Reservation),
)
_EMPTY = (
    "Here the gap between what the future state needs and what we hold will show. "
    "Start with the capabilities the future state needs."
)


def build(desk: Desk) -> "GapMapPage":
    """Build the page."""
    return GapMapPage(desk)


class GapMapPage(StepPage):
    """The map with its dots; below it the chosen capability, what the room says, the coverage."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "gap_map")
        kinds = (Capability, Need, Asset, Organization, Sourcing)
        self.map = ExhibitCard(desk, paged(desk, gap_map, _LINES), kinds)
        self.start = starting_card(
            _EMPTY, "Name what is needed", lambda: desk.go("gaps.capabilities")
        )
        self.mark = RowMark(desk, self.map.view, "row")
        self.need, self.asked, self.coverage = NeedCard(desk), AskedCard(desk), CoverageCard(desk)
        right = column(self.asked, self.coverage, stretch_last=True)
        cast("QBoxLayout", right.layout()).setStretch(1, 1)
        self.below = Beside(self.need, right)
        self.place(self.start, self.map, self.below)
        self.map.view.activated.connect(lambda area: self.choose(area.id))
        self.map.view.dragged.connect(self._drag)
        self.map.view.nudged.connect(self._nudge)
        self.map.view.typed.connect(self._type)
        self.follow(_KINDS, self._show_again)
        self.choose("")

    def choose(self, need: Id) -> None:
        """Show a need below the map; without one, the first of the map."""
        found = [each.need.id for each in gaps(self.desk.workshop)]
        self.map.setVisible(bool(found))
        self.below.setVisible(bool(found))
        self.start.setVisible(not found)
        id = need if need in found else next(iter(found), "")
        self.mark.mark(id)
        self.need.show_need(id)
        self.asked.show_need(id)

    def select(self, id: Id) -> None:
        """Bring a need into view, given itself or its capability."""
        found = gaps(self.desk.workshop)
        place = next((n for n, gap in enumerate(found) if id in _ids(gap)), None)
        if place is None:
            return
        need = found[place].need.id
        self.choose(need)
        self.map.turn_to("row", need)
        self.map.view.setFocus()

    def _drag(self, dot: Area, x: float, is_let_go: bool) -> None:
        scale = scale_of(self.map.view.exhibit.areas, dot) if self.map.view.exhibit else None
        if is_let_go and scale is not None:
            self._set(dot, round((x - scale.x) / scale.width * TOP_LEVEL))

    def _nudge(self, dot: Area, by: int) -> None:
        gap = gap_of(self.desk.workshop, dot.id)
        now = gap.current if dot.role == "held" else gap.need.needed_level
        first = 0 if by > 0 else TOP_LEVEL
        self._set(dot, first if now is None else min(TOP_LEVEL, max(0, now + by)))

    def _type(self, dot: Area, text: str) -> None:
        self._set(dot, int(text) if text else None)

    def _set(self, dot: Area, level: int | None) -> None:
        gap = gap_of(self.desk.workshop, dot.id)
        self.choose(dot.id)
        if dot.role == "needed":
            edit = partial(edits.change, of=Need, id=dot.id, needed_level=level)
            self.desk.apply(edit, f"Needed level of {gap.capability.name}")
            return
        edit = partial(hold, capability=gap.capability.id, level=level)
        if self.desk.apply(edit, f"Level today of {gap.capability.name}"):
            self._say_who_else(gap_of(self.desk.workshop, dot.id), level)

    def _say_who_else(self, gap: Gap, level: int | None) -> None:
        """Say why the dot did not go where it was sent: another of ours holds more."""
        if gap.current != level:
            best = next(h for h in gap.holders if h.asset.level == gap.current)
            self.desk.said.emit(
                f"{best.organization.name} also holds {gap.capability.name} at level "
                f"{gap.current}; the map shows the best of ours."
            )

    def _show_again(self) -> None:
        self.choose(self.need.id)
        self.coverage.refresh()


def _ids(gap: Gap) -> tuple[Id, Id]:
    return gap.need.id, gap.capability.id
