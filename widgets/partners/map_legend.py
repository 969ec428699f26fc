# SPDX-License-Identifier: MIT
"""The legend over the corner of the map, made from what is shown; it can be folded away."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exports.exhibits.network_areas import area_color
from exports.exhibits.network_style import HUBS_FROM, SEVERAL, NodeStyle, RelationStyle
from resources.theme import Theme
from widgets.flow import Flow
from widgets.partners.content import Content
from widgets.partners.pictures import line_pen, node_picture
from widgets.partners.relation_sample import relation_sample
from workshop.why import counted

_HIGH = 16
_MOST_RELATIONS = 12
"""More relations than this are counted, not named; the filter names them all."""


class MapLegend(QFrame):
    """Signs and words in lines, on a ground of their own."""

    folded = Signal()
    """It was folded away, or opened again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "legend")
        self._flow = Flow(gap=6)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(8, 4, 8, 4)
        self._room.addLayout(self._flow)
        self._shown: object = None
        self._entries: list[QWidget] = []
        self.fold = QPushButton("Hide legend")
        self.fold.setProperty("role", "quiet")
        self.fold.setCheckable(True)
        self.fold.setStyleSheet("padding: 0px 4px; min-height: 16px;")
        self.fold.toggled.connect(self._fold)
        self._flow.addWidget(self.fold)

    def show_content(self, content: Content, theme: Theme) -> None:
        """Explain what the map shows."""
        entries = _entries(content, theme)
        words = tuple(label for label, _ in entries)
        if self._shown == (words, theme):
            return
        self._shown = (words, theme)
        for old in self._entries:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._entries = [_entry(label, picture) for label, picture in entries]
        self._flow.removeWidget(self.fold)
        for each in (*self._entries, self.fold):
            self._flow.addWidget(each)
        self.setAccessibleName(f"Legend: {', '.join(words)}")
        self._hide(self.fold.isChecked())

    def leaves(self, size: QSize) -> QSize:
        """Give the part of a map of this size that the legend does not lie on."""
        return size - QSize(0, 0 if self.isHidden() else self.height())

    def height_at(self, width: int) -> int:
        """Give the height it needs."""
        return self._flow.heightForWidth(width - 16) + 8

    def natural_width(self) -> int:
        """Give the width of all in one line."""
        shown = [each for each in (*self._entries, self.fold) if not each.isHidden()]
        return sum(each.sizeHint().width() + 6 for each in shown) + 16

    def _fold(self, folded: bool) -> None:
        self.fold.setText("Legend" if folded else "Hide legend")
        self._hide(folded)
        self.folded.emit()

    def _hide(self, folded: bool) -> None:
        for each in self._entries:
            each.setVisible(not folded)


def _entries(content: Content, theme: Theme) -> list[tuple[str, QPixmap]]:
    looks = sorted({look for look in content.looks if look}, key=lambda look: -look.radius)
    entries = [(look.label, _node(look, theme)) for look in looks]
    entries += _relations(content, theme)
    squares = {n in content.covered for n, look in enumerate(content.looks) if look is None}
    for covered in sorted(squares, reverse=True):
        words = "capability somebody could cover" if covered else "covered by nobody"
        entries.append((words, node_picture(covered, 6, theme, 1)))
    if len(content.ids) >= HUBS_FROM and content.ties:
        entries.append(("larger has more ties", _dot(theme.mute)))
    if any(pen.dashed for pen in content.pens):
        entries.append(("planned", _line(theme, 2, dashed=True)))
    if len({pen.width for pen in content.pens}) > 1:
        entries.append(("wider is stronger", _line(theme, 4)))
    if content.pinned:
        entries.append(("pinned", _dot(theme.gap)))
    return entries + [
        (name, _area(number, theme)) for number, (name, _) in enumerate(content.groups)
    ]


def _relations(content: Content, theme: Theme) -> list[tuple[str, QPixmap]]:
    """Give each relation that is shown with its line, the most frequent first."""
    looks: dict[str, RelationStyle] = {}
    counts: dict[str, int] = {}
    for line in content.lines:
        if line.strand:
            name = SEVERAL if line.strand.several else line.strand.tie.relation
            looks.setdefault(name, RelationStyle(line.color, line.sign))
            counts[name] = counts.get(name, 0) + 1
    order = sorted(looks, key=lambda name: (-counts[name], name.casefold()))
    entries = [(name, relation_sample(looks[name])) for name in order[:_MOST_RELATIONS]]
    more = len(order) - len(entries)
    if more > 0:
        entries.append(
            (counted(more, "more relation"), relation_sample(RelationStyle(theme.mute, "")))
        )
    return entries


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
    color = QColor(area_color(number, theme))
    painter.setPen(QPen(color, 1.2, Qt.PenStyle.DotLine))
    color.setAlphaF(0.25)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(1, 2, 16, 12), 4, 4)
    painter.end()
    return picture
