# SPDX-License-Identifier: MIT
"""The readiness gate: fifteen conditions, each met, open, or passed over by somebody who says so."""

from exports.exhibits import marks
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Mark, legend, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.deal.gate import Condition, gate
from workshop.state import Workshop


def readiness_gate(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the conditions with what each lacks; Areas “condition”."""
    found = gate(workshop)
    em = look.text
    sheet = Sheet(size, look)
    top = legend(sheet, 0, _LEGEND) + 0.5 * em
    room = size[0] - 2 * em
    asks = [fit(each.asks, em, room, 2, SEMIBOLD) for each in found.conditions]
    told = [fit(_told(each), em, room, 3) for each in found.conditions]
    heights = [
        look.line * (len(ask) + len(tell)) + 0.7 * em for ask, tell in zip(asks, told, strict=True)
    ]
    pages = pages_of(heights, size[1] - top)
    y = top
    for at in turned_to(pages, page):
        each = found.conditions[at]
        _mark(each)(sheet, 0.6 * em, y + look.line / 2)
        below = sheet.block(2 * em, y, asks[at], font=SEMIBOLD)
        color = look.theme.mute if each.holds else look.theme.ink
        sheet.block(2 * em, below, told[at], color=color)
        text = f"{each.key}: {each.asks}. {_told(each)}"
        sheet.area(0, y, size[0], heights[at], "condition", each.key, text)
        y += heights[at]
    alt = " ".join(f"{each.asks}: {_told(each)}" for each in found.conditions)
    return sheet.exhibit(found.sentence.rstrip("."), "", alt, len(pages), y)


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
