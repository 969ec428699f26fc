# SPDX-License-Identifier: MIT
"""The verbs that work on records of every kind; stages add the verbs that are theirs alone."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from workshop.history import Change
from workshop.ids import Id
from workshop.integrity import pointing, targets
from workshop.record import Field, Record, RuleError, kind_name, noun, references
from workshop.state import Workshop


def add(workshop: Workshop, *records: Record) -> Workshop:
    """Add new records."""
    for record in records:
        if record.id in workshop.of(type(record)):
            raise RuleError(f"This {noun(type(record))} is already in the workshop.")
    return workshop.put(records)


def change(workshop: Workshop, of: type[Record], id: Id, **values: Any) -> Workshop:
    """Set fields of one record; its own rules are checked again."""
    record = workshop.get(of, id)
    if all(getattr(record, name) == value for name, value in values.items()):
        return workshop
    return workshop.put([msgspec.structs.replace(record, **values)])


def change_many(
    workshop: Workshop, kind: type[Record], values: Iterable[tuple[Id, dict[str, Any]]]
) -> Workshop:
    """Set fields of several records, as when a block of cells is pasted."""
    return workshop.put(
        msgspec.structs.replace(workshop.get(kind, id), **fields) for id, fields in values
    )


def remove(workshop: Workshop, kind: type[Record], ids: Iterable[Id]) -> Workshop:
    """Remove records and what cannot be without them; other references to them are taken out.

    A record whose required or binding reference leads to a removed one goes too; an optional
    reference becomes unknown; a list of references loses the entry.
    """
    doomed: list[tuple[type[Record], set[Id]]] = [(kind, set(ids))]
    while doomed:
        kind, gone = doomed.pop()
        workshop = workshop.without(kind, gone)
        for other in list(workshop.kinds()):
            for field in references(other):
                if kind_name(kind) in field.to:
                    workshop, orphans = _release(workshop, other, field, gone)
                    if orphans:
                        doomed.append((other, orphans))
    return workshop


def _release(
    workshop: Workshop, kind: type[Record], field: Field, gone: set[Id]
) -> tuple[Workshop, set[Id]]:
    hit = pointing(workshop, kind, field, gone)
    if field.kind == "reference" and (field.binding or not field.optional):
        return workshop, {record.id for record in hit}
    freed = []
    for record in hit:
        kept = tuple(id for id in targets(record, field) if id not in gone)
        value = kept if field.kind == "references" else None
        freed.append(msgspec.structs.replace(record, **{field.name: value}))
    return workshop.put(freed), set()


def what_went(changes: Sequence[Change], kind: type[Record]) -> str:
    """Say in a sentence what was removed along with records of a kind, or nothing."""
    counts: dict[type[Record], int] = {}
    for each in changes:
        if each.after is None and each.kind is not kind:
            counts[each.kind] = counts.get(each.kind, 0) + 1
    if not counts:
        return ""
    words = [f"{n} {noun(kind, n)}" for kind, n in counts.items()]
    listed = words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
    return f"Also removed: {listed}."
