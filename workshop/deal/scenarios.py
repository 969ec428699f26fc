# SPDX-License-Identifier: MIT
"""What each gets or bears when a year goes well, as planned, or badly; a model for discussion."""

import itertools
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from workshop.deal.money_records import SavingsModel, Scenario
from workshop.deal.records import Cents
from workshop.deal.savings.program import Program, program, track
from workshop.deal.savings.settle import Settlement, Year, half_up, settle
from workshop.deal.waterfall import Split, Terms, exact, split, terms_of
from workshop.ids import Id
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import listed, number, percent

CAUTION = "A model for discussion, not a forecast and no advice."


class Outcome(NamedTuple):
    """One scenario worked out."""

    scenario: Scenario
    settlement: Settlement
    split: Split


class Outlook(NamedTuple):
    """All scenarios, and what may be expected of each by their probabilities."""

    terms: Terms
    rules: Program
    outcomes: tuple[Outcome, ...]
    earned: Cents
    partner: Cents
    participants: Cents
    by_organization: tuple[tuple[Id, Cents], ...]


class Sampled(NamedTuple):
    """What one of many drawn years brings."""

    rate: Fraction
    split: Split


def outlook(workshop: Workshop) -> Outlook:
    """Work out every scenario; RuleError says in a sentence what is missing or does not add up."""
    terms, model = terms_of(workshop), model_of(workshop)
    rules, found = program(model.rules), scenarios(workshop)
    outcomes = tuple(_outcome(rules, model, terms, each) for each in found)
    likely = [(exact(each.scenario.probability), each) for each in outcomes]
    who = sorted(
        {line.organization for each in outcomes for line in each.split.lines if line.organization}
    )
    return Outlook(
        terms,
        rules,
        outcomes,
        half_up(sum((p * each.split.earned for p, each in likely), Fraction(0))),
        half_up(sum((p * each.split.to("partner", "fee") for p, each in likely), Fraction(0))),
        half_up(sum((p * each.split.to("pool") for p, each in likely), Fraction(0))),
        tuple((id, half_up(sum((p * each.split.of(id) for p, each in likely), Fraction(0)))) for id in who),
    )  # fmt: skip


def model_of(workshop: Workshop) -> SavingsModel:
    """Give the model of gains and losses; RuleError if there is none yet."""
    models = workshop.all(SavingsModel)
    if not models:
        raise RuleError("There is no model of gains and losses yet; choose the rules first.")
    _check_minimum(models[0])
    return models[0]


def _check_minimum(model: SavingsModel) -> None:
    """Raise a sentence if a minimum rate is entered that the program does not let one choose."""
    rules, chosen = program(model.rules), model.minimum_rate
    if chosen is None or not rules.minimum_choices:
        return
    own = track(rules, model.track)
    if own.loss is None:
        raise RuleError(
            f"On {own.title} the minimum rate follows from the people; leave the minimum rate blank."
        )
    able = [Fraction(each) for each in rules.minimum_choices]
    if exact(chosen) not in able:
        known = listed([f"{number(float(each) * 100)}%" for each in able])
        raise RuleError(
            f"On {own.title} the minimum rate is one of {known}; choose one, or leave it blank."
        )


def scenarios(workshop: Workshop) -> list[Scenario]:
    """Give the scenarios, the worst first; RuleError unless their probabilities add up to 100 %."""
    found = workshop.all(Scenario)
    if not found:
        raise RuleError("There is no scenario yet; begin with a bad year.")
    for each in found:
        if each.rate is None or each.probability is None:
            raise RuleError(f"“{each.name}” lacks its rate or its probability; enter both.")
    total = sum(exact(each.probability) for each in found)
    if total != 1:
        raise RuleError(
            f"The probabilities add up to {percent(float(total))}, not to 100%; "
            "correct one under Good years and bad."
        )
    return sorted(found, key=lambda each: (each.rate or 0, each.name))


def year_at(model: SavingsModel, rate: Fraction) -> Year:
    """Give a year in which so much less than expected is spent."""
    if model.benchmark is None:
        raise RuleError("Expected spending is not known; enter it in the savings model.")
    score = None if model.quality_score is None else exact(model.quality_score)
    return Year(
        benchmark=model.benchmark,
        spending=model.benchmark - half_up(rate * model.benchmark),
        track=model.track,
        people=model.people,
        minimum=None if model.minimum_rate is None else exact(model.minimum_rate),
        revenue=model.revenue,
        low_revenue=model.low_revenue,
        quality=model.quality,
        quality_score=score,
        advance=model.advance,
    )


def break_even(workshop: Workshop) -> tuple[Fraction, Fraction] | None:
    """Give the rate at which earnings pay back the costs, and the one that binds; None without costs, or beyond all spending.

    The second is the higher of the first and the least rate that counts.
    """
    terms, model = terms_of(workshop), model_of(workshop)
    rules = program(model.rules)
    share = Fraction(track(rules, model.track).share) * (1 - Fraction(rules.cut))
    if not terms.rule.recoup or not model.benchmark or not share:
        return None
    rate = Fraction(terms.rule.recoup) / (model.benchmark * share)
    if rate > 1:
        return None
    minimum = settle(rules, year_at(model, rate)).minimum
    return rate, max(rate, minimum)


def sampled(workshop: Workshop, count: int, seed: int = 1) -> Iterator[Sampled]:
    """Draw years: a scenario by its probability, its rate anywhere up to halfway to its neighbors.

    The same seed gives the same years.
    """
    terms, model = terms_of(workshop), model_of(workshop)
    rules, found = program(model.rules), scenarios(workshop)
    rates = [each.rate or 0.0 for each in found]
    edges = [(low + high) / 2 for low, high in itertools.pairwise(rates)]
    lows = [rates[0], *edges]
    highs = [*edges, rates[-1]]
    draw = random.Random(seed)
    chances = [each.probability or 0.0 for each in found]
    for at in draw.choices(range(len(found)), chances, k=count):
        rate = exact(round(draw.uniform(lows[at], highs[at]), 6))
        yield Sampled(rate, split(terms, settle(rules, year_at(model, rate)).earned))


def _outcome(rules: Program, model: SavingsModel, terms: Terms, scenario: Scenario) -> Outcome:
    settlement = settle(rules, year_at(model, exact(scenario.rate)))
    return Outcome(scenario, settlement, split(terms, settlement.earned))
