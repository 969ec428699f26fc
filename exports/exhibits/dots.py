# SPDX-License-Identifier: MIT
"""Where the room has put its dots: a bar for each statement, as long as its dots are many."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.future_state.dimensions import by_dimension
from workshop.future_state.records import Statement
from workshop.state import Workshop
from workshop.why import counted

_COLUMNS = (
    Column("name", "Statement", 14, 3),
    Column("bar", "Dots", 10, 2),
)
_NUMBER = 2.6
"""Room for the number after the longest bar, in multiples of the text size."""


class _Row(NamedTuple):
    statement: Statement
    name: Sequence[str]
    dimension: Sequence[str]
    height: float


def dots(
    workshop: Workshop, look: Look, size: Size, page: int = 0, *, ranked: bool = True
) -> Exhibit:
    """Draw the dots of every statement, most first or (not `ranked`) by dimension; Areas “dots”."""
    found = [each for group in by_dimension(workshop).values() for each in group]
    if not found:
        sentence = (
            "The dots that the room gives to each statement will show here. "
            "Start with the statements of the future state."
        )
        return empty(look, size, "There is no statement to put dots on yet", sentence)
    if ranked:
        found.sort(key=lambda each: -(each.dots or 0))
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0] - 0.8 * look.text, look.text, 0.4 * look.text)
    rows = [_row(each, look, slots["name"]) for each in found]
    top = headers(sheet, list(slots.values()), 0)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    most = max((each.dots or 0 for each in found), default=0) or 1
    y, shown = top, turned_to(pages, page)
    for row in (rows[n] for n in shown):
        _draw(sheet, slots, row, y, most)
        y += row.height
        sheet.rule(0, y, size[0], y)
    alt = " ".join(f"{_sentence(rows[n].statement)}." for n in shown)
    return sheet.exhibit(dots_title(found), dots_subtitle(found), alt, len(pages), y + 1)


def dots_title(found: Sequence[Statement]) -> str:
    """State which statement has the most dots, and how many of all."""
    total = sum(each.dots or 0 for each in found)
    if not total:
        return "No dots are placed yet"
    most = max(each.dots or 0 for each in found)
    first = [each for each in found if each.dots == most]
    if len(first) > 1:
        return f"{len(first)} statements share the lead with {counted(most, 'dot')} each"
    return f"{most} of {counted(total, 'dot')} {_go(most)} to “{_first_words(first[0].text_to)}”"


def dots_subtitle(found: Sequence[Statement]) -> str:
    """Say how many statements have dots, and how many were never counted."""
    given, unknown = sum(bool(each.dots) for each in found), sum(e.dots is None for e in found)
    words = f"{given} of {counted(len(found), 'statement')} {'has' if given == 1 else 'have'} dots"
    return f"{words}, {unknown} not counted yet" if unknown and given else words if given else ""


def _go(count: int) -> str:
    return "goes" if count == 1 else "go"


def _first_words(text: str) -> str:
    words = text.removesuffix(".")
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + "…"


def _row(statement: Statement, look: Look, slot: Slot) -> _Row:
    name = fit(statement.text_to, look.text, slot.width, 2, SEMIBOLD)
    dimension = fit(statement.dimension, look.text, slot.width, 1)
    lines = len(name) + len(dimension)
    return _Row(statement, name, dimension, look.line * lines + 0.8 * look.text)


def _draw(sheet: Sheet, slots: dict[str, Slot], row: _Row, y: float, most: int) -> None:
    theme, em, middle = sheet.look.theme, sheet.look.text, y + row.height / 2
    below = sheet.block(slots["name"].x, y + 0.4 * em, row.name, font=SEMIBOLD)
    sheet.block(slots["name"].x, below, row.dimension, color=theme.mute)
    if "bar" in slots:
        slot, number = slots["bar"], row.statement.dots
        track = slot.width - _NUMBER * em
        wide = track * (number or 0) / most
        if wide:
            sheet.box(slot.x, middle - 0.5 * em, wide, em, radius=0.2 * em, fill=theme.accent)
        words, color = ("–", theme.mute) if number is None else (str(number), theme.ink)
        sheet.text(slot.x + wide + 0.5 * em, middle, words, font=SEMIBOLD, color=color)
    id = row.statement.id
    sheet.area(0, y, sheet.width, row.height, "dots", id, _sentence(row.statement))


def _sentence(statement: Statement) -> str:
    said = "not counted" if statement.dots is None else counted(statement.dots, "dot")
    return f"{statement.dimension}: {statement.text_to.removesuffix('.')}, {said}"
