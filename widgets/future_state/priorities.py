# SPDX-License-Identifier: MIT
"""The page of the priorities: dots on the statements, and one good thing even over another."""

from exports.exhibits.even_overs import even_overs
from widgets.cards import ExhibitCard, column
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.future_state.dots_card import DotsCard
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, paged, starting_card
from widgets.tables.record_table import Column
from workshop.future_state.records import EvenOver, Statement
from workshop.ids import Id

_DOTS, _EVEN = "priorities", "even_overs"
_EMPTY = (
    "Two good things that compete for the same people or money, and the one we choose even over "
    "the other. Start with the choice the room would rather not make."
)
_NO_STATEMENT = "Dots go on statements of the future state. Write the first one, then come back."


def build(desk: Desk) -> "PrioritiesPage":
    """Build the page."""
    return PrioritiesPage(desk)


class PrioritiesPage(StepPage):
    """Dots or trade-offs, one at a time; the room sees the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _DOTS)
        self.chips = ChoiceChips("What is chosen on")
        self.chips.offer(((_DOTS, "Dots on statements"), (_EVEN, "This, even over that")))
        self.chips.chosen.connect(self.turn_to)
        self.dots = DotsCard(desk)
        self.early = starting_card(
            _NO_STATEMENT, "Write a statement", lambda: desk.go("future.statements")
        )
        self.picture = ExhibitCard(desk, paged(desk, even_overs, 30), (EvenOver,))
        columns = (Column(name="prefer", strong=True), "over", Column(name="because"))
        self.pairs = ListAndForm(desk, EvenOver, columns, empty=_EMPTY)
        self.picture.view.activated.connect(lambda area: self.pairs.select(area.id))
        self.trades = column(self.picture, self.pairs)
        self.place(self.chips, self.dots, self.early, self.trades)
        self.follow((Statement, EvenOver), self._show)
        self._show()

    def turn_to(self, what: str) -> None:
        """Show dots or trade-offs."""
        self.board = what
        self.chips.show_choice(what)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a statement's dots or a trade-off into view."""
        if id in self.desk.workshop.of(EvenOver):
            self.turn_to(_EVEN)
            self.pairs.select(id)
        else:
            self.turn_to(_DOTS)
            self.dots.turn_to("dots", id)
            self.dots.view.setFocus()

    def _show(self) -> None:
        has_statements = bool(self.desk.workshop.of(Statement))
        self.dots.setVisible(self.board == _DOTS and has_statements)
        self.early.setVisible(self.board == _DOTS and not has_statements)
        self.trades.setVisible(self.board == _EVEN)
        self.picture.setVisible(bool(self.desk.workshop.of(EvenOver)))
