# SPDX-License-Identifier: MIT
"""What comes in from files people have, and what is said about what does not."""

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.interchange.reading import read_here
from workshop.document import Document
from workshop.future_state.records import Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, Need, Sourcing
from workshop.interchange.dry_run import Outcome, dry_run, import_edit
from workshop.interchange.names import Names
from workshop.interchange.plan import Scale, accept, for_ties, guess_plan, plan_as
from workshop.interchange.problem import Problem
from workshop.interchange.rows import header_of
from workshop.interchange.sheet import Sheet, sheet_of
from workshop.partners.records import Tie
from workshop.prepare.records import (
    DETAILS_ID,
    AgendaBlock,
    Details,
    GroundRule,
    Organization,
    Participant,
)
from workshop.record import fold
from workshop.state import Workshop

ALDER = Organization(id="a", name="Alder Hospital")
BIRCH = Organization(id="b", name="Birch Clinic")
TWO = Workshop([ALDER, BIRCH])


def sheet(name: str, *rows: Sequence[Any]) -> Sheet:
    return sheet_of("in.xlsx", name, rows)


def tried(*sheets: Sheet, into: Workshop = TWO) -> Outcome:
    return dry_run(guess_plan(sheets, into), into)


def done(*sheets: Sheet, into: Workshop = TWO) -> Workshop:
    document = Document(into)
    document.apply(import_edit(tried(*sheets, into=into)), "Import")
    return document.workshop


def said(outcome: Outcome) -> list[str]:
    return [str(problem) for problem in outcome.problems]


def ties(workshop: Workshop) -> set[tuple[str, str, str, float | None, bool]]:
    names = {id: each.name for id, each in workshop.of(Organization).items()}
    return {
        (names[t.source], names[t.target], t.relation, t.strength, t.directed)
        for t in workshop.all(Tie)
    }


NODES = sheet(
    "nodes", ["name", "agency_type", "agency_level", "color"], ["Oak", "Clinic", "Local", "red"]
)
EDGES = ["source", "target", "relation", "strength"]


def test_nodes_and_edges_make_a_network_and_name_what_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "nodes.csv").write_text("name,agency_type,color\nOak,Clinic,red\nElm,Lab,\n")
    (tmp_path / "edges.csv").write_text("source,target,relation,strength\nOak,Elm,funding,3.0\n")
    sheets = [s for name in ("nodes", "edges") for s in read_here(tmp_path / f"{name}.csv")]
    outcome = tried(*sheets, into=Workshop())
    assert outcome.summary == (
        "New: 2 organizations and 1 tie. Not imported or not understood: 1, listed by row and column."
    )
    assert said(outcome) == [
        "nodes.csv, row 1, column color: This column was not imported. Concord has no field for it."
    ]
    workshop = Workshop().put(outcome.records)
    assert {o.name: o.kind for o in workshop.all(Organization)} == {"Oak": "Clinic", "Elm": "Lab"}
    assert ties(workshop) == {("Oak", "Elm", "funding", 3.0, False)}


def test_importing_the_same_twice_changes_nothing() -> None:
    edges = sheet("edges", EDGES, ["Oak", "Elm", "funding", 3], ["Elm", "Oak", "advice", "*"])
    once = done(edges, into=Workshop())
    again = tried(edges, into=once)
    assert again.records == ()
    assert again.summary == "Nothing new. Already there: 2."


def test_an_existing_organization_is_updated_by_its_name() -> None:
    workshop = done(sheet("Organizations", ["Name", "Kind"], ["  alder   HOSPITAL ", "Hospital"]))
    assert workshop.of(Organization)["a"].kind == "Hospital"
    assert workshop.of(Organization)["a"].name == "Alder Hospital"
    assert tried(sheet("", ["Name", "Kind"], ["Alder Hospital", "X"])).summary == (
        "Nothing new. Updated: 1 organization."
    )


