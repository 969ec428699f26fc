# SPDX-License-Identifier: MIT
"""Rows of a name, a bar and a figure, under headings: the frame of the money pictures."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.exhibit import Sheet
from exports.exhibits.table import pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit, width


class Bar(NamedTuple):
    """A row: its words, the length of its bar from 0 to 1, its figure, color, and what it is of."""

    words: str
    length: float | None
    figure: str
    color: str
    id: str = ""


class Group(NamedTuple):
    """Rows under a heading with a note."""

    heading: str
    note: str
    bars: Sequence[Bar]


def draw_groups(
    sheet: Sheet, groups: Sequence[Group], top: float, page: int, role: str
) -> tuple[int, float]:
    """Draw the groups of a page below `top`; give the number of pages and the y below."""
    em, look = sheet.look.text, sheet.look
    groups = _parted(sheet, groups, top)
    heads = [fit(each.heading, em, sheet.width, 2, SEMIBOLD) for each in groups]
    notes = [fit(each.note, em, sheet.width, 3) if each.note else () for each in groups]
    pitch = look.line + 0.5 * em
    heights = [
        look.line * (len(head) + len(note)) + pitch * len(group.bars) + em
        for head, note, group in zip(heads, notes, groups, strict=True)
    ]
    pages = pages_of(heights, sheet.height - top)
    y = top
    for at in turned_to(pages, page):
        below = sheet.block(0, y, heads[at], font=SEMIBOLD)
        below = sheet.block(0, below, notes[at], color=look.theme.mute)
        for bar in groups[at].bars:
            _draw(sheet, bar, below, pitch, role)
            below += pitch
        y += heights[at]
    return len(pages), y


def _parted(sheet: Sheet, groups: Sequence[Group], top: float) -> list[Group]:
    """Part groups that are longer than a page, each part under the heading of the whole."""
    em, line = sheet.look.text, sheet.look.line
    most = max(1, int((sheet.height - top - 5 * line - em) / (line + 0.5 * em)))
    return [
        each._replace(bars=each.bars[at : at + most])
        for each in groups
        for at in range(0, max(1, len(each.bars)), most)
    ]


def _draw(sheet: Sheet, bar: Bar, y: float, pitch: float, role: str) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    words_room = 0.36 * sheet.width
    figure_room = max(7 * em, width(bar.figure, em, SEMIBOLD) + em)
    room = sheet.width - words_room - figure_room - em
    middle = y + pitch / 2
    words = fit(bar.words, em, words_room - em, 1)
    sheet.lines(0, middle, words)
    if bar.length is not None:
        high = 0.9 * em
        sheet.box(words_room, middle - high / 2, room, high, stroke=theme.line)
        sheet.box(words_room, middle - high / 2, room * min(1.0, bar.length), high, fill=bar.color)
    sheet.text(sheet.width, middle, bar.figure, font=SEMIBOLD, anchor="end")
    sheet.area(0, y, sheet.width, pitch, role, bar.id, f"{bar.words}: {bar.figure}")
