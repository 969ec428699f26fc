# SPDX-License-Identifier: MIT
"""The best partner sets met so far: for each coverage and cost the one with the least strain."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from workshop.partners.set_enumeration import (
    NOTHING,
    Masks,
    Numbers,
    best_cells,
    member_bits,
    members_of,
    preferred_order,
    words_of,
)
from workshop.partners.set_problem import Point, Problem


class Archive:
    """A grid of coverage by cost, as wide as the budget allows."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        limit = sum(problem.costs)
        if problem.budget is not None:
            limit = min(limit, problem.budget)
        self.shape = (problem.total + 1, max(0, limit) + 1)
        self.strain = np.full(self.shape[0] * self.shape[1], NOTHING)
        self._words = max(1, -(-len(problem.ids) // 64))
        self._members = np.zeros((self._words, len(self.strain)), np.uint64)

    def add(
        self, costs: Numbers, strains: Numbers, coverage: Numbers, members: Masks, masks: Masks
    ) -> None:
        """Note sets that keep the rules, if they are better than those known."""
        if self._problem.strict:
            musts = words_of(self._problem.musts, len(masks))[:, None]
            full = ((masks & musts) == musts).all(axis=0)
            costs, strains, coverage = costs[full], strains[full], coverage[full]
            members = members[:, full]
        keys = coverage * self.shape[1] + costs
        order = np.flatnonzero(strains <= self.strain[keys])
        if not len(order):
            return
        keys, strains, members = keys[order], strains[order], members[:, order]
        order = np.lexsort((*preferred_order(members), strains, keys))
        firsts = order[np.r_[True, np.diff(keys[order]) != 0]]
        better = firsts[self._beats(keys[firsts], strains[firsts], members[:, firsts])]
        self.strain[keys[better]] = strains[better]
        self._members[:, keys[better]] = members[:, better]

    def _beats(self, keys: Numbers, strains: Numbers, members: Masks) -> NDArray[np.bool_]:
        """Tell which sets come before those known at their place: less strain, or preferred."""
        known = self._members[:, keys]
        fewer = np.bitwise_count(members).sum(axis=0, dtype=np.int64)
        fewer -= np.bitwise_count(known).sum(axis=0, dtype=np.int64)
        before, even = fewer < 0, fewer == 0
        for own, other in zip(members, known, strict=True):
            before |= even & (own > other)
            even &= own == other
        return np.asarray((strains < self.strain[keys]) | before, np.bool_)

    def add_points(self, points: Iterable[Point]) -> None:
        """Note points that are known from elsewhere."""
        for each in points:
            key = each.coverage * self.shape[1] + each.cost
            if each.strain < self.strain[key]:
                self.strain[key] = each.strain
                self._members[:, key] = member_bits(each.members, self._words)

    def most_covered(self) -> Numbers:
        """Give the most coverage known within each cost (rows) and strain (columns); −1: none."""
        found = self.points()
        strain = sum(self._problem.strains)
        most = np.full((self.shape[1], strain + 1), -1, np.int64)
        for each in found:
            most[each.cost, each.strain] = max(most[each.cost, each.strain], each.coverage)
        return np.maximum.accumulate(np.maximum.accumulate(most, axis=0), axis=1)

    def points(self) -> tuple[Point, ...]:
        """Give the sets no other is at least as good as in all three, by cost and strain."""
        keys = np.flatnonzero(best_cells(self.strain.reshape(self.shape)).ravel())
        found = [
            Point(*divmod(key, self.shape[1]), int(self.strain[key]), self._read(key))
            for key in map(int, keys)
        ]
        return tuple(sorted(found, key=lambda p: (p.cost, p.strain, p.coverage)))

    def _read(self, key: int) -> int:
        return members_of(self._members[:, key])
