# SPDX-License-Identifier: MIT
"""The places a name could take on the board: beside its node, or away from it with a leader."""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from workshop.partners.label_board import Board, Box, Line, Path
from workshop.partners.label_ground import Ground
from workshop.partners.stress import Floats

Node = tuple[float, float, float]
"""Where a node stands, and its radius."""
Dislikes = tuple[float, float, float, float]
"""How little a name should stand below, above, right and left of its node."""
Sides = Sequence[tuple[float, int, int]]
_BELOW, _ABOVE, _RIGHT, _LEFT = range(4)
_SIDES = (0.0, 0.2, 0.1, 0.3)
LINE_COST = 0.5
_SLIDE_COST = 0.6
SHAPE_COST = 0.5
"""How much less each further way to break a name is liked; a full height of line under it is 0.5."""
_NEAR = 1.0
"""The least distance of a name from its node, in cells."""
RIM = 1.5
"""How far outside its node a leader begins, in cells; cells of the node are no more than that."""
_LED = 3.5
"""A name no farther from the rim needs no leader, in cells."""
_STEP, _MOST_LEADERS, _MOST_LOOKED_AT = 3, 10, 16
"""Which rows are searched for places away from a node, and how many leaders are tried."""


class Form(NamedTuple):
    """One way to break a name: its number, and its size in cells."""

    shape: int
    size: tuple[int, int]


class Spot(NamedTuple):
    """A place of a name: the number of its shape, its cells, and the cells of its leader."""

    shape: int
    box: Box
    leader: Line | None = None
    path: Path = ()


def sides(node: Node, dislikes: Dislikes) -> Sides:
    """Give the sides of a node, the best liked first, each with the nearest cells it has."""
    x, y, radius = node
    room = radius + _NEAR
    edges = ceil(y + room), floor(y - room), ceil(x + room), floor(x - room)
    return sorted(zip(dislikes, range(4), edges, strict=True))


def beside(board: Board, node: Node, around: Sides, form: Form) -> tuple[float, Spot | None]:
    """Give the best free place beside a node, and how little it is liked."""
    (x, y, _), (wide, high) = node, form.size
    best, left, top = float("inf"), -1, -1
    for dislike, side, edge in around:
        if dislike >= best:
            break
        if side < _RIGHT:
            row, wanted = (edge if side == _BELOW else edge - high), int(x - wide / 2)
            at = board.across(row, form.size, int(x - wide) + 1, int(x), wanted)
            if at is not None and (cost := dislike + _SLIDE_COST * abs(at - wanted) / wide) < best:
                best, left, top = cost, at, row
        else:
            column, wanted = (edge if side == _RIGHT else edge - wide), int(y - high / 2)
            at = board.down(column, form.size, high // 2, wanted)
            if at is not None and (cost := dislike + _SLIDE_COST * abs(at - wanted) / high) < best:
                best, left, top = cost, column, at
    return best, Spot(form.shape, Box(left, top, wide, high)) if left >= 0 else None


def could_be_beside(board: Board, node: Node, form: Form) -> Iterator[Box]:
    """Give the places beside a node where nothing stands that cannot move."""
    wide, high = form.size
    x, y, room = node[0], node[1], node[2] + _NEAR
    below, above = ceil(y + room), floor(y - room) - high
    right, left = ceil(x + room), floor(x - room) - wide
    xs = [round(x - wide * slide) for slide in (0.5, 0.25, 0.75, 0.0, 1.0)]
    ys = [round(y - high * slide) for slide in (0.5, 0.0, 1.0)]
    boxes = [Box(x, y, wide, high) for y in (below, above) for x in xs]
    boxes += [Box(x, y, wide, high) for x in (right, left) for y in ys]
    return filter(board.holds, boxes)


def could_be_away(board: Board, node: Node, form: Form, reach: int) -> Iterator[Spot]:
    """Give free places away from a node whose leaders are stopped by nothing but names."""
    for distance, left, top in board.around(*node[:2], form.size, reach, _STEP)[:_MOST_LOOKED_AT]:
        box = Box(left, top, *form.size)
        if distance > node[2] + _LED:
            leader = _leader(node, box, distance)
            path = board.path(leader, names=False)
            if path is not None:
                yield Spot(form.shape, box, leader, path)


def away(board: Board, node: Node, form: Form, reach: int) -> tuple[float, Spot | None]:
    """Give the free place nearest to a node, with its leader, and its distance from the rim."""
    x, y, radius = node
    tried = 0
    for distance, left, top in board.around(x, y, form.size, reach, _STEP):
        box = Box(left, top, *form.size)
        if distance < radius + _NEAR:
            continue
        if distance <= radius + _LED:
            return 0.0, Spot(form.shape, box)
        leader = _leader(node, box, distance)
        path, tried = board.path(leader), tried + 1
        if path is not None:
            return distance - radius, Spot(form.shape, box, leader, path)
        if tried == _MOST_LEADERS:
            break
    return float("inf"), None


def disliked(ground: Ground, nodes: Floats, sizes: Floats) -> list[Dislikes]:
    """Tell how little names of these sizes should stand on each side of their nodes."""
    x, y, radius = (nodes[:, [axis]] for axis in range(3))
    wide, high = sizes[:, [0]], sizes[:, [1]]
    across, down = np.array([0, 0, 1, -1]), np.array([1, -1, 0, 0])
    left = x + across * radius + wide * (across - 1) / 2
    top = y + down * radius + high * (down - 1) / 2
    boxes = np.stack([left, top, left + wide, top + high], axis=2)
    covered = ground.lines_under(boxes)
    costs = np.array(_SIDES) + LINE_COST * (covered - covered.min(axis=1, keepdims=True))
    return [tuple(each) for each in costs.tolist()]


def _leader(node: Node, box: Box, distance: float) -> Line:
    """Give the line from outside the rim of a node to just before a box."""
    x, y, radius = node
    across = min(max(x, box.x), box.x + box.wide) - x
    down = min(max(y, box.y), box.y + box.high) - y
    begin, end = (radius + RIM) / distance, (distance - 0.01) / distance
    return x + across * begin, y + down * begin, x + across * end, y + down * end
