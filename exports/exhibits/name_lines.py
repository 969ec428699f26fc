# SPDX-License-Identifier: MIT
"""How a name is broken into lines or shortened; every surface measures with its own font."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise, takewhile

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
_MOST_INITIALS = 2
_KEPT = 3
"""Words of no more letters are kept whole."""
_ACRONYM = re.compile(r"\(([^\W_]{2,8})\)$")
_STUMP = re.compile(r"\s\S{1,2}$")
"""The first letter or two of a word say nothing of it."""


@lru_cache(maxsize=8)
def abridged(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give each name with the first words, if it shares them with others, as their first letters.

    Cut off at the end, such names would be all alike: “N. Trust” and “N. Home Care” are not.
    """
    words = [name.split() for name in names]
    shared = [0] * len(names)
    for one, other in pairwise(sorted(range(len(names)), key=words.__getitem__)):
        alike = _alike(words[one], words[other])
        shared[one], shared[other] = max(shared[one], alike), alike
    counts = [
        min(count, max(len(mine) - 1, 0), _MOST_INITIALS)
        for count, mine in zip(shared, words, strict=True)
    ]
    both = zip(words, counts, strict=True)
    return tuple(" ".join([*map(_initial, mine[:count]), *mine[count:]]) for mine, count in both)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words in front that two names have in common."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _initial(word: str) -> str:
    return f"{word[0]}." if len(word) > _KEPT and word[0].isalpha() else word


def name_lines(
    name: str, shape: int, size: float, measure: Measure, short: str = ""
) -> tuple[str, ...]:
    """Break a name at its spaces so that its lines are as even as can be, or shorten it.

    The short form of a name is the one in parentheses at its end, if there is one; otherwise what
    is cut to one line of usual width is `short`, if given.
    """
    words = name.split() or [""]
    if shape in _LIMITS:
        return _shortened(words, shape, size, measure, short)
    one = shape == USUAL and measure(" ".join(words)) <= _SHORT * size
    lines = _even(words, 1 if one else _LINES[shape], measure)
    return tuple(_cut(line, _WIDEST * size, measure) for line in lines)


def _shortened(
    words: list[str], shape: int, size: float, measure: Measure, short: str
) -> tuple[str, ...]:
    limit, most = _LIMITS[shape][0] * size, _LIMITS[shape][1]
    if shape != CUT and measure(" ".join(words)) > limit:
        acronym = _ACRONYM.search(words[-1])
        words = [acronym[1]] if acronym else (shape == BRIEF and short.split()) or words
    lines = _even(words, most, measure)
    if any(measure(line) > limit for line in lines):
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
    """Break where the widest line is narrowest; words are measured once each."""
    if len(words) == 1 or most == 1:
        return [" ".join(words)]
    gap, wide = measure(" "), [measure(word) for word in words]
    ends = [0.0, *accumulate(width + gap for width in wide)]
    breaks = combinations(range(1, len(words)), min(most, len(words)) - 1)
    best = min(breaks, key=lambda at: max(ends[b] - ends[a] for a, b in _spans(at, len(words))))
    return [" ".join(words[a:b]) for a, b in _spans(best, len(words))]


def _spans(breaks: tuple[int, ...], count: int) -> Iterable[tuple[int, int]]:
    return pairwise((0, *breaks, count))


def _cut(line: str, limit: float, measure: Measure) -> str:
    """Cut a line that is too wide, with dots for what is missing."""
    if measure(line) <= limit:
        return line
    room = limit - measure("…")
    kept = bisect_right(range(len(line)), room, key=lambda n: measure(line[:n])) - 1
    return _STUMP.sub("", line[: max(kept, 0)]).rstrip(" ,;:-–&") + "…"
