# SPDX-License-Identifier: MIT
"""What the room sees of gives and gets: the trade, and of sealed scores only how they tilt."""

from exports.exhibits.boards import BOARDS
from widgets.cards import Card, ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import StepPage, paged
from workshop.deal.ledger import balance_sentences
from workshop.deal.records import Balance, LedgerItem, SealedScore
from workshop.prepare.records import Organization

_LINES = 34
_KINDS = (LedgerItem, Balance, SealedScore, Organization)
_NOTHING = (
    "Once each organization has sealed three scores or more, the room sees here which way its "
    "trade tilts, and what weighs more for one than for the others."
)


class BalancePart(StepPage):
    """The trade side by side, and sentences on the balance with no score in them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "balance")
        self.trade = ExhibitCard(desk, paged(desk, BOARDS["trade"], _LINES), _KINDS)
        self.trade.view.activated.connect(lambda area: desk.go("deal.ledger", area.id))
        self.card = Card()
        self.said = label("")
        self.card.add(self.said)
        self.place(self.trade, self.card)
        self.follow(_KINDS, self._show)
        self._show()

    def _show(self) -> None:
        said = balance_sentences(self.desk.workshop)
        self.card.show_words("What the sealed scores tell" if said else "No balance to show yet")
        self.said.setText("\n".join(said) or _NOTHING)
