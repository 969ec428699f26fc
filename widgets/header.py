# SPDX-License-Identifier: MIT
"""The head of a page: the step, its guiding question, undo and redo, and the room screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from widgets.desk import Desk
from widgets.elided_label import ElidedLabel
from widgets.icons import icon
from workshop.path.step import PathStep


class Header(QFrame):
    """Stays above every page, so that undo and Show to room are always in the same place."""

    def __init__(self, desk: Desk, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "header")
        self._title, self._question = ElidedLabel(""), ElidedLabel("")
        self._title.setProperty("role", "title")
        self._question.setProperty("role", "subtitle")
        for label in (self._title, self._question):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._question)
        self._undo = self._button(actions["undo"], "undo-2")
        self._redo = self._button(actions["redo"], "redo-2")
        self._swap = self._button(actions["swap"], "arrow-left-right")
        self._room = QPushButton("Show to room")
        self._room.setProperty("role", "primary")
        self._room.clicked.connect(actions["room"].trigger)
        self._room.setToolTip("Show this to the room (F5)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 10)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button in (self._undo, self._redo, self._swap, self._room):
            layout.addWidget(button)
        self._swap.hide()
        desk.changed.connect(lambda _step: self.refresh())
        desk.theme_changed.connect(self._tint)
        self._tint()
        self.refresh()

    def show_step(self, step: PathStep) -> None:
        """Show the title and the guiding question of a step."""
        self._title.setText(step.title)
        self._question.setText(step.question)
        self._question.setToolTip(step.question)

    def show_room_state(self, *, shown: bool, here: bool, has_display: bool) -> None:
        """Say whether the room sees something, whether it is this page, and what swapping does."""
        self._room.setText("In the room" if here else "Show to room")
        self._room.setProperty("shown", here)
        self._swap.setVisible(shown)
        swaps = "Swap screens" if has_display else "Fill this screen for the room"
        self._swap.setToolTip(f"{swaps} (Ctrl+F5)")
        self._swap.setAccessibleName(swaps)

    def refresh(self) -> None:
        """Say what undo and redo would do."""
        history = self.desk.document.history
        for button, step, verb, keys in (
            (self._undo, history.undoable, "Undo", "Ctrl+Z"),
            (self._redo, history.redoable, "Redo", "Ctrl+Shift+Z"),
        ):
            button.setEnabled(step is not None and not self.desk.document.read_only_because)
            words = f"{verb}: {step.label}" if step else f"Nothing to {verb.lower()}"
            button.setToolTip(f"{words} ({keys})")
            button.setAccessibleName(words)

    def _button(self, action: QAction, icon_name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "tool")
        button.setProperty("icon_name", icon_name)
        button.setToolTip(action.text())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        return button

    def _tint(self) -> None:
        for button in (self._undo, self._redo, self._swap):
            button.setIcon(icon(button.property("icon_name"), self.desk.theme.ink))
