# SPDX-License-Identifier: MIT
"""The trade side by side: what each organization gives up, and what it gains by it.

A bar is as long as the weight said openly, from 1 to 5; sealed scores are not read here.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.deal.ledger import Account, accounts
from workshop.deal.records import LedgerItem
from workshop.state import Workshop
from workshop.why import counted, few, listed

NOTE = "Bar length is the weight each organization gave it, from 1 to 5; dashed is not weighed."
_MOST = 5
_LINES = 4
_BESIDE = 50
"""From this width on, in multiples of the text size, names stand beside the bars."""


class _Bar(NamedTuple):
    item: LedgerItem
    width: float
    lines: Sequence[str]
    inside: bool


class _Row(NamedTuple):
    name: Sequence[str]
    give: _Bar | None
    gain: _Bar | None
    height: float


def trade(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw gives to the left and gains to the right of a line; Areas “ledger_item”."""
    found = [a for a in accounts(workshop) if a.items["gives_up"] or a.items["gets_benefit"]]
    if not found:
        sentence = "What each of us gives up and what it buys will stand here, side by side."
        return empty(look, size, "Nothing is given or gained yet", sentence)
    em = look.text
    left = 12 * em if size[0] >= _BESIDE * em else 0.0
    half = (size[0] - left) / 2
    rows = [row for each in found for row in _rows(each, look, left, half)]
    sheet, top = Sheet(size, look), look.line
    below = fit(NOTE, em, size[0], 3)
    room = size[1] - top - look.line * (len(below) + 0.5)
    pages = pages_of([row.height for row in rows], room)
    middle = left + half
    sheet.text(middle - 0.5 * em, top / 2, "gives up", color=look.theme.mute, anchor="end")
    sheet.text(middle + 0.5 * em, top / 2, "gains", color=look.theme.mute)
    y = top
    for row in (rows[n] for n in turned_to(pages, page)):
        _draw(sheet, row, y, left, middle)
        y += row.height
    if left:
        sheet.rule(middle, top, middle, y, look.theme.mute, 0.1 * em)
    y = sheet.block(0, y + 0.4 * em, below, color=look.theme.mute)
    alt = " ".join(_sentence(each) for each in found)
    return sheet.exhibit(_title(found), "", alt, len(pages), y)


def _title(found: Sequence[Account]) -> str:
    one_sided = [
        each.organization.name
        for each in found
        if not (each.items["gives_up"] and each.items["gets_benefit"])
    ]
    if one_sided:
        return f"The trade of {few(one_sided)} has one side only"
    gives = sum(len(each.items["gives_up"]) for each in found)
    gains = sum(len(each.items["gets_benefit"]) for each in found)
    things = counted(gives, "thing")
    verb = "is" if gives == 1 else "are"
    return f"{things} {verb} given up for {counted(gains, 'gain')} by {counted(len(found), 'organization')}"


def _rows(account: Account, look: Look, left: float, half: float) -> list[_Row]:
    em = look.text
    name = fit(account.organization.name, em, left - em if left else 2 * half, 3, SEMIBOLD)
    pairs = zip_longest(account.items["gives_up"], account.items["gets_benefit"])
    rows = []
    for number, (give, gain) in enumerate(pairs):
        bars = [_bar(item, look, half) if item else None for item in (give, gain)]
        lines = max(len(bar.lines) for bar in bars if bar)
        high = look.line * lines + 0.6 * em
        own = name if number == 0 else ()
        if own and left:
            high = max(high, look.line * len(own))
        elif own:
            high += look.line * len(own)
        rows.append(_Row(own, bars[0], bars[1], high + 0.6 * em))
    return rows


def _bar(item: LedgerItem, look: Look, half: float) -> _Bar:
    em = look.text
    wide = half * (item.weight or 1) / _MOST
    inside, outside = wide - em, half - wide - em
    within = inside >= outside
    lines = fit(item.text, em, max(inside, outside), _LINES)
    return _Bar(item, wide, lines, within)


def _draw(sheet: Sheet, row: _Row, y: float, left: float, middle: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    high = row.height - 0.6 * em
    if row.name and left:
        sheet.lines(0, y + high / 2, row.name, font=SEMIBOLD)
    elif row.name:
        under = sheet.block(0, y, row.name, font=SEMIBOLD)
        high, y = high - (under - y), under
    if not left:  # a name may be wider than half; the line stands beside bars only
        sheet.rule(middle, y - 0.2 * em, middle, y + high + 0.4 * em, theme.mute, 0.1 * em)
    for bar, side, fill in ((row.give, -1, theme.gap_soft), (row.gain, 1, theme.calm)):
        if bar:
            _draw_bar(sheet, bar, y, high, middle, side, fill)


def _draw_bar(
    sheet: Sheet, bar: _Bar, y: float, high: float, middle: float, side: int, fill: str
) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    left = middle if side > 0 else middle - bar.width
    if bar.item.weight:
        sheet.box(left, y, bar.width, high, fill=fill)
    else:
        sheet.box(left + 0.5, y + 0.5, bar.width - 1, high - 1, stroke=theme.mute, dash=[3, 3])
    start = 0.5 * em if bar.inside else bar.width + 0.5 * em
    color = readable_on(theme, fill) if bar.inside and bar.item.weight else theme.ink
    anchor = "start" if side > 0 else "end"
    sheet.lines(middle + side * start, y + high / 2, bar.lines, color=color, anchor=anchor)
    weight = f", weight {bar.item.weight} of 5" if bar.item.weight else ", not weighed"
    sheet.area(left, y, bar.width, high, "ledger_item", bar.item.id, bar.item.text + weight)


def _sentence(account: Account) -> str:
    gives = listed([each.text for each in account.items["gives_up"]]) or "nothing"
    gains = listed([each.text for each in account.items["gets_benefit"]]) or "nothing"
    return f"{account.organization.name} gives up {gives} and gains {gains}."
