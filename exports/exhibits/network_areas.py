# SPDX-License-Identifier: MIT
"""Soft areas behind the nodes of one group: the lines an alliance has to cross."""

import numpy as np
from numpy.typing import NDArray

from exports.exhibits.exhibit import Sheet
from resources.theme import Theme

ROOM = 1.0
"""How far an area reaches beyond the disks in it, in text sizes."""
FILL, RIM = 0.10, 0.45
"""How opaque an area and its dotted rim are."""

Points = NDArray[np.float64]
Corners = list[tuple[float, float]]


def area_color(number: int, theme: Theme) -> str:
    """Give the color of the area of a group, by its place in the list."""
    colors = (theme.accent, theme.need, theme.today, theme.gap, theme.calm, theme.ink)
    return colors[number % len(colors)]


def outline(spots: Points, room: float) -> Corners:
    """Give the corners of the hull of points, widened and rounded."""
    turns = np.arange(12) * (np.pi / 6)
    ring = room * np.column_stack([np.cos(turns), np.sin(turns)])
    return hull((spots[:, None] + ring[None]).reshape(-1, 2))


def hull(points: Points) -> Corners:
    """Give the corners of the convex hull in order (Andrew 1979)."""
    ordered = sorted({(float(x), float(y)) for x, y in points})
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]]


def draw_area(sheet: Sheet, number: int, spots: Points, room: float) -> None:
    """Draw the area of a group, within the sheet."""
    color, em = area_color(number, sheet.look.theme), sheet.look.text
    inside = [
        (min(max(x, 1), sheet.width - 1), min(max(y, 1), sheet.height - 1))
        for x, y in outline(spots, room)
    ]
    sheet.shape(inside, fill=color, opacity=FILL)
    sheet.shape(inside, stroke=color, thick=0.08 * em, dash=(0.15 * em, 0.25 * em))


def _chain(points: Corners) -> Corners:
    chain: Corners = []
    for x, y in points:
        while len(chain) > 1:
            (ax, ay), (bx, by) = chain[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            chain.pop()
        chain.append((x, y))
    return chain
