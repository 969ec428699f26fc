# SPDX-License-Identifier: MIT
"""Rating each other, comparing aspirations, weighing, limiting and choosing, as verbs."""

from functools import partial

import pytest

from workshop.document import Document
from workshop.partners.culture import culture_points, value_points
from workshop.partners.fit import weights
from workshop.partners.fit_parts import leadership_rating, stance_on
from workshop.partners.fit_records import (
    Aspiration,
    AspirationMatch,
    CultureRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.rating_edits import (
    choose_set,
    compare_aspirations,
    drop_value,
    give_points,
    limit_sets,
    match_of,
    rate_culture,
    rate_leadership,
    take_stance,
    values_named,
    weigh_fit,
)
from workshop.partners.records import CHOSEN_SET_ID, ChosenSet
from workshop.partners.set_from_workshop import rules
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop

START = Workshop(
    [
        Organization(id="hill", name="Hill", ours=True),
        Organization(id="dale", name="Dale"),
        Aspiration(id="grow", organization="hill", text="Grow"),
        Aspiration(id="stay", organization="dale", text="Stay"),
        Tradition(id="sunday", organization="dale", text="No work on Sundays", intensity=4),
    ]
)


def test_points_for_a_culture_gather_in_one_record_for_each_view() -> None:
    now = START
    for name, points in (("family", 40), ("inventive", 20), ("driven", 15), ("orderly", 25)):
        now = rate_culture(now, "dale", "hill", "now", **{name: points})
    now = rate_culture(now, "dale", "dale", "now", family=100)
    assert len(now.of(CultureRating)) == 2
    assert culture_points(now, "dale", "hill") == {
        "family": 40,
        "inventive": 20,
        "driven": 15,
        "orderly": 25,
    }
    assert culture_points(now, "dale", "dale") is None


def test_a_slider_is_set_and_made_unknown_again() -> None:
    once = rate_leadership(START, "dale", "dale", bold=6)
    again = rate_leadership(once, "dale", "dale", bold=None, mission=7)
    rating = leadership_rating(again, "dale", "dale")
    assert rating
    assert (rating.bold, rating.mission) == (None, 7)


def test_values_are_one_list_for_all_whatever_their_case() -> None:
    now = give_points(START, "dale", "dale", "Thrift", 60)
    now = give_points(now, "hill", "hill", " thrift ", 30)
    now = give_points(now, "dale", "dale", "Mercy", 40)
    now = give_points(now, "dale", "dale", "THRIFT", 55)
    assert values_named(now) == ["Thrift", "Mercy"]
    assert value_points(give_points(now, "dale", "dale", "mercy", 45), "dale", "dale") == {
        "Thrift": 55,
        "Mercy": 45,
    }
    left = drop_value(now, "thrift")
    assert [each.value for each in left.all(ValuePoints)] == ["Mercy"]


def test_a_ninth_value_and_a_nameless_one_are_refused_with_a_way_forward() -> None:
    now = START
    for number in range(8):
        now = give_points(now, "dale", "dale", f"Value {number}")
    with pytest.raises(RuleError, match="take one off"):
        give_points(now, "dale", "dale", "Value 9")
    assert give_points(now, "hill", "hill", "Value 3", 10)
    with pytest.raises(RuleError, match="Type the value first"):
        give_points(now, "dale", "dale", "  ")


def test_a_stance_is_kept_for_each_view_and_the_more_worried_one_counts() -> None:
    now = take_stance(START, "sunday", "hill", "hill", "respects")
    now = take_stance(now, "sunday", "hill", "dale", "neutral")
    now = take_stance(now, "sunday", "hill", "dale", "threatens")
    assert len(now.of(TraditionStance)) == 2
    assert stance_on(now, now.get(Tradition, "sunday"), "hill") == "threatens"


def test_two_aspirations_have_one_label_whichever_comes_first() -> None:
    now = compare_aspirations(START, "grow", "stay", "conflicting")
    now = compare_aspirations(now, "stay", "grow", "compatible")
    assert len(now.of(AspirationMatch)) == 1
    match = match_of(now, "grow", "stay")
    assert match
    assert match.label == "compatible"


def test_weights_limits_and_the_choice_are_one_record_each() -> None:
    document = Document(START)
    document.apply(partial(weigh_fit, culture=0.5), "Weigh")
    document.apply(partial(weigh_fit, values=0.0), "Weigh")
    document.apply(partial(limit_sets, budget=12), "Limit")
    document.apply(partial(limit_sets, most_partners=2), "Limit")
    document.apply(partial(choose_set, members=("dale",)), "Choose")
    document.apply(partial(choose_set, because="Near"), "Say why")
    now = document.workshop
    assert (weights(now).culture, weights(now).values, weights(now).leadership) == (0.5, 0.0, 0.15)
    assert (rules(now).budget, rules(now).most_partners) == (12, 2)
    assert now.get(ChosenSet, CHOSEN_SET_ID).members == ("dale",)
    with pytest.raises(RuleError, match="At least one part"):
        weigh_fit(now, **dict.fromkeys(("aspirations", "resources", "culture", "leadership", "tradition"), 0.0))  # fmt: skip
