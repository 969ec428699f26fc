# SPDX-License-Identifier: MIT
"""GraphML and GEXF in: checked as XML first, then read by networkx, then laid out as sheets."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from workshop.interchange.graph_readers import DIRECTED, read_gexf, read_graphml
from workshop.interchange.own_sheets import MARK
from workshop.interchange.problem import Problem, SourceError
from workshop.interchange.sheet import Sheet, sheet_of

MOST_DEPTH = 24
_PLACE = ("x", "y", "pinned")
_MOST_DOUBTS = 50
_NEEDED = {"node": ("id",), "edge": ("source", "target")}
_A = {"node": "a node", "edge": "an edge"}
FROM = "concord_from"
"""The attribute of a tie with no direction that says which end is named first."""


def read_graph(path: Path, data: bytes) -> list[Sheet]:
    """Give a graph's nodes and edges as sheets; raise SourceError if it is hostile or damaged."""
    declared = _check_xml(path.name, data)
    try:
        graph = _READERS[path.suffix.casefold()](io.BytesIO(data))
    except Exception as error:  # networkx raises whatever it stumbles over in a damaged file
        raise SourceError(f"{path.name} cannot be read as a graph: {_first_line(error)}.") from None
    names = _names(graph)
    nodes = _nodes(path.name, graph, names)._replace(
        notes=tuple(_doubts(path.name, graph, declared))
    )
    return [nodes, _edges(path.name, graph, names), *_places(path.name, graph)]


def _doubts(file: str, graph: Any, declared: "Counter[str]") -> Iterator[Problem]:
    """Say which nodes are declared twice, and which only by the ties that name them."""
    twice = [id for id, count in declared.items() if count > 1]
    never = [str(node) for node in graph if str(node) not in declared]
    for ids, what, fix in (
        (twice, "declared twice; the later one counts", "Keep one of them."),
        (never, "not declared, but named by a tie; it came in", "Declare it, or correct the tie."),
    ):
        for id in ids[:_MOST_DOUBTS]:
            yield Problem(file, "nodes", 0, "", f"The node “{id}” is {what}.", fix, False)


def _check_xml(name: str, data: bytes) -> "Counter[str]":
    """Refuse what is hostile or no graph, and count how often each node is declared."""
    depth, declared = 0, Counter[str]()
    try:
        for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > MOST_DEPTH:
                raise SourceError(f"{name} is nested deeper than a graph file is.")
            if event == "end":
                _check_ends(name, element)
                if _kind(element) == "node":
                    declared[element.get("id")] += 1
                element.clear()
    except DefusedXmlException:
        raise SourceError(f"{name} declares a document type, which Concord refuses.") from None
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{name} is not well-formed XML: {_first_line(error)}.") from None
    return declared


def _check_ends(name: str, element: Any) -> None:
    needed = _NEEDED.get(_kind(element), ())
    if missing := [each for each in needed if not element.get(each)]:
        raise SourceError(f"{name} has {_A[_kind(element)]} without its {missing[0]}.")


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


_READERS: Mapping[str, Callable[[io.BytesIO], Any]] = {
    ".graphml": read_graphml,
    ".xml": read_graphml,
    ".gexf": read_gexf,
}


def _names(graph: Any) -> dict[Any, str]:
    """Name the nodes by the attribute that is there for all and tells them apart, or by id."""
    for attribute in ("name", "label"):
        names = {node: str(data.get(attribute) or "") for node, data in graph.nodes(data=True)}
        if all(names.values()) and len(set(names.values())) == len(names):
            return names
    return {node: str(node) for node in graph}


def _nodes(file: str, graph: Any, names: Mapping[Any, str]) -> Sheet:
    data = dict(graph.nodes(data=True))
    ours = any(MARK in each for each in data.values())
    keys = _keys(data.values(), {"name", "label", "viz", *(_PLACE if ours else ())})
    rows = [[names[node], *(data[node].get(key) for key in keys)] for node in graph]
    return sheet_of(file, "nodes", [["name", *keys], *rows])


def _edges(file: str, graph: Any, names: Mapping[Any, str]) -> Sheet:
    edges = list(graph.edges(data=True))
    passed_over = {"source", "target", "id", "networkx_key", "directed", FROM, DIRECTED}
    keys = _keys((data for *_, data in edges), passed_over)
    rows = []
    for source, target, data in edges:
        if data.get(FROM) == target:
            source, target = target, source
        values = [data.get(key) for key in keys]
        ends = [_end(graph, names, source), _end(graph, names, target)]
        rows.append([*ends, *values, data.get("directed", data[DIRECTED])])
    return sheet_of(file, "edges", [["source", "target", *keys, "directed"], *rows])


def _end(graph: Any, names: Mapping[Any, str], node: Any) -> str:
    mark = graph.nodes[node].get(MARK)
    return f"[{mark}]" if mark else names[node]


def _places(file: str, graph: Any) -> Iterator[Sheet]:
    placed = [data for _, data in graph.nodes(data=True) if MARK in data and "x" in data]
    if placed:
        rows = [[f"[{data[MARK]}]", *map(data.get, _PLACE), data[MARK]] for data in placed]
        yield sheet_of(file, "Placements", [["Node", *_PLACE, MARK], *rows])


def _keys(all_data: Iterable[Mapping[str, Any]], passed_over: set[str]) -> list[str]:
    keys = dict.fromkeys(key for data in all_data for key in data)
    return [key for key in keys if key not in passed_over]


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
