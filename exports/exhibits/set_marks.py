# SPDX-License-Identifier: MIT
"""The marks in the picture of who covers what, and what each of them means."""

from exports.exhibits.exhibit import Sheet
from exports.exhibits.table import Mark
from workshop.partners.set_insight import reopening
from workshop.partners.set_problem import Problem, covered, mask_of


def explained(problem: Problem, mask: int) -> list[tuple[Mark, str]]:
    """Explain the marks that can occur; nothing hangs on anybody where nobody is chosen."""
    items: list[tuple[Mark, str]] = [(_mark_us, "us")]
    if mask:
        items += [(_mark_partner, "chosen partner"), (_mark_closed, "need it closes")]
    if problem.held:
        items.append((_mark_held, "held by us"))
    if reopening(problem, mask):
        items.append((_mark_single, "if it leaves, needs reopen"))
    if _all_closed(problem, mask):
        return items
    return [*items, (_mark_open, "open")]


def _all_closed(problem: Problem, mask: int) -> bool:
    return covered(problem, mask) == mask_of(range(len(problem.needs)))


def _mark_us(sheet: Sheet, x: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    sheet.dot(x, y, 0.42 * em, fill=theme.deep, stroke=theme.ink, thick=0.06 * em)


def _mark_partner(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 0.45 * sheet.look.text, fill=sheet.look.theme.accent)


def _mark_single(sheet: Sheet, x: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    sheet.dot(x, y, 0.42 * em, fill=theme.accent, stroke=theme.gap, thick=0.16 * em)


def _mark_held(sheet: Sheet, x: float, y: float) -> None:
    square(sheet, x, y, 0.42, "held")


def _mark_closed(sheet: Sheet, x: float, y: float) -> None:
    square(sheet, x, y, 0.42, "covered")


def _mark_open(sheet: Sheet, x: float, y: float) -> None:
    square(sheet, x, y, 0.42, "open")


def square(sheet: Sheet, x: float, y: float, half: float, state: str) -> None:
    """Draw the mark of a need; `half` is half its width in multiples of the text size."""
    theme, em = sheet.look.theme, sheet.look.text
    h = half * em
    fill = {"held": theme.today, "covered": theme.need_soft, "open": theme.paper}[state]
    stroke = {"held": theme.today, "covered": theme.need, "open": theme.gap}[state]
    dash = [3, 2] if state == "open" else None
    sheet.box(
        x - h,
        y - h,
        2 * h,
        2 * h,
        radius=0.2 * em,
        fill=fill,
        stroke=stroke,
        thick=0.12 * em,
        dash=dash,
    )
