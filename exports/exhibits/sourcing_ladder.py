# SPDX-License-Identifier: MIT
"""The ways to close one gap by rising commitment: open or closed, scored, advised and chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.gaps.records import OPTION_LABELS, Capability
from workshop.gaps.sourcing import LADDER, Comparison, Way, compare
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import number

_COLUMNS = (
    Column("name", "Way, by rising commitment", 9, 1),
    Column("score", "Score from 0 to 1", 11, 3),
    Column("note", "What speaks for or against it", 15, 4),
)
_CHOSEN = "we choose this"
_ADVISED = "the four questions lead here"


class _Row(NamedTuple):
    way: Way
    name: Sequence[str]
    signs: Sequence[str]
    note: Sequence[str]
    height: float


def sourcing_ladder(
    workshop: Workshop, need_id: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Draw the seven ways to close the gap behind a need; Areas “way” have the option as id."""
    found = compare(workshop, need_id)
    capability = workshop.get(Capability, found.need.capability).name
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0] - 0.8 * look.text, look.text, 0.4 * look.text)
    ways = sorted(found.ways, key=lambda way: LADDER.index(way.option))
    rows = [_row(found, way, look, slots) for way in ways]
    top = headers(sheet, list(slots.values()), 0)
    if sum(row.height for row in rows) > size[1] - top - 1:
        rows = [_row(found, way, look, slots, brief=True) for way in ways]
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    y = top
    for row in (rows[n] for n in turned_to(pages, page)):
        _draw(sheet, slots, found, row, y)
        y += row.height
        sheet.rule(0, y, size[0], y)
    subtitle = f"{capability}. {found.caution or found.differs or _tree(found)}".strip()
    alt = " ".join(_sentence(found, way) for way in ways)
    return sheet.exhibit(ladder_title(found), subtitle, alt, len(pages), y + 1)


def ladder_title(found: Comparison) -> str:
    """State which way is chosen, and whether it is the one that scores highest."""
    best, chosen = found.best, found.sourcing.chosen if found.sourcing else None
    if chosen is None:
        if best is None:
            return "No way is chosen, and none has a score yet"
        return f"{best.label} scores highest ({number(best.score)}); no way is chosen yet"
    label = OPTION_LABELS[chosen]
    if best is None:
        return f"{label} is chosen; no way has a score yet"
    if best.option == chosen:
        return f"{label} is chosen, and it scores highest ({number(best.score)})"
    return f"{label} is chosen, although {best.label} scores highest ({number(best.score)})"


def _tree(found: Comparison) -> str:
    return f"The four questions lead to “{found.tree.says}”." if found.tree.says else ""


def _signs(found: Comparison, way: Way) -> list[str]:
    signs = []
    if found.sourcing and found.sourcing.chosen == way.option:
        signs.append(_CHOSEN)
    if found.tree.option == way.option:
        signs.append(_ADVISED)
    return signs


def _row(
    found: Comparison, way: Way, look: Look, slots: dict[str, Slot], *, brief: bool = False
) -> _Row:
    # Where room is short, a way that is open goes without its note; the Area has it.
    em = look.text
    name = fit(way.label, em, slots["name"].width, 2, SEMIBOLD)
    signs: Sequence[str] = ()
    note: Sequence[str] = ()
    if "note" in slots:
        signs = _signs(found, way)
        note = (
            fit(way.note, em, slots["note"].width, 4)
            if way.note and not (brief and way.open)
            else ()
        )
    lines = max(len(name), len(signs) + len(note), 1)
    return _Row(way, name, signs, note, look.line * lines + 0.9 * em)


def _draw(sheet: Sheet, slots: dict[str, Slot], found: Comparison, row: _Row, y: float) -> None:
    theme, middle, way = sheet.look.theme, y + row.height / 2, row.way
    chosen = found.sourcing is not None and found.sourcing.chosen == way.option
    if chosen:
        sheet.box(0, y + 1, sheet.width, row.height - 1, fill=theme.tint)
    color = theme.accent if chosen else theme.ink if way.open else theme.mute
    sheet.lines(slots["name"].x, middle, row.name, font=SEMIBOLD, color=color)
    if "score" in slots:
        _score(sheet, slots["score"], found, way, middle)
    top = middle - sheet.look.line * (len(row.signs) + len(row.note)) / 2
    for sign in row.signs:
        x, line = slots["note"].x, sheet.look.line
        lead = theme.accent if sign == _CHOSEN else theme.today
        sheet.text(x, top + line / 2, sign, font=SEMIBOLD, color=lead)
        top += line
    if row.note:
        sheet.block(slots["note"].x, top, row.note, color=theme.mute if way.open else theme.gap)
    sheet.area(0, y, sheet.width, row.height, "way", way.option, _sentence(found, way))


def _score(sheet: Sheet, slot: Slot, found: Comparison, way: Way, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    track = slot.width - 3.2 * em
    best = found.best is not None and found.best.option == way.option
    if way.score is None:
        sheet.text(slot.x, y, "no score", color=theme.mute)
        return
    sheet.rule(slot.x, y, slot.x + track, y, theme.line, 0.15 * em)
    high, wide = 0.9 * em, track * way.score
    if way.open:
        sheet.box(slot.x, y - high / 2, wide, high, fill=theme.accent if best else theme.calm)
    else:
        sheet.box(
            slot.x, y - high / 2, wide, high, fill=theme.paper, stroke=theme.mute, dash=[3, 2]
        )
    font = SEMIBOLD if best else REGULAR
    sheet.text(slot.end, y, number(way.score), anchor="end", font=font)


def _sentence(found: Comparison, way: Way) -> str:
    parts = [f"score {number(way.score)}" if way.score is not None else "no score"]
    parts += _signs(found, way)
    return f"{way.label}: {', '.join(parts)}. {way.note}".strip()
