# SPDX-License-Identifier: MIT
"""The plain page of a step: one table, and below it the whole of the chosen record."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.pages import Exposure
from widgets.tables.record_table import Column, RecordTable
from workshop.ids import Id
from workshop.record import Record, noun


class RecordPage(QWidget):
    """Lists the records of a kind and edits them in place or in the form."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Column | str],
        *,
        empty: str,
        board: Exposure,
        defaults: Callable[[], dict[str, Any]] = dict,
        form: Sequence[str] | None = None,
    ) -> None:
        super().__init__()
        self._board = board
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(16)
        self.table = RecordTable(
            desk, kind, columns, defaults=defaults, empty=empty, add_label=f"Add {noun(kind)}"
        )
        self.table_card = Card()
        self.table_card.add(self.table)
        self.form = RecordForm(desk, kind, form)
        self.form_card = Card()
        self.form_card.add(self.form)
        self.table.selected.connect(self._show)
        self.layout_.addWidget(self.table_card, 1)
        self.layout_.addWidget(self.form_card)
        self._show("")

    def select(self, id: Id) -> None:
        """Bring a record into view and choose it."""
        self.table.select(id)

    def exposure(self) -> Exposure:
        """Give the board the room sees for this step."""
        return self._board

    def _show(self, id: Id) -> None:
        self.form.show_record(id or None)
        self.form_card.setVisible(bool(id))
