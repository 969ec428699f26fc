# SPDX-License-Identifier: MIT
"""What an organization says of itself, in words: what it wants, needs, holds and would not lose."""

from collections.abc import Iterator
from typing import NamedTuple

from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.candidates import by_name, candidate_of
from workshop.partners.fit_parts import stance_on
from workshop.partners.fit_records import Aspiration, AspirationMatch, Tradition, TraditionStance
from workshop.partners.records import PartnerNeed
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, listed, percent

_MEETS = {
    "shared": "shared with",
    "compatible": "compatible with",
    "independent": "independent of",
    "conflicting": "conflicting with",
}
_DOES = {
    "threatens": ("threatens it", "threaten it"),
    "neutral": ("is neutral", "are neutral"),
    "respects": ("respects it", "respect it"),
}


class Facet(NamedTuple):
    """One side of an organization, with a line for each thing that is known of it."""

    key: str
    label: str
    lines: tuple[str, ...]


def portrait(workshop: Workshop, organization: Id) -> tuple[Facet, ...]:
    """Give what is known of an organization; facets of which nothing is known are left out."""
    candidate = candidate_of(workshop, organization)
    motives = candidate.motives if candidate else ()
    places = workshop.get(Organization, organization).service_area
    facets = (
        Facet("wants", "What it wants", tuple(_wants(workshop, organization))),
        Facet("motives", "Why it would ally", motives),
        Facet("needs", "What it needs itself", tuple(_needs(workshop, organization))),
        Facet("holds", "What it holds of what we need", tuple(_holds(workshop, organization))),
        Facet("dear", "What must not be lost", tuple(_dear(workshop, organization))),
        Facet("places", "Where it works", (", ".join(places),) if places else ()),
    )
    return tuple(facet for facet in facets if facet.lines)


def portrait_headline(workshop: Workshop, organization: Id) -> str:
    """Say how much an organization wants and needs, as in: “Northlight wants 2 things, needs 1”."""
    name = workshop.get(Organization, organization).name
    found = {facet.key: len(facet.lines) for facet in portrait(workshop, organization)}
    wants = counted(found.get("wants", 0), "thing")
    if not found:
        return f"Nothing is known of {name} yet"
    if "needs" not in found:
        if "wants" not in found:
            return f"{name} has named no aspiration and no need of its own"
        return f"{name} wants {wants} and has named no need of its own"
    needs = counted(found["needs"], "capability", "capabilities")
    wanted = f"wants {wants} and " if "wants" in found else ""
    return f"{name} {wanted}needs {needs} itself"


def _wants(workshop: Workshop, organization: Id) -> Iterator[str]:
    """Give each aspiration and how it gets on with those of the other side."""
    texts = workshop.of(Aspiration)
    for each in workshop.all(Aspiration):
        if each.organization == organization:
            matches = [
                f"{_MEETS[match.label]} “{texts[match.other if match.one == each.id else match.one].text}”"
                for match in workshop.all(AspirationMatch)
                if match.label is not None and each.id in (match.one, match.other)
            ]
            yield _noted(each.text, *matches, by="; ")


def _needs(workshop: Workshop, organization: Id) -> Iterator[str]:
    for each in workshop.all(PartnerNeed):
        if each.organization == organization:
            level = "" if each.needed_level is None else f"level {each.needed_level}"
            weight = "" if each.importance is None else f"importance {each.importance}"
            yield _noted(workshop.get(Capability, each.capability).name, level, weight)


def _holds(workshop: Workshop, organization: Id) -> Iterator[str]:
    """Give what it holds of what we need, the highest level first, and the share it would lend."""
    needed = {each.capability for each in workshop.all(Need)}
    held = [a for a in workshop.all(Asset) if a.organization == organization and a.level != 0]
    held = [asset for asset in held if asset.capability in needed]
    for each in sorted(held, key=lambda asset: -(asset.level or 0)):
        level = "not rated" if each.level is None else f"level {each.level}"
        share = "" if each.share is None else f"would lend {percent(each.share)}"
        yield _noted(workshop.get(Capability, each.capability).name, level, share)


def _dear(workshop: Workshop, organization: Id) -> Iterator[str]:
    """Give each tradition, how dear it is, and what the others would do to it, threats first."""
    names = workshop.of(Organization)
    for each in workshop.all(Tradition):
        if each.organization != organization:
            continue
        takers = {s.organization for s in workshop.all(TraditionStance) if s.tradition == each.id}
        known = [
            (stance_on(workshop, each, id), names[id].name)
            for id in sorted(takers, key=lambda taker: by_name(names[taker]))
        ]
        dear = "" if each.intensity is None else f"intensity {each.intensity} of 5"
        stances = [
            f"{listed(those)} {verbs[len(those) > 1]}"
            for stance, verbs in _DOES.items()
            if (those := [name for took, name in known if took == stance])
        ]
        yield _noted(each.text, dear, *stances, by="; ")


def _noted(text: str, *notes: str, by: str = ", ") -> str:
    known = by.join(filter(None, notes))
    return f"{text} ({known})" if known else text