def test_an_organization_no_list_gives_is_added_and_said_with_what_is_near() -> None:
    outcome = tried(sheet("ties", EDGES, ["Alder Hospitl", "Birch Clinic", "funding", 1]))
    assert said(outcome) == [
        "in.xlsx, sheet ties, row 2, column source: The organization “Alder Hospitl” was added. "
        "If “Alder Hospital” is meant, write it so."
    ]
    assert not outcome.problems[0].lost


def test_a_name_missing_from_the_given_list_is_reported_and_can_be_matched() -> None:
    sheets = (
        NODES,
        sheet("ties", EDGES, ["Alder Hospitl", "Oak", "funding", 1], ["Zzz", "Oak", "x", 1]),
    )
    outcome = tried(*sheets)
    first = outcome.problems[1]
    assert (first.row, first.column, first.name) == (2, "source", "Alder Hospitl")
    assert first.offers == (("a", "Alder Hospital"),)
    assert "Correct the name, or add this organization." in said(outcome)[2]
    plan = accept(guess_plan(sheets, TWO), first, "a")
    assert ("Alder Hospital", "Oak", "funding", 1.0, False) in ties(
        TWO.put(dry_run(plan, TWO).records)
    )


def test_every_bad_tie_is_named_by_its_cell_and_none_is_dropped_in_silence() -> None:
    rows: list[list[Any]] = [
        ["Alder Hospital", "Birch Clinic", "funding", 3],
        ["Alder Hospital", "Alder Hospital", "funding", 1],
        ["Alder Hospital", "Birch Clinic", "funding", 3],
        ["Birch Clinic", "Alder Hospital", "funding", 3],
        ["Birch Clinic", "Alder Hospital", "funding", 5],
        ["Alder Hospital", "Birch Clinic", "advice", 9],
        ["Alder Hospital", None, "advice", 1],
        ["Alder Hospital", "Birch Clinic", "data", "much"],
    ]
    outcome = tried(sheet("ties", EDGES, *rows))
    where = "in.xlsx, sheet ties, row "
    assert said(outcome) == [
        where
        + "3: A tie needs two different organizations. This row was left out. Correct the row.",
        where + "4: This row says the same as row 2 and was left out.",
        where + "5: This row says the same as row 2 and was left out.",
        where
        + "6: Row 2 has the same tie with other values. Both came in. Talk about which is right.",
        where + "7, column strength: 9 is not from 0 to 5. Correct it or leave it blank.",
        where + "8, column target: To is missing; this row was left out. Fill it in.",
        where + "9, column strength: “much” is not a number. "
        "Say what it stands for, or enter a number from 0 to 5.",
    ]
    assert ties(TWO.put(outcome.records)) == {
        ("Alder Hospital", "Birch Clinic", "funding", 3.0, False),
        ("Birch Clinic", "Alder Hospital", "funding", 5.0, False),
        ("Alder Hospital", "Birch Clinic", "advice", None, False),
        ("Alder Hospital", "Birch Clinic", "data", None, False),
    }


def test_ties_without_a_relation_say_so_and_take_other_answers() -> None:
    edges = sheet(
        "edges",
        ["from", "to", "weight"],
        ["Oak", "Elm", 10],
        ["Oak", "Fir", 0.5],
        ["Oak", "Ash", "n/a"],
    )
    assert "all came in as “connection”" in said(tried(edges))[0]
    plan = for_ties(guess_plan([NODES, edges], TWO), "funding", True, Scale(1, 10))
    outcome = dry_run(plan._replace(create=frozenset({"organization"})), TWO)
    assert ties(TWO.put(outcome.records)) == {
        ("Oak", "Elm", "funding", 5.0, True),
        ("Oak", "Fir", "funding", None, True),
        ("Oak", "Ash", "funding", None, True),
    }
    assert any("0.5 is not on the scale 1 to 10." in sentence for sentence in said(outcome))


