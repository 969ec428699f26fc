# SPDX-License-Identifier: MIT
"""The shortcut sheet, made from the verbs themselves so that it cannot be out of date."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.actions import VERBS
from widgets.dialogs import Panel, label

if TYPE_CHECKING:
    from widgets.application import Concord

IN_TABLES = (
    ("Type", "Replace the cell"),
    ("F2", "Edit the cell"),
    ("Tab, Enter", "Keep and move on"),
    ("Escape", "Leave the cell as it was"),
    ("Space", "Check or uncheck"),
    ("Delete", "Remove the selected rows"),
    ("Ctrl+C, Ctrl+V", "Copy and paste, also from a spreadsheet"),
    ("Ctrl+D", "Fill down"),
)
ON_THE_MAP = (
    ("Arrows", "Move to the neighbor that way"),
    ("Tab", "Next organization"),
    ("Enter", "Edit the name"),
    ("+, -, F", "Zoom in, out, fit"),
    ("P", "Pin or unpin"),
    ("T", "Tidy the map"),
)


class ShortcutPanel(Panel):
    """All keys, by what they belong to."""

    def __init__(self, app: "Concord") -> None:
        super().__init__(app.window, "Keyboard shortcuts", width=760)
        self.resize(820, app.window.height() - 80)
        groups: dict[str, list[tuple[str, str]]] = {}
        for verb in VERBS:
            if verb.shortcuts:
                keys = ", ".join(_shown(each) for each in verb.shortcuts)
                groups.setdefault(verb.menu, []).append((keys, verb.text.rstrip("…")))
        groups["Edit"].append(("F10", "Menu"))
        left, right = QVBoxLayout(), QVBoxLayout()
        for place, (title, rows) in enumerate(
            [*groups.items(), ("In a table", list(IN_TABLES)), ("On the map", list(ON_THE_MAP))]
        ):
            side = left if place % 2 == 0 else right
            side.addWidget(label(title, "heading"))
            side.addLayout(_sheet(rows))
            side.addSpacing(12)
        left.addStretch(1)
        right.addStretch(1)
        holder = QWidget()
        both = QHBoxLayout(holder)
        both.setSpacing(32)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        area = QScrollArea()
        area.setAccessibleName("All shortcuts")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.content.addWidget(area, 1)
        self.add_button("Close", self.accept, "primary")


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _sheet(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for row, (keys, words) in enumerate(rows):
        key = QLabel(keys)
        key.setProperty("role", "key")
        grid.addWidget(key, row, 0)
        grid.addWidget(QLabel(words), row, 1)
    return grid


def show_shortcuts(app: "Concord") -> None:
    """Open the shortcut sheet."""
    ShortcutPanel(app).open()
