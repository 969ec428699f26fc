# SPDX-License-Identifier: MIT
"""A first answer for many candidates: good partner sets at once, none of them proven to be best."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.set_archive import Archive
from workshop.partners.set_enumeration import (
    Masks,
    Numbers,
    coverage_of,
    free_candidates,
    member_bits,
    weight_planes,
    word_count,
    words_of,
)
from workshop.partners.set_problem import Point, Problem, covered, mask_of, point

_PER_LEVEL = 6
"""How many sets go on for each cost, and for each strain."""
_MIXER = np.uint64(0x9E3779B97F4A7C15)


class Sets(NamedTuple):
    """Many sets at once: needs covered and members (one row a word), cost and strain."""

    masks: Masks
    members: Masks
    costs: Numbers
    strains: Numbers

    def take(self, which: NDArray[np.intp] | NDArray[np.bool_]) -> "Sets":
        """Give some of the sets."""
        at = np.flatnonzero(which) if which.dtype == np.bool_ else which
        return Sets(
            self.masks.take(at, axis=1),
            self.members.take(at, axis=1),
            self.costs.take(at),
            self.strains.take(at),
        )


class Free(NamedTuple):
    """The free candidates as arrays: needs covered, own bit, those it cannot be with, cost, strain."""

    places: list[int]
    masks: Masks
    bits: Masks
    clashes: Masks
    costs: Numbers
    strains: Numbers

    def only(self, place: int) -> "Free":
        """Give one of the candidates."""
        at = slice(place, place + 1)
        return Free(
            self.places[at],
            self.masks[:, at],
            self.bits[:, at],
            self.clashes[:, at],
            self.costs[at],
            self.strains[at],
        )


def first_answer(problem: Problem) -> tuple[Point, ...]:
    """Give good partner sets within a fraction of a second; they may not be the best ones."""
    free, planes, archive = free_arrays(problem), weight_planes(problem), Archive(problem)
    sets = starting(problem)
    archive.add(sets.costs, sets.strains, coverage_of(sets.masks, planes), sets.members, sets.masks)
    while len(sets.costs):
        sets, coverage = _grown(problem, sets, free, planes)
        archive.add(sets.costs, sets.strains, coverage, sets.members, sets.masks)
        sets = sets.take(_kept(sets, coverage))
    return archive.points()


def free_arrays(problem: Problem) -> Free:
    """Give the candidates that are worth a choice."""
    places = free_candidates(problem)
    clashes = {
        i: mask_of(c for a, b in problem.pairs for c in (a, b) if i in (a, b)) for i in places
    }
    words, own = word_count(problem), member_words(problem)
    return Free(
        places,
        _stacked([words_of(problem.covers[i], words) for i in places], words),
        _stacked([member_bits(1 << i, own) for i in places], own),
        _stacked([member_bits(clashes[i] & ~(1 << i), own) for i in places], own),
        np.array([problem.costs[i] for i in places], np.int64),
        np.array([problem.strains[i] for i in places], np.int64),
    )


def member_words(problem: Problem) -> int:
    """Give how many words of 64 bits the members of a set take."""
    return max(1, -(-len(problem.ids) // 64))


def starting(problem: Problem) -> Sets:
    """Give the set of the partners that are already chosen, or nothing if that breaks a rule."""
    at = point(problem, problem.fixed)
    over = problem.budget is not None and at.cost > problem.budget
    crowded = problem.most is not None and problem.fixed.bit_count() > problem.most
    clash = any(problem.fixed >> a & 1 and problem.fixed >> b & 1 for a, b in problem.pairs)
    count = 0 if over or crowded or clash else 1
    return Sets(
        words_of(covered(problem, problem.fixed), word_count(problem))[:, None],
        member_bits(problem.fixed, member_words(problem))[:, None],
        np.array([at.cost]),
        np.array([at.strain]),
    ).take(np.arange(count))


def allowed(problem: Problem, sets: Sets, free: Free) -> NDArray[np.bool_]:
    """Tell for each set (rows) and candidate (columns) whether it may join and adds something."""
    keep = _meets(~sets.masks, free.masks)
    if problem.pairs:
        keep &= ~_meets(sets.members, free.clashes)
    if problem.budget is not None:
        keep &= sets.costs[:, None] + free.costs <= problem.budget
    if problem.most is not None:
        keep &= (np.bitwise_count(sets.members).sum(axis=0) < problem.most)[:, None]
    return keep


def _meets(sets: Masks, free: Masks) -> NDArray[np.bool_]:
    """Tell for each column of the one and each of the other whether they share a bit."""
    found = (sets[0][:, None] & free[0]) != 0
    for one, other in zip(sets[1:], free[1:], strict=True):
        found |= (one[:, None] & other) != 0
    return np.asarray(found, np.bool_)


def joined(sets: Sets, free: Free, which: Numbers) -> Sets:
    """Add to each set the given candidate."""
    return Sets(
        sets.masks | free.masks[:, which],
        sets.members | free.bits[:, which],
        sets.costs + free.costs[which],
        sets.strains + free.strains[which],
    )


def _grown(
    problem: Problem, sets: Sets, free: Free, planes: list[tuple[int, int, np.uint64]]
) -> tuple[Sets, Numbers]:
    """Add every candidate to every set; of sets that come out the same, one is kept."""
    parents, which = np.nonzero(allowed(problem, sets, free))
    children = joined(sets.take(parents), free, which)
    mixed = np.zeros(len(children.costs), np.uint64)
    for word in children.members:
        mixed = (mixed ^ word) * _MIXER
    order = np.argsort(mixed)
    children = children.take(order[_fresh(mixed[order])])
    return children, coverage_of(children.masks, planes)


def _kept(sets: Sets, coverage: Numbers) -> NDArray[np.intp]:
    """Give the sets to go on with: those that cover most for each cost, and for each strain."""
    by_cost = _leading(sets.costs, coverage, sets.strains)
    by_strain = _leading(sets.strains, coverage, sets.costs)
    return np.union1d(by_cost, by_strain)


def _leading(level: Numbers, coverage: Numbers, other: Numbers) -> NDArray[np.intp]:
    """Give for each level the sets that cover most, of equal ones those with less of the other."""
    if not len(level):
        return np.zeros(0, np.intp)
    most, wide = int(coverage.max()), int(other.max()) + 1
    # One number sorts faster than three.
    order = np.argsort((level * (most + 1) + (most - coverage)) * wide + other)
    firsts = np.flatnonzero(_fresh(level[order]))
    place = np.arange(len(order)) - np.repeat(firsts, np.diff([*firsts, len(order)]))
    return order[place < _PER_LEVEL]


def _fresh(ranked: NDArray[Any]) -> NDArray[np.bool_]:
    """Tell where a sorted row of numbers has one for the first time."""
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    return fresh


def _stacked(columns: list[Masks], words: int) -> Masks:
    return np.stack(columns, axis=1) if columns else np.zeros((words, 0), np.uint64)
