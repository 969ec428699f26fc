# SPDX-License-Identifier: MIT
"""The page of the partner sets: the frontier to choose on, the set in all its parts, and what if."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Area, Exhibit, Look, Size
from exports.exhibits.set_frontier import set_frontier
from widgets.cards import ExhibitCard, column, show_if
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
from widgets.partners.set_card import SetCard, SetEffectCard, SetFactsCard
from widgets.partners.set_rules_card import SetRulesCard
from widgets.partners.side_columns import SideColumns
from widgets.partners.what_if_card import WhatIfCard
from widgets.step_page import StepPage, starting_card
from workshop.ids import Id
from workshop.partners.candidates import candidates
from workshop.partners.partner_sets import PartnerSet, chosen_set, describe, members_mask
from workshop.partners.records import (
    CHOSEN_SET_ID,
    ChosenSet,
    IncompatiblePair,
    Placement,
    SetRules,
    Tie,
)
from workshop.partners.set_from_workshop import pose
from workshop.why import counted, percent

_KINDS = (*FIT_KINDS, *CHANGE_KINDS, IncompatiblePair, SetRules, ChosenSet)
_HIGH = 17
"""How high the picture of the frontier is, in lines of text."""
_WIDE = 62
"""From this width on cards stand beside each other, in multiples of the text size."""
_NEEDLESS = (
    "Partners are chosen for the needs they close, and no need has a level and an importance yet."
)
_LOOKING = "Looking for the sets worth choosing from"


def build(desk: Desk) -> "SetsPage":
    """Build the page."""
    return SetsPage(desk)


class SetsPage(StepPage):
    """The sets worth choosing from beside the one looked at; what it does; what if; the rules."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "partner_sets")
        self.members: tuple[Id, ...] = ()
        self._is_mine = False
        self._answers: Answers | None = None
        self._is_current = False
        self.answers = SetAnswers(desk, self)
        self.frontier = ExhibitCard(desk, self._draw)
        self.mark = RowMark(desk, self.frontier.view, "set")
        self.alone = self.frontier.add_action("Go alone", lambda: self.look_at(()))
        self.progress = QWidget()
        self._told = label("", "mute")
        self._arrange_progress()
        self.looked, self.must = label("", "body"), label("", "mute")
        self.frontier.add(self.looked)
        self.frontier.add(self.must)
        self.set, self.facts = SetCard(desk), SetFactsCard(desk)
        self.gaps = SetEffectCard(desk, "set_gaps")
        self.network = SetEffectCard(desk, "set_network", (Tie, Placement))
        self._boards = QButtonGroup(self)
        self.room = self._room_button(self.frontier, "partner_sets")
        self.room_set = self._room_button(self.set, "partner_set")
        self.room_gaps = self._room_button(self.gaps, "set_gaps")
        self.room_network = self._room_button(self.network, "set_network")
        self.room_set.setChecked(True)
        self.frontier.buttons.addWidget(self.facts.pick)
        self.what_if, self.firm, self.rules = (
            WhatIfCard(desk),
            RobustnessCard(desk),
            SetRulesCard(desk),
        )
        self.early, self.nobody = early_card(desk), no_candidate_card(desk)
        self.choice = SideColumns(_WIDE, column(self.frontier), column(self.set))
        self.effect = SideColumns(_WIDE, column(self.gaps), column(self.network))
        self.words = SideColumns(_WIDE, column(self.facts, self.what_if), column(self.firm))
        self.whole = (self.choice, self.effect, self.words, self.rules)
        self.needless = starting_card(
            _NEEDLESS, "Open the capabilities needed", lambda: desk.go("gaps.capabilities")
        )
        below = (self.effect, self.words, self.rules)
        self.place(self.early, self.nobody, self.needless, self.choice, below=below)
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
        """Give the picture that was chosen for the room, of the set that is looked at."""
        checked = self._boards.checkedButton()
        board = str(checked.property("board")) if checked else "partner_set"
        if board == "partner_sets" or (board == "partner_set" and not self.members):
            return Exposure("partner_sets")
        pages = {"partner_set": self.set.page, "set_gaps": self.gaps.page, "set_network": 0}
        return Exposure(board, ",".join(self.members), pages[board])

    def look_at(self, members: tuple[Id, ...]) -> None:
        """Show a set of partners in all its parts; it is chosen only when somebody says so."""
        self.members, self._is_mine = tuple(members), True
        self._show_set()

    def _room_button(self, card: ExhibitCard, board: str) -> QPushButton:
        """Give a card the button by which its picture becomes the one the room sees."""
        button = card.add_action("Room sees this", self._show_set)
        button.setCheckable(True)
        button.setProperty("board", board)
        self._boards.addButton(button)
        return button

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
        is_needless = bool(found) and not pose(workshop).problem.needs and not chosen_set(workshop)
        self.needless.setVisible(is_needless)
        show_if(bool(found) and not is_needless, *self.whole)
        if not found or is_needless:
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
        self.looked.setText(_looked_at(found))
        self.facts.show_set(problem, found)
        self.gaps.show_set(self.members)
        self.network.show_set(self.members)
        self.what_if.show_set(problem, self.members)
        show_if(bool(self.members), self.what_if)
        self._show_firm()
        self.desk.looked.emit()

    def _suggested(self) -> tuple[Id, ...]:
        best = self._answers.robustness if self._answers else None
        return best.best.members if best else ()

    def _show_firm(self) -> None:
        found = self._answers.robustness if self._answers else None
        show_if(found is not None, self.firm)
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


def _looked_at(found: PartnerSet) -> str:
    """Say in a line what the set that is looked at comes to."""
    coverage = "an unknown part" if found.coverage is None else percent(found.coverage)
    left = len(found.open_needs)
    musts = f", {counted(len(found.open_musts), 'must-have')} among them" * bool(found.open_musts)
    still = (
        f"{counted(left, 'need stays', 'needs stay')} open{musts}" if left else "no need stays open"
    )
    return f"Looking at {found.label}: {coverage} covered, cost {found.cost}, strain {found.strain}; {still}."
