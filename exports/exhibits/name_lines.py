# SPDX-License-Identifier: MIT
"""How a name is broken into lines; every surface measures with its own font."""

from collections.abc import Callable, Sequence

Measure = Callable[[str], float]
"""The width of a line, in the surface's unit."""
USUAL, FLAT, TALL = range(3)
"""Two lines or one if it is short; one line; three lines."""
SHAPES = (USUAL, FLAT, TALL)
_SHORT = 8.0
_WIDEST = 26.0
"""In text sizes; only a name wider than this in its shape is cut."""


def name_lines(name: str, shape: int, size: float, measure: Measure) -> tuple[str, ...]:
    """Break a name at its spaces so that its lines are as even as can be."""
    words = name.split() or [""]
    most = {USUAL: 1 if measure(" ".join(words)) <= _SHORT * size else 2, FLAT: 1, TALL: 3}[shape]
    lines = _even(words, most, measure)
    return tuple(_cut(line, _WIDEST * size, measure) for line in lines)


def _even(words: Sequence[str], most: int, measure: Measure) -> list[str]:
    if len(words) == 1 or most == 1:
        return [" ".join(words)]
    splits = [
        [" ".join(words[:at]), *_even(words[at:], most - 1, measure)] for at in range(1, len(words))
    ]
    return min(splits, key=lambda lines: max(map(measure, lines)))


def _cut(line: str, limit: float, measure: Measure) -> str:
    if measure(line) <= limit:
        return line
    kept = next(n for n in range(len(line), -1, -1) if measure(line[:n].rstrip() + "…") <= limit)
    return line[:kept].rstrip() + "…"
