# SPDX-License-Identifier: MIT
"""The page of the assets: what each organization holds, how sure it is, and what it would lend."""

from typing import Any

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.gaps.asset_rows import AssetTable
from widgets.pages import Exposure
from widgets.step_page import StepPage, link, starting_card
from widgets.tables.record_table import Column
from widgets.tables.snug import make_snug
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop

_MOST_CHIPS = 12
_EMPTY = "No capability is needed yet. Add what this organization holds, or name the needs first."
_NOBODY = "Assets belong to an organization. Name who is at the table first."
_FORM = ("name", "evidence", "confidence", "share", "quantity", "private_note")


def build(desk: Desk) -> "AssetsPage":
    """Build the page."""
    return AssetsPage(desk)


class AssetsPage(StepPage):
    """One organization at a time, ours first; a level can be typed for every need at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "gap_map")
        self.chooser = ChoiceChips("Organization")
        self.chooser.chosen.connect(self.turn_to)
        columns = (
            Column(name="capability", strong=True, width=18),
            Column("Needed", text=_needed, sort=_needed_level, width=7),
            "level",
            Column(name="name", title="What we call it", width=15),
            Column(name="confidence", width=9),
            Column(name="share", title="Would lend", width=8),
        )
        self.table = AssetTable(
            desk,
            Asset,
            columns,
            where=lambda asset: asset.organization == self.organization,
            defaults=self._defaults,
            empty=_EMPTY,
            add_label="Add another capability",
        )
        make_snug(self.table)
        self.list_card, self.form_card = Card(), Card()
        self.list_card.add(self.chooser)
        self.list_card.add(self.table)
        self.form = RecordForm(desk, Asset, _FORM)
        self.form_card.add(self.form)
        self.early = starting_card(
            _NOBODY, "Name the organizations", lambda: desk.go("prepare.organizations")
        )
        self.to_needs = link("Name what is needed", lambda: desk.go("gaps.capabilities"))
        self.list_card.buttons.addWidget(self.to_needs)
        self.place(self.early, self.list_card, self.form_card)
        self.table.selected.connect(lambda _id: self._show_form())
        self.table.added.connect(self.table.select)
        self.follow((Organization, Asset, Need, Capability), self._offer)
        self._offer()

    @property
    def organization(self) -> Id:
        """The id of the organization whose assets are shown, or ""."""
        return self.table.model.organization if hasattr(self, "table") else ""

    def turn_to(self, organization: Id) -> None:
        """Show the assets of an organization."""
        self.table.model.show_organization(organization)
        self._show()

    def select(self, id: Id) -> None:
        """Bring an asset into view, given itself, its capability or its organization."""
        workshop = self.desk.workshop
        asset = workshop.of(Asset).get(id)
        if asset or id in workshop.of(Organization):
            self._offer(asset.organization if asset else id)
        model = self.table.model
        for row in range(len(model.ids)):
            record = model.record(row)
            if isinstance(record, Asset) and id in (record.id, record.capability):
                self.table.view.go_to(row, 2)

    def exposure(self) -> Exposure:
        """Give who holds what the future state needs."""
        return Exposure("holdings")

    def _defaults(self) -> dict[str, Any]:
        return {"organization": self.organization}

    def _offer(self, wanted: Id = "") -> None:
        workshop = self.desk.workshop
        known = sorted(workshop.of(Organization).values(), key=_rank)
        shown = [each for each in known if each.ours or each.at_table][:_MOST_CHIPS]
        wanted = wanted or self.organization
        if wanted in workshop.of(Organization) and wanted not in [each.id for each in shown]:
            shown.append(workshop.of(Organization)[wanted])
        self.chooser.offer([(each.id, _chip(each)) for each in shown], wanted)
        self.early.setVisible(not known)
        self.list_card.setVisible(bool(known))
        if self.chooser.current != self.organization:
            self.table.model.show_organization(self.chooser.current)
        self._show()

    def _show(self) -> None:
        workshop = self.desk.workshop
        self.list_card.show_words(_title(workshop, self.organization))
        self.to_needs.setVisible(not workshop.of(Need))
        self.table.refresh()
        self._show_form()

    def _show_form(self) -> None:
        id = self.table.current_id
        asset = self.desk.workshop.of(Asset).get(id)
        self.form_card.setVisible(asset is not None)
        if asset is not None:
            name = self.desk.workshop.of(Capability)[asset.capability].name
            self.form_card.show_words(name)
            if self.form.id != id:
                self.form.show_record(id)


def _rank(each: Organization) -> tuple[bool, bool, str]:
    return not each.ours, not each.at_table, each.name.casefold()


def _chip(each: Organization) -> str:
    return f"{each.name} (ours)" if each.ours else each.name


def _title(workshop: Workshop, organization: Id) -> str:
    record = workshop.of(Organization).get(organization)
    if record is None:
        return ""
    levels = {
        each.capability: each.level
        for each in workshop.of(Asset).values()
        if each.organization == organization
    }
    needs = workshop.of(Need).values()
    rated = sum(levels.get(need.capability) is not None for need in needs)
    if not needs:
        return f"What {record.name} holds"
    return f"{record.name} has rated {rated} of {len(needs)} capabilities that are needed"


def _needed_level(workshop: Workshop, asset: Asset) -> int | None:
    every = workshop.of(Need).values()
    return next((n.needed_level for n in every if n.capability == asset.capability), None)


def _needed(workshop: Workshop, asset: Asset) -> str:
    level = _needed_level(workshop, asset)
    return "–" if level is None else str(level)
