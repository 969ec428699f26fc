# SPDX-License-Identifier: MIT
"""Excel workbooks in: measured before they are opened, values only, never a formula run."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import (
    MOST_BYTES,
    MOST_ROWS,
    Cell,
    Sheet,
    Unreadable,
    sheet_of,
    too_big,
    too_long,
)

MOST_MEMBERS = 2_000
MOST_UNPACKED = 128 * 1024 * 1024
_CHUNK = 1024 * 1024
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CUT = re.compile(rb"<[^\s/>]{0,64}\Z")
"""A tag whose name goes on in the next chunk."""
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"')


def read_xlsx(path: Path, data: bytes) -> list[Sheet]:
    """Give the sheets of a workbook; raise SourceError if it is too large, hostile or damaged."""
    if len(data) > MOST_BYTES:
        raise too_big(path.name)
    try:
        has_formulas = _measure(path.name, data)
        return _sheets(path.name, data, has_formulas)
    except SourceError:
        raise
    except Exception:  # openpyxl raises whatever it stumbles over in a damaged file
        raise SourceError(f"{path.name} is not a readable Excel workbook (.xlsx).") from None


def _measure(name: str, data: bytes) -> bool:
    """Refuse what is too large or no plain XML, and tell whether there are formulas."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise SourceError(f"{name} has more parts than a workbook has.")
        sheets = [m for m in members if m.filename.startswith("xl/worksheets/")]
        if any(_dimension(archive, member) > MOST_ROWS for member in sheets):
            raise too_long(name, "")
        if sum(member.file_size for member in members) > MOST_UNPACKED:
            limit = MOST_UNPACKED >> 20
            raise SourceError(f"{name} unpacks to more than {limit} MB, the most Concord reads.")
        xml = [m for m in members if m.filename.endswith((".xml", ".rels"))]
        found = [_scan(name, archive, member) for member in xml]
        return any(found)


def _dimension(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    with archive.open(member) as file:
        found = _DIMENSION.search(file.read(4096))
    return int(found[1]) if found else 0


def _scan(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    rows, formulas, tail = 0, False, b""
    is_sheet = member.filename.startswith("xl/worksheets/")
    with archive.open(member) as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            text = tail + chunk
            if b"<!DOCTYPE" in text or b"\0" in chunk:
                raise SourceError(f"{name} holds XML that no spreadsheet program writes.")
            rows += len(_ROW.findall(text)) if is_sheet else 0
            if rows > MOST_ROWS:
                raise too_long(name, "")
            formulas = formulas or (is_sheet and bool(_FORMULA.search(text)))
            tail = found[0] if (found := _CUT.search(text)) else b""
    return formulas


def _sheets(name: str, data: bytes, has_formulas: bool) -> list[Sheet]:
    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if has_formulas else None
    try:
        return [
            sheet_of(name, each.title, _rows(each, formulas[each.title] if formulas else None))
            for each in values.worksheets
            if each.sheet_state == "visible"
        ]
    finally:
        values.close()
        if formulas:
            formulas.close()


def _rows(values: Any, formulas: Any | None) -> Iterator[tuple[Cell, ...]]:
    values.reset_dimensions()
    if formulas is None:
        yield from (tuple(_value(cell) for cell in row) for row in values.iter_rows())
        return
    formulas.reset_dimensions()
    for row, written in zip(values.iter_rows(), formulas.iter_rows(), strict=False):
        pairs = zip(row, written, strict=False)
        yield tuple(_calculated(cell, formula) for cell, formula in pairs)


def _value(cell: object) -> Cell:
    value: Cell = getattr(cell, "value", None)
    return Unreadable(value) if getattr(cell, "data_type", "") == "e" else value


def _calculated(cell: object, formula: object) -> Cell:
    value = _value(cell)
    if value is None and _value(formula) is not None:
        return Unreadable("a formula that was never calculated")
    return value
