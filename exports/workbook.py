# SPDX-License-Identifier: MIT
"""The workshop as an Excel workbook that reads back to the same workshop, and the blank template."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from exports.atomic import write_whole
from exports.workbook_words import ABOUT_COPY, ABOUT_TEMPLATE, describe
from resources.theme import LIGHT
from workshop.future_state.records import Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.names import names_of
from workshop.interchange.own_sheets import (
    LONGEST_CELL,
    README,
    columns_of,
    sheet_for,
    sheet_name,
)
from workshop.interchange.sheet import Cell
from workshop.kinds import KINDS
from workshop.partners.records import Tie
from workshop.prepare.records import Organization, Participant
from workshop.record import Field, Record
from workshop.state import Workshop

TEMPLATE_KINDS: tuple[type[Record], ...] = (
    Organization, Participant, Factor, Statement, Measure, Capability, Need, Asset, Tie,
)  # fmt: skip
"""What participants can fill in before the retreat."""

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_FIRST_YEAR = 1901  # Excel counts a 29th of February 1900 that never was
_MOST_LIST_LETTERS = 255
"""What a spreadsheet takes as the choices of a cell, commas included."""
_ROWS_TO_FILL = 1000
_FORMATS = {
    "date": "yyyy-mm-dd", "time": "hh:mm:ss", "percent": "0.##%", "money": "#,##0.00", "text": "@",
}  # fmt: skip
_WIDTHS = {"long": 48, "text": 28, "words": 28, "reference": 28, "references": 36, "moment": 28}


class _Book:
    """A workbook being written, with its formats."""

    def __init__(self) -> None:
        self._whole = BytesIO()
        self.file = xlsxwriter.Workbook(self._whole, _OPTIONS)
        self.header = self.file.add_format(
            {"bold": True, "bg_color": LIGHT.deep, "font_color": LIGHT.paper, "valign": "top"}
        )
        self.title = self.file.add_format({"bold": True, "font_size": 16})
        self.wrapped = self.file.add_format({"text_wrap": True, "valign": "top"})
        self.formats = {
            kind: self.file.add_format({"num_format": form, "valign": "top"})
            for kind, form in _FORMATS.items()
        }

    def data(self) -> bytes:
        """Give the finished workbook; nothing can be added afterward."""
        self.file.close()
        return self._whole.getvalue()

    def format_of(self, field: Field) -> Any:
        """Give the format of a field's cells."""
        return self.formats.get(field.kind if field.kind != "text" else "", self.wrapped)


def write_workbook(workshop: Workshop, path: Path) -> None:
    """Write all records of the workshop as it is given, one sheet a kind, after a first one on use."""
    names = names_of(workshop)
    book = _Book()
    _write_about(book, ABOUT_COPY)
    for kind in KINDS:
        if workshop.of(kind):
            _header, *rows = sheet_for(kind, workshop, names).rows
            _write_kind(book, kind, columns_of(kind), rows)
    write_whole(path, book.data())


def write_template(path: Path) -> None:
    """Write a blank workbook to send round: headers, hints as comments, choices to choose from."""
    book = _Book()
    _write_about(book, ABOUT_TEMPLATE)
    for kind in TEMPLATE_KINDS:
        fields = [f for f in columns_of(kind) if not (f.hidden or f.private)]
        sheet = _write_kind(book, kind, fields, [])
        for index, field in enumerate(fields):
            if hint := describe(field):
                sheet.write_comment(0, index, hint, {"x_scale": 1.6})
    write_whole(path, book.data())


def _write_about(book: _Book, lines: Sequence[str]) -> None:
    sheet = book.file.add_worksheet(README)
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, book.wrapped if row else book.title)


def _write_kind(
    book: _Book, kind: type[Record], fields: Sequence[Field], rows: Sequence[Sequence[Cell]]
) -> Any:
    sheet = book.file.add_worksheet(sheet_name(kind))
    sheet.freeze_panes(1, 0)
    column = 0
    for index, field in enumerate(fields):
        form = book.format_of(field)
        parts = [list(_parts(row[index])) for row in rows]
        count = max(map(len, parts), default=1) or 1
        for part in range(count):
            label = field.label if part == 0 else f"{field.label} ({part + 1})"
            sheet.write_string(0, column, label, book.header)
            sheet.set_column(column, column, _width(field), form)
            for row, cells in enumerate(parts, 1):
                if part < len(cells):
                    _write(sheet, row, column, cells[part], form)
            column += 1
        _add_choices(sheet, column - count, field, max(len(rows), _ROWS_TO_FILL))
    return sheet


def _parts(cell: Cell) -> Iterator[Cell]:
    """Cut a text that is too long for one cell."""
    if isinstance(cell, str):
        yield from (cell[n : n + LONGEST_CELL] for n in range(0, len(cell), LONGEST_CELL))
    elif cell is not None:
        yield cell


def _width(field: Field) -> int:
    return 6 if field.name == "id" else max(_WIDTHS.get(field.kind, 14), len(field.label) + 2)


def _write(sheet: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, form)
    elif isinstance(cell, int | float) and float(f"{cell:.16G}") == cell:
        sheet.write_number(row, column, cell, form)
    elif isinstance(cell, int | float):  # a workbook keeps 16 digits
        sheet.write_string(row, column, repr(cell), form)
    elif _fits(cell):
        sheet.write_datetime(row, column, cell, form)
    elif isinstance(cell, date | time):
        sheet.write_string(row, column, cell.isoformat(), form)


def _fits(cell: Cell) -> bool:
    if isinstance(cell, time):
        return cell.tzinfo is None and not cell.microsecond
    return isinstance(cell, date) and not isinstance(cell, datetime) and cell.year >= _FIRST_YEAR


def _add_choices(sheet: Any, column: int, field: Field, rows: int) -> None:
    labels = [label for _, label in field.choices] or ["yes", "no"]
    if field.kind in ("choice", "flag") and len(",".join(labels)) <= _MOST_LIST_LETTERS:
        options: dict[str, Any] = {"validate": "list", "source": labels}
    elif field.kind == "whole" and field.low is not None and field.high is not None:
        bounds = {"minimum": field.low, "maximum": field.high}
        options = {"validate": "integer", "criteria": "between", **bounds}
    else:
        return
    options |= {"error_title": field.label, "error_message": describe(field)[:255]}
    sheet.data_validation(1, column, rows, column, options)
