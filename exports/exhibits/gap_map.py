# SPDX-License-Identifier: MIT
"""The gap map: each capability the future state needs, from what is held today to what is needed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.quantities import first_upper
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
from exports.exhibits.typography import SEMIBOLD, fit, shorten, width
from workshop.gaps.gap import Gap, Holding, coverage, gaps
from workshop.gaps.records import OPTION_LABELS, Option, Sourcing
from workshop.remembered import LatestByKey
from workshop.state import Workshop
from workshop.why import counted, percent

TOP_LEVEL = 5
_INSET = 1.3
"""Room beside the scale, in multiples of the text size, for levels that are not rated."""

_COLUMNS = (
    Column("name", "Capability", 11, 6),
    Column("scale", "Today to needed", 9, 1.6),
    Column("importance", "Importance", 5.9, 0.1),
    Column("priority", "Priority", 4.3, 0.1),
    Column("held", "Held by", 8, 5),
    Column("path", "Path", 6.2, 0.5),
)


class _Row(NamedTuple):
    gap: Gap
    path: str
    name: Sequence[str]
    chips: Sequence[Sequence[str]]
    height: float


def gap_map(workshop: Workshop, look: Look, size: Size, page: int = 0, first: int = 0) -> Exhibit:
    """Draw levels today and needed from 0 to 5 with importance, priority, holders and path.

    Areas have the id of the need: “row”, and on it the dots “held” and “needed”. The one area
    “scale” runs from level 0 to level 5. Paper leaves out the needs before the `first`.
    """
    found = gaps(workshop)
    if not found:
        sentence = (
            "Here the gap between what the future state needs and what we hold will show. "
            "Start with the capabilities the future state needs."
        )
        return empty(look, size, "No needs are named yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0] - 0.8 * em, em, 0.8 * em)
    rows = _rows(workshop, found[first:], look, slots)
    top = legend(sheet, 0, _legend(found)) + 0.5 * em
    top = _head(sheet, slots, top)
    pages = pages_of([row.height for row in rows], size[1] - top)
    shown = [rows[number] for number in turned_to(pages, page)]
    bottom = _body(sheet, slots, shown, top)
    alt = " ".join(_sentence(row) for row in shown)
    return sheet.exhibit(gap_title(found), gap_subtitle(found), alt, len(pages), bottom)


def gap_title(found: Sequence[Gap]) -> str:
    """State how many capabilities have a gap, and which is the widest."""
    open_gaps = [each for each in found if each.gap]
    if all(each.gap is None for each in found):
        return f"{counted(len(found), 'capability', 'capabilities')} needed, none rated yet"
    if not open_gaps:
        rated = [each for each in found if each.gap is not None]
        return (
            f"{len(rated)} of {len(found)} needed capabilities are met today, and no gap is known"
        )
    widest = max(each.gap or 0 for each in open_gaps)
    names = [each.capability.name for each in open_gaps if each.gap == widest]
    ending = "is the widest" if len(names) == 1 else f"is one of {len(names)} widest"
    return f"{len(open_gaps)} of {counted(len(found), 'capability', 'capabilities')} {_has(open_gaps)} a gap; {names[0]} {ending}"


def gap_subtitle(found: Sequence[Gap]) -> str:
    """Say how much of the needs is held, is met, and is not rated."""
    covered = coverage(found)
    met = sum(each.gap == 0 for each in found)
    parts = [counted(met, "is met", "are met")] if met else []
    missing = sum(each.gap is None for each in found)
    if missing:
        parts.append(counted(missing, "is not rated", "are not rated"))
    if covered.share is not None:
        parts.append(f"we hold {percent(covered.share)} of what the future state needs")
    return first_upper("; ".join(parts))


def _has(open_gaps: Sequence[Gap]) -> str:
    return "has" if len(open_gaps) == 1 else "have"


def _rows(
    workshop: Workshop, found: Sequence[Gap], look: Look, slots: dict[str, Slot]
) -> list[_Row]:
    chosen = {each.need: each.chosen for each in workshop.of(Sourcing).values() if each.chosen}
    widths = {key: slot.width for key, slot in slots.items()}
    return [_latest(gap.need.id, gap, chosen.get(gap.need.id), look, widths) for gap in found]


def _row(gap: Gap, option: Option | None, look: Look, widths: Mapping[str, float]) -> _Row:
    name = fit(gap.capability.name, look.text, widths["name"], 4, SEMIBOLD)
    chips = _chips(gap.holders, look, widths["held"]) if "held" in widths else []
    path = OPTION_LABELS[option] if option else "open" if gap.gap else "–"
    lines = max(len(name), len(chips[0]) if chips else 1)
    if "path" in widths:
        lines = max(lines, len(fit(path, look.text, widths["path"], 2, SEMIBOLD)))
    return _Row(gap, path, name, chips, look.line * lines + 1.1 * look.text)


_latest = LatestByKey(_row)


def _chips(holders: Sequence[Holding], look: Look, room: float) -> list[Sequence[str]]:
    em, padding = look.text, 1.0 * look.text
    chips: list[Sequence[str]] = []
    used = 0.0
    for number, holder in enumerate(holders):
        text = holder.asset.name or holder.organization.name
        more = f"+{len(holders) - number}"
        wide = width(text, em) + padding
        keep = 0.0 if number == len(holders) - 1 else width("+9", em) + padding
        if not chips and wide + keep > room:
            chips.append(_wrapped(text, em, room - padding - keep))
            used = max(width(line, em) for line in chips[0]) + 1.4 * em
        elif used + wide + keep > room:
            return [*chips, (more,)]
        else:
            chips.append((text,))
            used += wide + 0.4 * em
    return chips


def _wrapped(text: str, em: float, room: float) -> Sequence[str]:
    """Give a text in lines, or shortened to one where a word would have to be broken."""
    if any(width(word, em) > room for word in text.split()):
        return (shorten(text, em, room),)
    return fit(text, em, room, 3)


def _legend(found: Sequence[Gap]) -> list[tuple[Mark, str]]:
    items: list[tuple[Mark, str]] = [(marks.held, "today"), (marks.needed, "needed")]
    if any(each.gap == 0 for each in found):
        items.append((marks.met, "met"))
    if any(each.gap is None for each in found):
        items.append((marks.unrated, "not rated"))
    if any(each.need.must_have for each in found):
        items.append((marks.must_have, "must-have"))
    return items


def _head(sheet: Sheet, slots: dict[str, Slot], top: float) -> float:
    em, line = sheet.look.text, sheet.look.line
    others = [slot for key, slot in slots.items() if key != "scale"]
    bottom = headers(sheet, others, top + line)
    scale = slots["scale"]
    heading = fit(scale.header, em, scale.width, 1, SEMIBOLD)
    middle = scale.x + scale.width / 2
    mute = sheet.look.theme.mute
    sheet.lines(middle, top + line / 2, heading, font=SEMIBOLD, color=mute, anchor="middle")
    for level in range(TOP_LEVEL + 1):
        x = _x(sheet, scale, level)
        sheet.text(x, bottom - 0.35 * em - line / 2, str(level), color=mute, anchor="middle")
    return bottom


def _x(sheet: Sheet, scale: Slot, level: float) -> float:
    inset = _INSET * sheet.look.text
    return scale.x + inset + (scale.width - 2 * inset) * level / TOP_LEVEL


def _body(sheet: Sheet, slots: dict[str, Slot], rows: Sequence[_Row], top: float) -> float:
    y = top
    for row in rows:
        sheet.area(0, y, sheet.width, row.height, "row", row.gap.need.id, _sentence(row))
        _cells(sheet, slots, row, y + row.height / 2)
        marks.levels(
            sheet, row.gap, lambda level: _x(sheet, slots["scale"], level), y + row.height / 2
        )
        if row.gap.need.must_have:
            marks.must_have(sheet, 0.2 * sheet.look.text, y + row.height / 2)
        y += row.height
        sheet.rule(0, y, sheet.width, y)
    start, end = _x(sheet, slots["scale"], 0), _x(sheet, slots["scale"], TOP_LEVEL)
    sheet.area(start, top, end - start, y - top, "scale", "", "Levels from 0 to 5")
    return y + 1


def _cells(sheet: Sheet, slots: dict[str, Slot], row: _Row, y: float) -> None:
    theme, em, gap = sheet.look.theme, sheet.look.text, row.gap
    sheet.lines(slots["name"].x, y, row.name, font=SEMIBOLD)
    if "importance" in slots:
        sheet.text(slots["importance"].x, y, _number(gap.need.importance))
    if "priority" in slots:
        met = gap.gap == 0
        text, color = ("met", theme.mute) if met else (_number(gap.priority), theme.ink)
        sheet.text(slots["priority"].x, y, text, font=SEMIBOLD, color=color)
    if "held" in slots:
        _holders(sheet, slots["held"], row.chips, y)
    if "path" in slots:
        lines = fit(row.path, em, slots["path"].width, 2, SEMIBOLD)
        plain = row.path in ("–", "open")
        sheet.lines(
            slots["path"].x, y, lines, font=SEMIBOLD, color=theme.mute if plain else theme.accent
        )


def _holders(sheet: Sheet, slot: Slot, chips: Sequence[Sequence[str]], y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    if not chips:
        sheet.text(slot.x, y, "nobody yet", color=theme.gap)
    x = slot.x
    for lines in chips:
        wide = max(width(line, em) for line in lines) + em
        high = sheet.look.line * len(lines) + 0.25 * em
        sheet.box(x, y - high / 2, wide, high, radius=0.7 * em, fill=theme.tint)
        sheet.lines(x + 0.5 * em, y, lines)
        x += wide + 0.4 * em


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _sentence(row: _Row) -> str:
    gap = row.gap
    today = "not rated" if gap.current is None else str(gap.current)
    needed = "not rated" if gap.need.needed_level is None else str(gap.need.needed_level)
    parts = [f"{gap.capability.name}: today {today}, needed {needed}"]
    if gap.gap:
        parts.append(f"gap {gap.gap}")
    if gap.gap == 0:
        parts.append("met")
    if gap.need.must_have:
        parts.append("must-have")
    if gap.need.importance is not None:
        parts.append(f"importance {gap.need.importance}")
    if gap.priority:
        parts.append(f"priority {gap.priority}")
    names = [_holder_name(holding) for holding in gap.holders]
    held = ", ".join(names) or "nobody yet"
    path = f" Path: {row.path}." if row.path != "–" else ""
    return f"{', '.join(parts)}. Held by {held}.{path}"


def _holder_name(holding: Holding) -> str:
    name = holding.organization.name
    return f"{holding.asset.name} ({name})" if holding.asset.name else name
