# SPDX-License-Identifier: MIT
"""The records that rows become, one row after the other, and what is wrong on the way."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from workshop.ids import Id, new_id
from workshop.integrity import identity
from workshop.interchange.cells import Reading, text_of
from workshop.interchange.hearing import (
    Heard,
    by_tie,
    differing,
    first_of_each,
    overview,
    said,
    tie_of,
)
from workshop.interchange.known import KnownNames
from workshop.interchange.matching import Matching, content, fixed_id, key_fields
from workshop.interchange.names import Names, later_fields
from workshop.interchange.plan import Plan, SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.row_values import Context, RowValues, problem_at, read_row
from workshop.interchange.rows import Row
from workshop.interchange.tie_answer import TieAnswer
from workshop.partners.records import Tie
from workshop.partners.tie_records import TieReport
from workshop.prepare.records import Organization, Participant
from workshop.record import Record, RuleError, field, fields, kind_name, noun
from workshop.state import Workshop

MOST_AT_TABLE = 40
"""Organizations that come in without a word on it are at the table, unless there are more."""


class _Fault(NamedTuple):
    """Why a row is left out, or what is to be known of it."""

    sentence: str
    fix: str = ""
    lost: bool = True
    leaves_out: bool = True


class Draft:
    """What an import would put into a workshop; every row is either in it or among the problems."""

    def __init__(
        self, workshop: Workshop, plan: Plan, ids: Iterable[tuple[type[Record], Id]]
    ) -> None:
        """Begin with the workshop; `ids` are those that the source itself gives its records."""
        given = {(kind, id) for kind, id in ids if id in workshop.of(kind)}
        self.records: dict[tuple[type[Record], Id], Record] = {}
        self.problems: list[Problem] = []
        self._before = workshop
        kinds = {sheet.kind for sheet in plan.sheets if sheet.kind}
        self._names = Names(workshop.records(), {*kinds, Participant})  # who has an organization
        self._context = Context(self._names, plan, {})
        self._matching = Matching(r for r in workshop.records() if (type(r), r.id) not in given)
        self._rows: dict[tuple[type[Record], Id], int] = {}
        self._waiting: list[tuple[SheetPlan, Row, tuple[type[Record], Id]]] = []
        self._known = KnownNames(workshop, plan)
        self._unseated: dict[Id, SheetPlan] = {}
        self._heard: list[Heard] = []

    def take(
        self, sheet: SheetPlan, kind: type[Record], row: Row, readings: dict[str, Reading]
    ) -> None:
        """Add the record a row stands for, or the problem that keeps it out."""
        later = later_fields(kind)
        read = self._note(sheet, read_row(sheet, kind, row, readings, self._context, later))
        missing = [name for name in _required(kind) if read.values.get(name) is None]
        if missing:
            fault = _Fault(f"{field(kind, missing[0]).label} is missing; this row was left out.")
            self._report(sheet, row, missing[0], fault._replace(fix="Fill it in."))
            return
        if row.code:
            self._tell_apart(sheet, row, read.values)
        self._known.replace(kind, read.values)
        try:
            fault_or_none = self._place(sheet, kind, row, read.values)
        except RuleError as error:
            fault_or_none = _Fault(f"{error} This row was left out.", "Correct the row.")
        if fault_or_none:
            self._report(sheet, row, "", fault_or_none)

    def close_circles(self) -> None:
        """Fill in the references of rows to what only came after them."""
        for sheet, row, key in self._waiting:
            kind = key[0]
            done = [each.name for each in fields(kind) if each.name not in later_fields(kind)]
            read = self._note(sheet, read_row(sheet, kind, row, {}, self._context, done))
            self.records[key] = msgspec.structs.replace(self.records[key], **read.values)

    def hear_answers(self) -> None:
        """Make ties, and reports of them, of what each end says, once all rows have been heard."""
        names = {id: self._names.called(("organization",), id) for id in self._ends()}
        told_of, no_ties = [], 0
        for told in by_tie(self._heard):
            first = first_of_each(told)
            tie = tie_of(first, new_id(), self._tie_between(told[0].answer))
            if tie is None:
                no_ties += 1
                continue
            told_of.append(first)
            self._report_on(tie, told)
            if conversation := differing(first, names):
                self.problems.append(conversation)
        if self._heard:
            self.problems.append(overview(self._heard[0].sheet, told_of, no_ties))

    def _report_on(self, tie: Tie, told: Iterable[Heard]) -> None:
        self.records[Tie, tie.id] = tie
        self._matching.add(tie)
        for each in told:
            values = {"tie": tie.id, "organization": each.answer.source, **said(each.answer)}
            if fault := self._place(each.sheet, TieReport, each.row, values):
                self._report(each.sheet, each.row, "", fault)

    def _ends(self) -> set[Id]:
        answers = [each.answer for each in self._heard]
        return {end for answer in answers for end in (answer.source, answer.target)}

    def _tie_between(self, answer: TieAnswer) -> Tie | None:
        """Give the tie of the relation that is there, one that goes both ways first."""
        one, other, relation = answer.source, answer.target, answer.relation
        ways = ((one, other, False), (one, other, True), (other, one, True))
        for source, target, directed in ways:
            tie = Tie(id="", source=source, target=target, relation=relation, directed=directed)
            if found := self._matching.candidates(tie):
                return cast("Tie", self._current(Tie, found[0]))
        return None

    def seat(self) -> None:
        """Leave new organizations away from the table if there are more than fit, and say so."""
        if len(self._unseated) <= MOST_AT_TABLE:
            return
        for id in self._unseated:
            record = self.records[Organization, id]
            self.records[Organization, id] = msgspec.structs.replace(record, at_table=False)
        sheet = next(iter(self._unseated.values())).sheet
        sentence = (
            f"{len(self._unseated):,} organizations are more than sit at a table; "
            "they came in as part of the network only."
        )
        fix = "Mark those that take part in the workshop under Organizations."
        self.problems.append(Problem(sheet.file, sheet.name, 0, "", sentence, fix, False))

    def _note(self, sheet: SheetPlan, read: RowValues) -> RowValues:
        self.problems += read.problems
        for record in read.made:
            self.records[type(record), record.id] = record
            self._matching.add(record)
            if isinstance(record, Organization):
                self._unseated[record.id] = sheet
        return read

    def _place(
        self, sheet: SheetPlan, kind: type[Record], row: Row, values: dict[str, Any]
    ) -> _Fault | None:
        """Keep the record a row stands for, unless there is a fault that leaves it out."""
        if kind is TieAnswer:
            Tie(
                id="", **{name: values[name] for name in ("source", "target", "relation")}
            )  # its rules
            self._heard.append(Heard(sheet, row, TieAnswer(id="", **values)))
            return None
        given = text_of(row.cells.get("id"))
        id = fixed_id(kind, values) or given
        if id and self._current(kind, id):
            fresh = record = self._updated(kind, id, values)
            earlier = [id]
        else:
            fresh = kind(**{"id": id or new_id(), **values})
            alike = self._matching.candidates(fresh)
            record = self._same(fresh, values, alike)
            earlier = [] if given else alike
        fault = self._repeats(record, earlier) or self._shares_name(record)
        if fault is None or not fault.leaves_out:
            if record.id != fresh.id:
                self._names.identify(kind_name(kind), fresh.id, record.id)
            elif not id:
                self._welcome(sheet, row, record, values)
            self._keep(record, sheet, row)
        return fault

    def _welcome(
        self, sheet: SheetPlan, row: Row, record: Record, values: Mapping[str, Any]
    ) -> None:
        """Take note of a record that is new, and of those the workshop has that it may be."""
        if isinstance(record, Organization) and "at_table" not in values:
            self._unseated[record.id] = sheet
        if offers := self._known.near(record):
            name = str(values["name"])
            like = " or ".join(f"“{title}”" for _, title in offers)
            problem = problem_at(
                sheet, row, "name", f"“{name}” is new.", f"If {like} is meant, write it so.", False
            )
            self.problems.append(problem._replace(name=name, offers=tuple(offers)))

    def _same(self, fresh: Record, values: dict[str, Any], candidates: Sequence[Id]) -> Record:
        """Give the record of the workshop a row is about, updated, or else a new one.

        What it was found by stays as it is written there.
        """
        kind = type(fresh)
        free = [id for id in candidates if (kind, id) not in self._rows]
        if not free:
            return fresh
        new = {name: each for name, each in values.items() if name not in key_fields(kind)}
        updated = [self._updated(kind, id, new) for id in free]
        alike = [each for each in updated if each == self._current(kind, each.id)]
        return [*alike, *updated][0]

    def _repeats(self, record: Record, candidates: Sequence[Id]) -> _Fault | None:
        """Tell whether an earlier row of the import is about the same."""
        kind = type(record)
        earlier = [id for id in candidates if (kind, id) in self._rows]
        for id in earlier:
            row = self._rows[kind, id]
            if content(self.records[kind, id]) == content(record):
                return _Fault(f"This row says the same as row {row} and was left out.", lost=False)
            if kind.unique or id == record.id:
                sentence = f"This row is about the same {noun(kind)} as row {row}; it was left out."
                return _Fault(sentence, "Keep one of the two rows.")
        if kind is Tie and earlier and (kind, record.id) not in self._rows:
            sentence = f"Row {self._rows[kind, earlier[0]]} has the same tie with other values."
            return _Fault(f"{sentence} Both came in.", "Talk about which is right.", False, False)
        return None

    def _shares_name(self, record: Record) -> _Fault | None:
        """Tell whether the record would take a name that another one has."""
        kind = type(record)
        if identity(record) is None:
            return None
        if all(id == record.id for id in self._matching.candidates(record)):
            return None
        sentence = f"Another {noun(kind)} has the same name; this row was left out."
        return _Fault(sentence, "Give each a name of its own.")

    def _tell_apart(self, sheet: SheetPlan, row: Row, values: dict[str, Any]) -> None:
        """Add the code of an organization to its name if an earlier row has the same name."""
        for id in self._names.find((kind_name(Organization),), values["name"]):
            if earlier := self._rows.get((Organization, id)):
                values["name"] = f"{values['name']} ({row.code})"
                sentence = f"Row {earlier} has the same name; this came in as “{values['name']}”."
                fault = _Fault(sentence, "Give each a name of its own.", lost=False)
                self._report(sheet, row, "name", fault)
                return

    def _keep(self, record: Record, sheet: SheetPlan, row: Row) -> None:
        if row.code:
            self._names.alias(kind_name(type(record)), row.code, record.id)
        self.records[type(record), record.id] = record
        self._rows[type(record), record.id] = row.number
        self._names.add(record)
        self._matching.add(record)
        if later_fields(type(record)):
            self._waiting.append((sheet, row, (type(record), record.id)))

    def _updated(self, kind: type[Record], id: Id, values: dict[str, Any]) -> Record:
        record = self._current(kind, id)
        return msgspec.structs.replace(record, **values) if record else kind(id=id, **values)

    def _current(self, kind: type[Record], id: Id) -> Record | None:
        return self.records.get((kind, id)) or self._before.of(kind).get(id)

    def _report(self, sheet: SheetPlan, row: Row, name: str, fault: _Fault) -> None:
        problem = problem_at(sheet, row, name, fault.sentence, fault.fix, fault.lost)
        said = [(each.row, each.column) for each in self.problems[-1:]]
        if not (name and problem.column and (row.number, problem.column) in said):
            self.problems.append(problem)


def _required(kind: type[Record]) -> list[str]:
    return [each.name for each in fields(kind) if each.required and each.name != "id"]
