# SPDX-License-Identifier: MIT
"""How well we and a candidate fit, in six scores, and in one that hides no weak spot.

The overall fit is the weighted geometric mean, for a clash in one part is not made good by the
others; a part below 0.40 is named a derailer whatever the total (domain sections 5.4 and 5.5).
A part nobody has rated is left out and counted as unknown.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.candidates import by_name, candidates, us
from workshop.partners.fit_parts import PARTS, Score
from workshop.partners.fit_records import FIT_PARTS, FIT_WEIGHTS_ID, FitWeights
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, counted, listed, number, percent

_LEAST = 0.01


class Fit(NamedTuple):
    """How well a candidate and we fit; the arithmetic mean is there for comparison only."""

    partner: Organization
    scores: tuple[Score, ...]
    overall: float | None
    arithmetic: float | None
    why: Why

    @property
    def rated(self) -> int:
        """How many of the parts are rated."""
        return sum(score.value is not None for score in self.scores)

    @property
    def answered(self) -> str:
        """How many of the parts are rated, in words."""
        return f"{self.rated} of {len(self.scores)} rated"

    @property
    def derailers(self) -> tuple[Score, ...]:
        """The parts that can wreck the alliance whatever the total."""
        return tuple(score for score in self.scores if score.derails)


def weights(workshop: Workshop) -> FitWeights:
    """Give how much each part counts, as set for this workshop or by default."""
    return workshop.of(FitWeights).get(FIT_WEIGHTS_ID, FitWeights(id=FIT_WEIGHTS_ID))


def fits(workshop: Workshop, weighed: FitWeights | None = None) -> tuple[Fit, ...]:
    """Give the fit of every candidate, the best first and those without one last."""
    found = [fit(workshop, each.organization, weighed) for each in candidates(workshop)]
    found.sort(key=lambda f: (f.overall is None, -round(f.overall or 0, 9), by_name(f.partner)))
    return tuple(found)


def fit(workshop: Workshop, partner: Id, weighed: FitWeights | None = None) -> Fit:
    """Give how well we and a partner fit, with other weights if they are given."""
    weighed = weighed or weights(workshop)
    organization = workshop.get(Organization, partner)
    scores = tuple(PARTS[part](workshop, us(workshop).id, partner) for part in FIT_PARTS)
    known = [(getattr(weighed, s.part), s.value) for s in scores if s.value is not None]
    total = sum(weight for weight, _ in known)
    overall = arithmetic = None
    if total:
        overall = math.exp(sum(w * math.log(max(v, _LEAST)) for w, v in known) / total)
        arithmetic = sum(w * v for w, v in known) / total
    why = Why(
        "Weighted geometric mean: Π max(score, 0.01) ^ (weight ÷ Σ weights), over what is rated",
        tuple(
            (
                score.label,
                f"{number(score.value, 4)}, weight {percent(getattr(weighed, score.part))}",
            )
            for score in scores
        ),
    )
    return Fit(organization, scores, overall, arithmetic, why)


def fit_headline(found: Fit) -> str:
    """Say the fit and what can wreck it, as in: “Northlight fits at 61%; values can derail it”."""
    name = found.partner.name
    if found.overall is None:
        return f"How well {name} fits is not rated yet"
    said = f"{name} fits at {percent(found.overall)} ({found.answered})"
    weak = [score.label.lower() for score in found.derailers]
    return f"{said}; {listed(weak)} can derail it" if weak else said


def fits_headline(found: Sequence[Fit]) -> str:
    """Say how many candidates there are and which of them fits best."""
    said = counted(len(found), "candidate")
    known = [each for each in found if each.overall is not None]
    if not known:
        return f"{said}; no fit is rated yet"
    best = max(known, key=lambda each: each.overall or 0)
    return f"{said}; {best.partner.name} fits best at {percent(best.overall or 0)}"
