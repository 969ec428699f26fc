# SPDX-License-Identifier: MIT
"""Places in the plane whose distances follow the steps between organizations in the network.

Pivot multidimensional scaling gives a start (Brandes & Pich 2007), stress majorization with
weights d**-2 does the rest (Gansner, Koren & North 2005), in float32 on whole matrices. One step
between neighbors is one unit of length.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_PIVOTS = 50
_TOLERANCE = 1e-4
_WHOLE = 64
_BOLD = 1.8
"""Going further than majorization asks for, by less than twice, arrives in half as many steps
(de Leeuw & Heiser 1980)."""
_NEIGHBORLY = 0.2
"""How far apart neighbors are asked to stand while a layout is drawn together."""
_WORTHWHILE = 0.006
"""By which share an iteration has to lower the stress, or it is not taken."""


class Springs(NamedTuple):
    """What majorization needs of a connected graph, made once and used for every iteration."""

    distances: Floats
    pull: Floats
    """Weight times distance, with zeros on the diagonal."""
    solve: Floats
    """The pseudo-inverse of the weighted Laplacian."""


def distances(n: int, edges: NDArray[np.intp]) -> Floats:
    """Give the steps between each two nodes of a graph (n x n); unreachable ones are far apart."""
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data([(int(a), int(b)) for a, b in edges])
    matrix: Floats = rx.graph_distance_matrix(graph, null_value=np.inf).astype(np.float32)
    reached = np.isfinite(matrix)
    matrix[~reached] = float(matrix[reached].max(initial=0)) + 2
    return matrix


def springs(matrix: Floats) -> Springs:
    """Prepare the majorization of a distance matrix."""
    n = len(matrix)
    weights = np.zeros_like(matrix)
    np.divide(1, matrix * matrix, out=weights, where=matrix > 0)
    laplacian = -weights
    np.fill_diagonal(laplacian, weights.sum(axis=1))
    # Adding 1/n to every entry makes it invertible; B X sums to zero, so the rest falls away.
    solve = _inverse(laplacian + np.float32(1 / n)) - np.float32(1 / n)
    return Springs(matrix, weights * matrix, solve)


def start(matrix: Floats) -> Floats:
    """Give a first layout (n x 2) by pivot multidimensional scaling; it is always the same one."""
    n = len(matrix)
    if n < 3:
        return np.array([[0, 0], [1, 0]], dtype=np.float32)[:n]
    pivots = [int(matrix.sum(axis=1).argmax())]
    nearest = matrix[pivots[0]].copy()
    while len(pivots) < min(_PIVOTS, n):
        pivots.append(int(nearest.argmax()))
        np.minimum(nearest, matrix[pivots[-1]], out=nearest)
    squared = matrix[:, pivots].astype(np.float64) ** 2
    centered = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, vectors = np.linalg.eigh(centered.T @ centered)
    plane = centered @ vectors[:, [-1, -2]]
    signs = np.sign(plane[np.abs(plane).argmax(axis=0), [0, 1]])
    plane *= np.where(signs == 0, 1, signs)
    lengths = np.linalg.norm(plane[:, None] - plane[None, pivots], axis=2)
    scale = (lengths * matrix[:, pivots]).sum() / max(float((lengths**2).sum()), 1e-12)
    first: Floats = (plane * scale + _jitter(n)).astype(np.float32)
    return first


def fanned(matrix: Floats, edges: NDArray[np.intp]) -> Floats:
    """Give a first layout of a tree (n x 2): no line crosses, each branch has a part of the circle.

    The part is as large as its share of the leaves (equal angles, Felsenstein 2004).
    """
    n, depth = len(matrix), matrix[int(matrix.max(axis=1).argmin())]
    ends = np.take_along_axis(edges, np.argsort(depth[edges], axis=1), axis=1)
    parent = dict(ends[:, ::-1].tolist())
    order = np.argsort(depth, kind="stable").tolist()
    leaves = [0] * n
    for node in reversed(order):
        leaves[node] = leaves[node] or 1
        if node in parent:
            leaves[parent[node]] += leaves[node]
    places, taken = np.zeros((n, 2)), [0.0] * n
    turn = 2 * np.pi / leaves[order[0]]
    for node in order[1:]:
        above = parent[node]
        taken[node] = taken[above]
        taken[above] += leaves[node] * turn
        heading = taken[node] + leaves[node] * turn / 2
        places[node] = places[above] + (np.cos(heading), np.sin(heading))
    return places.astype(np.float32)


def improved(found: Springs, places: Floats) -> Floats:
    """Give the layout after one iteration of majorization; its stress is never higher."""
    spread = all_lengths(places)
    np.maximum(spread, 1e-6, out=spread)
    ratio = np.divide(found.pull, spread, out=spread)
    moved = ratio.sum(axis=1, keepdims=True) * places - ratio @ places
    solved: Floats = found.solve @ moved
    return solved


def settled(found: Springs, places: Floats, limit: int) -> Floats:
    """Iterate until the layout hardly moves, or `limit` times."""
    moved, count = 1.0, 0
    while moved >= _TOLERANCE and count < limit:
        new = improved(found, places)
        moved = float(((new - (places - places.mean(axis=0))) ** 2).mean())
        places, count = new, count + 1
    return places


def neighborly(found: Springs) -> Springs:
    """Give springs that ask neighbors to stand close, so that fewer edges cross.

    Short edges lead to another of the many layouts with hardly more stress.
    """
    near = np.where(found.distances == 1, found.pull * np.float32(_NEIGHBORLY), found.pull)
    return found._replace(pull=near)


def bold(places: Floats, better: Floats) -> Floats:
    """Go on from one layout towards a better one, and beyond it."""
    beyond: Floats = places + np.float32(_BOLD) * (better - places)
    return beyond


def spread_out(found: Springs, places: Floats, rounds: int) -> Floats:
    """Take so many bold steps, as from a start that is near already."""
    places = places - places.mean(axis=0)
    for _ in range(rounds):
        places = bold(places, improved(found, places))
    return places


def eased(found: Springs, places: Floats, step: Callable[[Floats], Floats]) -> Floats:
    """Take plain steps as long as each lowers the stress by a share worth its crossings."""
    stress = normalized_stress(found.distances, places)
    while True:
        better = step(places)
        reached = normalized_stress(found.distances, better)
        if reached >= stress * (1 - _WORTHWHILE):
            return places
        places, stress = better, reached


def drawn_together(found: Springs, places: Floats, rounds: int) -> Floats:
    """Settle a layout whose edges are short, as far as that costs hardly any stress."""
    places = spread_out(neighborly(found), places, rounds)
    return eased(found, places, partial(improved, found))


def normalized_stress(matrix: Floats, places: Floats) -> float:
    """Give the weighted squared error of distances at the best scale, as a share from 0 to 1."""
    n = len(matrix)
    share = all_lengths(places.astype(np.float64))
    np.divide(share, matrix, out=share, where=matrix > 0)
    np.fill_diagonal(share, 0)
    cross, square = float(share.sum()), float(np.vdot(share, share))
    return 1 - cross * cross / (max(square, 1e-12) * max(n * (n - 1), 1))


def _inverse(matrix: Floats) -> Floats:
    """Invert a symmetric positive definite matrix by halves: products are its fastest part."""
    half = len(matrix) // 2
    if len(matrix) <= _WHOLE:
        whole: Floats = np.linalg.inv(matrix)
        return whole
    beside = matrix[:half, half:]
    first = _inverse(matrix[:half, :half])
    across = first @ beside
    last = _inverse(matrix[half:, half:] - beside.T @ across)
    corner = -across @ last
    return np.block([[first - corner @ across.T, corner], [corner.T, last]])


def all_lengths(places: NDArray[np.floating]) -> NDArray[np.floating]:
    """Give the distances between all nodes (n x n)."""
    squares = (places * places).sum(axis=1)
    lengths = places @ (-2 * places.T)
    lengths += squares[:, None]
    lengths += squares[None, :]
    np.maximum(lengths, 0, out=lengths)
    return np.sqrt(lengths, out=lengths)


def _jitter(n: int) -> NDArray[np.float64]:
    """Give tiny offsets, always the same, that part nodes with the same distances."""
    number = np.arange(n, dtype=np.float64)
    return np.column_stack([np.sin(number * 12.9898), np.sin(number * 78.233)]) * 0.05
