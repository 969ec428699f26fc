# SPDX-License-Identifier: MIT
"""What can be measured of a network: whole-network measures, and each organization's part in it.

Definitions are those of networkx on the simple undirected graph (Freeman 1978 for centralization,
Burt 1992 for constraint and effective size, Krackhardt & Stern 1988 for E-I); with direction,
density and betweenness are those of the arcs. The measures describe places in a network, not
people, and nothing here ranks anybody.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import rustworkx as rx

from workshop.partners.graph import Network, neighbors

TOO_FEW = "It takes at least two organizations."
NO_TRIPLE = "No organization has two ties."


class Measures(NamedTuple):
    """The measures of one network; what is undefined is None, and `why` says by name why.

    Sequences have one entry for each organization, in the order of the network.
    """

    organizations: int
    ties: int
    density: float | None
    centralization: float | None
    components: int
    isolates: tuple[int, ...]
    max_core: int | None
    cut_points: tuple[int, ...]
    bridges: tuple[tuple[int, int], ...]
    clustering: float | None
    transitivity: float | None
    reciprocity: float | None
    degree: tuple[int, ...]
    degree_in: tuple[int, ...]
    degree_out: tuple[int, ...]
    betweenness: tuple[float, ...]
    constraint: tuple[float | None, ...]
    effective_size: tuple[float | None, ...]
    core: tuple[int, ...]
    why: Mapping[str, str]


class Skeleton(NamedTuple):
    """What is known of a network at once, however large: who holds it together, who hangs on it."""

    degree: tuple[int, ...]
    components: int
    isolates: tuple[int, ...]
    cut_points: tuple[int, ...]


@lru_cache(maxsize=16)
def skeleton(network: Network) -> Skeleton:
    """Give the measures of a network that need no ways to be counted."""
    degree = tuple(map(len, neighbors(network)))
    graph = _graph(len(network.nodes), network.edges)
    return Skeleton(
        degree=degree,
        components=len(rx.connected_components(graph)),
        isolates=tuple(number for number, count in enumerate(degree) if not count),
        cut_points=tuple(sorted(rx.articulation_points(graph))),
    )


@lru_cache(maxsize=16)
def measures(network: Network) -> Measures:
    """Measure a network."""
    n, sets = len(network.nodes), neighbors(network)
    bones = skeleton(network)
    degree = bones.degree
    graph = _graph(n, network.edges)
    shared = _shared(network.edges, sets)
    core: dict[int, int] = rx.core_number(graph)  # type: ignore[assignment]  # its stub says int
    density, centralization = _density(network), _centralization(degree)
    clustering, transitivity = _clustering(degree, shared)
    reciprocity = _reciprocity(network)
    max_core = max(core.values(), default=None)
    values = {
        "density": density,
        "centralization": centralization,
        "clustering": clustering,
        "transitivity": transitivity,
        "reciprocity": reciprocity,
        "max_core": max_core,
        "constraint": None if 0 in degree else 1.0,
        "effective_size": None if 0 in degree else 1.0,
    }
    return Measures(
        organizations=n,
        ties=len(network.arcs) if network.directed else len(network.edges),
        density=density,
        centralization=centralization,
        components=bones.components,
        isolates=bones.isolates,
        max_core=max_core,
        cut_points=bones.cut_points,
        bridges=tuple(sorted((min(pair), max(pair)) for pair in rx.bridges(graph))),
        clustering=clustering,
        transitivity=transitivity,
        reciprocity=reciprocity,
        degree=degree,
        degree_in=_counted(n, [target for _, target in network.arcs]),
        degree_out=_counted(n, [source for source, _ in network.arcs]),
        betweenness=betweenness(network),
        constraint=_constraint(network.edges, degree, shared, sets),
        effective_size=tuple(
            d - sum(shared[i].values()) / d if d else None for i, d in enumerate(degree)
        ),
        core=tuple(core[i] for i in range(n)),
        why=_reasons(values, network.directed),
    )


def betweenness(network: Network) -> tuple[float, ...]:
    """Give the share of shortest ways between others that lead through each organization."""
    n = len(network.nodes)
    if network.directed:
        arcs = rx.PyDiGraph()
        arcs.add_nodes_from(range(n))
        arcs.add_edges_from_no_data(sorted(network.arcs))
        between = rx.digraph_betweenness_centrality(arcs, normalized=n > 2)
    else:
        between = rx.graph_betweenness_centrality(_graph(n, network.edges), normalized=n > 2)
    return tuple(between[i] for i in range(n))


def parts(network: Network, without: int | None = None) -> list[set[int]]:
    """Give the components, the largest first, as they are or after one organization has left."""
    graph = _graph(len(network.nodes), network.edges)
    if without is not None:
        graph.remove_node(without)
    return sorted(
        map(set, rx.connected_components(graph)), key=lambda part: (-len(part), min(part))
    )


def ei_index(network: Network, groups: Sequence[str]) -> tuple[float | None, str]:
    """Give (E - I) / (E + I), E the ties across groups and I those within, or None and why.

    `groups` names the group of each organization; ties from or to one whose group is unknown ("")
    do not count.
    """
    known = [(a, b) for a, b in network.edges if groups[a] and groups[b]]
    if not known:
        return None, "No tie joins two organizations whose group is known."
    across = sum(groups[a] != groups[b] for a, b in known)
    return (2 * across - len(known)) / len(known), ""


def _graph(n: int, edges: Sequence[tuple[int, int]]) -> rx.PyGraph:
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data(list(edges))
    return graph


def _shared(
    edges: Sequence[tuple[int, int]], sets: Sequence[frozenset[int]]
) -> tuple[dict[int, int], ...]:
    """Count, for both ends of each edge, the organizations tied to both of them."""
    shared: tuple[dict[int, int], ...] = tuple({} for _ in sets)
    for a, b in edges:
        shared[a][b] = shared[b][a] = len(sets[a] & sets[b])
    return shared


def _constraint(
    edges: Sequence[tuple[int, int]],
    degree: Sequence[int],
    shared: Sequence[Mapping[int, int]],
    sets: Sequence[frozenset[int]],
) -> tuple[float | None, ...]:
    """Sum over each neighbor the squared share of ties spent on it, directly and through others."""
    constraint = [0.0] * len(degree)
    for a, b in edges:
        through = sum(1 / degree[q] for q in sets[a] & sets[b]) if shared[a][b] else 0.0
        constraint[a] += ((1 + through) / degree[a]) ** 2
        constraint[b] += ((1 + through) / degree[b]) ** 2
    return tuple(value if d else None for value, d in zip(constraint, degree, strict=True))


def _density(network: Network) -> float | None:
    n = len(network.nodes)
    if n < 2:
        return None
    ends = len(network.arcs) if network.directed else 2 * len(network.edges)
    return ends / (n * (n - 1))


def _centralization(degree: Sequence[int]) -> float | None:
    n = len(degree)
    if n < 3:
        return None
    return sum(max(degree) - d for d in degree) / ((n - 1) * (n - 2))


def _clustering(
    degree: Sequence[int], shared: Sequence[Mapping[int, int]]
) -> tuple[float | None, float | None]:
    pairs = [d * (d - 1) for d in degree]
    if not any(pairs):
        return None, None
    closed = [sum(counts.values()) for counts in shared]
    local = [c / p if p else 0.0 for c, p in zip(closed, pairs, strict=True)]
    return sum(local) / len(local), sum(closed) / sum(pairs)


def _reciprocity(network: Network) -> float | None:
    if not network.directed or not network.arcs:
        return None
    returned = sum((target, source) in network.arcs for source, target in network.arcs)
    return returned / len(network.arcs)


def _counted(n: int, ends: Sequence[int]) -> tuple[int, ...]:
    counts = [0] * n
    for end in ends:
        counts[end] += 1
    return tuple(counts)


def _reasons(values: Mapping[str, object], directed: bool) -> dict[str, str]:
    sentences = {
        "density": TOO_FEW,
        "centralization": "It takes at least three organizations.",
        "clustering": NO_TRIPLE,
        "transitivity": NO_TRIPLE,
        "reciprocity": "There is no tie." if directed else "Ties are counted without direction.",
        "max_core": "There is no organization.",
        "constraint": "An organization without ties has none.",
        "effective_size": "An organization without ties has none.",
    }
    return {name: sentences[name] for name, value in values.items() if value is None}
