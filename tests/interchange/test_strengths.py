# SPDX-License-Identifier: MIT
"""Strengths in words, on other scales, and numbers as the rest of their column writes them."""

from collections.abc import Sequence
from typing import Any

import pytest

from workshop.interchange.cells import CellError, Reading, commas_are_decimal, figure, understand
from workshop.interchange.dry_run import Outcome, dry_run
from workshop.interchange.plan import Plan, Scale, SheetPlan, guess_plan, plan_as
from workshop.interchange.sheet import sheet_of
from workshop.interchange.strengths import Word, in_order, meanings_of, words_of
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.record import field
from workshop.state import Workshop

SIZE, STRENGTH = field(Organization, "size"), field(Tie, "strength")


def ties(*strengths: Any) -> SheetPlan:
    rows = [["Oak", f"Elm {n}", "advice", each] for n, each in enumerate(strengths)]
    sheet = sheet_of("in.csv", "", [["From", "To", "Relation", "Strength"], *rows])
    return guess_plan([sheet], Workshop()).sheets[0]


def tried(plan: SheetPlan) -> Outcome:
    return dry_run(Plan((plan,), frozenset({"organization"})), Workshop())


def strengths(plan: SheetPlan) -> list[float | None]:
    return [each.strength for each in tried(plan).records if isinstance(each, Tie)]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            ["networking", "Cooperation", "coordination", "Coalition", "collaboration", "none"],
            [1, 2, 3, 4, 5, 0],
        ),
        (["monthly", "weekly", "Never"], [3, 4, 0]),
        (["weak", "strong"], [1, 5]),
        (["low", "medium", "high"], [1, 3, 5]),
        (["very weak", "weak", "strong"], [1, 2, 4]),
        (["rarely", "often", "always"], [1, 4, 5]),
        (["x", "no", "*", "", "None"], [None, 0, None, None, None]),
        (["3 - coordination", "4 (coalition)", "5: full"], [3, 4, 5]),
        ([4, "weekly", 2.5], [4, 4, 2.5]),
    ],
)
def test_words_people_use_mean_strengths(words: Sequence[Any], values: Sequence[Any]) -> None:
    plan = ties(*words)
    assert strengths(plan) == values
    assert not [problem for problem in tried(plan).problems if problem.lost]


def test_what_words_were_taken_for_is_said_once() -> None:
    said = [str(each) for each in tried(ties("weekly", "x", "weekly")).problems if not each.column]
    assert said == [
        "in.csv: Strength in words was read on the scale 0 to 5: “x” is unknown, “weekly” is 4. "
        "If that is wrong, give each word its number."
    ]


def test_a_word_nobody_explained_is_named_and_can_be_explained() -> None:
    plan = ties("daily", "now and again", "whenever")
    lost = [each.sentence for each in tried(plan).problems if each.lost]
    assert lost == ["“now and again” is not a number.", "“whenever” is not a number."]
    assert words_of(plan) == [
        Word("daily", 5, True),
        Word("now and again", None, False),
        Word("whenever", None, False),
    ]
    told = plan._replace(words={"now and again": 2.0, "whenever": None, "daily": 3.0})
    assert strengths(told) == [3, 2, None]


def test_words_are_spread_evenly_in_the_order_that_is_given() -> None:
    assert in_order(["cool", "Warm", "hot"]) == {"cool": 1, "warm": 3, "hot": 5}
    assert in_order(["never", "always"]) == {"never": 0, "always": 5}
    assert strengths(ties("hot", "cool")._replace(words=in_order(["hot", "cool"]))) == [1, 5]


def test_a_column_of_remarks_has_no_words_for_strengths() -> None:
    assert words_of(ties(*(f"remark {n}" for n in range(13)))) == []
    assert meanings_of(plan_as(sheet_of("in.csv", "", [["From", "To"]]), Tie)) == {}


def test_a_matrix_may_hold_words_too() -> None:
    rows = [["", "Oak", "Elm"], ["Oak", "none", "Weekly"], ["Elm", "weekly", ""]]
    plan = guess_plan([sheet_of("in.csv", "", rows)], Workshop()).sheets[0]
    assert plan.holds == "tie_matrix"
    assert strengths(plan) == [4, 4]
    marks = [["", "Oak", "Elm"], ["Oak", "", "x"], ["Elm", "x", "No"]]
    assert strengths(guess_plan([sheet_of("in.csv", "", marks)], Workshop()).sheets[0]) == [None]


def test_a_label_after_the_number_does_not_keep_it_from_another_scale() -> None:
    plan = ties("1 = strongest", "9 = weakest", 5)._replace(scale=Scale(9, 1))
    assert strengths(plan) == [5, 1, 3]


@pytest.mark.parametrize(
    ("cells", "comma"),
    [
        (["1.500", "2,5"], True),
        (["1.234,56", "2"], True),
        (["6,46%"], True),
        (["1,500", "2.5"], False),
        (["1,500", "1.500"], False),
        (["2,5", "2.5"], False),
        ([1.5, None, "2,5"], True),
    ],
)
def test_a_column_tells_how_it_writes_decimals(cells: Sequence[Any], comma: bool) -> None:
    assert commas_are_decimal(cells) is comma


def test_numbers_are_read_as_their_column_writes_them() -> None:
    assert understand(SIZE, "1.500", Reading(comma=True)) == 1500
    assert understand(STRENGTH, "1,234", Reading(comma=True)) == 1.234
    rows: list[list[Any]] = [["Name", "Size"], ["Oak", "1.500"], ["Elm", "2.250,00"], ["Fir", 7]]
    plan = guess_plan([sheet_of("in.csv", "", rows)], Workshop())
    sizes = [
        each.size for each in dry_run(plan, Workshop()).records if isinstance(each, Organization)
    ]
    assert sizes == [1500, 2250, 7]


def test_a_point_that_may_part_thousands_is_asked_about_not_rounded_away() -> None:
    with pytest.raises(CellError) as caught:
        understand(SIZE, "1.234")
    assert caught.value.instead == "1234"
    assert "1,234" in caught.value.fix


@pytest.mark.parametrize("cell", [float("inf"), float("-inf"), "1e999", 10**400])
def test_a_number_beyond_all_measure_is_no_number(cell: Any) -> None:
    with pytest.raises(CellError, match="is not a number"):
        understand(SIZE, cell)


def test_figures_stand_in_numbers_and_in_labels() -> None:
    assert figure(True) == 1
    assert figure(float("nan")) is None
    assert figure("about 3") is None
    assert figure("3 nurses") is None
