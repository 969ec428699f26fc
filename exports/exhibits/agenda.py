# SPDX-License-Identifier: MIT
"""The day as blocks, longer ones higher, with breaks apart from work."""

from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit, width
from workshop.prepare.agenda import Slot, timetable, total
from workshop.state import Workshop
from workshop.why import counted

_TALLEST = 6.0
"""No block is higher than this, in multiples of the text size."""
_A_MINUTE = 0.05
"""What a minute adds to the height of a block, in multiples of the text size."""


class _Row(NamedTuple):
    slot: Slot
    day: int
    lines: Sequence[str]
    least: float
    height: float


def agenda(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the blocks of each day in their order; Areas “block”."""
    slots = timetable(workshop)
    if not slots:
        sentence = (
            "The blocks of the day will stand here with their times. "
            "Start with the hour at which people arrive."
        )
        return empty(look, size, "The day has no blocks yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    rows = _rows(slots, look, size[0] - _gutter(em) - _minutes_room(em) - 2 * em)
    rows = _pressed(rows, size[1])
    pages = pages_of([row.height for row in rows], size[1])
    y = 0.0
    for row in (rows[n] for n in turned_to(pages, page)):
        y = _draw(sheet, row, y)
    alt = " ".join(_sentence(slot) for slot in slots)
    return sheet.exhibit(_title(slots), "", alt, len(pages), y)


def _title(slots: Sequence[Slot]) -> str:
    sums = total(slots)
    days = len({slot.block.day for slot in slots})
    span = f"{counted(days, 'day')} with " if days > 1 else ""
    begins = [slot.begin for slot in slots if slot.begin is not None]
    ends = [slot.end for slot in slots if slot.end is not None]
    said = f"{span}{_hours(sums.work)} of work and {_hours(sums.breaks)} of breaks"
    if days == 1 and begins and ends:
        first = next(slot for slot in slots if slot.begin == min(begins))
        last = next(slot for slot in slots if slot.end == max(ends))
        said = f"From {_clock(first.starts)} to {_clock(last.ends)}: {said}"
    clashes = sum(slot.overlaps for slot in slots)
    return f"{said}; {counted(clashes, 'block overlaps', 'blocks overlap')}" if clashes else said


def _rows(slots: Sequence[Slot], look: Look, room: float) -> list[_Row]:
    em, rows, day = look.text, [], 1
    several = len({slot.block.day for slot in slots}) > 1
    for place, slot in enumerate(slots):
        font = REGULAR if slot.block.pause else SEMIBOLD
        lines = fit(slot.block.title, em, room, 4, font)
        head = several and (place == 0 or slot.block.day != day)
        day = slot.block.day
        around = 0.3 * em + (2.2 * em if head else 0)
        least = look.line * len(lines) + 0.9 * em
        grown = min(_TALLEST, 1.4 + (slot.block.minutes or 0) * _A_MINUTE) * em
        rows.append(
            _Row(slot, day if head else 0, lines, least + around, max(least, grown) + around)
        )
    return rows


def _pressed(rows: list[_Row], room: float) -> list[_Row]:
    # A day that would fit on one page with lower blocks is shown on one page.
    least, grown = sum(row.least for row in rows), sum(row.height for row in rows)
    if grown <= room:
        return rows
    share = max(0.0, (room - 1 - least) / (grown - least)) if grown > least else 0.0
    return [row._replace(height=row.least + (row.height - row.least) * share) for row in rows]


def _draw(sheet: Sheet, row: _Row, y: float) -> float:
    theme, em, block = sheet.look.theme, sheet.look.text, row.slot.block
    below = y + row.height
    if row.day:
        sheet.text(0, y + 1.2 * em, f"Day {row.day}", font=SEMIBOLD, color=theme.accent)
        y += 2.2 * em
    high, left = below - y - 0.3 * em, _gutter(em)
    first = y + 0.45 * em + sheet.look.line / 2
    clock = theme.gap if row.slot.overlaps else theme.mute
    sheet.text(left - 0.9 * em, first, _clock(row.slot.starts), color=clock, anchor="end")
    box = {"x": left + 0.5, "y": y + 0.5, "width": sheet.width - left - 1, "height": high - 1}
    if block.pause:
        sheet.box(**box, radius=0.5 * em, stroke=theme.mute, dash=[3, 3])
    else:
        sheet.box(**box, radius=0.5 * em, fill=theme.tint, stroke=theme.line)
        sheet.box(left, y + 0.5 * em, 0.28 * em, high - em, fill=theme.accent)
    font, color = (REGULAR, theme.mute) if block.pause else (SEMIBOLD, theme.ink)
    sheet.block(left + em, y + 0.45 * em, row.lines, font=font, color=color)
    said = f"{block.minutes} min" if block.minutes else "open"
    said += ", overlaps" if row.slot.overlaps else ""
    sheet.text(sheet.width - 0.8 * em, first, said, color=clock, anchor="end")
    sheet.area(0, y, sheet.width, high, "block", block.id, _sentence(row.slot))
    return below


def _gutter(em: float) -> float:
    return width("00:00", em) + 0.9 * em


def _minutes_room(em: float) -> float:
    return width("1440 min, overlaps", em) + em


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else "–"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part
        for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
        if part
    )


def _sentence(slot: Slot) -> str:
    block = slot.block
    length = f", {block.minutes} minutes" if block.minutes else ""
    kind = ", break" if block.pause else ""
    clash = ", overlaps the block before" if slot.overlaps else ""
    return f"Day {block.day}, {_clock(slot.starts)}: {block.title}{length}{kind}{clash}."
