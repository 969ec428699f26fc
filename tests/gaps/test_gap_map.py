# SPDX-License-Identifier: MIT
"""The gap of each need, the order of the needs, coverage, and what we could offer."""

import pytest

from workshop.gaps.gap import coverage, gap_of, gaps, offers, our_levels
from workshop.gaps.headline import coverage_headline, gap_headline, surplus_headline
from workshop.gaps.records import Asset, Capability, Need
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

ORACLE = (  # name, current, needed, importance, urgency
    ("Care management", 2, 4, 5, 3),
    ("Data analytics", 1, 4, 5, 3),
    ("Primary care access", 3, 4, 4, 2),
    ("Risk capital", 1, 3, 4, 2),
    ("Brand & market share", 4, 3, 3, 1),
)


def oracle() -> Workshop:
    records: list[Record] = [Organization(id="us", name="Us", ours=True)]
    for name, current, needed, importance, urgency in ORACLE:
        records += [
            Capability(id=name, name=name),
            Need(
                id=f"n {name}",
                capability=name,
                needed_level=needed,
                importance=importance,
                urgency=urgency,
            ),
            Asset(id=f"a {name}", organization="us", capability=name, level=current),
        ]
    return Workshop(records)


def one_need(*assets: Asset, **need: object) -> Workshop:
    organizations = [
        Organization(id="us", name="Us", ours=True),
        Organization(id="we", name="We too", ours=True),
        Organization(id="they", name="They"),
    ]
    wanted: dict[str, object] = {"needed_level": 4, "importance": 5, "urgency": 3, **need}
    fresh = Need(id="n", capability="c", **wanted)  # type: ignore[arg-type]  # given by each test
    return Workshop([*organizations, Capability(id="c", name="Data"), fresh, *assets])


def test_gap_oracle() -> None:
    found = gaps(oracle())
    assert [(g.capability.name, g.gap, g.surplus, g.priority) for g in found] == [
        ("Data analytics", 3, 0, 45),
        ("Care management", 2, 0, 30),
        ("Risk capital", 2, 0, 16),
        ("Primary care access", 1, 0, 8),
        ("Brand & market share", 0, 1, 0),
    ]
    held = coverage(found)
    assert held.share == pytest.approx(0.5195, abs=5e-5)
    assert dict(held.why.inputs) == {"Held": "40", "Needed": "77", "Rated": "5 of 5 needs"}


def test_what_we_can_offer_is_the_surplus() -> None:
    assert [gap.capability.name for gap in offers(oracle())] == ["Brand & market share"]


def test_an_unrated_need_is_not_a_zero() -> None:
    gap = gap_of(one_need(), "n")
    assert (gap.current, gap.gap, gap.surplus, gap.priority) == (None, None, None, None)
    assert ("Current", "not rated") in gap.why.inputs
    only_theirs = one_need(Asset(id="a", organization="they", capability="c", level=5))
    assert gap_of(only_theirs, "n").current is None
    assert our_levels(only_theirs) == {}
    named = one_need(Asset(id="a", organization="us", capability="c"))
    assert gap_of(named, "n").current is None
    assert our_levels(named) == {}
    assert coverage(gaps(named)).share is None


def test_our_level_is_the_best_of_ours() -> None:
    workshop = one_need(
        Asset(id="1", organization="us", capability="c", level=1),
        Asset(id="2", organization="we", capability="c", level=3),
        Asset(id="3", organization="they", capability="c", level=5),
    )
    gap = gap_of(workshop, "n")
    assert (gap.current, gap.gap, gap.priority) == (3, 1, 15)
    assert [h.organization.name for h in gap.holders] == ["We too", "Us", "They"]
    assert our_levels(workshop) == {"c": 3}


def test_holding_nothing_is_an_answer_but_not_a_holding() -> None:
    absent = one_need(Asset(id="1", organization="us", capability="c", level=0))
    gap = gap_of(absent, "n")
    assert (gap.current, gap.gap, gap.holders) == (0, 4, ())


def test_a_need_that_is_met_has_no_priority_left() -> None:
    met = one_need(Asset(id="1", organization="us", capability="c", level=4), urgency=None)
    assert gap_of(met, "n").priority == 0
    unweighed = one_need(Asset(id="1", organization="us", capability="c", level=1), urgency=None)
    assert gap_of(unweighed, "n").priority is None
    unknown = one_need(Asset(id="1", organization="us", capability="c", level=1), needed_level=None)
    assert gap_of(unknown, "n").gap is None


def test_equal_priorities_are_ordered_by_importance_then_name_and_unknown_ones_last() -> None:
    rows = (("b", 3, 1, 1), ("a", 3, 1, 1), ("c", 1, 3, 1), ("d", 5, 3, None))
    records: list[Record] = [Organization(id="us", name="Us", ours=True)]
    for name, importance, urgency, level in rows:
        records += [
            Capability(id=name, name=name),
            Need(
                id="n" + name,
                capability=name,
                needed_level=2,
                importance=importance,
                urgency=urgency,
            ),
            Asset(id="h" + name, organization="us", capability=name, level=level),
        ]
    assert [gap.capability.name for gap in gaps(Workshop(records))] == ["a", "b", "c", "d"]


def test_quantity_gap_adds_up_what_ours_hold() -> None:
    workshop = one_need(
        Asset(id="1", organization="us", capability="c", quantity=20),
        Asset(id="2", organization="we", capability="c", quantity=30),
        Asset(id="3", organization="they", capability="c", quantity=500),
        needed_quantity=200,
    )
    gap = gap_of(workshop, "n")
    assert (gap.current_quantity, gap.quantity_gap) == (50, 0.75)
    assert gap_of(one_need(needed_quantity=200), "n").quantity_gap is None


def test_headlines_say_what_was_found() -> None:
    found = gaps(oracle())
    assert gap_headline(found) == "5 capabilities, 4 with a gap"
    assert coverage_headline(found) == "We hold 52% of what the future state needs (5 of 5 rated)"
    assert surplus_headline(offers(oracle())) == "We can offer Brand & market share"
    assert surplus_headline(offers(oracle()) * 2) == (
        "We can offer 2 capabilities, Brand & market share above all"
    )


def test_headlines_of_little_or_nothing() -> None:
    assert gap_headline(()) == "No needs are named yet"
    assert coverage_headline(()) == "What we hold is not rated yet"
    assert surplus_headline(()) == "We hold no more than we need in any capability"
    assert gap_headline(gaps(one_need())) == "1 capability, 0 with a gap, 1 not rated"
    met = one_need(Asset(id="1", organization="us", capability="c", level=4))
    assert gap_headline(gaps(met)) == "1 capability, none with a gap"
