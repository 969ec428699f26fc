# SPDX-License-Identifier: MIT
"""Which names the map shows, and where: the most important that find room at this zoom."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize

from widgets.partners.brushwork import Brush, on_screen, radii, strokes
from widgets.partners.content import Content
from widgets.partners.pictures import name_lines
from widgets.partners.view import Point
from workshop.partners.labels import MOST, Scene, place_labels

_BEYOND = 40.0


def place_names(content: Content, brush: Brush, size: QSize) -> dict[int, Point]:
    """Give the top left corner of each name that is shown."""
    if not len(content.places):
        return {}
    spots = on_screen(content, brush.view)
    wide, high = size.width(), size.height()
    beyond = np.array([wide + _BEYOND, high + _BEYOND])
    seen = np.all((spots > -_BEYOND) & (spots < beyond), axis=1)
    order = [n for n in content.order if seen[n]]
    if brush.lit is not None:
        order = [n for n in order if n in brush.lit]
    few = int(seen.sum()) <= MOST
    scene = Scene(
        np.column_stack([spots, radii(content, brush)])[seen].astype(np.float32),
        strokes(content, brush, None if few else ()).astype(np.float32),
        (2, 2, wide - 2, high - 2),
    )
    packed = np.flatnonzero(seen)
    slots = {int(number): slot for slot, number in enumerate(packed)}
    sizes = name_boxes(content, brush)[packed].astype(np.float32)
    found = place_labels(scene, sizes, [slots[n] for n in order])
    return {int(packed[slot]): corner for slot, corner in found.items()}


def name_boxes(content: Content, brush: Brush) -> NDArray[np.float64]:
    """Give width and height of every name, in pixels (n x 2)."""
    return _boxes(content.names, brush.text)


@lru_cache(maxsize=4)
def _boxes(names: tuple[str, ...], text: float) -> NDArray[np.float64]:
    return np.array([name_lines(name, text)[1:] for name in names]).reshape(-1, 2)
