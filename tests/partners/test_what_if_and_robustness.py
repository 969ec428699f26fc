# SPDX-License-Identifier: MIT
"""What reopens if something changes, and how firmly the best set stands."""

import pytest

from tests.partners.alliances import THEM, US, coalition, two
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.partner_sets import frontier
from workshop.partners.records import (
    CHOSEN_SET_ID,
    SET_RULES_ID,
    Candidate,
    ChosenSet,
    IncompatiblePair,
    SetRules,
)
from workshop.partners.robustness import robustness
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_problem import point
from workshop.partners.set_worth import best_of, criteria, shares, weights_at
from workshop.partners.unlikely import unlikely_but_better
from workshop.partners.what_if import with_need, with_share, without_partner
from workshop.state import Workshop

EXACT = ("DataWorks", "MentorIPA", "RegionalHS")


def weighed(
    *, coverage_weight: float = 0.0, cost_weight: float = 0.0, strain_weight: float = 0.0
) -> Workshop:
    rules = SetRules(
        id=SET_RULES_ID,
        coverage_weight=coverage_weight,
        cost_weight=cost_weight,
        strain_weight=strain_weight,
    )
    return coalition().put([rules])


def test_removing_a_partner_says_what_reopens_and_who_could_close_it() -> None:
    found = without_partner(coalition(), EXACT, "RegionalHS")
    assert found.reopened == ("n-capital", "n-post-acute")
    assert found.sentence == (
        "Without RegionalHS, 2 needs reopen: capital and post-acute; coverage goes from 100% to "
        "65%. ManageCo could close 1 of 2, at a cost of 6."
    )
    assert (found.before.cost, found.after.cost) == (10, 5)


def test_removing_one_that_nobody_could_replace() -> None:
    workshop = coalition().without(Candidate, ["c-ManageCo"])
    found = without_partner(workshop, EXACT, "DataWorks")
    assert found.sentence == (
        "Without DataWorks, 1 need reopens: analytics; coverage goes from 100% to 75%. "
        "Nobody else among the candidates could close it."
    )


def test_one_that_cannot_be_in_the_set_is_not_offered_as_a_way_out() -> None:
    pair = IncompatiblePair(id="p", one="ManageCo", other="MentorIPA")
    found = without_partner(coalition().put([pair]), EXACT, "DataWorks")
    assert found.sentence.endswith("Nobody else among the candidates could close it.")


def test_removing_one_that_is_not_needed_reopens_nothing() -> None:
    found = without_partner(coalition(), (*EXACT, "HomeHealthX"), "HomeHealthX")
    assert found.sentence == "Without HomeHealthX, nothing reopens."
    assert found.reopened == ()


def test_many_reopened_needs_are_counted_not_all_named() -> None:
    found = without_partner(coalition(), ("ManageCo", "RegionalHS"), "ManageCo")
    assert "2 needs reopen: analytics and care" in found.sentence
    both = with_need(coalition(), ("ManageCo",), "n-care", 5)
    assert "1 need reopens: care" in both.sentence


def test_more_than_three_reopened_needs() -> None:
    workshop = coalition().put(
        [Asset(id="b", organization="ManageCo", capability="behavioral", level=3)]
    )
    found = without_partner(workshop, ("ManageCo",), "ManageCo")
    assert "4 needs reopen: analytics, behavioral, capital and 1 more" in found.sentence
    assert "could close 2 of 4" in found.sentence


def test_lending_less_reopens_and_lending_more_closes() -> None:
    less = with_share(coalition(), EXACT, "DataWorks", "analytics", 0.5)
    assert less.sentence.startswith("If DataWorks lends 50%, 1 need reopens: analytics; coverage")
    assert less.sentence.endswith("ManageCo could close all of it, at a cost of 6.")
    workshop = change(coalition(), Asset, "DataWorks-analytics", share=0.5)
    more = with_share(workshop, EXACT, "DataWorks", "analytics", 1.0)
    assert more.sentence == (
        "If DataWorks lends 100%; analytics closes; coverage goes from 75% to 100%."
    )


