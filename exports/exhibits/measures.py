# SPDX-License-Identifier: MIT
"""How we will know: each measure from today's value to its target, with the date and who measures."""

from collections.abc import Mapping, Sequence
from math import floor, log10
from typing import NamedTuple

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.quantities import figure, month
from exports.exhibits.table import (
    Column,
    Mark,
    Slot,
    arrange,
    headers,
    legend,
    pages_of,
    turned_to,
)
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.future_state.measures import holds
from workshop.future_state.records import Measure
from workshop.state import Workshop
from workshop.why import counted

_COLUMNS = (
    Column("name", "Measure", 11, 3),
    Column("scale", "Scale from 0", 9, 3),
    Column("today", "Today", 5, 0.7),
    Column("target", "Target", 5, 0.7),
    Column("by", "By", 5, 0.4),
    Column("who", "Measured by", 8, 2),
)


class _Row(NamedTuple):
    measure: Measure
    cells: Mapping[str, Sequence[str]]
    height: float


def measures(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw each measure on a scale of its own that starts at zero; Areas “measure”."""
    found = workshop.all(Measure)
    if not found:
        sentence = (
            "How we will know that the future state has come will stand here, from today's value "
            "to the target. Start with a number somebody counts already."
        )
        return empty(look, size, "Nothing is measured yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0], em)
    rows = [_row(measure, look, slots) for measure in found]
    top = legend(sheet, 0, _LEGEND) + 0.4 * em
    top = headers(sheet, list(slots.values()), top)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    shown = turned_to(pages, page)
    y = top
    for row in (rows[n] for n in shown):
        _draw(sheet, slots, row, y)
        y += row.height
        sheet.rule(0, y, size[0], y)
    alt = " ".join(_sentence(rows[n].measure) for n in shown)
    return sheet.exhibit(_title(found), "", alt, len(pages), y + 1)


def _title(found: Sequence[Measure]) -> str:
    complete = [m for m in found if None not in (m.baseline, m.target, m.target_date)]
    if len(found) == 1:
        ready = "has" if complete else "does not have"
        return f"“{found[0].name}” {ready} today's value, a target and a date"
    if len(complete) == len(found):
        return f"All {len(found)} measures have today's value, a target and a date"
    verb = "has" if len(complete) == 1 else "have"
    return f"{len(complete)} of {counted(len(found), 'measure')} {verb} today's value, a target and a date"


def _target(sheet: Sheet, x: float, y: float) -> None:
    marks.diamond(sheet, x, y, fill=sheet.look.theme.accent)


_LEGEND: tuple[tuple[Mark, str], ...] = ((marks.held, "today"), (_target, "target"))


def _row(measure: Measure, look: Look, slots: dict[str, Slot]) -> _Row:
    em, unit = look.text, measure.unit
    texts = {
        "name": measure.name,
        "today": figure(measure.baseline, unit),
        "target": figure(measure.target, unit),
        "by": month(measure.target_date),
        "who": measure.who_measures or "–",
    }
    cells = {
        key: fit(text, em, slots[key].width, 4, SEMIBOLD if key in ("name", "target") else REGULAR)
        for key, text in texts.items()
        if key in slots
    }
    lines = max(len(each) for each in cells.values())
    return _Row(measure, cells, look.line * lines + 1.0 * em)


def _draw(sheet: Sheet, slots: dict[str, Slot], row: _Row, y: float) -> None:
    middle = y + row.height / 2
    for key, lines in row.cells.items():
        font = SEMIBOLD if key in ("name", "target") else REGULAR
        sheet.lines(slots[key].x, middle, lines, font=font)
    if "scale" in slots:
        _slider(sheet, slots["scale"], row.measure, middle)
    sheet.area(0, y, sheet.width, row.height, "measure", row.measure.id, _sentence(row.measure))


def _slider(sheet: Sheet, slot: Slot, measure: Measure, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    known = [value for value in (measure.baseline, measure.target) if value is not None]
    if not known:
        sheet.text(slot.x, y, "no values yet", color=theme.mute)
        return
    low, high = min(0.0, *known), _top(max(0.0, *known), measure.unit)
    left, wide = slot.x + 0.6 * em, slot.width - 1.2 * em

    def at(value: float) -> float:
        return left + wide * (value - low) / (high - low)

    sheet.rule(left, y, left + wide, y, theme.line, 0.15 * em, cap=1)
    if measure.baseline is not None and measure.target is not None and not holds(measure):
        sheet.rule(at(measure.baseline), y, at(measure.target), y, theme.calm, 0.34 * em)
    if measure.baseline is not None:
        marks.held(sheet, at(measure.baseline), y)
    if measure.target is not None:
        _target(sheet, at(measure.target), y)


def _top(most: float, unit: str) -> float:
    if unit == "%" and most <= 100:
        return 100.0
    if most <= 0:
        return 1.0
    step = 10.0 ** floor(log10(most))
    return next(step * times for times in (1, 2, 5, 10) if step * times >= most)


def _sentence(measure: Measure) -> str:
    today, target = figure(measure.baseline, measure.unit), figure(measure.target, measure.unit)
    by = f" by {month(measure.target_date)}" if measure.target_date else ""
    verb = "hold at" if holds(measure) else "to"
    who = f", measured by {measure.who_measures}" if measure.who_measures else ""
    return f"{measure.name}: from {today} {verb} {target}{by}{who}."
