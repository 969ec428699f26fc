# SPDX-License-Identifier: MIT
"""Who decides what, as lines from each party to the decisions it takes or may stop."""

from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Mark, legend
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit, width
from workshop.deal.operating_records import DecisionRight
from workshop.deal.power import SAY_LABELS, Power, power, power_sentence
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, percent

_SQUARE, _LEAST, _MOST = 0.55, 0.5, 1.1
_ONE, _OTHER = 0.38, 0.62
"""Where parties and decisions stand, in parts of the width."""
_SPEAKS = ("decides", "veto")


class _Page(NamedTuple):
    """The decisions of one page and the parties with a say in them."""

    decisions: tuple[DecisionRight, ...]
    organizations: tuple[Organization, ...]


def who_decides(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw who decides and who may veto; Areas “organization” and “decision_right”."""
    found = power(workshop)
    if not found.decisions:
        sentence = "Who decides and who may veto will show here. Start with the budget."
        return empty(look, size, power_sentence(found), sentence)
    sheet = Sheet(size, look)
    marks = _explained(found)
    room = size[1] - legend(Sheet(size, look), 0, marks) - 0.6 * look.text
    high = _row(found, size[0], look)
    pages = _pages(found, max(1, int(room / high)))
    here = pages[min(max(page, 0), len(pages) - 1)]
    rows = max(len(here.decisions), len(here.organizations), 2)
    bottom = min(room, rows * high)
    _draw(sheet, found, here, bottom)
    below = legend(sheet, bottom + 0.6 * look.text, marks)
    open_ = found.undecided
    subtitle = (
        f"{counted(len(open_), 'decision has', 'decisions have')} nobody who decides: {open_[0].name}"
        if open_
        else "Every decision has somebody who decides"
    )
    alt = " ".join([f"{power_sentence(found)}.", f"{subtitle}.", *_sentences(found)])
    return sheet.exhibit(power_sentence(found), subtitle, alt, len(pages), below)


def _row(found: Power, wide: float, look: Look) -> float:
    """Give the height of a row: that of the longest name, and of what is said below it."""
    names = (_name(each, wide, look.text) for each in found.organizations)
    return look.line * (1.35 + max(map(len, names), default=1))


def _name(one: Organization, wide: float, em: float) -> tuple[str, ...]:
    return fit(one.name, em, _ONE * wide - _MOST * em - 0.3 * em, 2, SEMIBOLD)


def _pages(found: Power, most: int) -> list[_Page]:
    """Break into pages: as many decisions as fit, and their parties over as many pages as it takes."""
    pages: list[_Page] = []
    for first in range(0, len(found.decisions), most):
        decisions = found.decisions[first : first + most]
        speaking = [
            o for o in found.organizations if any(_says(found, d.id, o.id) for d in decisions)
        ]
        pages += [
            _Page(decisions, tuple(speaking[at : at + most]))
            for at in range(0, max(len(speaking), 1), most)
        ]
    return pages


def _says(found: Power, decision: Id, organization: Id) -> str:
    right = found.rights.get((decision, organization))
    return right.right if right and right.right in _SPEAKS else ""


def _draw(sheet: Sheet, found: Power, page: _Page, bottom: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    x_one, x_other = _ONE * sheet.width, _OTHER * sheet.width
    ones = {o.id: _at(n, len(page.organizations), bottom) for n, o in enumerate(page.organizations)}
    others = {d.id: _at(n, len(page.decisions), bottom) for n, d in enumerate(page.decisions)}
    for decision in page.decisions:
        for id, y in ones.items():
            says = _says(found, decision.id, id)
            if says:
                color = theme.accent if says == "decides" else theme.gap
                dash = None if says == "decides" else (0.5 * em, 0.35 * em)
                thick = (0.06 + 0.05 * decision.weight) * em
                sheet.rule(x_one, y, x_other, others[decision.id], color, thick, dash)
    for organization in page.organizations:
        _organization(sheet, found, organization, x_one, ones[organization.id])
    for decision in page.decisions:
        _decision(sheet, found, decision, x_other, others[decision.id])


def _at(place: int, count: int, bottom: float) -> float:
    return bottom * (place + 0.5) / count


def _organization(sheet: Sheet, found: Power, one: Organization, x: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    total = sum(found.weight.values())
    share = found.weight[one.id] / total if total else 0.0
    r = (_LEAST + (_MOST - _LEAST) * share) * em
    fill, rim = (theme.deep, theme.ink) if one.ours else (theme.accent, theme.accent)
    sheet.dot(x, y, r, fill=fill, stroke=rim, thick=0.06 * em)
    right = x - _MOST * em - 0.3 * em
    said = f"{percent(share)} of the say"
    line, name = sheet.look.line, _name(one, sheet.width, em)
    high = line * (len(name) + 1)
    start = y - high / 2 + line / 2
    for number, words in enumerate(name):
        sheet.text(right, start + number * line, words, font=SEMIBOLD, anchor="end")
    below = fit(said, em, right, 1)
    sheet.text(right, start + len(name) * line, below[0], color=theme.mute, anchor="end")
    sheet.area(0, y - high / 2, x + r, high, "organization", one.id, f"{one.name}: {said}")


def _decision(sheet: Sheet, found: Power, decision: DecisionRight, x: float, y: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    open_ = decision in found.undecided
    h = _SQUARE * em
    sheet.box(
        x - h, y - h, 2 * h, 2 * h, radius=0.2 * em,
        fill=theme.paper if open_ else theme.need_soft,
        stroke=theme.gap if open_ else theme.need, thick=0.12 * em,
        dash=(0.25 * em, 0.18 * em) if open_ else None,
    )  # fmt: skip
    left, ending = x + h + 0.5 * em, ": nobody decides" if open_ else ""
    font, color = (SEMIBOLD, theme.gap) if open_ else (REGULAR, theme.ink)
    room = sheet.width - left
    one = fit(decision.name + ending, em, room, 2, font)
    if ending and not one[-1].endswith("decides"):  # the ending is the message: the name gives way
        one = (fit(decision.name, em, room, 1, font)[0], fit(ending[2:], em, room, 1, font)[0])
    sheet.lines(left, y, one, font=font, color=color)
    high = 2 * sheet.look.line
    wide = min(sheet.width - (x - h), h * 2 + 0.5 * em + max(width(w, em, font) for w in one))
    sheet.area(
        x - h, y - high / 2, wide, high, "decision_right", decision.id, _sentence(found, decision)
    )


def _sentences(found: Power) -> list[str]:
    return [_sentence(found, decision) + "." for decision in found.decisions]


def _sentence(found: Power, decision: DecisionRight) -> str:
    parts = [
        f"{SAY_LABELS[says].lower()} {', '.join(names)}"
        for says in _SPEAKS
        if (
            names := [
                o.name for o in found.organizations if _says(found, decision.id, o.id) == says
            ]
        )
    ]
    return f"{decision.name}: {'; '.join(parts) or 'nobody decides'}"


def _explained(found: Power) -> list[tuple[Mark, str]]:
    said = {right.right for right in found.rights.values()}
    items: list[tuple[Mark, str]] = []
    if "decides" in said:
        items.append((_decides, "decides"))
    if "veto" in said:
        items.append((_vetoes, "may veto"))
    return [*items, (_disk, "a larger disk has more say"), (_heavy, "a wider line weighs more")]


def _decides(sheet: Sheet, x: float, y: float) -> None:
    em = sheet.look.text
    sheet.rule(x - 0.5 * em, y, x + 0.5 * em, y, sheet.look.theme.accent, 0.2 * em)


def _vetoes(sheet: Sheet, x: float, y: float) -> None:
    em = sheet.look.text
    sheet.rule(
        x - 0.5 * em, y, x + 0.5 * em, y, sheet.look.theme.gap, 0.2 * em, (0.3 * em, 0.2 * em)
    )


def _disk(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 0.45 * sheet.look.text, fill=sheet.look.theme.accent)


def _heavy(sheet: Sheet, x: float, y: float) -> None:
    em = sheet.look.text
    sheet.rule(x - 0.5 * em, y, x + 0.5 * em, y, sheet.look.theme.mute, 0.32 * em)
