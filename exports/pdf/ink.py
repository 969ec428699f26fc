# SPDX-License-Identifier: MIT
"""The shapes of an exhibit as the code of a page.

`exports.exhibits.exhibit.Sheet` makes six kinds of shapes and sets every color itself, so the
bookkeeping of ReportLab's own renderer, which is for shapes that inherit what they do not say, took
most of the time.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from reportlab.graphics import shapes
from reportlab.lib.colors import Color

from exports.exhibits.typography import width
from exports.pdf.letters import Letters

_ROUND = 0.5523
"""How far the handles of a curve are along the sides of a quarter of a circle, as a share."""
_SHARE_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Ink:
    """Writes shapes to the code of a page; `veil` sets how opaque what is filled next will be."""

    def __init__(self, code: list[str], letters: Letters, veil: Callable[[float], object]) -> None:
        self._code = code
        self._letters = letters
        self._veil = veil
        self._draw: dict[type, Callable[[Any], None]] = {
            shapes.Group: self._group,
            shapes.String: self._string,
            shapes.Line: self._line,
            shapes.Rect: self._rect,
            shapes.Circle: self._circle,
            shapes.Polygon: self._polygon,
        }

    def draw(self, drawing: shapes.Drawing, x: float, y: float) -> None:
        """Draw with the lower left corner at x, y."""
        self._moved((1, 0, 0, 1, x, y), drawing.contents)

    def _moved(self, by: Sequence[float], contents: Iterable[Any]) -> None:
        self._code.append(f"q {_numbers(*by)} cm")
        for shape in contents:
            self._draw[type(shape)](shape)
        self._code.append("Q")

    def _group(self, group: Any) -> None:
        self._moved(group.transform, group.contents)

    def _string(self, string: Any) -> None:
        if string.fillColor is None:
            return
        font, size, text = string.fontName, string.fontSize, string.text
        x = string.x - width(text, size, font) * _SHARE_BEFORE[string.textAnchor]
        code = [f"BT {_rgb(string.fillColor)} rg 1 0 0 1 {x:.3f} {string.y:.3f} Tm"]
        for name, letters in self._letters.of(text, font):
            code.append(f"{name} {size:g} Tf ({letters}) Tj")
        self._code.append(" ".join([*code, "ET"]))

    def _line(self, line: Any) -> None:
        if line.strokeColor is not None:
            cap = f"{line.strokeLineCap or 0} J"
            path = f"{_numbers(line.x1, line.y1)} m {_numbers(line.x2, line.y2)} l"
            self._code.append(f"{cap} {_pen(line)} {path} S")

    def _rect(self, rect: Any) -> None:
        x, y, wide, high = rect.x, rect.y, rect.width, rect.height
        radius = min(rect.rx or 0.0, wide / 2, high / 2)
        if radius <= 0:
            self._paint(rect, f"{_numbers(x, y, wide, high)} re")
        else:
            self._paint(rect, _rounded(x, y, x + wide, y + high, radius))

    def _circle(self, circle: Any) -> None:
        x, y, radius = circle.cx, circle.cy, circle.r
        self._paint(circle, _rounded(x - radius, y - radius, x + radius, y + radius, radius))

    def _polygon(self, polygon: Any) -> None:
        points = polygon.points
        corners = [_numbers(*points[at : at + 2]) for at in range(0, len(points), 2)]
        self._paint(polygon, f"{corners[0]} m {' '.join(f'{each} l' for each in corners[1:])} h")

    def _paint(self, shape: Any, path: str) -> None:
        """Fill and stroke a closed path, whichever the shape has a color for."""
        fill = f"{_rgb(shape.fillColor)} rg" if shape.fillColor is not None else ""
        stroke = _pen(shape) if shape.strokeColor is not None and shape.strokeWidth else ""
        if not fill and not stroke:
            return
        verb = "B" if fill and stroke else "f" if fill else "S"
        seen_through = fill and shape.fillOpacity < 1
        if seen_through:
            self._veil(shape.fillOpacity)
        self._code.append(" ".join(filter(None, (fill, stroke, path, verb))))
        if seen_through:
            self._veil(1)


def _pen(shape: Any) -> str:
    dash = " ".join(f"{length:.2f}" for length in shape.strokeDashArray or ())
    return f"{_rgb(shape.strokeColor)} RG {shape.strokeWidth:.2f} w [{dash}] 0 d"


def _rounded(left: float, low: float, right: float, high: float, radius: float) -> str:
    """Give the path around a box with round corners, against the clock from the lower left."""
    in_ = radius * (1 - _ROUND)
    return (
        f"{_numbers(left + radius, low)} m {_numbers(right - radius, low)} l "
        f"{_numbers(right - in_, low, right, low + in_, right, low + radius)} c "
        f"{_numbers(right, high - radius)} l "
        f"{_numbers(right, high - in_, right - in_, high, right - radius, high)} c "
        f"{_numbers(left + radius, high)} l "
        f"{_numbers(left + in_, high, left, high - in_, left, high - radius)} c "
        f"{_numbers(left, low + radius)} l "
        f"{_numbers(left, low + in_, left + in_, low, left + radius, low)} c h"
    )


def _numbers(*values: float) -> str:
    return " ".join([f"{value:.2f}" for value in values])


@cache
def _rgb(color: Color) -> str:
    red, green, blue = color.rgb()
    return f"{red:.4f} {green:.4f} {blue:.4f}"
