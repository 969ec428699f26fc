# SPDX-License-Identifier: MIT
"""A list of records in a card, and below it the whole of the chosen one in another."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.forms.naming import name_of
from widgets.forms.record_form import RecordForm
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import MOST_LINES, make_snug
from workshop.history import Step
from workshop.ids import Id
from workshop.record import Record, noun

_LONGEST = 90
"""The most letters of a name that stand over a form."""


class ListAndForm(QWidget):
    """Lists records of a kind as high as they need; the form shows while a row is chosen."""

    chosen = Signal(str)
    """Another record is chosen; its id, or "" for none."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Column | str],
        *,
        empty: str,
        defaults: Callable[[], dict[str, Any]] = dict,
        where: Callable[[Any], bool] | None = None,
        form: Sequence[str] | None = None,
        add_label: str = "",
        most_lines: int = MOST_LINES,
    ) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self.table = RecordTable(
            desk,
            kind,
            columns,
            where=where,
            defaults=defaults,
            empty=empty,
            add_label=add_label or f"Add {noun(kind)}",
        )
        self._snug = make_snug(self.table, most_lines)
        self.form = RecordForm(desk, kind, form)
        self.list_card, self.form_card = Card(), Card()
        self.list_card.add(self.table)
        self.form_card.add(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.list_card)
        layout.addWidget(self.form_card)
        self.table.selected.connect(self._choose)
        self.table.added.connect(self.table.selected)
        desk.changed.connect(self._follow)
        self._choose("")
        self._snug.may_fill = self.form_card.isHidden

    @property
    def id(self) -> Id:
        """The id of the chosen record, or ""."""
        return self.form.id or ""

    def select(self, id: Id) -> None:
        """Bring a record into view and choose it."""
        self.table.select(id)

    def _choose(self, id: Id) -> None:
        self.form.show_record(id or None)
        is_folded = self.form_card.isHidden()
        self._show_name()
        if is_folded != self.form_card.isHidden():
            self._snug.fit_soon()
        self.chosen.emit(self.id)

    def _follow(self, step: Step) -> None:
        if step.touches(self._kind):
            self._show_name()

    def _show_name(self) -> None:
        workshop = self._desk.workshop
        record = workshop.of(self._kind).get(self.id)
        self.form_card.setVisible(record is not None)
        self.form_card.show_words(_short(name_of(workshop, record)) if record else "")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0] + "…"
