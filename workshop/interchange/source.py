# SPDX-License-Identifier: MIT
"""The door for every source: which file it is, and its sheets."""

from pathlib import Path

from workshop.interchange.graph_file import read_graph
from workshop.interchange.json_file import MOST_BYTES as MOST_JSON
from workshop.interchange.json_file import read_json
from workshop.interchange.own_sheets import sheets_of
from workshop.interchange.problem import SourceError
from workshop.interchange.sheet import Sheet
from workshop.interchange.text_file import read_text
from workshop.interchange.xlsx_file import read_xlsx

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".tab", ".txt")
GRAPHS = (".graphml", ".gexf", ".xml")
PASTED = "the pasted cells"
SUFFIXES = (*WORKBOOKS, *TEXTS, *GRAPHS, ".json")


def read_source(path: Path) -> list[Sheet]:
    """Give the sheets of a file; raise SourceError with one sentence if it cannot be read."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES[:-1])
        raise SourceError(f"{path.name} is of no kind that Concord reads ({known} or .json).")
    data = _bytes(path)
    if suffix in WORKBOOKS:
        return read_xlsx(path, data)
    if suffix in TEXTS:
        return [read_text(path, data)]
    if suffix in GRAPHS:
        return read_graph(path, data)
    return sheets_of(read_json(path), path.name)


def read_pasted(text: str) -> Sheet:
    """Give the sheet that pasted cells are; raise SourceError if there are too many."""
    if not text.strip():
        raise SourceError(
            "There are no cells on the clipboard; copy them in the spreadsheet first."
        )
    return read_text(Path(PASTED), text.encode())


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_JSON + 1)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.") from None
    if not data:
        raise SourceError(f"{path.name} is empty.")
    return data
