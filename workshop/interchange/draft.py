# SPDX-License-Identifier: MIT
"""The records that rows become, one row after the other, and what is wrong on the way."""

from collections.abc import Iterable
from typing import Any

import msgspec

from workshop.ids import Id, new_id
from workshop.interchange.cells import (
    CellError,
    Reading,
    number,
    text_of,
    understand,
)
from workshop.interchange.matching import Matching, fixed_id, key_fields
from workshop.interchange.names import Names
from workshop.interchange.plan import Plan, SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.references import resolve
from workshop.interchange.rows import Row
from workshop.interchange.sheet import Cell, Unreadable, is_blank
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.record import Field, Record, RuleError, field, fields, kind_name, noun
from workshop.state import Workshop


class Draft:
    """What an import would put into a workshop; every row is either in it or among the problems."""

    def __init__(
        self, workshop: Workshop, plan: Plan, ids: Iterable[tuple[type[Record], Id]]
    ) -> None:
        """Begin with the workshop; `ids` are those that the source itself gives its records."""
        given = {(kind, id) for kind, id in ids if id in workshop.of(kind)}
        self.records: dict[tuple[type[Record], Id], Record] = {}
        self.problems: list[Problem] = []
        self._plan = plan
        self._before = workshop
        self._names = Names(workshop.records())
        self._matching = Matching(workshop.records(), given)
        self._rows: dict[tuple[type[Record], Id], int] = {}

    def take(self, sheet: SheetPlan, row: Row, readings: dict[str, Reading]) -> None:
        """Add the record a row stands for, or the problem that keeps it out."""
        assert sheet.kind is not None
        kind = sheet.kind
        id = text_of(row.cells.get("id"))
        values = self._values(sheet, row, readings, exact=bool(id))
        missing = [name for name in key_fields(kind) if self._is_missing(kind, name, values)]
        if missing:
            described = field(kind, missing[0])
            if not self._has_problem_at(sheet, row, missing[0]):
                sentence = f"{described.label} is missing."
                self._report(sheet, row, missing[0], sentence, "Fill it in.")
            return
        if row.code:
            self._tell_apart(sheet, row, values)
        try:
            self._place(sheet, row, id, values)
        except RuleError as error:
            self._report(sheet, row, "", f"{error} This row was left out.", "Correct the row.")

    def _tell_apart(self, sheet: SheetPlan, row: Row, values: dict[str, Any]) -> None:
        """Add the code of an organization to its name if an earlier row has the same name."""
        for id in self._names.find(("organization",), values["name"]):
            if earlier := self._rows.get((Organization, id)):
                values["name"] = f"{values['name']} ({row.code})"
                sentence = (
                    f"Row {earlier} has the same name; this one came in as “{values['name']}”."
                )
                self._report(sheet, row, "name", sentence, "Give it a name of its own.", False)
                return

    def _is_missing(self, kind: type[Record], name: str, values: dict[str, Any]) -> bool:
        return field(kind, name).required and values.get(name) in (None, "")

    def _has_problem_at(self, sheet: SheetPlan, row: Row, name: str) -> bool:
        column = row.columns.get(name, "")
        last = self.problems[-1:] if column else []
        return any(
            (p.file, p.sheet, p.row, p.column)
            == (sheet.sheet.file, sheet.sheet.name, row.number, column)
            for p in last
        )

    def _values(
        self, sheet: SheetPlan, row: Row, readings: dict[str, Reading], exact: bool
    ) -> dict[str, Any]:
        assert sheet.kind is not None
        values: dict[str, Any] = {}
        if sheet.kind is Tie and not exact:
            values = {"relation": sheet.relation, "directed": sheet.directed}
        for name, cell in row.cells.items():
            described = field(sheet.kind, name)
            how = readings.get(name, Reading())._replace(exact=exact)
            if name == "id" or (is_blank(cell) and not (exact and cell)):
                value = None
            else:
                value = self._value(sheet, row, described, cell, how)
            if value is not None:
                values[name] = value
            elif exact and not described.required:
                values[name] = described.default
        return values

    def _value(self, sheet: SheetPlan, row: Row, described: Field, cell: Cell, how: Reading) -> Any:
        try:
            if described.to:
                return self._reference(sheet, row, described, cell, how)
            if sheet.kind is Tie and described.name == "strength" and sheet.scale:
                cell = _scaled(sheet, cell)
            return understand(described, cell, how)
        except CellError as error:
            self._report(sheet, row, described.name, str(error), error.fix)
            return None

    def _reference(
        self, sheet: SheetPlan, row: Row, described: Field, cell: Cell, how: Reading
    ) -> Any:
        if isinstance(cell, Unreadable):
            raise CellError(f"The cell holds {cell} instead of a name.", "Enter the name itself.")
        found = resolve(described, text_of(cell), self._names, self._plan, how.exact)
        for each in found.unmatched:
            if each.made:
                self.records[type(each.made), each.made.id] = each.made
                self._matching.add(each.made)
            lost = each.made is None
            self._report(
                sheet, row, described.name, each.sentence, each.fix, lost, each.name, each.offers
            )
        if described.kind == "references":
            return found.ids or None
        return found.ids[0] if found.ids else None

    def _place(self, sheet: SheetPlan, row: Row, id: Id, values: dict[str, Any]) -> None:
        kind = sheet.kind
        assert kind is not None
        own_id = fixed_id(kind, values) or id
        fresh = kind(**{"id": own_id or new_id(), **values})
        if own_id and (own_id in self._before.of(kind) or (kind, own_id) in self.records):
            record = self._updated(kind, own_id, values)
            if self._is_repeated(sheet, row, record, [own_id]) or self._is_taken(
                sheet, row, record
            ):
                return
        elif (other := self._same(sheet, row, fresh, values, bool(id))) == "":
            return
        elif other:
            record = self._updated(kind, other, values)
            self._names.identify(kind_name(kind), fresh.id, other)
        else:
            record = fresh
        self._keep(record, row)

    def _keep(self, record: Record, row: Row) -> None:
        self.records[type(record), record.id] = record
        self._rows[type(record), record.id] = row.number
        self._names.add(record)
        self._matching.claim(record)

    def _updated(self, kind: type[Record], id: Id, values: dict[str, Any]) -> Record:
        record = self._current(kind, id)
        return msgspec.structs.replace(record, **values) if record else kind(id=id, **values)

    def _current(self, kind: type[Record], id: Id) -> Record | None:
        return self.records.get((kind, id)) or self._before.of(kind).get(id)

    def _same(
        self, sheet: SheetPlan, row: Row, fresh: Record, values: dict[str, Any], exact: bool
    ) -> Id | None:
        """Give the record a row updates, None if it is new, "" if it is there already."""
        kind = type(fresh)
        found = self._matching.candidates(fresh)
        free = [id for id in found if (kind, id) not in self._rows]
        alike = [id for id in free if self._current(kind, id) == self._updated(kind, id, values)]
        if free and not (exact and not kind.unique):
            return (alike or free)[0]
        if exact and not kind.unique:
            return None
        return "" if self._is_repeated(sheet, row, fresh, found) else None

    def _is_repeated(
        self, sheet: SheetPlan, row: Row, record: Record, candidates: list[Id]
    ) -> bool:
        kind = type(record)
        for id in candidates:
            earlier = self._rows.get((kind, id))
            if earlier is None:
                continue
            same = _content(self.records[kind, id]) == _content(record)
            if same or kind.unique or id == record.id:
                what = "says the same as" if same else f"is about the same {noun(kind)} as"
                fix = "" if same else "Keep one of the two rows."
                sentence = f"This row {what} row {earlier} and was left out."
                self._report(sheet, row, "", sentence, fix, not same)
                return True
        if kind is Tie and candidates:
            first = self._rows.get((kind, candidates[0]))
            sentence = f"The same tie is in row {first} with other values; both came in."
            self._report(sheet, row, "", sentence, "Talk about which is right.", False)
        return False

    def _is_taken(self, sheet: SheetPlan, row: Row, record: Record) -> bool:
        kind = type(record)
        others = [id for id in self._matching.candidates(record) if id != record.id]
        if kind.unique and others:
            sentence = f"Another {noun(kind)} has the same name; this row was left out."
            self._report(sheet, row, kind.unique[0], sentence, "Give it a name of its own.")
            return True
        return False

    def _report(
        self, sheet: SheetPlan, row: Row, name: str, sentence: str, fix: str, lost: bool = True,
        unmatched: str = "", offers: tuple[tuple[Id, str], ...] = (),
    ) -> None:  # fmt: skip
        column = row.columns.get(name, "") if name else ""
        place = (sheet.sheet.file, sheet.sheet.name, row.number, column)
        self.problems.append(Problem(*place, sentence, fix, lost, unmatched, offers))


def _content(record: Record) -> tuple[Any, ...]:
    ends = {"source", "target"} if isinstance(record, Tie) and not record.directed else set()
    values = [getattr(record, f.name) for f in fields(type(record)) if f.name not in {"id", *ends}]
    return (*values, frozenset(getattr(record, name) for name in ends))


def _scaled(sheet: SheetPlan, cell: Cell) -> Cell:
    value = number(text_of(cell))
    if value is None or sheet.scale is None:
        return cell
    low, high = sorted(sheet.scale)
    if not low <= value <= high:
        raise CellError(f"{value:g} is not on the scale {low:g} to {high:g}.", "Correct it.")
    return sheet.scale.convert(value)
