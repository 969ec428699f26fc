# SPDX-License-Identifier: MIT
"""The door for every source: which file it is, and its sheets."""

from collections.abc import Callable
from os import fstat
from pathlib import Path
from typing import IO

from workshop.interchange.apart import READERS, read_apart
from workshop.interchange.json_file import read_json
from workshop.interchange.own_sheets import sheets_of
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import MOST_BYTES, Sheet, too_big
from workshop.interchange.text_file import read_text

TEXTS = (".csv", ".tsv", ".tab", ".txt")
PASTED = "the pasted cells"
SUFFIXES = (*READERS, *TEXTS, ".json")
_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
"""Spreadsheets that have to be saved in another form first."""


def read_source(path: Path, go_on: Callable[[], object] = bool) -> list[Sheet]:
    """Give the sheets of a file; raise SourceError with one sentence if it cannot be read.

    `go_on` is asked every so often; it may raise to end the reading.
    """
    suffix = path.suffix.casefold()
    if suffix in _OTHERS:
        raise SourceError(f"Concord does not read {suffix} files; save {path.name} as .xlsx first.")
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES[:-1])
        raise SourceError(f"{path.name} is of no kind that Concord reads ({known} or .json).")
    if suffix == ".json":
        return sheets_of(read_json(path), path.name)
    try:
        with path.open("rb") as file:
            _check_size(path.name, file)
            if suffix in TEXTS:
                return [read_text(path, file.read())]
            return read_apart(path, file, go_on)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.") from None


def read_pasted(text: str) -> Sheet:
    """Give the sheet that pasted cells are; raise SourceError if there are too many."""
    if not text.strip():
        raise SourceError(
            "There are no cells on the clipboard; copy them in the spreadsheet first."
        )
    return read_text(Path(PASTED), text.encode())


def _check_size(name: str, file: IO[bytes]) -> None:
    size = fstat(file.fileno()).st_size
    if not size:
        raise SourceError(f"{name} is empty.")
    if size > MOST_BYTES:
        raise too_big(name)
