# SPDX-License-Identifier: MIT
"""Where a drawing differs from the one before it, so that an edit repaints only that strip."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from reportlab.graphics import shapes

_BEYOND = 2.0
"""How far, in line widths and again in points, corners and smoothing reach past a shape."""
_BELOW, _ABOVE = 1.0, 1.6
"""How far letters with marks may reach from their base line, in font sizes."""
_UPRIGHT = (1, 0, 0, 1)


class Strip(NamedTuple):
    """What lies between two heights of a drawing, from its top down, in points."""

    top: float
    bottom: float


def difference(before: shapes.Drawing, after: shapes.Drawing) -> Strip | None:
    """Give the strip in which two drawings differ, an empty one if they are equal.

    None if the whole differs, as it does where one has another size.
    """
    if _frame(before) != _frame(after):
        return None
    old, new = _content(before), _content(after)
    same = _same_at_start(old, new)
    old, new = old[same:][::-1], new[same:][::-1]
    same = _same_at_start(old, new)
    changed = [_reach(shape) for shape in (*old[same:], *new[same:])]
    reaches = [reach for reach in changed if reach]
    if len(reaches) < len(changed):
        return None
    if not reaches:
        return Strip(0, 0)
    zero = _zero(after)
    return Strip(zero - max(high for _, high in reaches), zero - min(low for low, _ in reaches))


def cut(drawing: shapes.Drawing, strip: Strip) -> shapes.Drawing:
    """Give a drawing with only those shapes that may reach into a strip."""
    zero = _zero(drawing)
    low, high = zero - strip.bottom, zero - strip.top
    part, group = shapes.Drawing(drawing.width, drawing.height), shapes.Group()
    group.transform = list(_frame(drawing)[2])
    for shape in _content(drawing):
        reach = _reach(shape)
        if reach is None or (reach[0] < high and reach[1] > low):
            group.contents.append(shape)
    part.contents = [group]
    return part


def _frame(drawing: shapes.Drawing) -> tuple[float, float, tuple[float, ...]]:
    moved = _moved(drawing)
    return drawing.width, drawing.height, tuple(moved.transform if moved else (*_UPRIGHT, 0, 0))


def _zero(drawing: shapes.Drawing) -> float:
    """Give how far below the drawing's top its shapes count from."""
    _, height, transform = _frame(drawing)
    return height - transform[5]


def _content(drawing: shapes.Drawing) -> Sequence[Any]:
    moved = _moved(drawing)
    content: Sequence[Any] = (moved or drawing).contents
    return content


def _moved(drawing: shapes.Drawing) -> Any:
    """Give the group that holds all shapes where a sheet was cut to the height used."""
    every = drawing.contents
    if len(every) == 1 and type(every[0]) is shapes.Group and every[0].transform[:4] == _UPRIGHT:
        return every[0]
    return None


def _same_at_start(old: Sequence[Any], new: Sequence[Any]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _equal(*pair), pairs))


def _equal(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and vars(one) == vars(other))


def _reach(shape: Any) -> tuple[float, float] | None:
    """Give the lowest and the highest a shape may cover; None if it does not tell, as a group."""
    if isinstance(shape, shapes.String):
        return shape.y - _BELOW * shape.fontSize, shape.y + _ABOVE * shape.fontSize
    if isinstance(shape, shapes.Group | shapes.Path):
        return None
    _, low, _, high = shape.getBounds()
    beyond = _BEYOND * (shape.strokeWidth + 1)
    return min(low, high) - beyond, max(low, high) + beyond
