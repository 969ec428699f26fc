# SPDX-License-Identifier: MIT
"""What each side could supply to the other, and whether together we would reach further.

Complementary and supplementary alignment: Das & Teng 2000; formulas: domain sections 5.1 and 5.2.
"""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop.gaps.gap import our_levels
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.records import PartnerNeed
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, number, percent

_FEWEST_LEVELS = 2
"""The fewest levels known on both sides for which a likeness of levels says anything."""


class Contribution(NamedTuple):
    """What one side adds to one capability the other lacks, in levels."""

    capability: Capability
    gap: int
    importance: int
    amount: float


class Complement(NamedTuple):
    """The share of one side's gaps that the other could fill, over the gaps that are rated."""

    share: float | None
    contributions: tuple[Contribution, ...]
    rated: int
    gaps: int
    why: Why


class Growth(NamedTuple):
    """How much two organizations can do the same in different places, from 0 to 1."""

    score: float | None
    likeness: float | None
    overlap: float | None
    why: Why


class Resources(NamedTuple):
    """Needs and assets of both sides; `kind` names which of the two scores is the higher one."""

    to_us: Complement
    to_them: Complement
    mutual: float | None
    growth: Growth
    score: float | None
    kind: str
    why: Why

    @property
    def both_ways(self) -> Why:
        """How what each side fills of the other's gaps makes one score."""
        formula = (
            "2 × ours filled × theirs filled ÷ (ours filled + theirs filled); 0 if either is 0"
        )
        ours = (
            ("Of our gaps, " + name[0].lower() + name[1:], value)
            for name, value in self.to_us.why.inputs
        )
        theirs = (
            ("Of theirs, " + name[0].lower() + name[1:], value)
            for name, value in self.to_them.why.inputs
        )
        return Why(formula, (*ours, *theirs))

    @property
    def in_words(self) -> str:
        """Both scores in a few words, the one that counts first."""
        if self.score is None:
            return ""
        named = {"complement": self.mutual, "geographic growth": self.growth.score}
        told = [
            f"{name} {'unknown' if value is None else percent(value)}"
            for name, value in sorted(named.items(), key=lambda each: each[0] != self.kind)
        ]
        return ", ".join(told)


class _Lack(NamedTuple):
    capability: Id
    needed: int | None
    importance: int | None


def resources(workshop: Workshop, partner: Id) -> Resources:
    """Weigh what each side could supply, and likewise what both hold in different places."""
    to_us, to_them = gives_us(workshop, partner), gives_them(workshop, partner)
    mutual = harmonic(to_us.share, to_them.share)
    further = growth(workshop, partner)
    score, kind = _better(mutual, further.score)
    why = Why(
        "Higher of: harmonic mean of what each fills of the other’s gaps; geographic growth",
        (
            ("They fill of our gaps", _share(to_us)),
            ("We fill of their gaps", _share(to_them)),
            ("Both ways", number(mutual, 4)),
            ("Geographic growth", number(further.score, 4)),
        ),
    )
    return Resources(to_us, to_them, mutual, further, score, kind, why)


def gives_us(workshop: Workshop, partner: Id) -> Complement:
    """Give the share of our gaps that a partner could fill."""
    lacks = [_Lack(n.capability, n.needed_level, n.importance) for n in workshop.all(Need)]
    return _complement(workshop, lacks, our_levels(workshop), best_assets(workshop, [partner]))


def gives_them(workshop: Workshop, partner: Id) -> Complement:
    """Give the share of a partner's own gaps that we could fill."""
    needs = [each for each in workshop.all(PartnerNeed) if each.organization == partner]
    lacks = [_Lack(n.capability, n.needed_level, n.importance) for n in needs]
    theirs = best_assets(workshop, [partner])
    levels = {id: a.level for id, a in theirs.items() if a.level is not None}
    own = [each.id for each in ours(workshop)]
    return _complement(workshop, lacks, levels, best_assets(workshop, own))


