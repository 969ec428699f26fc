# SPDX-License-Identifier: MIT
"""Which places of names exclude each other: boxes that overlap, leaders that run through them."""

import numpy as np
from numpy.typing import NDArray

from workshop.partners.label_spots import Spots
from workshop.partners.stress import Floats

_PAD = 2.0
"""The least distance between two names."""
_BLOCK = 64


def rivals(spots: Spots, others: Spots) -> NDArray[np.bool_]:
    """Tell which places exclude which others (k x t); both may be the same places."""
    found = _in_the_way(spots, others.boxes)
    if not np.isnan(others.leaders[:, 0]).all():
        found |= _in_the_way(others, spots.boxes).T
    return found


def bits(table: NDArray[np.bool_]) -> list[int]:
    """Give each row as a number, its first entry as the lowest bit."""
    packed = np.packbits(table, axis=1, bitorder="little")
    data, wide = packed.tobytes(), packed.shape[1]
    return [
        int.from_bytes(data[at * wide : (at + 1) * wide], "little") for at in range(len(packed))
    ]


def _in_the_way(spots: Spots, boxes: Floats) -> NDArray[np.bool_]:
    """Tell which places, with their leaders, come too close to which boxes (k x t)."""
    reach = np.concatenate([spots.boxes, spots.leaders], axis=1)[:, [0, 2, 4, 6]]
    lefts, rights = np.fmin.reduce(reach, axis=1), np.fmax.reduce(reach, axis=1)
    rows, columns = np.argsort(lefts, kind="stable"), np.argsort(boxes[:, 0], kind="stable")
    sorted_lefts = boxes[columns, 0]
    widest = float((boxes[:, 2] - boxes[:, 0]).max(initial=0)) + _PAD
    found = np.zeros((len(lefts), len(boxes)), dtype=bool)
    for first in range(0, len(rows), _BLOCK):
        some = rows[first : first + _BLOCK]
        # Sorted by their left edges, only those that begin near by can be in the way.
        low = int(np.searchsorted(sorted_lefts, lefts[some].min() - widest))
        high = int(np.searchsorted(sorted_lefts, rights[some].max() + _PAD))
        near = columns[low:high]
        hit = _overlapping(spots.boxes[some], boxes[near])
        led = np.flatnonzero(~np.isnan(spots.leaders[some, 0]))
        if len(led):
            hit[led] |= running_through(spots.leaders[some[led]], boxes[near])
        row, column = np.nonzero(hit)
        found[some[row], near[column]] = True
    return found


def _overlapping(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Tell which boxes come too close to which others (k x t)."""
    hit: NDArray[np.bool_] = boxes[:, None, 0] < others[:, 2] + _PAD
    hit &= boxes[:, None, 2] + _PAD > others[:, 0]
    hit &= boxes[:, None, 1] < others[:, 3] + _PAD
    hit &= boxes[:, None, 3] + _PAD > others[:, 1]
    return hit


def running_through(lines: Floats, boxes: Floats) -> NDArray[np.bool_]:
    """Tell which lines (x1, y1, x2, y2) run through which boxes, or touch them (k x t)."""
    low, high = (
        np.minimum(lines[:, :2], lines[:, 2:]),
        np.maximum(lines[:, :2], lines[:, 2:]),
    )
    hit = _overlapping(np.hstack([low, high]), boxes)
    line, box = np.nonzero(hit)
    start, along = lines[line, :2], lines[line, 2:] - lines[line, :2]
    along = np.where(np.abs(along) < 1e-6, np.float32(1e-6), along)
    one, other = (boxes[box, :2] - 1 - start) / along, (boxes[box, 2:] + 1 - start) / along
    enter, leave = np.minimum(one, other).max(axis=1), np.maximum(one, other).min(axis=1)
    hit[line, box] = (enter <= leave) & (leave >= 0) & (enter <= 1)
    return hit
