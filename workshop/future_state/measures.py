# SPDX-License-Identifier: MIT
"""How far a measure has come, how far it should be by now, and what that amounts to."""

from datetime import date
from typing import Literal, NamedTuple

from workshop.future_state.records import Measure
from workshop.why import Why, number

Status = Literal["green", "amber", "red"]

GREEN_FROM = -0.10
AMBER_FROM = -0.25


class Standing(NamedTuple):
    """Where a measure stands on a day; None where something it needs is unknown.

    `progress` and `expected` are fractions of the way from baseline to target, not clamped;
    `ahead` is progress less what is expected, below 0 when behind.
    """

    progress: float | None
    expected: float | None
    ahead: float | None
    status: Status | None
    why: Why


def standing(measure: Measure, actual: float | None, today: date, tolerance: float = 0) -> Standing:
    """Tell where a measure stands with an actual value.

    A measure to hold, or one whose target equals its baseline, has no way to go: it is green
    within the tolerance of its target and red outside.
    """
    gone, due = progress(measure, actual), expected(measure, today)
    ahead = None if gone is None or due is None else gone - due
    if holds(measure):
        status = _held(measure, actual, tolerance)
        formula = "Green if |actual − target| ≤ tolerance"
    else:
        status = None if ahead is None else _status(ahead)
        formula = (
            "Ahead = (actual − baseline) ÷ (target − baseline) − days gone ÷ days in all; "
            f"green from {number(GREEN_FROM)}, amber from {number(AMBER_FROM)}"
        )
    inputs = (
        ("Baseline", number(measure.baseline)),
        ("Actual", number(actual)),
        ("Target", number(measure.target)),
        ("Progress", number(gone, 4)),
        ("Expected", number(due, 4)),
    )
    return Standing(gone, due, ahead, status, Why(formula, inputs))


def progress(measure: Measure, actual: float | None) -> float | None:
    """Give the fraction of the way from baseline to target; None if there is no way to go."""
    if measure.baseline is None or measure.target is None or actual is None or holds(measure):
        return None
    return (actual - measure.baseline) / (measure.target - measure.baseline)


def expected(measure: Measure, today: date) -> float | None:
    """Give the fraction of the time from the baseline's date to the target's that has passed."""
    first, last = measure.baseline_date, measure.target_date
    if first is None or last is None:
        return None
    return (today - first).days / (last - first).days


def holds(measure: Measure) -> bool:
    """Tell whether the measure is to stay where it is."""
    same = measure.target is not None and measure.target == measure.baseline
    return measure.direction == "hold" or same


def _held(measure: Measure, actual: float | None, tolerance: float) -> Status | None:
    target = measure.baseline if measure.target is None else measure.target
    if actual is None or target is None:
        return None
    return "green" if abs(actual - target) <= tolerance else "red"


def _status(ahead: float) -> Status:
    # Rounded so that 0.275 − 0.375 is the −0.10 that a person sees.
    seen = round(ahead, 9)
    if seen >= GREEN_FROM:
        return "green"
    return "amber" if seen >= AMBER_FROM else "red"
