# SPDX-License-Identifier: MIT
"""What the person answers about a sheet, and how answers are remembered for the next like it."""

import hashlib
from collections.abc import Sequence

import msgspec

from workshop.interchange.cells import text_of
from workshop.interchange.headers import map_columns, plain
from workshop.interchange.plan import Holds, Scale, SheetPlan, plan_as
from workshop.interchange.sheet import Cell, Sheet
from workshop.interchange.tie_answer import TieAnswer
from workshop.kinds import BY_NAME
from workshop.record import Record, fields, kind_name

_FIRST_ROWS = 20


class _Answers(msgspec.Struct, frozen=True, omit_defaults=True):
    """A plan without its sheet; columns are known by their headers."""

    holds: Holds
    kind: str = ""
    columns: dict[str, str] = msgspec.field(default_factory=dict)
    relation: str = ""
    directed: bool = False
    scale: tuple[float, float] | None = None
    words: dict[str, float | None] = msgspec.field(default_factory=dict)


def read_as(sheet: Sheet, kind: type[Record]) -> SheetPlan:
    """Give the plan that reads a sheet as a list of a kind, under the row with the most headers."""
    rows = sheet.rows[:_FIRST_ROWS]
    found = [len(map_columns(kind, row)) for row in rows]
    return plan_as(sheet, kind, found.index(max(found)) if found else 0)


def kind_of(name: str) -> type[Record] | None:
    """Give the kind with a name, of those a sheet can hold."""
    return TieAnswer if name == kind_name(TieAnswer) else BY_NAME.get(name)


def with_column(plan: SheetPlan, name: str, index: int | None) -> SheetPlan:
    """Give the plan in which a field comes from one column, or with None from no column."""
    columns = {at: each for at, each in plan.columns.items() if each != name and at != index}
    if index is not None:
        columns[index] = name
    return plan._replace(columns=columns)


def key_of(sheet: Sheet) -> str:
    """Give the key under which the answers for sheets with the headers of this one are kept."""
    words = "\n".join(sorted(plain(cell) for cell in _headers(sheet)))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def remembered(plan: SheetPlan) -> str:
    """Give the answers of a plan as text, to be given to `recalled` later."""
    headers = _row(plan.sheet, plan.header)
    columns = {text_of(headers[at]): name for at, name in plan.columns.items() if at < len(headers)}
    kind = kind_name(plan.kind) if plan.kind else ""
    scale, words = plan.scale, dict(plan.words)
    answers = _Answers(plan.holds, kind, columns, plan.relation, plan.directed, scale, words)
    return msgspec.json.encode(answers).decode()


def recalled(plan: SheetPlan, text: str) -> SheetPlan:
    """Give the plan with the answers that were given for a sheet like it; the guess if they no longer fit."""
    try:
        answers = msgspec.json.decode(text, type=_Answers)
    except msgspec.DecodeError:
        return plan
    if answers.holds == "left_out":
        return SheetPlan(plan.sheet, "left_out")
    kind = kind_of(answers.kind)
    if kind is None:
        return plan
    begun = read_as(plan.sheet, kind) if answers.holds == "records" else SheetPlan(plan.sheet)
    return begun._replace(
        holds=answers.holds,
        kind=kind,
        columns=_columns(begun, kind, answers.columns),
        relation=answers.relation,
        directed=answers.directed,
        scale=_scale(answers.scale),
        words=answers.words,
    )


def _columns(plan: SheetPlan, kind: type[Record], kept: dict[str, str]) -> dict[int, str]:
    names = {each.name for each in fields(kind)}
    headers = [text_of(cell) for cell in _row(plan.sheet, plan.header)]
    return {
        headers.index(header): name
        for header, name in kept.items()
        if header in headers and name in names
    }


def _scale(ends: tuple[float, float] | None) -> Scale | None:
    return Scale(*ends) if ends and ends[0] != ends[1] else None


def _row(sheet: Sheet, index: int) -> Sequence[Cell]:
    return sheet.rows[index] if index < len(sheet.rows) else ()


def _headers(sheet: Sheet) -> Sequence[Cell]:
    """Give the row that looks like the headers: the first of the fullest rows at the top."""
    return max(sheet.rows[:_FIRST_ROWS], key=len, default=())
