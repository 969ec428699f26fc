# SPDX-License-Identifier: MIT
"""The workshop as a value: an immutable set of records by kind. It knows no kind by name."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from workshop.ids import Id
from workshop.record import Record, RuleError, noun

R = TypeVar("R", bound=Record)
Table = MappingProxyType[Id, Record]
_EMPTY: Table = MappingProxyType({})


class Workshop:
    """All records of one workshop; every change makes a new one that shares what stayed the same."""

    __slots__ = ("_tables",)

    def __init__(self, records: Iterable[Record] = ()) -> None:
        tables: dict[type[Record], dict[Id, Record]] = {}
        for record in records:
            tables.setdefault(type(record), {})[record.id] = record
        self._tables: Mapping[type[Record], Table] = {
            kind: MappingProxyType(table) for kind, table in tables.items()
        }

    @property
    def tables(self) -> Mapping[type[Record], Table]:
        """All records by kind and id; another mapping after every change."""
        return self._tables

    def of(self, kind: type[R]) -> Mapping[Id, R]:
        """Give the records of a kind by id, as a read-only mapping in no promised order."""
        return cast("Mapping[Id, R]", self._tables.get(kind, _EMPTY))

    def all(self, kind: type[R]) -> list[R]:
        """Give the records of a kind in the order in which they were made."""
        table = self.of(kind)
        return [table[id] for id in sorted(table)]

    def get(self, kind: type[R], id: Id) -> R:
        """Give one record, or raise RuleError if it is not (or no longer) there."""
        try:
            return self.of(kind)[id]
        except KeyError:
            raise RuleError(f"This {noun(kind)} is no longer in the workshop.") from None

    def kinds(self) -> Iterator[type[Record]]:
        """Give the kinds of which there is at least one record."""
        return (kind for kind, table in self.tables.items() if table)

    def records(self) -> Iterator[Record]:
        """Give every record."""
        for table in self.tables.values():
            yield from table.values()

    def put(self, records: Iterable[Record]) -> "Workshop":
        """Give the workshop with these records added, each in place of one with its kind and id."""
        changed: dict[type[Record], dict[Id, Record]] = {}
        for record in records:
            kind = type(record)
            if kind not in changed:
                changed[kind] = self._copy(kind)
            changed[kind][record.id] = record
        return self._with(changed)

    def without(self, kind: type[Record], ids: Iterable[Id]) -> "Workshop":
        """Give the workshop without these records; ids that are not there are passed over."""
        table = self._copy(kind)
        for id in ids:
            table.pop(id, None)
        return self._with({kind: table})

    def _copy(self, kind: type[Record]) -> dict[Id, Record]:
        return self.tables.get(kind, _EMPTY).copy()  # dict(table) would go key by key

    def _with(self, changed: Mapping[type[Record], dict[Id, Record]]) -> "Workshop":
        if not changed:
            return self
        new = Workshop()
        new._tables = {
            **self.tables,
            **{kind: MappingProxyType(table) for kind, table in changed.items()},
        }
        return new

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Workshop):
            return NotImplemented
        kinds = {*self.tables, *other.tables}
        return all(dict(self.of(kind)) == dict(other.of(kind)) for kind in kinds)

    __hash__ = None  # type: ignore[assignment]  # compared by content, never a key

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(table)} {noun(kind, len(table))}" for kind, table in self.tables.items()
        )
        return f"<Workshop: {counts or 'empty'}>"
