# SPDX-License-Identifier: MIT
"""What the split tells of itself: the waterfall, tell-tales in words, and money against power."""

from PySide6.QtWidgets import QVBoxLayout

from exports.exhibits.boards import BOARDS
from widgets.cards import Card, ExhibitCard
from widgets.choice_chips import ChoiceChips
from widgets.deal.model_part import KINDS
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import StepPage, paged, starting_card
from widgets.why import WhyButton
from workshop.deal.operating_records import DecisionRight, PartyRight, Role
from workshop.deal.proportions import proportions
from workshop.deal.records import LedgerItem
from workshop.deal.scenarios import CAUTION
from workshop.deal.tell_tales import tell_tales
from workshop.deal.waterfall import terms_of
from workshop.record import RuleError
from workshop.why import counted

_VIEWS = (("waterfall", "Year by year"), ("proportions", "Money, say and effort"))
_LINES = 36
_ALL = (*KINDS, DecisionRight, PartyRight, Role, LedgerItem)


class ToldPart(StepPage):
    """Two pictures, and sentences anybody in the room can check."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "waterfall")
        self.waterfall = ExhibitCard(desk, paged(desk, BOARDS["waterfall"], _LINES), KINDS)
        self.tales = Card()
        self.lines: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.tales.content.addLayout(self._rows)
        self.proportions = ExhibitCard(desk, paged(desk, BOARDS["proportions"], _LINES), _ALL)
        self.why = WhyButton("Money, decisions and contributions")
        self.proportions.buttons.addWidget(self.why)
        self.chips = ChoiceChips("What is shown")
        self.chips.offer(_VIEWS, "waterfall")
        self.chips.chosen.connect(self.turn_to)
        self.early = starting_card("", "Say how it is shared", self._go_and_mend)
        self.place(self.chips, self.early, self.waterfall, self.tales, self.proportions)
        self.follow(_ALL, self._show)
        self._show()

    def turn_to(self, board: str) -> None:
        """Show the years with their tell-tales, or money beside decisions and contributions."""
        self.board = board
        self._show()

    def _go_and_mend(self) -> None:
        """Go to the part that lacks something: the rule first, then the scenarios and the model."""
        workshop = self.desk.workshop
        try:
            terms_of(workshop)
        except RuleError:
            self.desk.go("deal.savings", "split")
        else:
            self.desk.go("deal.savings", "scenarios")

    def _show(self) -> None:
        while item := self._rows.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        try:
            found = tell_tales(self.desk.workshop)
        except RuleError as missing:
            self.early.show_words("The split cannot be worked out yet", str(missing))
            self.tales.show_words("")
            self.lines = []
        else:
            stops = sum(each.tone == "stop" for each in found)
            title = f"{counted(stops, 'point')} to stop at" if stops else "Nothing to stop at"
            self.tales.show_words(title, CAUTION)
            self.lines = [each.sentence for each in found]
            for each in found:
                mark = "Stop: " if each.tone == "stop" else ""
                self._rows.addWidget(label(mark + each.sentence, "strong" if mark else "body"))
        picture = proportions(self.desk.workshop)
        known = any(
            (each.money, each.decisions, each.contributions) != (None,) * 3
            for each in picture.proportions
        )
        is_years = self.board == "waterfall"
        self.early.setVisible(is_years and not self.lines)
        self.waterfall.setVisible(is_years and bool(self.lines))
        self.tales.setVisible(is_years and bool(self.lines))
        self.proportions.setVisible(not is_years)
        self.why.show_why(picture.why if known else None)
