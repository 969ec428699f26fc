# SPDX-License-Identifier: MIT
"""The frontier of partner sets is exact: equal to looking at every set, ties included."""

import pytest
from hypothesis import example, given, settings

from tests.partners.problems import by_brute_force, problem, problems, random_problem, worked
from workshop.partners import set_proof
from workshop.partners.partner_sets import exact_front
from workshop.partners.set_beam import first_answer
from workshop.partners.set_enumeration import enumerate_front
from workshop.partners.set_exchange import exchanged
from workshop.partners.set_problem import Problem, breaks, point
from workshop.partners.set_proof import prove


@settings(max_examples=200, deadline=None)
@given(problems())
@example(worked())
@example(worked(budget=8, pairs=((0, 2),), most=2))
def test_enumeration_finds_what_brute_force_finds(given: Problem) -> None:
    assert enumerate_front(given) == by_brute_force(given)


@settings(max_examples=150, deadline=None)
@given(problems())
@example(worked())
def test_the_proof_for_many_candidates_finds_what_brute_force_finds(given: Problem) -> None:
    proven = prove(given)
    assert proven is not None
    assert [p[:3] for p in proven] == [p[:3] for p in by_brute_force(given)]
    assert all(not breaks(given, p.members) for p in proven)
    assert all(p == point(given, p.members) for p in proven)


@settings(max_examples=100, deadline=None)
@given(problems())
def test_a_first_answer_keeps_the_rules_and_is_never_better_than_the_truth(
    given: Problem,
) -> None:
    truth = by_brute_force(given)
    for found in first_answer(given):
        assert not breaks(given, found.members)
        assert any(
            t.coverage >= found.coverage and t.cost <= found.cost and t.strain <= found.strain
            for t in truth
        )


def test_more_than_64_needs_and_candidates_are_no_special_case() -> None:
    wide = random_problem(12, 150, seed=3)
    truth = by_brute_force(wide)
    assert enumerate_front(wide) == truth
    assert [p[:3] for p in prove(wide) or ()] == [p[:3] for p in truth]
    many = random_problem(70, 12, seed=4)._replace(strains=(0,) * 70)
    proven = prove(many)
    assert proven is not None
    assert {p[:3] for p in first_answer(many)} <= {p[:3] for p in proven}


def test_both_exact_ways_agree_on_a_large_problem() -> None:
    large = random_problem(18, 60)
    exact = enumerate_front(large)
    proven = prove(large)
    assert exact
    assert proven
    assert [p[:3] for p in exact] == [p[:3] for p in proven]


def test_either_way_stops_when_told() -> None:
    large = random_problem(18, 60)
    assert enumerate_front(large, lambda done: done < 0.4) is None
    assert prove(large, goes=lambda done: done < 0.4) is None
    calls = iter([True, False])
    assert prove(large, goes=lambda done: next(calls)) is None


def test_a_proof_that_would_not_fit_into_memory_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_proof, "MOST_SETS", 5)
    assert prove(random_problem(12, 30)) is None


def test_progress_grows_to_the_end() -> None:
    seen: list[float] = []

    def goes(done: float) -> bool:
        seen.append(done)
        return True

    prove(random_problem(14, 20), goes=goes)
    assert seen == sorted(seen)
    assert 0 <= seen[0] < seen[-1] <= 1


def test_pairs_hold_however_many_candidates_there_are() -> None:
    paired = random_problem(18, 60)._replace(pairs=((0, 17), (2, 3), (16, 17)))
    exact, proven = enumerate_front(paired), prove(paired)
    assert exact
    assert proven
    assert not any(breaks(paired, each.members) for each in exact)
    assert [p[:3] for p in exact] == [p[:3] for p in proven]


def test_what_is_known_already_is_a_start_for_the_proof() -> None:
    known = random_problem(12, 20)
    exact = enumerate_front(known)
    assert exact
    assert [p[:3] for p in prove(known, known=exact) or ()] == [p[:3] for p in exact]


def test_ties_break_by_name_however_many_candidates_there_are() -> None:
    half = random_problem(14, 16, seed=7)
    twins = half._replace(
        ids=tuple(f"c{n:03}" for n in range(28)),
        names=tuple(f"c{n:03}" for n in range(28)),
        costs=half.costs * 2,
        strains=half.strains * 2,
        covers=half.covers * 2,
    )
    proven = exact_front(twins)
    exact = enumerate_front(half)
    assert proven
    assert exact
    assert proven == exact


@pytest.mark.parametrize("seed", range(3))
def test_the_proof_prefers_the_sets_that_looking_at_every_set_prefers(seed: int) -> None:
    given = random_problem(14, 20, seed=seed)._replace(strains=(0,) * 14)
    assert exchanged(given, prove(given) or ()) == enumerate_front(given)


def test_one_partner_takes_the_place_of_two_or_of_one_that_comes_later() -> None:
    one_for_two = problem([2, 3, 5, 5], [1, 1, 2, 2], [0b01, 0b10, 0b11, 0b11], [1, 1])
    assert exchanged(one_for_two, [point(one_for_two, 0b0011)])[0].members == 0b0100
    assert exchanged(one_for_two, [point(one_for_two, 0b1000)])[0].members == 0b0100
    held_apart = one_for_two._replace(fixed=0b1000)
    assert exchanged(held_apart, [point(held_apart, 0b1000)])[0].members == 0b1000
