# SPDX-License-Identifier: MIT
"""The names of the nodes of the network: where a picture on a sheet has them, and how.

All are shown as far as there is room: in smaller letters where text may shrink, then in short.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from exports.exhibits.exhibit import Look, Sheet, Size
from exports.exhibits.name_lines import SHAPES, USUAL, WHOLE, abridged, name_lines
from exports.exhibits.typography import SEMIBOLD, width
from workshop.ids import Id
from workshop.partners.labels import MOST, Placed, Scene, place_labels

_LEADING = 1.2
"""From one line of a name to the next, in text sizes: closer than in a text, as on the live map."""
_SMALLER = (1.0, 0.85, 0.72)
_MOST_COVERED = 0.7
"""Names that would cover more of the map than this are not tried, for they never find room."""
FEWER = 40
"""For so few names the map is fitted in several ways until all have room."""


class Spot(NamedTuple):
    """Where a node stands on the sheet, in points."""

    x: float
    y: float
    radius: float


class Name(NamedTuple):
    """A name with its place on the sheet."""

    lines: tuple[str, ...]
    size: Size
    placed: Placed
    text: float


def arranged(
    fits: Iterable[Mapping[Id, Spot]], name: Callable[[Mapping[Id, Spot]], list[Name]]
) -> tuple[Mapping[Id, Spot], list[Name]]:
    """Give the fit of the map in which the most names have room, are whole and need no leader."""
    best: tuple[Mapping[Id, Spot], list[Name]] = {}, []
    for spots in fits:
        names = name(spots)
        if not best[0] or _rank(names) > _rank(best[1]):
            best = spots, names
        if _rank(names) == (len(spots), 0, 0):
            break
    return best


def _rank(names: Sequence[Name]) -> tuple[int, int, int]:
    short = sum(name.placed.shape >= WHOLE for name in names)
    return len(names), -short, -sum(name.placed.leader is not None for name in names)


def place_names(
    names: Mapping[Id, str],
    spots: Mapping[Id, Spot],
    lines: Sequence[tuple[float, float, float, float]],
    look: Look,
    room: Size,
) -> list[Name]:
    """Place the names, the most important first, as large as all find room, if they may shrink."""
    least = look.least or look.text
    sizes = sorted({max(look.text * share, least) for share in _SMALLER}, reverse=True)
    for size in sizes[:-1]:
        if _covered(names, size) > _MOST_COVERED * room[0] * room[1]:
            continue
        found = _placed(names, spots, lines, size, room, SHAPES[:WHOLE])
        if len(found) == len(names):
            return found
    return _placed(names, spots, lines, sizes[-1], room, SHAPES)


def _placed(
    names: Mapping[Id, str],
    spots: Mapping[Id, Spot],
    lines: Sequence[tuple[float, float, float, float]],
    size: float,
    room: Size,
    shapes: Sequence[int],
) -> list[Name]:
    slots = {id: slot for slot, id in enumerate(spots)}
    order = [slots[id] for id in names][:MOST]
    words = {slots[id]: name for id, name in names.items()}
    shorts = dict(zip(words, abridged(tuple(words.values())), strict=True))
    wrapped = [
        {slot: _lines(words[slot], shape, size, shorts[slot]) for slot in order} for shape in shapes
    ]
    sizes = [np.zeros((len(spots), 2), dtype=np.float32) for _ in shapes]
    for each, boxes in zip(wrapped, sizes, strict=True):
        boxes[order] = [_extent(each[slot], size) for slot in order]
    scene = Scene(
        np.array(list(spots.values()), dtype=np.float32),
        np.array(lines, dtype=np.float32).reshape(-1, 4),
        (2, 2, room[0] - 2, room[1] - 2),
    )
    found = place_labels(scene, sizes, order, whole=WHOLE, far=len(names) <= MOST)
    return [
        Name(wrapped[at.shape][slot], _extent(wrapped[at.shape][slot], size), at, size)
        for slot, at in found.items()
    ]


def draw_names(sheet: Sheet, names: Sequence[Name]) -> None:
    """Draw the leaders of names that moved away, then the names on a soft ground."""
    theme = sheet.look.theme
    for name in names:
        if name.placed.leader:
            sheet.rule(*name.placed.leader, theme.mute, 0.07 * sheet.look.text)
    for lines, (wide, high), at, size in names:
        sheet.box(at.x, at.y, wide, high, radius=3, fill=theme.paper, opacity=0.8)
        for number, line in enumerate(lines):
            y = at.y + size * _LEADING * (number + 0.5)
            sheet.text(at.x + wide / 2, y, line, size=size, font=SEMIBOLD, anchor="middle")


def _lines(name: str, shape: int, size: float, short: str = "") -> tuple[str, ...]:
    return name_lines(name, shape, size, lambda line: width(line, size, SEMIBOLD), short)


def _covered(names: Mapping[Id, str], size: float) -> float:
    """Give the area of all names in letters of a size, before any is shortened."""
    extents = (_extent(_lines(name, USUAL, size), size) for name in names.values())
    return sum(wide * high for wide, high in extents)


def _extent(lines: tuple[str, ...], size: float) -> Size:
    wide = max(width(line, size, SEMIBOLD) for line in lines) + 0.4 * size
    return wide, size * _LEADING * len(lines)
