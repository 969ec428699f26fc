# SPDX-License-Identifier: MIT
"""Names and dates as the edition words them."""

from datetime import date

from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop

UNKNOWN = "–"


def day(when: date | None) -> str:
    """Give a date in words: “14 March 2027”; or “–”."""
    return f"{when.day} {when:%B %Y}" if when else UNKNOWN


def short_day(when: date | None) -> str:
    """Give a date for a table: “14 Mar 2027”; or “–”."""
    return f"{when.day} {when:%b %Y}" if when else UNKNOWN


def span(first: date | None, last: date | None) -> str:
    """Give the days something lasts: “12–13 March 2027”; nothing if both are unknown."""
    if first is None or last is None or first == last:
        known = first or last
        return day(known) if known else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def person(workshop: Workshop, id: Id | None) -> str:
    """Give the name of a participant; “–” if there is none."""
    found = workshop.of(Participant).get(id) if id else None
    return found.name if found else UNKNOWN


def organization(workshop: Workshop, id: Id | None) -> str:
    """Give the name of an organization; “–” if there is none."""
    found = workshop.of(Organization).get(id) if id else None
    return found.name if found else UNKNOWN


def or_dash(value: object) -> str:
    """Give a value as text; “–” for None and for blank text."""
    return UNKNOWN if value is None or value == "" else f"{value}"


def joined(*parts: str, by: str = " · ") -> str:
    """Join the parts that say something."""
    return by.join(part for part in parts if part and part != UNKNOWN)
