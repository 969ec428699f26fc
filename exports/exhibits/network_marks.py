# SPDX-License-Identifier: MIT
"""The signs on the lines of the network: what relation it is, and which way it goes."""

import math

from exports.exhibits import network_style as style
from exports.exhibits.exhibit import Sheet

Line = tuple[float, float, float, float]
Points = list[tuple[float, float]]


def arrow_points(line: Line, length: float) -> Points:
    """Give the corners of an arrow head at the end of a line."""
    x1, y1, x2, y2 = line
    angle = math.atan2(y2 - y1, x2 - x1)
    wings = (angle + math.pi - 0.42, angle + math.pi + 0.42)
    return [(x2, y2), *((x2 + length * math.cos(a), y2 + length * math.sin(a)) for a in wings)]


def sign_points(sign: str, x: float, y: float, r: float) -> Points:
    """Give the corners of a sign around a point; a dot has none."""
    corners = {
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        "triangle": [(0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        "bar": [(-0.4, -1.4), (0.4, -1.4), (0.4, 1.4), (-0.4, 1.4)],
        "cross": [
            (-0.4, -1.3), (0.4, -1.3), (0.4, -0.4), (1.3, -0.4), (1.3, 0.4), (0.4, 0.4),
            (0.4, 1.3), (-0.4, 1.3), (-0.4, 0.4), (-1.3, 0.4), (-1.3, -0.4), (-0.4, -0.4),
        ],
    }  # fmt: skip
    return [(x + across * r, y + down * r) for across, down in corners.get(sign, [])]


def draw_arrow(sheet: Sheet, line: Line, color: str, em: float, thick: float) -> None:
    """Draw the head of a one-way tie at its end."""
    sheet.shape(arrow_points(line, 0.55 * em + 2 * thick), fill=color)


def draw_sign(sheet: Sheet, line: Line, look: style.RelationStyle, em: float) -> None:
    """Draw the sign of a relation in the middle of a line."""
    x, y, r = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2, style.SIGN * em
    if look.sign == "dot":
        sheet.dot(x, y, r, fill=look.color, stroke=sheet.look.theme.paper, thick=r * 0.3)
    elif look.sign:
        points = sign_points(look.sign, x, y, r)
        sheet.shape(points, fill=look.color, stroke=sheet.look.theme.paper, thick=r * 0.3)
