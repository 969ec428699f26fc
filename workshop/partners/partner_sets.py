# SPDX-License-Identifier: MIT
"""Which partners together close the gaps, at what cost and strain: the sets worth choosing from.

A set is worth choosing if no other covers as much at no more cost and strain. Up to 24 candidates
the whole frontier is found at once and is exact. Beyond, a first answer is marked as not proven
until `proven_frontier` has gone through; it is never called the best before.
"""

from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet
from workshop.partners.set_beam import first_answer
from workshop.partners.set_enumeration import MOST_FREE, Goes, enumerate_front, free_candidates
from workshop.partners.set_exchange import exchanged
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import (
    Point,
    Problem,
    bits,
    breaks,
    covered,
    mask_of,
    point,
    weigh,
)
from workshop.partners.set_proof import prove
from workshop.state import Workshop
from workshop.why import counted, listed, percent


class PartnerSet(NamedTuple):
    """A set of partners and what it comes to; shares run from 0 to 1 and are None without needs.

    `coverage` is of all that is needed, `closed` of what we do not hold ourselves, both weighted
    by importance.
    """

    members: tuple[Id, ...]
    names: tuple[str, ...]
    coverage: float | None
    closed: float | None
    cost: int
    strain: int
    open_needs: tuple[Id, ...]
    open_musts: tuple[Id, ...]
    mask: int

    @property
    def label(self) -> str:
        """The names of the partners as in a sentence, or that we go alone."""
        return listed(list(self.names)) or "Going alone"

    def does(self, one: str, many: str) -> str:
        """Give the label with a verb in the form that agrees: “A and B cover”, “A covers”."""
        return f"{self.label} {many if len(self.names) > 1 else one}"


class Frontier(NamedTuple):
    """The sets worth choosing from, by cost, and going alone; `notes` tell what was assumed."""

    problem: Problem
    sets: tuple[PartnerSet, ...]
    alone: PartnerSet
    proven: bool
    notes: tuple[str, ...]


def frontier(
    workshop: Workshop, *, budget: int | None = None, most: int | None = None, strict: bool = False
) -> Frontier:
    """Give the sets worth choosing from: proven up to 24 free candidates, else a first answer."""
    posed = pose(workshop, budget=budget, most=most, strict=strict)
    return _frontier(posed.problem, posed.notes, *solve(posed.problem))


def proven_frontier(
    workshop: Workshop,
    goes: Goes,
    *,
    budget: int | None = None,
    most: int | None = None,
    strict: bool = False,
) -> Frontier | None:
    """Give the proven frontier for any number of candidates; None if told to stop.

    `goes` is told how far the work is, from 0 to 1, and answers whether to go on.
    """
    posed = pose(workshop, budget=budget, most=most, strict=strict)
    points = exact_front(posed.problem, goes)
    return None if points is None else _frontier(posed.problem, posed.notes, points, True)


def solve(problem: Problem) -> tuple[tuple[Point, ...], bool]:
    """Give the frontier as points, and whether it is proven."""
    if len(free_candidates(problem)) <= MOST_FREE:
        return enumerate_front(problem) or (), True
    return first_answer(problem), False


def exact_front(problem: Problem, goes: Goes = lambda done: True) -> tuple[Point, ...] | None:
    """Give the proven frontier as points, however long it takes; None if told to stop."""
    if len(free_candidates(problem)) <= MOST_FREE:
        return enumerate_front(problem, goes)
    points = prove(problem, goes=goes)
    return None if points is None else exchanged(problem, points)


def chosen_set(workshop: Workshop) -> PartnerSet | None:
    """Give the set the room has chosen, if it has; members that are no candidates are left out."""
    record = workshop.of(ChosenSet).get(CHOSEN_SET_ID)
    if record is None or not record.members:
        return None
    problem = pose(workshop).problem
    return describe(problem, members_mask(problem, record.members))


def broken_rules(workshop: Workshop) -> list[str]:
    """Give a sentence for each rule that the chosen set breaks."""
    record = workshop.of(ChosenSet).get(CHOSEN_SET_ID)
    problem = pose(workshop).problem
    return breaks(problem, members_mask(problem, record.members)) if record else []


def members_mask(problem: Problem, members: tuple[Id, ...]) -> int:
    """Give the bits of these organizations among the candidates."""
    return mask_of(problem.ids.index(id) for id in members if id in problem.ids)


def describe(problem: Problem, members: int) -> PartnerSet:
    """Tell what a set comes to."""
    at = point(problem, members)
    open_needs = bits(~covered(problem, members) & mask_of(range(len(problem.needs))))
    held, total = weigh(problem, problem.held), problem.total
    inside = bits(members)
    return PartnerSet(
        members=tuple(problem.ids[i] for i in inside),
        names=tuple(problem.names[i] for i in inside),
        coverage=at.coverage / total if total else None,
        closed=(at.coverage - held) / (total - held) if total > held else None,
        cost=at.cost,
        strain=at.strain,
        open_needs=tuple(problem.needs[k] for k in open_needs),
        open_musts=tuple(problem.needs[k] for k in open_needs if problem.musts >> k & 1),
        mask=members,
    )


def set_headline(found: PartnerSet) -> str:
    """Say how much a set closes, as in: “Three partners close 91% of the gap”."""
    if found.closed is None:
        return "We hold all that is needed" if found.coverage else "No need is weighed yet"
    if not found.members:
        return f"Alone we cover {percent(found.coverage or 0)} of what is needed"
    count = len(found.members)
    verb = "closes" if count == 1 else "close"
    return f"{in_words(count)} {'partner' if count == 1 else 'partners'} {verb} {percent(found.closed)} of the gap"


def frontier_headline(found: Frontier) -> str:
    """Say how many sets are worth choosing from, and the most any of them covers."""
    if not found.sets:
        return "No set of partners keeps the rules"
    if found.alone.coverage is None:
        return "No need is weighed yet, so no sets can be compared"
    most = max(found.sets, key=lambda s: s.coverage or 0)
    sets = counted(len(found.sets), "set")
    proof = "" if found.proven else " (a first answer, not proven yet)"
    return (
        f"{sets} worth choosing from{proof}; the most any covers is {percent(most.coverage or 0)}, "
        f"alone it is {percent(found.alone.coverage or 0)}"
    )


def in_words(count: int) -> str:
    """Give a small number as a word to begin a sentence with."""
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else str(count)


def _frontier(
    problem: Problem, notes: tuple[str, ...], points: tuple[Point, ...], proven: bool
) -> Frontier:
    sets = tuple(describe(problem, each.members) for each in points)
    return Frontier(problem, sets, describe(problem, 0), proven, notes)
