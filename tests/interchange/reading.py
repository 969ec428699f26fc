# SPDX-License-Identifier: MIT
"""Files read as Concord reads them, but without a process of their own, which takes its time."""

from pathlib import Path

from workshop.interchange.apart import READERS, answer, sheets_in
from workshop.interchange.sheet import Sheet
from workshop.interchange.source import read_source


def read_here(path: Path) -> list[Sheet]:
    """Give the sheets of a file."""
    if path.suffix not in READERS:
        return read_source(path)
    return sheets_in(path.name, answer(path.name, path.read_bytes()))
