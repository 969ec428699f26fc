# SPDX-License-Identifier: MIT
"""The picture of all that stands still on the map, and the few nodes that are carried over it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.partners.brushwork import draw_lines, draw_names, draw_nodes, on_screen, radii
from widgets.partners.map_names import name_boxes, place_names
from widgets.partners.view import Point

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_LARGE = 300
"""From here on motion is drawn without smoothing and names."""


class Standing:
    """Keeps the picture until something in it changes."""

    def __init__(self, map: "NetworkMap") -> None:
        self._map = map
        self._picture: QPixmap | None = None
        self._slid = QPointF(0, 0)
        self._lifted: list[int] = []
        self._lines: list[int] = []
        self.named: dict[int, Point] = {}
        """The top left corner of each name that is shown."""

    def forget(self) -> None:
        """Let go of the picture; everything stands again."""
        self._picture = None
        self._slid = QPointF(0, 0)
        self._lifted, self._lines = [], []

    def slide(self, across: float, down: float) -> None:
        """Show the picture shifted by pixels."""
        self._slid += QPointF(across, down)

    def lift(self, nodes: Sequence[int]) -> None:
        """Take nodes and their lines out of the picture."""
        self._lifted = list(nodes)
        ends = np.isin(self._map.content.ends, self._lifted).any(axis=1)
        self._lines = [int(line) for line in np.flatnonzero(ends)]
        self._picture = None

    def carry(self, places: NDArray[np.float64]) -> None:
        """Let lifted nodes stand elsewhere for now; repaint only where they were and are."""
        before = self._carried_box()
        self._map.content.places[self._lifted] = places
        self._map.update(before.united(self._carried_box()))

    def draw_carried(self, painter: QPainter) -> None:
        """Draw lifted nodes with their lines and names."""
        content, brush = self._map.content, self._map.brush()
        draw_lines(painter, content, brush, self._lines)
        draw_nodes(painter, content, brush, self._lifted)
        boxes, spots = name_boxes(content, brush), on_screen(content, brush.view)
        sizes = radii(content, brush)
        below = {
            i: (float(spots[i, 0] - boxes[i, 0] / 2), float(spots[i, 1] + sizes[i] + 3))
            for i in self._lifted
        }
        draw_names(painter, content, brush, below)

    def copy(self, painter: QPainter, area: QRect) -> None:
        """Copy an area of the picture, which is made first if need be."""
        picture = self._picture = self._picture or self._made()
        ratio = picture.devicePixelRatio()
        shift = self._slid.toPoint()
        if shift != QPoint(0, 0):
            painter.fillRect(area, QColor(self._map.theme.paper))
        source = area.translated(-shift)
        scaled = QRectF(QPointF(source.topLeft()) * ratio, QSizeF(source.size()) * ratio)
        painter.drawPixmap(QRectF(area), picture, scaled)

    def _made(self) -> QPixmap:
        map, content = self._map, self._map.content
        ratio = map.devicePixelRatioF()
        picture = QPixmap(map.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(map.theme.paper))
        painter = QPainter(picture)
        quick = map.motion.running and len(content.ids) > _LARGE
        brush = map.brush(smooth=not quick)
        lifted, lines = set(self._lifted), set(self._lines)
        standing = [n for n in range(len(content.lines)) if n not in lines] if lifted else None
        draw_lines(painter, content, brush, standing)
        draw_nodes(painter, content, brush, [n for n in range(len(content.ids)) if n not in lifted])
        if not lifted:
            self.named = {} if quick else place_names(content, brush, map.size())
        corners = {n: corner for n, corner in self.named.items() if n not in lifted}
        draw_names(painter, content, brush, corners)
        painter.end()
        return picture

    def _carried_box(self) -> QRect:
        content, brush = self._map.content, self._map.brush()
        ends = content.ends[self._lines].ravel()
        around = np.unique(np.concatenate([ends, np.array(self._lifted, dtype=np.intp)]))
        spots = on_screen(content, brush.view)[around]
        (left, top), (right, low) = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
        names = float(name_boxes(content, brush)[self._lifted].max())
        room = max(names, 3 * brush.text)
        box = QRectF(QPointF(left, top), QPointF(right, low))
        return box.adjusted(-room, -room, room, room).toAlignedRect()
