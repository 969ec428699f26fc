# SPDX-License-Identifier: MIT
"""How a name is broken into lines or shortened; every surface measures with its own font."""

import re
from collections.abc import Callable, Sequence

Measure = Callable[[str], float]
"""The width of a line, in the surface's unit."""
USUAL, FLAT, TALL, CUT, BRIEF, TINY = range(6)
"""Two lines or one if it is short; one line; three lines; two short lines; one short; the shortest."""
SHAPES = (USUAL, FLAT, TALL, CUT, BRIEF, TINY)
WHOLE = 3
"""So many of the shapes show the whole name."""
_LINES = {USUAL: 2, FLAT: 1, TALL: 3}
_SHORT = 8.0
_WIDEST = 26.0
"""In text sizes; only a name wider than this in its shape is cut."""
_LIMITS = {CUT: (7.5, 2), BRIEF: (7.0, 1), TINY: (5.0, 1)}
"""How wide the lines of a shortened name are at the most, in text sizes, and how many there are."""
_ACRONYM = re.compile(r"\(([^\W_]{2,8})\)$")
_STUMP = re.compile(r"\s\S{1,2}$")
"""The first letter or two of a word say nothing of it."""


def name_lines(name: str, shape: int, size: float, measure: Measure) -> tuple[str, ...]:
    """Break a name at its spaces so that its lines are as even as can be, or shorten it.

    The short form of a name is the one in parentheses at its end, if there is one.
    """
    words = name.split() or [""]
    if shape in _LIMITS:
        return _shortened(words, shape, size, measure)
    short = shape == USUAL and measure(" ".join(words)) <= _SHORT * size
    lines = _even(words, 1 if short else _LINES[shape], measure)
    return tuple(_cut(line, _WIDEST * size, measure) for line in lines)


def _shortened(words: list[str], shape: int, size: float, measure: Measure) -> tuple[str, ...]:
    limit, most = _LIMITS[shape][0] * size, _LIMITS[shape][1]
    acronym = _ACRONYM.search(" ".join(words))
    if acronym and shape != CUT and measure(" ".join(words)) > limit:
        words = [acronym[1]]
    lines = _even(words, most, measure)
    if max(map(measure, lines)) > limit:
        lines = _filled(words, most, limit, measure)
    return tuple(lines)


def _filled(words: list[str], most: int, limit: float, measure: Measure) -> list[str]:
    """Set as many words into the lines as they hold; what is left over is cut off."""
    lines: list[str] = []
    rest = list(words)
    while rest and len(lines) < most - 1:
        count = 1
        while count < len(rest) and measure(" ".join(rest[: count + 1])) <= limit:
            count += 1
        lines.append(_cut(" ".join(rest[:count]), limit, measure))
        rest = rest[count:]
    return [*lines, _cut(" ".join(rest), limit, measure)] if rest else lines


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
    return _STUMP.sub("", line[:kept]).rstrip(" ,;:-–&") + "…"
