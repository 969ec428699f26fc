# SPDX-License-Identifier: MIT
"""What it would take for a set that is not the best to become it: how much which thing must count."""

import numpy as np

from workshop.partners.partner_sets import PartnerSet, describe
from workshop.partners.robustness import Robustness, between, lines
from workshop.partners.set_problem import Point, point
from workshop.partners.set_worth import CRITERIA, SAME, Reals, criteria
from workshop.why import counted, percent

_NARROW = 0.005
"""A span of weights narrower than this is a tie at one point, and no answer."""


def standing(found: Robustness, mask: int) -> str:
    """Say under which weights a set would be the best; nothing of the one that is.

    A set that leaves a must-have open is held against all others, which may leave some open too.
    """
    if mask == found.best.mask:
        return ""
    problem, own = found.problem, point(found.problem, mask)
    shown = describe(problem, mask)
    is_loose = bool(shown.open_musts) and problem.strict
    points = found.every if is_loose else found.compared
    said = _said(found, shown, own, points)
    if is_loose:
        left = counted(len(shown.open_musts), "must-have")
        return f"{shown.does('leaves', 'leave')} {left} open. Among all sets that may: {said}"
    return said[0].upper() + said[1:]


def _said(found: Robustness, shown: PartnerSet, own: Point, points: tuple[Point, ...]) -> str:
    better = next((each for each in points if _beats(each, own)), None)
    if better is not None:
        other = describe(found.problem, better.members)
        return (
            f"whatever counts most, {other.does('is', 'are')} better, covering "
            f"{percent(other.coverage or 0)} at a cost of {other.cost} and a strain of {other.strain}."
        )
    table = criteria(found.problem, (own, *points))
    worth = table @ np.array(found.weights)
    if worth[0] >= worth.max() - SAME:
        return f"{shown.does('is', 'are')} worth as much as the best set under these weights."
    spans = ((name, _span(table, found.weights, j)) for j, name in enumerate(CRITERIA))
    told = [f"{name} counted {between(*span)}" for name, span in spans if span is not None]
    if not told:
        return f"no one weight alone makes {shown.label} the best."
    return f"{shown.label} would be the best if {' or '.join(told)}."


def _beats(one: Point, other: Point) -> bool:
    """Tell whether a point is at least as good in everything and better in something."""
    no_worse = (
        one.coverage >= other.coverage and one.cost <= other.cost and one.strain <= other.strain
    )
    return no_worse and one[:3] != other[:3]


def _span(table: Reals, weights: tuple[float, ...], criterion: int) -> tuple[float, float] | None:
    """Give from where to where a weight makes the first row the best, the others in proportion."""
    start, end = lines(table, np.array(weights), criterion)
    # The first row leads another where lead + t × gain is 0 or more.
    lead, gain = start[0] - start[1:], (end - start)[0] - (end - start)[1:]
    is_flat = np.abs(gain) <= SAME
    at = np.divide(-lead, gain, out=np.where(lead < -SAME, np.inf, -np.inf), where=~is_flat)
    low = float(np.max(at[is_flat | (gain > 0)], initial=0.0))
    high = float(np.min(at[~is_flat & (gain < 0)], initial=1.0))
    return (low, high) if high - low > _NARROW else None
