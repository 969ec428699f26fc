# SPDX-License-Identifier: MIT
"""The efficient set for two and three parties, exact: the best of terms joined one after another.

Worth adds up over terms, so what another half-made package beats is beaten in every completion of
it. After each term only what is not beaten is kept. Of packages worth the same to everybody, one
stands for all.
"""

from bisect import bisect_left
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from workshop.deal.packages_problem import Choice, Problem, Units
from workshop.record import RuleError

Check = Callable[[float], None]
"""Called with the part that is done; may raise to stop."""
Codes = NDArray[np.int64]
MOST_KEPT = 500_000
_BITS = 5
_KILLERS = 256


class TooMany(RuleError):
    """So many packages are efficient that listing them would tell nothing."""


def efficient(problem: Problem, check: Check = lambda done: None) -> list[Choice]:
    """Give every efficient package of two or three parties, the first party's best first.

    Raises TooMany beyond half a million of them.
    """
    values = np.zeros((1, len(problem.parties)), dtype=np.int64)
    codes = np.zeros(1, dtype=np.int64)
    for number, table in enumerate(problem.worth):
        check(number / len(problem.worth))
        values = (values[None, :, :] + table[:, None, :]).reshape(-1, values.shape[1])
        options = np.arange(len(table), dtype=np.int64) << (_BITS * number)
        codes = (codes[None, :] | options[:, None]).reshape(-1)
        kept = unbeaten(values, check_within(check, number, len(problem.worth)))
        if len(kept) > MOST_KEPT:
            raise TooMany(
                f"More than {MOST_KEPT:,} packages are efficient: nearly every one is. "
                "Let the parties weigh the terms more sharply."
            )
        values, codes = values[kept], codes[kept]
    terms = len(problem.worth)
    return [decode(int(code), terms) for code in codes]


def decode(code: int, terms: int) -> Choice:
    """Give the options that a code stands for."""
    return tuple((code >> (_BITS * at)) & (2**_BITS - 1) for at in range(terms))


def check_within(check: Check, number: int, terms: int) -> Callable[[], None]:
    """Give a check for the inside of one step, that reports the step itself."""
    return lambda: check(number / terms)


def unbeaten(values: Units, check: Callable[[], None] = lambda: None) -> Codes:
    """Give the places of the rows that no other row beats, in falling order of the first column."""
    places = np.lexsort(tuple(-values[:, column] for column in reversed(range(values.shape[1]))))
    if values.shape[1] == 2:
        return _unbeaten_pairs(values, places)
    places = places[_survive(values, places)]
    return _unbeaten_triples(values, places, check)


def _unbeaten_pairs(values: Units, places: Codes) -> Codes:
    second = values[places, 1]
    before = np.maximum.accumulate(np.concatenate([[np.iinfo(np.int64).min], second[:-1]]))
    kept: Codes = places[second > before]
    return kept


def _survive(values: Units, places: Codes) -> NDArray[np.bool_]:
    """Tell which rows a few strong ones do not beat; cheap, and it takes most of the rows."""
    own = values[places]
    alive = np.ones(len(own), dtype=bool)
    strong = np.argsort(-own.sum(axis=1), kind="stable")[:_KILLERS]
    for killer in own[strong[:: max(1, len(strong) // 32)]]:
        alive &= ~((own <= killer).all(axis=1) & (own < killer).any(axis=1))
    return alive


def _unbeaten_triples(values: Units, places: Codes, check: Callable[[], None]) -> Codes:
    """Sweep the first column downward over a staircase of the other two."""
    kept: list[int] = []
    seconds: list[int] = []  # rising; the thirds beside them fall
    thirds: list[int] = []
    for at, (second, third) in enumerate(values[places, 1:].tolist()):
        if not at % 20_000:
            check()
        where = bisect_left(seconds, second)
        if where < len(thirds) and thirds[where] >= third:
            continue
        kept.append(at)
        # Equal seconds with a lower third, and lower seconds with a lower third, are overtaken.
        stop = where + (where < len(seconds) and seconds[where] == second)
        start = where
        while start and thirds[start - 1] <= third:
            start -= 1
        seconds[start:stop] = [second]
        thirds[start:stop] = [third]
    return places[kept]
