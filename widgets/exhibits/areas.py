# SPDX-License-Identifier: MIT
"""Which area of an exhibit is under the pointer, and which is next when an arrow key is pressed."""

from collections.abc import Sequence

from exports.exhibits.exhibit import Area

SCALE = "scale"
"""The role of areas that tell where a scale begins and ends; they cannot be reached or clicked."""


def reachable(areas: Sequence[Area]) -> list[Area]:
    """Give the areas that pointer and keys can reach, in the order of reading."""
    return [area for area in areas if area.role != SCALE]


def at(areas: Sequence[Area], x: float, y: float) -> Area | None:
    """Give the smallest reachable area around a point, so that a dot goes before its row."""
    under = [area for area in reachable(areas) if area.contains(x, y)]
    return min(under, key=lambda area: area.width * area.height, default=None)


def scale_of(areas: Sequence[Area], dot: Area) -> Area | None:
    """Give the scale that a dot moves on: the one at its height."""
    middle = dot.y + dot.height / 2
    scales = (area for area in areas if area.role == SCALE)
    return next((area for area in scales if 0 <= middle - area.y <= area.height), None)


def following(areas: Sequence[Area], current: Area | None, by: int) -> Area | None:
    """Give the area that comes `by` places after the current one, or None past either end."""
    order = reachable(areas)
    place = order.index(current) + by if current in order else (0 if by > 0 else len(order) - 1)
    return order[place] if 0 <= place < len(order) else None


def beside(areas: Sequence[Area], current: Area | None, down: int) -> Area | None:
    """Give the nearest area of the same role below (1) or above (-1), else the next of any role."""
    if current is None:
        return following(areas, None, down)
    same = [
        area
        for area in areas
        if area.role == current.role and (area.y - current.y) * down > current.height / 2
    ]
    if not same:
        return following(areas, current, down)
    return min(same, key=lambda a: (abs(a.y - current.y), abs(a.x - current.x)))


def same(areas: Sequence[Area], wanted: Area | None) -> Area | None:
    """Find an area again, by role and id, after the exhibit was drawn anew."""
    if wanted is None:
        return None
    key = (wanted.role, wanted.id)
    return next((area for area in areas if (area.role, area.id) == key), None)
