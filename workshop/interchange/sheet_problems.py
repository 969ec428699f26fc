# SPDX-License-Identifier: MIT
"""What is to be known of a sheet as a whole: what was left out, and what was taken for granted."""

from collections.abc import Iterator

from workshop.interchange.headers import ASSUMED
from workshop.interchange.own_sheets import README
from workshop.interchange.plan import SheetPlan
from workshop.interchange.problem import Problem
from workshop.interchange.rows import header_of
from workshop.interchange.sheet import is_blank
from workshop.interchange.strengths import words_of
from workshop.interchange.tie_answer import OF_TIES
from workshop.record import Field, fields

NO_FIELD = "This column was not imported."


def sheet_problems(sheet: SheetPlan) -> Iterator[Problem]:
    """Give what is to be said of a sheet before its rows are gone through."""
    yield from sheet.sheet.notes
    if sheet.sheet.is_hidden and sheet.holds == "left_out":
        sentence = "This sheet is hidden in the workbook and was left out."
        yield _of_sheet(sheet, sentence, "Show it there if it is to come in.", lost=False)
    if sheet.holds == "nothing" and sheet.sheet.name != README:
        sentence = "Concord cannot tell what this sheet holds; it was not imported."
        fix = "Name its columns as in the template, or say what it holds."
        yield _of_sheet(sheet, sentence if sheet.sheet.rows else "This sheet is empty.", fix)
    if sheet.holds == "records":
        yield from _columns(sheet)
        if missing := missing_fields(sheet):
            labels = " and ".join(field.label for field in missing)
            words = f"No column gives {labels}, so that no row can come in."
            yield _of_sheet(sheet, words, "Choose the column it comes from.")
    if sheet.kind in OF_TIES:
        yield from _ties(sheet)


def missing_fields(sheet: SheetPlan) -> list[Field]:
    """Give the fields that every record must have and no column of a list gives."""
    if sheet.holds != "records" or sheet.kind is None or len(sheet.sheet.rows) < 2:
        return []
    given = {"id", *sheet.columns.values(), *ASSUMED.get(sheet.kind, ())}
    return [each for each in fields(sheet.kind) if each.required and each.name not in given]


def _columns(sheet: SheetPlan) -> Iterator[Problem]:
    for index in range(max(map(len, sheet.sheet.rows[sheet.header :]), default=0)):
        if index in sheet.columns or not _has_content(sheet, index):
            continue
        name, number = header_of(sheet, index), sheet.sheet.numbers[sheet.header]
        at = Problem(sheet.sheet.file, sheet.sheet.name, number, name, "")
        if index == sheet.code:
            sentence = "This column was only used to tell apart what has the same name."
            yield at._replace(sentence=sentence, lost=False)
        else:
            yield at._replace(sentence=NO_FIELD, fix="Concord has no field for it.")


def _ties(sheet: SheetPlan) -> Iterator[Problem]:
    has_rows = sheet.holds == "records" and len(sheet.sheet.rows) > 1
    if has_rows and "relation" not in sheet.columns.values():
        sentence = f"No column says what kind of tie it is; all came in as “{sheet.relation}”."
        yield _of_sheet(sheet, sentence, "Name the relation when importing.", lost=False)
    if words := [word for word in words_of(sheet) if word.is_understood]:
        meant = ", ".join(
            f"“{word.text}” is {'unknown' if word.strength is None else f'{word.strength:g}'}"
            for word in words
        )
        sentence = f"Strength in words was read on the scale 0 to 5: {meant}."
        fix = "If that is wrong, give each word its number."
        yield _of_sheet(sheet, sentence, fix, lost=False)


def _has_content(sheet: SheetPlan, index: int) -> bool:
    rows = sheet.sheet.rows[sheet.header :]
    return any(index < len(row) and not is_blank(row[index]) for row in rows)


def _of_sheet(sheet: SheetPlan, sentence: str, fix: str, lost: bool = True) -> Problem:
    return Problem(sheet.sheet.file, sheet.sheet.name, 0, "", sentence, fix, lost)
