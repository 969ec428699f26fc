# SPDX-License-Identifier: MIT
"""How the map lies in the window: a scale and a shift between map units and pixels."""

from collections.abc import Iterable
from typing import NamedTuple

Point = tuple[float, float]
LEAST, MOST = 0.02, 6.0
_ROOMIEST = 1.7


class View(NamedTuple):
    """A pixel is a map unit times `scale`, shifted by `dx`, `dy`."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def to_screen(self, point: Point) -> Point:
        """Give the pixel of a place on the map."""
        return point[0] * self.scale + self.dx, point[1] * self.scale + self.dy

    def to_map(self, pixel: Point) -> Point:
        """Give the place on the map under a pixel."""
        return (pixel[0] - self.dx) / self.scale, (pixel[1] - self.dy) / self.scale

    def zoomed(self, factor: float, at: Point) -> "View":
        """Give the view after zooming, with the place under a pixel kept there."""
        scale = min(max(self.scale * factor, LEAST), MOST)
        x, y = self.to_map(at)
        return View(scale, at[0] - x * scale, at[1] - y * scale)

    def moved(self, across: float, down: float) -> "View":
        """Give the view shifted by pixels."""
        return self._replace(dx=self.dx + across, dy=self.dy + down)

    def centered(self, place: Point, size: Point, scale: float) -> "View":
        """Give the view with a place in the middle of the window."""
        return View(scale, size[0] / 2 - place[0] * scale, size[1] / 2 - place[1] * scale)


def fitting(places: Iterable[Point], size: Point, margin: Point) -> View:
    """Give the view that shows all places within the margins, not larger than is comfortable."""
    points = list(places)
    if not points:
        return View(1.0, size[0] / 2, size[1] / 2)
    xs, ys = zip(*points, strict=True)
    wide, high = max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0)
    room = max(size[0] - 2 * margin[0], 40.0), max(size[1] - 2 * margin[1], 40.0)
    scale = min(room[0] / wide, room[1] / high, _ROOMIEST)
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return View().centered(middle, size, max(scale, LEAST))


def between(one: View, other: View, share: float) -> View:
    """Give the view on the way from one to another."""
    return View(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))
