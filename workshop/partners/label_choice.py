# SPDX-License-Identifier: MIT
"""Chooses one place for each name so that no two exclude each other.

Sets of places are bits of a number, so that asking whether a place is free is one operation. A
name that finds none may move others, which may move further ones in turn.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from workshop.partners.label_rivals import bits, rivals
from workshop.partners.label_spots import Spots

_RIVAL_COST = 0.02
"""How much a place is disliked for each place of another name that it would take away."""
_CHAIN = 4
"""How many names may move in turn so that one more finds room."""
_LOOKED_AT = 400
"""How many places are tried for one such chain."""


class Choice:
    """The places so far and which of them are taken, for names known by their turn."""

    def __init__(self, spots: Spots, count: int) -> None:
        self.spots = spots
        self.chosen: dict[int, int] = {}
        """The number of the place of each name that has one."""
        self._rivals = bits(rivals(spots, spots))
        self._owner: list[int] = spots.owner.tolist()
        self._of = _by_liking(spots, self._rivals, 0, count)
        self._taken = self._left = self._at_once = 0

    def add(self, more: Spots) -> None:
        """Offer more places, liked less than those known."""
        known = len(self._owner)
        between = rivals(more, self.spots)
        own, touched = bits(rivals(more, more)), np.flatnonzero(between.any(axis=0))
        for at, new in zip(touched.tolist(), bits(between[:, touched].T), strict=True):
            self._rivals[at] |= new << known
        rows = [row | new << known for row, new in zip(bits(between), own, strict=True)]
        self._rivals += rows
        self._owner += more.owner.tolist()
        both = zip(self.spots, more, strict=True)
        self.spots = Spots(*(np.concatenate([one, other]) for one, other in both))
        for turn, mine in enumerate(_by_liking(more, rows, known, len(self._of))):
            self._of[turn] += mine

    def choose(self, order: Sequence[int]) -> list[int]:
        """Choose anew, in an order; give those who found no place."""
        self._taken, self.chosen = 0, {}
        return self.go_on([turn for turn in order if not self._settle(turn)])

    def go_on(
        self, waiting: Sequence[int], at_once: int = 1, looked_at: int = _LOOKED_AT
    ) -> list[int]:
        """Find places for more names by moving so many others; give those who found none."""
        left, self._at_once = [], at_once
        for turn in waiting:
            self._left = looked_at
            if not self._push(turn, _CHAIN, frozenset()):
                left.append(turn)
        return left

    def _settle(self, turn: int) -> bool:
        for at in self._of[turn]:
            if not self._rivals[at] & self._taken:
                self._take(turn, at)
                return True
        return False

    def _take(self, turn: int, at: int) -> None:
        self.chosen[turn] = at
        self._taken |= 1 << at

    def _push(self, turn: int, depth: int, moving: frozenset[int]) -> bool:
        """Take a place, moving others from it if need be, each of which may move others in turn."""
        for at in self._of[turn]:
            self._left -= 1
            if self._left < 0:
                return False
            blocking = self._rivals[at] & self._taken
            if not blocking:
                self._take(turn, at)
                return True
            if (
                depth
                and blocking.bit_count() <= self._at_once
                and self._moved(turn, at, blocking, depth, moving)
            ):
                return True
        return False

    def _moved(self, turn: int, at: int, blocking: int, depth: int, moving: frozenset[int]) -> bool:
        others = {self._owner[low] for low in (blocking.bit_length() - 1, _lowest(blocking))}
        if others & moving:
            return False
        before = self._taken, dict(self.chosen)
        for other in others:
            self._taken ^= 1 << self.chosen.pop(other)
        self._take(turn, at)
        moving |= {turn, *others}
        if all(self._push(other, depth - 1, moving) for other in sorted(others)):
            return True
        self._taken, self.chosen = before
        return False


def _lowest(number: int) -> int:
    return (number & -number).bit_length() - 1


def _by_liking(spots: Spots, rows: Sequence[int], first: int, count: int) -> list[list[int]]:
    """Give for each turn the numbers of its places, counted from `first`, the best first."""
    starts = np.searchsorted(spots.owner, np.arange(count + 1)).tolist()
    cost = [
        rank + _RIVAL_COST * rows[at].bit_count()
        for low, high in pairwise(starts)
        for rank, at in enumerate(range(low, high))
    ]
    return [
        [first + at for at in sorted(range(low, high), key=cost.__getitem__)]
        for low, high in pairwise(starts)
    ]
