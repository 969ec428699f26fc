# SPDX-License-Identifier: MIT
"""Where the names of nodes go, so that none covers another name or a node.

Names are placed in the order of their importance; one that finds no room stays away. All lengths
are in the unit of the surface, y down.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.stress import Floats

MOST = 300
"""The most names that are placed at once."""
_PAD = 2.0
_EDGE_WORK = 120_000
# Below, above, right and left of the node, then the corners; each as a share of the name's size.
_SIDES = np.array(
    [(0, 1), (0, -1), (1, 0), (-1, 0), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8)]
)
_LIKING = np.array([0, 0.2, 0.25, 0.45, 0.7, 0.75, 0.8, 0.85])


class Scene(NamedTuple):
    """What names must keep clear of: nodes as (x, y, radius), lines as (x1, y1, x2, y2)."""

    nodes: Floats
    lines: Floats
    bounds: tuple[float, float, float, float]
    """Left, top, right and bottom, which no name crosses."""


def place_labels(
    scene: Scene, sizes: Floats, order: Sequence[int]
) -> dict[int, tuple[float, float]]:
    """Give the top left corner of each name that has room, by the number of its node.

    `sizes` has width and height for every node (n x 2), `order` the nodes by falling importance.
    """
    chosen = np.array(order[:MOST], dtype=np.intp)
    if not len(chosen):
        return {}
    boxes = np.concatenate(
        [_boxes(scene.nodes[chosen], sizes[chosen], away) for away in _reaches(len(scene.nodes))],
        axis=1,
    )
    likings = np.tile(_LIKING, boxes.shape[1] // len(_LIKING))
    likings += np.repeat(np.arange(boxes.shape[1] // len(_LIKING)) * 3.0, len(_LIKING))
    free = _inside(boxes, scene.bounds) & _clear_of_nodes(boxes, scene.nodes)
    cost = np.broadcast_to(likings, free.shape) + 0.5 * _lines_hit(boxes, scene.lines)
    taken = np.empty((len(chosen), 4), dtype=np.float32)
    found: dict[int, tuple[float, float]] = {}
    for row, node in enumerate(chosen):
        open_spots = np.flatnonzero(free[row])
        if len(open_spots) and found:
            clear = _clear_of_names(boxes[row, open_spots], taken[: len(found)])
            open_spots = open_spots[clear]
        if len(open_spots):
            box = boxes[row, open_spots[cost[row, open_spots].argmin()]]
            taken[len(found)] = box
            found[int(node)] = (float(box[0]), float(box[1]))
    return found


def _reaches(count: int) -> tuple[float, ...]:
    """Give how far from the node a name may stand; further away where there is room to search."""
    return (3.0, 16.0) if count <= 100 else (3.0,)


def _boxes(nodes: Floats, sizes: Floats, away: float) -> Floats:
    """Give the boxes around each node that its name could fill (n x places x 4)."""
    x, y, radius = (nodes[:, [axis]] for axis in range(3))
    wide, high = sizes[:, [0]], sizes[:, [1]]
    across, down = _SIDES[:, 0], _SIDES[:, 1]
    corner = np.where((across != 0) & (down != 0), 0.8, 1.0)
    left = x + across * (radius * corner + away) + wide * (np.sign(across) - 1) / 2
    top = y + down * (radius * corner + away) + high * (np.sign(down) - 1) / 2
    boxes: Floats = np.stack([left, top, left + wide, top + high], axis=2).astype(np.float32)
    return boxes


def _inside(boxes: Floats, bounds: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    left, top, right, bottom = bounds
    inside: NDArray[np.bool_] = (boxes[..., 0] >= left) & (boxes[..., 1] >= top)
    inside &= (boxes[..., 2] <= right) & (boxes[..., 3] <= bottom)
    return inside


def _clear_of_nodes(boxes: Floats, nodes: Floats) -> NDArray[np.bool_]:
    across = _outside(boxes[..., None, 0], boxes[..., None, 2], nodes[:, 0])
    down = _outside(boxes[..., None, 1], boxes[..., None, 3], nodes[:, 1])
    far: NDArray[np.bool_] = across**2 + down**2 >= (nodes[:, 2] + 1) ** 2
    clear: NDArray[np.bool_] = np.all(far, axis=2)
    return clear


def _outside(low: Floats, high: Floats, value: Floats) -> Floats:
    outside: Floats = np.maximum(np.maximum(low - value, value - high), 0)
    return outside


def _clear_of_names(boxes: Floats, taken: Floats) -> NDArray[np.bool_]:
    hit: NDArray[np.bool_] = boxes[:, None, 0] < taken[:, 2] + _PAD
    hit &= boxes[:, None, 2] + _PAD > taken[:, 0]
    hit &= boxes[:, None, 1] < taken[:, 3] + _PAD
    hit &= boxes[:, None, 3] + _PAD > taken[:, 1]
    clear: NDArray[np.bool_] = ~np.any(hit, axis=1)
    return clear


def _lines_hit(boxes: Floats, lines: Floats) -> NDArray[np.floating]:
    """Count the lines that run through each box; not counted where there are very many."""
    if not len(lines) or boxes.shape[0] * boxes.shape[1] * len(lines) > _EDGE_WORK * 8:
        return np.zeros(boxes.shape[:2])
    x1, y1, x2, y2 = lines.T
    near = np.minimum(x1, x2) < boxes[..., None, 2]
    near &= np.maximum(x1, x2) > boxes[..., None, 0]
    near &= np.minimum(y1, y2) < boxes[..., None, 3]
    near &= np.maximum(y1, y2) > boxes[..., None, 1]
    sides = [
        (x2 - x1) * (boxes[..., None, down] - y1) - (y2 - y1) * (boxes[..., None, across] - x1) > 0
        for across in (0, 2)
        for down in (1, 3)
    ]
    one_side = (sides[0] == sides[1]) & (sides[1] == sides[2]) & (sides[2] == sides[3])
    counts: NDArray[np.floating] = (near & ~one_side).sum(axis=2).astype(np.float64)
    return counts
