# SPDX-License-Identifier: MIT
"""The measures as people and programs read them: a table by relation, and one flat report."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from workshop.ids import Id
from workshop.partners.graph import (
    COMPETITOR,
    EVERYTHING,
    Network,
    NetworkFilter,
    network,
    relations,
)
from workshop.partners.metrics import Measures, ei_index, measures
from workshop.prepare.records import Organization
from workshop.record import RuleError, fields
from workshop.state import Workshop

MOST_GROUPS = 6
"""More groups than this are not told apart by soft areas; the largest are shown."""


class Row(NamedTuple):
    """One measure: what it asks, its formula, and its value (or "–" and why) for each network."""

    key: str
    label: str
    question: str
    formula: str
    values: tuple[str, ...]
    reasons: tuple[str, ...]


_ROWS = (
    ("ties", "Ties", "How many pairs are tied?", "several ties of a pair count once"),
    (
        "density", "Density", "How much of the possible partnering exists?",
        "2 × ties / (organizations × (organizations − 1))",
    ),
    (
        "centralization", "Centralization", "Does one organization hold it together?",
        "sum of (most ties − own ties) / ((organizations − 1) × (organizations − 2)), Freeman",
    ),
    ("components", "Components", "How many islands are there?", "parts without a tie between them"),
    ("isolates", "Isolates", "How many have no tie?", "organizations with 0 ties"),
    (
        "cut_points", "Cut points", "How many split the network if they leave?",
        "organizations without which there are more islands",
    ),
    (
        "bridges", "Bridges", "How many ties are the only way across?",
        "ties without which there are more islands",
    ),
    (
        "max_core", "Innermost core", "How many ties has everyone in the most committed core?",
        "greatest k for which a group remains in which each has k ties within the group",
    ),
    (
        "clustering", "Clustering", "How often are two partners of one organization partners too?",
        "mean over organizations of (tied pairs of partners / pairs of partners)",
    ),
    (
        "transitivity", "Transitivity", "What share of open triangles is closed?",
        "3 × triangles / pairs of ties that share an organization",
    ),
    (
        "reciprocity", "Reciprocity", "What share of one-way ties is returned?",
        "ties that are returned / ties, counted with direction",
    ),
)  # fmt: skip


def group_fields() -> tuple[tuple[str, str], ...]:
    """Give the fields of an organization by which groups can be told, with their labels."""
    kinds = ("text", "flag", "choice")
    return tuple(
        (field.name, field.label)
        for field in fields(Organization)
        if field.kind in kinds and field.name != "name" and not field.hidden and not field.private
    )


def groups(workshop: Workshop, network: Network, field: str) -> list[str]:
    """Give the group of each organization by one of its fields, in words; unknown is "".

    Raises RuleError if there is no such field.
    """
    if field not in dict(group_fields()):
        known = ", ".join(name for name, _ in group_fields())
        raise RuleError(f"Organizations cannot be grouped by “{field}”; there is {known}.")
    organizations = workshop.of(Organization)
    label = dict(group_fields())[field]
    words = {True: label, False: f"Not {label.lower()}"}
    values = (getattr(organizations[id], field) for id in network.nodes)
    return [words[each] if isinstance(each, bool) else str(each).strip() for each in values]


def largest_groups(workshop: Workshop, field: str) -> tuple[tuple[str, tuple[Id, ...]], ...]:
    """Give the groups by a field with their members, the largest first; those past a few are left out."""
    graph = network(workshop)
    members: dict[str, list[Id]] = {}
    for id, name in zip(graph.nodes, groups(workshop, graph, field), strict=True):
        members.setdefault(name, []).append(id)
    members.pop("", None)
    order = sorted(members, key=lambda name: (-len(members[name]), name.casefold()))
    return tuple((name, tuple(members[name])) for name in order[:MOST_GROUPS])


def table(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING
) -> tuple[tuple[str, ...], list[Row]]:
    """Give the heads ("Overall", then each relation) and the rows of the table of measures."""
    named = [name for name in relations(workshop) if name.casefold() != COMPETITOR]
    chosen = [name for name in named if filter.relations is None or name in filter.relations]
    filters = [filter, *(filter._replace(relations=frozenset({name})) for name in chosen)]
    measured = [measures(network(workshop, each)) for each in filters]
    rows = [_row(*words, measured) for words in _ROWS]
    return ("Overall", *chosen), rows


def report(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING, group: str | None = None
) -> dict[str, Any]:
    """Give the measures of the filtered network by name; undefined values are None."""
    graph = network(workshop, filter)
    found = measures(graph)
    return {
        "organizations": found.organizations,
        "ties": found.ties,
        "density": found.density,
        "centralization": found.centralization,
        "components": found.components,
        "isolates": len(found.isolates),
        "max_core": found.max_core,
        "cut_points": [graph.names[i] for i in found.cut_points],
        "bridges": [[graph.names[a], graph.names[b]] for a, b in found.bridges],
        "clustering": found.clustering,
        "transitivity": found.transitivity,
        "betweenness": _by_name(graph, found.betweenness),
        "constraint": _by_name(graph, found.constraint),
        "effective_size": _by_name(graph, found.effective_size),
        "core": _by_name(graph, found.core),
        "reciprocity": found.reciprocity,
        "ei_index": ei_index(graph, groups(workshop, graph, group))[0] if group else None,
    }


def _by_name(graph: Network, values: tuple[Any, ...]) -> Mapping[str, Any]:
    return dict(zip(graph.names, values, strict=True))


def _row(key: str, label: str, question: str, formula: str, measured: list[Measures]) -> Row:
    values = tuple(_text(getattr(each, key)) for each in measured)
    return Row(
        key, label, question, formula, values, tuple(each.why.get(key, "") for each in measured)
    )


def _text(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return str(len(value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)