def test_raising_a_need_reopens_it() -> None:
    found = with_need(coalition(), EXACT, "n-care", 5)
    assert found.sentence == (
        "If care is needed at 5, 1 need reopens: care; coverage goes from 100% to 75%. "
        "Nobody else among the candidates could close it."
    )
    unweighed = change(coalition(), Need, "n-care", importance=None)
    assert with_need(unweighed, EXACT, "n-care", 5).sentence == (
        "If the need is needed at 5, nothing reopens."
    )


def test_the_best_set_stays_within_its_ranges_and_no_further() -> None:
    workshop = weighed(coverage_weight=0.5, cost_weight=0.3, strain_weight=0.2)
    found = robustness(workshop)
    assert found
    assert found.proven
    problem = pose(workshop, strict=True).problem
    points = [point(problem, each.mask) for each in frontier(workshop, strict=True).sets]
    table = criteria(problem, tuple(points))
    now = shares(SetRules(id="r", coverage_weight=0.5, cost_weight=0.3, strain_weight=0.2))
    for number, each in enumerate(found.ranges):
        assert each.low <= each.weight <= each.high
        for value, inside in (
            (each.low + 1e-4, True), (each.high - 1e-4, True),
            (each.low - 1e-4, False), (each.high + 1e-4, False),
        ):  # fmt: skip
            if 0 < value < 1:
                best = points[best_of(table, weights_at(now, number, value))]
                assert (best.members == found.best.mask) is inside


def test_sentences_name_the_weight_at_which_a_partner_drops_out() -> None:
    found = robustness(weighed(coverage_weight=0.4, cost_weight=0.4, strain_weight=0.2))
    assert found
    assert found.best.names == EXACT
    said = [each.sentence for each in found.ranges]
    assert said[0] == "The best set stays the best however much coverage counts."
    assert said[1].startswith("The best set stays the best while cost counts at least ")
    assert said[2].startswith("The best set stays the best while strain counts no more than ")
    assert found.partners[0].startswith("DataWorks stays in the best set unless cost counts less")
    assert "or strain counts more than" in found.partners[0]
    assert found.partners[2] == "RegionalHS stays in the best set whatever counts most."


def test_the_smallest_change_that_flips_the_choice_does_flip_it() -> None:
    workshop = weighed(coverage_weight=0.4, cost_weight=0.4, strain_weight=0.2)
    found = robustness(workshop)
    assert found
    assert found.smallest
    assert found.smallest.size == min(flip.size for flip in found.flips)
    dearer = next(f for f in found.flips if "the cost of DataWorks rises from 2 to " in f.sentence)
    to = int(dearer.sentence.split(" to ")[1].split(",")[0])
    for cost, flips in ((to, True), (to - 1, False)):
        after = robustness(change(workshop, Candidate, "c-DataWorks", cost=cost))
        assert after
        assert (after.best.mask != found.best.mask) is flips
        if flips:
            assert after.best.mask == dearer.becomes.mask


def test_rank_acceptability_adds_up_and_is_always_the_same() -> None:
    one, other = robustness(coalition()), robustness(coalition())
    assert one
    assert other
    assert one.acceptability == other.acceptability
    assert sum(share for _, share in one.acceptability) == pytest.approx(1)
    ordered = [share for _, share in one.acceptability]
    assert ordered == sorted(ordered, reverse=True)


def test_where_must_haves_cannot_be_covered_all_sets_are_compared() -> None:
    workshop = coalition().without(Asset, ["ManageCo-care", "MentorIPA-care"])
    found = robustness(workshop)
    assert found
    assert any("going alone" in each.sentence or each.sentence for each in found.ranges)
    assert robustness(change_rules(workshop, budget=0)).best.names == ()  # type: ignore[union-attr]  # there is one


def change_rules(workshop: Workshop, budget: int) -> Workshop:
    return workshop.put([SetRules(id=SET_RULES_ID, budget=budget)])


def test_no_set_within_the_rules_has_no_robustness() -> None:
    workshop = change(coalition(), Candidate, "c-ManageCo", standing="chosen")
    assert robustness(change_rules(workshop, budget=1)) is None


