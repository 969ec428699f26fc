# SPDX-License-Identifier: MIT
"""How firmly a choice stands: how far weights and ratings can move before another set is better.

Rank acceptability is the share of sampled weights under which a set comes first (SMAA, Lahdelma,
Hokkanen & Salminen 1998), with a fixed seed.
"""

from typing import NamedTuple

import numpy as np

from workshop.partners.flips import Flip, flips
from workshop.partners.partner_sets import PartnerSet, chosen_set, describe, in_words, solve
from workshop.partners.set_from_workshop import pose, rules
from workshop.partners.set_problem import Point, Problem, bits
from workshop.partners.set_worth import (
    CRITERIA,
    SAME,
    Range,
    Reals,
    best_of,
    criteria,
    shares,
    weights_at,
)
from workshop.state import Workshop
from workshop.why import percent

SAMPLES = 2000
SEED = 20_261_122


class Robustness(NamedTuple):
    """How firmly the best set stands; `proven` is false where the frontier is not proven yet.

    `note` says so if the room has chosen another set than the best one. `compared` are the sets
    it was found among: those that cover all must-haves, where there are any; `every` are all.
    """

    best: PartnerSet
    note: str
    ranges: tuple[Range, ...]
    partners: tuple[str, ...]
    flips: tuple[Flip, ...]
    acceptability: tuple[tuple[PartnerSet, float], ...]
    proven: bool
    problem: Problem
    compared: tuple[Point, ...]
    every: tuple[Point, ...]
    weights: tuple[float, ...]

    @property
    def smallest(self) -> Flip | None:
        """The smallest change that flips the choice, if any within the scales does."""
        return min(self.flips, key=lambda flip: (flip.size, flip.sentence), default=None)


def robustness(workshop: Workshop) -> Robustness | None:
    """Tell how firmly the best set stands under the workshop's weights; None if there is no set."""
    problem, points, proven = choices(workshop)
    if not points:
        return None
    weights = shares(rules(workshop))
    table = criteria(problem, points)
    best = best_of(table, weights)
    ranges = tuple(_range(problem, points, table, weights, best, j) for j in range(3))
    return Robustness(
        best=describe(problem, points[best].members),
        note=_note(workshop, problem, points[best]),
        ranges=ranges,
        partners=tuple(_partner_sentences(problem, points, table, weights, best)),
        flips=tuple(flips(problem, points[best], weights, ranges)),
        acceptability=_acceptability(problem, points, table),
        proven=proven,
        problem=problem,
        compared=points,
        every=solve(problem._replace(strict=False))[0] if problem.strict else points,
        weights=tuple(map(float, weights)),
    )


def firmness_headline(workshop: Workshop, found: Robustness) -> str:
    """Say whether the chosen set is the best one; where none is chosen, which set is."""
    chosen = chosen_set(workshop)
    if chosen is None:
        count = len(found.best.members)
        verb = "is" if count == 1 else "are"
        who = f"{in_words(count)} {'partner' if count == 1 else 'partners'} {verb}"
        return f"{who if count else 'Going alone is'} the best set under these weights"
    if chosen.mask == found.best.mask:
        return "The chosen set is the best one under these weights"
    return "Under these weights another set is worth more than the chosen one"


def lines(table: Reals, weights: Reals, criterion: int) -> tuple[Reals, Reals]:
    """Give for each set its worth where the criterion counts nothing, and where it is all."""
    return table @ weights_at(weights, criterion, 0), table @ weights_at(weights, criterion, 1)


def choices(workshop: Workshop) -> tuple[Problem, tuple[Point, ...], bool]:
    """Give the sets to compare: those that cover all must-haves, or all where none does."""
    for strict in (True, False):
        problem = pose(workshop, strict=strict).problem
        points, proven = solve(problem)
        if points:
            break
    return problem, points, proven


