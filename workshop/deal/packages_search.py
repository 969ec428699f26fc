# SPDX-License-Identifier: MIT
"""The best package by a rule, exact for up to six parties: halves joined, hopeless ones passed over.

Half of the terms are laid out on the left, half on the right. A left half is joined with every
right half at once; it is passed over when even the best of the rest for each could not help it.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from workshop.deal.packages_exact import Check
from workshop.deal.packages_problem import Choice, Problem, Units

_NEAR = 1e-12
_EVERY = 64


class Halves(NamedTuple):
    """Worth of all left and all right halves, (parties, halves), and the best right for each party."""

    sizes: tuple[int, ...]
    left: Units
    right: Units
    rest: Units
    split: int


def halves(problem: Problem) -> Halves:
    """Lay out both halves so that neither is much longer than the other."""
    sizes = tuple(len(table) for table in problem.worth)
    target = problem.size**0.5
    split = min(
        range(len(sizes) + 1), key=lambda at: abs(np.prod(sizes[:at], dtype=float) - target)
    )
    left, right = _joined(problem, 0, split), _joined(problem, split, len(sizes))
    return Halves(sizes, left, right, right.max(axis=1), split)


def _joined(problem: Problem, start: int, stop: int) -> Units:
    total = np.zeros((1, len(problem.parties)), dtype=np.int64)
    for table in problem.worth[start:stop]:
        total = (total[:, None, :] + table[None, :, :]).reshape(-1, total.shape[1])
    return np.ascontiguousarray(total.T)


def choice_at(found: Halves, left: int, right: int) -> Choice:
    """Give the package of a left and a right half."""
    sizes = found.sizes
    one = np.unravel_index(left, sizes[: found.split]) if found.split else ()
    other = np.unravel_index(right, sizes[found.split :]) if found.split < len(sizes) else ()
    return tuple(int(at) for at in (*one, *other))


def nash(problem: Problem, check: Check = lambda done: None) -> Choice | None:
    """Give the package with the highest product of gains over walking away (Nash 1950).

    None if no package lifts every party above its line.
    """
    return _best(problem, problem.walk_away, _product, check)


def max_min(problem: Problem, check: Check = lambda done: None) -> Choice | None:
    """Give the package whose least gain over walking away is highest, then with the highest sum.

    None if every package leaves some party below its line.
    """
    return _best(problem, problem.walk_away, _least, check)


def better_for_all(
    problem: Problem, choice: Choice, check: Check = lambda done: None
) -> Choice | None:
    """Give a package that nobody finds worse and somebody better: that with the highest least gain.

    None proves that there is none: the package is efficient.
    """
    found = _best(problem, problem.value(choice), _least, check)
    if found is None or (problem.value(found) <= problem.value(choice)).all():
        return None
    return found


def count_acceptable(problem: Problem, check: Check = lambda done: None) -> int:
    """Count the packages that no party would walk away from."""
    found, total = halves(problem), 0
    able = np.flatnonzero(
        (found.left + found.rest[:, None] >= problem.walk_away[:, None]).all(axis=0)
    )
    for number, at in enumerate(able):
        if not number % _EVERY:
            check(number / len(able))
        wanted = problem.walk_away - found.left[:, at]
        reached = found.right[0] >= wanted[0]
        for row, least in zip(found.right[1:], wanted[1:], strict=True):
            reached &= row >= least
        total += int(np.count_nonzero(reached))
    return total


_Score = Callable[[list[Units]], np.ndarray]


def _product(gains: list[Units]) -> np.ndarray:
    total = np.maximum(gains[0], 0).astype(float)
    for row in gains[1:]:
        total *= np.maximum(row, 0)
    return total


def _least(gains: list[Units]) -> np.ndarray:
    total = gains[0].astype(float)
    for row in gains[1:]:
        total = np.minimum(total, row)
    return total


def _exact(score: _Score, gains: list[int]) -> tuple[int, int]:
    if score is _least:
        return min(gains), sum(gains)
    product = 1
    for each in gains:
        product *= max(each, 0)
    return product, sum(gains)


def _best(problem: Problem, line: Units, score: _Score, check: Check) -> Choice | None:
    """Give the package with the highest score of its gains over a line; ties go to the higher sum."""
    found = halves(problem)
    gains = found.left - line[:, None]
    bounds = score(list(gains + found.rest[:, None]))
    bounds[(gains + found.rest[:, None] < 0).any(axis=0)] = -np.inf
    order = np.argsort(-bounds, kind="stable")
    best: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    for number, at in enumerate(order):
        if not number % _EVERY:
            check(number / len(order))
        if bounds[at] == -np.inf or (best and bounds[at] < best[0] * (1 - _NEAR)):
            break
        for right in _candidates(found, gains[:, at], score):
            own = [int(each) for each in gains[:, at] + found.right[:, right]]
            reached = _exact(score, own)
            if min(own) >= 0 and (best is None or reached > best):
                best, place = reached, (int(at), int(right))
    if best is None or place is None or (score is _product and best[0] == 0):
        return None
    return choice_at(found, *place)


def _candidates(found: Halves, own: Units, score: _Score) -> Iterator[int]:
    """Give the right halves whose score with a left one is, as far as a float tells, the highest."""
    rows = [row + each for row, each in zip(found.right, own, strict=True)]
    scores = score(rows)
    top = scores.max()
    near = np.flatnonzero(scores >= top - abs(top) * _NEAR)
    if len(near) > 1:
        sums = np.sum(rows, axis=0)[near]
        near = near[np.argsort(-sums, kind="stable")[:8]]
    yield from (int(each) for each in near)
