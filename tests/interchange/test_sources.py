# SPDX-License-Identifier: MIT
"""Which files can be read, and in which words the others are refused."""

from pathlib import Path

import pytest

from tests.interchange.reading import read_here
from workshop.interchange import source, text_file
from workshop.interchange.problem import SourceError
from workshop.interchange.source import read_source

GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}</graphml>'
GEXF = """<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed">
<nodes><node id="1" label="Oak"/><node id="2" label="Elm"/></nodes>
<edges><edge id="0" source="1" target="2" weight="2"/></edges></graph></gexf>"""


def refusal(path: Path, content: bytes | str) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SourceError) as caught:
        read_source(path) if not content else read_here(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "header"),
    [
        (b"name,kind\nA,b\n", ("name", "kind")),
        (b"name;kind\nA;1,5\n", ("name", "kind")),
        (b"name\tkind\nA\tb, c, d\n", ("name", "kind")),
        ("\ufeffname|kind\nÄ|b\n".encode(), ("name", "kind")),
        ("name,kind\nΑ,b\n".encode("utf-16"), ("name", "kind")),
        (b"name\nA\n", ("name",)),
        (b'name,kind\n"a\nb",c\n', ("name", "kind")),
        (b"\n\n", None),
    ],
)
def test_text_is_read_whatever_its_delimiter_and_encoding(
    tmp_path: Path, content: bytes, header: tuple[str, ...] | None
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    (sheet,) = read_source(tmp_path / "in.csv")
    assert (sheet.rows[0] if sheet.rows else None) == header
    assert sheet.notes == ()


def test_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("name,kind\nZürich,x\n".encode("cp1252"))
    (sheet,) = read_source(tmp_path / "in.csv")
    assert sheet.rows[1][0] == "Zürich"
    assert "Windows-1252" in str(sheet.notes[0])


def test_rows_keep_the_numbers_their_own_program_shows(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name,kind\n\nA,b\n")
    (sheet,) = read_source(tmp_path / "in.csv")
    assert sheet.numbers == (1, 3)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("in.doc", b"x", "in.doc is of no kind that Concord reads"),
        ("in.csv", b"", "in.csv is empty."),
        ("in.csv", b"a\0b,c", "in.csv is not a text file."),
        ("in.csv", b"\xff\xfea", "in.csv is not a text file."),
        ("in.csv", b"a," + b"x" * 140_000, "cannot be read as rows of cells"),
        ("in.csv", b"x\n" * 60_000, "has more than 50,000 rows"),
        ("in.csv", b"x\n" * 210_000, "has more than 50,000 rows"),
        ("in.csv", b"x," * 2_100 + b"x", "is too wide"),
        ("in.xls", b"x", "Concord does not read .xls files; save in.xls as .xlsx first."),
        ("in.ods", b"x", "save in.ods as .xlsx first."),
        ("in.xlsx", b"", "in.xlsx is empty."),
        ("in.graphml", b"<graphml", "is not well-formed XML"),
        ("in.graphml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type"),
        ("in.gexf", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "declares a document type"),
        ("in.graphml", "<a>" * 30 + "</a>" * 30, "is nested deeper than a graph file is"),
        ("in.graphml", "<html/>", "cannot be read as a graph"),
        ("in.gexf", "<gexf/>", "cannot be read as a graph"),
        ("in.json", b"{}", "in.json is not a Concord workshop"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | str, sentence: str
) -> None:
    said = refusal(tmp_path / name, content)
    assert sentence in said
    assert "\n" not in said


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.csv cannot be read: No such file"):
        read_source(tmp_path / "none.csv")


@pytest.mark.parametrize("name", ["in.csv", "in.xlsx", "in.graphml"])
def test_a_file_of_too_many_bytes_is_refused(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 3)
    (tmp_path / name).write_bytes(b"name\n")
    with pytest.raises(SourceError, match="is larger than"):
        read_source(tmp_path / name)


def test_an_odd_quote_does_not_disturb_the_guess_of_the_delimiter() -> None:
    assert text_file.guess_delimiter("a;b\n" + "x" * 10) == ";"
    assert text_file.guess_delimiter("") == ","
    assert text_file.guess_delimiter("a" * 19_000 + ",b") in text_file.DELIMITERS


def test_graph_nodes_go_by_name_or_label_or_id(tmp_path: Path) -> None:
    (tmp_path / "in.gexf").write_text(GEXF)
    nodes, edges = read_here(tmp_path / "in.gexf")
    assert [row[0] for row in nodes.rows] == ["name", "Oak", "Elm"]
    assert edges.rows[1][:2] == ("Oak", "Elm")
    assert edges.rows[1][-1] is True
    keys = '<key id="d0" for="node" attr.name="name" attr.type="string"/>'
    node = '<node id="{}"><data key="d0">Oak</data></node>'
    graph = f'<graph edgedefault="undirected">{node.format(1)}{node.format(2)}</graph>'
    (tmp_path / "in.graphml").write_text(GRAPHML.format(keys + graph))
    nodes, _ = read_here(tmp_path / "in.graphml")
    assert [row[0] for row in nodes.rows] == ["name", "1", "2"]
