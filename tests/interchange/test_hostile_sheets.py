# SPDX-License-Identifier: MIT
"""Hostile and damaged workbooks: refused in a sentence, or read as the values they hold."""

import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.interchange.books import HEAD, OAK, SHEET, book, cell, million_rows, sheet_xml, zipped
from tests.interchange.reading import read_here
from workshop.interchange import apart, xlsx_file
from workshop.interchange import sheet as limits
from workshop.interchange import sheet_xml as cells
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import Sheet, Unreadable
from workshop.interchange.source import read_source

DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
FINE = sheet_xml(HEAD + OAK)
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
OUTSIDE = f'<Relationships><Relationship Id="r1" Type="{LINK}" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
DEEP = "<row>" + "<x>" * 20_000 + "</x>" * 20_000 + "</row>"
MACROS = b"PK\x03\x04 no real macros"
UNREADABLE = "is not a readable Excel workbook"
NO_SUCH_XML = "holds XML that no spreadsheet program writes"


def refusal(folder: Path, content: bytes, name: str = "in.xlsx") -> str:
    (folder / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_here(folder / name)
    assert sorted(each.name for each in folder.iterdir()) == [name]
    return str(caught.value)


def read(folder: Path, content: bytes, name: str = "in.xlsx") -> Sheet:
    (folder / name).write_bytes(content)
    (sheet,) = read_here(folder / name)
    return sheet


def lying(content: bytes) -> bytes:
    """Give the archive with every member's size made small where it is announced."""
    data, at = bytearray(content), content.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def locked(content: bytes) -> bytes:
    """Give the archive with every member marked as encrypted."""
    data, at = bytearray(content), content.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK nothing", UNREADABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "is locked with a password"),
        (zipped({"a.xml": "<a/>"}), UNREADABLE),
        (book(FINE)[:-40], UNREADABLE),
        (book(FINE)[200:], UNREADABLE),
        (lying(book(FINE)), UNREADABLE),
        (locked(book(FINE)), UNREADABLE),
        (book(FINE[:-40]), UNREADABLE),
        (book("<worksheet><sheetData></worksheet>"), UNREADABLE),
        (book(sheet_xml('<row r="x"/>')), UNREADABLE),
        (book(sheet_xml('<row><c t="s"><v>7</v></c></row>')), UNREADABLE),
        (book(sheet_xml("<row><c><v>seven</v></c></row>")), UNREADABLE),
        (book(FINE, "../../../../../etc/passwd"), "has no sheet of cells"),
        (book(FINE, "worksheets/none.xml"), "has no sheet of cells"),
        (book(DTD + FINE), NO_SUCH_XML),
        (book(FINE, xl__sharedStrings_dot_xml=LAUGHS + "<sst>&j;</sst>"), NO_SUCH_XML),
        (book(FINE, xl__styles_dot_xml='<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), NO_SUCH_XML),
        (book(FINE.encode("utf-16")), NO_SUCH_XML),
        (book(FINE, "odd.dat", xl__odd_dot_dat=DTD + FINE), NO_SUCH_XML),
        (book(FINE, "odd.dat", xl__odd_dot_dat=(DTD + FINE).encode("utf-16")), NO_SUCH_XML),
        (zipped({"bomb.xml": b"0" * (130 << 20)}), "unpacks to more than 128 MB"),
        (zipped({f"m{n}": b"" for n in range(2_001)}), "more parts than a workbook"),
        (book(sheet_xml("", '<dimension ref="A1:C1000000"/>')), "50,000 rows"),
        (book(sheet_xml("<x:row >" * 51_000)), "50,000 rows"),
        (book(sheet_xml(HEAD + '<row r="1048576"><c><v>1</v></c></row>')), "50,000 rows"),
        (book(sheet_xml('<row><c r="XFD1"><v>1</v></c></row>')), "is too wide"),
        (book(FINE, "many.dat", xl__many_dot_dat=sheet_xml("<row/>" * 50_001)), "50,000 rows"),
        (million_rows(), "in.xlsx has more than 50,000 rows"),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    said = refusal(tmp_path, content)
    assert sentence in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("content", "attributes", "value"),
    [
        ("<f>1+1</f><v>2</v>", "", 2),
        ("<f>1+1</f>", "", cells.NEVER_CALCULATED),
        ('<f>IF(1,"")</f><v></v>', 't="str"', None),
        ("<f>cmd|'/c calc'!A1</f><v>7</v>", "", 7),
        ("<f>[1]Other!A1</f><v>5</v>", "", 5),
        ('<f>WEBSERVICE("http://127.0.0.1:9/x")</f><v>6</v>', "", 6),
        ('<f>HYPERLINK("file:///etc/passwd")</f><v>click</v>', 't="str"', "click"),
        ("<v>1e999</v>", "", Unreadable("a number that is too large")),
        (f"<v>{'9' * 10_000}</v>", "", Unreadable("a number that is too large")),
        (f"<v>{'9' * 20}</v>", "", 1e20),
        ("<v>1e12</v>", 's="1"', Unreadable("a date that is none")),
        ("<v>46000</v>", 's="1"', date(2025, 12, 9)),
        ("<v>0.5</v>", 's="2"', "12:00:00"),
        ("<v>1.5</v>", 's="2"', "1 day, 12:00:00"),
        ("<v>2026-11-30</v>", 't="d"', date(2026, 11, 30)),
        ("<v>PT12H</v>", 't="d"', "12:00:00"),
        ("<v>2026-99-99</v>", 't="d"', Unreadable("a date that is none")),
        ("<v>#REF!</v>", 't="e"', Unreadable("#REF!")),
        ("<v>1</v>", 't="b"', True),
        ("<is><r><t>A</t></r><r><t>B</t></r><rPh><t>C</t></rPh></is>", 't="inlineStr"', "AB"),
        ("<v>1.5</v>", "", 1.5),
        ("<v></v>", "", None),
    ],
)  # fmt: skip
def test_cells_are_read_as_the_values_they_hold(
    tmp_path: Path, content: str, attributes: str, value: Any
) -> None:
    links = {"xl__externalLinks__externalLink1_dot_xml": "<a/>",
             "xl__externalLinks___rels__externalLink1_dot_xml_dot_rels": OUTSIDE}  # fmt: skip
    sheet = read(tmp_path, book(sheet_xml(cell(content, attributes)), **links))
    got: Any = sheet.rows[1][1] if len(sheet.rows[1]) > 1 else None
    shown = (
        got.isoformat()[:10]
        if isinstance(value, date)
        else str(got)
        if isinstance(value, str)
        else got
    )
    assert shown == (str(value) if isinstance(value, date) else value)
    assert isinstance(got, Unreadable) == isinstance(value, Unreadable)


@pytest.mark.parametrize(
    "content",
    [
        book(FINE, xl__vbaProject_dot_bin=MACROS),
        book(FINE, xl__embeddings__more_dot_zip=zipped({"in.zip": zipped({"a": b"0" * 10**6})})),
        book(FINE, ______etc__passwd=b"x"),
        book(sheet_xml(HEAD + OAK + DEEP)),
        book(sheet_xml(HEAD + OAK, after='<hyperlinks><hyperlink ref="A2"/></hyperlinks>')),
        book(sheet_xml(HEAD + OAK + '<row r="3"><c r="XFD3" s="1"/></row>' * 1_000)),
        book(FINE.replace("worksheet", "x:worksheet").replace("xmlns=", "xmlns:x=")),
    ],
)
def test_what_is_strange_but_harmless_is_passed_over(tmp_path: Path, content: bytes) -> None:
    sheet = read(tmp_path, content, "in.xlsm")
    assert sheet.rows == (("Name",), ("Oak",))
    assert os.listdir(tmp_path) == ["in.xlsm"]


def test_rows_keep_their_numbers_and_cells_their_columns(tmp_path: Path) -> None:
    rows = '<row r="4"><c r="C4"><v>3</v></c><c r="A4"><v>1</v></c><c><v>2</v></c></row><row><c><v>5</v></c></row>'
    sheet = read(tmp_path, book(sheet_xml(rows)))
    assert (sheet.numbers, sheet.rows) == ((4, 5), ((1, 2, 3), (5,)))


def test_a_tag_is_counted_where_it_is_cut_by_the_end_of_a_chunk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "_CHUNK", 7)
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 3)
    assert "rows" in refusal(tmp_path, book(sheet_xml("<row/>" * 4)))
    assert NO_SUCH_XML in refusal(tmp_path, book(DTD + FINE))
    assert read(tmp_path, book(FINE)).rows == (("Name",), ("Oak",))


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 1)
    assert "Sheet List of in.xlsx is too wide" in refusal(tmp_path, book(FINE))


