# SPDX-License-Identifier: MIT
"""A hundred points spread over a few lines, with what is left to give always in sight."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.editors import as_editor, make_editor
from widgets.gaps.rating_scale import RatingScale, Steps
from workshop.record import Field, RuleError
from workshop.why import counted

ALL = 100
HUNDRED = Steps(
    20, 1, 10, {str(digit): digit / 10 for digit in range(10)}, lambda share: f"{ALL * share:.0f}"
)
_LETTERS = 7


class PointLine(NamedTuple):
    """One line to give points to: its key, its words, and what it means."""

    key: str
    words: str
    hint: str = ""


class _Line(NamedTuple):
    label: QLabel
    scale: RatingScale
    number: QWidget
    remove: QPushButton | None


class PointRows(QWidget):
    """A line to drag and a number to type for each key; what nobody gave points to is unknown."""

    edited = Signal(str, object)
    """The points that are wanted for a key, or None."""
    removed = Signal(str)
    """A line is to be taken off, where lines can be."""

    def __init__(
        self, desk: Desk, field: Field, *, can_remove: bool = False, needs_all: bool = False
    ) -> None:
        super().__init__()
        self._desk, self._field = desk, field
        self._can_remove, self._needs_all = can_remove, needs_all
        self.lines: dict[str, _Line] = {}
        self._order: list[PointLine] = []
        self.points: dict[str, int | None] = {}
        self.left = label("", "strong")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._grid)
        whole.addWidget(self.left)

    def offer(self, lines: Sequence[PointLine]) -> None:
        """Offer lines to give points to; those that stay keep their focus."""
        if list(lines) == self._order:
            return
        for line in self._order:
            self._take_off(line.key)
        self._order = list(lines)
        for row, line in enumerate(lines):
            self._put(row, line)

    def show_points(self, points: Mapping[str, int | None]) -> None:
        """Show the points of each line, and what is left."""
        self.points = {line.key: points.get(line.key) for line in self._order}
        for key, value in self.points.items():
            line = self.lines[key]
            line.scale.show_value(None if value is None else value / ALL)
            as_editor(line.number).show_value(value)
        self.left.setText(left_words(self.points, needs_all=self._needs_all))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the next typing a step of its own when the focus leaves a number."""
        if event.type() == QEvent.Type.FocusOut:
            self._desk.document.end_merge()
        return super().eventFilter(watched, event)

    def _put(self, row: int, line: PointLine) -> None:
        words = label(line.words, "body")
        words.setToolTip(line.hint)
        scale = RatingScale(self._desk, f"Points for {line.words}", HUNDRED)
        scale.edited.connect(lambda share: self._drag(line.key, share))
        number: Any = make_editor(self._desk, self._field, self)
        number.setAccessibleName(f"Points for {line.words}")
        number.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS + 24)
        number.edited.connect(lambda: self._type(line.key))
        number.installEventFilter(self)
        remove = self._remove_button(line) if self._can_remove else None
        made = _Line(words, scale, number, remove)
        for column, widget in enumerate(each for each in made if each is not None):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        self.lines[line.key] = made

    def _remove_button(self, line: PointLine) -> QPushButton:
        button = QPushButton("×")
        button.setProperty("role", "quiet")
        button.setAccessibleName(f"Take {line.words} off the list")
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda _=False: self.removed.emit(line.key))
        return button

    def _take_off(self, key: str) -> None:
        for widget in self.lines.pop(key):
            if widget is not None:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _drag(self, key: str, share: float | None) -> None:
        self.edited.emit(key, None if share is None else round(share * ALL))

    def _type(self, key: str) -> None:
        try:
            value = as_editor(self.lines[key].number).value()
        except RuleError as wrong:
            self.left.setText(str(wrong))
            return
        self.edited.emit(key, value)


def left_words(points: Mapping[str, int | None], *, needs_all: bool) -> str:
    """Say how many of the 100 points are left to give, or too many, or that a line lacks its own."""
    given = [value for value in points.values() if value is not None]
    left = ALL - sum(given)
    if not given:
        return f"{ALL} points to spread"
    if left > 0:
        return f"{counted(left, 'point')} left to give"
    if left < 0:
        return f"{counted(-left, 'point')} too many; take some away"
    if needs_all and len(given) < len(points):
        return "All 100 points are given; type 0 where you mean none"
    return "All 100 points are given"
