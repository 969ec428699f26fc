# SPDX-License-Identifier: MIT
"""The page of give and get: the ledger of each organization, sealed scores, and the balance."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.deal.balance_part import BalancePart
from widgets.deal.sealed_rows import score_sections, scored_items
from widgets.deal.sealed_sheets import SealedSheets
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.record_form import RecordForm
from widgets.organization_chips import OrganizationChips
from widgets.parts_page import Part, PartsPage
from widgets.step_page import StepPage, starting_card
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import make_snug
from widgets.why import WhyButton
from workshop.deal.ledger import KINDS, accounts
from workshop.deal.records import LEDGER_LABELS, LedgerItem, LedgerKind, SealedScore, WalkAway
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import amount

_NOBODY = "What is given and gained belongs to an organization. Name who is at the table first."
_EMPTY: dict[LedgerKind, str] = {
    "gives_up": "What will it miss when it is gone?",
    "brings_strength": "What does it bring that the others lack?",
    "brings_weakness": "What is hard for it, said openly now?",
    "gets_benefit": "What can it show its own board as a gain?",
}
_ADD: dict[LedgerKind, str] = {
    "gives_up": "Add what it gives up",
    "brings_strength": "Add a strength",
    "brings_weakness": "Add a weakness",
    "gets_benefit": "Add a gain",
}
_FORM = ("text", "kind", "weight", "base", "concerns", "low", "high", "probability", "when")
_LINES, _NARROW_LETTERS = 15, 84
_SEALED = (
    "Each organization scores every give and get alone. The room sees which way the balance "
    "tilts, never a score; fewer than three scores of an organization show nothing."
)


def build(desk: Desk) -> PartsPage:
    """Build the page."""
    parts = (
        Part("ledger_item", "Give and get", LedgerPart, (LedgerItem,), LedgerItem),
        Part("sealed", "Sealed scores", _sealed),
        Part("balance", "The balance", BalancePart),
    )
    return PartsPage(desk, "Give and get, its parts", "trade", parts)


def _sealed(desk: Desk) -> QWidget:
    kinds = (LedgerItem, SealedScore, WalkAway)
    title = "Score alone, under seal"
    return SealedSheets(desk, title, _SEALED, score_sections, _progress, kinds, "trade")


def _progress(workshop: Workshop, organization: Id) -> tuple[int, int]:
    items = {item.id for item in scored_items(workshop)}
    scores = workshop.of(SealedScore).values()
    return sum(s.organization == organization and s.item in items for s in scores), len(items)


class LedgerPart(StepPage):
    """One organization at a time: what it gives up, brings and gains, four lists side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "trade")
        self.chooser = OrganizationChips(desk)
        self.chooser.chosen.connect(self.turn_to)
        self.card, self.form_card = Card(), Card()
        self.why = WhyButton("What it gains on balance")
        self.card.buttons.addWidget(self.why)
        self.card.content.insertWidget(0, self.chooser)
        self.tables = {kind: self._table(kind) for kind in KINDS}
        self.cells = [self._cell(kind) for kind in KINDS]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(20)
        self._columns = 0
        self.card.content.addLayout(self._grid)
        self.form = RecordForm(desk, LedgerItem, _FORM)
        self.form_card.add(self.form)
        self.early = starting_card(
            _NOBODY, "Name the organizations", lambda: desk.go("prepare.organizations")
        )
        self.place(self.early, self.card, self.form_card)
        self.follow((LedgerItem, Organization), self._show_again)
        self._share_width()
        self.turn_to(self.chooser.current)

    @property
    def organization(self) -> Id:
        """The id of the organization whose ledger is shown, or ""."""
        return self.chooser.current

    def turn_to(self, organization: Id) -> None:
        """Show the ledger of an organization."""
        self.chooser.look_at(organization)
        for table in self.tables.values():
            table.refresh()
        self._show_entry("")
        self._show()

    def select(self, id: Id) -> None:
        """Bring an entry into view, or the ledger of an organization."""
        workshop = self.desk.workshop
        item = workshop.of(LedgerItem).get(id)
        if item:
            self.turn_to(item.organization)
            self.tables[item.kind].select(id)
        elif id in workshop.of(Organization):
            self.turn_to(id)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _table(self, kind: LedgerKind) -> RecordTable:
        table = RecordTable(
            self.desk,
            LedgerItem,
            (Column("What", name="text", strong=True, width=16), "weight"),
            where=lambda item: item.organization == self.organization and item.kind == kind,
            defaults=lambda: {"organization": self.organization, "kind": kind},
            empty=_EMPTY[kind],
            add_label=_ADD[kind],
        )
        table.name(LEDGER_LABELS[kind])
        make_snug(table, _LINES)
        table.selected.connect(partial(self._choose, kind))
        table.added.connect(partial(self._choose, kind))
        return table

    def _cell(self, kind: LedgerKind) -> QWidget:
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(label(LEDGER_LABELS[kind], "strong"))
        inside.addWidget(self.tables[kind])
        inside.addStretch(1)
        return cell

    def _share_width(self) -> None:
        """Set what is given beside what is gained, strengths beside weaknesses, if there is room."""
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _NARROW_LETTERS
        columns = 2 if wide else 1
        if columns == self._columns:
            return
        self._columns = columns
        gives, strength, weakness, gains = self.cells
        for place, cell in enumerate((gives, gains, strength, weakness)):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _choose(self, kind: LedgerKind, id: Id) -> None:
        if not id:
            return
        for other, table in self.tables.items():
            if other != kind:
                table.view.clearSelection()
        self._show_entry(id)

    def _show_entry(self, id: Id) -> None:
        item = self.desk.workshop.of(LedgerItem).get(id)
        self.form_card.setVisible(item is not None)
        if item is None:
            self.form.show_record(None)
            return
        self.form_card.show_words(item.text, LEDGER_LABELS[item.kind])
        if self.form.id != id:
            self.form.show_record(id)

    def _show_again(self) -> None:
        self._show_entry(self.form.id or "")
        self._show()

    def _show(self) -> None:
        workshop = self.desk.workshop
        there = bool(self.organization)
        self.early.setVisible(not there)
        self.card.setVisible(there)
        found = next(
            (a for a in accounts(workshop) if a.organization.id == self.organization), None
        )
        if found is None:
            name = workshop.get(Organization, self.organization).name if there else ""
            self.card.show_words(f"What {name} gives, brings and gains" if there else "")
            self.why.show_why(None)
            return
        known = found.net is not None
        net = f"On balance it gains {amount(found.net)}, a model for discussion." if known else ""
        self.card.show_words(found.sentence.removesuffix("."), net)
        self.why.show_why(found.why if known else None)
