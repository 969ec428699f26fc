# SPDX-License-Identifier: MIT
"""Points spread over types of culture or over values, and how far two such spreads lie apart.

The distance is half the sum of differences, 0 to 100 points (domain section 5.3); that of Euclid
is given beside it.
"""

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple

from workshop.ids import Id
from workshop.partners.fit_records import CULTURE_TYPES, MOST_VALUES, CultureRating, ValuePoints
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import number

Points = Mapping[str, int]
"""Points by type or value; complete ones add up to 100."""
MARKED = 10
"""A difference of more points than this is worth a word (rule of thumb)."""


class Distance(NamedTuple):
    """How far two spreads of 100 points lie apart; `differing` names what is more than 10 apart."""

    points: float
    fit: float
    euclid: float
    differing: tuple[str, ...]


def culture_rating(
    workshop: Workshop, about: Id, by: Id, moment: Literal["now", "preferred"] = "now"
) -> CultureRating | None:
    """Give how one organization sees the culture of another or its own, if it has said so."""
    wanted = (about, by, moment)
    every = workshop.of(CultureRating).values()
    return next((r for r in every if (r.organization, r.seen_by, r.moment) == wanted), None)


def culture_points(
    workshop: Workshop, about: Id, by: Id, moment: Literal["now", "preferred"] = "now"
) -> Points | None:
    """Give the points for each type of culture; None unless all are known and add up to 100."""
    rating = culture_rating(workshop, about, by, moment)
    if rating is None:
        return None
    found = {n: p for n in CULTURE_TYPES if (p := getattr(rating, n)) is not None}
    return found if len(found) == len(CULTURE_TYPES) and sum(found.values()) == 100 else None


def value_points(workshop: Workshop, about: Id, by: Id) -> Points | None:
    """Give the points for each value; None unless they add up to 100."""
    found = _values(workshop, about, by)
    return found if found and sum(found.values()) == 100 else None


def points_problems(workshop: Workshop) -> list[str]:
    """Give a sentence for each spread of points that is complete but does not add up to 100."""
    problems = []
    for rating in workshop.all(CultureRating):
        known = [getattr(rating, name) for name in CULTURE_TYPES]
        if None not in known and sum(known) != 100:
            problems.append(_off(workshop, "culture", rating, sum(known)))
    whose = {(v.organization, v.seen_by): v for v in workshop.all(ValuePoints)}
    for (about, by), one in sorted(whose.items()):
        found = _values(workshop, about, by)
        if found and sum(found.values()) != 100:
            problems.append(_off(workshop, "values", one, sum(found.values())))
        if len(found) > MOST_VALUES:
            name = workshop.of(Organization)[about].name
            problems.append(
                f"{name} has points on {len(found)} values; keep to the {MOST_VALUES} that matter most."
            )
    return problems


def distance(one: Points, other: Points) -> Distance:
    """Compare two spreads of 100 points; what only one of them names counts 0 in the other."""
    names = list(dict.fromkeys([*one, *other]))
    apart = {name: one.get(name, 0) - other.get(name, 0) for name in names}
    points = sum(map(abs, apart.values())) / 2
    differing = tuple(name for name in names if abs(apart[name]) > MARKED)
    return Distance(points, 1 - points / 100, math.hypot(*apart.values()), differing)


def preferred_distance(workshop: Workshop, one: Id, other: Id) -> Distance | None:
    """Compare what two organizations would like to be; each is half as far from the joint future."""
    mine = culture_points(workshop, one, one, "preferred")
    theirs = culture_points(workshop, other, other, "preferred")
    return distance(mine, theirs) if mine and theirs else None


def _values(workshop: Workshop, about: Id, by: Id) -> dict[str, int]:
    return {
        " ".join(each.value.split()): each.points
        for each in workshop.all(ValuePoints)
        if (each.organization, each.seen_by) == (about, by) and each.points is not None
    }


def _off(workshop: Workshop, what: str, rating: CultureRating | ValuePoints, total: int) -> str:
    names = workshop.of(Organization)
    name = names[rating.organization].name
    seen = (
        "" if rating.seen_by == rating.organization else f" as {names[rating.seen_by].name} sees it"
    )
    more = 100 - total
    todo = f"give {number(more)} more" if more > 0 else f"take {number(-more)} away"
    return f"The {what} points of {name}{seen} add up to {total}, not 100; {todo}."
