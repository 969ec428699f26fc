# SPDX-License-Identifier: MIT
"""Graph files in which some ties go one way and others do not: each keeps its own direction."""

from pathlib import Path

import pytest

from tests.interchange.reading import read_here

NODES = '<node id="a"/><node id="b"/><node id="c"/>'
GRAPHML = 'xmlns="http://graphml.graphdrawing.org/xmlns"'
GEXF = 'xmlns="http://www.gexf.net/1.2draft" version="1.2"'


def graphml(default: str, *edges: str) -> str:
    return f'<graphml {GRAPHML}><graph edgedefault="{default}">{NODES}{"".join(edges)}</graph></graphml>'


def gexf(default: str, *edges: str) -> str:
    inner = f"<nodes>{NODES}</nodes><edges>{''.join(edges)}</edges>"
    return f'<gexf {GEXF}><graph defaultedgetype="{default}">{inner}</graph></gexf>'


def edge(ends: str, told: str = "") -> str:
    return f'<edge source="{ends[0]}" target="{ends[1]}" {told}/>'


def directions(path: Path, text: str) -> list[tuple[object, ...]]:
    path.write_text(text)
    return [tuple(row) for row in read_here(path)[1].rows[1:]]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (graphml("undirected", edge("cb", 'directed="true"'), edge("ca")), "graphml"),
        (graphml("directed", edge("cb"), edge("ca", 'directed="false"')), "graphml"),
        (gexf("undirected", edge("cb", 'type="directed"'), edge("ca")), "gexf"),
        (gexf("directed", edge("cb"), edge("ca", 'type="undirected"')), "gexf"),
    ],
)
def test_each_tie_keeps_its_own_direction_and_the_order_of_its_ends(
    tmp_path: Path, text: str, ending: str
) -> None:
    rows = directions(tmp_path / f"in.{ending}", text)
    assert sorted(rows) == [("c", "a", False), ("c", "b", True)]


def test_a_mutual_tie_goes_both_ways(tmp_path: Path) -> None:
    text = gexf("undirected", edge("ab", 'type="mutual"'), edge("bc"))
    rows = directions(tmp_path / "in.gexf", text)
    assert sorted(rows) == [("a", "b", True), ("b", "a", True), ("b", "c", False)]


def test_ties_of_a_group_within_a_group_follow_the_default_of_their_own_graph(
    tmp_path: Path,
) -> None:
    inner = f'<graph edgedefault="directed"><node id="d"/>{edge("db")}</graph>'
    group = f'<node id="g" yfiles.foldertype="group">{inner}</node>'
    rows = directions(tmp_path / "in.graphml", graphml("undirected", group, edge("ab")))
    assert sorted(rows) == [("a", "b", False), ("d", "b", True)]


def test_what_a_tie_says_of_its_direction_in_words_counts_before_the_line(tmp_path: Path) -> None:
    key = '<key id="k" for="edge" attr.name="directed" attr.type="boolean"/>'
    told = '<edge source="a" target="b"><data key="k">true</data></edge>'
    text = graphml("undirected", told, edge("bc")).replace("<graph ", f"{key}<graph ")
    rows = directions(tmp_path / "in.graphml", text)
    assert sorted(rows) == [("a", "b", True), ("b", "c", False)]