@pytest.mark.parametrize(
    ("scale", "value", "strength"),
    [(Scale(1, 5), 1, 1), (Scale(5, 1), 1, 5), (Scale(0, 10), 5, 2.5), (Scale(10, 0), 0, 5)],
)
def test_a_scale_counts_from_the_weakest(scale: Scale, value: float, strength: float) -> None:
    assert scale.convert(value) == strength


def test_a_symmetric_matrix_gives_each_tie_once_and_a_lopsided_one_gives_directions() -> None:
    even = sheet(
        "Trust", ["", "Oak", "Elm", "Fir"], ["Oak", 0, 2, ""], ["Elm", 2, "-", 0], ["Fir", "", 0, 0]
    )
    assert ties(done(even, into=Workshop())) == {("Oak", "Elm", "Trust", 2.0, False)}
    odd = sheet("", ["", "Oak", "Elm", None], ["Oak", 0, 2], ["Elm", 3, 1, 4])
    outcome = tried(odd, into=Workshop())
    assert ties(Workshop().put(outcome.records)) == {
        ("Oak", "Elm", "connection", 2.0, True),
        ("Elm", "Oak", "connection", 3.0, True),
    }
    assert [p.row for p in outcome.problems if p.lost] == [3, 3]


def test_the_first_column_of_a_matrix_is_called_by_its_place() -> None:
    matrix = sheet("Ties", ["", "Alder Hospital", "Birch Clinic"], ["Alder Hospital", 0, 2])
    place = header_of(guess_plan([matrix], TWO).sheets[0], 0)
    assert place == "column 1"
    assert (
        Problem("in.xlsx", "Ties", 3, place, "No.").where == "in.xlsx, sheet Ties, row 3, column 1"
    )


def test_once_the_problems_are_out_of_sight_the_summary_does_not_point_at_them() -> None:
    outcome = Outcome(
        (), (), "Nothing new. Not imported or not understood: 1, listed by row and column."
    )
    assert outcome.brief == "Nothing new. Not imported or not understood: 1."


def test_a_matrix_with_a_name_twice_reports_every_cell() -> None:
    twice = sheet("", ["", "Oak", "Elm"], ["Oak", 0, 2], ["Elm", 2, 0], ["Oak", 0, 3])
    outcome = tried(twice, into=Workshop())
    assert len(Workshop().put(outcome.records).all(Tie)) == 3
    assert "Both came in." in said(outcome)[-1]


def test_needs_and_assets_bring_their_capabilities_along() -> None:
    needs = sheet(
        "Needs", ["Capability", "Needed level", "Must-have"], ["Nurses", 4, "yes"], ["Data", 3, ""]
    )
    assets = sheet(
        "assets",
        ["Organization", "Nurses", "Data"],
        ["Alder Hospital", 2, None],
        ["Birch Clinic", "*", 9],
    )
    workshop = done(needs, assets)
    names = {id: each.name for id, each in workshop.of(Capability).items()}
    assert {names[n.capability]: n.must_have for n in workshop.all(Need)} == {
        "Nurses": True, "Data": False,
    }  # fmt: skip
    held = {(a.organization, names[a.capability]): a.level for a in workshop.all(Asset)}
    assert held == {("a", "Nurses"): 2, ("b", "Nurses"): None, ("b", "Data"): None}
    assert "row 3, column Data: 9 is not from 0 to 5." in said(tried(needs, assets))[-1]


def test_assets_are_known_by_the_organizations_down_the_side_too() -> None:
    matrix = sheet("Assets", ["", "Beds", "Vans"], ["Alder Hospital", 2, 1], ["Birch Clinic", 3, 4])
    assert len(done(matrix).all(Asset)) == 4


