# SPDX-License-Identifier: MIT
"""How the map lies in the window: a scale, a stretch and a shift between map units and pixels."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Point = tuple[float, float]
LEAST, MOST = 0.02, 6.0
_ROOMIEST = 1.7
_MOST_STRETCH = 1.5
_MANY = 100
"""So many nodes need the room at the edges more than their names do."""


class View(NamedTuple):
    """A pixel is a map unit times `scale`, shifted by `dx`, `dy`."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    stretch: float = 1.0
    """How much wider than high a map unit is shown."""

    @property
    def units(self) -> Point:
        """How many pixels a map unit takes, across and down."""
        return self.scale * self.stretch, self.scale

    def to_screen(self, point: Point) -> Point:
        """Give the pixel of a place on the map."""
        across, down = self.units
        return point[0] * across + self.dx, point[1] * down + self.dy

    def to_map(self, pixel: Point) -> Point:
        """Give the place on the map under a pixel."""
        across, down = self.units
        return (pixel[0] - self.dx) / across, (pixel[1] - self.dy) / down

    def zoomed(self, factor: float, at: Point) -> "View":
        """Give the view after zooming, with the place under a pixel kept there."""
        scale = min(max(self.scale * factor, LEAST), MOST)
        x, y = self.to_map(at)
        return self.holding((x, y), at, scale)

    def moved(self, across: float, down: float) -> "View":
        """Give the view shifted by pixels."""
        return self._replace(dx=self.dx + across, dy=self.dy + down)

    def centered(self, place: Point, size: Point, scale: float) -> "View":
        """Give the view with a place in the middle of the window."""
        return self.holding(place, (size[0] / 2, size[1] / 2), scale)

    def holding(self, place: Point, at: Point, scale: float) -> "View":
        """Give the view at a scale, with a place at a pixel."""
        across, down = place[0] * scale * self.stretch, place[1] * scale
        return View(scale, at[0] - across, at[1] - down, self.stretch)


def fitting(places: Iterable[Point], size: Point, margin: Point, stretch: float = 1.0) -> View:
    """Give the view that shows all places within the margins, not larger than is comfortable."""
    points = list(places)
    if not points:
        return View(1.0, size[0] / 2, size[1] / 2)
    (wide, high), middle = _extent(points)
    room = _room(size, margin)
    scale = min(room[0] / (wide * stretch), room[1] / high, _ROOMIEST)
    return View(stretch=stretch).centered(middle, size, max(scale, LEAST))


def framing(
    places: Sequence[Point], every: Sequence[Point], size: Point, text: float, *, stretched: bool
) -> View:
    """Give the view that shows some of the places with room for their names at the edges.

    Where there are many in all, their names need the width there is: the map may be stretched.
    """
    many = len(places) > _MANY
    side, above = (3.5, 2.0) if many else (7, 3.2)
    margin = min(side * text, size[0] * 0.16), above * text
    wide = stretched and len(every) > _MANY
    return fitting(places, size, margin, _filling(every, size, margin) if wide else 1.0)


def _filling(places: Sequence[Point], size: Point, margin: Point) -> float:
    """Give by how much places may be stretched sideways to fill what is wider than they are."""
    (wide, high), _ = _extent(list(places))
    room = _room(size, margin)
    return min(max(room[0] / wide / (room[1] / high), 1.0), _MOST_STRETCH)


def _extent(points: list[Point]) -> tuple[Point, Point]:
    xs, ys = zip(*points, strict=True)
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return (max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0)), middle


def _room(size: Point, margin: Point) -> Point:
    return max(size[0] - 2 * margin[0], 40.0), max(size[1] - 2 * margin[1], 40.0)


def between(one: View, other: View, share: float) -> View:
    """Give the view on the way from one to another."""
    return View(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))
