# SPDX-License-Identifier: MIT
"""How wide the columns of a table are: as their words ask for, as far as the page has room."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.typography import width
from exports.pdf.setting import Words, runs_of
from exports.pdf.style import CELL, CELL_GAP, HEAD

_SAMPLE = 120
"""Rows looked at to find the widths of the columns."""
_LONG = 1500
"""A text of so many letters stands below its row, and the column need not be wide for it."""
_NARROW = 42.0
"""No column gets narrower than this unless its words are."""


class Column(NamedTuple):
    """The head of a column; numbers stand flush right."""

    title: str
    number: bool = False


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Words]], room: float
) -> list[float]:
    """Give the widths of columns, in points, that fill the room but for the gaps between them."""
    wishes = [
        _wish(column, [row[at] for row in rows[:_SAMPLE]]) for at, column in enumerate(columns)
    ]
    return share_out(wishes, room - CELL_GAP * (len(wishes) - 1))


def _wish(column: Column, cells: Sequence[Words]) -> float:
    """Give the width at which no cell of the column would break."""
    widest = width(column.title, HEAD.size, HEAD.font)
    if column.number:  # the head of a column of numbers may take two lines
        words = (width(word, HEAD.size, HEAD.font) for word in column.title.split())
        widest = max(*words, 0.55 * widest) if " " in column.title else widest
    for cell in cells:
        for runs in runs_of(cell, CELL.font):
            letters = sum(len(run.text) for run in runs)
            if letters < 150:
                wide = sum(width(run.text, CELL.size, run.font) for run in runs)
            else:
                wide = 1000.0 if letters < _LONG else 500.0
            widest = max(widest, wide)
    return widest + 1.0


def share_out(wishes: Sequence[float], room: float) -> list[float]:
    """Share a width among columns: who asks for little gets it, the others share what is left.

    What nobody asked for is spread in proportion, so that a narrow table still fills its measure.
    """
    spare = room - sum(wishes)
    if spare >= 0:
        return [wish + spare * wish / sum(wishes) for wish in wishes]
    given: dict[int, float] = {}
    left = room
    for at in sorted(range(len(wishes)), key=lambda at: wishes[at]):
        fair = left / (len(wishes) - len(given))
        given[at] = wishes[at] if wishes[at] <= max(fair, _NARROW) else fair
        left -= given[at]
    return _weighted(wishes, given, room)


def _weighted(wishes: Sequence[float], given: dict[int, float], room: float) -> list[float]:
    """Let columns that got less than they asked for share by the root of what they asked."""
    short = [at for at in given if given[at] < wishes[at]]
    kept = room - sum(given[at] for at in given if at not in short)
    total = sum(wishes[at] ** 0.5 for at in short)
    return [
        kept * wishes[at] ** 0.5 / total if at in short else given[at] for at in range(len(wishes))
    ]
