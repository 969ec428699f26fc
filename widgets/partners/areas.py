# SPDX-License-Identifier: MIT
"""Soft areas behind the nodes of one group: the lines an alliance has to cross."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from resources.theme import Theme
from widgets.partners.brushwork import Brush, on_screen, radii
from widgets.partners.content import Content

_ROOM = 14.0


def draw_areas(painter: QPainter, content: Content, brush: Brush) -> None:
    """Draw an area around the nodes of each group, the largest first so that none is covered."""
    if not content.groups:
        return
    spots, sizes = on_screen(content, brush.view), radii(content, brush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, (_, members) in enumerate(content.groups):
        color = area_color(number, brush.theme)
        outline = _outline(spots[list(members)], float(sizes[list(members)].max()) + _ROOM)
        color.setAlphaF(0.10)
        painter.setBrush(color)
        color.setAlphaF(0.45)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.DotLine))
        painter.drawPath(outline)


def area_color(number: int, theme: Theme) -> QColor:
    """Give the color of the area of a group, by its place in the list."""
    colors = (theme.accent, theme.need, theme.today, theme.gap, theme.calm, theme.ink)
    return QColor(colors[number % len(colors)])


def _outline(spots: NDArray[np.float64], room: float) -> QPainterPath:
    """Give the hull of points, widened and rounded."""
    turns = np.arange(12) * (np.pi / 6)
    ring = room * np.column_stack([np.cos(turns), np.sin(turns)])
    hull = _hull((spots[:, None] + ring[None]).reshape(-1, 2))
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in [*hull, hull[0]]]))
    return path


def _hull(points: NDArray[np.float64]) -> list[tuple[float, float]]:
    """Give the corners of the convex hull in order (Andrew 1979)."""
    ordered = sorted({(float(x), float(y)) for x, y in points})
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]]


def _chain(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for x, y in points:
        while len(chain) > 1:
            (ax, ay), (bx, by) = chain[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            chain.pop()
        chain.append((x, y))
    return chain
