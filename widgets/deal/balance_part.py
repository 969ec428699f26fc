# SPDX-License-Identifier: MIT
"""What the room sees of gives and gets: the trade, and of sealed scores only how they tilt."""

from exports.exhibits.boards import BOARDS
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.step_page import StepPage, paged
from workshop.deal.records import Balance, LedgerItem, SealedScore
from workshop.prepare.records import Organization

_LINES = 34
_KINDS = (LedgerItem, Balance, SealedScore, Organization)


class BalancePart(StepPage):
    """The balance picture with the asymmetries in words, no score in either; the trade below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "balance")
        self.balance = ExhibitCard(desk, paged(desk, BOARDS["balance"], _LINES), _KINDS)
        self.trade = ExhibitCard(desk, paged(desk, BOARDS["trade"], _LINES), _KINDS)
        for card in (self.balance, self.trade):
            card.view.activated.connect(lambda area: desk.go("deal.ledger", area.id))
        self.place(self.balance, self.trade)
