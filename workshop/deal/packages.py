# SPDX-License-Identifier: MIT
"""Packages of terms: which are efficient, which stand out, and which swap lifts whom.

What comes from here holds everybody's sealed values; the room gets places only (`package_edits`).
"""

from itertools import combinations, product
from typing import NamedTuple

import numpy as np

from workshop.deal.packages_exact import Check, TooMany, efficient
from workshop.deal.packages_problem import UNIT, Choice, Problem, Units
from workshop.deal.packages_search import better_for_all, count_acceptable, max_min, nash
from workshop.record import RuleError
from workshop.why import listed

EXACT_UP_TO = 3
_DRAWS = 600
_SHOWN_TERMS = 3


class Point(NamedTuple):
    """A package, what it is worth to each party from 0 to 1, and whether all would accept it."""

    choice: Choice
    values: tuple[float, ...]
    acceptable: bool


class Analysis(NamedTuple):
    """What is known of all packages; `exact` tells whether `efficient` is the whole efficient set."""

    problem: Problem
    efficient: tuple[Point, ...]
    exact: bool
    packages: int
    acceptable: int
    nash: Point | None
    max_min: Point | None
    highest_sum: Point
    said: str


class Better(NamedTuple):
    """A package that nobody finds worse than another and somebody better, and the swap in words."""

    point: Point
    gains: tuple[float, ...]
    sentence: str


def analyze(problem: Problem, check: Check = lambda done: None) -> Analysis:
    """Compare all packages; `check` is told the part done and may raise to stop."""
    whole = _whole(problem, check) if len(problem.parties) <= EXACT_UP_TO else None
    exact, found = whole is not None, whole or sample(problem)
    best = nash(problem, lambda done: check(0.7 + 0.1 * done))
    fair = max_min(problem, lambda done: check(0.8 + 0.1 * done))
    total = _highest_sum(problem)
    if not exact:
        known = {*found, total, *filter(None, (best, fair))}
        found = sorted(known, key=lambda choice: _falling(problem, choice))
    acceptable = count_acceptable(problem, lambda done: check(0.9 + 0.1 * done))
    check(1.0)
    return Analysis(
        problem,
        tuple(point(problem, each) for each in found),
        exact,
        problem.size,
        acceptable,
        point(problem, best) if best else None,
        point(problem, fair) if fair else None,
        point(problem, total),
        _said(len(found), problem, acceptable, exact=exact),
    )


def _whole(problem: Problem, check: Check) -> list[Choice] | None:
    """Give the whole efficient set, or None where nearly every package is in it."""
    try:
        return efficient(problem, lambda done: check(0.7 * done))
    except TooMany:
        return None


def point(problem: Problem, choice: Choice) -> Point:
    """Give a package with its worth."""
    value = problem.value(choice)
    acceptable = bool((value >= problem.walk_away).all())
    return Point(choice, tuple(float(each) / UNIT for each in value), acceptable)


def sample(problem: Problem) -> list[Choice]:
    """Give efficient packages of any number of parties: the best for many ways to weigh the parties.

    Each is efficient; others may be missing. The same problem gives the same sample.
    """
    draw = np.random.default_rng(1)
    found = {
        _best_for(problem, weights)
        for weights in draw.dirichlet(np.ones(len(problem.parties)), _DRAWS)
    }
    return sorted(found, key=lambda choice: _falling(problem, choice))


def swap(problem: Problem, choice: Choice, check: Check = lambda done: None) -> Better | None:
    """Give the smallest change that lifts some and lowers nobody; None if the package is efficient."""
    for terms in (1, 2):
        found = _best_change(problem, choice, terms)
        if found:
            return _better(problem, choice, found)
    other = better_for_all(problem, choice, check)
    return _better(problem, choice, other) if other else None


def choice_of(problem: Problem, options: tuple[str, ...]) -> Choice:
    """Give the package with these option ids; RuleError names the first term without one."""
    places = []
    for term, own in zip(problem.terms, problem.options, strict=True):
        at = next((n for n, option in enumerate(own) if option.id in options), None)
        if at is None:
            raise RuleError(f"The package has no option for “{term.name}”; choose one.")
        places.append(at)
    return tuple(places)


def _best_for(problem: Problem, weights: np.ndarray) -> Choice:
    # Whole weights above zero, so that the best sum cannot be beaten for all.
    whole = np.maximum(1, np.round(weights * 10**6)).astype(object)
    return tuple(int(np.argmax(table.astype(object) @ whole)) for table in problem.worth)


def _highest_sum(problem: Problem) -> Choice:
    return tuple(int(np.argmax(table.sum(axis=1))) for table in problem.worth)


def _falling(problem: Problem, choice: Choice) -> tuple[int, ...]:
    return tuple(-int(each) for each in problem.value(choice))


def _best_change(problem: Problem, choice: Choice, terms: int) -> Choice | None:
    """Give the change of so many terms with the highest least gain, then the highest sum."""
    best: tuple[tuple[int, int], Choice] | None = None
    for changed in combinations(range(len(choice)), terms):
        for picked in product(*(range(len(problem.worth[at])) for at in changed)):
            gain = _gain(problem, choice, changed, picked)
            rank = (int(gain.min()), int(gain.sum()))
            if rank[0] >= 0 and rank[1] > 0 and (best is None or rank > best[0]):
                new = dict(zip(changed, picked, strict=True))
                best = rank, tuple(new.get(at, old) for at, old in enumerate(choice))
    return best[1] if best else None


def _gain(
    problem: Problem, choice: Choice, changed: tuple[int, ...], picked: tuple[int, ...]
) -> Units:
    gain = np.zeros(len(problem.parties), dtype=np.int64)
    for at, new in zip(changed, picked, strict=True):
        gain += problem.worth[at][new] - problem.worth[at][choice[at]]
    return gain


def _better(problem: Problem, choice: Choice, other: Choice) -> Better:
    gain = problem.value(other) - problem.value(choice)
    moves = [
        f"“{problem.terms[at].name}” from “{own[old].text}” to “{own[new].text}”"
        for at, (own, old, new) in enumerate(zip(problem.options, choice, other, strict=True))
        if old != new
    ]
    lifted = [p.name for p, each in zip(problem.parties, gain, strict=True) if each > 0]
    everybody = len(lifted) == len(problem.parties)
    who = ("both gain" if len(lifted) == 2 else "all gain") if everybody else (
        f"{listed(lifted)} {'gains' if len(lifted) == 1 else 'gain'} and nobody loses"
    )  # fmt: skip
    sentence = f"Move {' against '.join(moves)}: {who}."
    if len(moves) > _SHOWN_TERMS:
        sentence = f"Move {listed(moves)}: {who}."
    gains = tuple(float(each) / UNIT for each in gain)
    return Better(point(problem, other), gains, sentence)


def _said(found: int, problem: Problem, acceptable: int, *, exact: bool) -> str:
    many = f"{found:,} of {problem.size:,} packages"
    verb = "cannot be improved for one without costing another"
    kind = many if exact else f"At least {many}, a sample,"
    return f"{kind} {verb}; {acceptable:,} are above everybody's walk-away line."
