# SPDX-License-Identifier: MIT
"""The page of the vision: statements by dimension, from today to then, and how clear each is."""

from typing import Any

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.future_state.clarity_card import ClarityCard, clarity_words
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage
from widgets.tables.record_table import Column
from workshop.future_state.clarity import clarity, detailed_for_both
from workshop.future_state.dimensions import (
    MANDATORY,
    by_dimension,
    dimensions,
    is_mandatory,
    same_dimension,
)
from workshop.future_state.records import Measure, Statement
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.record import fold
from workshop.state import Workshop
from workshop.why import counted, listed

_ALL = "all"
_EMPTY = (
    "What will be true then that is not true today: from today's sentence to then's, with an "
    "owner. Start with strategy, culture and leadership style; nothing holds without them."
)


def build(desk: Desk) -> "StatementsPage":
    """Build the page."""
    return StatementsPage(desk)


class StatementsPage(StepPage):
    """Statements under their dimensions; the chosen one with what makes it clear or fuzzy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "vision")
        self.dimension = _ALL
        self.chips = ChoiceChips("Dimension")
        self.chips.chosen.connect(self._turn_to)
        columns = (
            Column(name="dimension", sort=_place, width=10),
            Column(name="text_from", width=16),
            Column(name="text_to", strong=True, width=18),
            Column(name="for_whom", width=10),
            Column(name="owner", width=9),
            Column("Clear enough?", text=_clear, sort=_by_clearness, width=12),
        )
        self.statements = ListAndForm(
            desk,
            Statement,
            columns,
            empty=_EMPTY,
            where=self._belongs,
            defaults=self._defaults,
            form=("dimension", "for_whom", "text_from", "text_to", "organization", "owner"),
        )
        self.statements.table.model.sort(0)
        self.detail = label("", "mute")
        content = self.statements.list_card.content
        content.insertWidget(1, self.detail)
        content.insertWidget(2, self.chips)
        self.clarity = ClarityCard(desk)
        self.place(self.statements, self.clarity)
        self.statements.chosen.connect(self.clarity.show_statement)
        self.follow((Statement, Measure, Need, Capability), self._show_again)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a statement into view and choose it."""
        self.chips.show_choice(_ALL)
        self._turn_to(_ALL)
        self.statements.select(id)

    def _belongs(self, statement: Statement) -> bool:
        return self.dimension == _ALL or same_dimension(statement.dimension, self.dimension)

    def _defaults(self) -> dict[str, Any]:
        return {} if self.dimension == _ALL else {"dimension": self.dimension}

    def _turn_to(self, dimension: str) -> None:
        self.dimension = dimension
        self.statements.table.refresh()
        if dimension != _ALL and not self.statements.table.model.ids:
            self.statements.table.start_adding()

    def _show_again(self) -> None:
        self._show()
        self.clarity.show_statement(self.clarity.id)

    def _show(self) -> None:
        workshop = self.desk.workshop
        found = by_dimension(workshop)
        count = len(workshop.of(Statement))
        words = [(_ALL, f"All {count}" if count else "All")]
        words += [(name, _chip(name, len(own))) for name, own in found.items()]
        self.chips.offer(words, self.dimension)
        self.dimension = self.chips.current
        card = self.statements.list_card
        card.show_words(_title(workshop))
        self.detail.setText(detailed_for_both(workshop).sentence if count else "")
        self.detail.setVisible(bool(count))


def _chip(name: str, count: int) -> str:
    if count:
        return f"{name} {count}"
    return f"{name}: none yet" if is_mandatory(name) else name


def _title(workshop: Workshop) -> str:
    found = by_dimension(workshop)
    missing = [name.lower() for name in MANDATORY if not found.get(name)]
    total = sum(map(len, found.values()))
    count = counted(total, "statement")
    if not total:
        return f"Still to write: {listed(missing)}"
    if missing:
        return f"{count}; still to write: {listed(missing)}"
    fuzzy = sum(clarity(workshop, s.id).fuzzy for own in found.values() for s in own)
    if fuzzy:
        return f"{count}, {fuzzy} of them still fuzzy"
    return f"{count}, all of them clear enough to be checked"


def _place(workshop: Workshop, statement: Statement) -> tuple[int, Id]:
    names = [fold(name) for name in dimensions(workshop)]
    return names.index(fold(statement.dimension)), statement.id


def _clear(workshop: Workshop, statement: Statement) -> str:
    return clarity_words(clarity(workshop, statement.id))


def _by_clearness(workshop: Workshop, statement: Statement) -> float:
    return clarity(workshop, statement.id).concreteness