def test_a_room_that_chose_another_set_is_told() -> None:
    workshop = weighed(coverage_weight=0.5, cost_weight=0.5)
    chosen = workshop.put([ChosenSet(id=CHOSEN_SET_ID, members=("ManageCo",))])
    found = robustness(chosen)
    assert found
    assert found.note == (
        "The room chose ManageCo; "
        "under these weights DataWorks, MentorIPA and RegionalHS are worth more."
    )
    same = workshop.put([ChosenSet(id=CHOSEN_SET_ID, members=EXACT)])
    assert robustness(same).note == ""  # type: ignore[union-attr]  # there is one


def test_a_weight_of_nothing_has_no_flip_by_rating() -> None:
    found = robustness(weighed(coverage_weight=1.0))
    assert found
    assert not [flip for flip in found.flips if "the strain of" in flip.sentence]
    assert not [flip for flip in found.flips if "the cost of" in flip.sentence]


@pytest.mark.parametrize(
    ("weight", "sentence"),
    [
        (0.9, "If the weight of coverage falls below 23%, it is better to do without Northlight."),
        (0.1, "If the weight of coverage rises above 23%, it is better to add Northlight."),
    ],
)
def test_flips_say_that_one_more_or_one_less_is_better(weight: float, sentence: str) -> None:
    workshop = two(
        Capability(id="k", name="Care"),
        Need(id="n", capability="k", needed_level=2, importance=3),
        Asset(id="a", organization=THEM, capability="k", level=2),
        SetRules(id=SET_RULES_ID, coverage_weight=weight, cost_weight=1 - weight, strain_weight=0),
    )
    workshop = change(workshop, Candidate, "candidate", cost=3)
    found = robustness(workshop)
    assert found
    assert sentence in [flip.sentence for flip in found.flips]


def test_the_only_one_who_covers_a_must_have_cannot_be_flipped_away() -> None:
    workshop = two(
        Capability(id="k", name="Care"),
        Need(id="n", capability="k", needed_level=2, importance=3, must_have=True),
        Asset(id="a", organization=THEM, capability="k", level=2),
    )
    found = robustness(workshop)
    assert found
    assert (found.best.names, found.flips) == (("Northlight",), ())


def test_a_range_can_have_two_ends() -> None:
    loose = coalition()
    for need in loose.all(Need):
        loose = change(loose, Need, need.id, must_have=False)
    rules = SetRules(id=SET_RULES_ID, coverage_weight=0.5, cost_weight=0.35, strain_weight=0.15)
    found = robustness(loose.put([rules]))
    assert found
    assert found.ranges[1].sentence == (
        "The best set stays the best while cost counts from 19% to 72%."
    )


def test_the_best_set_nobody_has_considered() -> None:
    answer = robustness(weighed(coverage_weight=0.6, cost_weight=0.4))
    assert answer
    found = unlikely_but_better(answer, ("ManageCo",))
    assert found
    better, why = found
    assert better.names == EXACT
    assert why == (
        "DataWorks, MentorIPA and RegionalHS are worth more, covering 100% instead of 70%, at a "
        "cost of 10 instead of 6 and with a strain of 3 instead of 1; "
        "DataWorks, MentorIPA and RegionalHS are new in it."
    )
    one_new = unlikely_but_better(answer, ("DataWorks", "MentorIPA"))
    assert one_new
    assert one_new[1].endswith("RegionalHS is new in it.")
    assert unlikely_but_better(answer, EXACT) is None


def test_without_candidates_nothing_is_better_than_going_alone() -> None:
    alone = two().without(Candidate, ["candidate"])
    found = robustness(alone)
    assert found
    assert (found.best.label, found.partners, found.smallest) == ("Going alone", (), None)
    assert unlikely_but_better(found, ()) is None


def test_a_fixed_partner_has_no_rating_flip() -> None:
    workshop = change(
        weighed(coverage_weight=0.5, cost_weight=0.5), Candidate, "c-RegionalHS", standing="chosen"
    )
    found = robustness(workshop)
    assert found
    assert not [flip for flip in found.flips if "of RegionalHS rises" in flip.sentence]
    assert US not in found.best.members
