# SPDX-License-Identifier: MIT
"""The readiness gate: fifteen conditions, each met, open, or passed over by somebody who says so."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.exhibits import marks
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Mark, legend, pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.deal.gate import Condition, Gate, gate, in_order
from workshop.state import Workshop

_MOST = 9
_BESIDE = 40
"""From this width on, in multiples of the text size, what holds stands in two columns."""


def readiness_gate(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw what is shut, then what is passed over, with why; then what holds; Areas “condition”."""
    found = gate(workshop)
    sheet = Sheet(size, look)
    top = legend(sheet, 0, _LEGEND) + 0.5 * look.text
    rows = [*_told_rows(found, look, size[0]), *_held_rows(found, look, size[0])]
    pages = pages_of([row.height for row in rows], size[1] - top)
    y = top
    for at in turned_to(pages, page):
        for place, cell in enumerate(rows[at].cells):
            wide = size[0] / rows[at].across
            _draw(sheet, cell, place * wide, y, wide, rows[at].height)
        y += rows[at].height
    alt = " ".join(f"{each.asks}: {_told(each)}" for each in in_order(found))
    return sheet.exhibit(found.sentence.rstrip("."), "", alt, len(pages), y)


class _Cell(NamedTuple):
    condition: Condition
    asks: Sequence[str]
    told: Sequence[str]


class _Row(NamedTuple):
    cells: Sequence[_Cell]
    across: int
    height: float


def _told_rows(found: Gate, look: Look, wide: float) -> Iterator[_Row]:
    em, room = look.text, wide - 2 * look.text
    for each in in_order(found):
        if not each.holds:
            asks = fit(each.asks, em, room, 2, SEMIBOLD)
            told = fit(_told(each), em, room, _MOST)
            high = look.line * (len(asks) + len(told)) + 0.8 * em
            yield _Row([_Cell(each, asks, told)], 1, high)


def _held_rows(found: Gate, look: Look, wide: float) -> Iterator[_Row]:
    em, across = look.text, 2 if wide >= _BESIDE * look.text else 1
    held = [each for each in found.conditions if each.holds]
    down = -(-len(held) // across)
    for at in range(down):
        cells = [
            _Cell(each, fit(each.asks, em, wide / across - 3 * em, 2), ())
            for each in held[at::down]
        ]
        yield _Row(cells, across, look.line * max(len(cell.asks) for cell in cells) + 0.6 * em)


def _draw(sheet: Sheet, cell: _Cell, left: float, y: float, wide: float, high: float) -> None:
    em, theme, each = sheet.look.text, sheet.look.theme, cell.condition
    _mark(each)(sheet, left + 0.6 * em, y + sheet.look.line / 2)
    font, color = (REGULAR, theme.mute) if each.holds else (SEMIBOLD, theme.ink)
    below = sheet.block(left + 2 * em, y, cell.asks, font=font, color=color)
    sheet.block(left + 2 * em, below, cell.told)
    text = f"{each.key}: {each.asks}. {_told(each)}"
    sheet.area(
        left, y, wide - (em if left + wide < sheet.width else 0), high, "condition", each.key, text
    )


def _told(each: Condition) -> str:
    if each.override:
        return f"{each.sentence} Passed over by {each.override.name}: {each.override.reason}"
    return each.sentence


def _open(sheet: Sheet, x: float, y: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    sheet.box(x - 0.5 * em, y - 0.5 * em, em, em, stroke=theme.gap, thick=0.16 * em)


def _over(sheet: Sheet, x: float, y: float) -> None:
    marks.diamond(sheet, x, y, 0.62, fill=sheet.look.theme.need)


_LEGEND: tuple[tuple[Mark, str], ...] = (
    (marks.met, "holds"),
    (_open, "does not hold"),
    (_over, "passed over"),
)


def _mark(each: Condition) -> Mark:
    if each.holds:
        return marks.met
    return _over if each.override else _open