def test_participants_and_details_and_agenda_come_in_typed() -> None:
    people = sheet(
        "",
        ["Full name", "Company", "Position", "Can vote"],
        ["Ana Ruiz", "alder hospital", "Chief", "n"],
    )
    details = sheet("Workshop", ["Title", "First day"], ["Retreat", "11/30/2026"])
    agenda = sheet(
        "Agenda blocks",
        ["Title", "Starts", "Break"],
        ["Lunch", time(12), "x"],
        ["Lunch", "6 pm", "x"],
    )
    workshop = done(people, details, agenda)
    (person,) = workshop.all(Participant)
    assert (person.organization, person.role, person.votes) == ("a", "Chief", False)
    assert workshop.of(Details)[DETAILS_ID].starts == date(2026, 11, 30)
    assert {b.starts for b in workshop.all(AgendaBlock)} == {time(12), time(18)}
    assert done(people, details, agenda, into=workshop) == workshop


def test_dates_of_a_column_are_read_alike() -> None:
    rows = [["A", "S", "7/1/2019"], ["B", "S", "30/1/2019"], ["C", "S", "soon"]]
    measures = sheet("Measures", ["Measure", "Statement", "By"], *rows)
    workshop = Workshop([Statement(id="s", dimension="Quality", text_to="S")])
    outcome = tried(measures, into=workshop)
    found = {m.name: m.target_date for m in workshop.put(outcome.records).all(Measure)}
    assert found == {"A": date(2019, 1, 7), "B": date(2019, 1, 30), "C": None}


def test_several_references_come_as_lines_or_with_semicolons() -> None:
    statements = [Statement(id=n, dimension="Quality", text_to=f"Goal {n}") for n in "xyz"]
    workshop = Workshop(statements)
    rows = [["F", "Goal x; Goal y"], ["G", "Goal z"], ["H", "Goal x\nNo such; Goal x"]]
    outcome = tried(sheet("Factors", ["Factor", "Bears on"], *rows), into=workshop)
    found = {f.text: f.statements for f in workshop.put(outcome.records).all(Factor)}
    assert found == {"F": ("x", "y"), "G": ("z",), "H": ("x",)}
    assert "There is no statement called “No such”." in said(outcome)[0]


def test_a_name_two_records_share_is_not_guessed() -> None:
    twins = [Statement(id=n, dimension="Quality", text_to="Same") for n in "xy"]
    outcome = tried(sheet("Factors", ["Factor", "Bears on"], ["F", "Same"]), into=Workshop(twins))
    assert "More than one statement is called “Same”." in said(outcome)[0]


def test_two_rows_for_one_organization_are_reported() -> None:
    rows = [["Oak", "Clinic"], ["oak", "Lab"], ["OAK", "Clinic"]]
    outcome = tried(sheet("Organizations", ["Name", "Kind"], *rows))
    assert ["row 3: This row is about the same organization as row 2; it was left out." in s
            for s in said(outcome)] == [True, False]  # fmt: skip
    assert [o.kind for o in TWO.put(outcome.records).all(Organization) if o.name == "Oak"] == [
        "Clinic"
    ]


def test_a_code_tells_apart_organizations_of_one_name() -> None:
    rows = [["A1", "Oak", "NY"], ["A2", "Oak", "NJ"], ["A3", "Elm", "NJ, NY"]]
    listed = sheet("list", ["ACO_ID", "aco_name", "ACO_State"], *rows)
    outcome = tried(listed)
    workshop = TWO.put(outcome.records)
    areas = {o.name: o.service_area for o in workshop.all(Organization) if o.service_area}
    assert areas == {"Oak": ("NY",), "Oak (A2)": ("NJ",), "Elm": ("NJ", "NY")}
    assert "only used to tell apart what has the same name." in said(outcome)[0]
    assert "Row 2 has the same name; this came in as “Oak (A2)”." in said(outcome)[1]
    assert tried(listed, into=workshop).records == ()


def test_ties_may_name_organizations_by_their_code() -> None:
    nodes = sheet("nodes", ["id", "label"], [1, "Oak"], [2, "Elm"])
    edges = sheet("edges", EDGES, [1, 2.0, "funding", 3])
    assert ties(done(nodes, edges)) == {("Oak", "Elm", "funding", 3.0, False)}


def test_headers_that_go_on_where_nothing_began_are_not_imported() -> None:
    listed = sheet("", ["Name", "Color", "Color (2)"], ["Oak", "r", "ed"])
    assert [problem.column for problem in tried(listed).problems] == ["Color", "Color (2)"]


