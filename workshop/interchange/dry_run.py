# SPDX-License-Identifier: MIT
"""What an import would do, before it does it: the records, the problems and a summary."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import NamedTuple

from workshop.document import Edit
from workshop.edits import remove
from workshop.ids import Id
from workshop.integrity import pointing
from workshop.interchange.cells import Reading, commas_are_decimal, days_first, text_of
from workshop.interchange.draft import Draft
from workshop.interchange.names import in_order
from workshop.interchange.plan import Plan, SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.rows import rows_of
from workshop.interchange.sheet_problems import missing_fields, sheet_problems
from workshop.interchange.strengths import meanings_of
from workshop.interchange.tie_answer import OF_TIES, TieAnswer
from workshop.kinds import KINDS
from workshop.prepare.details import UNNAMED
from workshop.prepare.records import Organization
from workshop.record import Record, field, kind_name, noun, references
from workshop.state import Workshop

Watch = Callable[[int, int], object]
_WATCHED = 200
_IN_ORDER: tuple[type[Record], ...] = (*in_order(), TieAnswer)
_LISTED = ", listed by row and column"
_TOLD_TOGETHER = ("date", "whole", "number", "percent", "money")
"""Kinds of fields of which one cell tells how another one is meant."""


class Outcome(NamedTuple):
    """What an import would put into the workshop, and what is to be known of it."""

    records: tuple[Record, ...]
    """New records, and those that differ from what the workshop holds."""
    problems: tuple[Problem, ...]
    summary: str
    gives_way: frozenset[Id] = frozenset()
    """A template's unnamed organization, for which nothing speaks once others have come."""

    @property
    def brief(self) -> str:
        """The summary where the problems are no longer in sight."""
        return self.summary.replace(_LISTED, "")


def dry_run(plan: Plan, workshop: Workshop, watch: Watch | None = None) -> Outcome:
    """Go through all rows as the plan says and give what would come of it; nothing is changed.

    `watch` is told every so often how many of the rows are done; it may raise to end the run.
    """
    rows_done = count(1)
    total = sum(len(sheet.sheet.rows) for sheet in plan.sheets)
    draft = Draft(workshop, plan, _given_ids(plan))
    for sheet in plan.sheets:
        draft.problems += sheet_problems(sheet)
    for kind in _IN_ORDER:
        for sheet in plan.sheets:
            if sheet.kind is kind and not missing_fields(sheet):
                readings = readings_of(sheet)
                for row in rows_of(sheet):
                    draft.take(sheet, kind, row, readings)
                    if watch and not (done := next(rows_done)) % _WATCHED:
                        watch(min(done, total), total)
    draft.close_circles()
    draft.hear_answers()
    draft.seat()
    changed = [r for r in draft.records.values() if workshop.of(type(r)).get(r.id) != r]
    summary = _summary(workshop, changed, len(draft.records), draft.problems)
    gives_way = _gives_way(workshop, list(draft.records.values()))
    if gives_way:
        summary += f" “{UNNAMED}” gave way to them; mark which organizations are yours."
    return Outcome(tuple(changed), tuple(draft.problems), summary, gives_way)


def import_edit(outcome: Outcome) -> Edit:
    """Give the edit that puts everything into a workshop, as one step."""

    def edit(workshop: Workshop) -> Workshop:
        after = workshop.put(outcome.records)
        return remove(after, Organization, outcome.gives_way) if outcome.gives_way else after

    return edit


def _gives_way(workshop: Workshop, met: list[Record]) -> frozenset[Id]:
    """Give the organization a template left unnamed if others come in and no record speaks of it."""
    brought = {record.id for record in met if isinstance(record, Organization)}
    unnamed = {each.id for each in workshop.of(Organization).values() if each.name == UNNAMED}
    if not unnamed or unnamed & brought or not brought - workshop.of(Organization).keys():
        return frozenset()
    after = workshop.put(met)
    used = any(
        pointing(after, kind, field, unnamed)
        for kind in after.kinds()
        for field in references(kind)
        if kind_name(Organization) in field.to
    )
    return frozenset() if used else frozenset(unnamed)


def _given_ids(plan: Plan) -> Iterator[tuple[type[Record], Id]]:
    for sheet in plan.sheets:
        if sheet.kind is not None and "id" in sheet.columns.values():
            for row in rows_of(sheet):
                if id := text_of(row.cells["id"]):
                    yield sheet.kind, id


def readings_of(sheet: SheetPlan) -> dict[str, Reading]:
    """Give how the cells of each field are to be read, as all of them together tell."""
    assert sheet.kind is not None
    rows = sheet.sheet.rows[sheet.header + 1 :]
    readings = {}
    for index, name in sheet.columns.items():
        kind = field(sheet.kind, name).kind
        if kind in _TOLD_TOGETHER:
            cells = [row[index] for row in rows if index < len(row)]
            readings[name] = Reading(day_first=days_first(cells), comma=commas_are_decimal(cells))
    if sheet.kind in OF_TIES:
        words = meanings_of(sheet)
        readings["strength"] = readings.get("strength", Reading())._replace(words=words)
    return readings


def _summary(
    before: Workshop, changed: Iterable[Record], met: int, problems: Iterable[Problem]
) -> str:
    changed = list(changed)
    known = [record for record in changed if record.id in before.of(type(record))]
    new = Counter(type(r) for r in changed if r.id not in before.of(type(r)))
    parts = [f"New: {_counted(new)}." if new else "Nothing new."]
    if known:
        parts.append(f"Updated: {_counted(Counter(map(type, known)))}.")
    if same := met - len(changed):
        parts.append(f"Already there: {same:,}.")
    if lost := sum(problem.lost for problem in problems):
        parts.append(f"Not imported or not understood: {lost:,}{_LISTED}.")
    return " ".join(parts)


def _counted(counts: "Counter[type[Record]]") -> str:
    kinds = [kind for kind in KINDS if counts[kind]]
    words = [f"{counts[kind]:,} {noun(kind, counts[kind])}" for kind in kinds]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
