# SPDX-License-Identifier: MIT
"""What the pool is shared by: the yardsticks and their mix, what each brings, and parts of a loss."""

from functools import partial

from widgets.cards import Card
from widgets.deal.number_matrix import NumberMatrix
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.values import read, typed
from workshop.deal.edits import set_basis_value, set_loss_share
from workshop.deal.money_records import Basis, BasisValue, LossShare
from workshop.deal.parties import parties
from workshop.deal.waterfall import loss_shares, pool_weights
from workshop.document import Edit
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.record import RuleError, field
from workshop.state import Workshop
from workshop.why import listed, percent

_LOSS = "loss"
_LOSS_WORDS = "Part of a loss"


class SharesCard(Card):
    """A matrix of yardsticks and organizations; below it, to what parts of the pool it comes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What each brings, and what each bears")
        self._desk = desk
        self.matrix = NumberMatrix("Yardsticks and organizations", "Yardstick")
        self.result = label("", "mute")
        self.add(self.matrix)
        self.add(self.result)
        self.matrix.entered.connect(self.enter)
        self.matrix.typed.connect(lambda row, column, _letter: self.enter(row, column, ""))
        self.show_again()

    def enter(self, row: Id, organization: Id, text: str) -> None:
        """Keep a number; a blank takes it back, and what is no number is said."""
        is_loss = row == _LOSS
        described = field(LossShare, "share") if is_loss else field(BasisValue, "value")
        try:
            value = read(self._desk.workshop, described, text)
        except RuleError as broken:
            self._desk.said.emit(str(broken))
            self.show_again()
            return
        if is_loss:
            edit: Edit = partial(set_loss_share, organization=organization, share=value)
        else:
            edit = partial(set_basis_value, basis=row, organization=organization, value=value)
        self._desk.apply(edit, "Say what each brings")
        self.show_again()

    def show_again(self) -> None:
        """Show what the workshop holds now."""
        workshop = self._desk.workshop
        bases = workshop.all(Basis)
        rows = [(each.id, _basis(each)) for each in bases] + [(_LOSS, _LOSS_WORDS)]
        columns = [(each.id, each.name) for each in parties(workshop)]
        cells = {
            (v.basis, v.organization): typed(workshop, field(BasisValue, "value"), v.value)
            for v in workshop.of(BasisValue).values()
        }
        cells |= {
            (_LOSS, s.organization): typed(workshop, field(LossShare, "share"), s.share)
            for s in workshop.of(LossShare).values()
        }
        self.matrix.is_showing = True
        self.matrix.show_matrix(rows, columns, cells)
        self.matrix.is_showing = False
        self.result.setText(_result(workshop))


def _basis(basis: Basis) -> str:
    return (
        basis.name if basis.weight is None else f"{basis.name}, {percent(basis.weight)} of the mix"
    )


def _result(workshop: Workshop) -> str:
    names = workshop.of(Organization)
    try:
        pool = [f"{names[id].name} {percent(float(part))}" for id, part in pool_weights(workshop)]
        loss_shares(workshop)
    except RuleError as missing:
        return str(missing)
    return f"Of the pool: {listed(pool)}."
