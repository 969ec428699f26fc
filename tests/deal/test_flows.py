# SPDX-License-Identifier: MIT
"""Who is paid what in an expected year: as the waterfall has it, and no surer than it is."""

import pytest

from tests.deal.test_sharing import deal
from workshop.deal.flows import money_flows, money_sentences
from workshop.deal.money_records import Scenario
from workshop.deal.scenarios import outlook
from workshop.edits import change
from workshop.record import RuleError
from workshop.state import Workshop


def test_everything_expected_is_paid_to_somebody_or_kept_in_common() -> None:
    workshop = deal()
    found = money_flows(workshop)
    assert [each.name for each in found.flows] == [
        "Community center", "Hospital group", "IPA", "Partner", "Costs paid back", "Reserve",
        "Reinvested",
    ]  # fmt: skip
    assert sum(each.amount for each in found.flows) == pytest.approx(found.earned, abs=700)
    known = dict(outlook(workshop).by_organization)
    for each in found.flows:
        if each.organization:
            assert each.amount == pytest.approx(known[each.organization], abs=50)
            assert each.amount % 100 == 0


def test_the_sentences_name_the_most_paid_and_who_pays_in_the_worst_year() -> None:
    title, worst = money_sentences(money_flows(deal()))
    assert title.startswith("Partner gets ")
    assert title.endswith("of what a year should bring")
    assert worst.startswith("In “Low” IPA pays most, ")


def test_a_year_that_brings_nothing_is_said_so() -> None:
    bad = change(change(deal(), Scenario, "x2", rate=-0.03), Scenario, "x3", rate=-0.02)
    assert (
        money_sentences(money_flows(bad))[0] == "A year is not expected to bring anything to share"
    )
    good = change(deal(), Scenario, "x1", rate=0.02)
    assert money_sentences(money_flows(good))[1] == "In “Low” nobody pays in"


def test_what_is_missing_is_said() -> None:
    with pytest.raises(RuleError, match="no rule for the split"):
        money_flows(Workshop())
