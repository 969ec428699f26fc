# SPDX-License-Identifier: MIT
"""The choice of a partner set as numbers: who covers what, at which cost and strain, under which rules.

A candidate covers a need alone or not at all (domain section 6); bits of an int stand for needs
and for candidates, which are in the order of their names, so that ties break by name.
"""

from collections.abc import Iterable
from typing import NamedTuple

from workshop.ids import Id
from workshop.why import counted


class Problem(NamedTuple):
    """Candidates in the order of their names, needs, and the rules a set must keep.

    `covers` has for each candidate the bits of the needs it covers, `held` those we cover
    ourselves, `musts` the must-haves; `fixed` has the bits of the candidates in every set. Costs,
    strains and weights are whole numbers, 0 or more. `strict` asks every set for all must-haves.
    """

    ids: tuple[Id, ...]
    names: tuple[str, ...]
    costs: tuple[int, ...]
    strains: tuple[int, ...]
    covers: tuple[int, ...]
    needs: tuple[Id, ...]
    need_names: tuple[str, ...]
    weights: tuple[int, ...]
    held: int = 0
    musts: int = 0
    fixed: int = 0
    pairs: tuple[tuple[int, int], ...] = ()
    budget: int | None = None
    most: int | None = None
    strict: bool = False

    @property
    def total(self) -> int:
        """The importance of all needs together."""
        return sum(self.weights)


class Point(NamedTuple):
    """What a set of candidates comes to; `members` has their bits, coverage is in importance."""

    coverage: int
    cost: int
    strain: int
    members: int


def bits(mask: int) -> list[int]:
    """Give the places of the bits that are set, the lowest first."""
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def mask_of(places: Iterable[int]) -> int:
    """Give the int with bits set at these places."""
    return sum(1 << place for place in set(places))


def covered(problem: Problem, members: int) -> int:
    """Give the bits of the needs that we and these candidates cover."""
    mask = problem.held
    for place in bits(members):
        mask |= problem.covers[place]
    return mask


def weigh(problem: Problem, needs: int) -> int:
    """Give the importance of these needs together."""
    return sum(problem.weights[place] for place in bits(needs))


def point(problem: Problem, members: int) -> Point:
    """Give what a set comes to, whether or not it keeps the rules."""
    inside = bits(members)
    return Point(
        weigh(problem, covered(problem, members)),
        sum(problem.costs[place] for place in inside),
        sum(problem.strains[place] for place in inside),
        members,
    )


def breaks(problem: Problem, members: int) -> list[str]:
    """Give a sentence for each rule that a set breaks."""
    found = [
        f"{problem.names[a]} and {problem.names[b]} cannot be in one set."
        for a, b in problem.pairs
        if members >> a & 1 and members >> b & 1
    ]
    found += [
        f"{problem.names[place]} is already chosen and would be missing."
        for place in bits(problem.fixed & ~members)
    ]
    cost = sum(problem.costs[place] for place in bits(members))
    if problem.budget is not None and cost > problem.budget:
        found.append(f"The cost is {cost}, over the budget of {problem.budget}.")
    if problem.most is not None and members.bit_count() > problem.most:
        many = counted(members.bit_count(), "partner is", "partners are")
        found.append(f"{many} more than the {problem.most} allowed.")
    if problem.strict and problem.musts & ~covered(problem, members):
        found.append("A must-have stays open.")
    return found


def preferred(problem: Problem, members: int) -> tuple[int, list[int]]:
    """Give the key by which ties break: fewer partners, then the names in their order."""
    return members.bit_count(), bits(members)


def front(points: Iterable[Point], problem: Problem) -> tuple[Point, ...]:
    """Give the points no other is at least as good as in all three; of equal ones the preferred.

    They are sorted by cost, strain and coverage.
    """
    best: dict[tuple[int, int, int], Point] = {}
    for each in points:
        known = best.get(each[:3])
        if known is None or preferred(problem, each.members) < preferred(problem, known.members):
            best[each[:3]] = each
    kept: list[Point] = []
    for each in sorted(best.values(), key=lambda p: (p.cost, p.strain, -p.coverage)):
        if not any(k.coverage >= each.coverage and k.strain <= each.strain for k in kept):
            kept.append(each)
    return tuple(kept)
