# SPDX-License-Identifier: MIT
"""The edits a table makes, as pure functions of the workshop, and small words about rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from widgets.forms.naming import fulfilled
from workshop import edits
from workshop.ids import Id
from workshop.record import Record
from workshop.state import Workshop


def changed(
    workshop: Workshop, kind: type[Record], values: Iterable[tuple[Id, dict[str, Any]]]
) -> Workshop:
    """Set fields of several records, adding those that are wished for by name."""
    plain = []
    for id, wished in values:
        workshop, found = fulfilled(workshop, wished)
        plain.append((id, found))
    return edits.change_many(workshop, kind, plain)


def with_new(workshop: Workshop, kind: type[Record], id: Id, values: dict[str, Any]) -> Workshop:
    """Add a record, and those it wishes for by name."""
    workshop, found = fulfilled(workshop, values)
    return edits.add(workshop, kind(id=id, **found))


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Give rising numbers as ranges without holes."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
