# SPDX-License-Identifier: MIT
"""A block of cells into the rows of a table: good cells are kept, each bad one gets a sentence."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from widgets.forms.values import read
from widgets.tables.columns import Prepared
from widgets.tables.row_edits import changed, root, with_new
from widgets.tables.rows_by_name import RowsByName
from workshop.ids import Id, new_id
from workshop.integrity import identity
from workshop.record import Field, Record, RuleError, fields, fold, noun
from workshop.state import Workshop

Row = dict[str, Any]


class Place(NamedTuple):
    """Where a block goes: the rows it falls on (those beyond are new) and its first column."""

    ids: Sequence[Id]
    column: int
    defaults: Callable[[], Row]
    shown: Sequence[Id] = ()
    """All rows of the table, for a block whose rows are found by name."""


class Pasted(NamedTuple):
    """The workshop after pasting, and what there is to say about it."""

    workshop: Workshop
    changed: int
    added: int
    same: int
    problems: list[str]
    is_by_name: bool


def paste(
    workshop: Workshop,
    kind: type[Record],
    columns: Sequence[Prepared],
    block: Sequence[Sequence[str]],
    place: Place,
) -> Pasted:
    """Put a block of cells into a workshop, row by row.

    Rows under headers that name them go to the records of that name, and a blank cell in them
    says nothing; any other block falls on the rows from the current one on.
    """
    pasting = _Pasting(workshop, kind, place.defaults)
    targets, first = _by_header(kind, columns, block[0], pasting.problems), 1
    by_name = RowsByName(kind, targets or (), place.shown)
    if targets is None:
        targets, first = list(columns[place.column :]), 0
    if by_name:
        by_name.read(workshop)
    for number, cells in enumerate(block[first:], first + 1):
        values = pasting.read_row(number, targets, cells, blanks=not by_name)
        if by_name:
            pasting.put_by_name(number, cells, values, by_name)
        else:
            at = number - first - 1
            pasting.put(number, place.ids[at] if at < len(place.ids) else None, values)
    counts = (pasting.changed, pasting.added, pasting.same)
    return Pasted(pasting.workshop, *counts, pasting.problems, bool(by_name))


def summary(pasted: Pasted, kind: type[Record], before: Mapping[Any, int]) -> str:
    """Say in a sentence what pasting did."""
    parts = []
    if pasted.added:
        parts.append(f"{pasted.added} {noun(kind, pasted.added)} added")
    if pasted.changed:
        parts.append(f"{pasted.changed} {noun(kind, pasted.changed)} changed")
    for other in pasted.workshop.kinds():
        more = len(pasted.workshop.of(other)) - before.get(other, 0)
        if other is not kind and more:
            parts.append(f"{more} new {noun(other, more)}")
    if not parts:
        return "Nothing changed."
    if pasted.same and pasted.is_by_name:
        parts.append(f"{pasted.same} as before")
    how = "Pasted by name" if pasted.is_by_name else "Pasted"
    return f"{how}: {', '.join(parts)}. Ctrl+Z takes it back."


def _by_header(
    kind: type[Record], columns: Sequence[Prepared], cells: Sequence[str], problems: list[str]
) -> list[Prepared | None] | None:
    """Give the column each cell of a header names, or None if the row is no header."""
    by_title = {fold(each.title): each for each in columns}
    by_title |= {fold(each.field.label): each for each in columns if each.field}
    named = next((each for each in columns if each.field and each.field.name == "name"), None)
    if named:  # lists of organizations are often headed "Organization"
        by_title.setdefault(fold(noun(kind)), named)
    found = [by_title.get(fold(cell)) for cell in cells]
    if sum(each is not None for each in found) * 2 <= len([c for c in cells if c.strip()]):
        return None
    for cell, column in zip(cells, found, strict=True):
        if column is None and cell.strip():
            problems.append(f"There is no column “{cell.strip()[:60]}”; its cells were left out.")
    return found


class _Pasting:
    """The workshop while rows are put into it, with what identifies each record."""

    def __init__(self, workshop: Workshop, kind: type[Record], defaults: Callable[[], Row]) -> None:
        self.workshop, self.kind, self.defaults = workshop, kind, defaults
        self.problems: list[str] = []
        self.changed = self.added = self.same = 0
        self._read: dict[tuple[str, str], Any] = {}
        self._taken = {_key(r): r.id for r in workshop.of(kind).values()}

    def read_row(
        self, number: int, targets: Sequence[Prepared | None], cells: Sequence[str], blanks: bool
    ) -> Row:
        """Give the values of a row; what cannot be read is left out and said.

        `blanks` tells whether a blank cell says that something is unknown, or nothing.
        """
        values: Row = {}
        for target, cell in zip(targets, cells, strict=False):
            if target is not None and target.field is not None and (blanks or cell.strip()):
                try:
                    values[target.field.name] = self._value(target.field, cell)
                except RuleError as wrong:
                    self._say(number, str(wrong))
        if any(cell.strip() for cell in cells[len(targets) :]):
            self._say(number, "there are more cells than columns; the rest was left out.")
        return values

    def put(self, number: int, id: Id | None, values: Row) -> Id | None:
        """Change a record, or add one if there is anything to add; give its id."""
        if id:
            self.change(number, id, values)
        elif _says_something(values):
            return self.add(number, values)
        return id

    def put_by_name(self, number: int, cells: Sequence[str], values: Row, rows: RowsByName) -> None:
        """Change the record a row names, or add it; what cannot be told apart is left as it is."""
        found = rows.find(cells)
        if len(found) > 1:
            self._say(number, f"more than one {noun(self.kind)} is called so; it was left out.")
            return
        if found and (earlier := rows.earlier(cells, found[0], number)):
            words = f"is about the same {noun(self.kind)} as row {earlier}; it was left out."
            self._say(number, words)
            return
        if found:
            record = self.workshop.get(self.kind, found[0])
            own = {name for name in rows.fields if getattr(record, root(name)) not in (None, "")}
            self.change(number, record.id, {n: v for n, v in values.items() if n not in own})
        elif id := self.put(number, None, values):
            rows.earlier(cells, id, number)

    def change(self, number: int, id: Id, values: Row) -> None:
        """Set the fields of a record, those that its rules allow."""
        before = self.workshop
        if not self._try(id, lambda w: changed(w, self.kind, [(id, values)])):
            for name, value in values.items():
                self._try(id, partial(self._with_one, id=id, name=name, value=value), number)
        is_changed = before.of(self.kind)[id] != self.workshop.of(self.kind)[id]
        self.changed += is_changed
        self.same += not is_changed

    def add(self, number: int, values: Row) -> Id | None:
        """Add a record, with those fields that its rules allow; give its id if that could be done."""
        full = {**self.defaults(), **{k: v for k, v in values.items() if v not in (None, "", ())}}
        needed = [f for f in fields(self.kind) if f.required and f.name != "id"]
        missing = [f.label for f in needed if f.name not in map(root, full)]
        if missing:
            self._say(number, f"{', '.join(missing)} is missing; the row was not added.")
            return None
        id, counts = new_id(), (self.changed, self.same)
        is_added = self._try(id, lambda w: with_new(w, self.kind, id, full))
        if not is_added:
            names = {f.name for f in needed}
            least = {name: value for name, value in full.items() if root(name) in names}
            is_added = self._try(id, lambda w: with_new(w, self.kind, id, least), number)
            if is_added:
                self.change(number, id, full)
                self.changed, self.same = counts
        self.added += is_added
        return id if is_added else None

    def _try(self, id: Id, edit: Callable[[Workshop], Workshop], number: int | None = None) -> bool:
        """Take an edit of one record over, unless it breaks a rule or takes another's name."""
        try:
            after = edit(self.workshop)
            record = after.of(self.kind)[id]
            key = _key(record)
            if self._taken.get(key, id) != id:
                raise RuleError(f"there is already such {_article(noun(self.kind))}.")
        except RuleError as broken:
            if number is not None:
                self._say(number, str(broken))
            return False
        earlier = self.workshop.of(self.kind).get(id)
        if earlier is not None:
            self._taken.pop(_key(earlier), None)
        self._taken[key] = id
        self.workshop = after
        return True

    def _with_one(self, workshop: Workshop, *, id: Id, name: str, value: Any) -> Workshop:
        return changed(workshop, self.kind, [(id, {name: value})])

    def _value(self, field: Field, cell: str) -> Any:
        key = (field.name, cell)
        if key not in self._read:
            self._read[key] = read(self.workshop, field, cell)
        return self._read[key]

    def _say(self, number: int, sentence: str) -> None:
        self.problems.append(f"Row {number}, {sentence}")


def _says_something(values: Row) -> bool:
    return any(value not in (None, "", (), False) for value in values.values())


def _key(record: Record) -> tuple[object, ...]:
    return identity(record) or (record.id,)


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
