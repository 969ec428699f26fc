# SPDX-License-Identifier: MIT
"""The plan of an import: what each sheet holds and which column is which. Guessed, then changed."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.interchange.headers import guess_kind, is_organization, map_columns, plain
from workshop.interchange.own_sheets import README
from workshop.interchange.problem import Problem
from workshop.interchange.sheet import Cell, Sheet, is_blank
from workshop.interchange.tie_answer import OF_TIES, TieAnswer
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.record import Record, fold, kind_name
from workshop.state import Workshop

Holds = Literal["records", "tie_matrix", "asset_matrix", "nothing", "left_out"]
RELATION = "connection"
"""The relation of ties whose source names none."""
_FIRST_ROWS = 20
_CODES = {"id", "code", "number", "no", "ein", "npi", "key"}
CREATABLE: tuple[type[Organization] | type[Capability], ...] = (Organization, Capability)
"""Kinds of which the name says enough to make a record."""


class Scale(NamedTuple):
    """The scale a source counts strength on; `weakest` is the larger if 1 is the strongest."""

    weakest: float
    strongest: float

    def convert(self, value: float) -> float:
        """Give the strength from 0 (or 1, if the scale has no 0) to 5."""
        low = 0.0 if min(self) <= 0 else 1.0
        return low + (value - self.weakest) / (self.strongest - self.weakest) * (5 - low)


class SheetPlan(NamedTuple):
    """How one sheet is to be read."""

    sheet: Sheet
    holds: Holds = "nothing"
    kind: type[Record] | None = None
    header: int = 0
    """The index of the row of headers among the sheet's rows."""
    columns: Mapping[int, str] = MappingProxyType({})
    """The field of each column that comes in."""
    relation: str = ""
    directed: bool = False
    scale: Scale | None = None
    code: int | None = None
    """The column, if any, whose values tell apart organizations that share a name."""
    words: Mapping[str, float | None] = MappingProxyType({})
    """What words for the strength of ties were said to mean, folded; None is unknown."""


class Plan(NamedTuple):
    """How all sheets are to be read together."""

    sheets: tuple[SheetPlan, ...]
    create: frozenset[str] = frozenset()
    """Kinds of which a record is made where a cell names one that nothing else gives."""
    names: Mapping[str, tuple[Id, str]] = MappingProxyType({})
    """Names that were matched by hand, folded, with the record each stands for and its name."""
    cells: Mapping[tuple[str, str], str] = MappingProxyType({})
    """What the cells of a column that hold a text are read as instead: by header and text."""


def guess_plan(sheets: Iterable[Sheet], workshop: Workshop) -> Plan:
    """Guess from names and headers what the sheets hold."""
    listed = [_list_plan(sheet) for sheet in sheets]
    organizations = _names_in(listed, Organization, workshop)
    capabilities = _names_in(listed, Capability, workshop) | _names_in(listed, Need, workshop)
    plans = [_with_matrix(each, organizations, capabilities) for each in listed]
    given = {each.kind for each in plans if each.holds == "records"}
    create = frozenset(kind_name(kind) for kind in CREATABLE if kind not in given)
    return Plan(tuple(plans), create)


def accept(plan: Plan, problem: Problem, id: Id) -> Plan:
    """Give the plan in which the name a problem is about stands for the record with the id."""
    title = dict(problem.offers).get(id, "")
    return plan._replace(names={**plan.names, fold(problem.name): (id, title)})


def read_instead(plan: Plan, problem: Problem) -> Plan:
    """Give the plan in which all cells like the one a problem is about are read as it suggests."""
    key = (problem.column, problem.cell)
    return plan._replace(cells={**plan.cells, key: problem.instead})


def for_ties(
    plan: Plan,
    relation: str | None = None,
    directed: bool | None = None,
    scale: Scale | None = None,
    words: Mapping[str, float | None] | None = None,
) -> Plan:
    """Give the plan with other answers for sheets of ties; None leaves the guess."""
    sheets = [
        each._replace(
            relation=relation or each.relation,
            directed=each.directed if directed is None else directed,
            scale=scale or each.scale,
            words=words or each.words,
        )
        if each.kind in OF_TIES
        else each
        for each in plan.sheets
    ]
    return plan._replace(sheets=tuple(sheets))


