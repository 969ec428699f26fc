# SPDX-License-Identifier: MIT
"""How clear the future state is: beyond generic talk and fuzzy visions, for both sides.

A statement is as concrete as its best measure: a target borrowed from one measure and a baseline
from another would settle nothing.
"""

from collections.abc import Mapping
from typing import NamedTuple

from workshop.future_state.dimensions import MANDATORY, same_dimension
from workshop.future_state.records import Measure, Statement
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import Why, listed, number

FUZZY_BELOW = 0.6

MEASURED = ("a measure with today's value", "a target", "a target date", "who measures")
"""What the best measure of a statement should tell; a named owner is the fifth criterion."""

PARTIES: Mapping[str, str] = {"us": "for us", "them": "for them"}


class Clarity(NamedTuple):
    """How concrete a statement is, from 0 to 1, and what it lacks."""

    statement: Statement
    concreteness: float
    fuzzy: bool
    missing: tuple[str, ...]
    why: Why


class Detail(NamedTuple):
    """Whether the vision is detailed for both sides, and where (dimension, party) it is not."""

    for_both: bool
    missing: tuple[tuple[str, str], ...]
    sentence: str


def clarities(workshop: Workshop) -> tuple[Clarity, ...]:
    """Test every statement, in the order in which they were made."""
    measures: dict[Id, list[Measure]] = {}
    for measure in workshop.all(Measure):
        measures.setdefault(measure.statement, []).append(measure)
    return tuple(_clarity(s, measures.get(s.id, [])) for s in workshop.all(Statement))


def clarity(workshop: Workshop, statement: Id) -> Clarity:
    """Test one statement."""
    own = [measure for measure in workshop.all(Measure) if measure.statement == statement]
    return _clarity(workshop.get(Statement, statement), own)


def detailed_for_both(workshop: Workshop) -> Detail:
    """Tell whether each side has a statement that is not fuzzy in each mandatory dimension.

    A joint statement counts for both sides.
    """
    clear = [each.statement for each in clarities(workshop) if not each.fuzzy]
    missing = tuple(
        (dimension, party)
        for dimension in MANDATORY
        for party in PARTIES
        if not any(
            s.for_whom in (party, "joint") and same_dimension(s.dimension, dimension) for s in clear
        )
    )
    if not missing:
        return Detail(True, (), "The vision is detailed for both sides.")
    lacking = [
        f"{dimension.lower()} {_sides([party for name, party in missing if name == dimension])}"
        for dimension in MANDATORY
        if any(name == dimension for name, _ in missing)
    ]
    return Detail(False, missing, f"A clear statement is missing in {listed(lacking)}.")


def _sides(parties: list[str]) -> str:
    return "for both sides" if len(parties) == len(PARTIES) else PARTIES[parties[0]]


def _clarity(statement: Statement, measures: list[Measure]) -> Clarity:
    checks = max((_checks(measure) for measure in measures), key=_held, default=_checks(None))
    checks = {**checks, "a named owner": statement.owner is not None}
    held = _held(checks)
    concreteness = held / len(checks)
    why = Why(
        f"Criteria met ÷ {len(checks)}; fuzzy below {number(FUZZY_BELOW)}",
        tuple((name, "yes" if met else "no") for name, met in checks.items()),
    )
    missing = tuple(name for name, met in checks.items() if not met)
    return Clarity(statement, concreteness, concreteness < FUZZY_BELOW, missing, why)


def _checks(measure: Measure | None) -> dict[str, bool]:
    held = (
        (False, False, False, False)
        if measure is None
        else (
            measure.baseline is not None,
            measure.target is not None,
            measure.target_date is not None,
            bool(measure.who_measures.strip()),
        )
    )
    return dict(zip(MEASURED, held, strict=True))


def _held(checks: dict[str, bool]) -> int:
    return sum(checks.values())
