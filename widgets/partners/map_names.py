# SPDX-License-Identifier: MIT
"""Which names the map shows, where, and how large: all if they find room, else the most important.

Up to 300 names are set smaller, down to what can be read, until all find room; then those are
shortened or moved away that still have none.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize

from exports.exhibits.name_lines import SHAPES, USUAL, WHOLE, abridged
from widgets.partners.brushwork import Brush, Names, on_screen, radii, strokes
from widgets.partners.content import Content
from widgets.partners.pictures import name_lines
from workshop.partners.labels import MOST, Placed, Scene, place_labels

_BEYOND = 40.0
_SMALLER = (1.0, 0.86, 0.75, 0.65)
_LEAST = 9.0
"""The smallest names, in pixels."""
_FULL, _FULL_OF_MANY = 0.42, 0.26
"""More of the window than this is not tried to be filled with names."""
_FEW = 100
"""So few names may take any of their shapes."""
_WAITING = 0.06
"""So many of the names may be moved away from their nodes before all are set smaller."""


def place_names(content: Content, brush: Brush, size: QSize) -> Names:
    """Give the names that are shown, and their size."""
    seen = _seen(content, brush, size)
    order = [n for n in content.order if seen[n] and (brush.lit is None or n in brush.lit)]
    if not order:
        return Names({}, brush.text)
    packed = np.flatnonzero(seen)
    slots = {int(number): slot for slot, number in enumerate(packed)}
    wanted = [slots[n] for n in order]
    scene = _scene(content, brush, size, seen)
    found, text = _placed(content.names, packed, wanted, scene, brush.text)
    return Names({int(packed[slot]): each for slot, each in found.items()}, text)


def _placed(
    names: tuple[str, ...], packed: NDArray[np.intp], order: list[int], scene: Scene, text: float
) -> tuple[dict[int, Placed], float]:
    """Set all names as large as they find room beside their nodes; then move what is left over."""
    sizes = sorted(
        {max(round(text * share), min(_LEAST, text)) for share in _SMALLER}, reverse=True
    )
    if len(order) > MOST:
        size = sizes[:2][-1]
        boxes = _boxes(names, packed, order, size, (USUAL,))
        return place_labels(scene, boxes, order, far=False), size
    if len(order) > _FEW:
        sizes = sizes[:1] + sizes[-1:]
    left, top, right, low = scene.bounds
    room = (_FULL if len(order) <= _FEW else _FULL_OF_MANY) * (right - left) * (low - top)
    inside = _inside(scene)
    for size in sizes[:-1]:
        boxes = _boxes(names, packed, order, size, SHAPES[:1])
        if boxes[0].prod(axis=1).sum() <= room:
            boxes += _boxes(names, packed, order, size, SHAPES[1:WHOLE])
            found = place_labels(scene, boxes, order)
            beside = {slot for slot, each in found.items() if each.leader is None}
            waiting = sum(1 for slot in order if inside[slot] and slot not in beside)
            if waiting <= _WAITING * len(order):
                return found, size
    boxes = _boxes(names, packed, order, sizes[-1], SHAPES)
    return place_labels(scene, boxes, order, whole=WHOLE), sizes[-1]


def _inside(scene: Scene) -> NDArray[np.bool_]:
    """Tell whose name can stand beside it: not that of a node just off the edge of the window."""
    left, top, right, low = scene.bounds
    x, y = scene.nodes[:, 0], scene.nodes[:, 1]
    inside: NDArray[np.bool_] = (x >= left) & (x <= right) & (y >= top) & (y <= low)
    return inside


def _boxes(
    names: tuple[str, ...],
    packed: NDArray[np.intp],
    order: list[int],
    text: float,
    shapes: Sequence[int],
) -> list[NDArray[np.float32]]:
    """Measure those names only that can be shown, in each of the shapes."""
    some, shorts = order[:MOST], abridged(names)
    both = [(names[packed[slot]], shorts[packed[slot]]) for slot in some]
    found = []
    for shape in shapes:
        sizes = np.zeros((len(packed), 2), dtype=np.float32)
        sizes[some] = [name_lines(name, text, shape, short)[1:] for name, short in both]
        found.append(sizes)
    return found


def _seen(content: Content, brush: Brush, size: QSize) -> NDArray[np.bool_]:
    spots = on_screen(content, brush.view)
    beyond = np.array([size.width() + _BEYOND, size.height() + _BEYOND])
    seen: NDArray[np.bool_] = np.all((spots > -_BEYOND) & (spots < beyond), axis=1)
    return seen


def _scene(content: Content, brush: Brush, size: QSize, seen: NDArray[np.bool_]) -> Scene:
    nodes = np.column_stack([on_screen(content, brush.view), radii(content, brush)])
    lines = strokes(content, brush)
    bounds = (2.0, 2.0, size.width() - 2.0, size.height() - 2.0)
    return Scene(nodes[seen].astype(np.float32), lines.astype(np.float32), bounds)
