# SPDX-License-Identifier: MIT
"""The choice of a partner set as the workshop poses it: the worked numbers O7, rules, sentences."""

from itertools import permutations

import pytest
from hypothesis import given, settings

from tests.partners.alliances import THEM, US, coalition, two
from tests.partners.problems import problems, random_problem, worked
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners import partner_sets
from workshop.partners.partner_sets import (
    broken_rules,
    chosen_set,
    exact_front,
    frontier,
    frontier_headline,
    in_words,
    members_mask,
    proven_frontier,
    set_headline,
    solve,
)
from workshop.partners.records import (
    CHOSEN_SET_ID,
    SET_RULES_ID,
    Candidate,
    ChosenSet,
    IncompatiblePair,
    SetRules,
)
from workshop.partners.set_cover import cheapest, cheapest_cover
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_insight import hangs_on, insight
from workshop.partners.set_problem import Problem, bits, breaks, covered, mask_of, weigh
from workshop.prepare.records import Organization
from workshop.state import Workshop

EXACT = ("DataWorks", "MentorIPA", "RegionalHS")


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def test_the_cheapest_set_that_covers_all_must_haves() -> None:
    found = cheapest(coalition())
    assert found.set
    assert (found.set.names, found.set.cost, found.proven) == (EXACT, 10, True)
    assert found.sentence == (
        "DataWorks, MentorIPA and RegionalHS cover all must-haves at a cost of 10; "
        "no set does it for less."
    )


def test_the_most_coverage_within_a_budget() -> None:
    found = frontier(coalition(), budget=8)
    best = max(found.sets, key=lambda each: each.coverage or 0)
    assert best.names == ("HomeHealthX", "ManageCo")
    assert (best.cost, best.coverage) == (8, near(0.85))
    assert best.open_musts == ("n-behavioral",)
    assert found.proven
    assert found.notes == ()


def test_what_hangs_on_whom_in_the_exact_set() -> None:
    problem = pose(coalition()).problem
    found = insight(problem, members_mask(problem, EXACT))
    assert found.redundancy == {
        "n-care": 1, "n-analytics": 1, "n-capital": 1, "n-behavioral": 2, "n-post-acute": 1,
    }  # fmt: skip
    assert {n for needs in found.single.values() for n in needs} == {
        "n-care", "n-analytics", "n-capital", "n-post-acute",
    }  # fmt: skip
    assert found.criticality == {
        "DataWorks": near(0.25), "MentorIPA": near(0.25), "RegionalHS": near(0.35),
    }  # fmt: skip
    assert found.concentration == near((0.25**2 * 2 + 0.35**2) / 0.85**2)
    assert hangs_on(problem, members_mask(problem, EXACT)) == [
        "1 must-have hangs on DataWorks alone: analytics.",
        "1 must-have hangs on MentorIPA alone: care.",
        "2 must-haves hang on RegionalHS alone: capital and post-acute.",
    ]