def test_a_row_with_nothing_but_foreign_columns_is_no_record() -> None:
    outcome = tried(sheet("", ["Name", "Color"], ["Oak", "red"], [None, "blue"]))
    assert len(outcome.records) == len(outcome.problems) == 1


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Alder Hospitl", ["Alder Hospital"]),
        ("The Alder Hospital, Inc.", ["Alder Hospital"]),
        ("IPA", ["Independent Practice Association"]),
        ("independent practice asociation", ["Independent Practice Association"]),
        ("HBC", ["Home Bridge Care"]),
        ("Clinic 6", []),
        ("Clinic 5 LLC", ["Clinic 5"]),
        ("Ltd", []),
        ("Zzz", []),
    ],
)
def test_a_name_that_is_not_there_is_offered_those_it_may_mean(
    written: str, offered: list[str]
) -> None:
    names = ["Alder Hospital", "Independent Practice Association", "Clinic 5", "Home Bridge Care"]
    known = Workshop(Organization(id=f"o{n}", name=each) for n, each in enumerate(names))
    outcome = tried(sheet("", EDGES, [written, "Alder Hospital", "advice", 1]), into=known)
    assert [title for _, title in outcome.problems[0].offers] == offered


def test_a_list_that_brings_nearly_a_known_name_offers_the_known_one() -> None:
    listed = sheet("", ["Name", "Kind"], ["Alder Hospitl", "Hospital"], ["Oak", "Lab"])
    outcome = tried(listed)
    assert said(outcome) == [
        "in.xlsx, row 2, column Name: “Alder Hospitl” is new. If “Alder Hospital” is meant, write it so."
    ]
    problem = outcome.problems[0]
    assert (problem.lost, problem.offers) == (False, (("a", "Alder Hospital"),))
    mended = dry_run(accept(guess_plan([listed], TWO), problem, "a"), TWO)
    workshop = TWO.put(mended.records)
    assert workshop.of(Organization)["a"] == Organization(
        id="a", name="Alder Hospital", kind="Hospital"
    )
    assert mended.problems == ()
    assert len(workshop.of(Organization)) == 3


def test_a_name_matched_to_a_capability_leaves_the_organization_alone() -> None:
    listed = sheet("", ["Name", "Kind"], ["Nurses", "Agency"])
    start = TWO.put([Capability(id="c", name="Nursing")])
    plan = guess_plan([listed], start)._replace(names={"nurses": ("c", "Nursing")})
    names = {each.name for each in start.put(dry_run(plan, start).records).all(Organization)}
    assert names == {"Alder Hospital", "Birch Clinic", "Nurses"}


def test_more_organizations_than_sit_at_a_table_come_in_as_the_network_around_it() -> None:
    crowd = [[f"Clinic {n}", ""] for n in range(41)]
    outcome = tried(sheet("", ["Name", "Kind"], *crowd), into=Workshop())
    assert "41 organizations are more than sit at a table" in said(outcome)[-1]
    assert not any(each.at_table for each in outcome.records if isinstance(each, Organization))
    asked = tried(sheet("", ["Name", "At the table"], *[[name, "yes"] for name, _ in crowd]))
    assert all(each.at_table for each in asked.records if isinstance(each, Organization))
    named = [[name, "Hub", "advice"] for name, _ in crowd]
    ties_only = tried(sheet("", ["From", "To", "Relation"], *named), into=Workshop())
    assert "42 organizations" in said(ties_only)[-1]


def test_coordinates_are_known_by_their_short_names() -> None:
    listed = sheet("", ["Name", "lat", "long"], ["Oak", 39.9, -86.1])
    (oak,) = tried(listed).records
    assert isinstance(oak, Organization)
    assert (oak.latitude, oak.longitude) == (39.9, -86.1)


