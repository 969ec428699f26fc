# SPDX-License-Identifier: MIT
"""How exhibits with rows share a width among columns, a height among pages, and explain marks."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.exhibits.exhibit import Sheet
from exports.exhibits.typography import SEMIBOLD, fit, width

SPACING = 1.2
"""Room between two columns, in multiples of the text size."""

Mark = Callable[[Sheet, float, float], None]
"""Draws a small sign around the point x, y."""


class Column(NamedTuple):
    """A column to come: the least width in multiples of the text size, and its part of the rest."""

    key: str
    header: str
    least: float
    grow: float = 0.0


class Slot(NamedTuple):
    """Where a column is, in points."""

    x: float
    width: float
    header: str

    @property
    def end(self) -> float:
        """The x of the right edge."""
        return self.x + self.width


def arrange(columns: Sequence[Column], room: float, em: float, left: float = 0) -> dict[str, Slot]:
    """Share a width among the columns; those on the right are left out where it is too small."""
    kept: list[Column] = []
    taken = 0.0
    for column in columns:
        taken += column.least + (SPACING if kept else 0)
        if kept and taken * em > room:
            taken -= column.least + SPACING
            break
        kept.append(column)
    rest = max(0.0, room - taken * em)
    parts = sum(column.grow for column in kept) or 1.0
    slots, x = {}, left
    for column in kept:
        wide = min(room, column.least * em) + rest * column.grow / parts
        slots[column.key] = Slot(x, wide, column.header)
        x += wide + SPACING * em
    return slots


def pages_of(heights: Sequence[float], room: float) -> list[range]:
    """Break rows into pages of the given height; every page has at least one row."""
    pages, first, used = [], 0, 0.0
    for number, height in enumerate(heights):
        if number > first and used + height > room:
            pages.append(range(first, number))
            first, used = number, 0.0
        used += height
    return [*pages, range(first, len(heights))]


def turned_to(pages: Sequence[range], page: int) -> range:
    """Give the rows of a page; a page past the end is the last one."""
    return pages[min(max(page, 0), len(pages) - 1)]


def headers(sheet: Sheet, slots: Sequence[Slot], top: float) -> float:
    """Set the heads of columns over a line; give the y below it."""
    em, theme = sheet.look.text, sheet.look.theme
    heads = [fit(slot.header, em, slot.width, 2, SEMIBOLD) for slot in slots]
    bottom = top + sheet.look.line * max(len(lines) for lines in heads)
    for slot, lines in zip(slots, heads, strict=True):
        high = sheet.look.line * len(lines)
        sheet.block(slot.x, bottom - high, lines, font=SEMIBOLD, color=theme.mute)
    bottom += 0.35 * em
    sheet.rule(0, bottom, sheet.width, bottom, theme.mute, 0.75)
    return bottom


def legend(sheet: Sheet, top: float, items: Sequence[tuple[Mark, str]]) -> float:
    """Explain marks in a line or, where that is too long, several; give the y below them."""
    em, x, y = sheet.look.text, 0.0, top + sheet.look.line / 2
    for mark, word in items:
        wide = 1.4 * em + width(word, em)
        if x and x + wide > sheet.width:
            x, y = 0.0, y + sheet.look.line
        mark(sheet, x + 0.5 * em, y)
        sheet.text(x + 1.4 * em, y, word, color=sheet.look.theme.mute)
        x += wide + 1.4 * em
    return y + sheet.look.line / 2


def swatch(color: str) -> Mark:
    """Give a mark for a legend: a square of a color."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        half = 0.5 * sheet.look.text
        sheet.box(x - half, y - half, 2 * half, 2 * half, fill=color, stroke=sheet.look.theme.mute)

    return draw
