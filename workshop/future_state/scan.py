# SPDX-License-Identifier: MIT
"""Which factors around us matter most: impact times likelihood, sooner before later."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from workshop.future_state.records import Factor, Horizon
from workshop.state import Workshop
from workshop.why import Why, number

Weight = Literal["high", "medium", "low"]

TENTHS: Mapping[Horizon, int] = {"0-1y": 10, "1-3y": 8, "3+y": 6}
"""How much a factor counts by when it comes, in tenths, so that 4 × 3 × 0.8 is exactly 9.6."""

HIGH_FROM = 15
MEDIUM_FROM = 8


class Ranked(NamedTuple):
    """A factor with its priority from 0.6 to 25; None while one of its ratings is missing."""

    factor: Factor
    priority: float | None
    weight: Weight | None
    why: Why


def scan(workshop: Workshop) -> tuple[Ranked, ...]:
    """Give all factors, the highest priority first, those not fully rated last, names breaking ties."""
    ranked = (rank(factor) for factor in workshop.of(Factor).values())
    return tuple(
        sorted(
            ranked,
            key=lambda r: (r.priority is None, -(r.priority or 0), r.factor.text.casefold()),
        )
    )


def rank(factor: Factor) -> Ranked:
    """Give the priority of one factor."""
    priority = weight = None
    if factor.impact and factor.likelihood and factor.horizon:
        priority = factor.impact * factor.likelihood * TENTHS[factor.horizon] / 10
        weight = _weight(priority)
    nearness = TENTHS[factor.horizon] / 10 if factor.horizon else None
    why = Why(
        "Impact × likelihood × nearness (1 within a year, 0.8 in 1 to 3 years, 0.6 later)",
        (
            ("Impact", number(factor.impact)),
            ("Likelihood", number(factor.likelihood)),
            ("Nearness", number(nearness)),
        ),
    )
    return Ranked(factor, priority, weight, why)


def _weight(priority: float) -> Weight:
    if priority >= HIGH_FROM:
        return "high"
    return "medium" if priority >= MEDIUM_FROM else "low"
