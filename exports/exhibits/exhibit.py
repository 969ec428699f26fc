# SPDX-License-Identifier: MIT
"""What an exhibit is, and the sheet it is drawn on, measured from the top left corner.

An exhibit is a function from workshop, look and size to an `Exhibit`. Its drawing is no higher
than what it needs, so every surface can ask "how high at this width?" by offering much height.
No text in an exhibit is smaller than `look.text`: whoever shows it in a room sets that size so
that the last row can read it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from reportlab.graphics import shapes
from reportlab.lib.colors import Color, HexColor

from exports.exhibits.typography import CAPITAL, LEADING, REGULAR, width
from resources.theme import Theme

Size = tuple[float, float]
"""Width and height, in points."""
Anchor = Literal["start", "middle", "end"]


class Look(NamedTuple):
    """How an exhibit is to look: its colors, and the size of its text in points."""

    theme: Theme
    text: float = 12.0
    least: float | None = None
    """How small names may get where there are many, in points, as on paper; never smaller if None."""

    @property
    def strong(self) -> float:
        """The size of what should be read first, in points."""
        return self.text * 1.25

    @property
    def line(self) -> float:
        """The distance from one line of text to the next, in points."""
        return self.text * LEADING


class Area(NamedTuple):
    """A part of the drawing that means something: to point at, to click, to have read out."""

    x: float
    y: float
    width: float
    height: float
    role: str
    id: str
    text: str

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point, from the top left in points, lies in the area."""
        return 0 <= x - self.x <= self.width and 0 <= y - self.y <= self.height


class Exhibit(NamedTuple):
    """A finished picture with its words; the title is set by each surface in its own way."""

    title: str
    subtitle: str
    alt: str
    drawing: shapes.Drawing
    areas: tuple[Area, ...] = ()
    pages: int = 1


class Sheet:
    """A drawing under way: x to the right and y down, in points, colors as "#RRGGBB"."""

    def __init__(self, size: Size, look: Look) -> None:
        self.width, self.height = size
        self.look = look
        self.areas: list[Area] = []
        self._shapes: list[shapes.Shape] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float | None = None,
        font: str = REGULAR,
        color: str | None = None,
        anchor: Anchor = "start",
    ) -> float:
        """Set one line with the middle of its capitals at y; give the x where it ends."""
        size = size or self.look.text
        color = color or self.look.theme.ink
        down = y + size * CAPITAL / 2
        self._shapes.append(
            shapes.String(
                x,
                self.height - down,
                text,
                fontName=font,
                fontSize=size,
                fillColor=_ink(color),
                textAnchor=anchor,
            )
        )
        share = {"start": 1.0, "middle": 0.5, "end": 0.0}[anchor]
        return x + width(text, size, font) * share

    def lines(self, x: float, y: float, lines: Sequence[str], **style: Any) -> None:
        """Set lines below each other, the block of them with its middle at y."""
        leading = (style.get("size") or self.look.text) * LEADING
        top = y - leading * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text(x, top + number * leading, line, **style)

    def block(self, x: float, top: float, lines: Sequence[str], **style: Any) -> float:
        """Set lines below each other from `top` on; give the y below them."""
        height = (style.get("size") or self.look.text) * LEADING * len(lines)
        self.lines(x, top + height / 2, lines, **style)
        return top + height

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str | None = None,
        thick: float = 0.75,
        dash: Sequence[float] | None = None,
        cap: Literal[0, 1] = 0,
    ) -> None:
        """Draw a line; a hairline in the theme's color unless told otherwise; cap 1 is round."""
        self._shapes.append(
            shapes.Line(
                x1,
                self.height - y1,
                x2,
                self.height - y2,
                strokeColor=_ink(color or self.look.theme.line),
                strokeWidth=thick,
                strokeDashArray=dash,  # type: ignore[arg-type]  # None is ReportLab's own default
                strokeLineCap=cap,
            )
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0,
        **paint: Any,
    ) -> None:
        """Draw a rectangle from its top left corner; for `paint` see `_paint`."""
        self._shapes.append(
            shapes.Rect(
                x, self.height - y - height, width, height, rx=radius, ry=radius, **_paint(**paint)
            )
        )

    def dot(self, x: float, y: float, radius: float, **paint: Any) -> None:
        """Draw a circle around a point; for `paint` see `_paint`."""
        self._shapes.append(shapes.Circle(x, self.height - y, radius, **_paint(**paint)))

    def shape(self, points: Sequence[tuple[float, float]], **paint: Any) -> None:
        """Draw a closed polygon; for `paint` see `_paint`."""
        flat = [value for x, y in points for value in (x, self.height - y)]
        self._shapes.append(shapes.Polygon(flat, **_paint(**paint)))

    def upward(
        self, x: float, y: float, text: str, *, font: str = REGULAR, color: str | None = None
    ) -> None:
        """Set one line that runs upward from y, with the middle of its capitals at x."""
        size = self.look.text
        string = shapes.String(
            0,
            -size * CAPITAL / 2,
            text,
            fontName=font,
            fontSize=size,
            fillColor=_ink(color or self.look.theme.ink),
        )
        self._shapes.append(shapes.Group(string, transform=(0, 1, -1, 0, x, self.height - y)))

    def area(
        self, x: float, y: float, width: float, height: float, role: str, id: str, text: str
    ) -> None:
        """Note that a part of the drawing means something."""
        self.areas.append(Area(x, y, width, height, role, id, text))

    def exhibit(
        self,
        title: str,
        subtitle: str = "",
        alt: str = "",
        pages: int = 1,
        used: float | None = None,
    ) -> Exhibit:
        """Finish: the drawing is cut to the height used, and shapes and areas go into an Exhibit."""
        height = min(self.height, used) if used else self.height
        drawing = shapes.Drawing(self.width, height)
        if height == self.height:
            drawing.contents = self._shapes
        else:
            moved = shapes.Group(transform=(1, 0, 0, 1, 0, height - self.height))
            moved.contents = self._shapes
            drawing.add(moved)
        return Exhibit(title, subtitle, alt or title, drawing, tuple(self.areas), pages)


@cache
def _ink(color: str) -> Color:
    """Give one shared object for a color, "#RRGGBB"; nobody changes it."""
    return HexColor(color)


def _paint(
    fill: str | None = None,
    stroke: str | None = None,
    thick: float = 1.0,
    dash: Sequence[float] | None = None,
    opacity: float = 1.0,
) -> dict[str, Any]:
    return {
        "fillColor": _ink(fill) if fill else None,
        "strokeColor": _ink(stroke) if stroke else None,
        "strokeWidth": thick if stroke else 0,
        "strokeDashArray": list(dash) if dash else None,
        "fillOpacity": opacity,
    }
