# SPDX-License-Identifier: MIT
"""A part of a page with a matrix of things and organizations, and the chosen thing below it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from widgets.cards import Card
from widgets.deal.add_line import AddLine
from widgets.deal.letter_matrix import LetterMatrix
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.record_form import RecordForm
from widgets.step_page import StepPage
from widgets.why import WhyButton
from workshop.document import Edit
from workshop.edits import add, remove
from workshop.ids import Id, new_id
from workshop.record import Record, noun
from workshop.why import Why

_MOST_PROBLEMS = 8


class Shown(NamedTuple):
    """What a matrix shows: title, line below, rows, columns, cells, problems, and reasons."""

    title: str
    subtitle: str
    rows: Sequence[tuple[Id, str]]
    columns: Sequence[tuple[Id, str]]
    cells: Mapping[tuple[Id, Id], str]
    problems: Sequence[str]
    why: Why | None = None


class MatrixPart(StepPage):
    """The frame of a matrix; a subclass reads the workshop and answers to keys."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        letters: Mapping[str, str],
        fields: Sequence[str],
        board: str,
        empty: str,
    ) -> None:
        super().__init__(desk, board)
        self.kind, self._empty = kind, empty
        self._new: Id = ""
        self.card, self.form_card = Card(), Card()
        self.why = WhyButton()
        self.card.buttons.addWidget(self.why)
        one = noun(kind)
        self.matrix = LetterMatrix(f"{noun(kind, 2)} and organizations", one.capitalize(), letters)
        self.keys = label("", "hint")
        self.problems = label("", "mute")
        self.line = AddLine(desk, f"Add {_a(one)}", self._added, self._go_to_new)
        for widget in (self.matrix, self.keys, self.line, self.problems):
            self.card.add(widget)
        self.form = RecordForm(desk, kind, fields)
        self.form_card.add(self.form)
        self.form_card.add_action(f"Remove {one}", self.remove_chosen)
        self.place(self.card, self.form_card)
        self.matrix.typed.connect(self.answer)
        self.matrix.turned.connect(self.turn)
        self.matrix.chosen.connect(self._choose)
        self.show_again()
        self._choose("")

    def read(self) -> Shown:
        """Give what the matrix shows now."""
        raise NotImplementedError

    def answer(self, row: Id, column: Id, letter: str) -> None:
        """Take a key that was pressed in a cell."""
        raise NotImplementedError

    def turn(self, row: Id, column: Id) -> None:
        """Go to the next answer of a cell."""
        raise NotImplementedError

    def select(self, id: Id) -> None:
        """Go to the row of a record."""
        self.matrix.select(id)

    def remove_chosen(self) -> None:
        """Remove the record of the current row, with its answers."""
        if self.form.id:
            self.desk.apply(
                partial(remove, kind=self.kind, ids=[self.form.id]), f"Remove {noun(self.kind)}"
            )

    def show_again(self) -> None:
        """Show what the workshop holds now."""
        found = self.read()
        self.card.show_words(found.title, found.subtitle if found.rows else self._empty)
        self.why.show_why(found.why)
        self.matrix.setVisible(bool(found.rows))
        self.keys.setVisible(bool(found.rows))
        self.matrix.show_matrix(found.rows, found.columns, found.cells)
        self.problems.setText("\n".join(found.problems[:_MOST_PROBLEMS]))
        self.problems.setVisible(bool(found.problems))
        self._choose(self.matrix.current)

    def _added(self, text: str) -> Edit:
        self._new = new_id()
        named: dict[str, Any] = {"name": text}
        return lambda workshop: add(workshop, self.kind(id=self._new, **named))

    def _go_to_new(self) -> None:
        self.matrix.select(self._new)

    def _choose(self, id: Id) -> None:
        record = self.desk.workshop.of(self.kind).get(id)
        self.form_card.setVisible(record is not None)
        if record is not None and self.form.id != id:
            self.form.show_record(id)
        elif record is None:
            self.form.show_record(None)
        self.form_card.show_words(getattr(record, "name", "") if record else "")


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
