# SPDX-License-Identifier: MIT
"""Put packages on the table: what the room may see of them, and how they are agreed."""

from collections.abc import Sequence

import numpy as np

from workshop.deal.packages import Analysis, Point
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
    """Put a spread of acceptable efficient packages on the table in place of those proposed before.

    They carry their places for each party and no value: the first place is the best on the table.
    Packages that are agreed or set aside stay. RuleError if there is nothing all could accept.
    """
    able = [each for each in found.efficient if each.acceptable]
    if not able:
        raise RuleError(
            "No package is above everybody's walk-away line; add options or talk about the lines."
        )
    shown = _spread(able, _marked(found))
    old = [p.id for p in workshop.of(Package).values() if p.status == "proposed"]
    workshop = workshop.without(Package, old)
    parties = tuple(each.id for each in found.problem.parties)
    ranks = _ranks(shown)
    packages = [
        Package(
            id=new_id(),
            name=f"Package {number}",
            options=_options(found, each),
            parties=parties,
            ranks=tuple(int(rank) for rank in ranks[number - 1]),
            marks=_marks(found, each),
        )
        for number, each in enumerate(shown, 1)
    ]
    return add(workshop, *packages)


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
