# SPDX-License-Identifier: MIT
"""The page of how to close each gap: the ladder, what speaks for each way, and the choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look, Size
from widgets.beside import Beside
from widgets.cards import Card, ExhibitCard, column
from widgets.desk import Desk
from widgets.exhibits.row_mark import RowMark
from widgets.gaps.choice_card import ChoiceCard
from widgets.gaps.ratings_card import RatingsCard
from widgets.gaps.way_card import WayLine
from widgets.pages import Exposure
from widgets.snug_list import SnugList
from widgets.step_page import StepPage, starting_card
from workshop.gaps.gap import Gap, gaps
from workshop.gaps.records import (
    OPTION_LABELS,
    Asset,
    Capability,
    ClosedOption,
    Need,
    Option,
    Sourcing,
)
from workshop.gaps.sourcing import Comparison, compare, sourcing_of
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

_KINDS = (Need, Capability, Asset, Organization, Sourcing, ClosedOption)
_ID = Qt.ItemDataRole.UserRole
_LETTERS, _LIST_LINES = 30, 34
_NO_GAP = (
    "No gap is known yet. Name what the future state needs, rate what we hold, "
    "and each gap will wait here for the way to close it."
)


def build(desk: Desk) -> "SourcingPage":
    """Build the page."""
    return SourcingPage(desk)


class SourcingPage(StepPage):
    """The needs with a gap at the left; the chosen one with its ladder at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "sourcing")
        self.id, self.option = "", ""
        self.list = SnugList(_LIST_LINES, "Needs with a gap")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.list_card = Card()
        self.list_card.add(self.list, 1)
        self.ladder = ExhibitCard(desk, self._draw, _KINDS)
        self.mark = RowMark(desk, self.ladder.view, "way")
        self.way, self.ratings, self.choice = WayLine(desk), RatingsCard(desk), ChoiceCard(desk)
        self.ladder.add(self.way)
        self.early = starting_card(_NO_GAP, "Open the gap map", lambda: desk.go("gaps.map"))
        self.whole = Beside(
            column(self.list_card), column(self.ladder, self.choice, self.ratings), stretches=(0, 1)
        )
        self.place(self.early, self.whole)
        self.list.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.ladder.view.activated.connect(lambda area: self.show_way(area.id))
        self.follow(_KINDS, self._fill)
        self._fill()

    def select(self, id: Id) -> None:
        """Show a need, given itself or its capability."""
        for row in range(self.list.count()):
            need = self.desk.workshop.of(Need).get(self.list.item(row).data(_ID))
            if need and id in (need.id, need.capability):
                self.list.setCurrentRow(row)

    def exposure(self) -> Exposure:
        """Give the ladder of the chosen need, or the gap map."""
        return Exposure("sourcing", self.id, self.ladder.page) if self.id else Exposure("gap_map")

    def show_way(self, option: str) -> None:
        """Show one way of the ladder below it."""
        self.option = option
        if self.id:
            self._show_way(compare(self.desk.workshop, self.id))

    def _draw(self, look: Look, size: Size, page: int) -> Exhibit:
        return draw_board("sourcing", self.desk.workshop, look, size, page, self.id)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.id = item.data(_ID) if item else ""
        self.option = ""
        if self.id:
            self.ladder.show_drawn_by(self._draw)
            self._show()

    def _show(self) -> None:
        found = compare(self.desk.workshop, self.id)
        self.ratings.show_comparison(found)
        self.choice.show_comparison(found)
        self._show_way(found)

    def _show_way(self, found: Comparison) -> None:
        chosen = found.sourcing.chosen if found.sourcing else None
        best = found.best.option if found.best else None
        option = self.option or chosen or best or "build"
        self.mark.mark(option)
        self.way.show_way(found, next(way for way in found.ways if way.option == option))

    def _fill(self) -> None:
        workshop, wanted = self.desk.workshop, self.id
        found = [gap for gap in gaps(workshop) if gap.gap or sourcing_of(workshop, gap.need.id)]
        self.early.setVisible(not found)
        self.whole.setVisible(bool(found))
        self.list_card.show_words(_title(workshop, found))
        self.list.blockSignals(True)
        self.list.clear()
        for gap in found:
            item = QListWidgetItem(_words(workshop, gap), self.list)
            item.setData(_ID, gap.need.id)
        ids = [gap.need.id for gap in found]
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else 0)
        self.list.blockSignals(False)
        self.list.fit()
        item_now = self.list.currentItem()
        if item_now is not None and item_now.data(_ID) == wanted:
            self._show()
        else:
            self._choose(item_now)


def _words(workshop: Workshop, gap: Gap) -> str:
    choice = sourcing_of(workshop, gap.need.id)
    chosen: Option | None = choice.chosen if choice else None
    way = OPTION_LABELS[chosen] if chosen else "no way chosen yet"
    width = (
        counted(gap.gap, "level") + " short" if gap.gap else "met" if gap.gap == 0 else "not rated"
    )
    return f"{gap.capability.name}\n{width}, {way}"


def _title(workshop: Workshop, found: list[Gap]) -> str:
    chosen = {each.need for each in workshop.of(Sourcing).values() if each.chosen}
    still = sum(gap.need.id not in chosen for gap in found)
    if not still:
        return f"All {len(found)} gaps have a way"
    return f"{still} of {counted(len(found), 'gap')} without a way"
