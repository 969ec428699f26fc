# SPDX-License-Identifier: MIT
"""The page of the fit: candidates side by side, the reasons of every score, weights, and the mirror."""

from functools import partial
from itertools import islice
from typing import Any

from PySide6.QtCore import QPoint

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Area, Exhibit, Look, Size
from exports.exhibits.fit_comparison import MOST, partners_in, score_of
from widgets.cards import Card, ExhibitCard, column, show_if
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.partners.fit_card import FitCard
from widgets.partners.ground import FIT_KINDS, early_card, has_ours, no_candidate_card
from widgets.partners.several_chips import SeveralChips
from widgets.partners.side_columns import SideColumns
from widgets.partners.weight_rows import WeightRows
from widgets.step_page import StepPage
from widgets.why import Reasons
from workshop.ids import Id
from workshop.partners.candidates import candidate_of, candidates
from workshop.partners.fit import fits, weights
from workshop.partners.fit_records import FIT_PARTS, FitWeights
from workshop.partners.rating_edits import weigh_fit
from workshop.partners.records import PartnerChange
from workshop.prepare.records import Organization
from workshop.why import listed

_MIRROR_LINES = 34
_AT_FIRST = 3
_WIDE = 70
"""From this width on the weights stand beside the picture, in multiples of the text size."""
_WEIGHING = "Drag a line and watch the picture. The fit is a weighted mean that no part can hide."


def build(desk: Desk) -> "FitPage":
    """Build the page."""
    return FitPage(desk)


class FitPage(StepPage):
    """Up to four candidates side by side; below, the one that is looked at in all its parts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "fit")
        self.chips, self.partner = (
            SeveralChips("Candidates to compare", MOST),
            ChoiceChips("Partner"),
        )
        self.picture = ExhibitCard(desk, self._draw, FIT_KINDS)
        self.picture.content.insertWidget(0, self.chips)
        self.fit = FitCard(desk)
        self.fit.content.insertWidget(0, self.partner)
        self.mirror = ExhibitCard(desk, self._draw_mirror, FIT_KINDS)
        self.room_mirror = self.mirror.add_action("Room sees this", self._turn_to_mirror)
        self.room_mirror.setCheckable(True)
        self.weighing = Card("What counts how much")
        self.weighing.show_words("What counts how much", _WEIGHING)
        self.weights = WeightRows(desk, FitWeights, FIT_PARTS)
        self.weighing.add(self.weights)
        self.usual = self.weighing.add_action("Back to the usual weights", self._weigh_as_usual)
        self.early, self.nobody = early_card(desk), no_candidate_card(desk)
        self.scores = SideColumns(_WIDE, column(self.picture), column(self.weighing, self.fit))
        self.whole = (self.scores, self.mirror)
        self.place(self.early, self.nobody, self.scores, below=(self.mirror,))
        self._is_mirror = False
        self.picture.view.activated.connect(self._open_reasons)
        self.chips.changed.connect(self._compare)
        self.partner.chosen.connect(self._look_at)
        self.weights.edited.connect(self._weigh)
        self.follow((*FIT_KINDS, PartnerChange), self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Look closer at a candidate, given its organization or itself."""
        workshop = self.desk.workshop
        found = candidate_of(workshop, id)
        them = found.organization if found else id
        if them in workshop.of(Organization):
            if them not in self.chips.on:
                self.chips.on = (*self.chips.on, them)[-MOST:]
            self.partner.current = them
            self._show()
            self.picture.show_drawn_by(self._draw)
            self.mirror.show_drawn_by(self._draw_mirror)

    def exposure(self) -> Exposure:
        """Give the comparison, or the mirror where that was chosen for the room."""
        if not self.chips.on:
            return Exposure("fits")
        if self._is_mirror:
            return Exposure("mirror", self.partner.current, self.mirror.page)
        return Exposure("fit", ",".join(self.chips.on), self.picture.page)

    def _draw(self, look: Look, size: Size, page: int) -> Exhibit:
        about = ",".join(self.chips.on)
        return draw_board("fit" if about else "fits", self.desk.workshop, look, size, page, about)

    def _draw_mirror(self, look: Look, size: Size, page: int) -> Exhibit:
        high = min(size[1], look.line * _MIRROR_LINES)
        them = self.partner.current
        return draw_board("mirror", self.desk.workshop, look, (size[0], high), page, them)

    def _open_reasons(self, area: Area) -> None:
        self.partner.current = partners_in(area.id)
        self._show()
        self.mirror.show_drawn_by(self._draw_mirror)
        words, score = score_of(self.desk.workshop, area.id)
        view = self.picture.view
        opened = Reasons(view, words, score.why, view.setFocus)
        opened.show_at(view.mapToGlobal(QPoint(round(area.x), round(area.y + area.height))))

    def _compare(self, _on: tuple[str, ...]) -> None:
        self._is_mirror = False
        self._show()
        self.picture.show_drawn_by(self._draw)

    def _look_at(self, _partner: Id) -> None:
        self._is_mirror = False
        self._show()
        self.mirror.show_drawn_by(self._draw_mirror)

    def _turn_to_mirror(self) -> None:
        self._is_mirror = self.room_mirror.isChecked()
        self._show()

    def _weigh(self, name: str, share: float) -> None:
        values: dict[str, Any] = {name: share}
        self.desk.apply(partial(weigh_fit, **values), "Weigh the fit", (FitWeights, name))

    def _weigh_as_usual(self) -> None:
        usual = FitWeights(id="")
        values: dict[str, Any] = {name: getattr(usual, name) for name in FIT_PARTS}
        self.desk.apply(partial(weigh_fit, **values), "Weigh the fit as usual")

    def _show(self) -> None:
        workshop = self.desk.workshop
        is_ready = has_ours(workshop)
        found = [each.organization for each in candidates(workshop)] if is_ready else []
        self.early.setVisible(not is_ready)
        self.nobody.setVisible(is_ready and not found)
        show_if(bool(found), *self.whole)
        if found:
            self._offer(found)
            self.fit.show_partner(self.partner.current)
            now = weights(workshop)
            self.weights.show_weights({name: getattr(now, name) for name in FIT_PARTS})
            self.room_mirror.setChecked(self._is_mirror)
            self.partner.setVisible(len(self.chips.on) > 1)

    def _offer(self, found: list[Id]) -> None:
        names = self.desk.workshop.of(Organization)
        on = [id for id in self.chips.on if id in found]
        on = on or [each.partner.id for each in islice(fits(self.desk.workshop), _AT_FIRST)]
        self.chips.offer_several([(id, names[id].name) for id in found], on)
        self.partner.offer([(id, names[id].name) for id in self.chips.on], self.partner.current)
        self.chips.setToolTip(f"Beside each other: {listed([names[id].name for id in on])}")
