# SPDX-License-Identifier: MIT
"""How numbers are put into words."""

import pytest

from workshop.why import amount, counted, in_sentence, listed, number, percent


@pytest.mark.parametrize(
    ("fraction", "shown"),
    [(0.515, "52%"), (0.285, "29%"), (0.5194, "52%"), (0, "0%"), (1, "100%"), (-0.125, "-13%")],
)
def test_percentages_are_rounded_half_up(fraction: float, shown: str) -> None:
    assert percent(fraction) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.825, "0.83"),
        (40, "40"),
        (100.0, "100"),
        (1.5, "1.5"),
        (None, "unknown"),
        (1e6, "1000000"),
    ],
)
def test_numbers_are_shown_short(value: float | None, shown: str) -> None:
    assert number(value) == shown
    assert number(1234.5, 0) == "1235"


def test_words_are_counted_and_listed() -> None:
    assert counted(1, "gap") == "1 gap"
    assert counted(2, "gap") == "2 gaps"
    assert counted(2, "capability", "capabilities") == "2 capabilities"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_cents_are_shown_as_money() -> None:
    cents = (1_250_000, 1_250_005, -99, 0, None)
    assert [amount(each) for each in cents] == ["12,500", "12,500.05", "-0.99", "0", "unknown"]


def test_a_name_inside_a_sentence_keeps_its_capitals_where_it_is_short_for_something() -> None:
    names = ("Risk capital", "IT", "IT staff", "eHealth", "", " ")
    shown = ["risk capital", "IT", "IT staff", "eHealth", "", " "]
    assert [in_sentence(name) for name in names] == shown