def _note(workshop: Workshop, problem: Problem, best: Point) -> str:
    chosen = chosen_set(workshop)
    if chosen is None or chosen.mask == best.members:
        return ""
    better = describe(problem, best.members)
    return (
        f"The room chose {chosen.label}; under these weights {better.does('is', 'are')} worth more."
    )


def _range(
    problem: Problem,
    points: tuple[Point, ...],
    table: Reals,
    weights: Reals,
    best: int,
    criterion: int,
) -> Range:
    start, end = lines(table, weights, criterion)
    # Where another set overtakes: start + t × (end − start) of both are equal.
    ahead, steeper = start[best] - start, (end - start) - (end[best] - start[best])
    at = np.divide(ahead, steeper, out=np.full(len(ahead), np.nan), where=np.abs(steeper) > SAME)
    now = float(weights[criterion])
    high = float(np.min(at[(steeper > SAME) & (at >= now - SAME)], initial=1.0))
    low = float(np.max(at[(steeper < -SAME) & (at <= now + SAME)], initial=0.0))
    name = CRITERIA[criterion]
    if low <= 0 and high >= 1:
        sentence = f"The best set stays the best however much {name} counts."
    else:
        sentence = f"The best set stays the best while {name} counts {between(low, high)}."
    return Range(name, now, low, high, sentence)


def between(low: float, high: float) -> str:
    """Say how much something counts: “no more than 33%”, “at least 28%”, “from 14% to 33%”."""
    if low <= 0:
        return f"no more than {percent(high)}"
    if high >= 1:
        return f"at least {percent(low)}"
    return f"from {percent(low)} to {percent(high)}"


def _partner_sentences(
    problem: Problem, points: tuple[Point, ...], table: Reals, weights: Reals, best: int
) -> list[str]:
    """Say for each partner in the best set how much a criterion must count for it to drop out."""
    inside = bits(points[best].members)
    found: dict[int, list[str]] = {i: [] for i in inside}
    for criterion, name in enumerate(CRITERIA):
        for up in (True, False):
            for partner, at in _drops(points, table, weights, criterion, up).items():
                more = "more" if up else "less"
                found[partner].append(f"{name} counts {more} than {percent(at)}")
    sentences = []
    for i in inside:
        name = problem.names[i]
        if found[i]:
            sentences.append(f"{name} stays in the best set unless {' or '.join(found[i])}.")
        else:
            sentences.append(f"{name} stays in the best set whatever counts most.")
    return sentences


def _drops(
    points: tuple[Point, ...], table: Reals, weights: Reals, criterion: int, up: bool
) -> dict[int, float]:
    """Give by partner the weight at which it first leaves the best set, going up or down."""
    start, end = lines(table, weights, criterion)
    now, current = float(weights[criterion]), best_of(table, weights)
    remaining, dropped = set(bits(points[current].members)), {}
    while remaining:
        rise = (end - start) if up else (start - end)
        gain = rise - rise[current]
        behind = (start + now * (end - start))[current] - (start + now * (end - start))
        step = np.divide(behind, gain, out=np.full(len(gain), np.inf), where=gain > SAME)
        nearest = float(step.min())
        now += nearest if up else -nearest
        if not SAME < now < 1 - SAME:
            break
        level = np.flatnonzero(step <= nearest + SAME)
        current = int(level[np.argmax(rise[level])])
        for gone in [i for i in remaining if not points[current].members >> i & 1]:
            remaining.discard(gone)
            dropped[gone] = now
    return dropped


def _acceptability(
    problem: Problem, points: tuple[Point, ...], table: Reals
) -> tuple[tuple[PartnerSet, float], ...]:
    draws = np.random.default_rng(SEED).dirichlet(np.ones(3), SAMPLES)
    first = np.argmax(draws @ table.T, axis=1)
    counts = np.bincount(first, minlength=len(points))
    order = sorted(np.flatnonzero(counts), key=lambda n: (-counts[n], n))
    return tuple((describe(problem, points[n].members), float(counts[n]) / SAMPLES) for n in order)
