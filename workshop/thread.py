# SPDX-License-Identifier: MIT
"""The golden thread: from statement over need, partner, give and get, clause and goal to the exit.

Every link is a reference between records; one pass over them makes an index, so that a workshop of
many hundred records is followed in a few milliseconds. What hangs loose is told where it is mended.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from workshop.deal.conditions import measured_by
from workshop.deal.operating_records import ExitPlan, ExitTrigger, Goal
from workshop.deal.parties import name_of
from workshop.deal.records import Clause, LedgerItem
from workshop.deal.reservations import kept_reservations
from workshop.deal.stress import cards
from workshop.future_state.records import Measure, Statement
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.partners.covering import covering_assets
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

T = TypeVar("T")

STAGES = ("statement", "need", "partner", "ledger", "clause", "goal", "exit")
"""The links of the thread, in order."""


class Knot(NamedTuple):
    """One record on the thread, and the words it is shown with."""

    stage: str
    kind: str
    id: Id
    text: str


class Strand(NamedTuple):
    """One statement, followed through to the exit; a stage without knots is where it ends."""

    statement: Statement
    knots: dict[str, tuple[Knot, ...]]

    @property
    def breaks_at(self) -> str:
        """The first stage with nothing on it, or nothing if the strand is whole."""
        return next((stage for stage in STAGES if not self.knots[stage]), "")


class LooseEnd(NamedTuple):
    """Something that hangs loose: what it is, and the step and record where it is mended."""

    stage: str
    step: str
    kind: str
    id: Id
    sentence: str


class Thread(NamedTuple):
    """All strands, and everything that hangs loose."""

    strands: tuple[Strand, ...]
    loose: tuple[LooseEnd, ...]
    sentence: str


class _Index(NamedTuple):
    needs: dict[Id, list[Need]]
    holders: dict[Id, list[Id]]
    entries: dict[Id, list[LedgerItem]]
    clauses: dict[Id, list[Clause]]
    goals: dict[Id, list[Goal]]
    triggers: dict[Id, list[ExitTrigger]]
    measures: dict[Id, list[Id]]


def thread(workshop: Workshop) -> Thread:
    """Follow every statement, and gather what hangs loose."""
    index = _index(workshop)
    strands = tuple(_strand(workshop, index, each) for each in workshop.all(Statement))
    loose = tuple(_loose(workshop, index))
    whole = sum(not each.breaks_at for each in strands)
    if not strands:
        said = "There is no statement yet for the thread to begin with."
    else:
        said = f"{whole} of {len(strands)} statements are followed through to a way out"
        said += f"; {len(loose)} ends hang loose." if len(loose) != 1 else "; 1 end hangs loose."
    return Thread(strands, loose, said)


def _index(workshop: Workshop) -> _Index:
    entries, clauses = workshop.all(LedgerItem), workshop.all(Clause)
    named = workshop.of(Clause)
    return _Index(
        needs=_table((id, need) for need in workshop.all(Need) for id in need.because),
        holders=_table((a.capability, a.organization) for a in covering_assets(workshop)),
        entries=_table((id, item) for item in entries for id in item.concerns),
        clauses=_table(
            [
                *((item.id, named[id]) for item in entries for id in item.concerns if id in named),
                *(
                    (id, clause)
                    for clause in clauses
                    for id in (*clause.needs, clause.source or "")
                ),
            ]
        ),
        goals=_table(
            (id, goal) for goal in workshop.all(Goal) for id in (*goal.clauses, goal.measure or "")
        ),
        triggers=_table((id, each) for each in workshop.all(ExitTrigger) for id in each.goals),
        measures=_table((each.statement, each.id) for each in workshop.all(Measure)),
    )


def _table(pairs: Iterable[tuple[Id, T]]) -> dict[Id, list[T]]:
    table: dict[Id, list[T]] = {}
    for key, value in pairs:
        table.setdefault(key, []).append(value)
    return table


def _strand(workshop: Workshop, index: _Index, statement: Statement) -> Strand:
    measures = index.measures.get(statement.id, [])
    needs = index.needs.get(statement.id, [])
    holders = _each(index.holders, [need.capability for need in needs])
    entries = _each(index.entries, [*(need.id for need in needs), *measures])
    clauses = _each(index.clauses, [*(need.id for need in needs), *(e.id for e in entries)])
    goals = _each(index.goals, [*measures, *(clause.id for clause in clauses)])
    triggers = _each(index.triggers, [goal.id for goal in goals])
    names, capabilities = workshop.of(Organization), workshop.of(Capability)
    return Strand(
        statement,
        {
            "statement": (Knot("statement", "statement", statement.id, statement.text_to),),
            "need": tuple(Knot("need", "need", n.id, capabilities[n.capability].name) for n in needs),
            "partner": tuple(Knot("partner", "organization", id, names[id].name) for id in holders),
            "ledger": tuple(Knot("ledger", "ledger_item", e.id, e.text) for e in entries),
            "clause": tuple(Knot("clause", "clause", c.id, c.subject) for c in clauses),
            "goal": tuple(Knot("goal", "goal", g.id, g.name) for g in goals),
            "exit": tuple(Knot("exit", "exit_trigger", t.id, t.text) for t in triggers),
        },
    )  # fmt: skip


def _each(table: dict[Id, list[T]], keys: Iterable[Id]) -> list[T]:
    """Give what the keys lead to, each once, in the order of the keys."""
    found: dict[Id, T] = {}
    for key in keys:
        for value in table.get(key, ()):
            found.setdefault(value.id if isinstance(value, Record) else str(value), value)
    return list(found.values())


def _loose(workshop: Workshop, index: _Index) -> Iterator[LooseEnd]:
    for statement in workshop.all(Statement):
        if statement.id not in index.needs:
            said = f"No need follows from “{statement.text_to}”"
            yield LooseEnd("statement", "gaps.capabilities", "statement", statement.id, said)
    for need in workshop.all(Need):
        if need.capability not in index.holders:
            name = workshop.get(Capability, need.capability).name
            said = f"Nobody in the network meets the need for {name}"
            yield LooseEnd("need", "partners.sets", "need", need.id, said)
    yield from _loose_entries(workshop)
    for clause in workshop.all(Clause):
        if clause.owner is None:
            said = f"The clause “{clause.subject}” has no owner"
            yield LooseEnd("clause", "deal.agreement", "clause", clause.id, said)
    yield from _loose_goals(workshop, index)
    yield from _loose_exits(workshop)
    yield from _loose_words(workshop)


def _loose_entries(workshop: Workshop) -> Iterator[LooseEnd]:
    items = workshop.all(LedgerItem)
    gains = {item.organization for item in items if item.kind == "gets_benefit"}
    for item in items:
        if item.kind == "gives_up" and item.organization not in gains:
            said = (
                f"{name_of(workshop, item.organization)} gives up “{item.text}” and gains nothing"
            )
            yield LooseEnd("ledger", "deal.ledger", "ledger_item", item.id, said)


def _loose_goals(workshop: Workshop, index: _Index) -> Iterator[LooseEnd]:
    for goal in workshop.all(Goal):
        if not measured_by(workshop, goal):
            said = f"Nobody measures the goal “{goal.name}”"
            yield LooseEnd("goal", "deal.agreement", "goal", goal.id, said)
        if goal.id not in index.triggers:
            said = f"Nothing follows if the goal “{goal.name}” is missed for good"
            yield LooseEnd("goal", "deal.agreement", "goal", goal.id, said)


def _loose_exits(workshop: Workshop) -> Iterator[LooseEnd]:
    plans = workshop.all(ExitPlan)
    if not plans and workshop.of(LedgerItem):
        yield LooseEnd("exit", "deal.agreement", "exit_plan", "", "There is no way out yet")
    for plan in plans:
        if plan.notice_days is None:
            said = f"The exit “{plan.name}” has no notice"
            yield LooseEnd("exit", "deal.agreement", "exit_plan", plan.id, said)


def _loose_words(workshop: Workshop) -> Iterator[LooseEnd]:
    if workshop.of(Clause):
        for card in cards(workshop):
            if not card.answered:
                id = card.answer.id if card.answer else ""
                said = f"No clause answers “{card.question}”"
                yield LooseEnd("clause", "deal.agreement", "stress_answer", id, said)
    for kept in kept_reservations(workshop):
        if not kept.settled:
            said = f"A reservation hangs loose: “{kept.reservation.reason}”. {kept.lacking}"
            yield LooseEnd("clause", "deal.readiness", "reservation", kept.reservation.id, said)
