# SPDX-License-Identifier: MIT
"""Words that try to be more than words: formulas going out, names of files, and logs."""

import logging
import zipfile
from pathlib import Path

import openpyxl
import pytest

import main
from exports.file_names import file_name
from exports.graph_files import write_gexf, write_graphml
from exports.workbook import write_template, write_workbook
from tests.interchange.reading import read_here
from workshop.faults import place_of
from workshop.gaps.records import Capability
from workshop.interchange.dry_run import dry_run
from workshop.interchange.plan import guess_plan
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

FORMULAS = [
    f"{lead}{rest}"
    for lead in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =")
    for rest in (
        "1+1",
        "cmd|'/c calc'!A0",
        'HYPERLINK("http://127.0.0.1:9/?x="&A1,"see")',
        'WEBSERVICE("http://127.0.0.1:9")',
        "SUM(A1:A9)*DDE(1)",
    )
]
LINKS = ["http://127.0.0.1:9/x", "mailto:a@b.c", "internal:Ties!A1", "file:///etc/passwd", "{=1+1}"]
NAMES = [
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "C:\\Windows\\x", "\\\\host\\share", "..",
    ".", "...", "", " ", "CON", "con.txt", "nul", "Aux.pdf", "COM1", "lpt9.tar.gz", "COM¹", "CLOCK$",
    "PRN ", "a\0b", "a\nb", "a\tb", "x. . .", "x...", ".hidden", "~/x", "$HOME", "`id`", "$(id)",
    "a;b", "a|b", "a>b", "a*b?", '"quoted"', "a:b", "a" * 300, "ä" * 300, "\u202egpj.exe", "\u200b",
    "-rf", "--help", "%2e%2e%2f", "Care – 2026", "Ünïcødé 計画", "🙂",
]  # fmt: skip


def test_the_payloads_are_as_many_as_promised() -> None:
    assert (len(FORMULAS), len(NAMES) >= 40) == (40, True)


@pytest.fixture(scope="module")
def hostile() -> Workshop:
    names = [*FORMULAS, *LINKS]
    organizations = [Organization(id=f"o{n:02}", name=f"{each} {n}", kind=each, sector=each,
                                  service_area=(each,)) for n, each in enumerate(names)]  # fmt: skip
    capabilities = [
        Capability(id=f"c{n:02}", name=f"{n}", description=each) for n, each in enumerate(names)
    ]
    tie = Tie(id="t", source="o00", target="o01", relation=FORMULAS[1], remark=FORMULAS[2])
    return Workshop([*organizations, *capabilities, tie])


def test_text_goes_into_a_workbook_as_text_and_comes_back_to_the_letter(
    hostile: Workshop, tmp_path: Path
) -> None:
    write_workbook(hostile, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not any(b"<f>" in each or b"<f " in each for each in sheets)
    plan = guess_plan(read_here(tmp_path / "out.xlsx"), Workshop())
    assert Workshop().put(dry_run(plan, Workshop()).records) == hostile


@pytest.mark.parametrize(("write", "ending"), [(write_graphml, "graphml"), (write_gexf, "gexf")])
def test_text_goes_into_a_graph_file_as_text(
    hostile: Workshop, tmp_path: Path, write: object, ending: str
) -> None:
    path = tmp_path / f"out.{ending}"
    assert callable(write)
    write(hostile, path)
    plan = guess_plan(read_here(path), Workshop())
    back = Workshop().put(dry_run(plan, Workshop()).records)
    assert back.of(Organization) == hostile.of(Organization)
    assert back.of(Tie) == hostile.of(Tie)


def test_the_blank_workbook_holds_no_formula(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx")
    with zipfile.ZipFile(tmp_path / "blank.xlsx") as archive:
        names = [each for each in archive.namelist() if "worksheets/sheet" in each]
        assert not any(b"<f>" in archive.read(each) for each in names)


@pytest.mark.parametrize("words", NAMES)
def test_words_become_the_name_of_a_file_in_its_folder(words: str, tmp_path: Path) -> None:
    name = file_name(words, "What we agreed")
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(b"x")
    assert path.resolve().parent == tmp_path.resolve()
    assert [each.name for each in tmp_path.iterdir()] == [f"{name}.pdf"]
    assert name == name.strip(" .-")
    assert name.isprintable()
    assert name.partition(".")[0].strip().upper() not in {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "COM1",
        "LPT9",
    }
    assert not set(name) & set('\\/:*?"<>|\0')


def test_a_plain_title_is_kept_as_it_is() -> None:
    assert file_name("Cedar Valley & Partners (2026)", "x") == "Cedar Valley & Partners (2026)"
    assert file_name("Ünïcødé 計画", "x") == "Ünïcødé 計画"
    assert file_name("CON", "x") == "file CON"
    assert file_name("Conrad", "x") == "Conrad"
    assert file_name("///", "x") == "x"


def test_a_mistake_is_named_by_its_place_and_never_by_what_it_quotes(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("CANARY")

    monkeypatch.setattr(main, "_parser", fail)
    with caplog.at_level(logging.DEBUG):
        assert main.main(["check", "x.concord"]) == main.REFUSED
    shown = capsys.readouterr()
    assert "CANARY" not in shown.out + shown.err + caplog.text
    assert "(ValueError in test_hostile_words.py:" in shown.err
    assert place_of(ValueError("CANARY")) == "ValueError"


def test_commands_log_nothing_of_a_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("Name,Kind,Private note\nCANARY one,CANARY,CANARY\n")
    with caplog.at_level(logging.DEBUG):
        for arguments in (
            ["import", "in.csv", "--into", "a.concord"],
            ["export", "a.concord", "--xlsx", "a.xlsx", "--graphml", "a.graphml", "--pdf", "a.pdf"],
            ["metrics", "a.concord"],
            ["check", "a.concord"],
        ):
            assert main.main(arguments) == 0
    assert "CANARY" not in caplog.text
