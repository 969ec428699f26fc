# SPDX-License-Identifier: MIT
"""CSV and TSV in: the encoding and the delimiter are guessed, and said."""

import codecs
import csv
import io
from pathlib import Path

from workshop.interchange.problem import Problem, SourceError
from workshop.interchange.sheet import MOST_ROWS, Sheet, sheet_of, too_long

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def read_text(path: Path, data: bytes) -> Sheet:
    """Give the one sheet of a delimited text file; raise SourceError if it is not one."""
    if data.count(b"\n") > 4 * MOST_ROWS:  # lines within quotes make more lines than rows
        raise too_long(path.name, "")
    text, encoding = _decoded(path.name, data)
    if "\0" in text:
        raise SourceError(f"{path.name} is not a text file.")
    delimiter = guess_delimiter(text)
    notes = (_note(path.name, f"The text was read as {encoding}."),) if encoding else ()
    try:
        lines = io.StringIO(text, newline=None)  # old files end lines in odd ways
        return sheet_of(path.name, "", csv.reader(lines, delimiter=delimiter), notes)
    except csv.Error as error:
        raise SourceError(f"{path.name} cannot be read as rows of cells: {error}.") from None


def guess_delimiter(text: str) -> str:
    """Give the delimiter that cuts the first rows into the most columns, alike in every row."""
    start = text[:20_000].splitlines(keepends=True)[:30]
    return max(DELIMITERS, key=lambda delimiter: _evenness(start, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    if not widths or widths[0] < 2:
        return 0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError:
            raise SourceError(f"{name} is not a text file.") from None
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _note(name: str, sentence: str) -> Problem:
    return Problem(name, "", 0, "", sentence, "If letters look wrong, save it as UTF-8.", False)
