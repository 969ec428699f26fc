# SPDX-License-Identifier: MIT
"""What one end of a tie says of it, a row of chips for each question."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from workshop import edits
from workshop.history import Step
from workshop.ids import Id
from workshop.partners.tie_records import LEAST, MOST, TRUST, VALUE, TieReport
from workshop.record import field

_ITEMS = ("strength", *TRUST, *VALUE)
_CHIP = "padding: 1px 5px; min-height: 16px;"


class ReportForm(QWidget):
    """Edits one report; unknown is the first chip of every row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.id: Id | None = None
        self.rows: dict[str, ChoiceChips] = {}
        self.remark = RecordForm(desk, TieReport, ("remark",), "")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for name in _ITEMS:
            self._add_row(grid, name)
        grid.addWidget(self.remark, grid.rowCount(), 0, 1, 2)
        grid.setColumnStretch(1, 1)
        desk.changed.connect(self._follow)

    def show_record(self, id: Id) -> None:
        """Show another report."""
        self.id = id
        self.remark.show_record(id)
        self._refresh()

    def _add_row(self, grid: QGridLayout, name: str) -> None:
        described = field(TieReport, name)
        chips = self.rows[name] = ChoiceChips(f"{described.label}, {described.hint}")
        low, high = (0, 5) if name == "strength" else (LEAST, MOST)
        levels = [(str(level), str(level)) for level in range(low, high + 1)]
        chips.offer([("", "?"), *levels])
        for key in ("", *(key for key, _ in levels)):
            chips.chip(key).setStyleSheet(_CHIP)
            chips.chip(key).setAccessibleName(f"{described.label}: {key or 'unknown'}")
        policy = chips.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Minimum)  # a scale stays in one line
        chips.setSizePolicy(policy)
        chips.chosen.connect(partial(self._keep, name))
        words = QLabel(described.label)
        words.setToolTip(described.hint)
        words.setProperty("role", "mute")
        at = grid.rowCount()
        if name == "strength":  # its scale is too long to stand beside a word
            grid.addWidget(words, at, 0, 1, 2)
            grid.addWidget(chips, at + 1, 0, 1, 2)
        else:
            grid.addWidget(words, at, 0)
            grid.addWidget(chips, at, 1)

    def _keep(self, name: str, word: str) -> None:
        number = float if name == "strength" else int
        values: dict[str, Any] = {name: number(word) if word else None}
        change = partial(edits.change, of=TieReport, id=self.id or "", **values)
        label = f"Change “{field(TieReport, name).label.lower()}” in a report"
        self._desk.apply(change, label)

    def _follow(self, step: Step) -> None:
        if step.touches(TieReport):
            self._refresh()

    def _refresh(self) -> None:
        told = self._desk.workshop.of(TieReport).get(self.id or "")
        for name, chips in self.rows.items():
            value = getattr(told, name, None)
            key = "" if value is None else f"{value:g}"
            if key in {"", *map(str, range(6))}:
                chips.show_choice(key)
            else:
                chips.choose_none()
