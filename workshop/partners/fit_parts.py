# SPDX-License-Identifier: MIT
"""The six parts of the fit, each scored from both sides, with what it was computed from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.candidates import us
from workshop.partners.complement import resources
from workshop.partners.culture import (
    Points,
    culture_points,
    distance,
    preferred_distance,
    value_points,
)
from workshop.partners.fit_records import (
    STYLES,
    Aspiration,
    AspirationMatch,
    FitWeights,
    LeadershipRating,
    Stance,
    Tradition,
    TraditionStance,
)
from workshop.prepare.records import Organization
from workshop.record import field
from workshop.state import Workshop
from workshop.why import Why, listed, number

DERAILER = 0.40
"""A part of the fit below this can wreck the alliance, however good the rest is."""

WORTH: Mapping[str, float] = {
    "shared": 1.0,
    "compatible": 0.5,
    "independent": 0.0,
    "conflicting": -1.0,
}
"""What a label on two aspirations counts."""
THREAT: Mapping[Stance, float] = {"respects": 0.0, "neutral": 0.5, "threatens": 1.0}
"""How much of a tradition is in danger from a stance."""


class Score(NamedTuple):
    """One part of the fit from 0 to 1, or None; `note` says in a few words what it rests on."""

    part: str
    label: str
    value: float | None
    note: str
    why: Why

    @property
    def derails(self) -> bool:
        """Whether this part alone can wreck the alliance."""
        return self.value is not None and self.value < DERAILER


def _score(part: str, value: float | None, note: str, why: Why) -> Score:
    return Score(part, field(FitWeights, part).label, value, note, why)


def _aspirations(workshop: Workshop, mine: Id, partner: Id) -> Score:
    ends = {each.id: each.organization for each in workshop.of(Aspiration).values()}
    ours = {each.id for each in workshop.of(Organization).values() if each.ours}
    pairs = [
        match
        for match in workshop.all(AspirationMatch)
        if partner in (whose := (ends[match.one], ends[match.other])) and ours & set(whose)
    ]
    labels = [match.label for match in pairs if match.label is not None]
    mean = sum(WORTH[label] for label in labels) / len(labels) if labels else None
    counts = {label: labels.count(label) for label in WORTH if label in labels}
    note = ", ".join(f"{count} {label}" for label, count in counts.items())
    why = Why(
        "(mean of shared 1, compatible 0.5, independent 0, conflicting −1, plus 1) ÷ 2",
        (
            *((label.capitalize(), str(count)) for label, count in counts.items()),
            ("Rated", f"{len(labels)} of {len(pairs)} pairs"),
        ),
    )
    return _score("aspirations", None if mean is None else (mean + 1) / 2, note, why)


def _resources(workshop: Workshop, mine: Id, partner: Id) -> Score:
    found = resources(workshop, partner)
    return _score("resources", found.score, found.in_words, found.why)


def _culture(workshop: Workshop, mine: Id, partner: Id) -> Score:
    def points(about: Id, by: Id) -> Points | None:
        return culture_points(workshop, about, by)

    later = preferred_distance(workshop, mine, partner)
    extra = (("Apart as each wants to be", f"{number(later.points)} points"),) if later else ()
    return _spread_score(workshop, "culture", mine, partner, points, extra)


def _values(workshop: Workshop, mine: Id, partner: Id) -> Score:
    def points(about: Id, by: Id) -> Points | None:
        return value_points(workshop, about, by)

    return _spread_score(workshop, "values", mine, partner, points, ())


def _spread_score(
    workshop: Workshop,
    part: str,
    mine: Id,
    partner: Id,
    points: Callable[[Id, Id], Points | None],
    extra: tuple[tuple[str, str], ...],
) -> Score:
    """Compare how each side sees itself; where one has not said, how the other sees it."""
    formula = "1 − half the sum of differences ÷ 100 points"
    here = points(mine, mine) or points(mine, partner)
    there, seen = points(partner, partner), "as it sees itself"
    if there is None:
        there, seen = points(partner, mine), "as we see it"
    if here is None or there is None:
        lacking = us(workshop).name if here is None else workshop.get(Organization, partner).name
        return _score(part, None, "", Why(formula, (("No 100 points yet", lacking),)))
    apart = distance(here, there)
    names = [name.capitalize() if name.islower() else name for name in apart.differing]
    note = f"apart on {listed(names)}" if names else "close in all"
    inputs = (
        ("Apart", f"{number(apart.points)} points"),
        ("Euclidean", number(apart.euclid, 2)),
        ("More than 10 apart", listed(names) if names else "none"),
        ("Theirs", seen),
        *extra,
    )
    return _score(part, apart.fit, note, Why(formula, inputs))


def leadership_rating(workshop: Workshop, about: Id, by: Id) -> LeadershipRating | None:
    """Give how one organization sees the leadership of another or its own, if it has said so."""
    every = workshop.of(LeadershipRating).values()
    return next((r for r in every if (r.organization, r.seen_by) == (about, by)), None)


def _leadership(workshop: Workshop, mine: Id, partner: Id) -> Score:
    here = leadership_rating(workshop, mine, mine) or leadership_rating(workshop, mine, partner)
    own = leadership_rating(workshop, partner, partner)
    there = own or leadership_rating(workshop, partner, mine)
    sliders = [(name, getattr(here, name, None), getattr(there, name, None)) for name in STYLES]
    apart = [(n, abs(a - b)) for n, a, b in sliders if a is not None and b is not None]
    value = 1 - sum(d for _, d in apart) / len(apart) / 6 if apart else None
    widest = max(apart, key=lambda each: each[1], default=("", 0))
    note = f"furthest apart on {widest[0]}" if widest[1] else "alike" if apart else ""
    why = Why(
        "1 − mean difference on sliders from 1 to 7 ÷ 6",
        (
            *((field(LeadershipRating, n).label, f"{d} apart") for n, d in apart),
            ("Rated", f"{len(apart)} of {len(STYLES)} sliders"),
            ("Theirs", "as it sees itself" if own else "as we see it"),
        ),
    )
    return _score("leadership", value, note, why)


def stance_on(workshop: Workshop, tradition: Tradition, other: Id) -> Stance | None:
    """Give the other side's stance on a tradition; of two views the more worried one counts."""
    found = [
        each.stance
        for each in workshop.of(TraditionStance).values()
        if each.tradition == tradition.id and each.organization == other and each.stance
    ]
    return max(found, key=lambda stance: THREAT[stance], default=None)


