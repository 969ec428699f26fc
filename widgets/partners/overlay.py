# SPDX-License-Identifier: MIT
"""What lies over the standing picture: hover, selection, the keyboard's place, and empty words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exports.exhibits.name_lines import WHOLE
from widgets.partners.brushwork import radii, strokes
from widgets.partners.pictures import name_picture
from workshop.partners.labels import Placed
from workshop.prepare.records import Organization

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_BELONGS = (
    "Organizations and the ties between them stand here.\n"
    "Add the first organization, then draw a line from its rim to another."
)


def draw_overlay(painter: QPainter, map: "NetworkMap", named: Mapping[int, Placed]) -> None:
    """Draw what changes without the picture changing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    content = map.content
    if not content.ids:
        painter.setPen(QColor(map.theme.mute))
        room = QRectF(map.rect()).adjusted(24, 24, -24, -24)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        count = len(map.desk.workshop.of(Organization))
        finding = f"Finding places for {count:,} organizations …"
        painter.drawText(room, int(wrapped), finding if map.arrivals.waiting else _BELONGS)
        return
    sizes = radii(content, map.brush())
    _draw_tie(painter, map)
    for id in map.selected:
        if id in content.numbers:
            number = content.numbers[id]
            _ring(painter, map, number, float(sizes[number]), map.theme.highlight, 3)
    if map.current in content.numbers and map.hasFocus():
        number = content.numbers[map.current]
        _ring(painter, map, number, float(sizes[number]) + 4, map.theme.ink, 1.5)
    if map.hovered is not None and map.hovered < len(content.ids):
        _ring(painter, map, map.hovered, float(sizes[map.hovered]) + 1, map.theme.accent, 2)
    whole = {number for number, placed in named.items() if placed.shape < WHOLE}
    for unnamed in {content.numbers.get(map.current), map.hovered} - whole:
        if unnamed is not None and unnamed < len(content.ids):
            _draw_name(painter, map, unnamed, float(sizes[unnamed]))


def _ring(
    painter: QPainter, map: "NetworkMap", number: int, radius: float, color: str, width: float
) -> None:
    painter.setPen(QPen(QColor(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(*map.spot(number)), radius + width, radius + width)


def _draw_tie(painter: QPainter, map: "NetworkMap") -> None:
    if not map.selected_tie:
        return
    lines = enumerate(map.content.lines)
    chosen = [i for i, each in lines if each.strand and each.strand.tie.id == map.selected_tie]
    for x1, y1, x2, y2 in strokes(map.content, map.brush(), chosen).tolist():
        painter.setPen(QPen(QColor(map.theme.highlight), 5))
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _draw_name(painter: QPainter, map: "NetworkMap", number: int, radius: float) -> None:
    brush = map.brush()
    picture = name_picture(map.content.names[number], brush.text, brush.theme, brush.ratio)
    wide, high = picture.width() / brush.ratio, picture.height() / brush.ratio
    x, y = map.spot(number)
    left = min(max(x - wide / 2, 2), map.width() - wide - 2)
    top = y + radius + 6
    if top + high > map.height() - 2:
        top = y - radius - 6 - high
    # Over a crowd of other names it is read only on a ground of its own.
    painter.setPen(QPen(QColor(map.theme.line), 1))
    painter.setBrush(QColor(map.theme.paper))
    painter.drawRoundedRect(QRectF(left - 2, top - 1, wide + 4, high + 2), 4, 4)
    painter.drawPixmap(QPointF(left, top), picture)
