# SPDX-License-Identifier: MIT
"""The network: layout, measures, names and frames against networkx and QGraphicsView."""

import importlib.util
import math
from itertools import chain
from time import perf_counter
from typing import Any

import networkx as nx
import numpy as np

from tests.benchmarks import naming, network_frames
from tests.benchmarks.networks import families, scattered, workshop_of
from tests.benchmarks.result import Result, interleaved
from workshop.partners import layout
from workshop.partners.crossings import crossings
from workshop.partners.graph import network
from workshop.partners.metrics import Measures, measures
from workshop.partners.stress import Floats, distances, normalized_stress

_FRAME = 0.016


def run() -> list[Result]:
    """Measure everything about the network."""
    return [
        *chain.from_iterable(network_frames.run(size) for size in (300, 1283, 5000)),
        *(cold_layout(name, graph) for name, graph in families().items()),
        warm_layout(),
        measuring(),
        *naming.run(),
    ]


def cold_layout(name: str, graph: nx.Graph) -> Result:
    """Lay out 300 nodes from nothing, beside Kamada and Kawai's method."""
    n, edges = len(graph), np.array(list(graph.edges), dtype=np.intp)
    matrix, found = distances(n, edges), {}

    def ours() -> None:
        found["ours"] = layout.island(n, edges)

    def peer() -> None:
        found["peer"] = _array(nx.kamada_kawai_layout(graph))

    what = f"cold layout, {n} nodes, {name}"
    goal = "50 times faster at ≤ 1.02 times its stress"
    spread = _array(nx.forceatlas2_layout(graph, seed=1))
    if not importlib.util.find_spec("scipy"):
        took, _ = interleaved(ours, lambda: None, 3)
        peer_name = "networkx.kamada_kawai_layout, not run: it needs SciPy"
        return Result(what, took, peer_name, math.nan, goal, met=False)
    took, theirs = interleaved(ours, peer, 3)
    ratio = normalized_stress(matrix, found["ours"]) / normalized_stress(matrix, found["peer"])
    counts = (crossings(places, edges) for places in (found["ours"], found["peer"], spread))
    crossed = "crossings {} against {}, forceatlas2 {}".format(*counts)
    what = f"{what} (stress ratio {ratio:.3f}, {crossed})"
    met = theirs >= 50 * took and ratio <= 1.02
    return Result(what, took, "networkx.kamada_kawai_layout", theirs, goal, met)


def warm_layout() -> Result:
    """Take one step of a re-layout of 1,000 nodes, within a frame."""
    graph = nx.barabasi_albert_graph(1000, 3, seed=2)
    edges = np.array(list(graph.edges), dtype=np.intp)
    places = layout.island(1000, edges)
    moving = layout.Relaxation(edges, places, np.zeros(1000, dtype=bool))
    took, _ = interleaved(moving.step, lambda: None, 15)
    goal = "a step within a frame of 16 ms"
    return Result("re-layout, 1,000 nodes, one step", took, "a frame", _FRAME, goal, took < _FRAME)


def measuring() -> Result:
    """Betweenness, constraint, effective size and cut points, equal to the ninth digit."""
    edges = scattered(1283, 2708)
    graph = network(workshop_of(1283, edges))
    theirs = nx.Graph()
    theirs.add_nodes_from(range(1283))
    theirs.add_edges_from(graph.edges)
    peer_values: dict[str, Any] = {}

    def peer() -> None:
        peer_values["betweenness"] = nx.betweenness_centrality(theirs)
        peer_values["constraint"] = nx.constraint(theirs)
        peer_values["effective_size"] = nx.effective_size(theirs)
        peer_values["cut_points"] = set(nx.articulation_points(theirs))

    began = perf_counter()
    peer()
    peer_took = perf_counter() - began
    took, _ = interleaved(lambda: measures.__wrapped__(graph), lambda: None, 5)
    equal = _equal(measures(graph), peer_values, theirs)
    goal = "10 times faster, equal to 1e-9"
    what = f"all measures, 1,283 nodes ({'equal' if equal else 'NOT equal'} to 1e-9)"
    return Result(
        what, took, "networkx, four measures", peer_took, goal, equal and peer_took >= 10 * took
    )


def _array(places: dict[int, Any]) -> Floats:
    return np.array([places[i] for i in range(len(places))], dtype=np.float32)


def _equal(ours: Measures, theirs: dict[str, Any], graph: nx.Graph) -> bool:
    tied = [i for i in graph if graph.degree(i)]
    names = ("betweenness", "constraint", "effective_size")
    near = (abs(getattr(ours, name)[i] - theirs[name][i]) < 1e-9 for name in names for i in tied)
    return set(ours.cut_points) == theirs["cut_points"] and all(near)
