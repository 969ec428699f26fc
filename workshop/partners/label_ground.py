# SPDX-License-Identifier: MIT
"""What lies under the boxes and leaders of names: nodes, exactly, and about how much of lines.

Lines are counted in a grid of cells; sums over all cells above and left of each (Crow 1984) answer
for any number of boxes at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.stress import Floats

_MOST_CELLS = 80_000
_LEAST_CELL = 2.0
_MOST_SAMPLES = 100_000
_BLOCK = 64


class Scene(NamedTuple):
    """What names must keep clear of: nodes as (x, y, radius), lines as (x1, y1, x2, y2)."""

    nodes: Floats
    lines: Floats
    bounds: tuple[float, float, float, float]
    """Left, top, right and bottom, which no name crosses."""


class Ground:
    """The scene, made ready for asking about many boxes."""

    def __init__(self, scene: Scene) -> None:
        left, top, right, low = self._bounds = scene.bounds
        self._nodes = scene.nodes[np.argsort(scene.nodes[:, 0], kind="stable")]
        self._widest = float(scene.nodes[:, 2].max(initial=0))
        self._origin = np.array([left, top], dtype=np.float32)
        wide, high = max(right - left, 1.0), max(low - top, 1.0)
        self._cell = max(_LEAST_CELL, float(np.sqrt(wide * high / _MOST_CELLS)))
        self._shape = int(high / self._cell) + 2, int(wide / self._cell) + 2
        self._lines = _sums(self._trace(scene.lines))

    def within(self, boxes: Floats) -> NDArray[np.bool_]:
        """Tell for each box (... x 4) whether it crosses no bound."""
        left, top, right, bottom = self._bounds
        inside: NDArray[np.bool_] = (boxes[..., 0] >= left) & (boxes[..., 1] >= top)
        inside &= (boxes[..., 2] <= right) & (boxes[..., 3] <= bottom)
        return inside

    def clear_of_nodes(self, boxes: Floats) -> NDArray[np.bool_]:
        """Tell for each box (k x 4) whether no node touches it."""
        order = np.argsort(boxes[:, 0], kind="stable")
        clear = np.ones(len(boxes), dtype=bool)
        for first in range(0, len(boxes), _BLOCK):
            rows = order[first : first + _BLOCK]
            some = boxes[rows, :, None]
            x, y, radius = self._between(float(some[:, 0].min()), float(some[:, 2].max())).T
            across = np.maximum(np.maximum(some[:, 0] - x, x - some[:, 2]), 0)
            down = np.maximum(np.maximum(some[:, 1] - y, y - some[:, 3]), 0)
            clear[rows] = (across * across + down * down > radius * radius).all(axis=1)
        return clear

    def leaders_clear(self, leaders: Floats) -> NDArray[np.bool_]:
        """Tell for each leader (x1, y1, x2, y2) whether it touches no node."""
        low, high = (
            np.minimum(leaders[:, :2], leaders[:, 2:]),
            np.maximum(leaders[:, :2], leaders[:, 2:]),
        )
        # A leader whose frame is clear needs no closer look.
        clear = self.clear_of_nodes(np.hstack([low, high]))
        for at in np.flatnonzero(~clear):
            clear[at] = self._leader_clear(leaders[at])
        return clear

    def lines_under(self, boxes: Floats) -> Floats:
        """Give the length of lines under each box (... x 4), in heights of the box."""
        high, wide = self._shape
        cells = (boxes - np.tile(self._origin, 2)) / self._cell
        first = np.clip(cells[..., :2].astype(np.intp), 0, (wide - 1, high - 1))
        last = np.clip(cells[..., 2:].astype(np.intp) + 1, 0, (wide, high))
        sums = self._lines
        under = (
            sums[last[..., 1], last[..., 0]] - sums[first[..., 1], last[..., 0]]
            - sums[last[..., 1], first[..., 0]] + sums[first[..., 1], first[..., 0]]
        )  # fmt: skip
        heights = np.maximum(boxes[..., 3] - boxes[..., 1], 1e-6)
        covered: Floats = under * self._cell / heights
        return covered

    def _between(self, left: float, right: float) -> Floats:
        """Give the nodes that reach into an upright strip."""
        xs = self._nodes[:, 0]
        ends = np.searchsorted(xs, [left - self._widest, right + self._widest])
        return self._nodes[ends[0] : ends[1]]

    def _leader_clear(self, leader: Floats) -> bool:
        nodes = self._between(float(leader[0::2].min()), float(leader[0::2].max()))
        along = leader[2:] - leader[:2]
        ahead = nodes[:, :2] - leader[:2]
        share = np.clip(ahead @ along / max(float(along @ along), 1e-6), 0, 1)
        away = ahead - share[:, None] * along
        return not bool(((away * away).sum(axis=1) <= nodes[:, 2] ** 2).any())

    def _trace(self, lines: Floats) -> NDArray[np.int32]:
        """Count for each cell the points of lines in it, which stand about a cell apart."""
        high, wide = self._shape
        starts, ends = (
            (lines[:, part] - self._origin) / self._cell for part in (slice(0, 2), slice(2, 4))
        )
        near = (np.maximum(starts, ends) > 0).all(axis=1)
        near &= (np.minimum(starts, ends) < (wide, high)).all(axis=1)
        starts, along = starts[near], (ends - starts)[near]
        counts = np.abs(along).max(axis=1, initial=0)
        counts = np.ceil(counts / max(1.0, counts.sum() / _MOST_SAMPLES)).astype(np.intp)
        line = np.repeat(np.arange(len(starts)), counts)
        rank = np.arange(len(line)) - np.repeat(np.cumsum(counts) - counts, counts)
        share = (rank + 0.5) / np.maximum(counts, 1)[line]
        cells = np.floor(starts[line] + along[line] * share[:, None]).astype(np.intp)
        inside = (cells >= 0).all(axis=1) & (cells[:, 0] < wide) & (cells[:, 1] < high)
        flat = cells[inside, 1] * wide + cells[inside, 0]
        traced: NDArray[np.int32] = np.bincount(flat, minlength=high * wide).astype(np.int32)
        return traced.reshape(self._shape)


def _sums(cells: NDArray[np.int32]) -> NDArray[np.int32]:
    sums = np.zeros((cells.shape[0] + 1, cells.shape[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(cells, axis=0), axis=1, out=sums[1:, 1:])
    return sums