def test_fair_contributions_over_all_five() -> None:
    problem = pose(coalition()).problem
    assert insight(problem, mask_of(range(5))).contribution == {
        "ManageCo": near(0.35), "RegionalHS": near(0.25), "MentorIPA": near(0.20),
        "DataWorks": near(0.125), "HomeHealthX": near(0.075),
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(problems(most_candidates=5))
def test_fair_contributions_are_the_mean_over_all_orders_of_joining(problem: Problem) -> None:
    everyone = mask_of(range(len(problem.ids)))
    orders = list(permutations(range(len(problem.ids))))
    gained = dict.fromkeys(problem.ids, 0.0)
    for order in orders:
        inside = 0
        for i in order:
            fresh = covered(problem, inside | 1 << i) & ~covered(problem, inside)
            gained[problem.ids[i]] += weigh(problem, fresh) / max(1, problem.total)
            inside |= 1 << i
    found = insight(problem, everyone).contribution
    for id, total in gained.items():
        assert found[id] == pytest.approx(total / len(orders))


def test_nothing_hangs_on_one_whom_others_could_replace() -> None:
    problem = pose(coalition()).problem
    both = members_mask(problem, ("DataWorks", "ManageCo"))
    assert hangs_on(problem, both) == ["2 must-haves hang on ManageCo alone: capital and care."]


def test_nothing_critical_has_no_concentration() -> None:
    problem = worked(weights=(0, 0, 0, 0, 0))
    found = insight(problem, 0b11)
    assert found.concentration is None
    assert set(found.criticality.values()) == {0.0}


@settings(max_examples=100, deadline=None)
@given(problems())
def test_the_cheapest_cover_is_the_cheapest(problem: Problem) -> None:
    found, finished = cheapest_cover(problem)
    strict = problem._replace(strict=True)
    every = [m for m in range(1 << len(problem.ids)) if not breaks(strict, m)]
    costs = [sum(problem.costs[i] for i in bits(m)) for m in every]
    assert finished
    assert (found.cost if found else None) == min(costs, default=None)


def test_many_candidates_get_a_first_answer_and_a_proof_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(partner_sets, "MOST_FREE", 3)
    workshop = coalition()
    first = frontier(workshop)
    assert not first.proven
    assert "(a first answer, not proven yet)" in frontier_headline(first)
    proven = proven_frontier(workshop, lambda done: True)
    assert proven
    assert proven.proven
    assert "not proven" not in frontier_headline(proven)
    assert [each[:6] for each in proven.sets] == [each[:6] for each in first.sets]
    assert proven_frontier(workshop, lambda done: False) is None


def test_the_cheapest_cover_of_many_candidates_is_proven_too() -> None:
    problem = random_problem(30, 20, musts=6)
    found, finished = cheapest_cover(problem)
    assert finished
    assert found
    assert not problem.musts & ~covered(problem, found.members)
    small = random_problem(30, 20, musts=6)._replace(fixed=mask_of(range(18, 30)), budget=0)
    assert cheapest_cover(small) == (None, True)
    assert cheapest_cover(problem, lambda done: False) == (None, False)


def test_a_stopped_search_claims_nothing() -> None:
    found = cheapest(coalition(), lambda done: False)
    assert (found.set, found.proven) == (None, False)
    assert found.sentence == "The search was stopped before an answer was proven."


def test_a_must_have_that_nobody_offers_is_said_in_one_sentence() -> None:
    workshop = coalition()
    none = workshop.without(Asset, ["ManageCo-capital", "RegionalHS-capital"])
    assert cheapest(none).sentence == (
        "No set of these partners can cover capital: nobody offers it; "
        "name another candidate, or close this gap in another way."
    )
    weak = change(none, Need, "n-capital", needed_level=4)
    weak = weak.put(
        [
            Asset(id="w", organization="DataWorks", capability="capital", level=5, share=0.5),
            Asset(id="x", organization="MentorIPA", capability="capital", level=2),
        ]
    )
    assert cheapest(weak).sentence == (
        "No set of these partners can cover capital: 4 is needed of capital and the most anybody "
        "would lend is 2.5; ask for more or lower the need."
    )


def test_a_must_have_that_only_those_ruled_out_could_cover() -> None:
    workshop = coalition()
    for name in ("ManageCo", "RegionalHS"):
        workshop = change(workshop, Candidate, f"c-{name}", standing="ruled_out")
    assert cheapest(workshop).sentence == (
        "No set of these partners can cover capital: only ManageCo and RegionalHS could, "
        "and are ruled out; bring one of them back or lower the need."
    )
    one = change(workshop, Candidate, "c-ManageCo", standing="open")
    one = one.without(Asset, ["ManageCo-capital"])
    assert "only RegionalHS could, and is ruled out" in cheapest(one).sentence


def test_rules_that_leave_no_set_are_named_with_what_it_would_take() -> None:
    workshop = coalition()
    assert cheapest(workshop, budget=9).sentence == (
        "No set covers all must-haves within the budget of 9; it takes a cost of 10 at least."
    )
    assert cheapest(workshop, most=1).sentence == (
        "No set covers all must-haves with no more partners than 1; it takes 2 at least."
    )
    pairs = [
        IncompatiblePair(id=f"p{n}", one=one, other="RegionalHS")
        for n, one in enumerate(("ManageCo", "MentorIPA", "DataWorks"))
    ]
    barred = workshop.put(pairs).without(Candidate, ["c-HomeHealthX"])
    assert cheapest(barred).sentence == (
        "No set covers all must-haves while ManageCo and RegionalHS or MentorIPA and RegionalHS "
        "or DataWorks and RegionalHS cannot be in one set."
    )
    tight = workshop.put([SetRules(id=SET_RULES_ID, budget=3, most_partners=1)])
    assert cheapest(tight).sentence == (
        "No set within the rules covers all must-haves; loosen the budget or the number of partners."
    )


def test_what_we_hold_ourselves_needs_no_partner() -> None:
    workshop = coalition().put(
        [
            Asset(id=f"u{n}", organization=US, capability=n, level=3)
            for n in ("care", "analytics", "capital", "behavioral", "post-acute")
        ]
    )
    found = cheapest(workshop)
    assert found.sentence == "We cover all must-haves ourselves; no set does it for less."
    assert set_headline(frontier(workshop).alone) == "We hold all that is needed"


def test_chosen_partners_are_in_every_set_and_ruled_out_ones_in_none() -> None:
    workshop = change(coalition(), Candidate, "c-HomeHealthX", standing="chosen")
    workshop = change(workshop, Candidate, "c-DataWorks", standing="ruled_out")
    sets = frontier(workshop).sets
    assert all("HomeHealthX" in each.names and "DataWorks" not in each.names for each in sets)
    assert sets
    assert frontier(workshop).alone.names == ()


def test_incompatible_partners_never_meet() -> None:
    pair = IncompatiblePair(id="p", one="MentorIPA", other="RegionalHS")
    gone = IncompatiblePair(id="q", one="MentorIPA", other=US)
    sets = frontier(coalition().put([pair, gone])).sets
    assert not any({"MentorIPA", "RegionalHS"} <= set(each.names) for each in sets)


def test_strict_sets_cover_all_must_haves() -> None:
    sets = frontier(coalition(), strict=True, most=3).sets
    assert sets
    assert all(not each.open_musts and len(each.members) <= 3 for each in sets)


def test_what_is_not_known_is_assumed_in_the_open() -> None:
    workshop = two(
        Capability(id="k", name="Care"),
        Need(id="n", capability="k", needed_level=2, importance=3),
        Need(id="m", capability=THEM),
        Asset(id="a", organization=THEM, capability="k", level=2),
    )
    found = frontier(workshop)
    assert found.notes == (
        "1 need has no level or importance yet and cannot count.",
        "No cost is known for Northlight; 5 is assumed until it is rated.",
        "No strain is known for Northlight; 5 is assumed until it is rated.",
    )
    assert [each.cost for each in found.sets] == [0, 5]
    more = [Organization(id=f"o{n}", name=f"Org {n}") for n in range(4)]
    many = workshop.put(
        [*more, *(Candidate(id=f"c{n}", organization=f"o{n}", effort=2) for n in range(4))]
    )
    assert "Northlight; 5" in frontier(many).notes[1]
    assert "Northlight, Org 0, Org 1 and 2 more; 5" in frontier(many).notes[2]


def test_two_needs_without_a_level_are_counted() -> None:
    workshop = two(Need(id="m", capability="k"), Need(id="n", capability="l"))
    assert "2 needs have no level or importance yet and cannot count." in frontier(workshop).notes


def test_an_empty_workshop_says_how_to_start() -> None:
    found = frontier(Workshop())
    assert found.notes == (
        "No candidate is named yet; add the organizations you might ally with.",
        "No need is named yet, so there is nothing a set could cover.",
    )
    assert found.alone.coverage is None
    assert set_headline(found.alone) == "No need is weighed yet"
    assert (
        frontier_headline(frontier(coalition(), budget=-1)) == "No set of partners keeps the rules"
    )


def test_headlines_count_partners_in_words() -> None:
    found = {each.names: set_headline(each) for each in frontier(coalition()).sets}
    assert found[()] == "Alone we cover 0% of what is needed"
    assert found["DataWorks",] == "One partner closes 25% of the gap"
    assert found[EXACT] == "Three partners close 100% of the gap"
    assert in_words(12) == "12"
    assert frontier_headline(frontier(coalition())).endswith("covers is 100%, alone it is 0%")


def test_the_chosen_set_is_measured_and_its_broken_rules_named() -> None:
    assert chosen_set(coalition()) is None
    assert broken_rules(coalition()) == []
    workshop = coalition().put(
        [
            ChosenSet(id=CHOSEN_SET_ID, members=("ManageCo", "RegionalHS", US)),
            IncompatiblePair(id="p", one="ManageCo", other="RegionalHS"),
            SetRules(id=SET_RULES_ID, budget=10, most_partners=1),
        ]
    )
    workshop = change(workshop, Candidate, "c-DataWorks", standing="chosen")
    found = chosen_set(workshop)
    assert found
    assert (found.names, found.label) == (("ManageCo", "RegionalHS"), "ManageCo and RegionalHS")
    assert broken_rules(workshop) == [
        "ManageCo and RegionalHS cannot be in one set.",
        "DataWorks is already chosen and would be missing.",
        "The cost is 11, over the budget of 10.",
        "2 partners are more than the 1 allowed.",
    ]
    assert breaks(worked(strict=True), 1) == ["A must-have stays open."]


def test_ties_break_by_fewer_partners_then_by_name() -> None:
    same = random_problem(1, 1)._replace(
        ids=("a", "b", "c"), names=("A", "B", "C"), costs=(2, 1, 1), strains=(2, 1, 1),
        covers=(0b11, 0b01, 0b10), needs=("n", "m"), need_names=("n", "m"), weights=(1, 1),
    )  # fmt: skip
    points, proven = solve(same)
    assert proven
    assert [each.members for each in points] == [0, 0b010, 0b001]
    assert exact_front(same) == points
