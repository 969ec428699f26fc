# SPDX-License-Identifier: MIT
"""One measurement beside its peer's, and how two sides are timed fairly."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Result(NamedTuple):
    """A row of the table of benchmarks; a peer that could not run has NaN seconds."""

    what: str
    ours_seconds: float
    peer: str
    peer_seconds: float
    goal: str
    met: bool


def interleaved(
    ours: Callable[[], object], peer: Callable[[], object], rounds: int = 5
) -> tuple[float, float]:
    """Time both sides in turn and give the median seconds of each; the first round warms up."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for side, taken in zip((ours, peer), times, strict=True):
            gc.collect()
            began = perf_counter()
            side()
            if number:
                taken.append(perf_counter() - began)
    return median(times[0]), median(times[1])
