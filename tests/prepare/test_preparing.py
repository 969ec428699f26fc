# SPDX-License-Identifier: MIT
"""Preparing the day: the agenda against the clock, suggested words, and who is ours."""

from datetime import date, datetime, time
from typing import Any

import pytest

from workshop.future_state.records import Factor
from workshop.prepare.agenda import now_and_next, timetable, total
from workshop.prepare.details import details, organizations, ours, voters
from workshop.prepare.edits import set_details
from workshop.prepare.records import DETAILS_ID, AgendaBlock, Organization, Participant, Vocabulary
from workshop.prepare.vocabulary import words_for
from workshop.record import RuleError
from workshop.state import Workshop


def agenda(*rows: tuple[str, time | None, int | None], **values: Any) -> Workshop:
    return Workshop(
        AgendaBlock(id=f"{n:02}", title=title, starts=starts, minutes=minutes, **values)
        for n, (title, starts, minutes) in enumerate(rows)
    )


DAY = (
    ("Welcome", time(9, 0), 30),
    ("Vision", None, 60),
    ("Open end", time(11, 0), None),
    ("Adrift", None, 15),
    ("Gaps", time(13, 0), 60),
)


def test_blocks_follow_one_another() -> None:
    slots = timetable(agenda(*DAY))
    assert [(s.block.title, s.starts, s.ends) for s in slots] == [
        ("Welcome", time(9, 0), time(9, 30)),
        ("Vision", time(9, 30), time(10, 30)),
        ("Open end", time(11, 0), None),
        ("Adrift", None, None),
        ("Gaps", time(13, 0), time(14, 0)),
    ]
    assert not any(slot.overlaps for slot in slots)


def test_blocks_are_sorted_by_day_and_start_with_their_followers() -> None:
    workshop = agenda(("Late", time(15, 0), 30), ("Later", None, 30), ("Early", time(8, 0), 30))
    second = AgendaBlock(id="zz", title="Next day", day=2, starts=time(7, 0), minutes=10)
    loose = AgendaBlock(id="a", title="No time", day=2, minutes=5)
    slots = timetable(workshop.put([second, loose]))
    titles = [slot.block.title for slot in slots]
    assert titles == ["Early", "Late", "Later", "No time", "Next day"]


def test_overlaps_are_marked_and_midnight_is_passed() -> None:
    slots = timetable(
        agenda(("Long", time(22, 0), 180), ("Short", time(23, 0), 30), ("Last", None, 30))
    )
    assert [slot.overlaps for slot in slots] == [False, True, True]
    assert slots[0].ends == time(1, 0)


def test_totals_tell_work_from_breaks() -> None:
    workshop = agenda(*DAY).put([AgendaBlock(id="p", title="Coffee", minutes=20, pause=True)])
    assert total(timetable(workshop)) == (165, 20, 1)


@pytest.mark.parametrize(
    ("hour", "minute", "running", "following"),
    [
        (8, 0, None, "Welcome"),
        (9, 0, "Welcome", "Vision"),
        (9, 30, "Vision", "Open end"),
        (10, 45, None, "Open end"),
        (12, 0, "Open end", "Gaps"),
        (13, 30, "Gaps", None),
        (14, 0, None, None),
    ],
)
def test_what_is_on_now_and_what_comes_next(
    hour: int, minute: int, running: str | None, following: str | None
) -> None:
    now, after = now_and_next(agenda(*DAY), datetime(2026, 11, 20, hour, minute).astimezone())
    assert (now and now.block.title) == running
    assert (after and after.block.title) == following


def test_days_count_from_the_first_day() -> None:
    workshop = set_details(agenda(*DAY, day=2), starts=date(2026, 11, 20))
    at_nine = datetime(2026, 11, 21, 9, 0).astimezone()
    now, _ = now_and_next(workshop, at_nine)
    assert now
    assert now.block.title == "Welcome"
    assert now_and_next(workshop, at_nine.replace(day=20)) == (None, None)


def test_the_next_block_is_the_soonest_even_where_blocks_overlap() -> None:
    workshop = agenda(("A", time(9, 0), 60), ("A2", None, 60), ("B", time(9, 30), 15))
    _, after = now_and_next(workshop, datetime(2026, 1, 1, 9, 10).astimezone())
    assert after
    assert after.block.title == "B"


def test_details_are_blank_until_set() -> None:
    assert details(Workshop()).title == ""
    workshop = set_details(Workshop(), title="Retreat")
    assert details(workshop).title == "Retreat"
    assert set_details(workshop, title="Retreat") is workshop
    with pytest.raises(RuleError, match="before the first day"):
        set_details(workshop, starts=date(2026, 2, 2), ends=date(2026, 2, 1))
    assert details(workshop).id == DETAILS_ID


def test_ours_come_first_then_those_at_the_table() -> None:
    workshop = Workshop(
        [
            Organization(id="1", name="Dale", ours=True),
            Organization(id="2", name="Brook"),
            Organization(id="3", name="Ash", at_table=False),
        ]
    )
    assert [each.name for each in organizations(workshop)] == ["Dale", "Brook", "Ash"]
    assert [each.name for each in ours(workshop)] == ["Dale"]


def test_an_agenda_block_is_for_a_step_of_the_path() -> None:
    with pytest.raises(RuleError, match="The path has no step"):
        AgendaBlock(id="1", title="Lunch", step="prepare.lunch")


def test_voters_are_those_with_a_vote() -> None:
    people = [
        Participant(id="1", name="Ann"),
        Participant(id="2", name="Bo", votes=False),
    ]
    assert [person.name for person in voters(Workshop(people))] == ["Ann"]


def test_words_in_use_join_the_general_ones_once() -> None:
    workshop = Workshop(
        [
            Factor(id="1", text="A", category="Weather"),
            Factor(id="2", text="B", category="workforce"),
            Factor(id="3", text="C"),
        ]
    )
    words = words_for(workshop, "factor_category")
    assert words[-1] == "Weather"
    assert "Workforce" in words
    assert "workforce" not in words


def test_a_template_replaces_the_general_words() -> None:
    workshop = Workshop([Vocabulary(id="v", name="Sector", words=("Mutual", "Crown"))])
    assert words_for(workshop, "sector") == ("Mutual", "Crown")
    empty = Workshop([Vocabulary(id="v", name="sector")])
    assert words_for(empty, "sector") == words_for(Workshop(), "sector")


def test_steps_are_suggested_by_key_and_unknown_words_not_at_all() -> None:
    assert words_for(Workshop(), "nothing of the kind") == ()