def test_a_list_without_the_column_that_must_be_there_says_it_once() -> None:
    plan = plan_as(sheet("", ["Who", "Role"], ["Ana", "CEO"], ["Ben", "CFO"]), Participant)
    outcome = dry_run(guess_plan([], TWO)._replace(sheets=(plan,)), TWO)
    assert [each.sentence for each in outcome.problems] == [
        "This column was not imported.",
        "No column gives Name, so that no row can come in.",
    ]
    assert outcome.records == ()


def test_a_renamed_record_is_no_longer_offered_by_its_former_name() -> None:
    names = Names([ALDER, BIRCH])
    assert names.near(("organization",), "Birch Clinik") == [("b", "Birch Clinic")]
    names.add(Organization(id="b", name="Beech Surgery"))
    assert names.near(("organization",), "Birch Clinik") == []
    assert names.near(("organization",), "BS") == [("b", "Beech Surgery")]


def test_needs_are_called_by_their_capability() -> None:
    start = Workshop([Capability(id="c", name="Nurses"), Need(id="n", capability="c")])
    choices = sheet("Sourcing choices", ["Need", "We choose"], ["nurses", "Joint venture"])
    assert [each.need for each in done(choices, into=start).all(Sourcing)] == ["n"]


def test_brackets_that_hold_no_id_are_part_of_a_name() -> None:
    edges = sheet("", EDGES, ["Oak [north]", "Birch Clinic", "advice", 1])
    assert ("Oak [north]", "Birch Clinic", "advice", 1.0, False) in ties(done(edges))


def test_a_column_with_gaps_is_no_code() -> None:
    rows: list[list[Any]] = [["A1", "Oak"], [None, "Oak"]]
    assert "is about the same" not in said(tried(sheet("list", ["ID", "Name"], *rows)))[-1]


def test_a_sheet_that_holds_nothing_known_is_named() -> None:
    outcome = tried(
        sheet("Budget", ["Year", "Cost"], [2026, 7]), sheet("Void"), sheet("Read me", ["Hello"])
    )
    assert [problem.sheet for problem in outcome.problems] == ["Budget", "Void"]
    assert outcome.problems[1].sentence == "This sheet is empty."
    assert outcome.summary.startswith("Nothing new.")


def test_headers_may_come_after_a_title_and_what_a_sheet_holds_may_be_said() -> None:
    titled = sheet("", ["Our partners 2026"], [], ["Organization name", "State"], ["Oak", "NY;NJ"])
    workshop = done(titled)
    assert [o.service_area for o in workshop.all(Organization) if o.name == "Oak"] == [("NY", "NJ")]
    plan = guess_plan([], TWO)._replace(
        sheets=(plan_as(sheet("", ["Ground rule"], ["Listen"]), GroundRule),)
    )
    assert [r.text for r in TWO.put(dry_run(plan, TWO).records).all(GroundRule)] == ["Listen"]
    assert dry_run(plan._replace(sheets=(plan_as(sheet(""), Organization),)), TWO).records == ()


def test_a_row_with_an_id_renames_and_clears_and_its_former_name_still_leads_to_it() -> None:
    organizations = sheet("Organizations", ["Name", "Kind", "Id"], ["Alder Health", None, "a"])
    edges = sheet("Ties", ["From", "To", "Relation"], ["Alder Hospital", "Birch Clinic", "advice"])
    start = TWO.put([Organization(id="a", name="Alder Hospital", kind="Hospital")])
    workshop = done(organizations, edges, into=start)
    assert workshop.of(Organization)["a"] == Organization(id="a", name="Alder Health")
    assert [tie.source for tie in workshop.all(Tie)] == ["a"]


def test_a_row_with_an_id_may_not_take_a_name_that_another_one_has() -> None:
    rename = sheet("Organizations", ["Name", "Id"], ["Birch Clinic", "a"], ["Cedar", "a"])
    outcome = tried(rename)
    assert "Another organization has the same name; this row was left out." in said(outcome)[0]
    swap = sheet("Organizations", ["Name", "Id"], ["Birch Clinic", "a"], ["Alder Hospital", "b"])
    assert done(swap).of(Organization)["a"].name == "Birch Clinic"
    twice = sheet("Organizations", ["Name", "Id"], ["Alder", "a"], ["Cedar", "a"])
    assert "is about the same organization as row 2" in said(tried(twice))[0]


