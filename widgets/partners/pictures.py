# SPDX-License-Identifier: MIT
"""Pictures of names and nodes, made once for each look and size and then only copied."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from exports.exhibits import name_lines as names
from exports.exhibits import network_style as style
from resources.theme import Theme

_LEADING = 0.86
"""The height of a line of a name, in heights of the font, whose own is meant for long texts."""
_RAISED = 0.06
_BESIDE = 0.44
"""The ground to the left and right of a name, in text sizes."""


def name_font(text: float) -> QFont:
    """Give the font of names at a text size in pixels."""
    font = QFont("Noto Sans")
    font.setPixelSize(max(round(text), 6))
    font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=16)
def _measures(text: float) -> tuple[QFontMetricsF, names.Measure]:
    """Give the measures of the font of names, and of words, which many names have in common."""
    metrics = QFontMetricsF(name_font(text))
    return metrics, lru_cache(maxsize=4000)(metrics.horizontalAdvance)


@lru_cache(maxsize=8000)
def name_lines(
    name: str, text: float, shape: int = names.USUAL, short: str = ""
) -> tuple[tuple[str, ...], float, float]:
    """Break a name into lines; give them with their width and height in pixels."""
    metrics, measure = _measures(text)
    lines = names.name_lines(name, shape, text, measure, short)
    wide = max(map(measure, lines))
    return lines, wide + _BESIDE * text, metrics.height() * _LEADING * len(lines)


def name_wide(every: tuple[str, ...], number: int, text: float, shape: int = names.USUAL) -> float:
    """Give the width of one of the names of a map, in pixels."""
    return name_lines(every[number], text, shape, names.abridged(every)[number])[1]


@lru_cache(maxsize=3000)
def name_picture(
    name: str,
    text: float,
    theme: Theme,
    ratio: float,
    shape: int = names.USUAL,
    short: str = "",
) -> QPixmap:
    """Draw a name on a soft ground, so that lines below do not disturb it."""
    lines, wide, high = name_lines(name, text, shape, short)
    picture = _blank(wide, high, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(theme.paper)
    ground.setAlphaF(0.82)
    painter.setBrush(ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(0, 0, wide, high), 3, 3)
    painter.setPen(QColor(theme.ink))
    painter.setFont(name_font(text))
    # What hangs below the line needs more room in the height of a line than what is above it.
    painter.translate(0, -_RAISED * text)
    step = high / len(lines)
    for at, line in enumerate(lines):
        painter.drawText(QRectF(0, at * step, wide, step), Qt.AlignmentFlag.AlignCenter, line)
    painter.end()
    return picture


@lru_cache(maxsize=400)
def node_picture(
    look: style.NodeStyle | bool, radius: float, theme: Theme, ratio: float
) -> QPixmap:
    """Draw a disk for an organization, a rounded square for a capability (True if covered)."""
    half = radius + 2
    picture = _blank(2 * half, 2 * half, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(look, style.NodeStyle):
        rim = max(look.rim_width * radius / look.radius, 1.0) if look.rim_width else 0.0
        painter.setBrush(QColor(look.fill))
        painter.setPen(QPen(QColor(look.rim), rim) if rim else Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(half, half), radius, radius)
    else:
        color = theme.need if look else theme.gap
        painter.setBrush(QColor(theme.need_soft if look else theme.paper))
        painter.setPen(line_pen(color, radius * 0.16, not look, radius))
        box = QRectF(half - radius, half - radius, 2 * radius, 2 * radius)
        painter.drawRoundedRect(box, radius * 0.35, radius * 0.35)
    painter.end()
    return picture


def _blank(wide: float, high: float, ratio: float) -> QPixmap:
    picture = QPixmap(max(1, round(wide * ratio)), max(1, round(high * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def line_pen(color: str, width: float, dashed: bool, em: float) -> QPen:
    """Give the pen of a line; `em` is the length its dashes are measured in."""
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([max(part * em / width, 0.5) for part in style.PLANNED_DASH])
    return pen
