# SPDX-License-Identifier: MIT
"""Success for us and success for them, side by side: where both say the same, and where they pull.

Which statements touch is told by their dimension; overlap and conflict follow from the measures:
the same thing wanted in the same direction, or in opposite ones.
"""

from typing import NamedTuple

from workshop.future_state.clarity import PARTIES, Clarity, Detail, clarities, detailed_for_both
from workshop.future_state.dimensions import dimensions, same_dimension
from workshop.future_state.records import Measure, Statement
from workshop.state import Workshop
from workshop.why import counted


class Side(NamedTuple):
    """One dimension as each side sees it; a joint statement stands on both sides."""

    dimension: str
    us: tuple[Clarity, ...]
    them: tuple[Clarity, ...]
    relation: str
    """“overlap”, “conflict”, “apart” where both speak of different things, “one side” or “empty”."""
    sentence: str


class SharedVision(NamedTuple):
    """The dimensions side by side, and whether the vision is detailed for both."""

    sides: tuple[Side, ...]
    detail: Detail
    sentence: str


def shared_vision(workshop: Workshop) -> SharedVision:
    """Set both sides beside each other in every dimension that has a statement."""
    found = clarities(workshop)
    sides = tuple(
        side
        for dimension in dimensions(workshop)
        if (side := _side(workshop, dimension, found)).relation != "empty"
    )
    detail = detailed_for_both(workshop)
    conflicts = sum(side.relation == "conflict" for side in sides)
    alone = sum(side.relation == "one side" for side in sides)
    words = [detail.sentence]
    if conflicts:
        pull = "pulls" if conflicts == 1 else "pull"
        words.append(f"{counted(conflicts, 'dimension')} {pull} in two directions.")
    if alone:
        words.append(f"In {counted(alone, 'dimension')} only one side has spoken.")
    return SharedVision(sides, detail, " ".join(words))


def _side(workshop: Workshop, dimension: str, found: tuple[Clarity, ...]) -> Side:
    own = [each for each in found if same_dimension(each.statement.dimension, dimension)]
    us, them = (
        tuple(each for each in own if each.statement.for_whom in (party, "joint"))
        for party in PARTIES
    )
    relation = _relation(workshop, us, them)
    return Side(dimension, us, them, relation, _SENTENCES[relation])


_SENTENCES = {
    "overlap": "Both want this.",
    "conflict": "The same thing is to move in two directions.",
    "apart": "Each speaks of something else; ask what the other's success would cost.",
    "one side": "Only one side has said what success would be.",
    "empty": "",
}


def _relation(workshop: Workshop, us: tuple[Clarity, ...], them: tuple[Clarity, ...]) -> str:
    if not us or not them:
        return "one side" if us or them else "empty"
    ours, theirs = (_aims(workshop, [each.statement for each in side]) for side in (us, them))
    shared = ours.keys() & theirs.keys()
    if any(len(ours[name] | theirs[name]) > 1 for name in shared):
        return "conflict"
    joint = {each.statement.id for each in us} & {each.statement.id for each in them}
    return "overlap" if shared or joint else "apart"


def _aims(workshop: Workshop, statements: list[Statement]) -> dict[str, set[str]]:
    """Give what each measured thing is to do, by its name without case."""
    ids = {each.id for each in statements}
    aims: dict[str, set[str]] = {}
    for measure in workshop.of(Measure).values():
        if measure.statement in ids:
            aims.setdefault(measure.name.strip().casefold(), set()).add(measure.direction)
    return aims
