# SPDX-License-Identifier: MIT
"""Put packages on the table: what the room may see of them, and how they are agreed."""

from collections.abc import Sequence
from itertools import count

import numpy as np

from workshop.deal.packages import Analysis, Point, choice_of, point
from workshop.deal.term_records import Package
from workshop.edits import add, change
from workshop.ids import Id, new_id
from workshop.record import RuleError
from workshop.state import Workshop

MOST_ON_TABLE = 24
"""More packages than this nobody can compare."""
MARKS = {
    "nash": "Fair by product of gains",
    "max_min": "Least gain is highest",
    "sum": "Highest sum",
}


def put_on_table(workshop: Workshop, found: Analysis) -> Workshop:
    """Put a spread of acceptable efficient packages on the table in place of those found before.

    They carry their places for each party and no value: the first place is the best on the table.
    What somebody proposed stays and gets its place among them; so do packages agreed or set aside.
    RuleError if there is nothing all could accept.
    """
    able = [each for each in found.efficient if each.acceptable]
    if not able:
        raise RuleError(
            "No package is above everybody's walk-away line; add options or talk about the lines."
        )
    old = [p.id for p in workshop.of(Package).values() if p.status == "proposed" and p.found]
    workshop = workshop.without(Package, old)
    shown = [each for each in _spread(able, _marked(found)) if not _is_there(workshop, found, each)]
    used = {each.name for each in workshop.of(Package).values()}
    names = (name for number in count(1) if (name := f"Package {number}") not in used)
    fresh = [
        Package(id=new_id(), name=name, options=_options(found, each), found=True)
        for name, each in zip(names, shown, strict=False)
    ]
    return _ranked(add(workshop, *fresh), found)


def _is_there(workshop: Workshop, found: Analysis, each: Point) -> bool:
    options = set(_options(found, each))
    return any(set(package.options) == options for package in workshop.of(Package).values())


def _ranked(workshop: Workshop, found: Analysis) -> Workshop:
    """Give every whole package on the table its place for each party, and how it stands out."""
    points = {
        package.id: point(found.problem, choice_of(found.problem, package.options))
        for package in workshop.all(Package)
        if _is_whole(found, package)
    }
    ranks = dict(zip(points, _ranks([*points.values()]), strict=True))
    parties = tuple(each.id for each in found.problem.parties)
    for id, each in points.items():
        own = tuple(ranks[id])
        workshop = change(
            workshop, Package, id, parties=parties, ranks=own, marks=_marks(found, each)
        )
    return workshop


def _is_whole(found: Analysis, package: Package) -> bool:
    return all(any(option.id in package.options for option in own) for own in found.problem.options)


def agree_on(workshop: Workshop, package: Id) -> Workshop:
    """Make one package the agreed one; another that was agreed is proposed again."""
    for other in workshop.of(Package).values():
        if other.status == "agreed" and other.id != package:
            workshop = change(workshop, Package, other.id, status="proposed")
    return change(workshop, Package, package, status="agreed")


def _options(found: Analysis, each: Point) -> tuple[Id, ...]:
    return tuple(own[at].id for own, at in zip(found.problem.options, each.choice, strict=True))


def _marked(found: Analysis) -> list[Point]:
    return [each for each in (found.nash, found.max_min) if each]


def _marks(found: Analysis, each: Point) -> tuple[str, ...]:
    stands = {"nash": found.nash, "max_min": found.max_min, "sum": found.highest_sum}
    return tuple(key for key, mark in stands.items() if mark and mark.choice == each.choice)


def _spread(able: Sequence[Point], marked: Sequence[Point]) -> list[Point]:
    """Take packages at equal steps along the order of the first party, and all that stand out."""
    steps = np.linspace(0, len(able) - 1, min(len(able), MOST_ON_TABLE)).round().astype(int)
    kept = {able[at].choice: able[at] for at in steps}
    kept |= {each.choice: each for each in marked}
    return sorted(kept.values(), key=lambda each: tuple(-value for value in each.values))


def _ranks(shown: Sequence[Point]) -> list[list[int]]:
    """Give the place of each package for each party; equal worth has equal place."""
    columns = []
    for values in zip(*(each.values for each in shown), strict=True):
        order = sorted(set(values), reverse=True)
        columns.append([order.index(value) + 1 for value in values])
    return [list(row) for row in zip(*columns, strict=True)]
