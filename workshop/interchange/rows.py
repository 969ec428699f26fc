# SPDX-License-Identifier: MIT
"""The rows of a planned sheet: cells by field, each with the header it stands under."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from workshop.interchange.cells import number, text_of
from workshop.interchange.plan import SheetPlan
from workshop.interchange.sheet import Cell, is_blank
from workshop.interchange.tie_answer import TieAnswer
from workshop.record import fold

NO_TIE = ("", "0", "-", "–", ".", "no", "n", "none")


class Row(NamedTuple):
    """One record to be, as cells by field; `columns` says under which header each cell stands."""

    number: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, str]
    code: str = ""


def rows_of(plan: SheetPlan) -> Iterator[Row]:
    """Give the rows of a sheet in the way its plan reads it; a matrix gives one for each cell."""
    if plan.holds == "records":
        return _listed(plan)
    if plan.holds == "tie_matrix":
        return _ties(plan) if plan.kind is not TieAnswer else _answers(plan)
    return _assets(plan)


def header_of(plan: SheetPlan, index: int) -> str:
    """Give the header of a column, or its number where it has none."""
    cells = plan.sheet.rows[plan.header]
    text = text_of(cells[index]) if index < len(cells) else ""
    return text or f"column {index + 1}"


def _listed(plan: SheetPlan) -> Iterator[Row]:
    columns = {
        field: header_of(plan, index) for index, field in sorted(plan.columns.items(), reverse=True)
    }
    start = plan.header + 1
    for line, row in zip(plan.sheet.numbers[start:], plan.sheet.rows[start:], strict=True):
        cells: dict[str, Cell] = {}
        for index, field in plan.columns.items():
            cell = row[index] if index < len(row) else None
            if field in cells and cell is not None:  # the rest of a text too long for one cell
                cell = f"{cells[field] or ''}{cell}"
            elif field in cells:
                continue
            cells[field] = cell
        if any(not is_blank(cell) for cell in cells.values()):
            code = row[plan.code] if plan.code is not None and plan.code < len(row) else None
            yield Row(line, cells, columns, text_of(code))


def _ties(plan: SheetPlan) -> Iterator[Row]:
    filled = list(_filled(plan))
    values = {(source, target): cell for _, source, target, cell in filled}
    twice = len(values) < len(filled)
    symmetric = not twice and all(values.get((b, a)) == cell for (a, b), cell in values.items())
    done: set[tuple[str, str]] = set()
    for line, source, target, cell in filled:
        if symmetric and (target, source) in done:
            continue
        done.add((source, target))
        cells: dict[str, Cell] = {"source": source, "target": target, "strength": cell}
        if not symmetric:
            cells["directed"] = True
        yield Row(line, cells, dict.fromkeys(cells, target) | {"source": header_of(plan, 0)})


def _answers(plan: SheetPlan) -> Iterator[Row]:
    """Give what each organization on the left says of each at the top; “none” is an answer, too."""
    header, *rows = plan.sheet.rows
    for line, row in zip(plan.sheet.numbers[1:], rows, strict=True):
        for name, cell in zip_longest(header[1:], row[1:]):
            source, target = text_of(row[0]), text_of(name)
            if not is_blank(cell) and fold(source) != fold(target):
                cells: dict[str, Cell] = {"source": source, "target": target, "strength": cell}
                yield Row(
                    line, cells, dict.fromkeys(cells, target) | {"source": header_of(plan, 0)}
                )


def _filled(plan: SheetPlan) -> Iterator[tuple[int, str, str, Cell]]:
    header, *rows = plan.sheet.rows
    for line, row in zip(plan.sheet.numbers[1:], rows, strict=True):
        for name, cell in zip_longest(header[1:], row[1:]):
            if not _is_no_tie(cell):
                yield line, text_of(row[0]), text_of(name), cell


def _is_no_tie(cell: Cell) -> bool:
    text = text_of(cell)
    return text.casefold() in NO_TIE or number(text) == 0


def _assets(plan: SheetPlan) -> Iterator[Row]:
    header, *rows = plan.sheet.rows
    for line, row in zip(plan.sheet.numbers[1:], rows, strict=True):
        for name, cell in zip_longest(header[1:], row[1:]):
            if not is_blank(cell):
                cells = {"organization": row[0], "capability": name, "level": cell}
                yield Row(line, cells, dict.fromkeys(cells, text_of(name)))
