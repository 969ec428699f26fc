# SPDX-License-Identifier: MIT
"""The legend below the map, made from what is shown; relations have theirs in the chips above."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from exports.exhibits.network_style import NodeStyle
from resources.theme import Theme
from widgets.partners.areas import area_color
from widgets.partners.content import Content
from widgets.partners.flow import Flow
from widgets.partners.pictures import line_pen, node_picture

_HIGH = 16


class MapLegend(QWidget):
    """Signs and words in lines."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self._shown: object = None

    def show_content(self, content: Content, theme: Theme) -> None:
        """Explain what the map shows."""
        entries = _entries(content, theme)
        words = tuple(label for label, _ in entries)
        if self._shown == (words, theme):
            return
        self._shown = (words, theme)
        while self._flow.count():
            old = self._flow.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for label, picture in entries:
            self._flow.addWidget(_entry(label, picture))
        self.setAccessibleName(f"Legend: {', '.join(words)}")


def _entries(content: Content, theme: Theme) -> list[tuple[str, QPixmap]]:
    looks = sorted({look for look in content.looks if look}, key=lambda look: -look.radius)
    entries = [(look.label, _node(look, theme)) for look in looks]
    squares = {n in content.covered for n, look in enumerate(content.looks) if look is None}
    for covered in sorted(squares, reverse=True):
        words = "capability somebody could cover" if covered else "covered by nobody"
        entries.append((words, node_picture(covered, 6, theme, 1)))
    if any(pen.dashed for pen in content.pens):
        entries.append(("planned", _line(theme, 2, dashed=True)))
    if len({pen.width for pen in content.pens}) > 1:
        entries.append(("wider is stronger", _line(theme, 4)))
    if content.pinned:
        entries.append(("pinned", _dot(theme.gap)))
    return entries + [
        (name, _area(number, theme)) for number, (name, _) in enumerate(content.groups)
    ]


def _entry(label: str, picture: QPixmap) -> QWidget:
    both, sign, words = QWidget(), QLabel(), QLabel(label)
    sign.setPixmap(picture)
    words.setProperty("role", "mute")
    words.setTextFormat(Qt.TextFormat.PlainText)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(sign)
    row.addWidget(words)
    return both


def _node(look: NodeStyle, theme: Theme) -> QPixmap:
    return node_picture(look, min(7.0, 7 * look.radius), theme, 1)


def _blank(wide: int) -> QPixmap:
    picture = QPixmap(wide, _HIGH)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _line(theme: Theme, width: float, *, dashed: bool = False) -> QPixmap:
    picture = _blank(26)
    painter = QPainter(picture)
    painter.setPen(line_pen(theme.mute, width, dashed, 12))
    painter.drawLine(QPointF(0, _HIGH / 2), QPointF(26, _HIGH / 2))
    painter.end()
    return picture


def _dot(color: str) -> QPixmap:
    picture = _blank(10)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(5, _HIGH / 2), 3.5, 3.5)
    painter.end()
    return picture


def _area(number: int, theme: Theme) -> QPixmap:
    picture = _blank(18)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = area_color(number, theme)
    painter.setPen(QPen(color, 1.2, Qt.PenStyle.DotLine))
    color.setAlphaF(0.25)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(1, 2, 16, 12), 4, 4)
    painter.end()
    return picture
