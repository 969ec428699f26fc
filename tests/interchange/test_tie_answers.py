# SPDX-License-Identifier: MIT
"""Rows that are what one end of a tie says of it: both are kept, and where they differ it is said."""

from pathlib import Path
from typing import Any

import pytest

import main
from workshop.document import Document
from workshop.interchange.answers import recalled, remembered
from workshop.interchange.dry_run import Outcome, dry_run, import_edit
from workshop.interchange.names import names_of
from workshop.interchange.plan import Plan, Scale, SheetPlan, as_answers, for_ties, guess_plan
from workshop.interchange.preview import preview
from workshop.interchange.sheet import Cell, Sheet, sheet_of
from workshop.interchange.tie_answer import TieAnswer
from workshop.partners.records import Tie
from workshop.partners.tie_records import TieReport
from workshop.partners.trust import conversations, reports
from workshop.prepare.records import Organization
from workshop.state import Workshop

NOTHING = Workshop()
HEAD = ["Respondent", "Partner", "Relation", "Frequency", "Reliability", "Power", "Comments"]


def survey(*rows: list[Any]) -> Sheet:
    return sheet_of("survey.csv", "", [HEAD, *rows])


def tried(sheet: Sheet, workshop: Workshop = NOTHING) -> Outcome:
    return dry_run(guess_plan([sheet], workshop), workshop)


def imported(sheet: Sheet, workshop: Workshop = NOTHING) -> Workshop:
    return import_edit(tried(sheet, workshop))(workshop)


def told(workshop: Workshop) -> dict[str, dict[str, float | None]]:
    """Give for each tie by the names of its ends and its strength what each end says."""
    names = {each.id: each.name for each in workshop.all(Organization)}
    return {
        f"{names[tie.source]}-{names[tie.target]} {tie.relation} {tie.strength}": {
            names[end]: report.strength for end, report in reports(workshop, tie).items()
        }
        for tie in workshop.all(Tie)
    }


TWO = (["Oak", "Elm", "Advice", 2, 3, 4, "fine"], ["Elm", "Oak", "Advice", 5, 1, None, ""])


def test_two_ends_of_a_tie_are_two_reports_of_one_tie() -> None:
    workshop = imported(survey(*TWO))
    assert told(workshop) == {"Oak-Elm Advice 5.0": {"Oak": 2, "Elm": 5}}
    by_end = reports(workshop, workshop.all(Tie)[0])
    oak = next(r for r in by_end.values() if r.strength == 2)
    assert (oak.reliability, oak.influence, oak.mission, oak.remark) == (3, 4, None, "fine")
    assert [each.what for each in conversations(workshop)] == ["strength", "trust"]


def test_what_differs_and_how_many_ends_speak_is_said_before_it_comes_in() -> None:
    outcome = tried(survey(*TWO, ["Oak", "Ash", "Advice", 3, None, None, ""]))
    said = [str(each) for each in outcome.problems if not each.lost]
    assert (
        "survey.csv, row 3, column Frequency: Elm says 5 where Oak says 2 in row 2; both are kept. Talk about it."
        in said
    )
    assert "survey.csv: Both ends speak of 1 of 2 ties." in said
    assert outcome.summary == "New: 3 organizations, 2 ties and 3 reports of ties."
    assert "Of no tie do both ends speak." in str(tried(survey(TWO[0])).problems[-1])


def test_it_is_one_step_to_undo_and_brings_nothing_twice() -> None:
    document = Document(Workshop())
    document.apply(import_edit(tried(survey(*TWO))), "Import")
    again = tried(survey(*TWO), document.workshop)
    assert again.records == ()
    changed = tried(survey(["Elm", "Oak", "advice", 3, 4, None, ""]), document.workshop)
    assert [type(each) for each in changed.records] == [TieReport]
    document.undo()
    assert not list(document.workshop.records())


def test_where_all_say_that_there_is_no_tie_there_is_none() -> None:
    sheet = survey(
        ["Oak", "Elm", "Advice", "never", None, None, ""],
        ["Elm", "Oak", "Advice", "never", None, None, ""],
        ["Oak", "Ash", "Advice", "never", None, None, ""],
        ["Ash", "Oak", "Advice", "weekly", None, None, ""],
        ["Ash", "Elm", "Advice", None, 3, None, ""],
    )
    assert told(imported(sheet)) == {
        "Oak-Ash Advice 4.0": {"Oak": 0, "Ash": 4},
        "Ash-Elm Advice None": {"Ash": None},
    }
    assert str(tried(sheet).problems[-1]).endswith(
        "Both ends speak of 1 of 2 ties. 1 pair said to have no tie brought nothing."
    )
    nothing = tried(survey(["Oak", "Elm", "Advice", "never", None, None, ""]))
    assert str(nothing.problems[-1]) == "survey.csv: 1 pair said to have no tie brought nothing."


