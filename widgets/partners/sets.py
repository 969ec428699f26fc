# SPDX-License-Identifier: MIT
"""The page of the partner sets: the frontier to choose on, the set in all its parts, and what if."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Area, Exhibit, Look, Size
from exports.exhibits.set_frontier import set_frontier
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.exhibits.row_mark import RowMark
from widgets.pages import Exposure
from widgets.partners.ground import (
    CHANGE_KINDS,
    FIT_KINDS,
    early_card,
    has_ours,
    no_candidate_card,
)
from widgets.partners.robustness_card import RobustnessCard
from widgets.partners.set_answers import Answers, SetAnswers
from widgets.partners.set_card import SetCard, SetFactsCard
from widgets.partners.set_rules_card import SetRulesCard
from widgets.partners.what_if_card import WhatIfCard
from widgets.step_page import StepPage
from workshop.ids import Id
from workshop.partners.candidates import candidates
from workshop.partners.partner_sets import chosen_set, describe, members_mask
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet, IncompatiblePair, SetRules
from workshop.partners.set_from_workshop import pose
from workshop.why import percent

_KINDS = (*FIT_KINDS, *CHANGE_KINDS, IncompatiblePair, SetRules, ChosenSet)
_HIGH = 22
"""How high the picture of the frontier is, in lines of text."""
_LOOKING = "Looking for the sets worth choosing from"


def build(desk: Desk) -> "SetsPage":
    """Build the page."""
    return SetsPage(desk)


class SetsPage(StepPage):
    """From the top: the sets worth choosing from, the one looked at, what if, how firm, the rules."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "partner_sets")
        self.members: tuple[Id, ...] = ()
        self._is_mine = False
        self._answers: Answers | None = None
        self._is_current = False
        self.answers = SetAnswers(desk)
        self.frontier = ExhibitCard(desk, self._draw)
        self.mark = RowMark(desk, self.frontier.view, "set")
        self.alone = self.frontier.add_action("Go alone", lambda: self.look_at(()))
        self.room = self.frontier.add_action("Room sees this", self._show_set)
        self.room.setCheckable(True)
        self.progress = QWidget()
        self._told = label("", "mute")
        self._arrange_progress()
        self.must = label("", "mute")
        self.frontier.add(self.must)
        self.set, self.facts = SetCard(desk), SetFactsCard(desk)
        self.what_if, self.firm, self.rules = (
            WhatIfCard(desk),
            RobustnessCard(desk),
            SetRulesCard(desk),
        )
        self.early, self.nobody = early_card(desk), no_candidate_card(desk)
        self.whole = (self.frontier, self.rules, self.set, self.facts, self.what_if, self.firm)
        self.place(self.early, self.nobody, *self.whole)
        self.frontier.view.activated.connect(self._take)
        self.set.turned.connect(self.look_at)
        self.firm.wanted.connect(self.look_at)
        self.answers.found.connect(self._answer)
        self.answers.progressed.connect(self._tell_progress)
        self.answers.ended.connect(self._end)
        self.follow(_KINDS, self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Go to the chosen set, or look at what leaves with a partner."""
        chosen = self.desk.workshop.of(ChosenSet).get(CHOSEN_SET_ID)
        if chosen is not None:
            self.look_at(chosen.members)
        if id in self.members:
            self.what_if.ask(id)

    def exposure(self) -> Exposure:
        """Give the picture of the set that is looked at, or the frontier."""
        if self.room.isChecked() or not self.members:
            return Exposure("partner_sets")
        return Exposure("partner_set", ",".join(self.members), self.set.page)

    def look_at(self, members: tuple[Id, ...]) -> None:
        """Show a set of partners in all its parts; it is chosen only when somebody says so."""
        self.members, self._is_mine = tuple(members), True
        self._show_set()

    def _arrange_progress(self) -> None:
        line = QHBoxLayout(self.progress)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._told, 1)
        self.frontier.add(self.progress)
        self.cancel = self.frontier.add_action("Stop the proof", self.answers.cancel)

    def _draw(self, look: Look, size: Size, page: int) -> Exhibit:
        if self._answers is None:
            return empty(look, size, _LOOKING, "They will stand here in a moment.")
        found, high = self._answers.frontier, min(size[1], look.line * _HIGH)
        return set_frontier(self.desk.workshop, look, (size[0], high), page, found=found)

    def _take(self, area: Area) -> None:
        self.look_at(tuple(filter(None, area.id.split(","))))

    def _show(self) -> None:
        workshop = self.desk.workshop
        is_ready = has_ours(workshop)
        found = candidates(workshop) if is_ready else []
        self.early.setVisible(not is_ready)
        self.nobody.setVisible(is_ready and not found)
        for widget in self.whole:
            widget.setVisible(bool(found))
        if not found:
            self.answers.stop()
            return
        self.rules.show_rules()
        self.cancel.hide()
        self._is_current = False
        self.answers.ask()
        if not self._is_current:
            self._show_set()

    def _show_set(self) -> None:
        workshop = self.desk.workshop
        problem = pose(workshop).problem
        if not self._is_mine:
            chosen = chosen_set(workshop)
            self.members = chosen.members if chosen else self._suggested()
        self.members = tuple(id for id in self.members if id in problem.ids)
        found = describe(problem, members_mask(problem, self.members))
        self.mark.mark(",".join(found.members))
        self.set.show_set(problem, self.members)
        self.facts.show_set(problem, found)
        self.what_if.show_set(problem, self.members)
        self.what_if.setVisible(bool(self.members))
        self._show_firm()

    def _suggested(self) -> tuple[Id, ...]:
        best = self._answers.robustness if self._answers else None
        return best.best.members if best else ()

    def _show_firm(self) -> None:
        found = self._answers.robustness if self._answers else None
        self.firm.setVisible(found is not None)
        # What an edit has overtaken stands until the answer from beside the window comes.
        if found is not None and self._is_current:
            self.firm.show_robustness(found, self.members)

    def _answer(self, answers: Answers) -> None:
        self._answers, self._is_current = answers, True
        self.must.setText(answers.cheapest.sentence if answers.cheapest else "")
        self.must.setVisible(bool(self.must.text()))
        self.frontier.view.refresh()
        self._show_set()

    def _tell_progress(self, done: int, total: int) -> None:
        self._tell(f"A first answer, not yet proven. Proving it: {percent(done / total)}")
        self.cancel.setVisible(self.answers.is_proving)

    def _end(self, sentence: str) -> None:
        self._tell(sentence)
        self.cancel.hide()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self.progress.setVisible(bool(sentence))
