# SPDX-License-Identifier: MIT
"""What the cells of a row say: values by field, and what is wrong with a cell."""

from collections.abc import Collection, Hashable, Mapping
from functools import cache
from typing import Any, NamedTuple, get_type_hints

import msgspec

from workshop.interchange.cells import CellError, Reading, figure, text_of, understand
from workshop.interchange.names import Names
from workshop.interchange.plan import Plan, SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.references import Unmatched, resolve
from workshop.interchange.rows import Row
from workshop.interchange.sheet import Cell, Unreadable, is_blank
from workshop.interchange.tie_answer import OF_TIES, TieAnswer
from workshop.partners.records import Tie
from workshop.record import Field, Record, field

_EMPTY: Mapping[str, Any] = {"text": "", "long": "", "words": (), "references": ()}
"""What a blank cell of a required field says; whether that may be is for the kind's rules to say."""
_PLAINLY = Reading()
_SAY_IT = "Say what it stands for, or enter a number from 0 to 5."


class RowValues(NamedTuple):
    """What one row says: `made` are the records made for names that nothing else gives."""

    values: dict[str, Any]
    problems: list[Problem]
    made: list[Record]


def problem_at(
    sheet: SheetPlan, row: Row, name: str, sentence: str, fix: str, lost: bool = True
) -> Problem:
    """Make a problem at the cell of a field, or at the row if the field has no column."""
    column = row.columns.get(name, "")
    return Problem(sheet.sheet.file, sheet.sheet.name, row.number, column, sentence, fix, lost)


class Context(NamedTuple):
    """What cells are read against: the names there are, the answers given, and what is known by now."""

    names: Names
    plan: Plan
    known: dict[Hashable, Any]
    """Values of cells read before without a problem; a long sheet says the same again and again."""


def read_row(
    sheet: SheetPlan, kind: type[Record], row: Row, readings: dict[str, Reading],
    context: Context, left_out: Collection[str] = (),
) -> RowValues:  # fmt: skip
    """Give what the cells of a row say, but for the fields left out.

    In a row with an id a blank cell means unknown; in any other it says nothing.
    """
    exact = bool(text_of(row.cells.get("id")))
    result = RowValues({}, [], [])
    if kind is Tie and not exact:
        result.values.update(relation=sheet.relation, directed=sheet.directed)
    elif kind is TieAnswer:
        result.values.update(relation=sheet.relation)
    for name, cell in row.cells.items():
        if name == "id" or name in left_out:
            continue
        described = field(kind, name)
        value = None
        if not _says_nothing(cell, exact):
            how = readings.get(name, _PLAINLY)
            value = _known_value(sheet, row, described, cell, how, exact, context, result)
        if value is not None:
            result.values[name] = value
        elif exact and (not described.required or described.kind in _EMPTY):
            result.values[name] = (
                _EMPTY.get(described.kind) if described.required else described.default
            )
    return result


def _says_nothing(cell: Cell, exact: bool) -> bool:
    return cell is None if exact else is_blank(cell)


def _known_value(
    sheet: SheetPlan, row: Row, described: Field, cell: Cell, how: Reading, exact: bool,
    context: Context, result: RowValues,
) -> Any:  # fmt: skip
    key = (id(sheet), described.name, type(cell), cell, exact)
    if key in context.known:
        return context.known[key]
    problems = len(result.problems)
    value = _value(sheet, row, described, cell, how._replace(exact=exact), context, result)
    if len(result.problems) == problems:
        context.known[key] = value
    return value


def _value(
    sheet: SheetPlan, row: Row, described: Field, cell: Cell, how: Reading,
    context: Context, result: RowValues,
) -> Any:  # fmt: skip
    plan = context.plan
    cell = plan.cells.get((row.columns.get(described.name, ""), text_of(cell)), cell)
    try:
        if isinstance(cell, Unreadable):
            raise CellError(f"The cell holds {cell}, not a value.", "Enter the value itself.")
        if described.to:
            found = resolve(described, text_of(cell), context.names, plan, how.exact)
            for each in found.unmatched:
                _take_note(sheet, row, described, each, result)
            ids: Any = found.ids or None
            return ids if described.kind == "references" or ids is None else ids[0]
        value = understand(described, scaled(sheet, described, cell, how), how)
        return _items(sheet, described, value) if described.kind == "words" else value
    except CellError as error:
        is_word = described.name == "strength" and figure(cell, how) is None
        fix = _SAY_IT if sheet.kind in OF_TIES and is_word else error.fix
        problem = problem_at(sheet, row, described.name, str(error), fix)
        result.problems.append(problem._replace(cell=text_of(cell), instead=error.instead))
        return None


def _items(sheet: SheetPlan, described: Field, value: Any) -> Any:
    """Give a list with its items as the field has them, which may be numbers."""
    assert sheet.kind is not None
    try:
        return value and msgspec.convert(value, _hints(sheet.kind)[described.name], strict=False)
    except msgspec.ValidationError:
        raise CellError("This is not a list of what belongs here.", "Correct it.") from None


@cache
def _hints(kind: type[Record]) -> dict[str, Any]:
    return get_type_hints(kind)


def _take_note(
    sheet: SheetPlan, row: Row, described: Field, each: Unmatched, result: RowValues
) -> None:
    problem = problem_at(sheet, row, described.name, each.sentence, each.fix, each.made is None)
    result.problems.append(problem._replace(name=each.name, offers=each.offers))
    if each.made:
        result.made.append(each.made)


def scaled(sheet: SheetPlan, described: Field, cell: Cell, how: Reading) -> Cell:
    """Give the cell on Concord's scale if it is the strength of a tie on another one."""
    if sheet.kind not in OF_TIES or sheet.scale is None or described.name != "strength":
        return cell
    value = figure(cell, how)
    if value is None:
        return cell
    low, high = sorted(sheet.scale)
    if not low <= value <= high:
        raise CellError(f"{value:g} is not on the scale {low:g} to {high:g}.", "Correct it.")
    return sheet.scale.convert(value)
