# SPDX-License-Identifier: MIT
"""Reads a drawing back: every text with its size and the box it covers, from the top left."""

from collections.abc import Iterator
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing, Group, Shape, String
from reportlab.graphics.transform import mmult

from exports.exhibits.typography import width

_BELOW, _ABOVE = 0.2, 0.73
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Text(NamedTuple):
    """One line of text; edges in points, y down."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Text", slack: float = 0.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


def texts(drawing: Drawing) -> list[Text]:
    """Give every text of a drawing."""
    return [_box(string, matrix, drawing.height) for string, matrix in _strings(drawing.contents)]


def _strings(
    shapes: list[Shape], matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
) -> Iterator[tuple[String, tuple[float, ...]]]:
    for shape in shapes:
        if isinstance(shape, Group):
            moved = mmult(matrix, shape.transform)  # type: ignore[no-untyped-call]  # ReportLab
            yield from _strings(shape.contents, moved)
        elif isinstance(shape, String):
            yield shape, matrix


def _box(string: String, matrix: tuple[float, ...], height: float) -> Text:
    size = string.fontSize
    wide = width(string.text, size, string.fontName)
    left = string.x - wide * _SHARE[string.textAnchor]
    low, high = string.y - _BELOW * size, string.y + _ABOVE * size
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (left, left + wide) for y in (low, high)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [height - (b * x + d * y + f) for x, y in corners]
    return Text(string.text, size, min(xs), min(ys), max(xs), max(ys))


def crossings(found: list[Text]) -> list[tuple[str, str]]:
    """Give the pairs of texts that overlap."""
    order = sorted(found, key=lambda text: text.top)
    pairs = []
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if other.top > one.bottom:
                break
            if one.overlaps(other):
                pairs.append((one.text, other.text))
    return pairs
