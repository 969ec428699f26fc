# SPDX-License-Identifier: MIT
"""The same network from a list, from matrices, and from graph files of other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import xlsxwriter

from tests.interchange.reading import read_here
from workshop.interchange.dry_run import Outcome, dry_run
from workshop.interchange.plan import guess_plan
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

NAMES = ("Oak", "Elm", "Fir")
TIES = [
    ("Oak", "Elm", "funding", 3.0),
    ("Oak", "Elm", "advice", 1.0),
    ("Elm", "Fir", "advice", 4.0),
]


def _list(path: Path, directed: bool) -> Path:
    rows = [
        f"{a},{b},{kind},{strength},{'yes' if directed else 'no'}" for a, b, kind, strength in TIES
    ]
    path = path.with_suffix(".csv")
    path.write_text("\n".join(["From,To,Relation,Strength,One way", *rows]))
    return path


def _matrices(path: Path, directed: bool) -> Path:
    path = path.with_suffix(".xlsx")
    book = xlsxwriter.Workbook(str(path))
    for kind in ("funding", "advice"):
        sheet = book.add_worksheet(kind)
        sheet.write_row(0, 1, NAMES)
        sheet.write_column(1, 0, NAMES)
        for a, b, each, strength in TIES:
            if each == kind:
                sheet.write(NAMES.index(a) + 1, NAMES.index(b) + 1, strength)
                if not directed:
                    sheet.write(NAMES.index(b) + 1, NAMES.index(a) + 1, strength)
    book.close()
    return path


def _graph(directed: bool) -> Any:
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    for number, name in enumerate(NAMES):
        graph.add_node(f"n{number}", label=name)
    for key, (a, b, kind, strength) in enumerate(TIES):
        ends = (f"n{NAMES.index(a)}", f"n{NAMES.index(b)}")
        graph.add_edge(*ends, key=str(key), relation=kind, strength=strength)
    return graph


def _graphml(path: Path, directed: bool) -> Path:
    path = path.with_suffix(".graphml")
    nx.write_graphml_xml(_graph(directed), path)
    return path


def _gexf(path: Path, directed: bool) -> Path:
    path = path.with_suffix(".gexf")
    nx.write_gexf(_graph(directed), path)
    return path


def tried(path: Path) -> Outcome:
    return dry_run(guess_plan(read_here(path), Workshop()), Workshop())


@pytest.mark.parametrize("directed", [False, True], ids=["both ways", "one way"])
@pytest.mark.parametrize("write", [_list, _matrices, _graphml, _gexf])
def test_one_network_comes_in_the_same_from_every_form(
    write: Callable[[Path, bool], Path], directed: bool, tmp_path: Path
) -> None:
    outcome = tried(write(tmp_path / "network", directed))
    workshop = Workshop().put(outcome.records)
    names = {id: each.name for id, each in workshop.of(Organization).items()}
    assert set(names.values()) == set(NAMES)
    found = [(names[t.source], names[t.target], t.relation, t.strength) for t in workshop.all(Tie)]
    if not directed:  # the order of the ends says nothing
        assert sorted((*sorted(t[:2]), *t[2:]) for t in found) == sorted(
            (*sorted(t[:2]), *t[2:]) for t in TIES
        )
    else:
        assert sorted(found) == sorted(TIES)
    assert {tie.directed for tie in workshop.all(Tie)} == {directed}
    assert not [problem for problem in outcome.problems if problem.lost]


@pytest.mark.parametrize("write", [_graphml, _gexf])
def test_self_ties_and_repeats_in_a_graph_file_are_named(
    write: Callable[[Path, bool], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = [*TIES, ("Fir", "Fir", "advice", 2.0), ("Oak", "Elm", "funding", 3.0)]
    monkeypatch.setitem(globals(), "TIES", odd)
    outcome = tried(write(tmp_path / "network", True))
    assert sorted(each.sentence for each in outcome.problems if each.row) == [
        "A tie needs two different organizations. This row was left out.",
        "This row says the same as row 2 and was left out.",
    ]
    assert len([each for each in outcome.records if isinstance(each, Tie)]) == 3
