# SPDX-License-Identifier: MIT
"""What would have to change for another set of partners to be better: weights, ratings, cover."""

import math
from typing import NamedTuple

import numpy as np

from workshop.partners.partner_sets import PartnerSet, describe, solve
from workshop.partners.set_problem import Point, Problem, bits
from workshop.partners.set_worth import (
    CRITERIA,
    SAME,
    Range,
    Reals,
    best_of,
    criteria,
    scale,
    weights_at,
)
from workshop.why import in_sentence, listed, percent

_MOST = 10
"""The most a rating could change, in points."""
_LOST_COVER = 0.5
"""What it counts that a partner no longer covers a need, as a part of the whole scale."""


class Flip(NamedTuple):
    """A change that makes another set better; `size` is its part of the whole scale, 0 to 1."""

    size: float
    sentence: str
    becomes: PartnerSet


def flips(problem: Problem, best: Point, weights: Reals, ranges: tuple[Range, ...]) -> list[Flip]:
    return [
        *_weight_flips(problem, best, weights, ranges),
        *(
            f
            for i in bits(best.members & ~problem.fixed)
            for f in _rating_flips(problem, best, weights, i)
        ),
        *_share_flips(problem, best, weights),
    ]


def _weight_flips(
    problem: Problem, best: Point, weights: Reals, ranges: tuple[Range, ...]
) -> list[Flip]:
    points, _ = solve(problem)
    table = criteria(problem, points)
    found = []
    for j, each in enumerate(ranges):
        for edge, past, word in (
            (each.low, -1e-6, "falls below"),
            (each.high, 1e-6, "rises above"),
        ):
            if 0 < edge < 1:
                other = points[best_of(table, weights_at(weights, j, edge + past))]
                found.append(
                    _flip(
                        problem,
                        best,
                        abs(edge - each.weight),
                        f"the weight of {each.criterion} {word} {percent(edge)}",
                        other,
                    )
                )
    return found


def _rating_flips(problem: Problem, best: Point, weights: Reals, partner: int) -> list[Flip]:
    """Find how much dearer or more of a strain a partner may become before one does without it."""
    others, _ = solve(_leaving_out(problem, partner))
    if not others:
        return []
    worth = criteria(problem, (best, *others)) @ weights
    rival = int(np.argmax(worth[1:]))
    lead = float(worth[0] - worth[1 + rival])
    found = []
    for j, now in ((1, problem.costs[partner]), (2, problem.strains[partner])):
        point_of_it = float(weights[j]) / scale(problem)
        more = math.floor(lead / point_of_it + SAME) + 1 if point_of_it else _MOST + 1
        if more <= _MOST:
            name = f"the {CRITERIA[j]} of {problem.names[partner]}"
            words = f"{name} rises from {now} to {now + more}"
            found.append(_flip(problem, best, more / _MOST, words, others[rival]))
    return found


def _share_flips(problem: Problem, best: Point, weights: Reals) -> list[Flip]:
    """Find the partners without whose cover of one need another set would be better."""
    found = []
    for i in bits(best.members):
        for k in bits(problem.covers[i] & ~problem.held):
            covers = list(problem.covers)
            covers[i] &= ~(1 << k)
            changed = problem._replace(covers=tuple(covers))
            points, _ = solve(changed)
            if not points:
                continue
            other = points[best_of(criteria(changed, points), weights)]
            if other.members != best.members:
                words = f"{problem.names[i]} no longer covers {in_sentence(problem.need_names[k])}"
                found.append(_flip(problem, best, _LOST_COVER, words, other))
    return found


def _flip(problem: Problem, best: Point, size: float, words: str, other: Point) -> Flip:
    becomes = describe(problem, other.members)
    return Flip(size, f"If {words}, {_swap(problem, best, other)}.", becomes)


def _swap(problem: Problem, best: Point, other: Point) -> str:
    """Say who comes in for whom when another set becomes the better one."""
    come = [problem.names[i] for i in bits(other.members & ~best.members)]
    go = [problem.names[i] for i in bits(best.members & ~other.members)]
    if not come:
        return f"it is better to do without {listed(go)}"
    if not go:
        return f"it is better to add {listed(come)}"
    takes = "takes" if len(come) == 1 else "take"
    return f"{listed(come)} {takes} the place of {listed(go)}"


def _leaving_out(problem: Problem, partner: int) -> Problem:
    """Give the problem without one candidate, which keeps its place but covers nothing."""
    covers = list(problem.covers)
    covers[partner] = 0
    return problem._replace(covers=tuple(covers))
