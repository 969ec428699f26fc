# SPDX-License-Identifier: MIT
"""The proof of a frontier for many candidates.

Sets are built up candidate by candidate, and one is let go only where no way to go on can beat
what is known. How much a set could still come to is bounded by Lagrangian relaxation: for prices
on cost and strain, and a split u of each need's importance among those who cover it, coverage
minus priced cost and strain grows by at most Σ (w − u) over the open needs plus, over the
candidates to come, what their open u exceed their price. Every u gives a bound that holds; good
ones come from a subgradient search. The prices are those at which the known frontier trades.
"""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.set_archive import Archive
from workshop.partners.set_beam import (
    Free,
    Sets,
    allowed,
    first_answer,
    free_arrays,
    joined,
    starting,
)
from workshop.partners.set_enumeration import (
    Goes,
    Numbers,
    coverage_of,
    weight_planes,
)
from workshop.partners.set_problem import Point, Problem

MOST_SETS = 3_000_000
"""More unfinished sets than this at a time would not fit into memory; the proof then gives up."""
_CHUNK = 4096
_CELLS = 2_000_000
_STEPS = 120
_SLACK = 1e-6

Reals = NDArray[np.float64]


class _Price(NamedTuple):
    """Prices of one point of cost and of strain, and the split u of each need's importance."""

    cost: float
    strain: float
    split: Reals


class _Reach(NamedTuple):
    """Where a set would have to come to be new: for a cost and strain, the coverage to beat."""

    costs: Numbers
    strains: Numbers
    coverage: Numbers


def prove(
    problem: Problem, known: Iterable[Point] = (), goes: Goes = lambda done: True
) -> tuple[Point, ...] | None:
    """Give the exact frontier; None if told to stop, or where it would take too much memory.

    Known points, such as a first answer, are where it starts from.
    """
    free, planes, archive = free_arrays(problem), weight_planes(problem), Archive(problem)
    archive.add_points([*known, *first_answer(problem)])
    order = _order(problem, free)
    sets = starting(problem)
    prices = _prices(archive.points())
    for step, candidate in enumerate(order):
        if not len(sets.costs):
            break
        if not goes(step / len(order)):
            return None
        one = free.only(candidate)
        able = np.flatnonzero(allowed(problem, sets, one))
        fresh = joined(sets.take(able), one, np.zeros(len(able), np.intp))
        archive.add(
            fresh.costs, fresh.strains, coverage_of(fresh.masks, planes), fresh.members, fresh.masks
        )
        sets = _merged(sets, fresh)
        rest = np.array(order[step + 1 :], np.intp)
        often = _open(_sample(sets), len(problem.needs)).mean(axis=0)
        bound = _Bound(problem, free, rest, prices, often)
        kept = _promising(sets, bound, archive, goes, step / len(order))
        if kept is None or len(kept.costs) > MOST_SETS:
            return None
        sets = kept
    return archive.points()


class _Bound:
    """How much coverage a set can come to with the candidates that are still to be decided."""

    def __init__(
        self,
        problem: Problem,
        free: Free,
        rest: NDArray[np.intp],
        prices: list[tuple[float, float]],
        often: Reals,
    ) -> None:
        count = len(problem.needs)
        self.weights = np.array(problem.weights, np.float64)
        self.covers = np.array(
            [[problem.covers[free.places[i]] >> k & 1 for k in range(count)] for i in rest],
            np.float64,
        ).reshape(len(rest), count)
        self.reachable = self.covers.any(axis=0)
        self.costs, self.strains = free.costs[rest], free.strains[rest]
        self.prices = [_Price(c, s, self._split(c, s, often)) for c, s in prices]

    def _split(self, cost: float, strain: float, often: Reals) -> Reals:
        """Search the split that bounds best where needs are open as often as told."""
        price = cost * self.costs + strain * self.strains
        weights = self.weights * self.reachable
        split = best = weights / 2
        covers = self.covers * often
        least = math.inf
        for step in range(_STEPS):
            worth = covers @ split - price
            value = often @ (weights - split) + worth[worth > 0].sum()
            if value < least:
                least, best = value, split
            slope = self.covers[worth > 0].sum(axis=0) - 1.0
            split = np.clip(split - slope * 2.0 / (1 + step / 4), 0, weights)
        return best

    def most(self, open_needs: Reals, price: _Price) -> Reals:
        """Give for each row of open needs the most that coverage minus the price can still grow."""
        loose = open_needs @ ((self.weights - price.split) * self.reachable)
        worth = (open_needs * price.split) @ self.covers.T
        worth -= price.cost * self.costs + price.strain * self.strains
        grown: Reals = loose + np.maximum(worth, 0, out=worth).sum(axis=1)
        return grown


