# SPDX-License-Identifier: MIT
"""The picture of all that stands still on the map, and the few nodes that are carried over it.

While the view glides or nodes walk, no frame does more than it must: a large map shows its last
picture scaled, a small one is painted with its names carried along. Names are placed at rest.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.partners.areas import draw_areas
from widgets.partners.brushwork import (
    Brush,
    Names,
    draw_lines,
    draw_names,
    draw_nodes,
    on_screen,
    radii,
)
from widgets.partners.map_names import name_boxes, place_names
from widgets.partners.view import View
from workshop.partners.labels import Placed

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

LARGE = 300
"""Above this, motion is drawn without smoothing and names, and names come a moment later."""
_REST = 120
"""Milliseconds without motion after which the picture is made anew."""
_NO_NAMES = Names({}, 1.0)


class Standing(QObject):
    """Keeps the picture until something in it changes."""

    def __init__(self, map: "NetworkMap") -> None:
        super().__init__(map)
        self._map = map
        self._picture: QPixmap | None = None
        self._view = View()
        self._lifted: list[int] = []
        self._lines: list[int] = []
        self._offsets: dict[int, tuple[float, float]] = {}
        self.names = _NO_NAMES
        self._rest = _timer(self, _REST, map.refresh)
        self._naming = _timer(self, 0, self._add_names)

    def forget(self) -> None:
        """Let go of the picture; everything stands again."""
        self._picture = None
        self._lifted, self._lines = [], []
        self._rest.stop()

    def glide(self) -> None:
        """Show the map at its new view as quickly as can be, and well once it rests."""
        if len(self._map.content.ids) <= LARGE:
            self._picture = None
        self._rest.start()

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
        text = self.names.text if self.names.placed else brush.text
        boxes, spots = name_boxes(content.names, text), on_screen(content, brush.view)
        sizes = radii(content, brush)
        below = {
            i: Placed(float(spots[i, 0] - boxes[i, 0] / 2), float(spots[i, 1] + sizes[i] + 3))
            for i in self._lifted
        }
        draw_names(painter, content, brush, Names(below, text))

    def copy(self, painter: QPainter, area: QRect) -> None:
        """Copy an area of the picture, which is made first if need be."""
        picture = self._picture = self._picture or self._made()
        view, made = self._map.view, self._view
        if view == made:
            ratio = picture.devicePixelRatio()
            scaled = QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio)
            painter.drawPixmap(QRectF(area), picture, scaled)
            return
        grown = view.scale / made.scale
        painter.fillRect(area, QColor(self._map.theme.paper))
        painter.save()
        painter.translate(round(view.dx - made.dx * grown), round(view.dy - made.dy * grown))
        painter.scale(grown, grown)
        painter.drawPixmap(0, 0, picture)
        painter.restore()

    def _made(self) -> QPixmap:
        map, content = self._map, self._map.content
        self._view = map.view
        ratio = map.devicePixelRatioF()
        picture = QPixmap(map.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(map.theme.paper))
        painter = QPainter(picture)
        large, walking = len(content.ids) > LARGE, map.motion.running
        brush = map.brush(smooth=not (large and walking))
        lifted, lines = set(self._lifted), set(self._lines)
        standing = [n for n in range(len(content.lines)) if n not in lines] if lifted else None
        draw_areas(painter, content, brush)
        draw_lines(painter, content, brush, standing)
        draw_nodes(painter, content, brush, [n for n in range(len(content.ids)) if n not in lifted])
        self._find_names(brush, moving=walking or self._rest.isActive(), large=large)
        draw_names(painter, content, brush, self._without(lifted))
        painter.end()
        return picture

    def _find_names(self, brush: Brush, *, moving: bool, large: bool) -> None:
        """Place the names, or carry them along while things move, or put it off."""
        if self._lifted:
            return
        if large:
            self.names = _NO_NAMES
            if not moving:
                self._naming.start()
        elif moving:
            self.names = self._carried_names(brush)
        else:
            self._place_names(brush)

    def _place_names(self, brush: Brush) -> None:
        self.names = place_names(self._map.content, brush, self._map.size())
        spots = on_screen(self._map.content, brush.view)
        self._offsets = {
            n: (placed.x - float(spots[n, 0]), placed.y - float(spots[n, 1]))
            for n, placed in self.names.placed.items()
        }

    def _carried_names(self, brush: Brush) -> Names:
        spots = on_screen(self._map.content, brush.view).tolist()
        carried = {
            n: Placed(spots[n][0] + across, spots[n][1] + down, self.names.placed[n].shape)
            for n, (across, down) in self._offsets.items()
            if n < len(spots) and n in self.names.placed
        }
        return Names(carried, self.names.text)

    def _add_names(self) -> None:
        """Set the names into a large picture that has been shown without them."""
        if self._picture is None or self._lifted or self._map.motion.running:
            return
        brush = self._map.brush()._replace(view=self._view)
        self._place_names(brush)
        painter = QPainter(self._picture)
        draw_names(painter, self._map.content, brush, self.names)
        painter.end()
        self._map.update()

    def _without(self, lifted: set[int]) -> Names:
        placed = {n: each for n, each in self.names.placed.items() if n not in lifted}
        return self.names._replace(placed=placed)

    def _carried_box(self) -> QRect:
        content, brush = self._map.content, self._map.brush()
        ends = content.ends[self._lines].ravel()
        around = np.unique(np.concatenate([ends, np.array(self._lifted, dtype=np.intp)]))
        spots = on_screen(content, brush.view)[around]
        (left, top), (right, low) = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
        names = float(name_boxes(content.names, brush.text)[self._lifted].max())
        room = max(names, 3 * brush.text)
        box = QRectF(QPointF(left, top), QPointF(right, low))
        return box.adjusted(-room, -room, room, room).toAlignedRect()


def _timer(owner: QObject, after: int, then: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after)
    timer.timeout.connect(then)
    return timer
