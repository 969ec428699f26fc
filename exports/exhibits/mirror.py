# SPDX-License-Identifier: MIT
"""Where two organizations see each other otherwise: how each sees itself, how the other sees it."""

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Mark, Slot, arrange, headers, legend, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.ids import Id
from workshop.partners.mirror import Reflection, mirror_headline
from workshop.partners.mirror import mirror as mirror_of
from workshop.prepare.details import ours
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import counted

_COLUMNS = (
    Column("item", "About", 11, 2),
    Column("scale", "From none to most", 10, 3),
    Column("said", "In words", 14, 4),
)
_MOST_LINES = 7


def mirror(
    workshop: Workshop, partner: Id, look: Look, size: Size, page: int = 0, first: int = 0
) -> Exhibit:
    """Draw each thing both sides have rated, the widest difference first; areas “reflection”.

    Paper, which has another height left on each page, leaves out those before the `first`.
    """
    if not ours(workshop):
        raise RuleError("Nobody is marked as ours yet.")
    found = mirror_of(workshop, partner)
    same = [r for r in found.reflections if None not in (r.own, r.other) and not r.differs]
    rows = [*found.differing, *same][first:]
    title = mirror_headline(found)
    if not rows:
        sentence = "Where each side sees the other otherwise than it sees itself will stand here."
        return empty(look, size, title, sentence)
    sheet, em = Sheet(size, look), look.text
    slots = arrange(_COLUMNS, size[0], em)
    top = legend(sheet, 0, _LEGEND) + 0.4 * em
    top = headers(sheet, list(slots.values()), top)
    heights = [_height(row, slots, look) for row in rows]
    pages = pages_of(heights, size[1] - top - 1)
    y = top
    shown = turned_to(pages, page)
    for number in shown:
        _draw(sheet, rows[number], slots, y, heights[number])
        id = f"{rows[number].subject} {number}"
        sheet.area(0, y, size[0], heights[number], "reflection", id, rows[number].sentence)
        y += heights[number]
        sheet.rule(0, y, size[0], y)
    alt = " ".join(rows[number].sentence for number in shown)
    below = f"{counted(found.both_known, 'thing')} rated by both sides, {len(found.differing)} far apart"
    return sheet.exhibit(title, below, alt, len(pages), y + 1)


def _other(sheet: Sheet, x: float, y: float) -> None:
    marks.diamond(sheet, x, y, fill=sheet.look.theme.need)


_LEGEND: tuple[tuple[Mark, str], ...] = (
    (marks.held, "as it sees itself"),
    (_other, "as the other side sees it"),
)


def _words(row: Reflection) -> str:
    item = "on what must not be lost" if row.subject == "tradition" else row.item.lower()
    return f"{row.about.name}, {item}"


def _texts(
    row: Reflection, slots: dict[str, Slot], look: Look
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    item = fit(_words(row), look.text, slots["item"].width, _MOST_LINES, SEMIBOLD)
    said: tuple[str, ...] = ()
    if "said" in slots:
        said = fit(row.sentence, look.text, slots["said"].width, _MOST_LINES)
    return item, said


def _height(row: Reflection, slots: dict[str, Slot], look: Look) -> float:
    lines = max(map(len, _texts(row, slots, look)))
    return look.line * max(2, lines) + 0.8 * look.text


def _draw(sheet: Sheet, row: Reflection, slots: dict[str, Slot], y: float, high: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    item, said = _texts(row, slots, sheet.look)
    middle = y + high / 2
    sheet.lines(slots["item"].x, middle, item, font=SEMIBOLD)
    if said:
        sheet.lines(slots["said"].x, middle, said, color=theme.ink if row.differs else theme.mute)
    if "scale" not in slots:
        return
    left, wide = slots["scale"].x + 0.8 * em, slots["scale"].width - 1.6 * em
    own, other = (
        left + wide * ((value or 0) - row.low) / (row.high - row.low)
        for value in (row.own, row.other)
    )
    sheet.rule(left, middle, left + wide, middle, theme.line, 0.15 * em, cap=1)
    color = theme.gap_soft if row.differs else theme.calm
    if own != other:
        sheet.rule(min(own, other), middle, max(own, other), middle, color, 0.34 * em)
    _other(sheet, other, middle)
    marks.held(sheet, own, middle)