def test_a_row_with_a_foreign_id_joins_the_record_of_its_name() -> None:
    organizations = sheet("Organizations", ["Name", "Id"], ["Alder Hospital", "q9"], ["New", ""])
    people = sheet("Participants", ["Name", "Organization", "Id"], ["Ana", "[q9]", "p1"])
    workshop = done(organizations, people)
    assert workshop.of(Participant)["p1"].organization == "a"
    assert {o.name for o in workshop.all(Organization)} == {"Alder Hospital", "Birch Clinic", "New"}


def test_an_exact_text_that_is_not_what_it_claims_is_reported() -> None:
    bad = sheet("Vocabularies", ["Name", "Words", "Id"], ["json:{", "[1, 2", "v1"], ["w", '{"a": 1}', "v2"],
                ["x", "[[1]]", "v3"])  # fmt: skip
    assert [problem.sentence for problem in tried(bad).problems] == [
        "The text is not JSON, as it begins.",
        "The text is not JSON, as it begins.",
        "A vocabulary needs a name. This row was left out.",
        "This is not a list of what belongs here.",
    ]


def test_workbook_values_come_from_cells_and_formulas_that_were_never_calculated_are_named(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Organizations"
    book.active.append(["Name", "Size", "At the table"])
    book.active.append(["Oak", "=1+1", True])
    book.active.append(["Elm", "#N/A", False])
    book.active["B3"].data_type = "e"
    book.create_sheet("Secret").sheet_state = "hidden"
    book.save(tmp_path / "in.xlsx")
    outcome = tried(*read_here(tmp_path / "in.xlsx"))
    assert [problem.where for problem in outcome.problems] == [
        "in.xlsx, sheet Secret",
        "in.xlsx, sheet Organizations, row 2, column Size",
        "in.xlsx, sheet Organizations, row 3, column Size",
    ]
    assert "This sheet is hidden in the workbook and was left out." in said(outcome)[0]
    assert "#N/A" in outcome.problems[2].sentence
    assert {o.at_table for o in outcome.records if isinstance(o, Organization)} == {True, False}


def test_folding_is_what_names_are_compared_by() -> None:
    assert fold("  Straße\u00a0 X ") == fold("STRASSE x")


def test_the_unnamed_organization_of_a_template_gives_way_to_those_that_come_in() -> None:
    unnamed = Organization(id="o", name="Our organization", ours=True)
    rows = (["Organization"], ["Cedar Hospice"], ["Dune Clinic"])
    blank = Workshop([unnamed])
    outcome = tried(sheet("Organizations", *rows), into=blank)
    assert outcome.summary.startswith("New: 2 organizations. “Our organization” gave way to them")
    document = Document(blank)
    document.apply(import_edit(outcome), "Import")
    names = sorted(each.name for each in document.workshop.of(Organization).values())
    assert names == ["Cedar Hospice", "Dune Clinic"]
    document.undo()
    assert document.workshop.of(Organization) == {"o": unnamed}


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        ((["Organization"], ["Our organization"], ["Dune Clinic"]), []),
        ((["Organization"], ["Birch Clinic"]), [BIRCH]),
        ((["Organization"], ["Dune Clinic"]), [Asset(id="s", organization="o", capability="c")]),
    ],
    ids=["named by the source", "nobody new", "something is known of it"],
)
def test_the_unnamed_organization_stays(rows: Sequence[list[str]], more: list[Any]) -> None:
    unnamed = Organization(id="o", name="Our organization", ours=True)
    known = Workshop([unnamed, Capability(id="c", name="Care"), *more])
    after = done(sheet("Organizations", *rows), into=known)
    assert "o" in after.of(Organization)
