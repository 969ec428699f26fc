# SPDX-License-Identifier: MIT
"""Where the names of nodes go, so that none covers another name, a node, or another's leader.

A name stands beside its node; where that has no room it moves away, with a leader line to its
node. Names are placed in the order of their importance; one that finds no room may push a single
other name to another of its places. All lengths are in the unit of the surface, y down.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.partners.label_grid import Grid, Scene
from workshop.partners.stress import Floats

__all__ = ["MOST", "Placed", "Scene", "place_labels"]

MOST = 300
"""The most names that are placed at once."""
_PAD = 2.0
_NEAR = 3.0
# Below, above, right and left of the node, then the corners; each as a share of the name's size.
_SIDES = np.array(
    [(0, 1), (0, -1), (1, 0), (-1, 0), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8)]
)
_LIKING = np.array([0, 0.2, 0.25, 0.45, 0.7, 0.75, 0.8, 0.85])
_TURNS = np.arange(20) * (np.pi / 10)
_REACHES = (0.5, 1.0, 1.7, 2.5, 3.4)
"""How far away a name may move, in heights of the name."""
_SHAPE_COST = 0.4
_FAR_COST = 2.0
_LINE_COST = 0.5
_LEADER_POINTS = np.linspace(0, 1, 14)[:, None]
_PUSHES = 24
_MOST_FAR = 40
"""More names than this do not move away: so many leaders could not be followed."""
_EFFORT, _MOST_TRIES = 240, 10
"""How many names are placed while several orders are tried, so that all find room."""
_HOPE, _CROWD = 0.7, 100
"""With fewer of the names placed, or among more nodes, no order will help."""


class Placed(NamedTuple):
    """The top left corner of a name, the number of its shape, and its leader if it has one."""

    x: float
    y: float
    shape: int = 0
    leader: tuple[float, float, float, float] | None = None
    """From the rim of the node to the name."""


class _Spots(NamedTuple):
    """The places one name could take, the best first: boxes, shapes, leaders (k x p x 2)."""

    boxes: Floats
    shapes: NDArray[np.intp]
    leaders: Floats | None


def place_labels(
    scene: Scene, shapes: Sequence[Floats], order: Sequence[int], *, far: bool = True
) -> dict[int, Placed]:
    """Give a place to each name that has room, by the number of its node.

    `shapes` are the ways to break the names, the preferred first: width and height for every node
    (n x 2). `order` has the nodes by falling importance. Without `far` no name moves away.
    """
    chosen = list(order[:MOST])
    if not chosen:
        return {}
    search = _Search(scene, shapes, chosen)
    best, order, tried = search.place(chosen, far=far), chosen, 1
    hopeful = far and len(best) > _HOPE * len(chosen) and len(scene.nodes) <= _CROWD
    tries = _EFFORT // len(chosen) if hopeful else 0
    while len(best) < len(chosen) and tried < min(tries, _MOST_TRIES):
        # Those that found no room choose first, the others as before.
        order = sorted(order, key=search.found.__contains__)
        found, tried = search.place(order, far=True), tried + 1
        best = max(best, found, key=len)
    return {node: best[node] for node in chosen if node in best}


class _Search:
    """The names placed so far, and what each other one could still take."""

    def __init__(self, scene: Scene, shapes: Sequence[Floats], nodes: Sequence[int]) -> None:
        self._scene, self._shapes = scene, shapes
        self._grid = Grid(scene)
        self._nodes = list(nodes)
        self._near = dict(zip(nodes, self._near_spots(np.array(nodes)), strict=True))
        self._far: dict[int, _Spots] = {}
        self._rows = {node: row for row, node in enumerate(nodes)}
        # A name that is not placed has no numbers, and what has none touches nothing.
        self._taken = np.full((len(self._nodes), 4), np.nan, dtype=np.float32)
        self._lines: dict[int, Floats] = {}
        self.found: dict[int, Placed] = {}

    def place(self, order: Sequence[int], *, far: bool) -> dict[int, Placed]:
        """Place all names anew in an order: beside their nodes, then away from them."""
        self._taken[:] = np.nan
        self._lines, self.found = {}, {}
        waiting = [node for node in order if not self._settle(node, self._near[node])]
        waiting = [node for node in waiting if not self._push(node, self._near[node])]
        for node in waiting[:_MOST_FAR] if far else ():
            spots = self._far[node] = self._far.get(node) or self._far_spots(node)
            if not self._settle(node, spots):
                self._push(node, spots)
        return self.found

    def _settle(self, node: int, spots: _Spots) -> bool:
        """Take the best of the spots that is free now, if any."""
        for at in np.flatnonzero(self._free(spots.boxes)):
            leader = spots.leaders[at] if spots.leaders is not None else None
            if leader is None or not _inside(leader, self._taken).any():
                self._take(node, spots, int(at))
                return True
        return False

    def _free(self, boxes: Floats) -> NDArray[np.bool_]:
        free: NDArray[np.bool_] = np.logical_not(_hits(boxes, self._taken).any(axis=1))
        if self._lines and free.any():
            free &= ~_inside(np.concatenate(list(self._lines.values())), boxes).any(axis=0)
        return free

    def _take(self, node: int, spots: _Spots, at: int) -> None:
        box = self._taken[self._rows[node]] = spots.boxes[at]
        leader = None
        if spots.leaders is not None:
            self._lines[node] = spots.leaders[at]
            (x1, y1), (x2, y2) = spots.leaders[at][[0, -1]].tolist()
            leader = (x1, y1, x2, y2)
        self.found[node] = Placed(float(box[0]), float(box[1]), int(spots.shapes[at]), leader)

    def _push(self, node: int, spots: _Spots) -> bool:
        """Move one other name to another place beside its node, if that makes room."""
        hits = _hits(spots.boxes, self._taken)
        for at in np.flatnonzero(hits.sum(axis=1) == 1)[:_PUSHES]:
            other = self._nodes[int(hits[at].argmax())]
            leaders = None if spots.leaders is None else spots.leaders[[at]]
            wanted = _Spots(spots.boxes[[at]], spots.shapes[[at]], leaders)
            if self._swap(node, wanted, other):
                return True
        return False

    def _swap(self, node: int, wanted: _Spots, other: int) -> bool:
        row = self._rows[other]
        box, placed, line = self._taken[row].copy(), self.found[other], self._lines.pop(other, None)
        self._taken[row] = np.nan
        if self._settle(node, wanted) and self._settle(other, self._near[other]):
            return True
        self.found.pop(node, None)
        self._lines.pop(node, None)
        self._taken[self._rows[node]] = np.nan
        self._taken[row], self.found[other] = box, placed
        if line is not None:
            self._lines[other] = line
        return False

    def _near_spots(self, nodes: NDArray[np.intp]) -> list[_Spots]:
        """Give for each name the places beside its node where nothing stands."""
        around = self._scene.nodes[nodes]
        boxes = np.concatenate([_beside(around, sizes[nodes]) for sizes in self._shapes], axis=1)
        kinds = np.repeat(np.arange(len(self._shapes)), len(_SIDES))
        liking = np.tile(_LIKING, len(self._shapes)) + kinds * _SHAPE_COST
        free = _within(boxes, self._scene.bounds) & self._grid.clear_of_nodes(boxes)
        costs = liking + _LINE_COST * self._grid.lines_under(boxes)
        ranked = np.argsort(costs, axis=1, kind="stable")
        found = []
        for row, order in enumerate(ranked):
            open_spots = order[free[row, order]]
            found.append(_Spots(boxes[row, open_spots], kinds[open_spots], None))
        return found

    def _far_spots(self, node: int) -> _Spots:
        """Give the places away from a node where nothing stands, each with its leader."""
        x, y, radius = (float(value) for value in self._scene.nodes[node])
        parts = [
            (_around((x, y), radius, sizes[node]), kind) for kind, sizes in enumerate(self._shapes)
        ]
        boxes = np.concatenate([part for part, _ in parts])
        kinds = np.repeat([kind for _, kind in parts], [len(part) for part, _ in parts])
        rim = radius + 1.5 * self._grid.cell
        leaders, lengths = _leaders((x, y), rim, boxes)
        free = _within(boxes, self._scene.bounds) & self._grid.clear_of_nodes(boxes)
        free &= ~self._grid.on_nodes(leaders[:, 1:]).any(axis=1) & (lengths > 0)
        high = np.maximum(boxes[:, 3] - boxes[:, 1], 1e-6)
        costs = _FAR_COST * lengths / high + kinds * _SHAPE_COST
        costs += _LINE_COST * self._grid.lines_under(boxes)
        order = np.argsort(costs, kind="stable")
        order = order[free[order]]
        return _Spots(boxes[order], kinds[order], leaders[order])


def _beside(nodes: Floats, sizes: Floats) -> Floats:
    """Give the boxes around each node that its name could fill (n x places x 4)."""
    x, y, radius = (nodes[:, [axis]] for axis in range(3))
    wide, high = sizes[:, [0]], sizes[:, [1]]
    across, down = _SIDES[:, 0], _SIDES[:, 1]
    corner = np.where((across != 0) & (down != 0), 0.8, 1.0)
    left = x + across * (radius * corner + _NEAR) + wide * (np.sign(across) - 1) / 2
    top = y + down * (radius * corner + _NEAR) + high * (np.sign(down) - 1) / 2
    boxes: Floats = np.stack([left, top, left + wide, top + high], axis=2).astype(np.float32)
    return boxes


def _around(middle: tuple[float, float], radius: float, size: Floats) -> Floats:
    """Give the boxes in rings around a node, their near side so far away (k x 4)."""
    wide, high = (float(value) for value in size)
    heading = np.column_stack([np.cos(_TURNS), np.sin(_TURNS)])
    half = np.array([wide, high]) / 2
    # The nearest point of the box lies on the ring: its middle is a support distance further out.
    centers = [
        np.array(middle) + heading * (radius + reach * high) + np.clip(heading * 2, -1, 1) * half
        for reach in _REACHES
    ]
    corners = np.concatenate(centers) - half
    return np.hstack([corners, corners + 2 * half]).astype(np.float32)


def _leaders(
    middle: tuple[float, float], rim: float, boxes: Floats
) -> tuple[Floats, NDArray[np.floating]]:
    """Give the points of the lines from a node's rim to each box, and their lengths."""
    end = np.clip(np.array(middle), boxes[:, :2], boxes[:, 2:])
    along = end - np.array(middle)
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    start = np.array(middle) + along / length[:, None] * rim
    points = start[:, None] + (end - start)[:, None] * _LEADER_POINTS
    return points.astype(np.float32), length - rim


def _within(boxes: Floats, bounds: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    left, top, right, bottom = bounds
    inside: NDArray[np.bool_] = (boxes[..., 0] >= left) & (boxes[..., 1] >= top)
    inside &= (boxes[..., 2] <= right) & (boxes[..., 3] <= bottom)
    return inside


def _hits(boxes: Floats, taken: Floats) -> NDArray[np.bool_]:
    """Tell which boxes come too close to which taken ones (k x t)."""
    hit: NDArray[np.bool_] = boxes[:, None, 0] < taken[:, 2] + _PAD
    hit &= boxes[:, None, 2] + _PAD > taken[:, 0]
    hit &= boxes[:, None, 1] < taken[:, 3] + _PAD
    hit &= boxes[:, None, 3] + _PAD > taken[:, 1]
    return hit


def _inside(points: Floats, boxes: Floats) -> NDArray[np.bool_]:
    """Tell which points lie in which boxes (p x k); the last point of a leader touches its own."""
    x, y = points[:, [0]], points[:, [1]]
    inside: NDArray[np.bool_] = (x > boxes[:, 0] - 1) & (x < boxes[:, 2] + 1)
    inside &= (y > boxes[:, 1] - 1) & (y < boxes[:, 3] + 1)
    return inside
