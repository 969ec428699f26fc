# SPDX-License-Identifier: MIT
"""Which part of the map's picture has to be painted anew, and what lies in it."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from exports.exhibits.name_lines import abridged
from widgets.partners.brushwork import Brush, Names, on_screen, radii, strokes
from widgets.partners.content import Content
from widgets.partners.pictures import name_lines

Boxes = NDArray[np.float64]
"""Left, top, right and bottom of each, in pixels (n x 4)."""
_STRIDE = 40.0
_EDGE = 3.0
_MOST = 300
"""A part of so many pieces is not worth painting for itself."""


class Patch(NamedTuple):
    """A part of the picture: its pixels, and the boxes it is made of."""

    region: QRegion
    boxes: Boxes


def node_boxes(content: Content, brush: Brush, nodes: Collection[int]) -> Boxes:
    """Give the boxes around nodes, with their pins."""
    some = sorted(nodes)
    spots, sizes = on_screen(content, brush.view)[some], radii(content, brush)[some, None]
    return np.hstack([spots - 1.5 * sizes - _EDGE, spots + 1.5 * sizes + _EDGE])


def line_boxes(content: Content, brush: Brush, lines: Collection[int]) -> Boxes:
    """Give boxes along lines, which leave little beside them, with room for heads and signs."""
    drawn = strokes(content, brush, sorted(lines))
    counts = np.ceil(np.abs(drawn[:, 2:] - drawn[:, :2]).max(axis=1, initial=1) / _STRIDE) + 1
    pieces = [np.zeros((0, 4))]
    for (x1, y1, x2, y2), count in zip(drawn.tolist(), counts.astype(int).tolist(), strict=True):
        ends = np.linspace((x1, y1), (x2, y2), count + 1)
        low, high = np.minimum(ends[1:], ends[:-1]), np.maximum(ends[1:], ends[:-1])
        pieces.append(np.hstack([low, high]))
    room = _mark_room(brush, content)
    wider: Boxes = np.concatenate(pieces) + np.array([-room, -room, room, room])
    return wider


def name_boxes(content: Content, names: Names, nodes: Iterable[int]) -> Boxes:
    """Give the boxes of the names of those nodes that are shown, with their leaders."""
    boxes, shorts = [(0.0, 0.0, 0.0, 0.0)], abridged(content.names)
    for number in nodes:
        placed = names.placed.get(number)
        if placed:
            name = content.names[number]
            _, wide, high = name_lines(name, names.text, placed.shape, shorts[number])
            xs, ys = [placed.x, placed.x + wide], [placed.y, placed.y + high]
            if placed.leader:
                xs += placed.leader[0::2]
                ys += placed.leader[1::2]
            boxes.append((min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2))
    return np.array(boxes[1:]).reshape(-1, 4)


def patch_of(boxes: Boxes, frame: QRect) -> Patch | None:
    """Give the part in the boxes as far as it can be seen; None if that is not worth it."""
    if len(boxes) > _MOST:
        return None
    low, high = np.floor(boxes[:, :2]).astype(int), np.ceil(boxes[:, 2:]).astype(int)
    region = QRegion()
    for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True):
        region += QRect(left, top, right - left, bottom - top)
    return Patch(region & frame, boxes)


def lines_at(content: Content, nodes: Collection[int]) -> list[int]:
    """Give the lines that end at these nodes, by number."""
    found = np.isin(content.ends, list(nodes)).any(axis=1)
    return [int(line) for line in np.flatnonzero(found)]


def lines_in(content: Content, brush: Brush, patch: Patch) -> NDArray[np.intp]:
    """Give the lines that may show in a part, by number."""
    room, drawn = _mark_room(brush, content), strokes(content, brush)
    boxes = patch.boxes + np.array([-room, -room, room, room])
    low, high = np.minimum(drawn[:, :2], drawn[:, 2:]), np.maximum(drawn[:, :2], drawn[:, 2:])
    near = (high >= boxes[:, :2].min(axis=0)).all(axis=1)
    near &= (low <= boxes[:, 2:].max(axis=0)).all(axis=1)
    some = np.flatnonzero(near)
    hit = _running_through(drawn[some], boxes)
    found: NDArray[np.intp] = some[hit.any(axis=1)]
    return found


def within(boxes: Boxes, patch: Patch) -> NDArray[np.intp]:
    """Give the boxes that may show in a part, by number."""
    region, around = patch.region, patch.region.boundingRect()
    near = (boxes[:, 2] >= around.left()) & (boxes[:, 0] <= around.right() + 1)
    near &= (boxes[:, 3] >= around.top()) & (boxes[:, 1] <= around.bottom() + 1)
    found = [
        at
        for at in np.flatnonzero(near).tolist()
        if region.intersects(QRect(*_corner_and_size(boxes[at].tolist())))
    ]
    return np.array(found, dtype=np.intp)


def _running_through(lines: Boxes, boxes: Boxes) -> NDArray[np.bool_]:
    """Tell which lines (x1, y1, x2, y2) run through which boxes, or touch them (k x t)."""
    start, along = lines[:, None, :2], lines[:, None, 2:] - lines[:, None, :2]
    along = np.where(np.abs(along) < 1e-6, 1e-6, along)
    one, other = (boxes[:, :2] - 1 - start) / along, (boxes[:, 2:] + 1 - start) / along
    enter, leave = np.minimum(one, other).max(axis=2), np.maximum(one, other).min(axis=2)
    hit: NDArray[np.bool_] = (enter <= leave) & (leave >= 0) & (enter <= 1)
    return hit


def _corner_and_size(box: list[float]) -> tuple[int, int, int, int]:
    left, top = int(np.floor(box[0])), int(np.floor(box[1]))
    return left, top, int(np.ceil(box[2])) - left, int(np.ceil(box[3])) - top


def _mark_room(brush: Brush, content: Content) -> float:
    """Give how far a line with its head or sign reaches to its sides, in pixels."""
    em = brush.text * content.em
    return (0.7 * em if len(content.signed) else 0.25 * em) + _EDGE
