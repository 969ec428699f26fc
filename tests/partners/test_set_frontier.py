# SPDX-License-Identifier: MIT
"""The frontier of partner sets is exact: equal to looking at every set, ties included."""

from hypothesis import example, given, settings

from tests.partners.problems import by_brute_force, problems, worked
from workshop.partners.set_enumeration import enumerate_front
from workshop.partners.set_problem import Problem


@settings(max_examples=200, deadline=None)
@given(problems())
@example(worked())
@example(worked(budget=8, pairs=((0, 2),), most=2))
def test_enumeration_finds_what_brute_force_finds(given: Problem) -> None:
    assert enumerate_front(given) == by_brute_force(given)
