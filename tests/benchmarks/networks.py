# SPDX-License-Identifier: MIT
"""Networks of any size to measure with, always the same ones."""

from collections.abc import Sequence

import networkx as nx
import numpy as np

from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

Edges = list[tuple[int, int]]


def scattered(n: int, m: int) -> Edges:
    """Give ties between near neighbors in a plane, and a few far ones, as real networks have."""
    rng = np.random.default_rng(n)
    spots = rng.uniform(0, 1, (n, 2))
    edges: set[tuple[int, int]] = set()
    while len(edges) < m:
        a = int(rng.integers(n))
        away = ((spots - spots[a]) ** 2).sum(axis=1)
        near = np.argpartition(away, 9)[:9]
        b = int(rng.integers(n)) if rng.random() < 0.04 else int(rng.choice(near))
        if a != b:
            edges.add((min(a, b), max(a, b)))
    return sorted(edges)


def families() -> dict[str, nx.Graph]:
    """Give 300 nodes of each kind of network there is to lay out."""
    return {
        "hubs": nx.barabasi_albert_graph(300, 3, seed=1),
        "small world": nx.connected_watts_strogatz_graph(300, 6, 0.2, seed=1),
        "clusters": nx.powerlaw_cluster_graph(300, 2, 0.5, seed=1),
        "tree": nx.random_labeled_tree(300, seed=1),
    }


def workshop_of(
    n: int, edges: Edges, *, placed: bool = False, names: Sequence[str] = ()
) -> Workshop:
    """Give a workshop of this network; if placed, on a grid, so that no layout is timed."""
    side = int(np.ceil(np.sqrt(n * 1.6)))
    called = names or [f"Partner {i:04}" for i in range(n)]
    organizations = [Organization(id=f"o{i:05}", name=called[i]) for i in range(n)]
    ties = [
        Tie(id=f"t{i:05}", source=f"o{a:05}", target=f"o{b:05}", relation="contract", strength=2)
        for i, (a, b) in enumerate(edges)
    ]
    spots = [
        Placement(id=f"o{i:05}", node=f"o{i:05}", x=i % side * 60.0, y=i // side * 60.0)
        for i in range(n if placed else 0)
    ]
    return Workshop([*organizations, *ties, *spots])
