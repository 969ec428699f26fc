# SPDX-License-Identifier: MIT
"""A grid of small cells that tells quickly what lies under a box: nodes, and how much of lines.

Sums over all cells above and left of each (Crow 1984) answer for any number of boxes at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.stress import Floats

_MOST_CELLS = 400_000
_LEAST_CELL = 2.0
_MOST_SAMPLES = 200_000


class Scene(NamedTuple):
    """What names must keep clear of: nodes as (x, y, radius), lines as (x1, y1, x2, y2)."""

    nodes: Floats
    lines: Floats
    bounds: tuple[float, float, float, float]
    """Left, top, right and bottom, which no name crosses."""


class Grid:
    """The scene in cells; a node fills every cell it touches, so that no answer is too hopeful."""

    def __init__(self, scene: Scene) -> None:
        left, top, right, low = scene.bounds
        self._origin = np.array([left, top], dtype=np.float32)
        wide, high = max(right - left, 1.0), max(low - top, 1.0)
        self.cell = max(_LEAST_CELL, float(np.sqrt(wide * high / _MOST_CELLS)))
        self._shape = int(high / self.cell) + 2, int(wide / self.cell) + 2
        self._filled = self._fill(scene.nodes)
        self._nodes = _sums(self._filled)
        self._lines = _sums(self._trace(scene.lines))

    def clear_of_nodes(self, boxes: Floats) -> NDArray[np.bool_]:
        """Tell for each box (... x 4) whether no node touches it."""
        clear: NDArray[np.bool_] = self._under(self._nodes, boxes) == 0
        return clear

    def lines_under(self, boxes: Floats) -> Floats:
        """Give the length of lines under each box, in heights of the box."""
        high = np.maximum(boxes[..., 3] - boxes[..., 1], 1e-6)
        covered: Floats = self._under(self._lines, boxes) * self.cell / high
        return covered

    def on_nodes(self, points: Floats) -> NDArray[np.bool_]:
        """Tell for each point (... x 2) whether it lies on a node, or outside the bounds."""
        cells = np.floor((points - self._origin) / self.cell).astype(np.intp)
        column, row = cells[..., 0], cells[..., 1]
        high, wide = self._shape
        beyond = (row < 0) | (row >= high) | (column < 0) | (column >= wide)
        found = self._filled[np.clip(row, 0, high - 1), np.clip(column, 0, wide - 1)]
        hit: NDArray[np.bool_] = beyond | (found > 0)
        return hit

    def _fill(self, nodes: Floats) -> NDArray[np.int32]:
        filled = np.zeros(self._shape, dtype=np.int32)
        spots = (nodes[:, :2] - self._origin) / self.cell
        for (x, y), radius in zip(spots.tolist(), (nodes[:, 2] / self.cell).tolist(), strict=True):
            first = max(int(y - radius), 0), max(int(x - radius), 0)
            last = int(y + radius) + 1, int(x + radius) + 1
            if last[0] > 0 and last[1] > 0:
                filled[first[0] : last[0], first[1] : last[1]] = 1
        return filled

    def _trace(self, lines: Floats) -> NDArray[np.int32]:
        """Count for each cell the points of lines in it, which stand about a cell apart."""
        high, wide = self._shape
        starts, ends = (
            (lines[:, part] - self._origin) / self.cell for part in (slice(0, 2), slice(2, 4))
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

    def _under(self, sums: NDArray[np.int32], boxes: Floats) -> NDArray[np.int32]:
        high, wide = self._shape
        cells = (boxes - np.tile(self._origin, 2)) / self.cell
        first = np.clip(np.floor(cells[..., :2]).astype(np.intp), 0, (wide - 1, high - 1))
        last = np.clip(np.floor(cells[..., 2:]).astype(np.intp) + 1, 0, (wide, high))
        under: NDArray[np.int32] = (
            sums[last[..., 1], last[..., 0]] - sums[first[..., 1], last[..., 0]]
            - sums[last[..., 1], first[..., 0]] + sums[first[..., 1], first[..., 0]]
        )  # fmt: skip
        return under


def _sums(cells: NDArray[np.int32]) -> NDArray[np.int32]:
    sums = np.zeros((cells.shape[0] + 1, cells.shape[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(cells, axis=0), axis=1, out=sums[1:, 1:])
    return sums
