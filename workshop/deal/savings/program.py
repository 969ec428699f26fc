# SPDX-License-Identifier: MIT
"""The rules of a program and year, read from resources/savings; no rule is written in code.

Rates are fractions. They are written as text in the files, so that 0.0225 is 9/400 and no float.
A file may be like others: what it does not tell itself it takes from them, tracks of all of them.
"""

from bisect import bisect_left
from fractions import Fraction
from typing import Any

import msgspec

from resources.paths import SAVINGS
from workshop.record import RuleError

SHARED_VALUE = "shared_value"


class LossRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a loss is shared: a fixed rate, or 1 less `less` times quality between floor and ceiling."""

    rate: str = ""
    less: str = ""
    floor: str = "0"
    ceiling: str = "1"
    most_of_benchmark: str = ""
    most_of_revenue: str = ""


class Track(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to take part: the share of savings, its cap, and how losses are shared, if at all."""

    title: str
    share: str
    most_of_benchmark: str = ""
    loss: LossRule | None = None


class Replay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a published results file says what, and what it calls the tracks."""

    columns: dict[str, str]
    tracks: dict[str, str]


class Program(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of one program for one year, or for the years up to `until`.

    Where quality scales, every share is multiplied by the quality score, not that of an alternative
    standard alone. Tracks at half rate earn half of their share below the minimum. Least control is
    the part of the seats that the participants must hold.
    """

    key: str
    title: str
    source: str
    tracks: dict[str, Track]
    year: int | None = None
    until: int | None = None
    like: tuple[str, ...] = ()
    cut: str = "0"
    quality_scales: bool = False
    minimum_choices: tuple[str, ...] = ()
    minimum_by_people: tuple[tuple[int, str], ...] = ()
    half_rate: tuple[str, ...] = ()
    fewest_for_half_rate: int = 0
    recoups_advance: bool = False
    least_control: str = ""
    replay: Replay | None = None
    words: dict[str, str] = {}  # msgspec copies it


def programs() -> tuple[Program, ...]:
    """Give the programs that come with the app, the newest year first and shared value last."""
    found = [_read(path.stem) for path in sorted(SAVINGS.glob("*.json"))]
    return tuple(sorted(found, key=lambda each: (-(each.year or 0), each.key)))


def program(key: str) -> Program:
    """Give a program by its key; blank is shared value. RuleError names those there are."""
    key = key or SHARED_VALUE
    keys = sorted(path.stem for path in SAVINGS.glob("*.json"))
    if key not in keys:
        raise RuleError(f"There are no rules {key!r}; there are {', '.join(keys)}.")
    return _read(key)


def covers(rules: Program, year: int) -> bool:
    """Tell whether rules are those of a year; without an end they hold for their first year."""
    return rules.year is not None and rules.year <= year <= (rules.until or rules.year)


def track(rules: Program, name: str) -> Track:
    """Give a track of a program by its name; the only one if there is one and none is named."""
    if not name and len(rules.tracks) == 1:
        return next(iter(rules.tracks.values()))
    if name not in rules.tracks:
        known = ", ".join(rules.tracks)
        raise RuleError(f"{rules.title} has no track {name!r}; choose one of {known}.")
    return rules.tracks[name]


def minimum_for(rules: Program, people: int) -> Fraction:
    """Give the least rate that counts for so many people, on the straight line between two entries."""
    table = rules.minimum_by_people
    if not table:
        return Fraction(0)
    sizes = [size for size, _ in table]
    at = bisect_left(sizes, people)
    if at == 0:
        return Fraction(table[0][1])
    if at == len(table):
        return Fraction(table[-1][1])
    (low, first), (high, last) = table[at - 1], table[at]
    part = Fraction(people - low, high - low)
    return Fraction(first) + part * (Fraction(last) - Fraction(first))


def _read(key: str) -> Program:
    return msgspec.convert(_told(key), Program)


def _told(key: str) -> dict[str, Any]:
    own: dict[str, Any] = msgspec.json.decode((SAVINGS / f"{key}.json").read_bytes())
    told: dict[str, Any] = {}
    for other in map(_told, own.get("like", ())):
        told |= {**other, "tracks": {**told.get("tracks", {}), **other["tracks"]}}
    return told | own
