# SPDX-License-Identifier: MIT
"""What it would take for a set that is not the best to become it."""

import re

import numpy as np

from tests.partners.alliances import coalition
from workshop.partners.partner_sets import members_mask
from workshop.partners.rating_edits import limit_sets
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet
from workshop.partners.robustness import Robustness, firmness_headline, robustness
from workshop.partners.set_standing import standing
from workshop.partners.set_worth import CRITERIA, criteria, weights_at
from workshop.state import Workshop


def found(workshop: Workshop) -> Robustness:
    answer = robustness(workshop)
    assert answer
    return answer


def mask(answer: Robustness, names: str) -> int:
    return members_mask(answer.problem, tuple(names.split()))


def test_nothing_is_said_of_the_best_set() -> None:
    answer = found(coalition())
    assert standing(answer, answer.best.mask) == ""


def test_a_set_that_another_beats_in_everything_is_told_so() -> None:
    answer = found(coalition())
    every = mask(answer, "DataWorks MentorIPA RegionalHS HomeHealthX")
    assert standing(answer, every) == (
        "Whatever counts most, DataWorks, MentorIPA and RegionalHS are better, covering 100% "
        "at a cost of 10 and a strain of 3."
    )


def test_the_weights_under_which_a_set_would_be_best_are_given_and_hold() -> None:
    answer = found(coalition())
    told = [(each, standing(answer, each.members)) for each in answer.every]
    spans = [
        (each, *span)
        for each, said in told
        for span in re.findall(
            r"(coverage|cost|strain) counted (at least|no more than) (\d+)%", said
        )
    ]
    assert len(spans) == 3
    for each, name, way, edge in spans:
        table = criteria(answer.problem, (each, *answer.every))
        for step, is_best in ((0.01, way == "at least"), (-0.01, way == "no more than")):
            share = int(edge) / 100 + step
            worth = table @ weights_at(np.array(answer.weights), CRITERIA.index(name), share)
            assert bool(worth[0] >= worth.max() - 1e-9) == is_best


def test_a_set_that_leaves_a_must_have_open_is_held_against_all() -> None:
    answer = found(coalition())
    said = standing(answer, mask(answer, "MentorIPA"))
    assert said.startswith("MentorIPA leaves 3 must-haves open. Among all sets that may: ")
    alone = standing(answer, 0)
    assert alone.startswith("Going alone leaves 5 must-haves open.")
    assert "would be the best if" in alone


def test_a_set_that_ties_with_the_best_is_worth_as_much() -> None:
    answer = found(coalition())
    assert standing(answer, mask(answer, "ManageCo RegionalHS")) == (
        "ManageCo and RegionalHS are worth as much as the best set under these weights."
    )


def test_some_sets_are_the_best_under_no_single_change_of_weight() -> None:
    workshop = limit_sets(coalition(), cost_weight=0.0, strain_weight=0.0)
    answer = found(workshop)
    said = [standing(answer, each.members) for each in answer.every]
    assert any("no one weight alone makes" in each for each in said)


def test_the_headline_says_how_the_chosen_set_stands() -> None:
    workshop = coalition()
    best = found(workshop).best
    assert firmness_headline(workshop, found(workshop)).endswith("best set under these weights")
    agreed = workshop.put([ChosenSet(id=CHOSEN_SET_ID, members=best.members)])
    assert firmness_headline(agreed, found(agreed)) == (
        "The chosen set is the best one under these weights"
    )
    other = workshop.put([ChosenSet(id=CHOSEN_SET_ID, members=("ManageCo",))])
    assert firmness_headline(other, found(other)).startswith("Under these weights another set")
