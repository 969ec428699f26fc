# SPDX-License-Identifier: MIT
"""The menu of what is less often filtered: status, direction, and the groups shown as areas."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workshop.partners.graph import IN_FORCE, NetworkFilter
from workshop.partners.metrics_table import group_fields

_STATUSES = ("planned", "active", "ended")
_WAYS = (("Any direction", None), ("One-way ties only", True), ("Two-way ties only", False))


class FilterMenu(QMenu):
    """Knows what is ticked; whoever opens it hears of a change."""

    changed = Signal()
    grouped = Signal(str)
    """The field whose groups are shown as areas, or ""."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.addSection("Ties that are")
        self.statuses = {name: self._tick(name.capitalize()) for name in _STATUSES}
        for name, action in self.statuses.items():
            action.setChecked(name in IN_FORCE)
            action.toggled.connect(self.changed)
        self.addSection("Direction")
        self.ways = self._one_of(_WAYS)
        self.directed = self._tick("Measure with direction")
        for each in (*self.ways, self.directed):
            each.toggled.connect(self.changed)
        self.addSection("Soft areas")
        fields = (
            ("No areas", ""),
            *((f"By {label.lower()}", name) for name, label in group_fields()),
        )
        self.areas = self._one_of(fields)
        for each in self.areas:
            each.toggled.connect(partial(self._group, each))

    def applied_to(self, filter: NetworkFilter) -> NetworkFilter:
        """Give the filter with what is ticked here."""
        statuses = frozenset(name for name, action in self.statuses.items() if action.isChecked())
        way = next(action.data() for action in self.ways if action.isChecked())
        directed = self.directed.isChecked()
        return filter._replace(statuses=statuses, one_way=way, directed=directed)

    def _group(self, action: QAction, on: bool) -> None:
        if on:
            self.grouped.emit(action.data())

    def _tick(self, words: str) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        return action

    def _one_of(self, choices: Sequence[tuple[str, object]]) -> list[QAction]:
        group = QActionGroup(self)
        made = []
        for words, value in choices:
            action = self._tick(words)
            action.setData(value)
            group.addAction(action)
            made.append(action)
        made[0].setChecked(True)
        return made
