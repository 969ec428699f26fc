# SPDX-License-Identifier: MIT
"""Who decides: the matrix of decisions, with seats, votes needed and how evenly say is spread."""

from functools import partial
from typing import Any

from widgets.deal.matrix_part import MatrixPart, Shown
from widgets.desk import Desk
from workshop.deal.edits import set_right
from workshop.deal.operating_records import DecisionRight, PartyRight
from workshop.deal.power import SAY_LABELS, power, power_sentence
from workshop.deal.records import LedgerItem
from workshop.deal.seats import seats_problem
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.why import few, percent

_LETTERS = {label[0]: say for say, label in SAY_LABELS.items()}
_KEYS = {**_LETTERS, **{str(digit): f"{digit} seats" for digit in range(10)}}
_EMPTY = (
    "What will have to be decided again and again, such as the budget or who may join, and who "
    "decides it when you do not agree. Start with the decision you would least like to lose."
)
_FORM = ("name", "area", "weight", "threshold")


class RightsPart(MatrixPart):
    """Every decision has somebody who decides; seats are typed as digits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, DecisionRight, _KEYS, _FORM, "decision_rights", _EMPTY)
        words = ", ".join(f"{letter} {say}" for letter, say in _LETTERS.items())
        self.keys.setText(
            f"Keys in a cell: {words}, a digit for its seats; Backspace clears. "
            "A double click goes on."
        )
        self.follow((DecisionRight, PartyRight, Organization, LedgerItem), self.show_again)

    def read(self) -> Shown:
        found = power(self.desk.workshop)
        cells = {key: _cell(right) for key, right in found.rights.items()}
        rows = [(each.id, _row(each)) for each in found.decisions]
        columns = [(each.id, each.name) for each in found.organizations]
        open_ones = [f"“{each.name}”" for each in found.undecided]
        problems = [f"Nobody decides on {few(open_ones)}."] if open_ones else []
        problems += filter(None, [seats_problem(self.desk.workshop)])
        title = power_sentence(found) if rows else "Who decides what"
        why = found.why if found.balance is not None else None
        return Shown(title, "", rows, columns, cells, problems, why)

    def answer(self, row: Id, column: Id, letter: str) -> None:
        values: dict[str, Any] = {"right": _LETTERS.get(letter)}
        if letter.isdigit():
            values = {"seats": int(letter)}
        elif not letter:
            values = {"right": None, "seats": None}
        edit = partial(set_right, decision=row, organization=column, **values)
        self.desk.apply(edit, "Say who decides")

    def turn(self, row: Id, column: Id) -> None:
        says = [*SAY_LABELS, None]
        found = power(self.desk.workshop).rights.get((row, column))
        at = says.index(found.right) if found else len(says) - 1
        following = says[(at + 1) % len(says)]
        edit = partial(set_right, decision=row, organization=column, right=following)
        self.desk.apply(edit, "Say who decides")


def _cell(right: PartyRight) -> str:
    say = SAY_LABELS.get(right.right or "", "")
    if right.seats is None:
        return say
    seats = f"{right.seats} seat" + ("" if right.seats == 1 else "s")
    return f"{say}, {seats}" if say else seats


def _row(decision: DecisionRight) -> str:
    if decision.threshold is None:
        return decision.name
    return f"{decision.name}, {percent(decision.threshold)} of votes"
