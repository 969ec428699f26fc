# SPDX-License-Identifier: MIT
"""Counting the ties that cross in a picture, and moving single nodes so that fewer do."""

import numpy as np
from numpy.typing import NDArray

from workshop.partners.stress import Floats, all_lengths

Pairs = NDArray[np.intp]
_WORK = 1_000_000
"""The most pairs of segments looked at while moving nodes; bounds the time, not the result's kind."""
_ROUNDS = 4
_SMALL = 100
_STRESS_ALLOWED = 0.012
_STRESS_ALLOWED_SMALL = 0.12
"""In a small picture the eye follows single lines; in a large one it reads the distances."""
_TURNS = np.arange(8) * (np.pi / 4)
_STEPS = np.concatenate(
    [reach * np.column_stack([np.cos(_TURNS), np.sin(_TURNS)]) for reach in (0.45, 1.1)]
).astype(np.float32)


def crossings(places: Floats, edges: Pairs) -> int:
    """Count the pairs of edges that cross; edges that share an end do not."""
    return int(_crossed(places, edges).sum()) // 2


def uncrossed(places: Floats, edges: Pairs, matrix: Floats) -> Floats:
    """Give the layout with nodes moved to where fewer of their edges cross others.

    The stress grows by little: one percent, or twelve where there are few nodes. `matrix` holds
    the ideal distances.
    """
    places = places.copy()
    crossed = _crossed(places, edges)
    if not crossed.any():
        return places
    cost = _Cost(matrix, places)
    effort = np.bincount(edges.ravel(), minlength=len(places)) * len(edges) * (len(_STEPS) + 2)
    left, rounds, better = _WORK, 0, True
    while better and rounds < _ROUNDS:
        counts = np.zeros(len(places), dtype=np.int64)
        np.add.at(counts, edges, crossed.sum(axis=1)[:, None])
        order = np.argsort(-counts, kind="stable")
        order = order[counts[order] > 0]
        order = order[np.cumsum(effort[order]) <= left]
        moved = [_moved(int(node), places, edges, cost) for node in order]
        left -= int(effort[order].sum())
        better, rounds = any(moved), rounds + 1
        crossed = _crossed(places, edges) if better else crossed
    return places


class _Cost:
    """The stress of a layout, kept up to date while nodes move, and how much it may still grow."""

    def __init__(self, matrix: Floats, places: Floats) -> None:
        self._matrix = matrix
        lengths = all_lengths(places)
        shares = np.divide(lengths, matrix, out=np.ones_like(lengths), where=matrix > 0)
        total = float(((shares - 1) ** 2).sum()) / 2
        allowed = _STRESS_ALLOWED_SMALL if len(places) <= _SMALL else _STRESS_ALLOWED
        self._left = total * allowed

    def growth(self, node: int, places: Floats, spots: Floats) -> Floats:
        """Give by how much the stress would grow if the node stood at each of the spots."""
        values = self._of(node, places, np.vstack([places[node][None], spots]))
        grown: Floats = values[1:] - values[0]
        return grown

    def affordable(self, grown: Floats) -> NDArray[np.bool_]:
        return grown <= self._left

    def spend(self, grown: float) -> None:
        self._left -= grown

    def _of(self, node: int, places: Floats, spots: Floats) -> Floats:
        ideal = self._matrix[node].copy()
        ideal[node] = 1
        lengths = np.linalg.norm(spots[:, None] - places[None], axis=2)
        errors = (lengths / ideal - 1) ** 2
        errors[:, node] = 0
        summed: Floats = errors.sum(axis=1)
        return summed


def _moved(node: int, places: Floats, edges: Pairs, cost: _Cost) -> bool:
    near = edges[(edges == node).any(axis=1)]
    others = np.where(near[:, 0] == node, near[:, 1], near[:, 0])
    middle = places[others].mean(axis=0)
    spots = np.vstack([places[node] + _STEPS, middle, 2 * middle - places[node]])
    spots = spots.astype(np.float32)
    clear = _clearance(node, places, spots) >= 0.4
    grown = cost.growth(node, places, spots)
    allowed = np.flatnonzero(clear & cost.affordable(grown))
    if not len(allowed):
        return False
    counts = _crossings_from(
        np.vstack([places[node][None], spots[allowed]]), others, node, places, edges
    )
    best = int(np.lexsort((grown[allowed], counts[1:]))[0])
    if counts[best + 1] >= counts[0]:
        return False
    places[node] = spots[allowed[best]]
    cost.spend(float(grown[allowed[best]]))
    return True


def _clearance(node: int, places: Floats, spots: Floats) -> Floats:
    gaps = np.linalg.norm(spots[:, None] - places[None], axis=2)
    gaps[:, node] = np.inf
    nearest: Floats = gaps.min(axis=1)
    return nearest


def _crossings_from(
    spots: Floats, others: NDArray[np.intp], node: int, places: Floats, edges: Pairs
) -> NDArray[np.intp]:
    """Count for each spot the edges crossed by the lines from there to the other ends."""
    kept = edges[(edges != node).all(axis=1)]
    a, b = places[kept[:, 0]], places[kept[:, 1]]
    p, q = spots[:, None, None], places[others][None, :, None]
    apart = (kept[None] != others[:, None, None]).all(axis=2)
    counts: NDArray[np.intp] = (_cross(a, b, p, q) & apart[None]).sum(axis=(1, 2))
    return counts


def _crossed(places: Floats, edges: Pairs) -> NDArray[np.bool_]:
    """Tell which edges cross: each has its ends on two sides of the other; a shared end is on none."""
    a, b = places[edges[:, 0]], places[edges[:, 1]]
    parted = _side(a[:, None], b[:, None], a[None]) * _side(a[:, None], b[:, None], b[None]) < 0
    found: NDArray[np.bool_] = parted & parted.T
    return found


def _cross(a: Floats, b: Floats, p: Floats, q: Floats) -> NDArray[np.bool_]:
    return (_side(a, b, p) * _side(a, b, q) < 0) & (_side(p, q, a) * _side(p, q, b) < 0)


def _side(a: Floats, b: Floats, c: Floats) -> Floats:
    result: Floats = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (
        c[..., 0] - a[..., 0]
    )
    return result