def _tradition(workshop: Workshop, mine: Id, partner: Id) -> Score:
    ours = {each.id for each in workshop.of(Organization).values() if each.ours}
    rated: list[tuple[Tradition, int, Stance]] = []
    items = [t for t in workshop.all(Tradition) if t.organization in ours | {partner}]
    for item in items:
        stance = stance_on(workshop, item, partner if item.organization in ours else mine)
        if stance is not None and item.intensity is not None:
            rated.append((item, item.intensity, stance))
    total = sum(intensity for _, intensity, _ in rated)
    lost = sum(intensity * THREAT[stance] for _, intensity, stance in rated)
    threatened = [item.text for item, _, stance in rated if stance == "threatens"]
    note = f"threatened: {listed(threatened)}" if threatened else "none threatened" if rated else ""
    why = Why(
        "1 − Σ intensity × (respects 0, neutral 0.5, threatens 1) ÷ Σ intensity",
        (
            *((item.text, f"intensity {n}, {stance}") for item, n, stance in rated),
            ("Rated", f"{len(rated)} of {len(items)} traditions"),
        ),
    )
    return _score("tradition", 1 - lost / total if total else None, note, why)


PARTS: Mapping[str, Callable[[Workshop, Id, Id], Score]] = {
    "aspirations": _aspirations,
    "resources": _resources,
    "culture": _culture,
    "leadership": _leadership,
    "tradition": _tradition,
    "values": _values,
}
"""How each part of the fit is scored, for us and a partner."""
