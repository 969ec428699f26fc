# SPDX-License-Identifier: MIT
"""From what each end of a tie says to the tie: both are kept, and where they differ it is said.

A tie that nobody knows the strength of takes the higher one, as ties that are told twice are
merged everywhere; one whose strength is known keeps it. Where all who are asked say that there is
no tie, there is none.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from workshop.ids import Id
from workshop.interchange.plan import SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.row_values import problem_at
from workshop.interchange.rows import Row
from workshop.interchange.tie_answer import TieAnswer
from workshop.partners.records import Tie
from workshop.partners.tie_records import TRUST, VALUE
from workshop.partners.trust import TALK
from workshop.record import fold
from workshop.why import counted, number

_SAID = ("strength", *TRUST, *VALUE, "remark")


class Heard(NamedTuple):
    """A row of a survey with what it says."""

    sheet: SheetPlan
    row: Row
    answer: TieAnswer


def by_tie(heard: Iterable[Heard]) -> list[list[Heard]]:
    """Put together what is about one tie, whichever end says it."""
    ties: dict[tuple[frozenset[Id], str], list[Heard]] = {}
    for each in heard:
        answer = each.answer
        key = frozenset((answer.source, answer.target)), fold(answer.relation)
        ties.setdefault(key, []).append(each)
    return list(ties.values())


def tie_of(told: Sequence[Heard], id: Id, known: Tie | None) -> Tie | None:
    """Give the tie that is told of, as it is known already or new with an id; None if all say there is none."""
    strengths = [each.answer.strength for each in told]
    highest = max((each for each in strengths if each is not None), default=None)
    if known:
        has_none = known.strength is None and highest is not None
        return msgspec.structs.replace(known, strength=highest) if has_none else known
    if set(strengths) == {0.0}:
        return None
    first = told[0].answer
    return Tie(
        id=id, source=first.source, target=first.target, relation=first.relation, strength=highest
    )


def said(answer: TieAnswer) -> dict[str, object]:
    """Give what an answer says, by the fields of a report; what is blank says nothing."""
    values = {name: getattr(answer, name) for name in _SAID}
    return {name: value for name, value in values.items() if value not in (None, "")}


def first_of_each(told: Iterable[Heard]) -> list[Heard]:
    """Give what each end says first; another row of the same end is left out and said to be."""
    ends: dict[Id, Heard] = {}
    for each in told:
        ends.setdefault(each.answer.source, each)
    return list(ends.values())


def differing(told: Sequence[Heard], names: Mapping[Id, str]) -> Problem | None:
    """Give the conversation that two ends should have, if their strengths lie that far apart."""
    rated = [(each, each.answer.strength) for each in told if each.answer.strength is not None]
    if len(rated) < 2:
        return None
    (one, a), (other, b) = rated
    if abs(a - b) < TALK:
        return None
    sentence = (
        f"{names[other.answer.source]} says {number(b, 1)} where {names[one.answer.source]} "
        f"says {number(a, 1)} in row {one.row.number}; both are kept."
    )
    return problem_at(other.sheet, other.row, "strength", sentence, "Talk about it.", False)


def overview(sheet: SheetPlan, ties: Sequence[Sequence[Heard]], no_ties: int) -> Problem:
    """Say how many ties both ends speak of, and of how many pairs all say that there is none."""
    both = sum(len(told) > 1 for told in ties)
    words = f"Both ends speak of {both:,} of {counted(len(ties), 'tie')}."
    fix = ""
    if ties and not both:
        words = "Of no tie do both ends speak."
        fix = "If each row is a tie and not what one end says of it, say so above."
    if no_ties:
        silent = f"{counted(no_ties, 'pair')} said to have no tie brought nothing."
        words = f"{words} {silent}" if ties else silent
    return Problem(sheet.sheet.file, sheet.sheet.name, 0, "", words, fix, False)
