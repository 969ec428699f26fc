# SPDX-License-Identifier: MIT
"""Who is paid what in a year that turns out as expected, and who pays in the worst.

Every scenario's split counts by its probability; the parts are those of the waterfall.
"""

from fractions import Fraction
from typing import NamedTuple

from workshop.deal.records import Cents
from workshop.deal.savings.settle import half_up
from workshop.deal.scenarios import Outlook, outlook
from workshop.deal.waterfall import Line, exact
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, amount, percent

POTS = {"costs": "Costs paid back", "reserve": "Reserve", "reinvest": "Reinvested"}
"""What goes to all in common, by the key of its line."""


class Flow(NamedTuple):
    """What one organization, or a common pot, gets in an expected year and in the worst one.

    Negative amounts are paid in; a pot has no organization. Amounts are in cents of whole units:
    more would look surer than an expectation is.
    """

    organization: Id | None
    name: str
    amount: Cents
    worst: Cents


class Flows(NamedTuple):
    """All that is paid, organizations first in the order of their names, then the pots."""

    earned: Cents
    worst: Cents
    worst_name: str
    flows: tuple[Flow, ...]
    why: Why


def money_flows(workshop: Workshop) -> Flows:
    """Work out who is paid what; RuleError says in a sentence what is missing."""
    found = outlook(workshop)
    names = workshop.of(Organization)
    worst = found.outcomes[0]
    expected = _expected(found)
    at_worst = {line_key(line): Fraction(0) for line in worst.split.lines}
    for line in worst.split.lines:
        at_worst[line_key(line)] += line.amount
    keys = sorted(
        expected.keys() | at_worst.keys(),
        key=lambda k: (
            k not in names,
            names[k].name.casefold() if k in names else list(POTS).index(k),
        ),
    )
    flows = tuple(
        Flow(
            key if key in names else None,
            names[key].name if key in names else POTS[key],
            _whole(expected.get(key, Fraction(0))),
            _whole(at_worst.get(key, Fraction(0))),
        )
        for key in keys
    )
    inputs = tuple((each.name, amount(each.amount)) for each in flows)
    why = Why("Σ probability of a scenario × what its split gives to each", inputs)
    return Flows(found.earned, worst.split.earned, worst.scenario.name, flows, why)


def money_sentences(found: Flows) -> tuple[str, str]:
    """Say who gets most of an expected year, and who pays most in the worst."""
    paid = [each for each in found.flows if each.organization]
    most = max(paid, key=lambda each: each.amount, default=None)
    if most is None or most.amount <= 0 or found.earned <= 0:
        title = "A year is not expected to bring anything to share"
    else:
        title = (
            f"{most.name} gets {percent(most.amount / found.earned)} of what a year should bring"
        )
    payer = min(paid, key=lambda each: each.worst, default=None)
    if payer is None or payer.worst >= 0:
        return title, f"In “{found.worst_name}” nobody pays in"
    return title, f"In “{found.worst_name}” {payer.name} pays most, {amount(-payer.worst)}"


def line_key(line: Line) -> str:
    """Give the organization of a line, or the key of the pot."""
    return line.organization or line.key


def _whole(cents: Fraction) -> Cents:
    return 100 * half_up(cents / 100)


def _expected(found: Outlook) -> dict[str, Fraction]:
    expected: dict[str, Fraction] = {}
    for outcome in found.outcomes:
        chance = exact(outcome.scenario.probability)
        for line in outcome.split.lines:
            key = line_key(line)
            expected[key] = expected.get(key, Fraction(0)) + chance * line.amount
    return expected
