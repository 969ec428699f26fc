# SPDX-License-Identifier: MIT
"""The page of the capabilities needed: each with its level, weight, and what demands it."""

from widgets.cards import Card
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.gaps.known_card import KnownCard
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage
from widgets.tables.record_table import Column
from widgets.why import WhyButton
from workshop.gaps.gap import gap_of
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted, number

_EMPTY = (
    "What we must be able to do for the future state to come true. "
    "Type the name of the first capability, then how much of it is needed."
)
_LINES = 38


def build(desk: Desk) -> "CapabilitiesPage":
    """Build the page."""
    return CapabilitiesPage(desk)


class CapabilitiesPage(StepPage):
    """One list for capabilities and needs: a name typed into it adds both."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "needs")
        columns = (
            Column(name="capability.name", strong=True, width=19),
            Column("Needed", name="needed_level"),
            "importance",
            "urgency",
            Column("Must", name="must_have", width=4),
            Column(name="because", width=14),
            Column(name="capability.category", width=14),
        )
        form = ("needed_level", "importance", "urgency", "must_have", "because")
        self.needs = ListAndForm(
            desk,
            Need,
            columns,
            empty=_EMPTY,
            form=(*form, "private_note"),
            add_label="Add capability",
            most_lines=_LINES,
        )
        self.why = WhyButton()
        self.needs.form_card.buttons.addWidget(self.why)
        self.capability = RecordForm(desk, Capability)
        self.capability_card = Card("What it is")
        self.capability_card.add(self.capability)
        self.known = KnownCard(desk)
        self.place(self.needs, self.known, self.capability_card)
        self.known.added.connect(self.needs.select)
        self.needs.chosen.connect(self._show)
        self.follow((Need, Capability, Asset), self._show_again)
        self._show("")
        self.known.refresh()

    def select(self, id: Id) -> None:
        """Bring a need into view, given itself or its capability."""
        every = self.desk.workshop.of(Need).values()
        need = next((each.id for each in every if id in (each.id, each.capability)), "")
        self.needs.select(need)

    def _show(self, id: Id) -> None:
        workshop = self.desk.workshop
        need = workshop.of(Need).get(id)
        self.needs.list_card.show_words(_title(workshop))
        self.capability_card.setVisible(need is not None)
        self.capability.show_record(need.capability if need else None)
        if need is not None:
            self._explain(need)

    def _explain(self, need: Need) -> None:
        found = gap_of(self.desk.workshop, need.id)
        subject = f"Priority {number(found.priority)}"
        self.why.show_why(found.why, f"{subject} of {found.capability.name}")
        self.needs.form_card.show_words(found.capability.name, subject)

    def _show_again(self) -> None:
        workshop = self.desk.workshop
        self.needs.list_card.show_words(_title(workshop))
        self.known.refresh()
        need = workshop.of(Need).get(self.needs.id)
        if need is not None:
            self._explain(need)


def _title(workshop: Workshop) -> str:
    every = list(workshop.of(Need).values())
    if not every:
        return ""
    loose = sum(not each.because for each in every)
    words = counted(len(every), "capability", "capabilities")
    if not loose:
        return f"{words} needed, each because of something we said"
    return f"{words} needed, {loose} of them tied to nothing yet"