def _promising(
    sets: Sets,
    bound: _Bound,
    archive: Archive,
    goes: Goes,
    done: float,
) -> Sets | None:
    """Keep the sets that might still come to something new."""
    reach = _reach(archive)
    kept = [np.zeros(0, np.intp)]
    size = max(1, min(_CHUNK, _CELLS // max(1, len(reach.costs))))
    for first in range(0, len(sets.costs), size):
        if not goes(done):
            return None
        chunk = sets.take(np.arange(first, min(first + size, len(sets.costs))))
        kept.append(first + np.flatnonzero(_can_beat(chunk, bound, reach)))
    return sets.take(np.concatenate(kept))


def _can_beat(sets: Sets, bound: _Bound, reach: _Reach) -> NDArray[np.bool_]:
    """Tell which sets could come to more coverage than is known at some cost and strain."""
    open_needs = _open(sets, len(bound.weights))
    coverage = (1 - open_needs) @ bound.weights
    top = coverage + open_needs @ (bound.weights * bound.reachable)
    can = (
        (sets.costs[:, None] <= reach.costs)
        & (sets.strains[:, None] <= reach.strains)
        & (top[:, None] >= reach.coverage + 1 - _SLACK)
    )
    for price in bound.prices:
        paid = price.cost * sets.costs + price.strain * sets.strains
        limit = coverage - paid + bound.most(open_needs, price)
        wanted = (
            reach.coverage + 1 - _SLACK - price.cost * reach.costs - price.strain * reach.strains
        )
        can &= limit[:, None] >= wanted
    return np.asarray(can.any(axis=1), np.bool_)


def _open(sets: Sets, count: int) -> Reals:
    """Give for each set a row with 1 for every need that is open."""
    octets = np.ascontiguousarray(sets.masks.T).view(np.uint8)
    return 1.0 - np.unpackbits(octets, axis=1, bitorder="little")[:, :count].astype(np.float64)


def _reach(archive: Archive) -> _Reach:
    """Give the corners of what is known: beyond each, the least coverage that would be new."""
    most = archive.most_covered()
    right = np.ones(most.shape, bool)
    right[:-1] = most[1:] > most[:-1]
    up = np.ones(most.shape, bool)
    up[:, :-1] = most[:, 1:] > most[:, :-1]
    costs, strains = np.nonzero(right & up)
    return _Reach(costs, strains, most[costs, strains])


def _prices(points: tuple[Point, ...]) -> list[tuple[float, float]]:
    """Give the prices of cost and strain at which the frontier trades, a handful of each."""
    costs = _slopes([(p.cost, p.coverage) for p in points])
    strains = _slopes([(p.strain, p.coverage) for p in points])
    return [(c, 0.0) for c in costs] + [(0.0, s) for s in strains] + [
        (c * part, s * (1 - part)) for c in costs[::2] for s in strains[::2] for part in (0.33, 0.67)
    ]  # fmt: skip


def _slopes(pairs: list[tuple[int, int]], most: int = 6) -> list[float]:
    best: dict[int, int] = {}
    for at, coverage in pairs:
        best[at] = max(coverage, best.get(at, 0))
    hull: list[tuple[int, int]] = []
    for at in sorted(best):
        while len(hull) > 1 and (hull[-1][1] - hull[-2][1]) * (at - hull[-1][0]) <= (
            best[at] - hull[-1][1]
        ) * (hull[-1][0] - hull[-2][0]):
            hull.pop()
        hull.append((at, best[at]))
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(hull)]
    slopes = [slope for slope in slopes if slope > 0]
    return [
        slopes[n * (len(slopes) - 1) // max(1, most - 1)] for n in range(min(most, len(slopes)))
    ]


def _order(problem: Problem, free: Free) -> list[int]:
    """Give the candidates with those first that cover most for their cost and strain."""
    worth = coverage_of(free.masks, weight_planes(problem)) / (1 + free.costs + free.strains)
    return [int(i) for i in np.argsort(-worth, kind="stable")]


def _sample(sets: Sets) -> Sets:
    return sets.take(np.arange(0, len(sets.costs), max(1, len(sets.costs) // 500)))


def _merged(sets: Sets, fresh: Sets) -> Sets:
    return Sets(
        np.concatenate([sets.masks, fresh.masks], axis=1),
        np.concatenate([sets.members, fresh.members], axis=1),
        np.concatenate([sets.costs, fresh.costs]),
        np.concatenate([sets.strains, fresh.strains]),
    )
