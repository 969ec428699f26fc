# SPDX-License-Identifier: MIT
"""Us, the chosen partners and the needs they close, as one picture of who covers what."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.set_marks import explained, square
from exports.exhibits.table import legend
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
_NEED_LINES = 0.3
"""Lines of text between two needs, besides those of their names."""
_MOST_LINES = 6
"""Lines a name may have; that is enough for 40 characters in the narrowest card."""
_NARROW = 36
"""Below this width, in multiples of the text size, the names of needs get more of it."""


class _Tall(NamedTuple):
    """How many lines of text a need and a partner take, as the longest name of each asks for."""

    need: float
    partner: float


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
    marks = explained(problem, mask)
    room = size[1] - legend(Sheet(size, look), 0, marks) - 0.6 * look.text
    tall = _tall(problem, mask, size[0], look)
    pages = _pages(problem, mask, room, look, tall)
    here = pages[min(max(page, 0), len(pages) - 1)]
    bottom = _draw(sheet, workshop, problem, mask, here, room, tall)
    below = legend(sheet, bottom + 0.6 * look.text, marks)
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


def _tall(problem: Problem, mask: int, wide: float, look: Look) -> _Tall:
    partners = (_name(problem, i, wide, look.text) for i in bits(mask))
    needs = (_words(problem, mask, k, wide, look.text) for k in range(len(problem.needs)))
    return _Tall(
        max(2, *map(len, needs)) + _NEED_LINES,
        max(map(len, partners), default=1) + _PARTNER_LINES,
    )


def _name(problem: Problem, i: int, wide: float, em: float) -> tuple[str, ...]:
    return fit(problem.names[i], em, 0.34 * wide, _MOST_LINES, SEMIBOLD)


def _words(problem: Problem, mask: int, k: int, wide: float, em: float) -> tuple[str, ...]:
    is_open = _state(problem, mask, k) == "open"
    font = SEMIBOLD if is_open else REGULAR
    room = wide - _columns(wide, em)[2] - (_SQUARE + 0.5) * em
    return fit(problem.need_names[k] + ": open" * is_open, em, room, _MOST_LINES, font)


def _columns(wide: float, em: float) -> tuple[float, float, float]:
    """Give where we, the partners and the needs stand, from the left."""
    us, partner, need = (0.16, 0.41, 0.59) if wide < _NARROW * em else (0.16, 0.45, 0.68)
    return us * wide, partner * wide, need * wide


def _state(problem: Problem, mask: int, k: int) -> str:
    if problem.held >> k & 1:
        return "held"
    return "covered" if covered(problem, mask) >> k & 1 else "open"


def _pages(problem: Problem, mask: int, room: float, look: Look, tall: _Tall) -> list[_Page]:
    """Put needs beside the partners that cover them, as many as there is height for.

    Needs are grouped by who covers them first, then those that stay open, then what we hold.
    """
    order = sorted(range(len(problem.needs)), key=lambda k: _first(problem, mask, k))
    pages: list[_Page] = []
    needs: list[int] = []
    for k in order:
        partners = _partners(problem, mask, [*needs, k])
        high = (len(needs) + 1) * tall.need, len(partners) * tall.partner
        if needs and max(high) * look.line > room:
            pages.append(
                _Page(tuple(needs), _fitting(problem, mask, needs, room / look.line, tall))
            )
            needs = []
        needs.append(k)
    return [*pages, _Page(tuple(needs), _fitting(problem, mask, needs, room / look.line, tall))]


def _fitting(
    problem: Problem, mask: int, needs: Sequence[int], lines: float, tall: _Tall
) -> tuple[int, ...]:
    most = max(1, int(lines / tall.partner))
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
    tall: _Tall,
) -> float:
    line = sheet.look.line
    wide = sheet.width
    x_us, x_partner, x_need = _columns(wide, sheet.look.text)
    own = fit(us(workshop).name, sheet.look.text, _right(sheet, x_us), _MOST_LINES, SEMIBOLD)
    lines = max(
        len(page.needs) * tall.need,
        len(page.partners) * tall.partner,
        2 * (1.3 + len(own)),
    )
    bottom = min(room, lines * line)
    needs = {k: _at(n, len(page.needs), 0, bottom) for n, k in enumerate(page.needs)}
    middle = bottom / 2
    # A partner stands off the middle of its place, to leave room for its name on the far side of us.
    low = 0.45 * line * (tall.partner - _PARTNER_LINES)
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
    state = _state(problem, mask, k)
    square(sheet, x, y, _SQUARE, state)
    left = x + (_SQUARE + 0.5) * em
    is_open = state == "open"
    words = _words(problem, mask, k, sheet.width, em)
    font, color = (SEMIBOLD, theme.gap) if is_open else (REGULAR, theme.ink)
    sheet.lines(left, y, words, font=font, color=color)
    start = x - _SQUARE * em
    said = f"{problem.need_names[k]}: {'held by us' if state == 'held' else state}"
    high = (len(words) + 0.3) * line
    top = max(0.0, y - high / 2)
    sheet.area(
        start,
        top,
        sheet.width - start,
        min(high, sheet.height - top),
        "need",
        problem.needs[k],
        said,
    )
