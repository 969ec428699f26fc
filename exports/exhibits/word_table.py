# SPDX-License-Identifier: MIT
"""A table of words as an exhibit: a row for each record, on as many pages as it takes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit, wrap
from workshop.ids import Id

_MOST_LINES = 9


class Row(NamedTuple):
    """A row: the record it is of, its words by column, and which of them warn."""

    id: Id
    words: Mapping[str, str]
    warns: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What a table says: its title, a line below it, and the role of its areas."""

    title: str
    subtitle: str
    role: str


def word_table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    look: Look,
    size: Size,
    page: int,
    says: Finding,
) -> Exhibit:
    """Set rows below each other; the first column is strong, and warnings are set off.

    Where the width is short, the columns on the right go below the first one, in a quieter tone.
    """
    sheet, em = Sheet(size, look), look.text
    slots = arrange(columns, size[0], em)
    heights = [_height(row, columns, slots, look, size[0]) for row in rows]
    top = headers(sheet, list(slots.values()), 0)
    pages = pages_of(heights, size[1] - top - 1)
    y = top
    shown = turned_to(pages, page)
    for number in shown:
        _draw(sheet, rows[number], columns, slots, y)
        said = _sentences(_said(rows[number], columns))
        sheet.area(0, y, size[0], heights[number], says.role, rows[number].id, said)
        y += heights[number]
        sheet.rule(0, y, size[0], y)
    alt = " ".join(_sentences(_said(rows[number], columns)) + "." for number in shown)
    return sheet.exhibit(says.title, says.subtitle, alt, len(pages), y + 1)


def _sentences(said: Sequence[str]) -> str:
    """Put what is said behind each other; some of it ends with a full stop of its own."""
    return ". ".join(each.removesuffix(".") for each in said)


def _said(row: Row, columns: Sequence[Column]) -> list[str]:
    first, *rest = columns
    named = [f"{c.header}: {row.words[c.key]}" for c in rest if row.words.get(c.key)]
    return [row.words[first.key], *named]


def _lines(row: Row, key: str, look: Look, room: float, first: bool) -> tuple[str, ...]:
    font = SEMIBOLD if first else REGULAR
    return fit(row.words.get(key) or "–", look.text, room, _MOST_LINES, font)


def _below(row: Row, columns: Sequence[Column], slots: Mapping[str, Slot]) -> str:
    left = [c for c in columns if c.key not in slots and row.words.get(c.key)]
    return "; ".join(f"{c.header.lower()}: {row.words[c.key]}" for c in left)


def _height(
    row: Row, columns: Sequence[Column], slots: Mapping[str, Slot], look: Look, room: float
) -> float:
    lines = max(
        len(_lines(row, key, look, slot.width, key == columns[0].key))
        for key, slot in slots.items()
    )
    lines += len(wrap(_below(row, columns, slots), look.text, room))
    return look.line * lines + 0.9 * look.text


def _draw(
    sheet: Sheet, row: Row, columns: Sequence[Column], slots: Mapping[str, Slot], y: float
) -> None:
    theme, look = sheet.look.theme, sheet.look
    bottom = y + 0.45 * look.text
    top = bottom
    for key, slot in slots.items():
        is_first = key == columns[0].key
        lines = _lines(row, key, look, slot.width, is_first)
        warns = key in row.warns
        font = SEMIBOLD if is_first or warns else REGULAR
        color = theme.gap if warns else theme.ink
        bottom = max(bottom, sheet.block(slot.x, top, lines, font=font, color=color))
    below = wrap(_below(row, columns, slots), look.text, sheet.width)
    if below:
        sheet.block(0, bottom, below, color=theme.mute)
