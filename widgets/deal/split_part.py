# SPDX-License-Identifier: MIT
"""The rule of the split: costs, partner, reserve, and by what the pool is shared."""

from widgets.cards import Card
from widgets.deal.shares_card import SharesCard
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, starting_card
from widgets.tables.record_table import Column
from workshop.deal.money_records import Basis, BasisValue, LossShare, SplitRule
from workshop.edits import add
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization

_START = (
    "Costs are paid back first, then the partner who manages, then a reserve and what is "
    "reinvested; the rest is shared. Agree on the principle first and reckon after."
)
_BASES = (
    "By what the pool is shared, such as people served, effort or equal parts; together 100%. "
    "Add the first, then type below what each brings."
)
_FIRST = (
    "recoup", "partner", "partner_share", "partner_base", "partner_fee", "partner_loss_share",
)  # fmt: skip
_REST = ("reserve", "reinvest", "reserve_held", "accepted")


class SplitPart(StepPage):
    """The rule in a form, the yardsticks, and what each organization brings on them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "split")
        self.early = starting_card(_START, "Write the rule", self.begin)
        self.rule, self.rest = Card(), Card("Then a reserve, and what is shared")
        self.forms = RecordForm(desk, SplitRule, _FIRST), RecordForm(desk, SplitRule, _REST)
        for card, form in zip((self.rule, self.rest), self.forms, strict=True):
            card.add(form)
        columns = (Column(name="name", strong=True, width=30), Column(name="weight", width=12))
        self.bases = ListAndForm(desk, Basis, columns, empty=_BASES, form=())
        self.bases.list_card.show_words("What the pool is shared by")
        self.bases.form_card.setMaximumHeight(0)
        self.shares = SharesCard(desk)
        self.place(self.early, self.rule, self.rest, self.bases, self.shares)
        self.follow((SplitRule, Basis, BasisValue, LossShare, Organization), self._show)
        self._show()

    def begin(self) -> None:
        """Write the first rule, with nothing settled in it."""
        rule = SplitRule(id=new_id(), name="How we share")
        self.desk.apply(lambda w: add(w, rule), "Write the rule of the split")

    def select(self, id: Id) -> None:
        """Bring a yardstick into view."""
        self.bases.select(id)

    def _show(self) -> None:
        rules = self.desk.workshop.all(SplitRule)
        for widget in (self.rule, self.rest, self.bases, self.shares):
            widget.setVisible(bool(rules))
        self.early.setVisible(not rules)
        for form in self.forms:
            if rules and form.id != rules[0].id:
                form.show_record(rules[0].id)
        accepted = bool(rules) and rules[0].accepted
        title = "The split is accepted" if accepted else "The split is not accepted yet"
        self.rule.show_words(title, "Costs come first, then the partner who manages.")
        self.shares.show_again()
