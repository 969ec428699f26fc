# SPDX-License-Identifier: MIT
"""What names stand among, and about how much of its lines a name would cover.

Lines are counted in a grid of cells; sums over all cells above and left of each (Crow 1984) answer
for any number of boxes at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.stress import Floats

_MOST_CELLS = 16_000
_LEAST_CELL = 2.0
_MOST_SAMPLES = 100_000


class Scene(NamedTuple):
    """What names must keep clear of: nodes as (x, y, radius), lines as (x1, y1, x2, y2)."""

    nodes: Floats
    lines: Floats
    bounds: tuple[float, float, float, float]
    """Left, top, right and bottom, which no name crosses."""


class Ground:
    """The lines of a scene, made ready for asking about many boxes."""

    def __init__(self, scene: Scene) -> None:
        left, top, right, low = scene.bounds
        self._origin = np.array([left, top], dtype=np.float32)
        wide, high = max(right - left, 1.0), max(low - top, 1.0)
        self._cell = max(_LEAST_CELL, float(np.sqrt(wide * high / _MOST_CELLS)))
        self._shape = int(high / self._cell) + 2, int(wide / self._cell) + 2
        self._lines = _sums(self._trace(scene.lines))

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
