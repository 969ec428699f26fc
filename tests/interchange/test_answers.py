# SPDX-License-Identifier: MIT
"""Answers about sheets: given, remembered for the next file like it, and shown before importing."""

from collections.abc import Sequence
from typing import Any

import pytest

from workshop.gaps.records import Asset
from workshop.interchange.answers import (
    key_of,
    read_as,
    recalled,
    remembered,
    with_column,
)
from workshop.interchange.dry_run import dry_run
from workshop.interchange.names import names_of
from workshop.interchange.plan import Plan, Scale, SheetPlan, accept, guess_plan, read_instead
from workshop.interchange.preview import preview
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import Sheet, Unreadable, sheet_of
from workshop.interchange.source import read_pasted
from workshop.interchange.strengths import strengths_of
from workshop.partners.records import Tie
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop

TWO = Workshop(
    [Organization(id="a", name="Alder Hospital"), Organization(id="b", name="Birch Clinic")]
)


def sheet(*rows: Sequence[Any]) -> Sheet:
    return sheet_of("in.xlsx", "List", rows)


def seen(plan: SheetPlan, **answers: Any) -> list[dict[str, tuple[str, str, bool]]]:
    rows = preview(plan, Plan((plan,), **answers), names_of(TWO))
    return [{n: (c.cell, c.became, c.fits) for n, c in row.cells.items()} for row in rows]


def test_a_sheet_is_read_under_the_row_with_the_most_headers() -> None:
    plan = read_as(
        sheet(["Members in 2026"], ["Name", "Role", "Firma"], ["Ada", "CEO", "X"]), Participant
    )
    assert plan.header == 1
    assert dict(plan.columns) == {0: "name", 1: "role"}
    assert read_as(sheet(), Participant).columns == {}


def test_a_field_has_one_column_and_a_column_one_field() -> None:
    plan = read_as(sheet(["Name", "Role"], ["Ada", "CEO"]), Participant)
    plan = with_column(plan, "role", 0)
    assert dict(plan.columns) == {0: "role"}
    assert dict(with_column(plan, "role", None).columns) == {}


@pytest.mark.parametrize(
    ("strengths", "scale"),
    [([3, 9, "*"], Scale(1, 9)), ([0, 7], Scale(0, 7)), ([4, 4], None), (["*"], None)],
)
def test_the_scale_of_a_file_is_told_from_its_numbers(
    strengths: list[Any], scale: Scale | None
) -> None:
    rows = [["A", "B", "x", each] for each in strengths]
    plan = read_as(sheet(["From", "To", "Relation", "Strength"], *rows, ["A", "B"]), Tie)
    assert strengths_of(plan) == scale
    assert strengths_of(with_column(plan, "strength", None)) is None


def test_answers_are_recalled_for_a_sheet_with_the_same_headers() -> None:
    first = sheet(["Von", "Nach", "Kraft"], ["Oak", "Elm", 3])
    plan = read_as(first, Tie)._replace(relation="Beratung", directed=True, scale=Scale(9, 1))
    for name, index in (("source", 0), ("target", 1), ("strength", 2)):
        plan = with_column(plan, name, index)
    later = sheet(["nach", "KRAFT", "von"], ["Fir", 1, "Ash"])
    assert key_of(later) == key_of(first)
    assert key_of(sheet(["Von", "Nach"])) != key_of(first)
    same = sheet(["Nach", "Kraft", "Von"], ["Fir", 1, "Ash"])
    again = recalled(SheetPlan(same), remembered(plan))
    assert dict(again.columns) == {2: "source", 0: "target", 1: "strength"}
    assert again[5:8] == ("Beratung", True, Scale(9, 1))


def test_a_matrix_and_what_was_left_out_are_recalled() -> None:
    rows = sheet(["", "Data", "People"], ["Oak", 1, 2])
    matrix = SheetPlan(rows, "asset_matrix", Asset)
    assert recalled(SheetPlan(rows), remembered(matrix)) == matrix
    left = SheetPlan(rows, "left_out")
    assert recalled(matrix, remembered(left)) == left
    assert dry_run(Plan((left,)), TWO).problems == ()


@pytest.mark.parametrize("text", ["", "{", '{"holds": "records", "kind": "spaceship"}'])
def test_answers_that_no_longer_mean_anything_leave_the_guess(text: str) -> None:
    plan = read_as(sheet(["Name"], ["Oak"]), Organization)
    assert recalled(plan, text) == plan


def test_a_remembered_plan_for_an_empty_sheet_is_harmless() -> None:
    plan = SheetPlan(sheet())
    assert recalled(plan, remembered(read_as(sheet(), Organization))).columns == {}


