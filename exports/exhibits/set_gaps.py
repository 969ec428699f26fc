# SPDX-License-Identifier: MIT
"""The gap map as it would be with a set of partners: how far each need gets, and who closes it."""

from collections.abc import Sequence
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
    swatch,
    turned_to,
)
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.partners.partner_sets import describe, members_mask
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_gaps import SetGap, set_gaps, set_gaps_headline
from workshop.prepare.details import ours
from workshop.state import Workshop
from workshop.why import listed, number

_TOP_LEVEL = 5
_INSET = 0.8
"""Room beside the scale, in multiples of the text size."""
_COLUMNS = (
    Column("name", "Capability", 9, 3),
    Column("scale", "From 0 to 5", 7, 2.2),
    Column("by", "With this set", 7.5, 2.6),
)
_MOST_LINES = 4


class _Row(NamedTuple):
    under: SetGap
    name: Sequence[str]
    words: Sequence[str]
    height: float


def set_gap_map(workshop: Workshop, members: str, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw what each need gets to under a set, given as ids with commas; areas “need”."""
    ids = tuple(filter(None, members.split(",")))
    found = set_gaps(workshop, ids) if ours(workshop) else ()
    if not found:
        sentence = (
            "How far each need gets with the partners of a set will show here. "
            "Start with needs, and with an organization that is ours."
        )
        return empty(look, size, "No need is named yet", sentence)
    sheet, em = Sheet(size, look), look.text
    slots = arrange(_COLUMNS, size[0] - 0.8 * em, em, 0.8 * em)
    rows = [_row(each, slots, look, bool(ids)) for each in found]
    top = legend(sheet, 0, _legend(sheet, found, bool(ids))) + 0.3 * em
    top = headers(sheet, list(slots.values()), top)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    y = top
    shown = [rows[n] for n in turned_to(pages, page)]
    for row in shown:
        _draw(sheet, slots, row, y)
        y += row.height
        sheet.rule(0, y, size[0], y)
    problem = pose(workshop).problem
    label = describe(problem, members_mask(problem, ids)).label
    alt = " ".join(_sentence(row.under, bool(ids)) for row in shown)
    title = set_gaps_headline(workshop, ids)
    below = f"With {label}" if ids else "Going alone"
    return sheet.exhibit(title, below, alt, len(pages), y + 1)


def _row(under: SetGap, slots: dict[str, Slot], look: Look, has_set: bool) -> _Row:
    em = look.text
    name = fit(under.gap.capability.name, em, slots["name"].width, _MOST_LINES, SEMIBOLD)
    words: Sequence[str] = ()
    if "by" in slots:
        font = SEMIBOLD if under.is_open else REGULAR
        words = fit(_words(under, has_set), em, slots["by"].width, _MOST_LINES, font)
    lines = max(len(name), len(words), 1)
    return _Row(under, name, words, look.line * lines + 0.9 * em)


def _words(under: SetGap, has_set: bool) -> str:
    if not under.weighed:
        return "not weighed yet"
    if under.held:
        return "held by us"
    if under.closed_by:
        return f"closed by {listed(list(under.closed_by))}"
    needed, reached = under.gap.need.needed_level, under.reached
    far = f", gets to {number(reached, 1)} of {needed}" if has_set and reached else ""
    return f"open{far}"


def _legend(sheet: Sheet, found: Sequence[SetGap], has_set: bool) -> list[tuple[Mark, str]]:
    theme = sheet.look.theme
    items: list[tuple[Mark, str]] = [(marks.held, "we hold"), (marks.needed, "needed")]
    if has_set and any(each.closed_by for each in found):
        items += [(marks.met, "closed"), (swatch(theme.calm), "the set adds")]
    if any(each.is_open for each in found):
        items.append((swatch(theme.gap_soft), "missing"))
    if any(each.gap.need.must_have for each in found):
        items.append((marks.must_have, "must-have"))
    return items


def _draw(sheet: Sheet, slots: dict[str, Slot], row: _Row, top: float) -> None:
    theme, em, under = sheet.look.theme, sheet.look.text, row.under
    y = top + row.height / 2
    sheet.lines(slots["name"].x, y, row.name, font=SEMIBOLD)
    if under.gap.need.must_have:
        marks.must_have(sheet, 0.2 * em, y)
    if "scale" in slots:
        _scale(sheet, slots["scale"], under, y)
    if row.words:
        color = theme.gap if under.is_open else theme.ink if under.closed_by else theme.mute
        font = SEMIBOLD if under.is_open else REGULAR
        sheet.lines(slots["by"].x, y, row.words, color=color, font=font)
    sheet.area(0, top, sheet.width, row.height, "need", under.gap.need.id, _sentence(under, True))


def _scale(sheet: Sheet, slot: Slot, under: SetGap, y: float) -> None:
    """Draw what we hold, what the set adds to it, and what is still missing of what is needed."""
    theme, em = sheet.look.theme, sheet.look.text
    today, wanted = under.gap.current, under.gap.need.needed_level

    def x(level: float) -> float:
        inside = slot.width - 2 * _INSET * em
        return slot.x + _INSET * em + inside * min(level, _TOP_LEVEL) / _TOP_LEVEL

    sheet.rule(x(0), y, x(_TOP_LEVEL), y, theme.line, 0.15 * em, cap=1)
    start = float(today or 0)
    if wanted is not None and not under.held:
        end = float(wanted) if under.closed_by else min(under.reached or 0.0, wanted)
        if end > start:
            sheet.rule(x(start), y, x(end), y, theme.calm, 0.34 * em)
        if wanted > max(start, end):
            sheet.rule(x(max(start, end)), y, x(wanted), y, theme.gap_soft, 0.34 * em)
    if today is not None and not (under.held and today == wanted):
        marks.held(sheet, x(today), y)
    if wanted is not None:
        (marks.needed if under.is_open else marks.met)(sheet, x(wanted), y)


def _sentence(under: SetGap, has_set: bool) -> str:
    today = "not rated" if under.gap.current is None else str(under.gap.current)
    must = ", must-have" if under.gap.need.must_have else ""
    needed = number(under.gap.need.needed_level)
    name = under.gap.capability.name
    return f"{name}: we hold {today}, needed {needed}{must}; {_words(under, has_set)}."
