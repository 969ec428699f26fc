# SPDX-License-Identifier: MIT
"""Names of records, and records by their names: what a person types where a reference is meant."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from workshop.ids import Id, new_id
from workshop.kinds import BY_NAME
from workshop.record import Field, Record, RuleError, fields, fold, noun, references
from workshop.state import Workshop

MAKEABLE = ("organization", "participant", "capability")
"""Kinds of which a name says enough to add one while typing into another record."""

_TELLING = 2
"""So many letters tell a name by a word within it."""


class NewName(NamedTuple):
    """A record that is wished for by its name and will be added with the edit that uses it."""

    kind: type[Record]
    name: str


def name_of(workshop: Workshop, record: Record) -> str:
    """Give the words that stand for a record in lists; it is what the record says, or leads to.

    What a sealed record says is told nowhere, so that only what it leads to stands for it.
    """
    if text := _name_by_owner(workshop, record):
        return text
    if type(record).sealed:
        return _name_by_references(workshop, record)
    texts = [each for each in fields(type(record)) if each.kind in ("text", "long")]
    own = [each for each in texts if not (each.private or each.hidden)]
    own.sort(key=lambda each: (not each.required, bool(each.suggest)))
    plain = (getattr(record, each.name) for each in own if not each.suggest)
    if text := next(filter(None, plain), ""):
        return " ".join(str(text).split())
    return _name_by_references(workshop, record)


def name_at(workshop: Workshop, field: Field, id: Id) -> str:
    """Give the name of the record a reference leads to."""
    for kind in field.to:
        record = workshop.of(BY_NAME[kind]).get(id)
        if record is not None:
            return name_of(workshop, record)
    return ""


def names(workshop: Workshop, field: Field) -> list[tuple[str, Id]]:
    """Give what a reference may lead to, by name."""
    found = [
        (name_of(workshop, record), record.id)
        for kind in field.to
        for record in workshop.of(BY_NAME[kind]).values()
    ]
    return sorted(found, key=lambda each: (each[0].casefold(), each[1]))


def fitting(workshop: Workshop, field: Field, text: str) -> list[tuple[str, Id]]:
    """Give what a text may stand for: of this very name, or with the text at the start of a word."""
    wanted, found = fold(text), names(workshop, field)
    if exact := [each for each in found if fold(each[0]) == wanted]:
        return exact
    if begun := [each for each in found if wanted and fold(each[0]).startswith(wanted)]:
        return begun
    starts = re.compile(rf"(?<!\w){re.escape(wanted)}")
    is_telling = len(wanted) >= _TELLING
    return [each for each in found if is_telling and starts.search(fold(each[0]))]


def makeable(field: Field) -> type[Record] | None:
    """Give the kind that can be added by typing a new name into a reference, if there is one."""
    return BY_NAME[field.to[0]] if len(field.to) == 1 and field.to[0] in MAKEABLE else None


def meant(workshop: Workshop, field: Field, text: str) -> Id | NewName:
    """Give the record a text means: of this very name, or a new one; RuleError if neither."""
    wanted = fold(text)
    kind = makeable(field)
    for name, id in names(workshop, field):
        if fold(name) == wanted:
            return id
    if kind is not None:
        return NewName(kind, " ".join(text.split()))
    what = " or ".join(noun(BY_NAME[each]) for each in field.to)
    raise RuleError(f"{field.label}: there is no {what} “{text.strip()[:60]}”.")


def naming_field(kind: type[Record]) -> str:
    """Give the field that a name typed for a new record goes into."""
    return next(each.name for each in fields(kind) if each.required and each.kind == "text")


def fulfilled(workshop: Workshop, values: Mapping[str, Any]) -> tuple[Workshop, dict[str, Any]]:
    """Add the records that are wished for by name; give the workshop with them and plain values."""
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, NewName):
            workshop, plain[name] = _made(workshop, value)
        elif isinstance(value, tuple) and any(isinstance(each, NewName) for each in value):
            workshop, plain[name] = _made_all(workshop, value)
        else:
            plain[name] = value
    return workshop, plain


def _made_all(workshop: Workshop, value: Iterable[Any]) -> tuple[Workshop, tuple[Id, ...]]:
    ids: list[Id] = []
    for each in value:
        if isinstance(each, NewName):
            workshop, id = _made(workshop, each)
            ids.append(id)
        else:
            ids.append(each)
    return workshop, tuple(dict.fromkeys(ids))


def _made(workshop: Workshop, wish: NewName) -> tuple[Workshop, Id]:
    for record in workshop.of(wish.kind).values():
        if fold(name_of(workshop, record)) == fold(wish.name):
            return workshop, record.id
    values: dict[str, Any] = {naming_field(wish.kind): wish.name}
    made = wish.kind(id=new_id(), **values)
    return workshop.put([made]), made.id


def _name_by_owner(workshop: Workshop, record: Record) -> str:
    """Give the name of what there can be only one such record of, as a candidate of its organization."""
    kind = type(record)
    if len(kind.unique) != 1:
        return ""
    owner = next(each for each in fields(kind) if each.name == kind.unique[0])
    id = getattr(record, owner.name)
    return name_at(workshop, owner, id) if owner.kind == "reference" and id else ""


def _name_by_references(workshop: Workshop, record: Record) -> str:
    parts = []
    for field in references(type(record)):
        id = getattr(record, field.name)
        if field.kind == "reference" and field.required and id:
            parts.append(name_at(workshop, field, id))
    return " · ".join(filter(None, parts)) or noun(type(record)).capitalize()
