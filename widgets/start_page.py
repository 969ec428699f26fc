# SPDX-License-Identifier: MIT
"""The first page: begin, go on, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

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
        layout.addWidget(_label("Concord", "display"))
        layout.addWidget(
            _label("Lead a group from the future they want to an alliance that holds.", "lead")
        )
        layout.addSpacing(20)
        if sentence:
            layout.addWidget(_label(sentence, "error"))
            layout.addSpacing(12)
        layout.addWidget(_label("Begin a workshop", "heading"))
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
            choice = _choice(template.title, template.description)
            choice.clicked.connect(lambda _=False, key=template.key: self.new_asked.emit(key))
            grid.addWidget(choice, place // 2, place % 2)
        return grid

    def _going_on(self, recent: list[Path]) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(_label("Go on with", "heading"))
        if not recent:
            left.addWidget(_label("Workshops you open will be listed here.", "mute"))
        for path in recent:
            row = _choice(path.stem, str(path.parent))
            row.clicked.connect(lambda _=False, name=str(path): self.open_asked.emit(name))
            left.addWidget(row)
        browse = QPushButton("Open a file…")
        browse.setProperty("role", "secondary")
        browse.clicked.connect(lambda _=False: self.open_asked.emit(""))
        left.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        right.addWidget(_label("See how it looks when it is full", "heading"))
        sample = _choice(
            "Sample workshop",
            "A fictional alliance retreat, complete from the agenda to the partner network. "
            "Change what you like: it is your own copy.",
        )
        sample.clicked.connect(lambda _=False: self.sample_asked.emit())
        right.addWidget(sample)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        return both


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


class _Choice(QPushButton):
    """A card to press: a title and a sentence, as high as they are at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 12, 16, 12)
        self.content.setSpacing(2)

    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.content.heightForWidth(width)


def _choice(title: str, sentence: str) -> QPushButton:
    button = _Choice()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setProperty("role", "choice")
    button.setAccessibleName(title)
    button.setAccessibleDescription(sentence)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    for text, role in ((title, "strong"), (sentence, "mute")):
        label = _label(text, role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.content.addWidget(label)
    button.content.addStretch(1)
    return button
