# SPDX-License-Identifier: MIT
"""The environment scan: challenges and opportunities by impact and likelihood, with their key."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import legend, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit, width
from workshop.future_state.records import Factor
from workshop.future_state.scan import HIGH_FROM, Ranked, scan
from workshop.state import Workshop
from workshop.why import counted, number

LEVELS = 5
_AXIS = 2.9
"""Room for the words and figures of an axis, in multiples of the text size."""
_WIDEST = 46
"""The map is no wider than this, in multiples of the text size: the key needs room as well."""


class _Grid(NamedTuple):
    x: float
    y: float
    cell_width: float
    cell_height: float

    def corner(self, likelihood: int, impact: int) -> tuple[float, float]:
        """Give the top left corner of a cell; impact rises upward."""
        across, down = (likelihood - 1) * self.cell_width, (LEVELS - impact) * self.cell_height
        return self.x + across, self.y + down

    @property
    def right(self) -> float:
        """The x where the map ends."""
        return self.x + LEVELS * self.cell_width

    @property
    def bottom(self) -> float:
        """The y where the map ends."""
        return self.y + LEVELS * self.cell_height


class _Entry(NamedTuple):
    number: int
    ranked: Ranked
    lines: Sequence[str]
    height: float


def scan_map(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw factors as numbered marks, impact upward and likelihood to the right, with their key.

    Challenges are squares and opportunities disks. Areas “factor” (in the map and in the key) and
    “more” (marks that a full cell has no room for) have the id of a factor.
    """
    found = scan(workshop)
    if not found:
        sentence = (
            "Challenges and opportunities around us will stand here by impact and likelihood. "
            "Start with the one everybody talks about."
        )
        return empty(look, size, "The environment has not been scanned yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    top = legend(sheet, 0, _LEGEND) + 0.6 * em
    beside = size[0] >= 40 * em
    wide = min(size[0] * 0.52, _WIDEST * em) if beside else size[0]
    high = min(size[1] - top, wide * 0.85, max(15 * em, size[1] - top if beside else size[1] * 0.5))
    grid = _axes(sheet, top, wide, high)
    left, key_top = (wide + 1.6 * em, top) if beside else (0.0, grid.bottom + _AXIS * em)
    entries = _entries(found, look, size[0] - left)
    pages = pages_of([entry.height for entry in entries], size[1] - key_top)
    _marks(sheet, grid, entries)
    bottom = _key(sheet, [entries[n] for n in turned_to(pages, page)], left, key_top, len(entries))
    used = max(bottom, grid.bottom + _AXIS * em)
    alt = " ".join(_sentence(entry.number, entry.ranked) for entry in entries)
    return sheet.exhibit(scan_title(found), scan_subtitle(found), alt, len(pages), used)


def scan_title(found: Sequence[Ranked]) -> str:
    """State how many factors weigh heavily, and which one weighs most."""
    high = [each for each in found if each.weight == "high"]
    if found[0].priority is None:
        return f"{counted(len(found), 'factor')} named, none fully rated yet"
    first = found[0].factor.text
    if not high:
        return f"None of {counted(len(found), 'factor')} has high priority; “{first}” comes first"
    verb = "has" if len(high) == 1 else "have"
    return f"{len(high)} of {counted(len(found), 'factor')} {verb} high priority; “{first}” comes first"


def scan_subtitle(found: Sequence[Ranked]) -> str:
    """Say how many challenges and opportunities there are."""
    challenges = sum(each.factor.kind == "challenge" for each in found)
    both = (
        counted(challenges, "challenge"),
        counted(len(found) - challenges, "opportunity", "opportunities"),
    )
    return ", ".join(both)


def _square(sheet: Sheet, x: float, y: float) -> None:
    half = 0.5 * sheet.look.text
    sheet.box(x - half, y - half, 2 * half, 2 * half, fill=sheet.look.theme.gap)


def _disk(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 0.55 * sheet.look.text, fill=sheet.look.theme.accent)


_LEGEND = ((_square, "challenge"), (_disk, "opportunity"))


def _axes(sheet: Sheet, top: float, wide: float, high: float) -> _Grid:
    em, theme = sheet.look.text, sheet.look.theme
    left = _AXIS * em
    grid = _Grid(left, top, (wide - left) / LEVELS, (high - _AXIS * em) / LEVELS)
    for impact in range(1, LEVELS + 1):
        for likelihood in range(1, LEVELS + 1):
            x, y = grid.corner(likelihood, impact)
            heavy = impact * likelihood >= HIGH_FROM
            fill = theme.tint if heavy else theme.paper
            sheet.box(x, y, grid.cell_width, grid.cell_height, fill=fill, stroke=theme.line)
    for level in range(1, LEVELS + 1):
        x, y = grid.corner(level, level)
        middle = x + grid.cell_width / 2
        sheet.text(middle, grid.bottom + 0.9 * em, str(level), color=theme.mute, anchor="middle")
        sheet.text(
            left - 0.9 * em, y + grid.cell_height / 2, str(level), color=theme.mute, anchor="middle"
        )
    words = "Likelihood"
    sheet.text(grid.x, grid.bottom + 2.2 * em, words, font=SEMIBOLD, color=theme.mute)
    sheet.upward(0.6 * em, grid.bottom, "Impact", font=SEMIBOLD, color=theme.mute)
    return grid


def _entries(found: Sequence[Ranked], look: Look, room: float) -> list[_Entry]:
    em = look.text
    indent = _mark_width(len(found), em) + 0.7 * em
    entries = []
    for place, ranked in enumerate(found, 1):
        lines = fit(_words(ranked), em, room - indent, 3)
        entries.append(_Entry(place, ranked, lines, look.line * len(lines) + 0.55 * em))
    return entries


def _words(ranked: Ranked) -> str:
    factor = ranked.factor
    if factor.impact and factor.likelihood:
        return factor.text
    return f"{factor.text} (not rated)"


def _marks(sheet: Sheet, grid: _Grid, entries: Sequence[_Entry]) -> None:
    cells: dict[tuple[int, int], list[_Entry]] = {}
    for entry in entries:
        factor = entry.ranked.factor
        if factor.likelihood and factor.impact:
            cells.setdefault((factor.likelihood, factor.impact), []).append(entry)
    for place, inside in cells.items():
        _fill_cell(sheet, grid, place, inside, len(entries))


def _fill_cell(
    sheet: Sheet, grid: _Grid, place: tuple[int, int], inside: Sequence[_Entry], most: int
) -> None:
    em = sheet.look.text
    wide, high = _mark_width(most, em), 1.5 * em
    columns = max(1, int((grid.cell_width - 0.3 * em) / (wide + 0.3 * em)))
    rows = max(1, int((grid.cell_height - 0.2 * em) / (high + 0.2 * em)))
    room = columns * rows
    shown = list(inside) if len(inside) <= room else list(inside[: room - 1])
    hidden = inside[len(shown) :]
    used = min(columns, len(shown) + bool(hidden))
    lines = -(-(len(shown) + bool(hidden)) // columns)
    x0, y0 = grid.corner(*place)
    x0 += (grid.cell_width - used * (wide + 0.3 * em) + 0.3 * em) / 2
    y0 += (grid.cell_height - lines * (high + 0.2 * em) + 0.2 * em) / 2
    for at in range(len(shown) + bool(hidden)):
        x = x0 + at % columns * (wide + 0.3 * em)
        y = y0 + at // columns * (high + 0.2 * em)
        if at < len(shown):
            _mark(sheet, shown[at], (x, y, wide, high))
            factor = shown[at].ranked.factor
            sheet.area(
                x, y, wide, high, "mark", factor.id, _sentence(shown[at].number, shown[at].ranked)
            )
        else:
            _more(sheet, hidden, (x, y, wide, high))


def _mark_width(most: int, em: float) -> float:
    return max(1.5 * em, width("9" * len(str(most)), em, SEMIBOLD) + 0.7 * em)


def _mark(sheet: Sheet, entry: _Entry, box: tuple[float, float, float, float]) -> None:
    theme, (x, y, wide, high) = sheet.look.theme, box
    factor = entry.ranked.factor
    opportunity = factor.kind == "opportunity"
    color = theme.accent if opportunity else theme.gap
    rated = factor.impact and factor.likelihood
    radius = high / 2 if opportunity else 0
    if rated:
        sheet.box(x, y, wide, high, radius=radius, fill=color)
    else:
        sheet.box(x + 0.5, y + 0.5, wide - 1, high - 1, radius=radius, stroke=color, dash=[2, 2])
    ink = readable_on(theme, color) if rated else theme.ink
    sheet.text(
        x + wide / 2, y + high / 2, str(entry.number), font=SEMIBOLD, color=ink, anchor="middle"
    )


def _more(sheet: Sheet, hidden: Sequence[_Entry], box: tuple[float, float, float, float]) -> None:
    x, y, wide, high = box
    sheet.text(x + wide / 2, y + high / 2, f"+{len(hidden)}", font=SEMIBOLD, anchor="middle")
    text = "Also here: " + " ".join(_sentence(entry.number, entry.ranked) for entry in hidden)
    sheet.area(x, y, wide, high, "more", hidden[0].ranked.factor.id, text)


def _key(sheet: Sheet, entries: Sequence[_Entry], left: float, y: float, most: int) -> float:
    em = sheet.look.text
    wide = _mark_width(most, em)
    for entry in entries:
        middle = y + sheet.look.line / 2 + 0.1 * em
        _mark(sheet, entry, (left, middle - 0.75 * em, wide, 1.5 * em))
        sheet.block(left + wide + 0.7 * em, y + 0.1 * em, entry.lines)
        text = _sentence(entry.number, entry.ranked)
        sheet.area(
            left, y, sheet.width - left, entry.height, "factor", entry.ranked.factor.id, text
        )
        y += entry.height
    return y


def _sentence(place: int, ranked: Ranked) -> str:
    factor: Factor = ranked.factor
    rated = f"impact {number(factor.impact)}, likelihood {number(factor.likelihood)}"
    priority = f", priority {number(ranked.priority, 1)}" if ranked.priority is not None else ""
    return f"{place}. {factor.text} ({factor.kind}): {rated}{priority}."