def as_answers(plan: Plan) -> Plan:
    """Give the plan in which the rows of ties are what one end of each says; a matrix has both."""
    sheets = [
        plan_as(each.sheet, TieAnswer, each.header)
        if each.kind is Tie and each.holds == "records"
        else each._replace(kind=TieAnswer)
        if each.kind is Tie
        else each
        for each in plan.sheets
    ]
    return plan._replace(sheets=tuple(sheets))


def _list_plan(sheet: Sheet) -> SheetPlan:
    name = sheet.name or sheet.file.rpartition(".")[0]
    if sheet.name == README:
        return SheetPlan(sheet)
    if sheet.is_hidden:
        return SheetPlan(sheet, "left_out")
    for index, row in enumerate(sheet.rows[:_FIRST_ROWS]):
        if kind := guess_kind(name, row):
            return plan_as(sheet, kind, index)
    return SheetPlan(sheet)


def plan_as(sheet: Sheet, kind: type[Record], header: int = 0) -> SheetPlan:
    """Give the plan that reads a sheet as a list of records of a kind."""
    columns = map_columns(kind, sheet.rows[header]) if sheet.rows else {}
    relation = RELATION if kind in OF_TIES else ""
    code = _code_column(sheet, header, columns) if kind is Organization else None
    return SheetPlan(sheet, "records", kind, header, columns, relation, code=code)


def _code_column(sheet: Sheet, header: int, columns: Mapping[int, str]) -> int | None:
    for index, cell in enumerate(sheet.rows[header] if sheet.rows else ()):
        if index not in columns and set(plain(cell).split()) & _CODES:
            below = [row[index] for row in sheet.rows[header + 1 :] if index < len(row)]
            filled = [cell for cell in below if not is_blank(cell)]
            if len(filled) == len(set(map(str, filled))) == len(sheet.rows) - header - 1:
                return index
    return None


def _names_in(plans: Sequence[SheetPlan], kind: type[Record], workshop: Workshop) -> set[str]:
    field = "name" if kind is not Need else "capability"
    names = {fold(getattr(record, "name", "")) for record in workshop.of(kind).values()}
    for each in plans:
        if each.kind is kind and field in each.columns.values():
            index = next(index for index, name in each.columns.items() if name == field)
            rows = each.sheet.rows[each.header + 1 :]
            names |= {fold(str(row[index])) for row in rows if index < len(row)}
    return names


def _with_matrix(plan: SheetPlan, organizations: set[str], capabilities: set[str]) -> SheetPlan:
    rows = plan.sheet.rows
    if len(rows) < 2 or len(rows[0]) < 3 or not is_organization(rows[0][0]):
        return plan
    across = _folded(rows[0][1:])
    down = _folded([row[0] for row in rows[1:] if row])
    if plan.kind is None and _share(across, down) >= 0.8:
        return SheetPlan(plan.sheet, "tie_matrix", Tie, relation=_relation(plan.sheet))
    unmapped = len(plan.columns) <= 1
    if unmapped and (
        _share(across, capabilities) >= 0.5
        or (_share(down, organizations) >= 0.5 and _is_of_assets(plan.sheet))
    ):
        return SheetPlan(plan.sheet, "asset_matrix", Asset)
    return plan


def _relation(sheet: Sheet) -> str:
    words = plain(sheet.name)
    return RELATION if not words or words.startswith(("sheet", "ties", "matrix")) else sheet.name


def _is_of_assets(sheet: Sheet) -> bool:
    words = set(plain(f"{sheet.name} {sheet.file}").split())
    return bool(words & {"asset", "assets", "capability", "capabilities"})


def _folded(cells: Iterable[Cell]) -> set[str]:
    return {fold(str(cell)) for cell in cells if not is_blank(cell)}


def _share(part: set[str], whole: set[str]) -> float:
    return len(part & whole) / len(part) if part else 0
