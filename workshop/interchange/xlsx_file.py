# SPDX-License-Identifier: MIT
"""Excel workbooks in: measured before they are opened, values only, never a formula run."""

import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

import openpyxl

from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import (
    MOST_ROWS,
    Sheet,
    sheet_of_numbered,
    too_long,
)
from workshop.interchange.sheet_xml import Book, cells_of

MOST_MEMBERS = 2_000
MOST_UNPACKED = 128 * 1024 * 1024
_CHUNK = 1024 * 1024
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CUT = re.compile(rb"<[^\s/>]{0,64}\Z")
"""A tag whose name goes on in the next chunk."""
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"')
_XML = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
"""How a part begins that is read as XML, whatever its name says."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old spreadsheet programs begin, and those locked with a password."""


def read_xlsx(path: Path, data: bytes) -> list[Sheet]:
    """Give the sheets of a workbook; raise SourceError if it is too large, hostile or damaged."""
    if data.startswith(_OLD):
        raise SourceError(
            f"{path.name} is locked with a password, or was written by an old program; "
            "open it there and save it as .xlsx without a password."
        )
    try:
        _measure(path.name, data)
        return _sheets(path.name, data)
    except SourceError:
        raise
    except Exception:  # openpyxl raises whatever it stumbles over in a damaged file
        raise SourceError(f"{path.name} is not a readable Excel workbook (.xlsx).") from None


def _measure(name: str, data: bytes) -> None:
    """Refuse what is too large or no plain XML."""
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
        for member in members:
            _scan(name, archive, member)


def _dimension(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    with archive.open(member) as file:
        found = _DIMENSION.search(file.read(4096))
    return int(found[1]) if found else 0


def _scan(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    rows, tail = 0, b""
    is_sheet = member.filename.startswith("xl/worksheets/")
    with archive.open(member) as file:
        first = file.read(_CHUNK)
        if not member.filename.endswith((".xml", ".rels")) and not _XML.match(first):
            return
        while first:
            text = tail + first
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in first:
                raise SourceError(f"{name} holds XML that no spreadsheet program writes.")
            rows += len(_ROW.findall(text)) if is_sheet else 0
            if rows > MOST_ROWS:
                raise too_long(name, "")
            tail = found[0] if (found := _CUT.search(text)) else b""
            first = file.read(_CHUNK)


def _sheets(name: str, data: bytes) -> list[Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that are not read here
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        if not book.worksheets:
            raise SourceError(f"{name} has no sheet of cells that can be read.")
        return [_sheet(name, book, each) for each in book.worksheets]
    finally:
        book.close()


def _sheet(file: str, book: Any, sheet: Any) -> Sheet:
    # openpyxl knows all this, but its own way through the cells is too slow and too trusting.
    shared = Book(
        sheet._shared_strings,  # noqa: SLF001  # as said above
        frozenset(book._date_formats),  # noqa: SLF001
        frozenset(book._timedelta_formats),  # noqa: SLF001
        book.epoch,
    )
    is_hidden = sheet.sheet_state != "visible"
    with sheet._get_source() as source:  # noqa: SLF001
        rows = cells_of(file, sheet.title, source, shared)
        return sheet_of_numbered(file, sheet.title, rows)._replace(is_hidden=is_hidden)
