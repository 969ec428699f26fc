# SPDX-License-Identifier: MIT
"""The quiet "Why?" beside a number: it opens the formula behind the number and what went into it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.dialogs import label
from workshop.why import Why

_WIDTH = 380


class WhyButton(QPushButton):
    """Opens the reasons of one number; hidden while there is no number to explain."""

    def __init__(self, subject: str = "") -> None:
        super().__init__("Why?")
        self.setProperty("role", "quiet")
        self._subject = subject
        self._why: Why | None = None
        self.clicked.connect(lambda _=False: self.open_reasons())
        self.show_why(None, subject)

    def show_why(self, why: Why | None, subject: str = "") -> None:
        """Take the reasons of a number; `subject` names it for those who only hear the button."""
        self._why, self._subject = why, subject.strip() or self._subject
        self.setAccessibleName(f"Why this number: {self._subject}")
        self.setAccessibleDescription(_spoken(why) if why else "")
        self.setToolTip("Why this number?")
        self.setVisible(why is not None)

    def open_reasons(self) -> "Reasons | None":
        """Open the formula and its inputs below the button; Escape closes them."""
        if self._why is None:
            return None
        opened = Reasons(self, self._subject, self._why, self.setFocus)
        opened.show_at(self.mapToGlobal(QPoint(0, self.height() + 4)))
        return opened


class Reasons(QFrame):
    """A small window with a formula and its inputs, closed by Escape or a click elsewhere."""

    def __init__(
        self, parent: QWidget, subject: str, why: Why, closed: Callable[[], object]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedWidth(_WIDTH * max(1, round(self.fontMetrics().height() / 19)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Why this number: {subject}")
        self.setAccessibleDescription(_spoken(why))
        self._closed = closed
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(8)
        if subject:
            inside.addWidget(label(subject, "strong"))
        inside.addWidget(label(why.formula, "mute"))
        inside.addLayout(_inputs(why))

    def show_at(self, place: QPoint) -> None:
        """Show the window at a place of the screen, moved so that all of it can be seen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(place.x(), room.right() - self.width())
        y = min(place.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        closing = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in closing:
            self.close()
            self._closed()
        else:
            super().keyPressEvent(event)


def _inputs(why: Why) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(why.inputs):
        heading = QLabel(name)
        heading.setProperty("role", "caption")
        grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value), row, 1)
    return grid


def _spoken(why: Why) -> str:
    return ". ".join([why.formula, *(f"{name}: {value}" for name, value in why.inputs)])
