# SPDX-License-Identifier: MIT
"""The places a name could take: beside its node, or away from it with a line that leads there."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.label_ground import Ground
from workshop.partners.stress import Floats

_NEAR = 3.0
_SLIDES = (0.0, -0.3, 0.3, -0.5, 0.5)
# Below, above, right and left of the node, and slid along its side; slides are shares of the size.
_SIDES = np.array(
    [(0, side, slide) for side in (1, -1) for slide in _SLIDES]
    + [(side, 0, slide) for side in (1, -1) for slide in (0.0, -0.5, 0.5)]
)
_LIKING = np.repeat([0, 0.2, 0.25, 0.45], [5, 5, 3, 3]) + np.abs(_SIDES[:, 2])
_TURNS = np.arange(16) * (np.pi / 8)
_REACHES = (0.6, 1.2, 2.2, 3.4)
"""How far away a name may move, in heights of the name."""
_RIM = 3.0
"""How far outside its node a leader begins."""
_SHAPE_COST = 0.4
_LINE_COST = 0.5
_FAR_COST = 2.0


class Spots(NamedTuple):
    """Places where nothing stands: whose each is, its box, the shape of the name, its leader.

    They are sorted by owner, and for each owner the best come first. A place beside its node has
    no leader: its numbers are NaN.
    """

    owner: NDArray[np.intp]
    boxes: Floats
    shapes: NDArray[np.intp]
    leaders: Floats


def near_spots(nodes: Floats, ground: Ground, sizes: Sequence[Floats]) -> Spots:
    """Give the places beside nodes (x, y, radius) for names of these sizes, one array a shape."""
    boxes = np.concatenate([_beside(nodes, each) for each in sizes], axis=1)
    owner, place, boxes = _free(boxes, ground)
    shapes = place // len(_SIDES)
    costs = _LIKING[place % len(_SIDES)] + shapes * _SHAPE_COST
    costs = costs + _LINE_COST * ground.lines_under(boxes)
    order = np.lexsort((costs, owner))
    no_leaders = np.full((len(order), 4), np.nan, dtype=np.float32)
    return Spots(owner[order], boxes[order], shapes[order], no_leaders)


def far_spots(nodes: Floats, ground: Ground, sizes: Sequence[Floats], most: int) -> Spots:
    """Give up to so many places away from each node, each with its leader."""
    boxes = np.concatenate([_around(nodes, each) for each in sizes], axis=1)
    per_shape = boxes.shape[1] // len(sizes)
    owner, place, boxes = _free(boxes, ground)
    shapes = place // per_shape
    leaders, lengths = _leaders(nodes[owner], boxes)
    clear = np.flatnonzero((lengths > 0) & ground.leaders_clear(leaders))
    high = np.maximum(boxes[:, 3] - boxes[:, 1], 1e-6)
    costs = _FAR_COST * lengths / high + shapes * _SHAPE_COST
    costs += _LINE_COST * ground.lines_under(boxes)
    order = clear[np.lexsort((costs[clear], owner[clear]))]
    rank = np.arange(len(order)) - np.searchsorted(owner[order], owner[order])
    order = order[rank < most]
    return Spots(owner[order], boxes[order], shapes[order], leaders[order])


def _free(boxes: Floats, ground: Ground) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Give whose each free box is, the number of its place, and the box, of boxes (n x k x 4)."""
    free = ground.within(boxes)
    free[free] = ground.clear_of_nodes(boxes[free])
    owner, place = np.nonzero(free)
    return owner, place, boxes[free]


def _beside(nodes: Floats, sizes: Floats) -> Floats:
    """Give the boxes around each node that its name could fill (n x k x 4)."""
    x, y, radius = (nodes[:, [axis]] for axis in range(3))
    wide, high = sizes[:, [0]], sizes[:, [1]]
    across, down, slide = _SIDES.T
    left = x + across * (radius + _NEAR) + wide * ((across - 1) / 2 + slide * (across == 0))
    top = y + down * (radius + _NEAR) + high * ((down - 1) / 2 + slide * (down == 0))
    boxes: Floats = np.stack([left, top, left + wide, top + high], axis=2).astype(np.float32)
    return boxes


def _around(nodes: Floats, sizes: Floats) -> Floats:
    """Give the boxes in rings around each node, their near side so far away (n x k x 4)."""
    heading = np.column_stack([np.cos(_TURNS), np.sin(_TURNS)])
    half = sizes[:, None, None] / 2
    reach = nodes[:, 2, None, None, None] + np.array(_REACHES)[:, None, None] * 2 * half[..., 1:]
    # The nearest point of the box lies on the ring: its middle is a support distance further out.
    middles = nodes[:, None, None, :2] + heading * reach + np.clip(heading * 2, -1, 1) * half
    boxes: Floats = np.concatenate([middles - half, middles + half], axis=3).astype(np.float32)
    return boxes.reshape(len(nodes), -1, 4)


def _leaders(nodes: Floats, boxes: Floats) -> tuple[Floats, NDArray[np.floating]]:
    """Give the line from the rim of each node to its box, and its length."""
    middle, rim = nodes[:, :2], nodes[:, 2] + _RIM
    end = np.clip(middle, boxes[:, :2], boxes[:, 2:])
    along = end - middle
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    start = middle + along * (rim / length)[:, None]
    return np.hstack([start, end]).astype(np.float32), length - rim
