# SPDX-License-Identifier: MIT
"""Where two organizations see themselves otherwise than the other one sees them.

Culture, leadership, tradition and values, each as we rate ourselves, as they rate themselves, as
we rate them and as they rate us: the differences are the conversations to have.
"""

from collections.abc import Iterator
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.candidates import us
from workshop.partners.culture import MARKED, culture_points, value_points
from workshop.partners.fit_parts import THREAT, leadership_rating
from workshop.partners.fit_records import (
    CULTURE_TYPES,
    STYLES,
    CultureRating,
    LeadershipRating,
    Stance,
    Tradition,
    TraditionStance,
)
from workshop.prepare.records import Organization
from workshop.record import field
from workshop.state import Workshop
from workshop.why import in_sentence

STEPS_APART = 2
"""A slider moved by so many steps is worth a word."""


class Reflection(NamedTuple):
    """One thing about an organization, as it sees itself and as the other side sees it.

    Numbers run from `low` to `high`; a stance is 0 for respects, 1 for neutral, 2 for threatens.
    """

    subject: str
    item: str
    about: Organization
    seen_by: Organization
    own: float | None
    other: float | None
    low: float
    high: float
    differs: bool
    sentence: str


class Mirror(NamedTuple):
    """Everything two sides say of themselves and of each other, with ours first."""

    us: Organization
    them: Organization
    reflections: tuple[Reflection, ...]

    @property
    def differing(self) -> tuple[Reflection, ...]:
        """What the two see differently enough to talk about, the widest difference first."""
        found = [each for each in self.reflections if each.differs]
        found.sort(key=lambda each: -_width(each))
        return tuple(found)

    @property
    def both_known(self) -> int:
        """How many things are rated from both sides."""
        return sum(None not in (each.own, each.other) for each in self.reflections)


def mirror(workshop: Workshop, partner: Id) -> Mirror:
    """Hold both sides' views of both sides against each other."""
    here, there = us(workshop), workshop.get(Organization, partner)
    reflections: list[Reflection] = []
    for read in (_culture, _leadership, _tradition, _values):
        reflections += read(workshop, here, there)
        reflections += read(workshop, there, here)
    return Mirror(here, there, tuple(reflections))


def mirror_headline(found: Mirror) -> str:
    """Say in how much the two see each other otherwise, and where most."""
    name = found.them.name
    if not found.both_known:
        return f"We and {name} have not rated each other yet"
    if not found.differing:
        return f"We and {name} see each other as each sees itself"
    first = found.differing[0]
    subject = f"the {first.subject} of {first.about.name}"
    if len(found.differing) == 1:
        return f"We and {name} disagree on 1 thing: {subject}"
    return f"We and {name} disagree on {len(found.differing)} things, most on {subject}"


def _width(each: Reflection) -> float:
    return abs((each.own or 0) - (each.other or 0)) / (each.high - each.low)


def _culture(workshop: Workshop, about: Organization, by: Organization) -> Iterator[Reflection]:
    own = culture_points(workshop, about.id, about.id) or {}
    other = culture_points(workshop, about.id, by.id) or {}
    for name in CULTURE_TYPES if own or other else ():
        label = field(CultureRating, name).label
        yield _points("culture", label, about, by, own.get(name), other.get(name))


def _values(workshop: Workshop, about: Organization, by: Organization) -> Iterator[Reflection]:
    own = value_points(workshop, about.id, about.id)
    other = value_points(workshop, about.id, by.id)
    for name in dict.fromkeys([*(own or {}), *(other or {})]):
        mine = None if own is None else own.get(name, 0)
        yield _points(
            "values", name, about, by, mine, None if other is None else other.get(name, 0)
        )


def _points(
    subject: str,
    item: str,
    about: Organization,
    by: Organization,
    own: int | None,
    other: int | None,
) -> Reflection:
    differs = own is not None and other is not None and abs(own - other) > MARKED
    sentence = (
        f"{about.name} gives itself {_said(own)} points for {in_sentence(item)}; "
        f"{by.name} gives it {_said(other)}."
    )
    return Reflection(subject, item, about, by, own, other, 0, 100, differs, sentence)


def _leadership(workshop: Workshop, about: Organization, by: Organization) -> Iterator[Reflection]:
    own = leadership_rating(workshop, about.id, about.id)
    other = leadership_rating(workshop, about.id, by.id)
    for name in STYLES:
        mine, theirs = getattr(own, name, None), getattr(other, name, None)
        if mine is None and theirs is None:
            continue
        label = field(LeadershipRating, name).label
        differs = mine is not None and theirs is not None and abs(mine - theirs) >= STEPS_APART
        sentence = (
            f"{about.name} places itself at {_said(mine)} of 7 on {label.lower()}; "
            f"{by.name} places it at {_said(theirs)}."
        )
        yield Reflection("leadership", label, about, by, mine, theirs, 1, 7, differs, sentence)


def _tradition(workshop: Workshop, about: Organization, by: Organization) -> Iterator[Reflection]:
    """Compare the stance on the other's traditions as its holder says and as their owner sees it."""
    stances = workshop.all(TraditionStance)
    for item in workshop.all(Tradition):
        if item.organization != by.id:
            continue
        said = {
            s.seen_by: s.stance
            for s in stances
            if (s.tradition, s.organization) == (item.id, about.id)
        }
        mine, theirs = said.get(about.id), said.get(by.id)
        if mine is None and theirs is None:
            continue
        differs = mine is not None and theirs is not None and mine != theirs
        sentence = (
            f"“{item.text}”, dear to {by.name}: {about.name} says it {_meant(mine)}, "
            f"{by.name} sees that it {_meant(theirs)}."
        )
        own, other = (None if s is None else 2 * THREAT[s] for s in (mine, theirs))
        yield Reflection("tradition", item.text, about, by, own, other, 0, 2, differs, sentence)


def _said(value: float | None) -> str:
    return "no" if value is None else f"{value:g}"


def _meant(stance: Stance | None) -> str:
    return {"respects": "respects it", "neutral": "is neutral", "threatens": "threatens it"}.get(
        stance or "", "has not said"
    )
