# SPDX-License-Identifier: MIT
"""The balance of sealed scores: which way each trade tilts, and what weighs differently for whom.

A tilt has five steps and no number; how it comes about is told in `workshop/deal/balance.py`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import SPACING, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.deal.balance import balances
from workshop.deal.ledger import TILTS
from workshop.deal.parties import name_of
from workshop.deal.records import Balance, LedgerItem
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted, listed

_NAME, _SCALE = 10.0, 13.0
_STEPS = len(TILTS) - 1
_MOST = 6


class _Row(NamedTuple):
    balance: Balance
    name: Sequence[str]
    said: Sequence[str]
    height: float


def balance(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the tilt of each trade on a scale, with what weighs differently; Areas “organization”."""
    found = balances(workshop)
    if not found:
        none = "Which way each trade tilts will stand here once all have scored in private."
        return empty(look, size, "Nothing is scored yet", none)
    em, sheet = look.text, Sheet(size, look)
    start = (_NAME + 2 * SPACING + _SCALE) * em
    rows = [_row(workshop, each, look, size[0] - start) for each in found]
    top = _ends(sheet)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    y = top
    for row in (rows[n] for n in turned_to(pages, page)):
        sheet.block(0, y + 0.45 * em, row.name, font=SEMIBOLD)
        sheet.block(start, y + 0.45 * em, row.said)
        _mark(sheet, row.balance, y + 0.45 * em + look.line / 2)
        said = " ".join(_sentences(workshop, row.balance))
        id = row.balance.organization
        sheet.area(
            0, y, size[0], row.height, "organization", id, f"{name_of(workshop, id)}: {said}"
        )
        y += row.height
        sheet.rule(0, y, size[0], y)
    told = (
        f"{name_of(workshop, b.organization)}: {' '.join(_sentences(workshop, b))}" for b in found
    )
    title, below = _title(found), "By what each scored in private; no score is shown"
    return sheet.exhibit(title, below, " ".join(told), len(pages), y + 1)


def _title(found: Sequence[Balance]) -> str:
    uneven = sum("much" in (each.tilt or "") for each in found)
    return f"{counted(uneven, 'trade')} far from even" if uneven else "No trade is far from even"


def _row(workshop: Workshop, each: Balance, look: Look, room: float) -> _Row:
    em = look.text
    name = fit(name_of(workshop, each.organization), em, _NAME * em, 3, SEMIBOLD)
    said = [line for text in _sentences(workshop, each) for line in fit(text, em, room, _MOST)]
    return _Row(each, name, said, look.line * max(len(name), len(said)) + 0.9 * em)


def _sentences(workshop: Workshop, each: Balance) -> Iterator[str]:
    words = TILTS[each.tilt] if each.tilt else "has not scored enough to tell"
    yield f"{words[0].upper()}{words[1:]}."
    for ids, word in ((each.weighs_more, "More"), (each.weighs_less, "Less")):
        if ids:
            yield f"{word} weight here than for others: {_quoted(workshop, ids)}."


def _quoted(workshop: Workshop, ids: Sequence[Id]) -> str:
    items = workshop.of(LedgerItem)
    return listed([f"“{items[id].text}”" for id in ids])


def _place(em: float) -> tuple[float, float]:
    left = (_NAME + SPACING + 0.6) * em
    return left, (_SCALE - 1.2) * em


def _ends(sheet: Sheet) -> float:
    em, line = sheet.look.text, sheet.look.line
    left, wide = _place(em)
    color = sheet.look.theme.mute
    sheet.text(left - 0.6 * em, line / 2, "gives more", color=color)
    sheet.text(left + wide + 0.6 * em, line / 2, "gains more", color=color, anchor="end")
    sheet.rule(0, line + 0.35 * em, sheet.width, line + 0.35 * em, color)
    return line + 0.35 * em


def _mark(sheet: Sheet, each: Balance, y: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    left, wide = _place(em)
    sheet.rule(left, y, left + wide, y, theme.line, 0.15 * em, cap=1)
    for step in range(_STEPS + 1):
        x = left + wide * step / _STEPS
        sheet.rule(x, y - 0.35 * em, x, y + 0.35 * em, theme.line, 0.1 * em)
    if not each.tilt:
        return
    at, middle = [*TILTS].index(each.tilt), left + wide / 2
    x = left + wide * at / _STEPS
    color = theme.gap if x < middle else theme.accent
    sheet.rule(middle, y, x, y, color, 0.3 * em)
    sheet.dot(x, y, 0.55 * em, fill=color, stroke=theme.paper, thick=0.12 * em)
