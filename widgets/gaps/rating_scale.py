# SPDX-License-Identifier: MIT
"""A rating from 0 to 1 on a line with ticks; not rated is a state of its own, never 0."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.desk import Desk
from widgets.reading.rating_parts import RatingParts

_BY_KEY = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}
_ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Steps(NamedTuple):
    """How a scale is divided: into parts, so many of them to an arrow key, and so many ticks.

    `digits` gives the share of the line that a typed digit means, `told` the words for a share.
    """

    parts: int
    by_key: int
    ticks: int
    digits: Mapping[str, float]
    told: Callable[[float], str]


TENTHS = Steps(
    20, 2, 10, {str(digit): digit / 10 for digit in range(10)}, lambda share: f"{share:.2g} of 1"
)


class RatingScale(QWidget):
    """Takes a rating by click, drag, arrow key or digit; Backspace makes it unknown again."""

    edited = Signal(object)
    """The rating that is wanted, from 0 to 1, or None."""

    def __init__(self, desk: Desk, name: str, steps: Steps = TENTHS) -> None:
        super().__init__()
        self._desk, self._steps = desk, steps
        self.value: float | None = None
        self._dragged: float | None = None
        self.spoken = RatingParts(
            self, self._boxes, self._told, lambda words: self.edited.emit(self._shares()[words])
        )
        self.setAccessibleName(name)
        first, *_, last = steps.digits
        self.setToolTip(
            f"Click or drag, or type {first} to {last}; Backspace takes the rating back"
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_value(None)

    def show_value(self, value: float | None) -> None:
        """Show a rating."""
        self.value, self._dragged = value, None
        self.setAccessibleDescription(self._told() or "not rated")
        self.spoken.tell_reached()
        self.update()

    def sizeHint(self) -> QSize:
        high = self.fontMetrics().height()
        return QSize(high * 9, round(high * 1.5))

    def minimumSizeHint(self) -> QSize:
        high = self.fontMetrics().height()
        return QSize(high * 6, round(high * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, line = self._desk.theme, self._line()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 3))
        painter.drawLine(line.topLeft(), line.topRight())
        painter.setPen(QPen(QColor(theme.mute), 1))
        ticks = self._steps.ticks
        for tick in range(ticks + 1):
            x = line.left() + line.width() * tick / ticks
            reach = 4 if tick in (0, ticks / 2, ticks) else 2
            painter.drawLine(QPointF(x, line.top() - reach), QPointF(x, line.top() + reach))
        shown = self.value if self._dragged is None else self._dragged
        if shown is not None:
            painter.setPen(QPen(QColor(theme.paper), 2))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QPointF(line.left() + line.width() * shown, line.top()), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._line()
        share = (event.position().x() - line.left()) / line.width()
        count = self._steps.parts
        self._dragged = round(min(1.0, max(0.0, share)) * count) / count
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._dragged is not None:
            wanted, self._dragged = self._dragged, None
            self.edited.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if key in _BY_KEY:
            self.edited.emit(self._beside(_BY_KEY[key] * self._steps.by_key))
        elif key in _ENDS:
            self.edited.emit(_ENDS[key])
        elif key in _CLEAR:
            self.edited.emit(None)
        elif text in self._steps.digits:
            self.edited.emit(self._steps.digits[text])
        else:
            super().keyPressEvent(event)

    def _beside(self, by: int) -> float:
        count = self._steps.parts
        place = 0 if self.value is None else round(self.value * count) + by
        return min(count, max(0, place)) / count

    def _told(self) -> str:
        return "" if self.value is None else self._steps.told(self.value)

    def _shares(self) -> dict[str, float]:
        """Give the words of every rating that an arrow key reaches, and of the one there is."""
        count, by = self._steps.parts, self._steps.by_key
        shares = {place / count for place in range(0, count + 1, by)}
        if self.value is not None:
            shares.add(self.value)
        return {self._steps.told(share): share for share in sorted(shares)}

    def _boxes(self) -> dict[str, QRect]:
        """Give where a click means each rating."""
        line, shares = self._line(), self._shares()
        half = line.width() / max(2, 2 * len(shares))
        return {
            words: QRectF(
                line.left() + share * line.width() - half, 0, 2 * half, self.height()
            ).toAlignedRect()
            for words, share in shares.items()
        }

    def _line(self) -> QRectF:
        inset = 12
        return QRectF(inset, self.height() / 2, max(1, self.width() - 2 * inset), 0)