def test_cells_are_shown_as_they_are_understood() -> None:
    header = ["From", "To", "Relation", "Strength", "One way", "Status", "Since"]
    rows: list[list[Any]] = [
        ["alder hospital", "Oak", "x", 1, "y", "planned", "1/2/2020"],
        ["Birch Clinic", "Alder Hospital", "x", "*", "", "soon", Unreadable("#REF!")],
        ["Birch Clinic", "Alder Hospital", "x", 12, "n", None, None],
    ]
    plan = read_as(sheet(header, *rows), Tie)._replace(scale=Scale(9, 1))
    first, second, third = seen(plan)
    assert first["source"] == ("alder hospital", "Alder Hospital", True)
    assert first["target"] == ("Oak", "Oak", True)
    assert first["strength"] == ("1", "5", True)
    assert first["directed"] == ("y", "yes", True)
    assert first["status"] == ("planned", "Planned", True)
    assert first["since"] == ("1/2/2020", "2020-01-02", True)
    assert second["strength"] == ("*", "unknown", True)
    assert second["directed"] == ("", "unknown", True)
    assert second["status"] == ("soon", "“soon” is not a choice here.", False)
    assert second["since"] == ("#REF!", "not readable", False)
    assert third["strength"][1:] == ("12 is not on the scale 1 to 9.", False)
    assert third["directed"][1] == "no"


def test_numbers_lists_and_shares_are_shown_as_people_write_them() -> None:
    organizations = read_as(
        sheet(["Name", "Size", "State"], ["Oak", "1,234", "OH; IN"]), Organization
    )
    (row,) = seen(organizations)
    assert row["size"] == ("1,234", "1,234", True)
    assert row["service_area"] == ("OH; IN", "OH; IN", True)
    (row,) = seen(read_as(sheet(["Name", "Size"], ["Oak", 12_345_678]), Organization))
    assert row["size"][1] == "12,345,678"
    assets = read_as(
        sheet(["Organization", "Capability", "Share"], ["Alder Hospital", "x", "6.5%"]), Asset
    )
    (row,) = seen(assets)
    assert row["share"] == ("6.5%", "6.5%", True)


def test_nothing_is_shown_of_a_sheet_that_is_left_out() -> None:
    assert seen(SheetPlan(sheet(["Name"], ["Oak"]))) == []


def test_a_suggested_reading_is_used_for_all_cells_that_say_the_same() -> None:
    header = ["From", "To", "Relation", "Status"]
    rows = [["Alder Hospital", "Birch Clinic", each, "activ"] for each in ("x", "y")]
    plan = guess_plan([sheet(header, *rows)], TWO)
    problem = dry_run(plan, TWO).problems[0]
    assert (problem.cell, problem.instead) == ("activ", "Active")
    mended = read_instead(plan, problem)
    assert dry_run(mended, TWO).problems == ()
    shown = preview(mended.sheets[0], mended, names_of(TWO))[0].cells["status"]
    assert shown == ("activ", "Active", True)


@pytest.mark.parametrize(
    ("kind", "header", "cell", "instead"),
    [
        (Organization, "Size", "12.6", "13"),
        (Asset, "Share", 80, "80%"),
        (Asset, "Share", 800, ""),
        (Organization, "Size", "many", ""),
    ],
)
def test_a_cell_that_nearly_fits_has_a_reading_to_suggest(
    kind: type[Organization] | type[Asset], header: str, cell: Any, instead: str
) -> None:
    row = ["Oak", cell] if kind is Organization else ["Alder Hospital", "x", cell]
    names = ["Name"] if kind is Organization else ["Organization", "Capability"]
    plan = read_as(sheet([*names, header], row), kind)
    problems = dry_run(Plan((plan,), frozenset({"capability"})), TWO).problems
    assert [each.instead for each in problems if each.column == header] == [instead]


def test_a_name_like_one_that_the_import_itself_brings_is_matched_each_time() -> None:
    ties = sheet(
        ["From", "To", "Relation"], ["Oakwood", "Elmwood", "x"], ["Oakwod", "Elmwood", "y"]
    )
    plan = guess_plan([ties], Workshop())
    problem = next(each for each in dry_run(plan, Workshop()).problems if each.offers)
    mended = accept(plan, problem, problem.offers[0][0])
    workshop = Workshop().put(dry_run(mended, Workshop()).records)
    assert {each.name for each in workshop.all(Organization)} == {"Oakwood", "Elmwood"}
    assert len(workshop.of(Tie)) == 2


def test_a_long_run_tells_how_far_it_is_and_can_be_ended() -> None:
    rows = [["Alder Hospital", f"Place {n}", "x"] for n in range(450)]
    plan = guess_plan([sheet(["From", "To", "Relation"], *rows)], TWO)
    told: list[tuple[int, int]] = []
    dry_run(plan, TWO, lambda done, total: told.append((done, total)))
    assert told == [(200, 451), (400, 451)]

    def end(_done: int, _total: int) -> None:
        raise SourceError("Stopped.")

    with pytest.raises(SourceError, match="Stopped"):
        dry_run(plan, TWO, end)


def test_pasted_cells_are_a_sheet() -> None:
    pasted = read_pasted("Name\tRole\nAda\tCEO\n")
    assert pasted.rows == (("Name", "Role"), ("Ada", "CEO"))
    with pytest.raises(SourceError, match="no cells on the clipboard"):
        read_pasted("  \n")
