# SPDX-License-Identifier: MIT
"""Settle one year: what is earned or owed for a benchmark and what was spent, with the reason."""

from fractions import Fraction
from typing import Literal, NamedTuple

from workshop.deal.records import Cents
from workshop.deal.savings.program import LossRule, Program, Track, minimum_for, track
from workshop.record import RuleError
from workshop.why import Why, amount

Quality = Literal["met", "alternative", "failed"]


class Year(NamedTuple):
    """What is known of one year; amounts in cents, rates as fractions, None where unknown."""

    benchmark: Cents
    spending: Cents
    track: str = ""
    people: int | None = None
    minimum: Fraction | None = None
    revenue: Cents | None = None
    low_revenue: bool = False
    quality: Quality = "met"
    quality_score: Fraction | None = None
    advance: Cents | None = None


class Settlement(NamedTuple):
    """The result: earned is negative where something is owed; what an advance took back is off it."""

    gross: Cents
    rate: Fraction
    minimum: Fraction
    share: Fraction
    limit: Cents | None
    earned: Cents
    capped: bool
    why: Why
    recouped: Cents = 0


def settle(rules: Program, year: Year) -> Settlement:
    """Settle a year by the rules; RuleError says what is wrong with the figures."""
    if year.benchmark <= 0:
        raise RuleError("Expected spending must be above zero; enter it in the savings model.")
    if year.spending < 0:
        raise RuleError("Spending cannot be negative; lower what the scenario saves.")
    if year.advance and not rules.recoups_advance:
        raise RuleError(f"{rules.title} knows no advance; clear it or choose other rules.")
    own = track(rules, year.track)
    gross = year.benchmark - year.spending
    rate = Fraction(gross, year.benchmark)
    minimum = _minimum(rules, year)
    if rate > 0:
        return _savings(rules, own, year, minimum)
    if rate < 0 and own.loss and -rate >= minimum:
        return _losses(own, own.loss, year, minimum)
    said = "Nothing was saved." if rate == 0 else (
        "The loss is within the corridor." if own.loss else "Losses are not shared on this track."
    )  # fmt: skip
    return _result(year, minimum, Fraction(0), None, Fraction(0), said)


def half_up(value: Fraction) -> int:
    """Round to whole cents, halves away from zero."""
    doubled = abs(value) * 2 + 1
    whole = doubled.numerator // doubled.denominator // 2
    return whole if value >= 0 else -whole


def _minimum(rules: Program, year: Year) -> Fraction:
    if year.minimum is not None:
        return year.minimum
    if year.people is None and rules.minimum_by_people:
        raise RuleError(
            "The least rate that counts depends on how many people it is for; enter it."
        )
    return minimum_for(rules, year.people or 0)


def _savings(rules: Program, own: Track, year: Year, minimum: Fraction) -> Settlement:
    share = _share(rules, own, year)
    gross = year.benchmark - year.spending
    said = "Savings reach the minimum."
    if Fraction(gross, year.benchmark) < minimum:
        enough = (year.people or 0) >= rules.fewest_for_half_rate
        is_half = year.track in rules.half_rate
        if not (is_half and year.low_revenue and enough):
            return _result(year, minimum, share, None, Fraction(0), "Savings miss the minimum.")
        share /= 2
        said = "Savings miss the minimum; low revenue earns half the share."
    limit = Fraction(own.most_of_benchmark) * year.benchmark if own.most_of_benchmark else None
    # The cap binds after the cut: published results show it paid in full in years with a cut.
    return _result(year, minimum, share, limit, gross * share * (1 - Fraction(rules.cut)), said)


def _share(rules: Program, own: Track, year: Year) -> Fraction:
    share = Fraction(own.share)
    if year.quality == "failed":
        return Fraction(0)
    scales = rules.quality_scales or year.quality == "alternative"
    return share * _score(year) if scales else share


def _losses(own: Track, loss: LossRule, year: Year, minimum: Fraction) -> Settlement:
    gross = year.spending - year.benchmark
    rate = _loss_rate(loss, year)
    limits = []
    if loss.most_of_benchmark:
        limits.append(Fraction(loss.most_of_benchmark) * year.benchmark)
    if loss.most_of_revenue and year.revenue is not None:
        limits.append(Fraction(loss.most_of_revenue) * year.revenue)
    limit = min(limits) if limits else None
    said = "The loss is shared."
    if loss.most_of_revenue and year.revenue is None:
        said += " Its cap by revenue is left out, as the revenue is not known."
    return _result(year, minimum, rate, limit, -gross * rate, said)


def _loss_rate(loss: LossRule, year: Year) -> Fraction:
    if not loss.less:
        return Fraction(loss.rate)
    if year.quality == "failed":
        return Fraction(loss.ceiling)
    rate = 1 - Fraction(loss.less) * _score(year)
    return min(max(rate, Fraction(loss.floor)), Fraction(loss.ceiling))


def _score(year: Year) -> Fraction:
    if year.quality_score is None:
        raise RuleError("The result depends on the quality score; enter it in the savings model.")
    return year.quality_score


def _result(
    year: Year,
    minimum: Fraction,
    share: Fraction,
    limit: Fraction | None,
    amount_due: Fraction,
    said: str,
) -> Settlement:
    gross = year.benchmark - year.spending
    rate = Fraction(gross, year.benchmark)
    capped = limit is not None and abs(amount_due) > limit
    due = amount_due if not capped or limit is None else (limit if amount_due > 0 else -limit)
    paid = half_up(due)
    recouped = min(max(0, paid), year.advance or 0)
    earned = paid - recouped
    back = (("Advance paid back", amount(recouped)),) if recouped else ()
    why = Why(
        "Expected less actual spending, times the share, within the cap",
        (
            ("Saved", amount(gross)),
            ("Rate", f"{float(rate):.4%}"),
            ("Minimum", f"{float(minimum):.4%}"),
            ("Share", f"{float(share):.4%}"),
            ("Cap", "none" if limit is None else amount(half_up(limit))),
            *back,
            ("Earned" if earned >= 0 else "Owed", amount(abs(earned))),
            ("Because", said),
        ),
    )
    cap = None if limit is None else half_up(limit)
    return Settlement(gross, rate, minimum, share, cap, earned, capped, why, recouped)
