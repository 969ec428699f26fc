# SPDX-License-Identifier: MIT
"""The page of the operating agreement: its parts under chips, from who does what to how we leave."""

from widgets.deal.clauses_part import ClausesPart
from widgets.deal.exit_part import exit_part
from widgets.deal.list_part import ListPart, Words
from widgets.deal.rights_part import RightsPart
from widgets.deal.roles_part import RolesPart
from widgets.deal.stress_part import StressPart
from widgets.desk import Desk
from widgets.parts_page import Part, PartsPage
from widgets.tables.record_table import Column
from workshop.deal.conditions import conflict, goals, measured_by, measurers, resources
from workshop.deal.operating_records import (
    Activity,
    ConflictPath,
    DecisionRight,
    ExitPlan,
    ExitTrigger,
    Goal,
    SharedResource,
)
from workshop.deal.records import Clause, StressAnswer
from workshop.future_state.records import Measure
from workshop.prepare.records import Organization
from workshop.state import Workshop

_RESOURCES = (
    "What one of us lets the others use: people, data, rooms, licences, money. Start with what "
    "has been promised aloud today."
)
_GOALS = (
    "What the alliance must reach, who measures it, and what follows if it is missed. Better let "
    "somebody measure who gains nothing by the result."
)
_CONFLICT = (
    "What happens when we disagree: whom to call first, whom next, and who has the last word. "
    "One path for everything is a good beginning."
)


def build(desk: Desk) -> PartsPage:
    """Build the page."""
    parts = (
        Part("roles", "Who does what", RolesPart, (Activity,), Activity),
        Part("resources", "What we share", _resources, (SharedResource,), SharedResource),
        Part("goals", "Goals", _goals, (Goal,), Goal),
        Part("decisions", "Who decides", RightsPart, (DecisionRight,), DecisionRight),
        Part("conflict", "If we disagree", _conflict, (ConflictPath,), ConflictPath),
        Part("exit", "How we leave", exit_part, (ExitPlan, ExitTrigger), ExitPlan),
        Part("clauses", "Clauses", ClausesPart, (Clause,), Clause),
        Part("stress", "Hard questions", StressPart, (StressAnswer,)),
    )
    return PartsPage(desk, "Parts of the operating agreement", "raci", parts)


def _resources(desk: Desk) -> ListPart:
    columns = (
        Column(name="name", strong=True, width=18),
        Column(name="source", width=12),
        Column(name="users", width=16),
        Column(name="amount", width=7),
        Column(name="unit", width=7),
        Column(name="period", width=12),
    )
    return ListPart(
        desk,
        SharedResource,
        columns,
        empty=_RESOURCES,
        board="resources",
        title=_resources_title,
        kinds=(Organization,),
        add_label="Add a resource",
    )


def _resources_title(workshop: Workshop) -> Words:
    if not workshop.of(SharedResource):
        return "What we share", ""
    return _found(resources(workshop).sentence)


def _goals(desk: Desk) -> ListPart:
    columns = (
        Column(name="name", strong=True, width=18),
        Column(name="measure", width=16),
        Column("Measured by", text=lambda w, each: measured_by(w, each) or "nobody yet", width=14),
        Column(name="neutral", width=7),
        Column(name="consequence", width=16),
    )
    return ListPart(
        desk,
        Goal,
        columns,
        empty=_GOALS,
        board="goals",
        title=_goals_title,
        kinds=(Measure, Organization),
    )


def _goals_title(workshop: Workshop) -> Words:
    if not workshop.of(Goal):
        return "Goals, and who measures them", ""
    found, who = goals(workshop), measurers(workshop)
    if not found.holds:
        return _found(found.sentence)
    return _found(found.sentence if who.holds else who.sentence)


def _conflict(desk: Desk) -> ListPart:
    columns = (
        Column(name="name", strong=True, width=14),
        Column(name="steps", width=30),
        Column(name="days", width=8),
        Column(name="last_word", width=14),
    )
    return ListPart(
        desk,
        ConflictPath,
        columns,
        empty=_CONFLICT,
        board="conflict",
        title=lambda w: _found(conflict(w).sentence),
        add_label="Add a path",
    )


def _found(sentence: str) -> Words:
    return sentence.removesuffix("."), ""
