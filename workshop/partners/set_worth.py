# SPDX-License-Identifier: MIT
"""What a partner set is worth under the workshop's weights, so that sets can be compared.

Worth = weight × coverage + weight × (1 − cost ÷ scale) + weight × (1 − strain ÷ scale), the
weights adding up to 1 and the scale being 10 points for each candidate, so that it stays the same
when a rating changes.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.records import SetRules
from workshop.partners.set_problem import Point, Problem

CRITERIA = ("coverage", "cost", "strain")
SAME = 1e-9
"""Two sets whose worth differs by less are equally good."""
_SCALE = 10

Reals = NDArray[np.float64]


class Range(NamedTuple):
    """How much one thing may count, from 0 to 1, for the set to stay the best."""

    criterion: str
    weight: float
    low: float
    high: float
    sentence: str


def shares(given: SetRules) -> Reals:
    """Give the weights of coverage, cost and strain so that they add up to 1."""
    raw = np.array([given.coverage_weight, given.cost_weight, given.strain_weight])
    return np.asarray(raw / raw.sum(), np.float64)


def scale(problem: Problem) -> int:
    """Give the cost or strain at which thrift or ease is 0: 10 points for each candidate."""
    return _SCALE * len(problem.ids)


def criteria(problem: Problem, points: tuple[Point, ...]) -> Reals:
    """Give a row for each set with coverage, thrift and ease, each from 0 to 1."""
    tops = (problem.total, scale(problem), scale(problem))
    raw = np.array([[p.coverage, p.cost, p.strain] for p in points], np.float64)
    table = raw / np.array([max(1, top) for top in tops])
    table[:, 1:] = 1 - table[:, 1:]
    return np.asarray(table, np.float64)


def best_of(table: Reals, weights: Reals) -> int:
    """Give the row that is worth most; of equal ones the first, which costs least."""
    worth = table @ weights
    return int(np.argmax(worth >= worth.max() - SAME))


def weights_at(weights: Reals, criterion: int, value: float) -> Reals:
    """Give the weights with one of them at a value, the others in proportion."""
    rest = weights.copy()
    rest[criterion] = 0
    rest = rest / rest.sum() if rest.sum() else (np.arange(3) != criterion) / 2
    moved = rest * (1 - value)
    moved[criterion] = value
    return np.asarray(moved, np.float64)
