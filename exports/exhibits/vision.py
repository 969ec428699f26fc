# SPDX-License-Identifier: MIT
"""The future state in one picture: under each dimension, from what today, to what then."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import (
    SPACING,
    Column,
    Slot,
    arrange,
    headers,
    pages_of,
    turned_to,
)
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.future_state.dimensions import by_dimension, is_mandatory
from workshop.future_state.records import Statement
from workshop.prepare.records import Organization, Participant
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import counted, listed

_COLUMNS = (
    Column("dimension", "", 8, 0.6),
    Column("today", "Today", 12, 2),
    Column("then", "Then", 18, 3),
)
_ARROW = 2.2
"""Room for the arrow between today and then, in multiples of the text size."""
_LEAST = sum(column.least for column in _COLUMNS) + SPACING * (len(_COLUMNS) - 1)
_MOST_LINES = 8


class _Row(NamedTuple):
    statement: Statement
    heading: Sequence[str]
    opens: bool
    today: Sequence[str]
    then: Sequence[str]
    whose: Sequence[str]
    height: float


def vision(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the statements by dimension, from today to then; Areas “statement” carry all words."""
    grouped = {name: found for name, found in by_dimension(workshop).items() if found}
    if not grouped:
        sentence = (
            "What will be different, from today to then, will stand here dimension by dimension. "
            "Start with strategy, culture and leadership style."
        )
        return empty(look, size, "No statement of the future state yet", sentence)
    sheet = Sheet(size, look)
    room = size[0] - _ARROW * look.text
    slots = arrange(_COLUMNS, room, min(look.text, room / _LEAST))  # all three, however narrow
    slots["then"] = _shifted(slots["then"], _ARROW * look.text)
    top = headers(sheet, list(slots.values()), 0)
    most = max(1, min(_MOST_LINES, int((size[1] - top) / look.line) - 3))
    rows = [
        _row(workshop, statement, name, look, slots, most)._replace(opens=place == 0)
        for name, found in grouped.items()
        for place, statement in enumerate(found)
    ]
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    shown = turned_to(pages, page)
    bottom = _body(sheet, slots, [rows[n] for n in shown], top)
    alt = " ".join(_sentence(workshop, rows[n].statement) for n in shown)
    return sheet.exhibit(_title(workshop, grouped), "", alt, len(pages), bottom)


def _shifted(slot: Slot, by: float) -> Slot:
    return slot._replace(x=slot.x + by)


def _title(workshop: Workshop, grouped: dict[str, list[Statement]]) -> str:
    count = sum(len(found) for found in grouped.values())
    said = f"{counted(count, 'statement')} in {counted(len(grouped), 'dimension')}"
    lacking = [
        name for name in by_dimension(workshop) if is_mandatory(name) and name not in grouped
    ]
    if not lacking:
        return f"{said}, strategy, culture and leadership style among them"
    verb = "has" if len(lacking) == 1 else "have"
    return f"{said}; {listed([name.lower() for name in lacking])} {verb} none yet"


def _row(
    workshop: Workshop,
    statement: Statement,
    name: str,
    look: Look,
    slots: dict[str, Slot],
    most: int,
) -> _Row:
    em = look.text
    heading = fit(name, em, slots["dimension"].width, 3, SEMIBOLD)
    today = fit(statement.text_from or "–", em, slots["today"].width, most)
    then = fit(statement.text_to, em, slots["then"].width, most, SEMIBOLD)
    whose = fit(_whose(workshop, statement), em, slots["then"].width, 2)
    lines = max(len(heading), len(today), len(then) + len(whose))
    return _Row(statement, heading, True, today, then, whose, look.line * lines + 0.9 * em)


def _whose(workshop: Workshop, statement: Statement) -> str:
    label = label_of(field(Statement, "for_whom"), statement.for_whom)
    organization = workshop.of(Organization).get(statement.organization or "")
    owner = workshop.of(Participant).get(statement.owner or "")
    parts = [f"For {organization.name if organization else label.lower()}"]
    return ", ".join([*parts, f"owner {owner.name}"] if owner else parts)


def _body(sheet: Sheet, slots: dict[str, Slot], rows: Sequence[_Row], y: float) -> float:
    theme, em = sheet.look.theme, sheet.look.text
    for place, row in enumerate(rows):
        if place:
            sheet.rule(0 if row.opens else slots["today"].x, y, sheet.width, y)
        top = y + 0.45 * em
        first = top + sheet.look.line / 2
        if row.opens or place == 0:
            sheet.block(0, top, row.heading, font=SEMIBOLD, color=theme.accent)
        sheet.block(slots["today"].x, top, row.today, color=theme.mute)
        _arrow(sheet, slots["today"].end + 0.9 * em, slots["then"].x - 0.5 * em, first)
        below = sheet.block(slots["then"].x, top, row.then, font=SEMIBOLD)
        sheet.block(slots["then"].x, below, row.whose, color=theme.mute)
        text = f"{row.statement.text_from or 'Today unknown'}, then: {row.statement.text_to}"
        sheet.area(0, y, sheet.width, row.height, "statement", row.statement.id, text)
        y += row.height
    return y


def _arrow(sheet: Sheet, start: float, end: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    sheet.rule(start, y, end - 0.4 * em, y, theme.accent, 0.12 * em)
    tip = [(end, y), (end - 0.55 * em, y - 0.35 * em), (end - 0.55 * em, y + 0.35 * em)]
    sheet.shape(tip, fill=theme.accent)


def _sentence(workshop: Workshop, statement: Statement) -> str:
    today = statement.text_from or "not said"
    whose = _whose(workshop, statement)
    return f"{statement.dimension}: from {today} to {statement.text_to}. {whose}."
