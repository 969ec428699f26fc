# SPDX-License-Identifier: MIT
"""What the room sees of gives and gets: the trade, and of sealed scores only how they tilt."""

from exports.exhibits.boards import BOARDS
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.step_page import StepPage, paged, starting_card
from workshop.deal.balance import balances
from workshop.deal.records import Balance, LedgerItem, SealedScore
from workshop.prepare.records import Organization

_LINES = 34
_NOTHING = (
    "Once an organization has sealed three scores or more, the room sees here which way its trade "
    "tilts, and what weighs more for one than for the others."
)
_KINDS = (LedgerItem, Balance, SealedScore, Organization)


class BalancePart(StepPage):
    """The balance picture with the asymmetries in words, no score in either; the trade below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "balance")
        self.balance = ExhibitCard(desk, paged(desk, BOARDS["balance"], _LINES), _KINDS)
        self.trade = ExhibitCard(desk, paged(desk, BOARDS["trade"], _LINES), _KINDS)
        for card in (self.balance, self.trade):
            card.view.activated.connect(lambda area: desk.go("deal.ledger", area.id))
        self.early = starting_card(
            _NOTHING, "Open the sealed sheets", lambda: desk.go("deal.ledger", "sealed")
        )
        self.place(self.early, self.balance, self.trade)
        self.follow(_KINDS, self._show)
        self._show()

    def _show(self) -> None:
        workshop = self.desk.workshop
        scored, given = bool(balances(workshop)), bool(workshop.of(LedgerItem))
        self.early.setVisible(not scored)
        self.balance.setVisible(scored)
        self.trade.setVisible(given)
