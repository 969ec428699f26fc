# SPDX-License-Identifier: MIT
"""Which record of the workshop a row is about: the one it updates, or none, so that it is new."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workshop.ids import Id
from workshop.interchange.names import fold
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import DETAILS_ID, Details
from workshop.record import Record, fields

Key = tuple[Any, ...]


def key_fields(kind: type[Record]) -> tuple[str, ...]:
    """Give the fields that tell records of a kind apart: the unique ones, or the required ones."""
    required = [field.name for field in fields(kind) if field.required and field.name != "id"]
    return kind.unique or tuple(required)


class Matching:
    """The records that rows can be about, and those that rows of this import are about already."""

    def __init__(
        self, records: Iterable[Record], claimed: Iterable[tuple[type[Record], Id]]
    ) -> None:
        """Begin with the workshop's records; `claimed` are those a source names by id."""
        self._found: dict[tuple[type[Record], Key], list[Id]] = {}
        self._claimed = set(claimed)
        for record in records:
            if (type(record), record.id) not in self._claimed:
                self.add(record)

    def add(self, record: Record) -> None:
        """Let later rows find this record."""
        key = (type(record), _key(type(record), record))
        ids = self._found.setdefault(key, [])
        if record.id not in ids:
            ids.append(record.id)

    def claim(self, record: Record) -> None:
        """Take note that a row of this import is about this record."""
        self._claimed.add((type(record), record.id))
        self.add(record)

    def is_claimed(self, kind: type[Record], id: Id) -> bool:
        """Tell whether a row of this import is about this record."""
        return (kind, id) in self._claimed

    def candidates(self, record: Record) -> list[Id]:
        """Give the records the given one may be, those of the very same key first."""
        kind = type(record)
        if kind is Details:
            return [DETAILS_ID]
        ids = [id for key in _keys(kind, record) for id in self._found.get((kind, key), ())]
        return list(dict.fromkeys(ids))


def fixed_id(kind: type[Record], values: Mapping[str, Any]) -> Id | None:
    """Give the id a record must have by its kind, if it must."""
    if kind is Details:
        return DETAILS_ID
    return values.get("node") if kind is Placement else None


def _keys(kind: type[Record], record: Record) -> Iterator[Key]:
    yield _key(kind, record)
    if isinstance(record, Tie) and not record.directed:
        yield _tie_key(record, record.target, record.source)


def _key(kind: type[Record], record: Record) -> Key:
    if isinstance(record, Tie):
        return _tie_key(record, record.source, record.target)
    return tuple(_folded(getattr(record, name)) for name in key_fields(kind))


def _tie_key(tie: Tie, source: Id, target: Id) -> Key:
    return (source, target, fold(tie.relation), tie.directed)


def _folded(value: object) -> object:
    return fold(value) if isinstance(value, str) else value
