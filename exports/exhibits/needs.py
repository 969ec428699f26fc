# SPDX-License-Identifier: MIT
"""What the future state needs: each capability with its level, its weight and what demands it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
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
from workshop.future_state.records import Factor, Statement
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted

_TOP_LEVEL = 5
_DOT = 0.36
"""The radius of a dot, in multiples of the text size."""
_COLUMNS = (
    Column("name", "Capability", 11, 4),
    Column("level", "Level needed", 7, 0),
    Column("importance", "Importance", 5.9, 0),
    Column("urgency", "Urgency", 4.6, 0),
    Column("because", "Because of", 12, 5),
)


class _Row(NamedTuple):
    need: Need
    cells: Mapping[str, Sequence[str]]
    height: float


def needs(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the capabilities needed, the weightiest first; Areas “need”."""
    found = sorted(workshop.of(Need).values(), key=lambda need: _rank(workshop, need))
    if not found:
        sentence = (
            "What we must be able to do for the future state to come true will stand here. "
            "Start with one statement, and ask what it takes every week."
        )
        return empty(look, size, "No needs are named yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0] - 0.8 * em, em, 0.8 * em)
    rows = [_row(workshop, need, look, slots) for need in found]
    signs: list[tuple[Mark, str]] = [(marks.must_have, "must-have")]
    top = 0.0
    if any(need.must_have for need in found):
        top = legend(sheet, 0, signs) + 0.4 * em
    top = headers(sheet, list(slots.values()), top)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    shown = turned_to(pages, page)
    y = top
    for row in (rows[n] for n in shown):
        _draw(sheet, slots, row, y)
        sheet.area(0, y, size[0], row.height, "need", row.need.id, _sentence(workshop, row.need))
        y += row.height
        sheet.rule(0, y, size[0], y)
    alt = " ".join(_sentence(workshop, rows[n].need) for n in shown)
    return sheet.exhibit(_title(found), _subtitle(found), alt, len(pages), y + 1)


def _title(found: Sequence[Need]) -> str:
    must = sum(need.must_have for need in found)
    words = f"{counted(len(found), 'capability', 'capabilities')} needed"
    if not must:
        return words
    return f"{words}; {must} of them {'is a must-have' if must == 1 else 'are must-haves'}"


def _subtitle(found: Sequence[Need]) -> str:
    loose = sum(not need.because for need in found)
    if not loose:
        return "Each because of something we said"
    return f"{loose} of them {'is' if loose == 1 else 'are'} tied to nothing we said yet"


def _rank(workshop: Workshop, need: Need) -> tuple[int, bool, str]:
    weight = (need.importance or 0) * (need.urgency or 0)
    return -weight, not need.must_have, workshop.get(Capability, need.capability).name.casefold()


def _reasons(workshop: Workshop, need: Need) -> str:
    return "; ".join(_said(workshop, id).removesuffix(".") for id in need.because)


def _said(workshop: Workshop, id: Id) -> str:
    statement = workshop.of(Statement).get(id)
    return statement.text_to if statement else workshop.get(Factor, id).text


def _row(workshop: Workshop, need: Need, look: Look, slots: Mapping[str, Slot]) -> _Row:
    em = look.text
    name = workshop.get(Capability, need.capability).name
    cells: dict[str, Sequence[str]] = {"name": fit(name, em, slots["name"].width, 3, SEMIBOLD)}
    if "because" in slots:
        reasons = _reasons(workshop, need) or "nothing yet"
        cells["because"] = fit(reasons, em, slots["because"].width, 2)
    for key, value in (("importance", need.importance), ("urgency", need.urgency)):
        cells[key] = ("–" if value is None else str(value),)
    lines = max(len(lines) for key, lines in cells.items() if key in slots)
    return _Row(need, cells, look.line * lines + 0.9 * em)


def _draw(sheet: Sheet, slots: Mapping[str, Slot], row: _Row, y: float) -> None:
    theme, middle = sheet.look.theme, y + row.height / 2
    if row.need.must_have:
        marks.must_have(sheet, 0.2 * sheet.look.text, middle)
    for key, lines in row.cells.items():
        if key in slots:
            font = SEMIBOLD if key == "name" else REGULAR
            is_quiet = key == "because" and not row.need.because
            color = theme.mute if is_quiet else theme.ink
            sheet.lines(slots[key].x, middle, lines, font=font, color=color)
    if "level" in slots:
        _dots(sheet, slots["level"], row.need.needed_level, middle)


def _dots(sheet: Sheet, slot: Slot, level: int | None, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    x = slot.x + _DOT * em
    for number in range(1, _TOP_LEVEL + 1):
        if number <= (level or 0):
            sheet.dot(x, y, _DOT * em, fill=theme.accent)
        else:
            sheet.dot(x, y, (_DOT - 0.05) * em, stroke=theme.mute, thick=0.07 * em)
        x += 1.05 * em
    sheet.text(x + 0.1 * em, y, "–" if level is None else str(level))


def _sentence(workshop: Workshop, need: Need) -> str:
    def said(value: int | None) -> str:
        return "not rated" if value is None else str(value)

    name = workshop.get(Capability, need.capability).name
    must = ", must-have" if need.must_have else ""
    reasons = _reasons(workshop, need)
    because = f" Because of {reasons}." if reasons else ""
    return (
        f"{name}: level needed {said(need.needed_level)}, importance {said(need.importance)}, "
        f"urgency {said(need.urgency)}{must}.{because}"
    )
