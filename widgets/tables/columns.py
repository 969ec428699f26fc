# SPDX-License-Identifier: MIT
"""Columns of a table: a field of the record, or words worked out from it; and what they sort by."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from widgets.forms.values import is_level, shown, typed
from widgets.tables.row_edits import leaf, root
from workshop.ids import Id
from workshop.kinds import BY_NAME
from workshop.record import Field, Record, fields
from workshop.record import field as field_of
from workshop.state import Workshop

Words = Callable[[Workshop, Any], str]


class Column(NamedTuple):
    """A column: give `name` for a field of the record, or `text` (and perhaps `sort`) to compute.

    `capability.name` names a field of the record that the reference `capability` leads to: it is
    edited there, and a new row adds that record too. `width` is in letters of middle width; 0 lets the field decide. `strong` prints it heavier.
    """

    title: str = ""
    name: str = ""
    text: Words | None = None
    sort: Callable[[Workshop, Any], Any] | None = None
    width: int = 0
    strong: bool = False


class Prepared(NamedTuple):
    """A column with the field it shows, if it shows one."""

    column: Column
    field: Field | None
    via: Field | None = None
    """The reference that leads to the record of the field, where it is not the row's own."""

    @property
    def title(self) -> str:
        """What stands above the column."""
        return self.column.title or (self.field.label if self.field else "")

    @property
    def is_level(self) -> bool:
        """Whether it shows dots."""
        return self.field is not None and is_level(self.field)

    @property
    def is_flag(self) -> bool:
        """Whether it shows a check mark."""
        return self.field is not None and self.field.kind == "flag"

    @property
    def wraps(self) -> bool:
        """Whether its text may take several lines."""
        kinds = ("long", "text", "reference", "references", "words")
        return self.field is None or self.field.kind in kinds

    def value(self, workshop: Workshop, record: Record) -> Any:
        """Give the value of the field in a record, None for a computed column."""
        if self.field is None:
            return None
        if self.via is None:
            return getattr(record, self.field.name)
        linked = workshop.of(BY_NAME[self.via.to[0]]).get(getattr(record, self.via.name))
        return getattr(linked, leaf(self.field.name)) if linked else None

    def words(self, workshop: Workshop, record: Record) -> str:
        """Give what the cell shows."""
        if self.column.text is not None:
            return self.column.text(workshop, record)
        return shown(workshop, self.field, self.value(workshop, record)) if self.field else ""

    def copied(self, workshop: Workshop, record: Record) -> str:
        """Give what the cell is copied as."""
        if self.column.text is not None or self.field is None:
            return self.words(workshop, record)
        return typed(workshop, self.field, self.value(workshop, record))


def prepare(kind: type[Record], columns: Sequence[Column | str] | None) -> list[Prepared]:
    """Give the columns of a table; without any, one for each field that is not hidden or private."""
    if columns is None:
        columns = [f.name for f in fields(kind) if not (f.hidden or f.private)]
    made = []
    for each in columns:
        column = Column(name=each) if isinstance(each, str) else each
        made.append(_prepared(kind, column))
    return made


def _prepared(kind: type[Record], column: Column) -> Prepared:
    if "." not in column.name:
        return Prepared(column, field_of(kind, column.name) if column.name else None)
    via = field_of(kind, root(column.name))
    linked = field_of(BY_NAME[via.to[0]], leaf(column.name))
    return Prepared(column, linked._replace(name=column.name), via)


def ordered(
    workshop: Workshop, records: Iterable[Record], prepared: Prepared | None, *, down: bool
) -> list[Id]:
    """Give ids in the order of a column, unknown last either way; without one as they were made."""
    by_making = sorted(records, key=lambda record: record.id)
    if prepared is None:
        return [record.id for record in by_making]
    known, unknown = [], []
    for record in by_making:
        key = _key(workshop, prepared, record)
        if key is None or key == "":
            unknown.append(record.id)
        else:
            known.append((key, record.id))
    known.sort(key=lambda pair: pair[0], reverse=down)
    return [id for _, id in known] + unknown


def _key(workshop: Workshop, prepared: Prepared, record: Record) -> Any:
    if prepared.column.sort is not None:
        return prepared.column.sort(workshop, record)
    field, value = prepared.field, prepared.value(workshop, record)
    if field is None or field.kind in ("text", "long", "words", "reference", "references"):
        return prepared.copied(workshop, record).casefold()
    if field.kind == "choice" and value is not None:
        return [choice for choice, _ in field.choices].index(value)
    return value
