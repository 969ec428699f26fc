# SPDX-License-Identifier: MIT
"""The partner network as GraphML or GEXF, for other programs and to read back."""

import io
from pathlib import Path
from typing import Any

import networkx as nx

from exports.atomic import write_whole
from workshop.interchange.graph_file import FROM
from workshop.interchange.names import Names, names_of
from workshop.interchange.own_sheets import MARK, cell_of, columns_of, safe_text
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop


def write_graphml(workshop: Workshop, path: Path) -> None:
    """Write organizations with their places on the map, and ties with all that is known of them."""
    content = io.BytesIO()
    nx.write_graphml_xml(_graph(workshop), content, encoding="utf-8")
    write_whole(path, content.getvalue())


def write_gexf(workshop: Workshop, path: Path) -> None:
    """Write the same network as GEXF."""
    content = io.BytesIO()
    nx.write_gexf(_graph(workshop), content, encoding="utf-8")
    write_whole(path, content.getvalue())


def _graph(workshop: Workshop) -> Any:
    ties = workshop.all(Tie)
    names = names_of(workshop)
    graph = nx.MultiDiGraph() if any(tie.directed for tie in ties) else nx.MultiGraph()
    places = {place.node: place for place in workshop.of(Placement).values()}
    for organization in workshop.all(Organization):
        place = places.get(organization.id)
        values = _attributes(organization, names) | (_place(place) if place else {})
        graph.add_node(organization.id, label=safe_text(organization.name), **values)
    for tie in ties:
        origin = {} if tie.directed else {FROM: tie.source}
        graph.add_edge(tie.source, tie.target, key=tie.id, **_attributes(tie, names), **origin)
    return graph


def _place(place: Placement) -> dict[str, Any]:
    return {"x": float(place.x), "y": float(place.y), "pinned": place.pinned}


def _attributes(record: Record, names: Names) -> dict[str, Any]:
    """Give what is known of a record as plain values; references are the ends of the edges."""
    values: dict[str, Any] = {MARK: record.id}
    for field in columns_of(type(record)):
        if field.to or field.private or field.name == "id":
            continue
        cell = cell_of(record, field, names)
        if cell is not None:
            values[field.name] = _plain(field.kind, cell)
    return values


def _plain(kind: str, cell: Any) -> Any:
    if kind == "number":
        return float(cell)
    return cell if isinstance(cell, int | str) else cell.isoformat()
