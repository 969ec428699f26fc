# SPDX-License-Identifier: MIT
"""Sheets: what every source becomes first, raw cells in rows, and how large one may be."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, NamedTuple

from workshop.interchange.problem import Problem, SourceError

MOST_ROWS = 50_000
MOST_COLUMNS = 2_000
MOST_CELLS = 2_000_000
MOST_BYTES = 32 * 1024 * 1024

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|x[0-9A-Fa-f]{4}_")
"""Characters, and look-alikes of their codes, that do not survive a workbook or XML."""


class Unreadable(str):
    """A cell that holds no value but an error, such as #REF!, or a formula never calculated."""

    __slots__ = ()


Cell = str | int | float | bool | date | datetime | time | None


class Sheet(NamedTuple):
    """The cells of one sheet, and where it came from; `name` is empty if the file has just one.

    `numbers` are the rows' numbers as the file's own program counts them. `notes` tell what was
    taken for granted in reading, such as the encoding.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]
    notes: tuple[Problem, ...] = ()
    is_hidden: bool = False
    """Hidden in its workbook; it is left out unless somebody says what it holds."""


def sheet_of(
    file: str, name: str, rows: Iterable[Iterable[Any]], notes: tuple[Problem, ...] = ()
) -> Sheet:
    """Make a sheet of rows numbered from 1; blank rows are left out. Raises SourceError if large."""
    return sheet_of_numbered(file, name, enumerate(rows, 1), notes)


def sheet_of_numbered(
    file: str,
    name: str,
    rows: Iterable[tuple[int, Iterable[Any]]],
    notes: tuple[Problem, ...] = (),
) -> Sheet:
    """Make a sheet of rows that come with their numbers."""
    kept: list[tuple[Cell, ...]] = []
    numbers: list[int] = []
    cells = 0
    for number, values in rows:
        if number > MOST_ROWS:
            raise too_long(file, name)
        row = _trimmed(tuple(values))
        cells += len(row)
        if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise too_wide(file, name)
        if row:
            kept.append(row)
            numbers.append(number)
    return Sheet(file, name, tuple(kept), tuple(numbers), notes)


def too_long(file: str, name: str) -> SourceError:
    """Give the error that says a sheet has more rows than Concord reads."""
    return SourceError(
        f"{_place(file, name)} has more than {MOST_ROWS:,} rows, which is the most Concord reads; "
        "keep the rows the workshop is about and import again."
    )


def too_wide(file: str, name: str) -> SourceError:
    """Give the error that says a sheet has more columns or cells than Concord reads."""
    return SourceError(
        f"{_place(file, name)} is too wide: Concord reads up to {MOST_COLUMNS:,} columns "
        f"and {MOST_CELLS:,} cells."
    )


def too_big(file: str) -> SourceError:
    """Give the error that says a file has more bytes than Concord reads."""
    return SourceError(f"{file} is larger than {MOST_BYTES >> 20} MB, the most Concord reads.")


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing but space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _trimmed(row: tuple[Any, ...]) -> tuple[Cell, ...]:
    end = len(row)
    while end and (row[end - 1] is None or row[end - 1] == ""):
        end -= 1
    return row[:end]


def _place(file: str, name: str) -> str:
    return f"Sheet {name} of {file}" if name else file
