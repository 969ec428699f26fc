# SPDX-License-Identifier: MIT
"""The menu that says which ties are looked at; it stays open while several are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QWidget, QWidgetAction

from workshop.partners.graph import IN_FORCE, NetworkFilter

_STATUSES = ("planned", "active", "ended")
_WAYS = (("Any direction", None), ("One-way ties only", True), ("Two-way ties only", False))
_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StayingMenu(QMenu):
    """A menu whose ticks can be set one after the other, by mouse and by keys."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick without closing."""
        action = self.activeAction()
        if action is not None and action.isCheckable() and event.key() in _TICKS:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def tick(self, words: str, before: QAction | None = None) -> QAction:
        """Add something to tick, at the end or before another entry."""
        action = QAction(words.replace("&", "&&"), self)
        action.setCheckable(True)
        self.insertAction(before, action) if before else self.addAction(action)
        return action

    def caption(self, words: str) -> QAction:
        """Begin a part of the menu under a word that cannot be chosen; give its line."""
        line = self.addSeparator()
        self.addAction(words).setEnabled(False)
        return line

    def one_of(self, choices: Sequence[tuple[str, object]]) -> list[QAction]:
        """Add several of which one is ticked, the first to begin with."""
        group = QActionGroup(self)
        made = []
        for words, value in choices:
            action = self.tick(words)
            action.setData(value)
            group.addAction(action)
            made.append(action)
        made[0].setChecked(True)
        return made


class FilterMenu(StayingMenu):
    """Knows what is ticked; whoever opens it hears of a change."""

    changed = Signal()
    capabilities_shown = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.relations: dict[str, QAction] = {}
        self.caption("Relations")
        self.every = self.tick("All relations")
        self.every.setChecked(True)
        self.every.toggled.connect(self._tick_all)
        self._below_relations = self.caption("Least strength")
        self.strength, self._strength_words = QSlider(Qt.Orientation.Horizontal), QLabel()
        self._add_strength()
        self.caption("Ties that are")
        self.statuses = {name: self.tick(name.capitalize()) for name in _STATUSES}
        for name, action in self.statuses.items():
            action.setChecked(name in IN_FORCE)
            action.toggled.connect(self.changed)
        self.caption("Direction")
        self.ways = self.one_of(_WAYS)
        self.directed = self.tick("Measure with direction")
        for each in (*self.ways, self.directed):
            each.toggled.connect(self.changed)
        self.caption("Also show")
        self.capabilities = self.tick("Capabilities and who could cover them")
        self.capabilities.toggled.connect(self.capabilities_shown)

    def offer_relations(self, names: Sequence[str]) -> None:
        """Have an entry for each relation in use; new ones are ticked."""
        for name in [name for name in self.relations if name not in names]:
            self.removeAction(self.relations[name])
            self.relations.pop(name).deleteLater()
        for name in names:
            if name not in self.relations:
                action = self.relations[name] = self.tick(name, self._below_relations)
                action.setChecked(True)
                action.toggled.connect(self._heed)
        self._show_every()

    def chosen(self) -> NetworkFilter:
        """Give the filter that is ticked."""
        kept = frozenset(name for name, action in self.relations.items() if action.isChecked())
        return NetworkFilter(
            relations=None if len(kept) == len(self.relations) else kept,
            min_strength=self.strength.value(),
            statuses=frozenset(name for name, each in self.statuses.items() if each.isChecked()),
            directed=self.directed.isChecked(),
            one_way=next(action.data() for action in self.ways if action.isChecked()),
        )

    def _tick_all(self, on: bool) -> None:
        for action in self.relations.values():
            action.blockSignals(True)
            action.setChecked(on)
            action.blockSignals(False)
        self.changed.emit()

    def _heed(self) -> None:
        self._show_every()
        self.changed.emit()

    def _show_every(self) -> None:
        self.every.blockSignals(True)
        self.every.setChecked(all(each.isChecked() for each in self.relations.values()))
        self.every.blockSignals(False)

    def _add_strength(self) -> None:
        self.strength.setRange(0, 5)
        self.strength.setAccessibleName("Least strength of the ties shown, 0 to 5")
        self.strength.valueChanged.connect(self._change_strength)
        self._strength_words.setText("any")
        self._strength_words.setMinimumWidth(self.fontMetrics().horizontalAdvance("5 or more"))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(12, 4, 12, 4)
        inside.addWidget(self.strength, 1)
        inside.addWidget(self._strength_words)
        action = QWidgetAction(self)
        action.setDefaultWidget(row)
        self.addAction(action)

    def _change_strength(self, least: int) -> None:
        self._strength_words.setText("any" if not least else f"{least} or more")
        self.changed.emit()
