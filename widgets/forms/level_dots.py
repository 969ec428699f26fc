# SPDX-License-Identifier: MIT
"""Ratings on a short scale as dots: filled up to the value, hollow above, the number beside."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from resources.theme import Theme
from widgets.desk import Desk
from widgets.reading.rating_parts import RatingParts
from workshop.record import Field, RuleError


def pitch(metrics: QFontMetricsF) -> float:
    """Give the distance between two dots in pixels, from the size of the text beside them."""
    return metrics.height() * 0.95


def paint_dots(
    painter: QPainter, place: QRectF, value: int | None, field: Field, theme: Theme
) -> None:
    """Paint a rating into a place, beginning at its left."""
    metrics = QFontMetricsF(painter.font())
    step, radius = pitch(metrics), metrics.height() * 0.27
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    count = int(field.high or 5)
    for place_in_row in range(1, count + 1):
        is_filled = value is not None and place_in_row <= value
        color = QColor(
            theme.accent if is_filled else theme.mute if value is not None else theme.line
        )
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
        middle = QPointF(place.left() + (place_in_row - 0.5) * step, place.center().y())
        painter.drawEllipse(middle, radius, radius)
    painter.setPen(QColor(theme.ink if value is not None else theme.mute))
    words = place.adjusted(count * step + step * 0.4, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "–" if value is None else str(value))
    painter.restore()


def dots_width(metrics: QFontMetricsF, field: Field) -> float:
    """Give the width that a rating takes, in pixels."""
    return (int(field.high or 5) + 1.4) * pitch(metrics)


def level_at(x: float, metrics: QFontMetricsF, value: int | None, field: Field) -> int | None:
    """Give the rating that a click at x means; on the last filled dot it takes that dot away."""
    clicked = int(x // pitch(metrics)) + 1
    if not 1 <= clicked <= int(field.high or 5):
        return value
    if clicked != value:
        return clicked
    return clicked - 1 if clicked - 1 >= int(field.low or 0) else None


def level_of_key(text: str, field: Field) -> int | None:
    """Give the rating that a typed digit means, or None if it is none of this scale."""
    if len(text) == 1 and text.isascii() and text.isdigit():
        number = int(text)
        if int(field.low or 0) <= number <= int(field.high or 5):
            return number
    return None


class LevelEditor(QWidget):
    """Takes a rating by click, digit or arrow key; Backspace makes it unknown."""

    edited = Signal()

    def __init__(self, desk: Desk, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.field = desk, field
        self._value: int | None = None
        self.spoken = RatingParts(
            self, self._boxes, self._told, lambda words: self._set(int(words.split()[0]))
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: Any) -> None:
        """Show a rating."""
        self._value = value
        self.setAccessibleDescription(self._told() or "unknown")
        self.spoken.tell_reached()
        self.update()

    def value(self) -> Any:
        """Give the rating, None if unknown."""
        if self._value is None and not self.field.optional:
            raise RuleError(f"{self.field.label} cannot be left blank.")
        return self._value

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(round(dots_width(metrics, self.field)) + 12, round(metrics.height() * 1.7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(6, 0, 0, 0)
        paint_dots(painter, place, self._value, self.field, self.desk.theme)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.desk.theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        metrics = QFontMetricsF(self.font())
        self._set(level_at(event.position().x() - 6, metrics, self._value, self.field))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        typed = level_of_key(event.text(), self.field)
        if typed is not None:
            self._set(typed)
        elif by is not None:
            self._set(self._beside(by))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._set(None)
        else:
            super().keyPressEvent(event)

    def _beside(self, by: int) -> int:
        low, high = int(self.field.low or 0), int(self.field.high or 5)
        return low if self._value is None else max(low, min(high, self._value + by))

    def _told(self) -> str:
        return "" if self._value is None else self._words(self._value)

    def _words(self, value: int) -> str:
        return f"{value} of {self.field.high or 5:g}"

    def _boxes(self) -> dict[str, QRect]:
        """Give the dot of each rating; the lowest may be that no dot is filled."""
        step = pitch(QFontMetricsF(self.font()))
        low, high = int(self.field.low or 0), int(self.field.high or 5)
        return {
            self._words(value): QRectF(
                6 + max(0, value - 1) * step, 0, step if value else 2, self.height()
            ).toAlignedRect()
            for value in range(low, high + 1)
        }

    def _set(self, value: int | None) -> None:
        if value != self._value and (value is not None or self.field.optional):
            self.show_value(value)
            self.edited.emit()
