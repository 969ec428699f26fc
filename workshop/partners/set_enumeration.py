# SPDX-License-Identifier: MIT
"""The whole exact frontier of partner sets, by looking at every set: up to 24 free candidates.

The sets of the first 16 candidates are one block of bit masks that stays in the processor's
cache; every set of the others is joined to the whole block at once. A grid keeps the least strain
for each coverage and cost, and of equal sets the one with fewer partners, earlier by name.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.set_problem import Point, Problem, bits, covered, mask_of, point

MOST_FREE = 24
"""The most candidates whose every set is looked at."""
_BLOCK = 16
_WORD = 64
NOTHING = np.iinfo(np.int64).max
"""The strain of a cell without a set."""

Masks = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Goes = Callable[[float], bool]
"""Told how far the work is, from 0 to 1; answers whether to go on."""


class _Block(NamedTuple):
    """All sets of some candidates: needs covered (one row a word), cost, rank and members."""

    masks: Masks
    costs: Numbers
    ranks: Numbers
    members: Numbers
    low: list[int]


def free_candidates(problem: Problem) -> list[int]:
    """Give the candidates worth a choice: not fixed, and covering something that is still open."""
    base = covered(problem, problem.fixed)
    every = range(len(problem.ids))
    return [i for i in every if not problem.fixed >> i & 1 and problem.covers[i] & ~base]


def enumerate_front(problem: Problem, goes: Goes = lambda done: True) -> tuple[Point, ...] | None:
    """Give the exact frontier, sorted by cost, strain and coverage; None if told to stop."""
    free = free_candidates(problem)
    low, high = free[:_BLOCK], free[_BLOCK:]
    ranks = _Ranks(problem, free)
    block = _block(problem, low, ranks)
    start = point(problem, problem.fixed)
    top = start.cost + sum(problem.costs[i] for i in free)
    if problem.budget is not None:
        top = min(top, problem.budget)
    if top < start.cost:
        return ()
    width = top + 1
    grid = np.full((problem.total + 1) * width, NOTHING)
    planes = weight_planes(problem)
    for done, chosen in enumerate(_subsets(high)):
        if not goes(done / 2 ** len(high)):
            return None
        _join(problem, block, chosen, ranks, planes, grid, width)
    return ranks.points(problem, grid.reshape(-1, width))


class _Ranks:
    """Strain, number of partners and names of a set as one number, which adds up over members."""

    def __init__(self, problem: Problem, free: list[int]) -> None:
        self.free = free
        self.shift = len(free) + 6
        self.of = {
            i: (problem.strains[i] << self.shift)
            + (1 << len(free))
            - (1 << (len(free) - 1 - place))
            for place, i in enumerate(free)
        }
        self.empty = (1 << len(free)) - 1

    def points(self, problem: Problem, grid: Numbers) -> tuple[Point, ...]:
        """Read the frontier off the grid of coverage by cost."""
        strain = np.where(grid == NOTHING, NOTHING, grid >> self.shift)
        best = best_cells(strain)
        found = [point(problem, problem.fixed | self.members(int(r))) for r in grid[best]]
        return tuple(sorted(found, key=lambda p: (p.cost, p.strain, p.coverage)))

    def members(self, rank: int) -> int:
        """Give back the bits of the candidates from a rank."""
        names = self.empty - (rank & self.empty)
        last = len(self.free) - 1
        return mask_of(i for place, i in enumerate(self.free) if names >> (last - place) & 1)


def best_cells(strain: Numbers) -> NDArray[np.bool_]:
    """Tell which cells of a grid of coverage by cost hold a set that no other beats."""
    least = np.minimum.accumulate(strain[::-1], axis=0)[::-1]
    least = np.minimum.accumulate(least, axis=1)
    more_covered = np.full_like(strain, NOTHING)
    more_covered[:-1] = least[1:]
    cheaper = np.full_like(strain, NOTHING)
    cheaper[:, 1:] = least[:, :-1]
    return (strain < more_covered) & (strain < cheaper)


def words_of(mask: int, count: int) -> Masks:
    """Cut a mask into so many words of 64 bits."""
    return np.array([mask >> _WORD * n & (1 << _WORD) - 1 for n in range(count)], np.uint64)


def member_bits(members: int, count: int) -> Masks:
    """Give members as so many words of 64 bits, the first by name as the highest bit."""
    backward = (
        sum(1 << _WORD - 1 - place for place in bits(int(word)))
        for word in words_of(members, count)
    )
    return np.array(list(backward), np.uint64)


def members_of(words: Masks) -> int:
    """Give the members back from such words."""
    return mask_of(
        _WORD * n + _WORD - 1 - place for n, word in enumerate(words) for place in bits(int(word))
    )


def preferred_order(members: Masks) -> tuple[NDArray[Any], ...]:
    """Give the keys by which sets sort, the last first: fewer partners, then the names in order."""
    return (*(~word for word in members[::-1]), np.bitwise_count(members).sum(axis=0))


def word_count(problem: Problem) -> int:
    """Give how many words of 64 bits the needs take."""
    return max(1, -(-len(problem.needs) // _WORD))


def weight_planes(problem: Problem) -> list[tuple[int, int, np.uint64]]:
    """Give for each binary digit of the weights the needs that have it: word, factor, bits."""
    planes = []
    digits = max((w.bit_length() for w in problem.weights), default=0)
    for digit in range(digits):
        mask = mask_of(k for k, w in enumerate(problem.weights) if w >> digit & 1)
        for word, part in enumerate(words_of(mask, word_count(problem))):
            if part:
                planes.append((word, 1 << digit, part))
    return planes


def coverage_of(masks: Masks, planes: list[tuple[int, int, np.uint64]]) -> Numbers:
    """Weigh the needs in masks, one row a word, by counting the bits of each binary digit."""
    total = np.zeros(masks.shape[1:], np.int64)
    for word, factor, part in planes:
        count: NDArray[Any] = np.bitwise_count(masks[word] & part)
        total += count if factor == 1 else count * np.int64(factor)
    return total


def _block(problem: Problem, low: list[int], ranks: _Ranks) -> _Block:
    words = word_count(problem)
    base = words_of(covered(problem, problem.fixed), words)
    block = _Block(
        base[:, None],
        np.array([sum(problem.costs[i] for i in bits(problem.fixed))]),
        np.array([ranks.empty]),
        np.array([0]),
        low,
    )
    for place, i in enumerate(low):
        mask = words_of(problem.covers[i], words)[:, None]
        block = _Block(
            np.concatenate([block.masks, block.masks | mask], axis=1),
            np.concatenate([block.costs, block.costs + problem.costs[i]]),
            np.concatenate([block.ranks, block.ranks + ranks.of[i]]),
            np.concatenate([block.members, block.members | 1 << place]),
            low,
        )
    return _kept(problem, block)


def _kept(problem: Problem, block: _Block) -> _Block:
    """Leave out the sets in which two cannot be together, or one cannot be with a fixed one."""
    keep = np.ones(len(block.costs), bool)
    for one, other in problem.pairs:
        inside = _places(block.low, (one, other))
        fixed = sum(problem.fixed >> i & 1 for i in (one, other))
        if inside.bit_count() + fixed == 2:
            keep &= (block.members & inside) != inside
    if keep.all():
        return block
    masks, costs, ranks, members, low = block
    return _Block(masks[:, keep], costs[keep], ranks[keep], members[keep], low)


def _places(low: list[int], candidates: tuple[int, ...]) -> int:
    return mask_of(low.index(i) for i in candidates if i in low)


def _subsets(high: list[int]) -> list[list[int]]:
    return [[high[place] for place in bits(mask)] for mask in range(1 << len(high))]


def _join(
    problem: Problem,
    block: _Block,
    chosen: list[int],
    ranks: _Ranks,
    planes: list[tuple[int, int, np.uint64]],
    grid: Numbers,
    width: int,
) -> None:
    """Join one set of the later candidates to every set of the block, and note what is best."""
    members = problem.fixed | mask_of(chosen)
    if any(members >> a & 1 and members >> b & 1 for a, b in problem.pairs):
        return
    added = words_of(mask_of(b for i in chosen for b in bits(problem.covers[i])), len(block.masks))
    masks = block.masks | added[:, None]
    costs = block.costs + sum(problem.costs[i] for i in chosen)
    found = block.ranks + sum(ranks.of[i] for i in chosen)
    keep = _allowed(problem, block, chosen, masks, costs, width)
    keys = coverage_of(masks, planes) * width + costs
    if keep is not None:
        keys, found = keys[keep], found[keep]
    np.minimum.at(grid, keys, found)


def _allowed(
    problem: Problem,
    block: _Block,
    chosen: list[int],
    masks: Masks,
    costs: Numbers,
    width: int,
) -> NDArray[np.bool_] | None:
    """Tell which joined sets keep the rules; None where every one does."""
    tests: list[NDArray[np.bool_]] = []
    blocked = _places(
        block.low,
        tuple(i for a, b in problem.pairs for i in (a, b) if {a, b} - {i} <= set(chosen)),
    )
    if blocked:
        tests.append((block.members & blocked) == 0)
    if problem.budget is not None:
        tests.append(costs < width)
    if problem.most is not None:
        room = problem.most - problem.fixed.bit_count() - len(chosen)
        tests.append(np.bitwise_count(block.members) <= room)
    if problem.strict:
        musts = words_of(problem.musts, len(masks))[:, None]
        tests.append(((masks & musts) == musts).all(axis=0))
    return np.logical_and.reduce(tests) if tests else None
