# SPDX-License-Identifier: MIT
"""Paints ReportLab drawings with Qt, so that the room sees what the PDF prints.

Text is drawn from a font of 100 pixels that is scaled down: the advances are then those of the
font's design, as in a PDF, and not those of the screen's pixel grid.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, SupportsFloat

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from reportlab.graphics import shapes
from reportlab.graphics.renderbase import Renderer, getStateDelta
from reportlab.lib.colors import Color

from exports.exhibits.typography import FACES, width
from widgets.fonts import font

_DESIGN = 100
_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_JOINS = (Qt.PenJoinStyle.MiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)
_SHARE_BEFORE = {"start": 0.0, "inherited": 0.0, "middle": 0.5, "end": 1.0}


def paint(drawing: shapes.Drawing, painter: QPainter) -> None:
    """Paint a drawing with its top left corner at the painter's origin, one point a unit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(0, drawing.height)
    painter.scale(1, -1)
    QtRenderer(painter).draw(drawing, _Canvas(), 0, 0, showBoundary=False)
    painter.restore()


class _Canvas:
    """What ReportLab's renderer asks of a canvas; all painting is the QPainter's."""

    def saveState(self) -> None: ...

    def restoreState(self) -> None: ...


class QtRenderer(Renderer):
    """Walks a drawing and paints each shape in the state that its groups have left it."""

    _tracker: Any
    _state: dict[str, Any]

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._plain: dict[type, Callable[[Any], None]] = {
            shapes.Line: self.drawLine,
            shapes.Rect: self.drawRect,
            shapes.Circle: self.drawCircle,
            shapes.Ellipse: self.drawEllipse,
            shapes.Polygon: self.drawPolygon,
            shapes.PolyLine: self.drawPolyLine,
            shapes.Path: self.drawPath,
            shapes.String: self.drawString,
        }

    def drawNode(self, node: Any) -> None:
        """Paint one shape or group of a drawing, and what it holds."""
        keeps_clip = isinstance(node, shapes.Path) and node.isClipPath
        if not keeps_clip:
            self._painter.save()
        delta = getStateDelta(node)  # type: ignore[no-untyped-call]  # ReportLab has no types here
        self._tracker.push(delta)
        self._state = self._tracker.getState()
        self.applyStateChanges(delta, {})
        self.drawNodeDispatcher(node)
        self._tracker.pop()
        if not keeps_clip:
            self._painter.restore()

    def drawGroup(self, group: Any) -> None:
        """Paint what a group holds; plain shapes go past ReportLab's bookkeeping, which is for others."""
        around = self._tracker.getState()
        for node in group.getContents():
            draw = self._plain.get(type(node))
            if draw:
                self._state = around | vars(node)
                draw(node)
            else:
                super().drawGroup(shapes.Group(node))

    def applyStateChanges(self, delta: dict[str, Any], newState: dict[str, Any]) -> None:
        """Move the painter where a group's transform says; colors are read when a shape is drawn."""
        if "transform" in delta:
            self._painter.setTransform(QTransform(*delta["transform"]), combine=True)

    def drawLine(self, line: Any) -> None:
        """Paint a line."""
        self._prepare(filled=False)
        self._painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))

    def drawRect(self, rect: Any) -> None:
        """Paint a rectangle, with round corners if it has a radius."""
        self._prepare()
        box = QRectF(rect.x, rect.y, rect.width, rect.height)
        if rect.rx or rect.ry:
            self._painter.drawRoundedRect(box, rect.rx, rect.rx)
        else:
            self._painter.drawRect(box)

    def drawCircle(self, circle: Any) -> None:
        """Paint a circle."""
        self._prepare()
        self._painter.drawEllipse(QPointF(circle.cx, circle.cy), circle.r, circle.r)

    def drawEllipse(self, ellipse: Any) -> None:
        """Paint an ellipse."""
        self._prepare()
        self._painter.drawEllipse(QPointF(ellipse.cx, ellipse.cy), ellipse.rx, ellipse.ry)

    def drawPolygon(self, polygon: Any) -> None:
        """Paint a closed polygon."""
        self._prepare()
        self._painter.drawPolygon(_points(polygon.points), Qt.FillRule.WindingFill)

    def drawPolyLine(self, polyline: Any) -> None:
        """Paint a line through several points."""
        self._prepare(filled=False)
        self._painter.drawPolyline(_points(polyline.points))

    def drawPath(self, path: Any) -> None:
        """Paint a path of lines and curves, or clip to it what follows in its group."""
        outline, closed = _outline(path)
        if path.isClipPath:
            self._painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
            return
        self._prepare(filled=closed)
        self._painter.drawPath(outline)

    def drawString(self, stringObj: Any) -> None:
        """Paint a line of text."""
        state = self._state
        if state["fillColor"] is None:
            return
        name, size, text = state["fontName"], state["fontSize"], stringObj.text
        before = width(text, size, name) * _SHARE_BEFORE[state["textAnchor"]]
        painter = self._painter
        painter.save()
        painter.setPen(_color(state["fillColor"], state["fillOpacity"]))
        painter.setFont(_design_font(name))
        painter.translate(stringObj.x - before, stringObj.y)
        painter.scale(size / _DESIGN, -size / _DESIGN)
        painter.drawText(0, 0, text)
        painter.restore()

    def _prepare(self, *, filled: bool = True) -> None:
        state = self._state
        self._painter.setPen(_pen(state))
        fill = state["fillColor"] if filled else None
        brush = QBrush(_color(fill, state["fillOpacity"])) if fill else Qt.BrushStyle.NoBrush
        self._painter.setBrush(brush)


@cache
def _design_font(name: str) -> QFont:
    made = font(FACES[name], _DESIGN)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(False)
    return made


def _pen(state: dict[str, Any]) -> QPen | Qt.PenStyle:
    thick = state["strokeWidth"]
    if not state["strokeColor"] or not thick:
        return Qt.PenStyle.NoPen
    pen = QPen(_color(state["strokeColor"], state["strokeOpacity"]), thick)
    pen.setCapStyle(_CAPS[state["strokeLineCap"]])
    pen.setJoinStyle(_JOINS[state["strokeLineJoin"]])
    dash = state["strokeDashArray"]
    if dash:
        phase, dash = dash if isinstance(dash[-1], list | tuple) else (0, dash)
        pen.setDashPattern([length / thick for length in dash])
        pen.setDashOffset(phase / thick)
    return pen


def _color(color: Color, opacity: SupportsFloat | None) -> QColor:
    alpha = color.alpha * (1.0 if opacity is None else float(opacity))
    return QColor.fromRgbF(color.red, color.green, color.blue, alpha)


def _outline(path: Any) -> tuple[QPainterPath, bool]:
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    steps = ((2, outline.moveTo), (2, outline.lineTo), (6, outline.cubicTo))
    numbers, closed = iter(path.points), False
    for operator in path.operators:
        closed = operator == len(steps)
        if closed:
            outline.closeSubpath()
        else:
            count, draw = steps[operator]
            draw(*(next(numbers) for _ in range(count)))
    return outline, closed


def _points(flat: list[float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)])
