# SPDX-License-Identifier: MIT
"""Hostile and damaged graph files: refused before networkx sees them, or read as they are."""

from pathlib import Path

import pytest

from tests.interchange.reading import read_here
from workshop.interchange.problem import SourceError

SPACE = 'xmlns="http://graphml.graphdrawing.org/xmlns"'
NODES = '<graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph>'
FINE = f"<graphml {SPACE}>{NODES}</graphml>"
LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BIG = "x" * 100_000
DTD = "declares a document type"
ILL = "is not well-formed XML"
DEEP = "is nested deeper"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (f'<!DOCTYPE g [<!ENTITY a "ha">{LAUGHS}]><graphml>&j;</graphml>', DTD),
        (f'<!DOCTYPE g [<!ENTITY a "{BIG}">]><graphml>{"&a;" * 1000}</graphml>', DTD),
        ('<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>', DTD),
        ('<!DOCTYPE g [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><graphml>&x;</graphml>', DTD),
        ('<!DOCTYPE g SYSTEM "http://127.0.0.1:9/x.dtd"><graphml/>', DTD),
        ('<!DOCTYPE g PUBLIC "-//x" "http://127.0.0.1:9/x.dtd"><graphml/>', DTD),
        ('<!DOCTYPE g [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]><graphml/>', DTD),
        ('<!DOCTYPE g [<!ATTLIST node id CDATA "x">]><graphml/>', DTD),
        ("<!DOCTYPE g []><graphml/>", DTD),
        ("<!DOCTYPE\ng><graphml/>", DTD),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE g []><g/>'.encode("utf-16"), DTD),
        ("\ufeff<!DOCTYPE g []><g/>".encode(), DTD),
        ("<graphml>&undefined;</graphml>", ILL),
        ("<graphml><graph></graphml>", ILL),
        ("<graphml", ILL),
        ("not xml at all", ILL),
        ('<?xml version="1.0" encoding="no-such"?><graphml/>', ILL),
        (b"<graphml>\xff\xfe</graphml>", ILL),
        (b"<graphml>\0</graphml>", ILL),
        (FINE[:-20], ILL),
        ("<a>" * 30 + "</a>" * 30, DEEP),
        ("<a>" * 100_000, DEEP),
        ("<html/>", "cannot be read as a graph"),
        (f"<graphml {SPACE}><graph><node/></graph></graphml>", "has a node without its id"),
        (FINE.replace('<edge source="a"', "<edge"), "has an edge without its source"),
        ("", ILL),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_what_cannot_be_trusted_is_refused_in_one_sentence(
    tmp_path: Path, content: str | bytes, sentence: str, ending: str
) -> None:
    path = tmp_path / f"in.{ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError) as caught:
        read_here(path)
    said = str(caught.value)
    assert "\n" not in said
    assert ending == "gexf" or sentence in said
    assert "passwd" not in said


def test_nodes_that_are_declared_twice_or_never_are_named(tmp_path: Path) -> None:
    path = tmp_path / "in.graphml"
    path.write_text(FINE.replace('<node id="b"/>', '<node id="a"/>'))
    nodes, edges = read_here(path)
    assert [str(each) for each in nodes.notes] == [
        "in.graphml, sheet nodes: The node “a” is declared twice; the later one counts. "
        "Keep one of them.",
        "in.graphml, sheet nodes: The node “b” is not declared, but named by a tie; it came in. "
        "Declare it, or correct the tie.",
    ]
    assert len(edges.rows) == 2


def test_a_graph_file_without_a_graph_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "in.graphml"
    path.write_text("<graphml></graphml>")
    with pytest.raises(SourceError, match="cannot be read as a graph: it has no graph"):
        read_here(path)


def test_processing_instructions_and_comments_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "in.graphml"
    path.write_text(f'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><!-- x -->{FINE}')
    nodes, edges = read_here(path)
    assert [row[0] for row in nodes.rows] == ["name", "a", "b"]
    assert len(edges.rows) == 2
