# SPDX-License-Identifier: MIT
"""Paints the content of the map: lines in batches, disks and names from pictures made once."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from exports.exhibits import network_style as style
from exports.exhibits.name_lines import abridged
from exports.exhibits.network_marks import arrow_points, sign_points
from resources.theme import Theme
from widgets.partners.content import Content, Line
from widgets.partners.pictures import line_pen, name_picture, node_picture
from widgets.partners.view import View
from workshop.partners.labels import Placed

FADED = 0.16
_HAIRLINE = 0.65
"""How much of its color a leader keeps."""
Lines = NDArray[np.float64]


class Names(NamedTuple):
    """The names that are shown, by the number of their node, and their size in pixels."""

    placed: Mapping[int, Placed]
    text: float


class Brush(NamedTuple):
    """What painting needs besides the content."""

    theme: Theme
    view: View
    text: float
    """The text size, in pixels."""
    ratio: float
    """Device pixels to a pixel."""
    lit: frozenset[int] | None = None
    """The nodes of an answer; the others step back. None lights all."""
    smooth: bool = True
    home: float = 1e9
    """The scale at which all is in view."""


def on_screen(content: Content, view: View) -> NDArray[np.float64]:
    """Give x, y and radius of every node in pixels, where the text size is one (n x 2)."""
    shift = np.array([view.dx, view.dy])
    placed: NDArray[np.float64] = content.places * np.array(view.units) + shift
    return placed


def radii(content: Content, brush: Brush) -> NDArray[np.float64]:
    """Give the radius of every node in pixels; they grow a little when zoomed in."""
    grown = float(np.clip(np.sqrt(brush.view.scale / 0.8), 0.75, 1.5))
    # Close by there are few in sight, so nodes that were small for their number need not be.
    closer = float(np.clip(np.sqrt(brush.view.scale / brush.home), 1, 1 / content.em))
    sizes: NDArray[np.float64] = content.radii * content.em * brush.text * grown * closer
    return sizes


def strokes(content: Content, brush: Brush, chosen: Collection[int] | None = None) -> Lines:
    """Give the lines from rim to rim in pixels (m x 4); of all, or of the chosen ones."""
    picked = np.arange(len(content.lines)) if chosen is None else np.array(list(chosen), dtype=int)
    if not len(picked):
        return np.empty((0, 4))
    spots, sizes, ends = on_screen(content, brush.view), radii(content, brush), content.ends[picked]
    a, b = spots[ends[:, 0]], spots[ends[:, 1]]
    along = b - a
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    unit = along / length[:, None]
    side = content.lanes[picked] * brush.text * content.em
    offset = np.column_stack([-unit[:, 1], unit[:, 0]]) * side[:, None]
    touching = sizes[ends].sum(axis=1) >= length
    rims = np.sqrt(np.maximum(sizes[ends] ** 2 - side[:, None] ** 2, 0))
    rims[touching] = 0
    return np.hstack([a + unit * rims[:, :1] + offset, b - unit * rims[:, 1:] + offset])


def draw_lines(
    painter: QPainter, content: Content, brush: Brush, chosen: Collection[int] | None = None
) -> None:
    """Draw lines, all of one pen at a time; then their heads and signs."""
    numbers = np.arange(len(content.lines)) if chosen is None else np.array(list(chosen), dtype=int)
    if not len(numbers):
        return
    places, em = strokes(content, brush, chosen), brush.text * content.em
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, brush.smooth)
    faded = _faded(content.ends[numbers], brush)
    used = content.pen_of[numbers]
    for number in np.unique(used):
        color, width, dashed, presence = content.pens[number]
        for pale in (True, False):
            batch = places[(used == number) & (faded == pale)].tolist()
            if batch:
                # The lines of an answer stand out from a crowd of others.
                kept = FADED * presence if pale else presence if brush.lit is None else 1.0
                shade = _mixed(color, brush.theme.paper, kept)
                painter.setPen(line_pen(shade, max(width * em, 0.8), dashed, em))
                painter.drawLines(list(starmap(QLineF, batch)))
    if brush.smooth:
        for at in np.flatnonzero(np.isin(numbers, content.signed) & ~faded):
            line = content.lines[numbers[at]]
            _draw_marks(painter, line, places[at].tolist(), em, brush.theme)


_mixed = lru_cache(maxsize=400)(style.mixed)


def _faded(ends: NDArray[np.intp], brush: Brush) -> NDArray[np.bool_]:
    if brush.lit is None:
        return np.zeros(len(ends), dtype=bool)
    within = np.isin(ends, list(brush.lit)).all(axis=1)
    faded: NDArray[np.bool_] = np.logical_not(within)
    return faded


def draw_nodes(
    painter: QPainter, content: Content, brush: Brush, chosen: Iterable[int] | None = None
) -> None:
    """Draw disks and squares from pictures made once for each look and size."""
    if not brush.smooth and chosen is None:
        _draw_dots(painter, content, brush)
        return
    spots, sizes = on_screen(content, brush.view).tolist(), radii(content, brush).tolist()
    numbers = range(len(spots)) if chosen is None else chosen
    for number in numbers:
        x, y = spots[number]
        look = content.looks[number] or number in content.covered
        picture = node_picture(look, round(sizes[number], 1), brush.theme, brush.ratio)
        half = picture.width() / brush.ratio / 2
        if brush.lit is not None and number not in brush.lit:
            painter.setOpacity(0.3)
        painter.drawPixmap(QPointF(x - half, y - half), picture)
        painter.setOpacity(1.0)
        if number in content.pinned:
            _draw_pin(painter, x, y, sizes[number], brush)


def _draw_dots(painter: QPainter, content: Content, brush: Brush) -> None:
    """Draw all nodes as dots, those of one look and size in one go, while very many walk."""
    spots, sizes = on_screen(content, brush.view).tolist(), radii(content, brush).tolist()
    alike: dict[tuple[str, float], list[QPointF]] = {}
    for look, (x, y), radius in zip(content.looks, spots, sizes, strict=True):
        color = (look.rim if look.rim_width else look.fill) if look else brush.theme.need
        alike.setdefault((color, round(radius)), []).append(QPointF(x, y))
    for (color, radius), points in alike.items():
        pen = QPen(QColor(color), max(2 * radius, 2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF(points))


def draw_names(painter: QPainter, content: Content, brush: Brush, names: Names) -> None:
    """Draw names from pictures made once for each name and size, and the leaders of those moved."""
    painter.setPen(QPen(QColor(_mixed(brush.theme.mute, brush.theme.paper, _HAIRLINE)), 1))
    leaders = [QLineF(*each.leader) for each in names.placed.values() if each.leader]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawLines(leaders)
    shorts = abridged(content.names)
    for number, placed in names.placed.items():
        look = content.names[number], names.text, brush.theme, brush.ratio
        painter.drawPixmap(
            QPointF(placed.x, placed.y), name_picture(*look, placed.shape, shorts[number])
        )


def _draw_marks(painter: QPainter, line: Line, place: list[float], em: float, theme: Theme) -> None:
    x1, y1, x2, y2 = place
    painter.setBrush(QBrush(QColor(line.color)))
    painter.setPen(Qt.PenStyle.NoPen)
    if line.directed:
        head = arrow_points((x1, y1, x2, y2), 0.55 * em + 2 * line.width * em)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in head]))
    x, y, r = (x1 + x2) / 2, (y1 + y2) / 2, style.SIGN * em
    if line.sign:
        painter.setPen(QPen(QColor(theme.paper), r * 0.3))
        if line.sign == "dot":
            painter.drawEllipse(QPointF(x, y), r, r)
        else:
            corners = sign_points(line.sign, x, y, r)
            painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in corners]))


def _draw_pin(painter: QPainter, x: float, y: float, radius: float, brush: Brush) -> None:
    r = max(2.5, radius * 0.3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(brush.theme.paper), 1))
    painter.setBrush(QColor(brush.theme.gap))
    painter.drawEllipse(QPointF(x + radius * 0.75, y - radius * 0.75), r, r)
