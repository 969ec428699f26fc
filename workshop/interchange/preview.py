# SPDX-License-Identifier: MIT
"""How the first rows of a sheet are understood, cell by cell, before anything is imported."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from workshop.interchange.cells import CellError, Reading, text_of, understand
from workshop.interchange.dry_run import readings_of
from workshop.interchange.names import Names
from workshop.interchange.plan import Plan, SheetPlan
from workshop.interchange.references import find
from workshop.interchange.row_values import scaled
from workshop.interchange.rows import Row, rows_of
from workshop.interchange.sheet import Cell, Unreadable, is_blank
from workshop.record import Field, field, label_of

UNKNOWN = "unknown"


class Seen(NamedTuple):
    """A cell as it is in the source, and what it became; `fits` tells whether it became anything."""

    cell: str
    became: str
    fits: bool = True


class SeenRow(NamedTuple):
    """A row by its number in the source; cells by field."""

    number: int
    cells: dict[str, Seen]


def preview(
    sheet: SheetPlan, plan: Plan, names: Names, first: int = 0, most: int = 3
) -> list[SeenRow]:
    """Give some rows of a sheet as they are understood, from the `first` one on (from 0)."""
    if sheet.kind is None:
        return []
    readings = readings_of(sheet)
    rows = islice(rows_of(sheet), first, first + most)
    return [SeenRow(row.number, dict(_seen(sheet, row, readings, names, plan))) for row in rows]


def _seen(
    sheet: SheetPlan, row: Row, readings: dict[str, Reading], names: Names, plan: Plan
) -> Iterator[tuple[str, Seen]]:
    assert sheet.kind is not None
    for name, cell in row.cells.items():
        raw = text_of(cell)
        meant = plan.cells.get((row.columns.get(name, ""), raw), cell)
        how = readings.get(name, Reading())
        yield name, _understood(sheet, field(sheet.kind, name), raw, meant, how, names, plan)


def _understood(
    sheet: SheetPlan, described: Field, raw: str, cell: Cell, how: Reading,
    names: Names, plan: Plan,
) -> Seen:  # fmt: skip
    if is_blank(cell):
        return Seen(raw, UNKNOWN)
    if isinstance(cell, Unreadable):
        return Seen(raw, "not readable", False)
    if described.to:
        return _matched(described, raw, names, plan)
    try:
        return Seen(
            raw, shown(described, understand(described, scaled(sheet, described, cell, how), how))
        )
    except CellError as error:
        return Seen(raw, str(error), False)


def _matched(described: Field, raw: str, names: Names, plan: Plan) -> Seen:
    found = find(described, raw, names, plan)
    if not found:
        return Seen(raw, raw)
    return Seen(raw, names.called(described.to, found[0]), len(found) == 1)


def shown(described: Field, value: Any) -> str:
    """Give a value as a person reads it."""
    if value is None:
        return UNKNOWN
    match described.kind:
        case "flag":
            return "yes" if value else "no"
        case "choice":
            return label_of(described, value)
        case "words":
            return "; ".join(value)
        case "percent":
            return f"{value * 100:g}%"
        case "number" | "whole":
            return f"{value:,.12g}" if abs(value) < 1e12 else f"{value:g}"
    return text_of(value)
