# SPDX-License-Identifier: MIT
"""Paints the soft areas of groups on the map, as the exhibit draws them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from exports.exhibits.network_areas import FILL, RIM, area_color, outline
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
        color = QColor(area_color(number, brush.theme))
        corners = outline(spots[list(members)], float(sizes[list(members)].max()) + _ROOM)
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in [*corners, corners[0]]]))
        color.setAlphaF(FILL)
        painter.setBrush(color)
        color.setAlphaF(RIM)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.DotLine))
        painter.drawPath(path)
