# SPDX-License-Identifier: MIT
"""The measures as people and programs read them: a table by relation, and one flat report."""

from collections.abc import Mapping, Sequence
from math import floor, log10
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
from workshop.partners.metrics import ei_index, measures
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
        "mean_degree", "Degree, on average", "How many partners does one have?",
        "2 × ties / organizations",
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
        "mean_betweenness", "Betweenness, on average", "How much leads through one in the middle?",
        "share of shortest ways between two others that lead through an organization",
    ),
    (
        "mean_constraint", "Constraint, on average", "How far do partners know one another already?",
        "sum of squared shares of ties spent on each partner, directly and through others, Burt",
    ),
    (
        "mean_effective_size", "Effective size, on average", "How many separate partners has one?",
        "partners − mean ties among them, Burt",
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
    (
        "ei_index", "E–I index", "Are the old lines still there?",
        "(ties across − ties within) / all ties, groups by {field}",
    ),
)  # fmt: skip

_LINES = ("kind", "sector", "ownership", "ours")
_ALONE = "An organization without ties has none."
_EACH = (
    ("degree", "Ties", "number of organizations tied to", ""),
    ("degree_in", "In", "ties that lead to it", ""),
    ("degree_out", "Out", "ties that lead from it", ""),
    (
        "betweenness",
        "Betweenness",
        "share of shortest ways between two others that lead through it",
        "",
    ),
    ("constraint", "Constraint", "how far its partners know one another already, Burt", _ALONE),
    ("effective_size", "Effective size", "its partners − mean ties among them, Burt", _ALONE),
    ("core", "Core", "greatest k for which it is in a group in which each has k ties within", ""),
)


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


def telling_field(workshop: Workshop, graph: Network) -> str:
    """Give the first field that tells a few groups apart, each of several organizations."""
    for field in _LINES:
        found = len(set(groups(workshop, graph, field)) - {""})
        if 1 < found <= max(2, len(graph.nodes) // 2):
            return field
    return _LINES[0]


def table(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING
) -> tuple[tuple[str, ...], list[Row]]:
    """Give the heads ("Overall", then each relation) and the rows of the table of measures."""
    named = [name for name in relations(workshop) if name.casefold() != COMPETITOR]
    chosen = [name for name in named if filter.relations is None or name in filter.relations]
    filters = [filter, *(filter._replace(relations=frozenset({name})) for name in chosen)]
    field = telling_field(workshop, network(workshop, filter))
    measured = [_whole(workshop, network(workshop, each), field) for each in filters]
    label = dict(group_fields())[field].lower()
    rows = [
        Row(
            key,
            words,
            question,
            formula.format(field=label),
            tuple(_text(values[key]) for values, _ in measured),
            tuple(why.get(key, "") for _, why in measured),
        )
        for key, words, question, formula in _ROWS
    ]
    return ("Overall", *chosen), rows


def by_organization(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING
) -> tuple[tuple[str, ...], tuple[str, ...], list[Row]]:
    """Give heads, formulas and a row for each organization, by name: it is a place, not a rank."""
    graph = network(workshop, filter)
    found = measures(graph)
    shown = [
        each for each in _EACH if filter.directed or each[0] not in ("degree_in", "degree_out")
    ]
    rows = [
        Row(
            graph.nodes[i],
            name,
            "",
            "",
            tuple(_text(getattr(found, key)[i]) for key, *_ in shown),
            tuple(why if getattr(found, key)[i] is None else "" for key, *_, why in shown),
        )
        for i, name in enumerate(graph.names)
    ]
    return tuple(head for _, head, *_ in shown), tuple(each[2] for each in shown), rows


def _whole(workshop: Workshop, graph: Network, field: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Give each measure of the whole network by its key, and why what is undefined is so."""
    found = measures(graph)
    index, why = ei_index(graph, groups(workshop, graph, field))
    values = found._asdict() | {
        "ei_index": index,
        "mean_degree": _mean(found.degree),
        "mean_betweenness": _mean(found.betweenness),
        "mean_constraint": _mean(found.constraint),
        "mean_effective_size": _mean(found.effective_size),
    }
    reasons = dict(found.why)
    if index is None:
        reasons["ei_index"] = why
    for key in ("mean_degree", "mean_betweenness"):
        if values[key] is None:
            reasons[key] = "There is no organization."
    for key in ("mean_constraint", "mean_effective_size"):
        if values[key] is None:
            reasons[key] = "No organization has a tie."
    return values, reasons


def _mean(values: Sequence[float | None]) -> float | None:
    """Give the mean of what is defined."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


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


def _text(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return str(len(value))
    return _decimal(value) if isinstance(value, float) else str(value)


def _decimal(value: float) -> str:
    """Give two digits after the point, and as many more as a small value needs to show two."""
    more = -floor(log10(abs(value))) - 1 if 0 < abs(value) < 0.1 else 0
    return f"{value:.{2 + more}f}"
