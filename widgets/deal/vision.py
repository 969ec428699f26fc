# SPDX-License-Identifier: MIT
"""The page of the shared vision: success for us and for them side by side, and how clear it is."""

from exports.exhibits.boards import BOARDS
from widgets.cards import Card, ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.future_state.clarity_card import ClarityCard, clarity_words
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, link, paged
from widgets.tables.record_table import Column
from workshop.deal.shared_vision import SharedVision, shared_vision
from workshop.future_state.clarity import clarity
from workshop.future_state.records import Measure, Statement
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop
from workshop.why import counted

_KINDS = (Statement, Measure, Need, Capability, Organization, Participant)
_LINES = 44
_EMPTY = (
    "What success is for us, for them, and for all of us together. "
    "Start by telling the other side what their success looks like, in their words."
)


def build(desk: Desk) -> "SharedVisionPage":
    """Build the page."""
    return SharedVisionPage(desk)


class SharedVisionPage(StepPage):
    """Both sides in one picture; a statement chosen there is sharpened below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "success")
        self.gate = Card()
        self.detail = label("", "mute")
        self.gate.add(self.detail)
        self.gate.buttons.addWidget(link("Readiness", lambda: desk.go("deal.readiness", "G1")))
        self.picture = ExhibitCard(desk, paged(desk, BOARDS["success"], _LINES), _KINDS)
        columns = (
            Column(name="dimension", width=10),
            Column(name="for_whom", width=9),
            Column(name="text_to", strong=True, width=22),
            Column(name="organization", width=10),
            Column(name="owner", width=10),
            Column("Clear enough?", text=_clear, width=13),
        )
        self.statements = ListAndForm(
            desk,
            Statement,
            columns,
            empty=_EMPTY,
            form=("dimension", "for_whom", "text_from", "text_to", "organization", "owner"),
        )
        self.clarity = ClarityCard(desk)
        self.place(self.gate, self.picture, self.statements, self.clarity)
        self.picture.view.activated.connect(lambda area: self.select(area.id))
        self.statements.chosen.connect(self.clarity.show_statement)
        self.follow(_KINDS, self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a statement into view and choose it."""
        self.statements.select(id)

    def _show(self) -> None:
        workshop = self.desk.workshop
        found = shared_vision(workshop)
        there = bool(workshop.of(Statement))
        self.gate.setVisible(there)
        self.picture.setVisible(there)
        self.gate.show_words(_title(found))
        self.detail.setText(found.sentence)
        count = len(workshop.of(Statement))
        self.statements.list_card.show_words(counted(count, "statement") if count else "")
        if self.clarity.id:
            self.clarity.show_statement(self.clarity.id)


def _title(found: SharedVision) -> str:
    if found.detail.for_both:
        return "Detailed for both sides: the gate may open"
    return "Not detailed for both sides yet, so the gate stays shut"


def _clear(workshop: Workshop, statement: Statement) -> str:
    return clarity_words(clarity(workshop, statement.id))
