# SPDX-License-Identifier: MIT
"""The command line: what it does, what it prints, and how it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import main
from workshop.interchange.templates import from_template, sample
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.storage.workshop_file import open_file

ROOT = Path(main.__file__).parent


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def network(tmp_path: Path) -> list[str]:
    (tmp_path / "nodes.csv").write_text("name,agency_type,color\nOak,Clinic,red\nElm,Lab,\n")
    (tmp_path / "edges.csv").write_text("source,target,relation,strength\nOak,Elm,funding,3\n")
    return ["nodes.csv", "edges.csv"]


def workshop_in(path: Path) -> Workshop:
    opened = open_file(path)
    try:
        return opened.document.workshop
    finally:
        opened.close()


def concord(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=dict(os.environ)
    )


def test_an_import_makes_the_file_in_one_step_and_lists_what_stayed_out(
    network: list[str], tmp_path: Path
) -> None:
    done = concord("import", *network, "--into", "a.concord")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("nodes.csv, row 1, column color: This column was not imported.")
    assert lines[-1].startswith("New: 2 organizations and 1 tie.")
    opened = open_file(tmp_path / "a.concord")
    assert [step.label for step in opened.document.history.log] == ["Import nodes.csv, edges.csv"]
    opened.close()
    assert concord("check", "a.concord").stdout == "a.concord is sound.\n"


def test_an_import_into_a_file_is_one_step_that_can_be_undone(
    network: list[str], tmp_path: Path
) -> None:
    assert main.main(["new", "a.concord"]) == 0
    assert main.main(["import", *network, "--into", "a.concord", "--relation", "x"]) == 0
    opened = open_file(tmp_path / "a.concord")
    assert len(opened.document.history.log) == 2
    opened.document.undo()
    assert opened.document.workshop == from_template("blank")
    opened.close()


def test_a_dry_run_changes_nothing(
    network: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["import", *network, "--into", "a.concord", "--dry-run", "--directed"]) == 0
    assert "Nothing was changed. New: 2 organizations" in capsys.readouterr().out
    assert not (tmp_path / "a.concord").exists()


def test_the_network_is_drawn_without_a_display(
    network: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["import", *network, "--into", "a.concord", "--add-unknown"])
    drawn = ["export", "a.concord", "--svg", "n.svg", "--png", "n.png", "--width", "640"]
    assert main.main(drawn) == 0
    assert "<svg" in (tmp_path / "n.svg").read_text("utf-8")
    header = (tmp_path / "n.png").read_bytes()[:24]
    assert int.from_bytes(header[16:20], "big") == 640
    assert main.main(["export", "a.concord", "--png", "n.png", "--width", "9"]) == main.REFUSED
    assert "320 to 8,000 pixels wide" in capsys.readouterr().err


def test_every_export_that_can_come_back_comes_back_the_same(
    network: list[str], tmp_path: Path
) -> None:
    main.main(["import", *network, "--into", "a.concord", "--add-unknown", "--strength", "1-3"])
    endings = ["json", "xlsx", "graphml", "gexf"]
    outs = [part for ending in endings for part in (f"--{ending}", f"out.{ending}")]
    assert main.main(["export", "a.concord", *outs]) == 0
    first = workshop_in(tmp_path / "a.concord")
    for ending in endings:
        assert main.main(["import", f"out.{ending}", "--into", f"{ending}.concord"]) == 0
        assert workshop_in(tmp_path / f"{ending}.concord") == first


def test_the_sample_goes_from_json_to_a_file_and_through_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "sample.json").write_bytes(
        (ROOT / "resources" / "samples" / "cedar_valley.json").read_bytes()
    )
    assert main.main(["import", "sample.json", "--into", "a.concord"]) == 0
    assert workshop_in(tmp_path / "a.concord") == sample()
    assert main.main(["export", "a.concord", "--xlsx", "a.xlsx"]) == 0
    assert main.main(["import", "a.xlsx", "--into", "b.concord"]) == 0
    assert workshop_in(tmp_path / "b.concord") == sample()


def test_a_public_export_holds_no_private_note(tmp_path: Path) -> None:
    secret = Organization(id="a", name="Oak", private_note="canary")
    content = {"organization": [{"id": "a", "name": "Oak", "private_note": secret.private_note}]}
    data = {"format": "concord-workshop", "version": 1, "records": content}
    (tmp_path / "in.json").write_text(json.dumps(data))
    main.main(["import", "in.json", "--into", "a.concord"])
    assert main.main(["export", "a.concord", "--json", "out.json", "--public"]) == 0
    assert "canary" not in (tmp_path / "out.json").read_text()
    main.main(["export", "a.concord", "--json", "out.json"])
    assert "canary" in (tmp_path / "out.json").read_text()


def test_the_template_is_blank_hints_and_reads_back_as_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["export", "--template", "blank.xlsx"]) == 0
    assert capsys.readouterr().out == "blank.xlsx\n"
    book = openpyxl.load_workbook(tmp_path / "blank.xlsx")
    ties = book["Ties"]
    assert [cell.value for cell in ties[1]][:4] == ["From", "To", "Relation", "Strength"]
    assert ties["D1"].comment is not None
    assert "0 none to 5 full collaboration" in ties["D1"].comment.text
    lists = [str(each.formula1) for each in ties.data_validations.dataValidation]
    assert '"Planned,Active,Ended"' in lists
    ties.append(["Oak", "Elm", "funding", 2])
    book.save(tmp_path / "filled.xlsx")
    assert main.main(["import", "filled.xlsx", "--into", "a.concord", "--add-unknown"]) == 0
    assert len(workshop_in(tmp_path / "a.concord").all(Organization)) == 2


def test_text_in_a_workbook_is_never_a_formula(tmp_path: Path) -> None:
    rows = "name,kind\n=1+1,@SUM(A1)\n+2,-3\n"
    (tmp_path / "nodes.csv").write_text(rows)
    main.main(["import", "nodes.csv", "--into", "a.concord"])
    main.main(["export", "a.concord", "--xlsx", "a.xlsx"])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Organizations"]
    assert {sheet.cell(row, column).data_type for row in (2, 3) for column in (1, 4)} == {"s"}


def test_a_pdf_is_exported(network: list[str], tmp_path: Path) -> None:
    main.main(["import", *network, "--into", "a.concord"])
    assert main.main(["export", "a.concord", "--pdf", "a.pdf"]) == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_new_makes_a_file_from_a_template(tmp_path: Path) -> None:
    assert main.main(["new", "a.concord", "--template", "accountable_care"]) == 0
    assert workshop_in(tmp_path / "a.concord") == from_template("accountable_care")


def test_check_finds_damage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["new", "a.concord", "--template", "accountable_care"])
    path = tmp_path / "a.concord"
    content = bytearray(path.read_bytes())
    at = content.rfind(b"organization")
    content[at : at + 12] = b"organizatiom"
    path.write_bytes(content)
    capsys.readouterr()
    assert main.main(["check", "a.concord"]) == 1
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.concord"], "There is no file nowhere.concord."),
        ([], "There is no display for a window; see --help for what works without."),
        (
            ["export"],
            "Say what to export to: --pdf, --term-sheet, --json, --xlsx, --graphml, --gexf, --svg, --png or --template",
        ),
        (["export", "--json", "a"], "Say which workshop file to export."),
        (["export", "no.concord", "--json", "a"], "no.concord"),
        (["import", "a.csv"], "The following arguments are required: --into"),
        (["import", "a.csv", "--into", "b"], "a.csv cannot be read: No such file or directory."),
        (
            ["import", "a.csv", "--into", "b", "--strength", "9"],
            "write the weakest and the strongest",
        ),
        (["import", "a.csv", "--into", "b", "--strength", "3-3"], "as in 1-10, or all words"),
        (["import", "odd.csv", "--into", "b"], "Concord cannot tell what odd.csv holds"),
        (["check", "no.concord"], "no.concord"),
        (["check", "odd.csv"], "not a Concord workshop"),
        (["new", "a.concord", "--template", "zzz"], "There is no template 'zzz'"),
        (["new", "odd.csv"], "There is already a file"),
        (["new", "no/such/folder/a.concord"], "folder"),
        (
            ["export", "--template", "no/such/a.xlsx"],
            "cannot be written: No such file or directory.",
        ),
        (["shots", "no.concord", "--dir", "d"], "no.concord"),
        (["shots", "odd.csv", "--dir", "d"], "not a Concord workshop"),
        (["--wrong"], "see concord --help"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.csv").write_text("Year,Cost\n2026,7\n")
    assert main.main(arguments) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_refusal_of_the_real_program_has_no_traceback() -> None:
    done = concord("import", "none.xlsx", "--into", "a.concord")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "none.xlsx cannot be read: No such file or directory.\n"


def test_a_file_that_is_open_elsewhere_is_not_imported_into(
    network: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["new", "a.concord"])
    opened = open_file(tmp_path / "a.concord")
    try:
        assert main.main(["import", *network, "--into", "a.concord"]) == 2
    finally:
        opened.close()
    assert "is in use in another window" in capsys.readouterr().err


def test_a_file_the_disk_did_not_take_is_said(
    network: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("workshop.storage.open_file.OpenFile.flush", lambda *_: False)
    assert main.main(["import", *network, "--into", "a.concord"]) == 2
    assert "a.concord was not saved." in capsys.readouterr().err


def test_a_failed_write_leaves_the_target_as_it_was(
    network: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.main(["import", *network, "--into", "a.concord"])
    (tmp_path / "out.json").write_text("mine")
    before = set(tmp_path.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main.main(["export", "a.concord", "--json", "out.json"]) == 2
    assert (tmp_path / "out.json").read_text() == "mine"
    assert set(tmp_path.iterdir()) == before
