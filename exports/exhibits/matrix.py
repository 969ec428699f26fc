# SPDX-License-Identifier: MIT
"""Who decides what, and who does what: organizations across, decisions or activities down.

Where the columns would get too narrow, each row becomes a short list, so that nothing is left out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.deal.power import SAY_LABELS, power, power_sentence
from workshop.deal.raci import PARTS, raci
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted, listed

_NAME, _CELL = 12.0, 6.2
"""The least widths of the first column and of the others, in multiples of the text size."""
_LETTERS = {part[0].upper(): part.capitalize() for part in PARTS}


class Cell(NamedTuple):
    """What stands in a cell; strong where it should be read first."""

    text: str
    strong: bool = False


class Row(NamedTuple):
    """One row: its id, its name, its cells by column, and what should be told of it."""

    id: Id
    name: str
    cells: Sequence[Cell]
    note: str = ""


def decision_rights(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw who decides what; Areas “decision_right”."""
    found = power(workshop)
    if not found.decisions:
        sentence = (
            "Who decides, may veto, is asked or is told will stand here. Start with the budget."
        )
        return empty(look, size, power_sentence(found), sentence)
    rows = [
        Row(
            decision.id,
            decision.name,
            [
                Cell(SAY_LABELS.get(right.right or "", "–"), right.right == "decides")
                if (right := found.rights.get((decision.id, o.id)))
                else Cell("–")
                for o in found.organizations
            ],
            "Nobody decides" if decision in found.undecided else "",
        )
        for decision in found.decisions
    ]
    names = [each.name for each in found.organizations]
    inputs = ", ".join(f"{name} {value}" for name, value in found.why.inputs)
    title = power_sentence(found)
    return matrix(rows, ("Decision", *names), look, size, page, title, inputs, "decision_right")


def raci_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw who does what; Areas “activity”."""
    found = raci(workshop)
    if not found.activities:
        sentence = (
            "Who does the work, who answers for it, who is asked and who is told will stand here."
        )
        return empty(look, size, "Nothing says yet who does what", sentence)
    faults: dict[Id, str] = {}
    for id, said in found.problems:
        faults.setdefault(id, said)
    rows = [
        Row(
            activity.id,
            activity.name,
            [_letters(found.letters.get((activity.id, o.id), "")) for o in found.organizations],
            faults.get(activity.id, ""),
        )
        for activity in found.activities
    ]
    names = [each.name for each in found.organizations]
    many = counted(len(rows), "activity", "activities")
    if not found.problems:
        title = f"{many}, each with one who answers for it"
    else:
        title = found.problems[0][1].rstrip(".")
    about = "R does the work, A answers for it, C is asked before, I is told after"
    return matrix(rows, ("Activity", *names), look, size, page, title, about, "activity")


def matrix(
    rows: Sequence[Row],
    heads: Sequence[str],
    look: Look,
    size: Size,
    page: int,
    title: str,
    subtitle: str,
    role: str,
) -> Exhibit:
    """Draw rows and columns, or lists where the columns would be too narrow."""
    em = look.text
    least = _NAME + (len(heads) - 1) * (_CELL + 1.2)
    draw = _table if least * em <= size[0] else _lists
    sheet = Sheet(size, look)
    pages, bottom = draw(sheet, rows, heads, page, role)
    alt = " ".join(_sentence(row, heads) for row in rows)
    return sheet.exhibit(title, subtitle, alt, pages, bottom)


def _letters(letters: str) -> Cell:
    return Cell(" ".join(letters) if letters else "–", "A" in letters)


def _table(
    sheet: Sheet, rows: Sequence[Row], heads: Sequence[str], page: int, role: str
) -> tuple[int, float]:
    em, look = sheet.look.text, sheet.look
    columns = [Column("0", heads[0], _NAME, 2.0)]
    columns += [Column(str(at), head, _CELL, 1.0) for at, head in enumerate(heads[1:], 1)]
    slots = list(arrange(columns, sheet.width, em).values())
    names = [fit(row.name, em, slots[0].width, 3, SEMIBOLD) for row in rows]
    notes = [fit(row.note, em, sheet.width, 2) if row.note else () for row in rows]
    top = headers(sheet, slots, 0)
    heights = [
        look.line * (len(name) + len(note)) + 0.9 * em
        for name, note in zip(names, notes, strict=True)
    ]
    pages = pages_of(heights, sheet.height - top - 1)
    y = top
    for at in turned_to(pages, page):
        high = look.line * len(names[at]) + 0.9 * em
        sheet.lines(0, y + high / 2, names[at], font=SEMIBOLD)
        for slot, cell in zip(slots[1:], rows[at].cells, strict=True):
            font = SEMIBOLD if cell.strong else REGULAR
            color = look.theme.ink if cell.strong else look.theme.mute
            sheet.text(slot.x, y + high / 2, cell.text, font=font, color=color)
        if notes[at]:
            sheet.block(0, y + high - 0.3 * em, notes[at], color=look.theme.gap)
        sheet.area(0, y, sheet.width, heights[at], role, rows[at].id, _sentence(rows[at], heads))
        y += heights[at]
        sheet.rule(0, y, sheet.width, y)
    return len(pages), y + 1


def _lists(
    sheet: Sheet, rows: Sequence[Row], heads: Sequence[str], page: int, role: str
) -> tuple[int, float]:
    em, look = sheet.look.text, sheet.look
    most = max(1, int(sheet.height / look.line) - 5)
    blocks = [
        (
            fit(row.name, em, sheet.width, 2, SEMIBOLD),
            fit(_spelled(row, heads), em, sheet.width, most),
            fit(row.note, em, sheet.width, 2) if row.note else (),
        )
        for row in rows
    ]
    heights = [look.line * sum(map(len, block)) + 0.9 * em for block in blocks]
    pages = pages_of(heights, sheet.height)
    y = 0.0
    for at in turned_to(pages, page):
        name, words, note = blocks[at]
        below = sheet.block(0, y, name, font=SEMIBOLD)
        below = sheet.block(0, below, words)
        sheet.block(0, below, note, color=look.theme.gap)
        sheet.area(0, y, sheet.width, heights[at], role, rows[at].id, _sentence(rows[at], heads))
        y += heights[at]
    return len(pages), y


def _spelled(row: Row, heads: Sequence[str]) -> str:
    said: dict[str, list[str]] = {}
    for head, cell in zip(heads[1:], row.cells, strict=True):
        for word in (
            [_LETTERS.get(part, "") for part in cell.text.split()]
            if _is_letters(cell)
            else [cell.text]
        ):
            if word != "–":
                said.setdefault(word, []).append(head)
    return "; ".join(f"{word}: {listed(names)}" for word, names in said.items()) or "–"


def _is_letters(cell: Cell) -> bool:
    return all(part in _LETTERS for part in cell.text.split())


def _sentence(row: Row, heads: Sequence[str]) -> str:
    note = f" {row.note}" if row.note else ""
    return f"{row.name}: {_spelled(row, heads)}.{note}"