def test_a_million_rows_are_refused_by_the_process_too_and_it_is_gone(tmp_path: Path) -> None:
    (tmp_path / "in.xlsx").write_bytes(million_rows())
    with pytest.raises(SourceError, match="more than 50,000 rows"):
        read_source(tmp_path / "in.xlsx")


def test_reading_opens_no_socket_no_process_and_writes_no_file(tmp_path: Path) -> None:
    formulas = cell("<f>cmd|'/c calc'!A1+[1]x!A1</f><v>7</v>")
    (tmp_path / "in.xlsm").write_bytes(
        book(
            sheet_xml(formulas),
            xl__vbaProject_dot_bin=MACROS,
            xl__externalLinks__externalLink1_dot_xml="<a/>",
            xl__externalLinks___rels__externalLink1_dot_xml_dot_rels=OUTSIDE,
        )
    )
    watch = (
        "import json, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); seen = [];"
        "from workshop.interchange.apart import answer; import openpyxl;"
        "from workshop.interchange import xlsx_file; from xml.parsers import expat;"
        "data = Path(sys.argv[2]).read_bytes();"
        "sys.addaudithook(lambda what, how: seen.append([what, str(how)]));"
        "answer('in.xlsm', data); print(json.dumps(seen))"
    )
    root = Path(apart.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", watch, root, tmp_path / "in.xlsm"], capture_output=True, check=True
    )
    events = dict(json.loads(done.stdout))
    doors = ("socket.", "subprocess.", "os.", "urllib.", "ftplib.", "ctypes.")
    assert [what for what in events if what.startswith(doors)] == []
    assert "w" not in events.get("open", "").split(",")[-2:]


