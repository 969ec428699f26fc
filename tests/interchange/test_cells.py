# SPDX-License-Identifier: MIT
"""What people write in cells, and what is understood by it."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from workshop.deal.operating_records import ExitPlan
from workshop.future_state.records import Factor, Measure
from workshop.gaps.records import Asset, Need, Sourcing
from workshop.interchange.cells import CellError, Reading, days_first, number, text_of, understand
from workshop.partners.records import Tie
from workshop.prepare.records import AgendaBlock, Organization
from workshop.record import field
from workshop.room.records import AgreementRound

SHARE, LEVEL, TARGET = field(Asset, "share"), field(Asset, "level"), field(Measure, "target")
DAY, CLOCK = field(Measure, "target_date"), field(AgendaBlock, "starts")
FLAG, STATUS = field(Need, "must_have"), field(Tie, "status")
BUDGET = field(ExitPlan, "cost")
WHEN, HELD = field(Factor, "horizon"), field(AgreementRound, "held_at")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1 234", 1234), ("1'234", 1234),
        ("0,5", 0.5), ("0.0646", 0.0646), ("6.46%", 6.46), ("(5)", -5), ("$7", 7), ("\u22123", -3),
        ("1.234.567", 1234567), ("1.234", 1.234), ("1e3", 1000), (".5", 0.5), ("1,2,3", None),
        ("1e999", None), ("seven", None), ("", None), ("--1", None),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("described", "cell", "value"),
    [
        (SHARE, "6.46%", 0.0646), (SHARE, "0.0646", 0.0646), (SHARE, 0.5, 0.5), (SHARE, "*", None),
        (field(Sourcing, "closeness"), "50%", 0.5), (TARGET, "91%", 91), (TARGET, True, 1),
        (TARGET, "-1", -1), (LEVEL, "3", 3), (LEVEL, 3.0, 3), (LEVEL, "n/a", None), (LEVEL, "", None),
        (FLAG, "Yes", True), (FLAG, 0, False), (FLAG, "x", True), (FLAG, True, True), (FLAG, "?", None),
        (FLAG, 1.0, True), (FLAG, "", None),
        (STATUS, "Planned", "planned"), (STATUS, "ACTIVE", "active"), (STATUS, "-", None),
        (STATUS, "", None), (WHEN, "1 to 3 years", "1-3y"), (WHEN, "0-1y", "0-1y"),
        (DAY, "2026-11-30", date(2026, 11, 30)), (DAY, "30.11.2026", date(2026, 11, 30)),
        (DAY, "11/30/2026", date(2026, 11, 30)), (DAY, "Nov 30, 2026", date(2026, 11, 30)),
        (DAY, "30 November 2026", date(2026, 11, 30)), (DAY, datetime(2026, 1, 2, 3), date(2026, 1, 2)),
        (DAY, date(2026, 1, 2), date(2026, 1, 2)), (DAY, "unknown", None), (DAY, None, None),
        (DAY, "2026-11-30T10:00", date(2026, 11, 30)), (DAY, "2026/1/2", date(2026, 1, 2)),
        (CLOCK, "9:30", time(9, 30)), (CLOCK, "9.30", time(9, 30)), (CLOCK, "9:30 p.m.", time(21, 30)),
        (CLOCK, "09:30:15", time(9, 30, 15)), (CLOCK, 0.75, time(18)), (CLOCK, time(8), time(8)),
        (CLOCK, datetime(2026, 1, 2, 3), time(3)), (CLOCK, "", None), (CLOCK, "3 pm", time(15)),
        (HELD, "2026-11-30T10:00+00:00", datetime(2026, 11, 30, 10, tzinfo=UTC)), (HELD, "?", None),
        (field(Organization, "service_area"), "NY, NJ", ("NY", "NJ")),
        (field(Organization, "service_area"), "Washington, DC; NY", ("Washington, DC", "NY")),
        (field(Organization, "service_area"), " ; ", None),
        (field(Organization, "kind"), 12.0, "12"), (field(Organization, "kind"), " a ", "a"),
    ],
)  # fmt: skip
def test_cells(described: Any, cell: Any, value: Any) -> None:
    assert understand(described, cell) == value


@pytest.mark.parametrize(
    ("described", "cell", "sentence", "fix"),
    [
        (LEVEL, "7", "7 is not from 0 to 5.", "Correct it"),
        (LEVEL, 2.5, "“2.5” is not a whole number.", "Round it."),
        (LEVEL, "lots", "“lots” is not a number.", "Enter a number"),
        (SHARE, "80", "80 is no share.", "Write 80% or 0.8."),
        (field(Asset, "quantity"), -1, "-1 is not from 0 upward.", "Correct it"),
        (FLAG, "perhaps", "“perhaps” is neither yes nor no.", "Write yes or no."),
        (STATUS, "plannd", "“plannd” is not a choice here.", "Do you mean Planned?"),
        (STATUS, "zzz", "“zzz” is not a choice here.", "Choose Planned, Active or Ended."),
        (BUDGET, "1e14", "is too much money.", "Correct it"),
        (DAY, "soon" * 20, "is not a date.", "2026-11-30"),
        (CLOCK, "noon", "“noon” is not a time of day.", "09:30"),
        (CLOCK, 1.5, "“1.5” is not a time of day.", "09:30"),
        (HELD, "noon", "“noon” is not a time.", "14:05"),
    ],
)
def test_what_is_not_understood_comes_with_a_way_out(
    described: Any, cell: Any, sentence: str, fix: str
) -> None:
    with pytest.raises(CellError) as caught:
        understand(described, cell)
    assert sentence in str(caught.value)
    assert fix in caught.value.fix


def test_days_come_first_where_a_column_shows_it() -> None:
    assert days_first(["30/1/2026", "1/2/2026", None])
    assert not days_first(["1/30/2026", "1/2/2026"])
    assert understand(DAY, "1/2/2026", Reading(day_first=True)) == date(2026, 2, 1)


def test_a_moment_without_a_zone_is_of_here() -> None:
    assert understand(HELD, datetime(2026, 1, 2, 3)).tzinfo is not None


def test_cells_as_text() -> None:
    assert text_of(datetime(2026, 1, 2)) == "2026-01-02"
    assert text_of(False) == "no"
    assert text_of(None) == ""
