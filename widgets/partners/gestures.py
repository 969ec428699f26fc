# SPDX-License-Identifier: MIT
"""What the pointer is doing on the map while its button is down: one object for each gesture."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.partners.hits import node_at, nodes_within, tie_at
from widgets.partners.map_verbs import ask_for_tie, put_down
from widgets.partners.view import Point

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

STILL = 4.0
"""Pixels within which a press and release are a click."""


class Pan:
    """Moves the view; a click clears the selection."""

    def __init__(self, map: "NetworkMap", start: Point) -> None:
        self._map, self._start, self._view = map, start, map.view
        self._moved = False

    def move(self, to: Point) -> None:
        """Follow the pointer."""
        across, down = to[0] - self._start[0], to[1] - self._start[1]
        self._moved = self._moved or max(abs(across), abs(down)) > STILL
        if self._moved:
            self._map.steer(self._view.moved(across, down))

    def finish(self, to: Point) -> None:
        """End where the button was let go."""
        self.move(to)
        if self._moved:
            self._map.refresh()
        else:
            self._map.choose([], tie=tie_at(self._map, to))

    def cancel(self) -> None:
        """Go back to where it began."""
        self._map.steer(self._view)
        self._map.refresh()

    def draw(self, painter: QPainter) -> None:
        """Draw nothing of its own."""


class Drag:
    """Moves nodes: a preview while the button is down, one edit when it is let go."""

    def __init__(self, map: "NetworkMap", start: Point, nodes: list[int]) -> None:
        self._map, self._start, self._nodes = map, start, nodes
        self._from = map.content.places[nodes].copy()
        self._moved = False

    def move(self, to: Point) -> None:
        """Follow the pointer."""
        across, down = to[0] - self._start[0], to[1] - self._start[1]
        if not self._moved and max(abs(across), abs(down)) <= STILL:
            return
        if not self._moved:
            self._moved = True
            self._map.standing.lift(self._nodes)
        shift = np.array([across, down]) / self._map.view.units
        self._map.standing.carry(self._from + shift)

    def finish(self, to: Point) -> None:
        """Put the nodes down."""
        self.move(to)
        if self._moved:
            put_down(self._map, self._nodes)

    def cancel(self) -> None:
        """Put the nodes back."""
        if self._moved:
            self._map.standing.carry(self._from)
            self._map.refresh()

    def draw(self, painter: QPainter) -> None:
        """Draw the nodes under way."""
        if self._moved:
            self._map.standing.draw_carried(painter)


class RubberBand:
    """Selects what lies in a rectangle; without one, adds the node it began on or takes it out."""

    def __init__(self, map: "NetworkMap", start: Point, on: int | None = None) -> None:
        self._map, self._start, self._end, self._on = map, start, start, on

    def move(self, to: Point) -> None:
        """Follow the pointer."""
        self._end = to
        self._map.update()

    def finish(self, to: Point) -> None:
        """Select."""
        self._end = to
        box = self._box()
        if self._on is not None and max(box.width(), box.height()) <= STILL:
            self._map.choose(self._map.selected ^ {self._map.content.ids[self._on]})
        else:
            self._map.choose(nodes_within(self._map, box))

    def cancel(self) -> None:
        """Select nothing."""
        self._map.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        color = QColor(self._map.theme.accent)
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        color.setAlphaF(0.08)
        painter.setBrush(color)
        painter.drawRect(self._box())

    def _box(self) -> QRectF:
        return QRectF(QPointF(*self._start), QPointF(*self._end)).normalized()


class NewTie:
    """Draws a line from a node's rim to the organization that it is let go on."""

    def __init__(self, map: "NetworkMap", source: int) -> None:
        self._map, self._source = map, source
        self._end: Point | None = None

    def move(self, to: Point) -> None:
        """Follow the pointer."""
        self._end = to
        self._map.point_at(node_at(self._map, to, reach=10))
        self._map.update()

    def finish(self, to: Point) -> None:
        """Ask for the tie."""
        target = node_at(self._map, to, reach=10)
        self._end = None
        self._map.update()
        ask_for_tie(self._map, self._source, target)

    def cancel(self) -> None:
        """Make no tie."""
        self._end = None
        self._map.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line as far as it goes."""
        if self._end:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._map.theme.accent), 2.5, Qt.PenStyle.DashLine))
            start = self._map.spot(self._source)
            painter.drawLine(QPointF(*start), QPointF(*self._end))


Gesture = Pan | Drag | RubberBand | NewTie
