# SPDX-License-Identifier: MIT
"""Who holds what the future state needs: each capability, and the organizations by their level."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.gaps.gap import Gap, Holding, gaps
from workshop.state import Workshop
from workshop.why import counted, listed

_COLUMNS = (
    Column("name", "Capability", 11, 4),
    Column("needed", "Needed", 4.2, 0.2),
    Column("ours", "Ours", 3.4, 0.2),
    Column("others", "Best elsewhere", 12, 4),
)
_BADGE = 1.4
"""The side of the square that holds a level, in multiples of the text size."""


class _Row(NamedTuple):
    gap: Gap
    name: Sequence[str]
    best: Holding | None
    others: Sequence[str]
    height: float


def holdings_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw our level of each capability needed beside the best elsewhere; Areas “row” by need.

    A filled level is enough for the need; one in outline is not, or nobody knows.
    """
    found = gaps(workshop)
    if not found:
        sentence = (
            "Who holds what the future state needs will stand here. "
            "Start with the capabilities the future state needs."
        )
        return empty(look, size, "No needs are named yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0], em)
    rows = [_row(gap, look, slots) for gap in found]
    top = headers(sheet, list(slots.values()), 0)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    shown = turned_to(pages, page)
    y = top
    for row in (rows[n] for n in shown):
        _draw(sheet, slots, row, y)
        sheet.area(0, y, size[0], row.height, "row", row.gap.need.id, _sentence(row.gap))
        y += row.height
        sheet.rule(0, y, size[0], y)
    alt = " ".join(_sentence(rows[n].gap) for n in shown)
    return sheet.exhibit(_title(found), _subtitle(found), alt, len(pages), y + 1)


def _title(found: Sequence[Gap]) -> str:
    known = [gap for gap in found if gap.need.needed_level is not None]
    if not known or not any(h.asset.level is not None for gap in found for h in gap.holders):
        return f"{counted(len(found), 'capability', 'capabilities')} needed, no level is rated yet"
    enough = sum(any(_is_enough(gap, h) for h in gap.holders) for gap in known)
    if enough == len(found):
        return f"Somebody holds enough of each of the {len(found)} capabilities"
    return (
        f"Somebody holds enough of {enough} of {counted(len(found), 'capability', 'capabilities')}"
    )


def _subtitle(found: Sequence[Gap]) -> str:
    lacking = [
        gap.capability.name
        for gap in found
        if gap.need.needed_level and not any(_is_enough(gap, h) for h in gap.holders)
    ]
    if not lacking:
        return ""
    return f"Nobody yet: {listed(lacking)}" if len(lacking) < 4 else f"Nobody yet: {len(lacking)}"


def _is_enough(gap: Gap, holding: Holding) -> bool:
    level, needed = holding.asset.level, gap.need.needed_level
    return level is not None and needed is not None and level >= needed


def _ranked(gap: Gap) -> list[Holding]:
    return sorted(
        gap.holders,
        key=lambda h: (-(h.asset.level or 0), not h.organization.ours, h.organization.name),
    )


def _row(gap: Gap, look: Look, slots: dict[str, Slot]) -> _Row:
    em, elsewhere = look.text, [h for h in _ranked(gap) if not h.organization.ours]
    name = fit(gap.capability.name, em, slots["name"].width, 3, SEMIBOLD)
    best = elsewhere[0] if elsewhere else None
    others: Sequence[str] = ("nobody yet",)
    if best and "others" in slots:
        more = f", and {len(elsewhere) - 1} more" if len(elsewhere) > 1 else ""
        room = slots["others"].width - (_BADGE + 0.4) * em
        others = fit(best.organization.name + more, em, room, 2)
    lines = max(len(name), len(others) if "others" in slots else 1)
    return _Row(gap, name, best, others, look.line * lines + 0.9 * em)


def _draw(sheet: Sheet, slots: dict[str, Slot], row: _Row, y: float) -> None:
    theme, em, middle = sheet.look.theme, sheet.look.text, y + row.height / 2
    needed = row.gap.need.needed_level
    sheet.lines(slots["name"].x, middle, row.name, font=SEMIBOLD)
    if "needed" in slots:
        sheet.text(slots["needed"].x, middle, "–" if needed is None else str(needed))
    if "ours" in slots:
        _badge(sheet, slots["ours"].x, middle, row.gap.current, needed)
    if "others" in slots:
        x = slots["others"].x
        if row.best:
            _badge(sheet, x, middle, row.best.asset.level, needed)
            x += (_BADGE + 0.4) * em
        sheet.lines(x, middle, row.others, color=theme.ink if row.best else theme.gap)


def _badge(sheet: Sheet, x: float, y: float, level: int | None, needed: int | None) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    side = _BADGE * em
    is_enough = level is not None and needed is not None and level >= needed
    fill = theme.accent if is_enough else theme.paper
    sheet.box(
        x, y - side / 2, side, side, radius=0.35 * em, fill=fill,
        stroke=theme.accent if is_enough else theme.mute, thick=0.07 * em,
    )  # fmt: skip
    words = "?" if level is None else str(level)
    color = readable_on(theme, fill)
    sheet.text(x + side / 2, y, words, font=SEMIBOLD, color=color, anchor="middle")


def _sentence(gap: Gap) -> str:
    needed = gap.need.needed_level
    wanted = "level not rated" if needed is None else f"level {needed} needed"
    held = [
        f"{h.organization.name} {'unknown' if h.asset.level is None else h.asset.level}"
        for h in _ranked(gap)
    ]
    return f"{gap.capability.name}, {wanted}: {listed(held) if held else 'nobody yet'}."
