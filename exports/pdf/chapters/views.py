# SPDX-License-Identifier: MIT
"""How two sides see themselves and each other, in figures: what the fit and the mirror rest on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from exports.pdf.chapters.future_state import label
from exports.pdf.setting import Block, Text, Words
from exports.pdf.style import SMALL
from exports.pdf.table import Column, Table
from workshop.ids import Id
from workshop.partners.candidates import us
from workshop.partners.culture import culture_rating
from workshop.partners.fit_parts import leadership_rating
from workshop.partners.fit_records import (
    CULTURE_TYPES,
    STYLES,
    CultureRating,
    LeadershipRating,
    ValuePoints,
)
from workshop.prepare.records import Organization
from workshop.record import Record, field
from workshop.state import Workshop

_MOMENTS: tuple[tuple[Literal["now", "preferred"], str], ...] = (
    ("now", "Culture"),
    ("preferred", "Culture as it should be"),
)
_SCALES = "Culture and values: points of 100. Leadership: from 1 to 7."


def views(workshop: Workshop, partner: Id) -> Iterator[Block]:
    """Give the ratings of both sides by both sides; nothing unless one is of or by the partner."""
    here, there = us(workshop), workshop.get(Organization, partner)
    points_of_view = (
        ("We, as we see us", here.id, here.id),
        ("We, as they see us", here.id, partner),
        ("They, as they see themselves", partner, partner),
        ("They, as we see them", partner, here.id),
    )
    seen = [(head, _seen(workshop, about, by)) for head, about, by in points_of_view]
    if not any(view for _, view in seen[1:]):
        return
    subjects = dict.fromkeys(subject for _, view in seen for subject in view)
    rows: list[list[Words]] = [
        [subject, _below_each_other((head, view.get(subject, "")) for head, view in seen)]
        for subject in subjects
    ]
    yield Table((Column("Subject"), Column("Who sees whom how, in figures")), rows)
    who = f"We are {here.name}, they are {there.name}."
    missing = [f"{head}: not rated yet." for head, view in seen if not view]
    yield Text(" ".join([who, _SCALES, *missing]), SMALL)


def _below_each_other(told: Iterable[tuple[str, str]]) -> Words:
    """Give who sees whom with the figures, a line for each of which there are some."""
    known = [(label(head), text) for head, text in told if text]
    return [word for head, text in known for word in (head._replace(text=f"\n{head.text}"), text)]


def _seen(workshop: Workshop, about: Id, by: Id) -> Mapping[str, str]:
    """Give what one organization has rated of another or itself, by subject."""
    found = {
        name: _told(culture_rating(workshop, about, by, moment), CultureRating, CULTURE_TYPES)
        for moment, name in _MOMENTS
    }
    found["Leadership"] = _told(leadership_rating(workshop, about, by), LeadershipRating, STYLES)
    found["Values"] = ", ".join(
        f"{' '.join(each.value.split())} {each.points}"
        for each in workshop.all(ValuePoints)
        if (each.organization, each.seen_by) == (about, by) and each.points is not None
    )
    return {subject: told for subject, told in found.items() if told}


def _told(rating: Record | None, kind: type[Record], names: tuple[str, ...]) -> str:
    known = ((field(kind, name).label.lower(), getattr(rating, name, None)) for name in names)
    return ", ".join(f"{name} {value}" for name, value in known if value is not None)
