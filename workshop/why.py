# SPDX-License-Identifier: MIT
"""Why a number is what it is, and how numbers are put into words, so that leaders can check them."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


def percent(fraction: float) -> str:
    """Show a fraction as a whole percentage, rounded half up: 0.515 is “52%”."""
    return f"{_half_up(fraction * 100, 0)}%"


def number(value: float | None, digits: int = 2) -> str:
    """Show a number with at most so many digits after the point, or “unknown” for None."""
    if value is None:
        return "unknown"
    shown = f"{_half_up(value, digits):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def amount(cents: int | None) -> str:
    """Show whole cents with thousands set apart, cents only where there are any: “12,500”."""
    if cents is None:
        return "unknown"
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:02}" if rest else "")


def counted(count: int, one: str, many: str = "") -> str:
    """Put a count before its noun: “1 gap”, “3 gaps”."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Join words as in a sentence: “a, b and c”."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def few(words: Sequence[str], most: int = 4) -> str:
    """Give words as a list of which only the first are named: “a, b, c and 7 more”."""
    if len(words) <= most:
        return listed(list(words))
    return listed([*words[: most - 1], f"{len(words) - most + 1} more"])


def in_sentence(name: str) -> str:
    """Give a name as it stands inside a sentence: “Risk capital” is “risk capital”, “IT” stays."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return name[0].lower() + name[1:] if first[1:] == first[1:].lower() != "" else name


def _half_up(value: float, digits: int) -> Decimal:
    # Through 12 digits first, so that 0.285 * 100 counts as the 28.5 that a person sees.
    seen = Decimal(f"{value:.12g}")
    return seen.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


class Why(NamedTuple):
    """The formula behind a number in words and signs, and what went into it."""

    formula: str
    inputs: tuple[tuple[str, str], ...]
