# SPDX-License-Identifier: MIT
"""The trade-offs the room has made: one good thing, even over another."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import pages_of, turned_to
from exports.exhibits.typography import ITALIC, SEMIBOLD, fit, width
from workshop.future_state.records import EvenOver
from workshop.state import Workshop
from workshop.why import counted

_BETWEEN = "even over"


class _Row(NamedTuple):
    pair: EvenOver
    prefer: Sequence[str]
    over: Sequence[str]
    because: Sequence[str]
    card: float
    height: float


def even_overs(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw what is chosen on the left, and what it is chosen over on the right; Areas “even_over”."""
    pairs = workshop.all(EvenOver)
    if not pairs:
        sentence = (
            "Two good things, and the one we choose even over the other, will stand here. "
            "Start with the choice the room would rather not make."
        )
        return empty(look, size, "No trade-off is made yet", sentence)
    em = look.text
    sheet = Sheet(size, look)
    between = width(_BETWEEN, em, ITALIC) + 1.6 * em
    card = (size[0] - between) / 2
    rows = [_row(pair, look, card) for pair in pairs]
    pages = pages_of([row.height for row in rows], size[1])
    y = 0.0
    for row in (rows[n] for n in turned_to(pages, page)):
        _draw(sheet, row, y, card)
        y += row.height
    alt = " ".join(_sentence(pair) for pair in pairs)
    return sheet.exhibit(_title(pairs), "", alt, len(pages), y)


def _title(pairs: Sequence[EvenOver]) -> str:
    first = f"{pairs[0].prefer} even over {pairs[0].over}"
    if len(pairs) == 1:
        return f"We choose: {first}"
    return f"We made {counted(len(pairs), 'trade-off')}, the first of them: {first}"


def _row(pair: EvenOver, look: Look, card: float) -> _Row:
    em = look.text
    prefer = fit(pair.prefer, look.strong, card - 1.6 * em, 4, SEMIBOLD)
    over = fit(pair.over, look.strong, card - 1.6 * em, 4)
    because = fit(pair.because, em, card * 2, 4) if pair.because.strip() else ()
    high = 1.3 * look.strong * max(len(prefer), len(over)) + 1.1 * em
    below = look.line * len(because) + 0.4 * em if because else 0.0
    return _Row(pair, prefer, over, because, high, high + below + 0.9 * em)


def _draw(sheet: Sheet, row: _Row, y: float, card: float) -> None:
    theme, em, strong = sheet.look.theme, sheet.look.text, sheet.look.strong
    right, middle = sheet.width - card, y + row.card / 2
    sheet.box(0, y, card, row.card, radius=0.6 * em, fill=theme.accent)
    ink = readable_on(theme, theme.accent)
    sheet.lines(0.8 * em, middle, row.prefer, size=strong, font=SEMIBOLD, color=ink)
    sheet.text(sheet.width / 2, middle, _BETWEEN, font=ITALIC, color=theme.mute, anchor="middle")
    sheet.box(right + 0.5, y + 0.5, card - 1, row.card - 1, radius=0.6 * em, stroke=theme.mute)
    sheet.lines(right + 0.8 * em, middle, row.over, size=strong)
    if row.because:
        sheet.block(0.8 * em, y + row.card + 0.4 * em, row.because, color=theme.mute)
    high = row.height - 0.9 * em
    sheet.area(0, y, sheet.width, high, "even_over", row.pair.id, _sentence(row.pair))


def _sentence(pair: EvenOver) -> str:
    because = f" Because: {pair.because}" if pair.because.strip() else ""
    return f"{pair.prefer}, even over {pair.over}.{because}"
