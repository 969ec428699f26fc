# SPDX-License-Identifier: MIT
"""Success for us and success for them, side by side; what both say together runs across."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import SPACING, Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.deal.shared_vision import SharedVision, Side, shared_vision
from workshop.future_state.clarity import Clarity
from workshop.state import Workshop
from workshop.why import counted, listed

_COLUMNS = (
    Column("dimension", "", 8, 0.5),
    Column("us", "Success for us", 11, 2),
    Column("them", "Success for them", 11, 2),
)
_LEAST = sum(column.least for column in _COLUMNS) + SPACING * (len(_COLUMNS) - 1)
_MOST_LINES = 7
_RELATIONS = {
    "overlap": "both want this",
    "conflict": "pulls in two directions",
    "apart": "each speaks of something else",
    "one side": "only one side has spoken",
}
_FUZZY = "still fuzzy"
_SILENT = "not said yet"


class _Block(NamedTuple):
    """Lines in one column, or across both; without a statement it is silence."""

    x: float
    width: float
    lines: Sequence[str]
    found: Clarity | None


class _Row(NamedTuple):
    side: Side
    heading: Sequence[str]
    relation: Sequence[str]
    blocks: Sequence[_Block]
    height: float


def success(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw both sides by dimension, conflicts and what is fuzzy marked; Areas “statement”."""
    found = shared_vision(workshop)
    if not found.sides:
        sentence = (
            "What success is for us, and what it is for them, will stand here side by side. "
            "Start by telling the other side what their success looks like."
        )
        return empty(look, size, "Success is not described yet", sentence)
    sheet = Sheet(size, look)
    slots = arrange(_COLUMNS, size[0], min(look.text, size[0] / _LEAST))
    top = headers(sheet, list(slots.values()), 0)
    most = max(1, min(_MOST_LINES, int((size[1] - top) / look.line) - 2))
    rows = [row for side in found.sides for row in _rows(side, look, slots, most)]
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    shown = [rows[n] for n in turned_to(pages, page)]
    bottom = _body(sheet, slots, shown, top)
    alt = " ".join(_sentence(side) for side in found.sides)
    return sheet.exhibit(_title(found), _subtitle(found), alt, len(pages), bottom)


def _title(found: SharedVision) -> str:
    pulling = [side.dimension.lower() for side in found.sides if side.relation == "conflict"]
    if pulling:
        return f"We pull in two directions on {listed(pulling)}"
    if found.detail.for_both:
        return found.detail.sentence.removesuffix(".")
    both = sum(side.relation == "overlap" for side in found.sides)
    return f"Both want the same in {both} of {counted(len(found.sides), 'dimension')}"


def _subtitle(found: SharedVision) -> str:
    return "" if found.detail.for_both else found.detail.sentence


def _rows(side: Side, look: Look, slots: dict[str, Slot], most: int) -> Iterator[_Row]:
    us, them = slots["us"], slots["them"]
    joint = [each for each in side.us if each in side.them]
    ours = [each for each in side.us if each not in joint]
    theirs = [each for each in side.them if each not in joint]
    bands = [[_block(each, us.x, them.end - us.x, look, most)] for each in joint]
    for mine, other in zip_longest(ours, theirs):
        pairs = ((mine, us, side.us), (other, them, side.them))
        bands.append(
            [
                _block(each, slot.x, slot.width, look, most)
                for each, slot, own in pairs
                if each or not own
            ]
        )
    width = slots["dimension"].width
    for place, blocks in enumerate(bands):
        heading = fit(side.dimension, look.text, width, 3, SEMIBOLD) if not place else ()
        relation = fit(_RELATIONS[side.relation], look.text, width, 3) if not place else ()
        lines = max(len(heading) + len(relation), *(len(block.lines) for block in blocks))
        yield _Row(side, heading, relation, blocks, look.line * lines + 0.9 * look.text)


def _block(found: Clarity | None, x: float, width: float, look: Look, most: int) -> _Block:
    if found is None:
        return _Block(x, width, (_SILENT,), None)
    room = width - 0.8 * look.text
    lines = [*fit(found.statement.text_to, look.text, room, most)]
    return _Block(x, width, [*lines, _FUZZY] if found.fuzzy else lines, found)


def _body(sheet: Sheet, slots: dict[str, Slot], rows: Sequence[_Row], y: float) -> float:
    theme, em = sheet.look.theme, sheet.look.text
    for place, row in enumerate(rows):
        if place:
            sheet.rule(0 if row.heading else slots["us"].x, y, sheet.width, y)
        top = y + 0.45 * em
        below = sheet.block(0, top, row.heading, font=SEMIBOLD, color=theme.accent)
        color = theme.gap if row.side.relation == "conflict" else theme.mute
        sheet.block(0, below, row.relation, color=color)
        for block in row.blocks:
            _draw(sheet, block, y, row.height)
        y += row.height
    return y


def _draw(sheet: Sheet, block: _Block, y: float, high: float) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    top, inset = y + 0.45 * em, 0.8 * em
    if block.found is None:
        sheet.block(block.x + inset, top, block.lines, color=theme.mute)
        return
    color = theme.need if block.found.fuzzy else theme.calm
    dash = [0.4 * em, 0.3 * em] if block.found.fuzzy else None
    sheet.rule(block.x, top, block.x, y + high - 0.45 * em, color, 0.2 * em, dash)
    said = block.lines[:-1] if block.found.fuzzy else block.lines
    below = sheet.block(block.x + inset, top, said)
    if block.found.fuzzy:
        sheet.block(block.x + inset, below, [_FUZZY], color=theme.mute)
    statement = block.found.statement
    text = statement.text_to + (f" ({_FUZZY})" if block.found.fuzzy else "")
    sheet.area(block.x, y, block.width, high, "statement", statement.id, text)


def _sentence(side: Side) -> str:
    us = "; ".join(each.statement.text_to for each in side.us) or _SILENT
    them = "; ".join(each.statement.text_to for each in side.them) or _SILENT
    return f"{side.dimension}, {_RELATIONS[side.relation]}. For us: {us}. For them: {them}."
