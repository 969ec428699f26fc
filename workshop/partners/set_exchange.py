# SPDX-License-Identifier: MIT
"""Of sets that come to the same, the one with fewer partners, earlier by name.

Where every set is looked at this holds without more. Where there are too many candidates for
that, a set gives way to one in which one or two of its partners are exchanged for one that
comes earlier, or stands for both.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from workshop.partners.set_enumeration import free_candidates
from workshop.partners.set_problem import Point, Problem, bits, breaks, point

_Alike = dict[tuple[int, int], list[int]]
"""The candidates worth a choice, by cost and strain."""


def exchanged(problem: Problem, points: Iterable[Point]) -> tuple[Point, ...]:
    """Give the points with the preferred sets, as far as such exchanges lead."""
    alike: _Alike = {}
    for i in free_candidates(problem):
        alike.setdefault((problem.costs[i], problem.strains[i]), []).append(i)
    return tuple(_settled(problem, each, alike) for each in points)


def _settled(problem: Problem, given: Point, alike: _Alike) -> Point:
    """Exchange until nothing more is better; every step is preferred to the one before."""
    while (other := next(_better(problem, given, alike), None)) is not None:
        given = other
    return given


def _better(problem: Problem, given: Point, alike: _Alike) -> Iterator[Point]:
    own = bits(given.members & ~problem.fixed)
    for gone in (*combinations(own, 2), *combinations(own, 1)):
        price = sum(problem.costs[i] for i in gone), sum(problem.strains[i] for i in gone)
        for come in alike.get(price, ()):
            if given.members >> come & 1 or (len(gone) == 1 and come > gone[0]):
                continue
            members = given.members & ~sum(1 << i for i in gone) | 1 << come
            other = point(problem, members)
            if other[:3] == given[:3] and not breaks(problem, members):
                yield other
