# SPDX-License-Identifier: MIT
"""The edits a table makes, as pure functions of the workshop, and small words about rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from widgets.forms.naming import NewName, fulfilled, naming_field
from workshop import edits
from workshop.ids import Id
from workshop.kinds import BY_NAME
from workshop.record import Record
from workshop.record import field as field_of
from workshop.state import Workshop


def changed(
    workshop: Workshop, kind: type[Record], values: Iterable[tuple[Id, dict[str, Any]]]
) -> Workshop:
    """Set fields of several records, adding those that are wished for by name."""
    plain = []
    for id, wished in values:
        workshop, found = fulfilled(workshop, {n: v for n, v in wished.items() if "." not in n})
        plain.append((id, found))
        workshop = _linked_changed(workshop, workshop.get(kind, id), wished)
    return edits.change_many(workshop, kind, plain)


def with_new(workshop: Workshop, kind: type[Record], id: Id, values: dict[str, Any]) -> Workshop:
    """Add a record, and those it wishes for by name or by the fields of a linked record."""
    own = {name: value for name, value in values.items() if "." not in name}
    for name, value in values.items():
        linked = BY_NAME[field_of(kind, root(name)).to[0]] if "." in name else None
        if linked and root(name) not in own and leaf(name) == naming_field(linked):
            own[root(name)] = NewName(linked, value)
    workshop, found = fulfilled(workshop, own)
    record = kind(id=id, **found)
    return _linked_changed(edits.add(workshop, record), record, values)


def root(name: str) -> str:
    """Give the field of the row's own record that a column's name begins with."""
    return name.partition(".")[0]


def leaf(name: str) -> str:
    """Give the field that a column's name ends with, in the row's own record or a linked one."""
    return name.rpartition(".")[2]


def _linked_changed(workshop: Workshop, record: Record, values: dict[str, Any]) -> Workshop:
    """Set those fields that belong to records the row leads to."""
    for name, value in values.items():
        if "." in name:
            linked = BY_NAME[field_of(type(record), root(name)).to[0]]
            id = getattr(record, root(name))
            workshop = edits.change(workshop, linked, id, **{leaf(name): value})
    return workshop


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
