# SPDX-License-Identifier: MIT
"""The golden thread: each statement as a line that runs as far as its records carry it."""

from exports.exhibits.deal_words import brief
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Slot, headers, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from exports.exhibits.words import Line, word_list
from workshop.state import Workshop
from workshop.thread import STAGES, Strand, thread
from workshop.why import counted

HEADS = {
    "need": "Need", "partner": "Partner", "ledger": "Give, get", "clause": "Clause",
    "goal": "Goal", "exit": "Exit",
}  # fmt: skip
_PITCH, _NARROW, _WIDE = 5.4, 4.3, 46.0
"""From one link to the next, where there is room and where not, in multiples of the text size."""
_LEFT = 20.0


def golden_thread(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw a line for each statement, with a knot at each link it has; Areas “statement”, “knot”."""
    found = thread(workshop)
    if not found.strands:
        sentence = "Each statement will be followed here, through to the way out. Start with one."
        return empty(look, size, "There is no thread yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    slots = _slots(size[0], em)
    top = headers(sheet, list(slots.values()), 0)
    first = slots["statement"]
    most = 2 if first.width >= _LEFT * em else 3
    texts = [fit(each.statement.text_to, em, first.width, most) for each in found.strands]
    heights = [look.line * len(lines) + 0.8 * em for lines in texts]
    pages = pages_of(heights, size[1] - top - 1)
    y = top
    for at in turned_to(pages, page):
        strand = found.strands[at]
        sheet.lines(0, y + heights[at] / 2, texts[at])
        sheet.area(0, y, first.end, heights[at], "statement", strand.statement.id, _said(strand))
        _line(sheet, strand, slots, y, heights[at])
        y += heights[at]
        sheet.rule(0, y, size[0], y)
    alt = " ".join(_said(each) for each in found.strands)
    return sheet.exhibit(found.sentence.rstrip("."), "", alt, len(pages), y + 1)


def loose_ends(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Give what hangs loose, as sentences."""
    found = thread(workshop).loose
    lines = [Line(brief(each.sentence)) for each in found]
    title = "1 end hangs loose" if len(found) == 1 else f"{len(found)} ends hang loose"
    return word_list(
        lines, look, size, page, title if found else "Nothing hangs loose", "All is tied."
    )


def _slots(wide: float, em: float) -> dict[str, Slot]:
    """Give every link its place; where it is narrow, the links move together before any is left out."""
    pitch = em * (_PITCH if wide >= _WIDE * em else _NARROW)
    start = wide - len(HEADS) * pitch
    slots = {"statement": Slot(0, start - em, "Statement")}
    for place, (stage, head) in enumerate(HEADS.items()):
        slots[stage] = Slot(start + place * pitch, pitch - 0.1 * em, head)
    return slots


def _line(sheet: Sheet, strand: Strand, slots: dict[str, Slot], y: float, high: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    middle, radius = y + high / 2, 0.8 * em
    before: float | None = None
    for stage in STAGES[1:]:
        slot = slots.get(stage)
        if slot is None:
            break
        x, count = slot.x + radius, len(strand.knots[stage])
        if count and before is not None:
            sheet.rule(before + radius, middle, x - radius, middle, theme.accent, 0.18 * em)
        if count:
            sheet.dot(x, middle, radius, fill=theme.tint, stroke=theme.accent, thick=0.12 * em)
            sheet.text(x, middle, str(min(count, 99)), font=SEMIBOLD, anchor="middle")
        else:
            sheet.dot(x, middle, 0.5 * em, stroke=theme.gap, thick=0.14 * em, dash=[2, 2])
        before = x if count else None
        words = "; ".join(knot.text for knot in strand.knots[stage]) or "nothing yet"
        area = (slot.x, y, slot.width, high)
        sheet.area(*area, "knot", f"{strand.statement.id} {stage}", f"{HEADS[stage]}: {words}")


def _said(strand: Strand) -> str:
    text = strand.statement.text_to
    if not strand.breaks_at:
        return f"“{text}” is followed through to a way out."
    reached = sum(bool(strand.knots[stage]) for stage in STAGES[1:])
    where = HEADS[strand.breaks_at].lower()
    return f"“{text}” has {counted(reached, 'link')} of {len(HEADS)}; first missing: {where}."