def best_assets(workshop: Workshop, organizations: Iterable[Id]) -> Mapping[Id, Asset]:
    """Give by capability the asset with the highest known level among these organizations."""
    wanted = set(organizations)
    best: dict[Id, Asset] = {}
    for asset in workshop.all(Asset):
        if asset.organization in wanted and asset.level is not None:
            known = best.get(asset.capability)
            if known is None or asset.level > (known.level or 0):
                best[asset.capability] = asset
    return best


def harmonic(one: float | None, other: float | None) -> float | None:
    """Give the harmonic mean of two shares: 0 if either is 0, None if either is unknown."""
    if one is None or other is None:
        return None
    return 2 * one * other / (one + other) if one and other else 0.0


def growth(workshop: Workshop, partner: Id) -> Growth:
    """Score how alike the levels and how different the places are: cosine × (1 − Jaccard)."""
    mine, theirs = our_levels(workshop), best_assets(workshop, [partner])
    pairs = [(level, theirs[id].level or 0) for id, level in mine.items() if id in theirs]
    alike = cosine(pairs) if len(pairs) >= _FEWEST_LEVELS else None
    overlap = jaccard(
        {place for each in ours(workshop) for place in each.service_area},
        set(workshop.get(Organization, partner).service_area),
    )
    score = None if alike is None or overlap is None else alike * (1 - overlap)
    why = Why(
        "Likeness of levels (cosine) × (1 − shared part of the service areas)",
        (
            ("Likeness of levels", number(alike, 4)),
            ("Levels compared", str(len(pairs))),
            ("Shared places", "unknown" if overlap is None else percent(overlap)),
        ),
    )
    return Growth(score, alike, overlap, why)


def cosine(pairs: Iterable[tuple[float, float]]) -> float | None:
    """Give the cosine between two series of levels; None if one of them is all 0."""
    every = list(pairs)
    lengths = math.hypot(*(a for a, _ in every)) * math.hypot(*(b for _, b in every))
    return sum(a * b for a, b in every) / lengths if lengths else None


def jaccard(one: set[str], other: set[str]) -> float | None:
    """Give the shared part of two sets of names, without regard to case; None if one is empty."""
    first, second = ({name.casefold() for name in names} for names in (one, other))
    return len(first & second) / len(first | second) if first and second else None


def _complement(
    workshop: Workshop, lacks: list[_Lack], held: Mapping[Id, int], offered: Mapping[Id, Asset]
) -> Complement:
    found: list[Contribution] = []
    gaps = 0
    for lack in lacks:
        level = held.get(lack.capability)
        gap = None if level is None or lack.needed is None else max(0, lack.needed - level)
        gaps += gap != 0
        asset = offered.get(lack.capability)
        if gap and lack.importance is not None and asset is not None:
            more = max(0, (asset.level or 0) - held[lack.capability])
            amount = min(gap, more * (1.0 if asset.share is None else asset.share))
            capability = workshop.get(Capability, lack.capability)
            found.append(Contribution(capability, gap, lack.importance, amount))
    wanted = sum(each.importance * each.gap for each in found)
    given = sum(each.importance * each.amount for each in found)
    why = Why(
        "Σ importance × min(gap, their level above ours × share lent) ÷ Σ importance × gap",
        (
            ("Given", number(given)),
            ("Wanted", number(wanted)),
            ("Rated", f"{len(found)} of {gaps} gaps"),
            *((each.capability.name, f"{number(each.amount)} of {each.gap}") for each in found),
        ),
    )
    return Complement(given / wanted if wanted else None, tuple(found), len(found), gaps, why)


def _better(mutual: float | None, further: float | None) -> tuple[float | None, str]:
    if mutual is None and further is None:
        return None, ""
    if further is None or (mutual is not None and mutual >= further):
        return mutual, "complement"
    return further, "geographic growth"


def _share(found: Complement) -> str:
    shown = "unknown" if found.share is None else percent(found.share)
    return f"{shown}, {found.rated} of {found.gaps} rated"
