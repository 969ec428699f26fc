# SPDX-License-Identifier: MIT
"""A short line drawn as the map draws a relation, for menus and legends."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from exports.exhibits.network_marks import sign_points
from exports.exhibits.network_style import RelationStyle

SAMPLE = QSize(24, 16)


def relation_sample(look: RelationStyle, ratio: float = 1.0) -> QPixmap:
    """Draw the line of a relation with its sign in the middle."""
    picture = QPixmap(SAMPLE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = SAMPLE.height() / 2
    painter.setPen(QPen(QColor(look.color), 3))
    painter.drawLine(QPointF(0, middle), QPointF(SAMPLE.width(), middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.color))
    corners = sign_points(look.sign, SAMPLE.width() / 2, middle, 4.5)
    if look.sign == "dot":
        painter.drawEllipse(QRectF(SAMPLE.width() / 2 - 4.5, middle - 4.5, 9, 9))
    elif corners:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.end()
    return picture
