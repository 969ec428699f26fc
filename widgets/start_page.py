# SPDX-License-Identifier: MIT
"""The first page: begin, go on, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.choice_card import choice
from widgets.dialogs import label
from workshop.interchange.templates import Template

COLUMN_WIDTH = 1100


class StartPage(QScrollArea):
    """Offers templates, recent files and the sample; every choice is one click or Enter."""

    new_asked = Signal(str)
    """Make a workshop from the template with this key."""
    open_asked = Signal(str)
    """Open this path; "" asks which."""
    sample_asked = Signal()

    def __init__(
        self, templates: tuple[Template, ...], recent: list[Path], sentence: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("role", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 48, 24, 32)
        layout.setSpacing(8)
        layout.addWidget(label("Concord", "display"))
        layout.addWidget(
            label("Lead a group from the future they want to an alliance that holds.", "lead")
        )
        layout.addSpacing(20)
        if sentence:
            layout.addWidget(label(sentence, "error"))
            layout.addSpacing(12)
        layout.addWidget(label("Begin a workshop", "heading"))
        layout.addLayout(self._templates(templates))
        layout.addSpacing(20)
        layout.addLayout(self._going_on(recent))
        layout.addStretch(1)
        holder = QWidget()
        center = QHBoxLayout(holder)
        center.setContentsMargins(0, 0, 0, 0)
        center.addStretch(1)
        center.addWidget(column, 8)
        center.addStretch(1)
        self.setWidget(holder)

    def _templates(self, templates: tuple[Template, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, template in enumerate(templates):
            card = choice(template.title, template.description)
            card.clicked.connect(lambda _=False, key=template.key: self.new_asked.emit(key))
            grid.addWidget(card, place // 2, place % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _going_on(self, recent: list[Path]) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(label("Go on with", "heading"))
        if not recent:
            left.addWidget(label("Workshops you open will be listed here.", "mute"))
        for path in recent:
            row = choice(path.stem, str(path.parent))
            row.clicked.connect(lambda _=False, name=str(path): self.open_asked.emit(name))
            left.addWidget(row)
        browse = QPushButton("Open a file…")
        browse.setProperty("role", "secondary")
        browse.clicked.connect(lambda _=False: self.open_asked.emit(""))
        left.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        right.addWidget(label("See how it looks when it is full", "heading"))
        sample = choice(
            "Sample workshop",
            "A fictional alliance retreat, complete from the agenda to the deal. "
            "Change what you like: it is your own copy.",
        )
        sample.clicked.connect(lambda _=False: self.sample_asked.emit())
        right.addWidget(sample)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        return both