def test_a_tie_that_is_there_takes_the_reports_and_keeps_what_is_known_of_it() -> None:
    oak, elm, ash = (Organization(id=f"o-{n}", name=n) for n in ("Oak", "Elm", "Ash"))
    ties = [
        Tie(id="t1", source="o-Elm", target="o-Oak", relation="advice", strength=1),
        Tie(id="t2", source="o-Ash", target="o-Oak", relation="Funding", directed=True),
        Tie(id="t3", source="o-Ash", target="o-Elm", relation="Advice"),
    ]
    before = Workshop().put([oak, elm, ash, *ties])
    sheet = survey(
        *TWO,
        ["Oak", "Ash", "Funding", 3, None, None, ""],
        ["Ash", "Elm", "Advice", None, 2, None, ""],
    )
    after = imported(sheet, before)
    assert after.get(Tie, "t1").strength == 1
    assert after.get(Tie, "t2").strength == 3
    assert after.get(Tie, "t3").strength is None
    assert len(after.of(Tie)) == 3
    assert len(after.of(TieReport)) == 4


def test_what_cannot_be_is_left_out_and_said() -> None:
    outcome = tried(
        survey(
            *TWO,
            ["Oak", "Elm", "Advice", 5, 1, 1, "again"],
            ["Oak", "Oak", "Advice", 3, 1, 1, "itself"],
            ["", "Oak", "Advice", 3, 1, 1, "nobody"],
            ["Ash", "Oak", "Advice", 9, 7, 1, "out"],
        )
    )
    said = [str(each) for each in outcome.problems if each.lost]
    assert [text.partition(": ")[2] for text in said] == [
        "A tie needs two different organizations. This row was left out. Correct the row.",
        "Who says so is missing; this row was left out. Fill it in.",
        "7 is not from 1 to 4. Correct it or leave it blank.",
        "9 is not from 0 to 5. Correct it or leave it blank.",
        "This row is about the same report of a tie as row 2; it was left out. "
        "Keep one of the two rows.",
    ]
    workshop = import_edit(outcome)(Workshop())
    assert told(workshop)["Oak-Elm Advice 5.0"] == {"Oak": 2, "Elm": 5}


def test_a_plain_list_or_matrix_of_ties_is_read_as_answers_on_request() -> None:
    rows: list[list[Cell]] = [["From", "To", "Strength"], ["Oak", "Elm", 1], ["Elm", "Oak", 4]]
    ties = sheet_of("edges.csv", "", rows)
    plan = as_answers(guess_plan([ties], Workshop()))
    workshop = import_edit(dry_run(plan, Workshop()))(Workshop())
    assert told(workshop) == {"Oak-Elm connection 4.0": {"Oak": 1, "Elm": 4}}
    cells: list[list[Cell]] = [
        ["", "Oak", "Elm", "Ash"], ["Oak", 9, 2, 0], ["Elm", 5, "", 0], ["Ash", "", 0, ""],
    ]  # fmt: skip
    nodes = sheet_of("nodes.csv", "", [["Name"], ["Oak"], ["Elm"], ["Ash"]])
    plan = as_answers(guess_plan([nodes, sheet_of("matrix.csv", "", cells)], Workshop()))
    plan = for_ties(plan, relation="Contact", scale=Scale(1, 5))
    workshop = import_edit(dry_run(for_ties(plan, scale=Scale(0, 10)), Workshop()))(Workshop())
    assert told(workshop) == {"Oak-Elm Contact 2.5": {"Oak": 1, "Elm": 2.5}}
    seen = preview(plan.sheets[1], plan, names_of(workshop))
    assert seen[0].cells["source"].became == "Oak"


def test_a_sheet_that_rates_the_other_is_guessed_to_be_a_survey_and_its_plan_is_remembered() -> (
    None
):
    plan = guess_plan([survey(*TWO)], Workshop()).sheets[0]
    assert plan.kind is TieAnswer
    assert set(plan.columns.values()) == {
        "source", "target", "relation", "strength", "reliability", "influence", "remark",
    }  # fmt: skip
    back = recalled(SheetPlan(plan.sheet), remembered(plan))
    assert back == plan
    plain: list[list[Cell]] = [["From", "To", "Strength", "Remark"], ["Oak", "Elm", 1, "trusts"]]
    assert guess_plan([sheet_of("a.csv", "", plain)], Workshop()).sheets[0].kind is Tie
    own = sheet_of(
        "a.xlsx", "Ties", [["From", "To", "Relation", "Reliability"], ["Oak", "Elm", "x", 1]]
    )
    assert guess_plan([own], Workshop()).sheets[0].kind is Tie


def test_plans_of_other_sheets_stay_as_they_are() -> None:
    sheet = sheet_of("a.csv", "", [["Name", "Kind"], ["Oak", "Tree"]])
    plan = guess_plan([sheet], Workshop())
    assert as_answers(plan) == plan
    assert isinstance(plan, Plan)


def test_the_command_line_reads_rows_as_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "edges.csv", tmp_path / "W.concord"
    source.write_text("from,to,strength\nOak,Elm,1\nElm,Oak,4\n")
    assert main.main(["import", str(source), "--into", str(target), "--reports"]) == 0
    assert "1 tie and 2 reports of ties" in capsys.readouterr().out
