# SPDX-License-Identifier: MIT
"""What the network says of itself in one sentence, and what an organization's node is called."""

from workshop.ids import Id
from workshop.partners.graph import EVERYTHING, Network, NetworkFilter, network, shown_ties
from workshop.partners.metrics import Skeleton, skeleton
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, listed, number

_NUMBERS = ("No", "One", "Two", "Three")
_NAMED = 3


def headline(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> tuple[str, str]:
    """Give the finding and a sentence on our own place in the network."""
    graph = network(workshop, filter)
    found = skeleton(graph)
    if not graph.edges:
        return f"No ties yet between {counted(len(graph.nodes), 'organization')}", ""
    return _finding(graph, found), _our_place(workshop, graph, found)


def importance(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> list[Id]:
    """Give the organizations in the order in which their names should find room on the map.

    Ours first, then those the network hangs on, then by ties; it says nothing of worth.
    """
    graph = network(workshop, filter)
    found, organizations = skeleton(graph), workshop.of(Organization)
    cuts = set(found.cut_points)
    order = sorted(
        range(len(graph.nodes)),
        key=lambda i: (
            not organizations[graph.nodes[i]].ours,
            i not in cuts,
            -found.degree[i],
            not organizations[graph.nodes[i]].at_table,
        ),
    )
    return [graph.nodes[i] for i in order]


def degrees(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> dict[Id, int]:
    """Give how many others each organization is tied to."""
    graph = network(workshop, filter)
    return dict(zip(graph.nodes, skeleton(graph).degree, strict=True))


def read_out(workshop: Workshop, id: Id, filter: NetworkFilter = EVERYTHING) -> str:
    """Say in words who an organization is tied to: “Rural Trust, 2 ties: Cedar Valley (contract)”."""
    count, others = told_ties(workshop, id, filter)
    name = workshop.get(Organization, id).name
    return f"{name}, {count}: {others}" if others else f"{name}, {count}"


def told_ties(workshop: Workshop, id: Id, filter: NetworkFilter = EVERYTHING) -> tuple[str, str]:
    """Say how many ties an organization has and to whom: “2 ties”, “Cedar Valley (contract)”."""
    organizations = workshop.of(Organization)
    others: dict[str, list[str]] = {}
    for tie in shown_ties(workshop, filter):
        if id in (tie.source, tie.target):
            other = organizations[tie.target if tie.source == id else tie.source].name
            others.setdefault(other, []).append(tie.relation)
    count = sum(map(len, others.values()))
    words = [f"{name} ({', '.join(relations)})" for name, relations in sorted(others.items())]
    return counted(count, "tie") if count else "no ties", ", ".join(words)


def tie_words(workshop: Workshop, tie: Tie) -> str:
    """Say a tie in words: “Northlight Data to Cedar Valley, training, strength 2, planned”."""
    organizations = workshop.of(Organization)
    joint = "to" if tie.directed else "and"
    ends = f"{organizations[tie.source].name} {joint} {organizations[tie.target].name}"
    strength = "unknown strength" if tie.strength is None else f"strength {number(tie.strength)}"
    return f"{ends}, {tie.relation}, {strength}, {tie.status}"


def _finding(graph: Network, found: Skeleton) -> str:
    cuts = [graph.names[i] for i in found.cut_points]
    if 1 <= len(cuts) <= _NAMED:
        verb = "holds" if len(cuts) == 1 else "hold"
        noun = "organization" if len(cuts) == 1 else "organizations"
        return f"{_NUMBERS[len(cuts)]} {noun} {verb} the network together: {listed(cuts)}"
    if cuts:
        return f"{len(cuts)} organizations each hold a part of the network that has no other link"
    if found.components > 1:
        return (
            f"The network is in {found.components} parts"
            if len(found.isolates) < found.components - 1
            else f"{counted(len(found.isolates), 'organization')} "
            f"{'has' if len(found.isolates) == 1 else 'have'} no tie to the others"
        )
    return "The network holds if any one organization leaves"


def _our_place(workshop: Workshop, graph: Network, found: Skeleton) -> str:
    organizations = workshop.of(Organization)
    ours = [i for i, id in enumerate(graph.nodes) if organizations[id].ours]
    edge = [i for i, degree in enumerate(found.degree) if degree <= 1]
    fringe = f"{counted(len(edge), 'is', 'are')} on the edge, with one tie or none"
    if len(ours) != 1:
        return fringe if edge else ""
    place = f"{graph.names[ours[0]]} is tied to {found.degree[ours[0]]} of {len(graph.nodes) - 1}"
    return f"{place}; {fringe}" if edge else place
