# SPDX-License-Identifier: MIT
"""Us, the chosen partners and the needs they close, as one picture of who covers what."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Mark, legend
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit, width
from workshop.partners.candidates import us
from workshop.partners.partner_sets import (
    PartnerSet,
    chosen_set,
    describe,
    members_mask,
    set_headline,
)
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_insight import hangs_on, removal, reopening
from workshop.partners.set_problem import Problem, bits, covered, mask_of
from workshop.prepare.details import ours
from workshop.state import Workshop
from workshop.why import counted, in_sentence

_SQUARE, _DISK, _US = 0.55, 0.75, 1.3
"""Half a need, the radius of a partner and of us, in multiples of the text size."""
_PARTNER_LINES = 1.9
"""Lines of text that a partner takes, besides those of its name."""
_NEED_LINES = 2.2


class _Page(NamedTuple):
    """The needs and partners of one page, as places in the problem."""

    needs: tuple[int, ...]
    partners: tuple[int, ...]


def set_coverage(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw what the chosen set closes; before one is chosen, that we go alone."""
    chosen = chosen_set(workshop)
    return set_picture(workshop, ",".join(chosen.members) if chosen else "", look, size, page)


def set_picture(workshop: Workshop, members: str, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw what a set closes; `members` has ids with commas. Areas “partner” and “need”."""
    if not ours(workshop) or not (problem := pose(workshop).problem).needs:
        sentence = (
            "Who closes which need will show here. "
            "Start with needs, and with an organization that is ours."
        )
        return empty(look, size, "No need is weighed yet", sentence)
    mask = members_mask(problem, tuple(members.split(",")))
    found = describe(problem, mask)
    sheet = Sheet(size, look)
    explained = _explained(problem, mask)
    room = size[1] - legend(Sheet(size, look), 0, explained) - 0.6 * look.text
    tall = _name_lines(problem, mask, size[0], look)
    pages = _pages(problem, mask, room, look, tall)
    here = pages[min(max(page, 0), len(pages) - 1)]
    bottom = _draw(sheet, workshop, problem, mask, here, room, tall)
    below = legend(sheet, bottom + 0.6 * look.text, explained)
    said = removal(problem, mask)
    alt = [f"{set_headline(found)}.", f"{said}." if said else "", *hangs_on(problem, mask)]
    subtitle = said or _open(problem, found).rstrip(".")
    words = " ".join(filter(None, [*alt, _open(problem, found)]))
    return sheet.exhibit(set_headline(found), subtitle, words, len(pages), below)


def _open(problem: Problem, found: PartnerSet) -> str:
    if not found.open_needs:
        return "Every need is covered."
    names = dict(zip(problem.needs, problem.need_names, strict=True))
    first = in_sentence(names[found.open_needs[0]])
    verb = "stays" if len(found.open_needs) == 1 else "stay"
    rest = f", {first} among them" if len(found.open_needs) > 1 else f": {first}"
    return f"{counted(len(found.open_needs), 'need')} {verb} open{rest}."


def _name_lines(problem: Problem, mask: int, wide: float, look: Look) -> int:
    """Give the number of lines of the longest name of a partner."""
    names = (_name(problem, i, wide, look.text) for i in bits(mask))
    return max(map(len, names), default=1)


def _name(problem: Problem, i: int, wide: float, em: float) -> tuple[str, ...]:
    return fit(problem.names[i], em, 0.24 * wide, 3, SEMIBOLD)


def _pages(problem: Problem, mask: int, room: float, look: Look, tall: int) -> list[_Page]:
    """Put needs beside the partners that cover them, as many as there is height for.

    Needs are grouped by who covers them first, then those that stay open, then what we hold.
    """
    order = sorted(range(len(problem.needs)), key=lambda k: _first(problem, mask, k))
    pages: list[_Page] = []
    needs: list[int] = []
    for k in order:
        partners = _partners(problem, mask, [*needs, k])
        high = max(len(needs) + 1, 1) * _NEED_LINES, len(partners) * (_PARTNER_LINES + tall)
        if needs and max(high) * look.line > room:
            pages.append(
                _Page(tuple(needs), _fitting(problem, mask, needs, room / look.line, tall))
            )
            needs = []
        needs.append(k)
    return [*pages, _Page(tuple(needs), _fitting(problem, mask, needs, room / look.line, tall))]


def _fitting(
    problem: Problem, mask: int, needs: Sequence[int], lines: float, tall: int
) -> tuple[int, ...]:
    most = max(1, int(lines / (_PARTNER_LINES + tall)))
    return _partners(problem, mask, needs)[:most]


def _partners(problem: Problem, mask: int, needs: Sequence[int]) -> tuple[int, ...]:
    wanted = mask_of(needs) & ~problem.held
    return tuple(i for i in bits(mask) if problem.covers[i] & wanted)


def _first(problem: Problem, mask: int, need: int) -> tuple[int, str]:
    if problem.held >> need & 1:
        return len(problem.ids) + 1, problem.need_names[need].casefold()
    holders = [i for i in bits(mask) if problem.covers[i] >> need & 1]
    return min(holders, default=len(problem.ids)), problem.need_names[need].casefold()


def _draw(
    sheet: Sheet,
    workshop: Workshop,
    problem: Problem,
    mask: int,
    page: _Page,
    room: float,
    tall: int,
) -> float:
    line = sheet.look.line
    wide = sheet.width
    x_us, x_partner, x_need = 0.16 * wide, 0.45 * wide, 0.68 * wide
    own = fit(us(workshop).name, sheet.look.text, _right(sheet, x_us), 3, SEMIBOLD)
    lines = max(
        len(page.needs) * _NEED_LINES,
        len(page.partners) * (_PARTNER_LINES + tall),
        2 * (1.3 + len(own)),
    )
    bottom = min(room, lines * line)
    needs = {k: _at(n, len(page.needs), 0, bottom) for n, k in enumerate(page.needs)}
    middle = bottom / 2
    # A partner stands off the middle of its place, to leave room for its name on the far side of us.
    low = 0.45 * line * tall
    rows = {i: _at(n, len(page.partners), 0, bottom) for n, i in enumerate(page.partners)}
    partners = {i: y + (low if y < middle + 1 else -low) for i, y in rows.items()}
    _lines(sheet, problem, mask, partners, needs, (x_us, x_partner, x_need), middle)
    _us(sheet, us(workshop).name, own, x_us, middle, bottom)
    critical = reopening(problem, mask)
    for i, y in partners.items():
        _partner(sheet, problem, i, x_partner, y, single=i in critical, above=rows[i] < middle + 1)
    for k, y in needs.items():
        _need(sheet, problem, mask, k, x_need, y)
    return bottom


def _at(place: int, count: int, top: float, bottom: float) -> float:
    return top + (bottom - top) * (place + 0.5) / count


def _lines(
    sheet: Sheet,
    problem: Problem,
    mask: int,
    partners: dict[int, float],
    needs: dict[int, float],
    columns: tuple[float, float, float],
    middle: float,
) -> None:
    """Draw who closes what, wider for needs of more importance; what stays open is dashed."""
    theme, em = sheet.look.theme, sheet.look.text
    x_us, x_partner, x_need = columns
    covered_here = covered(problem, mask)
    for k, end in needs.items():
        if not covered_here >> k & 1:
            sheet.rule(x_us, middle, x_need, end, theme.mute, 0.07 * em, (0.4 * em, 0.3 * em))
    for i, y in partners.items():
        closed = problem.covers[i] & ~problem.held
        for k, end in needs.items():
            if closed >> k & 1:
                width = _width(problem, problem.weights[k]) * em
                sheet.rule(x_partner, y, x_need, end, theme.need, width)
        carried = max((problem.weights[k] for k in bits(closed)), default=0)
        sheet.rule(x_us, middle, x_partner, y, theme.accent, 1.25 * _width(problem, carried) * em)


def _width(problem: Problem, weight: int) -> float:
    """Give the width of a line for a need's importance, in multiples of the text size."""
    most = max(problem.weights, default=0)
    return 0.08 + 0.18 * (weight / most if most else 1.0)


def _right(sheet: Sheet, x: float) -> float:
    """Give where our name ends: below the disk, where no line to a partner can cross it."""
    return x + 0.6 * _US * sheet.look.text


def _us(sheet: Sheet, name: str, lines: Sequence[str], x: float, y: float, bottom: float) -> None:
    theme, em, line = sheet.look.theme, sheet.look.text, sheet.look.line
    sheet.dot(x, y, _US * em, fill=theme.deep, stroke=theme.ink, thick=0.06 * em)
    right = _right(sheet, x)
    top = y + _US * em + 0.3 * em + line / 2
    for number, words in enumerate(lines):
        if top + (number + 0.5) * line <= bottom:
            sheet.text(right, top + number * line, words, font=SEMIBOLD, anchor="end")
    sheet.area(x - _US * em, y - _US * em, 2 * _US * em, 2 * _US * em, "us", "", name)


def _partner(
    sheet: Sheet, problem: Problem, i: int, x: float, y: float, *, single: bool, above: bool
) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    stroke = theme.gap if single else theme.accent
    sheet.dot(
        x, y, _DISK * em, fill=theme.accent, stroke=stroke, thick=(0.22 if single else 0.06) * em
    )
    name = _name(problem, i, sheet.width, em)
    away = _DISK * em + 0.1 * em + sheet.look.line * len(name) / 2
    _halo(sheet, x, y - away if above else y + away, name)
    said = f"{problem.names[i]}, chosen partner" + (
        ", if it leaves, needs reopen" if single else ""
    )
    r = _DISK * em
    sheet.area(x - r, y - r, 2 * r, 2 * r, "partner", problem.ids[i], said)


def _halo(sheet: Sheet, x: float, y: float, lines: Sequence[str]) -> None:
    """Set a name on the ground color, so that lines that pass behind it do not cross its letters."""
    em = sheet.look.text
    top = y - sheet.look.line * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        at = top + number * sheet.look.line
        half = width(line, em, SEMIBOLD) / 2 + 0.2 * em
        sheet.box(x - half, at - 0.6 * em, 2 * half, 1.2 * em, fill=sheet.look.theme.paper)
        sheet.text(x, at, line, font=SEMIBOLD, anchor="middle")


def _need(sheet: Sheet, problem: Problem, mask: int, k: int, x: float, y: float) -> None:
    theme, em, line = sheet.look.theme, sheet.look.text, sheet.look.line
    covered = any(problem.covers[i] >> k & 1 for i in bits(mask))
    state = "held" if problem.held >> k & 1 else "covered" if covered else "open"
    _square(sheet, x, y, _SQUARE, state)
    left = x + (_SQUARE + 0.5) * em
    ending = ": open" if state == "open" else ""
    font, color = (SEMIBOLD, theme.gap) if ending else (REGULAR, theme.ink)
    room = sheet.width - left - width(ending, em, font)
    words = fit(problem.need_names[k], em, room, 2, font)
    sheet.lines(left, y, [*words[:-1], words[-1] + ending], font=font, color=color)
    start = x - _SQUARE * em
    said = f"{problem.need_names[k]}: {'held by us' if state == 'held' else state}"
    top = max(0.0, y - 0.65 * line)
    sheet.area(
        start,
        top,
        sheet.width - start,
        min(1.3 * line, sheet.height - top),
        "need",
        problem.needs[k],
        said,
    )


def _explained(problem: Problem, mask: int) -> list[tuple[Mark, str]]:
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
    _square(sheet, x, y, 0.42, "held")


def _mark_closed(sheet: Sheet, x: float, y: float) -> None:
    _square(sheet, x, y, 0.42, "covered")


def _mark_open(sheet: Sheet, x: float, y: float) -> None:
    _square(sheet, x, y, 0.42, "open")


def _square(sheet: Sheet, x: float, y: float, half: float, state: str) -> None:
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
