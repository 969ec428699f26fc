# SPDX-License-Identifier: MIT
"""Who does what: the matrix of activities, in which R, A, C and I are keys."""

from functools import partial

from widgets.deal.matrix_part import MatrixPart, Shown
from widgets.desk import Desk
from workshop.deal.edits import clear_roles, toggle_role
from workshop.deal.operating_records import Activity, Role
from workshop.deal.raci import PARTS, raci
from workshop.deal.records import LedgerItem
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

_LETTERS = {part[0].upper(): part for part in PARTS}
_EMPTY = (
    "What the alliance will do, and for each activity who answers for it and who does the work. "
    "Start with the one that has the most hands on it."
)
_FORM = ("name", "description", "needs")


class RolesPart(MatrixPart):
    """Exactly one is accountable for each activity, and somebody responsible."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Activity, _LETTERS, _FORM, "raci", _EMPTY)
        words = ", ".join(f"{letter} {part}" for letter, part in _LETTERS.items())
        self.keys.setText(f"Keys in a cell: {words}; Backspace clears. A double click goes on.")
        self.follow((Activity, Role, Organization, LedgerItem), self.show_again)

    def read(self) -> Shown:
        found = raci(self.desk.workshop)
        columns = [(each.id, each.name) for each in found.organizations]
        rows = [(each.id, each.name) for each in found.activities]
        problems = [sentence for _, sentence in found.problems] if rows else []
        return Shown(_title(rows, problems), "", rows, columns, found.letters, problems)

    def answer(self, row: Id, column: Id, letter: str) -> None:
        if letter:
            edit = partial(toggle_role, activity=row, organization=column, part=_LETTERS[letter])
        else:
            edit = partial(clear_roles, activity=row, organization=column)
        self.desk.apply(edit, "Say who does what")

    def turn(self, row: Id, column: Id) -> None:
        letters = list(_LETTERS)
        shown = raci(self.desk.workshop).letters.get((row, column), "")
        at = letters.index(shown[0]) + 1 if shown else 0

        def edit(workshop: Workshop) -> Workshop:
            workshop = clear_roles(workshop, row, column)
            if at < len(letters):
                return toggle_role(workshop, row, column, _LETTERS[letters[at]])
            return workshop

        self.desk.apply(edit, "Say who does what")


def _title(rows: list[tuple[Id, str]], problems: list[str]) -> str:
    if not rows:
        return "Who does what"
    many = counted(len(rows), "activity", "activities")
    if problems:
        return f"{many}, {counted(len(problems), 'point')} to settle"
    return f"{many}, each with one who answers for it and somebody who does the work"
