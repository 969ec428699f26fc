# SPDX-License-Identifier: MIT
"""The journey rail: seven stages, the steps of the current one, and the timer below them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.theme import Theme
from widgets.desk import Desk
from widgets.exchange.latest import Latest, stop_with
from widgets.text_size import USUAL_TEXT
from workshop.path.stages import PATH, stage_of
from workshop.path.step import Stage
from workshop.state import Workshop

RAIL_WIDTH = 240
SOON_MS = 80
"""How long after a step what is done is computed anew, once, so that the work itself comes first."""


class RailItem(QAbstractButton):
    """One stage or step of the path; painted, so that it looks the same on every system."""

    def __init__(self, title: str, number: int | None, theme: Theme) -> None:
        super().__init__()
        self.title, self.number, self.theme = title, number, theme
        self.current = False
        self.marked_done = False
        self.setCheckable(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads on to the page
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_current(self, current: bool) -> None:
        """Show whether the room is here."""
        self.current = current
        self.update()
        self.setAccessibleName(f"{self.title}{', current' if current else ''}")

    def show_done(self, is_done: bool, sentence: str) -> None:
        """Show whether this part is done, and say how far it is to a screen reader."""
        if is_done != self.marked_done:
            self.marked_done = is_done
            self.update()
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)

    @property
    def _unit(self) -> float:
        """How many pixels stand for one at the usual text size."""
        return self.fontInfo().pixelSize() / USUAL_TEXT

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(RAIL_WIDTH, int(height * (2.1 if self.number else 1.6)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        focused = self.window().focusWidget()
        if isinstance(focused, RailItem):
            focused.clearFocus()  # so that a click is told from a key wherever the focus was
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        text_left = 54.0 * self._unit
        if self.number:
            self._paint_mark(painter, QPointF(32 * self._unit, self.height() / 2))
        font = QFont(self.font())
        if self.current:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        strong = self.current or self.number
        painter.setPen(QColor(self.theme.on_deep if strong else self.theme.mute_on_deep))
        area = QRectF(text_left, 0, self.width() - text_left - 10, self.height())
        room = int(area.width()) - (
            int(20 * self._unit) if self.marked_done and not self.number else 0
        )
        text = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        if not self.number and self.marked_done:
            self._paint_check(
                painter, QPointF(self.width() - 20 * self._unit, self.height() / 2), self.theme.calm
            )

    def _paint_ground(self, painter: QPainter) -> None:
        if self.current and self.number:
            _fill(painter, QRectF(self.rect()), self.theme.on_deep, 0.07)
            _fill(painter, QRectF(0, 0, 4, self.height()), self.theme.highlight)
        elif self.underMouse():
            _fill(painter, QRectF(self.rect()), self.theme.on_deep, 0.04)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 3, -6, -3), 6, 6)

    def _paint_mark(self, painter: QPainter, center: QPointF) -> None:
        if self.marked_done and not self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.calm))
            painter.drawEllipse(center, 11 * self._unit, 11 * self._unit)
            self._paint_check(painter, center, self.theme.deep)
            return
        ring = self.theme.highlight if self.current else self.theme.mute_on_deep
        painter.setPen(QPen(QColor(ring), 2 if self.current else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, 10 * self._unit, 10 * self._unit)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.on_deep))
        radius = 11 * self._unit
        box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _paint_check(self, painter: QPainter, center: QPointF, color: str) -> None:
        pen = QPen(QColor(color), 1.8 * self._unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        low = center + QPointF(-1, 3) * self._unit
        painter.drawLine(center + QPointF(-4, 0) * self._unit, low)
        painter.drawLine(low, center + QPointF(4.5, -3.5) * self._unit)


def _fill(painter: QPainter, area: QRectF, token: str, strength: float = 1.0) -> None:
    """Fill an area; `fillRect` would set up Qt's two hundred gradients before the first paint."""
    color = QColor(token)
    color.setAlphaF(strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(area)


class Rail(QFrame):
    """The way through the day; choosing a stage opens its first step that is not done."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, footer: QWidget) -> None:
        super().__init__()
        self.desk = desk
        self.current_key = ""
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self.setAccessibleName("The path of the day")
        self._stages: dict[str, RailItem] = {}
        self._steps: dict[str, RailItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._path(), 1)
        layout.addWidget(footer)
        self._is_marked = False
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._compute)
        self._latest = Latest()
        stop_with(self, self._latest)
        desk.changed.connect(lambda _step: self._soon.start())
        desk.theme_changed.connect(self._repaint)

    def show_step(self, key: str) -> None:
        """Mark a step as the current one and unfold its stage."""
        self.current_key = key
        stage_here = stage_of(key)
        for stage in PATH:
            self._stages[stage.key].show_current(stage is stage_here)
        self._unfold(stage_here)
        for step, item in self._steps.items():
            item.setVisible(stage_of(step) is stage_here)
            item.show_current(step == key)
        if self._is_marked:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_marked and not self._soon.isActive():
            self._soon.start()

    def focus_step(self) -> None:
        """Put the focus on the current step."""
        if self.current_key:
            self._steps[self.current_key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _compute(self) -> None:
        """Compute what is done beside the window; the results are remembered, so showing is quick."""
        self._latest.run(
            lambda _report, _is_cancelled: _learn(self.desk.workshop),
            lambda _result: self.refresh(),
            self.desk.said.emit,
        )

    def refresh(self) -> None:
        """Show what is done; it is not asked for before the window has painted."""
        from workshop.path.done import done, stage_done

        for stage in PATH:
            self._stages[stage.key].show_done(*stage_done(self.desk.workshop, stage))
        self._is_marked = True
        for step in stage_of(self.current_key).steps if self.current_key else ():
            self._steps[step.key].show_done(*done(self.desk.workshop, step.key))

    def _path(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "rail")
        self._items = layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(0)
        for stage in PATH:
            self._add_stage(stage)
        layout.addStretch(1)
        area, ground = QScrollArea(), QWidget()
        area.setViewport(ground)  # to ask for Qt's own one would set up every class of widget
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("role", "rail")
        ground.setProperty("role", "rail")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _add_stage(self, stage: Stage) -> None:
        item = RailItem(stage.title, stage.number, self.desk.theme)
        item.clicked.connect(lambda _=False: self.chosen.emit(self._entrance(stage)))
        self._stages[stage.key] = item
        self._items.addWidget(item)

    def _unfold(self, stage: Stage) -> None:
        """Make the items of a stage's steps when it is first entered."""
        if stage.steps[0].key in self._steps:
            return
        before = self._stages[stage.key]
        place = self._items.indexOf(before)
        after = self._items.itemAt(place + 1)
        follower = after.widget() if after else None
        for number, step in enumerate(stage.steps, 1):
            item = RailItem(step.title, None, self.desk.theme)
            item.clicked.connect(lambda _=False, key=step.key: self.chosen.emit(key))
            self._steps[step.key] = item
            self._items.insertWidget(place + number, item)
            QWidget.setTabOrder(before, item)
            if follower:
                item.stackUnder(follower)  # in the order in which it is read out
            before = item

    def _entrance(self, stage: Stage) -> str:
        from workshop.path.done import done

        open_steps = (
            step.key
            for step in stage.steps
            if step.built and not done(self.desk.workshop, step.key).is_done
        )
        return next(open_steps, stage.steps[0].key)

    def _repaint(self) -> None:
        for item in (*self._stages.values(), *self._steps.values()):
            item.theme = self.desk.theme
            item.update()


def _learn(workshop: Workshop) -> None:
    from workshop.path.done import stage_done

    for stage in PATH:
        stage_done(workshop, stage)