def test_a_process_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0)
    (tmp_path / "in.xlsx").write_bytes(book(FINE))
    with pytest.raises(SourceError, match="took longer than 0 seconds"):
        read_source(tmp_path / "in.xlsx")


def test_a_process_that_takes_too_much_memory_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MEMORY", 1024 * 1024)
    (tmp_path / "in.xlsx").write_bytes(book(FINE))
    with pytest.raises(SourceError, match="more than Concord can take in"):
        read_source(tmp_path / "in.xlsx")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise SourceError("Stopped.")

    (tmp_path / "in.xlsx").write_bytes(book(FINE))
    with pytest.raises(SourceError, match="Stopped"):
        read_source(tmp_path / "in.xlsx", stop)


def test_what_the_process_says_is_not_trusted_either() -> None:
    for said in (b"", b"\xc1", b"\x91\x91\xa1a", b"\x91\x01", b"\x91\xc7\x01\x09a"):
        with pytest.raises(SourceError, match=r"in\.xlsx is more than Concord can take in"):
            apart.sheets_in("in.xlsx", said)


def test_a_member_is_never_written_anywhere(tmp_path: Path) -> None:
    content = book(FINE)
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as archive:
        archive.writestr("/abs.xml", "<a/>")
        archive.writestr("../up.xml", "<a/>")
        archive.writestr("CON.xml", "<a/>")
    said = refusal(tmp_path, (tmp_path / "in.xlsx").read_bytes())
    assert UNREADABLE in said
    assert SHEET in zipfile.ZipFile(_file(tmp_path, content)).namelist()
    assert not (tmp_path.parent / "up.xml").exists()


def _file(folder: Path, content: bytes) -> Path:
    (folder / "in.xlsx").write_bytes(content)
    return folder / "in.xlsx"
