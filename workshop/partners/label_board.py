# SPDX-License-Identifier: MIT
"""The ground that names share, as cells that are taken or free.

A row of cells is one number, a bit a cell. So a few operations on whole rows tell whether a box is
free, or which of all boxes of a size is free next to a wanted one.
"""

from collections.abc import Sequence
from functools import reduce
from math import floor, sqrt
from operator import or_
from typing import NamedTuple

import numpy as np

from workshop.partners.stress import Floats

Path = tuple[tuple[int, int], ...]
"""The cells of a line: rows, each with its bits."""
Taken = tuple[list[int], list[int]]
"""The rows of all that is taken, and of what is taken for good."""
Line = tuple[float, float, float, float]


class Box(NamedTuple):
    """Cells of the board: column and row of the first, and how many across and down."""

    x: int
    y: int
    wide: int
    high: int


class Board:
    """Cells that are taken: by nodes and leaders for good, by names until they move."""

    def __init__(self, wide: int, high: int, nodes: Floats) -> None:
        """Make a board of so many cells with nodes (x, y, radius, in cells) on it."""
        self.wide, self.high = wide, high
        self._fixed = [0] * high
        for row, left, right in _disks(nodes, wide, high):
            self._fixed[row] |= ((1 << (right - left)) - 1) << left
        self._rows = list(self._fixed)

    def put(self, box: Box) -> None:
        """Take the cells of a name, or give them back."""
        bits, low = ((1 << box.wide) - 1) << box.x, box.y + box.high
        self._rows[box.y : low] = [row ^ bits for row in self._rows[box.y : low]]

    def draw(self, path: Path) -> None:
        """Take the cells of a leader, or give them back."""
        for row, bits in path:
            self._rows[row] ^= bits
            self._fixed[row] ^= bits

    def holds(self, box: Box) -> bool:
        """Tell whether a box keeps clear of the edges, of nodes and of leaders; names may move."""
        x, y, wide, high = box
        if x < 0 or y < 0 or x + wide > self.wide or y + high > self.high:
            return False
        return not (reduce(or_, self._fixed[y : y + high]) >> x) & ((1 << wide) - 1)

    def free(self, box: Box) -> bool:
        """Tell whether nothing at all takes a box, which lies on the board."""
        taken = reduce(or_, self._rows[box.y : box.y + box.high]) >> box.x
        return not taken & ((1 << box.wide) - 1)

    def across(self, y: int, size: tuple[int, int], low: int, most: int, x: int) -> int | None:
        """Find the free box with its top at y, from low to most, that is nearest to x; give its x."""
        wide, high = size
        low, most = max(low, 0), min(most, self.wide - wide)
        if y < 0 or y + high > self.high or most < low:
            return None
        taken = reduce(or_, self._rows[y : y + high]) >> low
        if low <= x <= most and not (taken >> (x - low)) & ((1 << wide) - 1):
            return x
        found = _nearest(_runs(~taken & ((1 << (most - low + wide)) - 1), wide), x - low)
        return None if found is None else low + found

    def down(self, x: int, size: tuple[int, int], reach: int, y: int) -> int | None:
        """Find the free box with its left at x that is nearest to y, within reach; give its y."""
        wide, high = size
        if x < 0 or x + wide > self.wide:
            return None
        bits, run, best = ((1 << wide) - 1) << x, 0, None
        if 0 <= y <= self.high - high and not reduce(or_, self._rows[y : y + high]) & bits:
            return y
        # Every box no farther than half its height has one of the two rows in the middle.
        middle = self._rows[max(y + high // 2 - 1, 0) : max(y + high // 2 + 1, 0)]
        if reach <= high // 2 and all(row & bits for row in middle):
            return None
        start = top = max(0, y - reach)
        for row in self._rows[start : y + reach + high]:
            top += 1
            run = 0 if row & bits else run + 1
            if run >= high:
                if top - high >= y:
                    below = top - high
                    return below if best is None or below - y < y - best else best
                best = top - high
        return best

    def around(
        self, x: float, y: float, size: tuple[int, int], reach: int, step: int
    ) -> list[tuple[float, int, int]]:
        """Find free boxes around a point: how far away, x and y, the nearest first."""
        wide, high = size
        low, most = max(0, int(x) - reach - wide), min(self.wide - wide, int(x) + reach)
        top, last = max(0, int(y) - reach - high), min(self.high - high, int(y) + reach)
        if most < low or last < top:
            return []
        inside = (1 << (most - low + wide)) - 1
        free = _thinned([~(row >> low) & inside for row in self._rows[top : last + high]], high)
        wanted = min(max(round(x - wide / 2), low), most) - low
        found = []
        for at in range(0, last - top + 1, step):
            for left in _some(_runs(free[at], wide), wanted, wide):
                box = (low + left, top + at)
                found.append((_apart(x, y, *box, *size), *box))
        return sorted(one for one in found if one[0] < reach)

    def path(self, line: Line, *, names: bool = True) -> Path | None:
        """Give the cells of a line, or None if one is taken or beyond the edge.

        Without `names` it may run through those.
        """
        x1, y1, x2, y2 = line if line[1] <= line[3] else (line[2], line[3], line[0], line[1])
        if y1 < 0 or y2 >= self.high or min(x1, x2) < 0 or max(x1, x2) >= self.wide:
            return None
        slope, found, rows = (
            (x2 - x1) / max(y2 - y1, 1e-9),
            [],
            self._rows if names else self._fixed,
        )
        for row in range(floor(y1), floor(y2) + 1):
            ends = x1 + (max(y1, row) - y1) * slope, x1 + (min(y2, row + 1) - y1) * slope
            if y2 - y1 < 1e-6:
                ends = x1, x2
            first = floor(min(ends))
            bits = ((1 << (floor(max(ends)) + 1 - first)) - 1) << first
            if rows[row] & bits:
                return None
            found.append((row, bits))
        return tuple(found)

    def kept(self) -> Taken:
        """Give what is taken, to come back to."""
        return list(self._rows), list(self._fixed)

    def back(self, kept: Taken) -> None:
        """Take again what was taken then, and nothing else."""
        self._rows, self._fixed = kept


def _disks(nodes: Floats, wide: int, high: int) -> list[list[int]]:
    """Give the row, and the columns from and to, of all cells that disks touch."""
    x, y, radius = nodes.T.astype(np.float64)
    first = np.clip(np.floor(y - radius), 0, high).astype(int)
    counts = np.maximum(np.clip(np.ceil(y + radius), 0, high).astype(int) - first, 0)
    disk = np.repeat(np.arange(len(nodes)), counts)
    row = np.arange(len(disk)) + np.repeat(first - np.cumsum(counts) + counts, counts)
    off = np.maximum(np.maximum(row - y[disk], y[disk] - row - 1), 0)
    half = np.sqrt(np.maximum(radius[disk] ** 2 - off * off, 0))
    left = np.clip(np.floor(x[disk] - half), 0, wide)
    right = np.clip(np.ceil(x[disk] + half), 0, wide)
    seen = right > left
    found: list[list[int]] = np.column_stack([row, left, right])[seen].astype(int).tolist()
    return found


def _runs(free: int, length: int) -> int:
    """Give the bits from which on so many are free."""
    done = 1
    while done < length and free:
        step = min(done, length - done)
        free &= free >> step
        done += step
    return free


def _thinned(rows: Sequence[int], high: int) -> Sequence[int]:
    """Give for each row what is free in it and in the rows below, so many in all."""
    done = 1
    while done < high:
        step = min(done, high - done)
        rows = [one & other for one, other in zip(rows, rows[step:], strict=False)]
        done += step
    return rows


def _before(bits: int, wanted: int) -> int | None:
    low = bits & ((2 << wanted) - 1)
    return low.bit_length() - 1 if low else None


def _after(bits: int, wanted: int) -> int | None:
    high = bits >> wanted
    return wanted + (high & -high).bit_length() - 1 if high else None


def _some(bits: int, wanted: int, step: int) -> set[int]:
    """Give the nearest bits on both sides of the wanted one, and one further on on each."""
    found = set()
    before, after = _before(bits, wanted), _after(bits, wanted)
    if before is not None:
        found |= {before, _before(bits, before - step) if before >= step else None}
    if after is not None:
        found |= {after, _after(bits, after + step)}
    return {each for each in found if each is not None}


def _nearest(bits: int, wanted: int) -> int | None:
    if not bits:
        return None
    wanted = max(wanted, 0)
    before, after = _before(bits, wanted), _after(bits, wanted)
    if before is None or (after is not None and after - wanted < wanted - before):
        return after
    return before


def _apart(x: float, y: float, left: int, top: int, wide: int, high: int) -> float:
    across, down = max(left - x, x - left - wide, 0), max(top - y, y - top - high, 0)
    return sqrt(across * across + down * down)
