# SPDX-License-Identifier: MIT
"""A workshop as sheets, one a kind, such that reading them gives the same workshop."""

import json
import re
from typing import Any

from workshop.integrity import targets
from workshop.interchange.cells import RAW
from workshop.interchange.names import Names, names_of
from workshop.interchange.sheet import UNSAFE, Cell, Sheet
from workshop.kinds import KINDS
from workshop.prepare.records import Details
from workshop.record import Field, Record, fields, label_of, noun
from workshop.state import Workshop

README = "Read me"
ID = "Id"
"""The header of record ids in sheets that Concord has made; people write ID or id for their own."""
MARK = "concord_id"
"""The attribute that holds them in graph files."""
LONGEST_CELL = 16_000
"""Characters a cell may have; a workbook's limit is 32,767 halves of them."""


def sheet_name(kind: type[Record]) -> str:
    """Give the name of the sheet that holds a kind."""
    return noun(kind, 1 if kind is Details else 2).capitalize()


def columns_of(kind: type[Record]) -> tuple[Field, ...]:
    """Give the fields of a kind in the order of the columns, the id last."""
    return tuple(sorted(fields(kind), key=lambda field: field.name == "id"))


def sheets_of(workshop: Workshop, file: str = "") -> list[Sheet]:
    """Give a sheet for each kind of which there are records."""
    names = names_of(workshop)
    return [sheet_for(kind, workshop, names, file) for kind in KINDS if workshop.of(kind)]


def sheet_for(kind: type[Record], workshop: Workshop, names: Names, file: str = "") -> Sheet:
    """Give the sheet of one kind: a row of labels, then a row for each record."""
    columns = columns_of(kind)
    header: tuple[Cell, ...] = tuple(field.label for field in columns)
    rows = [tuple(cell_of(record, f, names) for f in columns) for record in workshop.all(kind)]
    return Sheet(file, sheet_name(kind), (header, *rows), tuple(range(1, len(rows) + 2)))


def cell_of(record: Record, field: Field, names: Names) -> Cell:
    """Give the cell that stands for a field of a record; references are written as names."""
    value = getattr(record, field.name)
    if value is None or value == () or value == "":
        return None
    if field.to:
        words = [names.reference(field, id) for id in targets(record, field)]
        return "\n".join(words)
    match field.kind:
        case "choice":
            return label_of(field, value)
        case "flag":
            return "yes" if value else "no"
        case "words":
            return _joined(value)
        case "money":
            return value / 100  # type: ignore[no-any-return]  # whole cents
        case "text" | "long":
            return safe_text(value)
    return value  # type: ignore[no-any-return]  # numbers and dates are cells as they are


def safe_text(text: str) -> str:
    """Give the text, or where a sheet or XML cannot hold its characters, the text as JSON."""
    if not UNSAFE.search(text) and not text.startswith(RAW):
        return text
    return RAW + json.dumps(text).replace("x", r"\u0078")


def _joined(items: tuple[Any, ...]) -> str:
    plain = all(
        isinstance(item, str) and item and item == item.strip() and not re.search(r"[;\n]", item)
        for item in items
    )
    text = "; ".join(items) if plain else ""
    if plain and not text.startswith("[") and not UNSAFE.search(text):
        return text
    return json.dumps(items).replace("x", r"\u0078")
