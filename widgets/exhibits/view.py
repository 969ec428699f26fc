# SPDX-License-Identifier: MIT
"""Shows an exhibit in the window: keeps its picture, and makes its areas pointable and typable.

Import this late: it brings ReportLab with it.
"""

import html
from collections.abc import Callable, Collection
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from exports.exhibits.exhibit import Area, Exhibit, Size
from resources.theme import Theme
from widgets.desk import Desk
from widgets.exchange.latest import Latest, stop_with
from widgets.exhibits import areas as find
from widgets.exhibits.area_parts import DOTS, AreaParts
from widgets.exhibits.picture import Picture
from workshop.history import Step
from workshop.record import Record

Make = Callable[[Size, Theme], Exhibit]
Prepare = Callable[[Size, Theme], Callable[[], Exhibit]]
"""Looks up what a drawing needs of the window, and gives the drawing for a worker to do."""

UNBOUNDED = 100_000.0
"""The height offered to an exhibit that may take what it needs."""

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BY_TAB = {Qt.FocusReason.TabFocusReason: 1, Qt.FocusReason.BacktabFocusReason: -1}
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ExhibitView(QWidget):
    """One exhibit, drawn anew when its records, the theme or the width change.

    With `grows` it takes the height the exhibit needs at its width, as inside a scroll area;
    without, the exhibit is made for the size the widget is given and stands in the middle of it.
    """

    activated = Signal(object)
    """An Area was clicked, or Enter or Space pressed on it."""
    dragged = Signal(object, float, bool)
    """A dot (Area) is at x points; True once it was let go."""
    nudged = Signal(object, int)
    """Left (-1) or Right (1) was pressed on a dot (Area)."""
    typed = Signal(object, str)
    """A digit from 0 to 5 was typed on a dot (Area), or "" for making it unknown."""
    redrawn = Signal(object)
    """There is a new Exhibit, with its title."""

    def __init__(
        self,
        desk: Desk,
        make: Make,
        kinds: Collection[type[Record]] = (),
        *,
        grows: bool = True,
        beside: Prepare | None = None,
    ) -> None:
        super().__init__()
        self.exhibit: Exhibit | None = None
        self.current: Area | None = None
        self._desk, self._make, self._grows = desk, make, grows
        self._kinds, self._beside = tuple(kinds), beside
        self._drawing = Latest()
        stop_with(self, self._drawing)
        self._picture: Picture | None = None
        self._hovered: Area | None = None
        self._pressed: Area | None = None
        self._pressed_at = QPointF()
        self._drag_x: float | None = None
        self.spoken = AreaParts(self)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._rebuild)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # It lies on paper and paints that itself, so what is below need not be painted each time.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumWidth(240)
        vertical = QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        desk.changed.connect(self._take_note)
        desk.theme_changed.connect(self.refresh)
        desk.theme_changed.connect(self.update)

    def show_made_by(self, make: Make) -> None:
        """Show another exhibit, or the same one of another record or page."""
        self._make = make
        self.refresh()

    def refresh(self) -> None:
        """Draw anew, once, when control is back at the event loop and the view can be seen."""
        if self.isVisible():
            self._later.start()
        else:
            self._forget()

    def height_at(self, width: int) -> int:
        """Give the height that the exhibit needs at a width, both in pixels."""
        if self.exhibit is None or self.exhibit.drawing.width != width or not self._grows:
            return ceil(self._make((width, UNBOUNDED), self._desk.theme).drawing.height)
        return ceil(self.exhibit.drawing.height)

    def choose(self, area: Area | None) -> None:
        """Move the focus ring to an area and have it read out."""
        self.current = area
        self.spoken.tell_reached()
        self.update()

    def _take_note(self, step: Step) -> None:
        if not self._kinds or step.touches(*self._kinds):
            self.refresh()

    def _forget(self) -> None:
        self.exhibit = self._picture = None

    def _rebuild(self) -> None:
        height = UNBOUNDED if self._grows else float(self.height())
        size, theme = (float(self.width()), height), self._desk.theme
        if self._beside is None:
            self._show(self._make(size, theme))
            return
        draw = self._beside(size, theme)
        self._drawing.run(lambda _report, _cancelled: draw(), self._show, self._desk.said.emit)

    def _show(self, exhibit: Exhibit) -> None:
        self.exhibit = exhibit
        marks = self._marks()
        self._pressed = self._hovered = self._drag_x = None
        before, self.current = self.current, find.same(exhibit.areas, self.current)
        self.setAccessibleName(exhibit.title)
        self.setAccessibleDescription(exhibit.alt)
        self.spoken.tell_changed()
        if self.current and before and self.current.text != before.text:
            self.spoken.tell_reached()
        changed = self._picture.become(exhibit.drawing) if self._picture else None
        if changed is None or marks != self._marks():
            self.update()
        else:
            self.update(changed.translated(0, int(self.top)))
        if self._grows:
            self.setFixedHeight(ceil(exhibit.drawing.height))
        self.redrawn.emit(exhibit)

    def _marks(self) -> object:
        """Give where something is painted over the picture."""
        rings = [area[:4] if area else None for area in (self._hovered, self.current)]
        return rings, self._drag_x

    @property
    def top(self) -> float:
        """Where the picture begins, in pixels from the top of the view."""
        if self._grows or self.exhibit is None:
            return 0.0
        return float(max(0, int((self.height() - self.exhibit.drawing.height) / 2)))

    def _picture_of(self, exhibit: Exhibit) -> Picture:
        ratio = self.devicePixelRatioF()
        picture = self._picture
        if picture is None or picture.drawing is not exhibit.drawing or picture.ratio != ratio:
            picture = self._picture = Picture(exhibit.drawing, ratio)
        return picture

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._desk.theme
        if self._pressed and self._drag_x is not None:
            middle = self._pressed.y + self._pressed.height / 2
            painter.setBrush(QColor(theme.accent))
            painter.setPen(QPen(QColor(theme.paper), 2))
            painter.drawEllipse(QPointF(self._drag_x, middle), 9, 9)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hovered:
            self._ring(painter, self._hovered, QPen(QColor(theme.mute), 1))
        if self.current and self.hasFocus():
            self._ring(painter, self.current, QPen(QColor(theme.accent), 2))

    def _ring(self, painter: QPainter, area: Area, pen: QPen) -> None:
        painter.setPen(pen)
        box = QRectF(area.x, area.y, area.width, area.height)
        inside = QRectF(1, 1, self.width() - 2, self.height() - 2 * self.top - 2)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1).intersected(inside), 6, 6)

    def _area_at(self, point: QPointF) -> Area | None:
        areas = self.exhibit.areas if self.exhibit else ()
        return find.at(areas, point.x(), point.y() - self.top)

    def _drag_to(self, x: float) -> None:
        if self.exhibit is None or self._pressed is None:
            return
        scale = find.scale_of(self.exhibit.areas, self._pressed)
        if scale is None:
            return
        self._drag_x = min(max(x, scale.x), scale.x + scale.width)
        self.update()
        self.dragged.emit(self._pressed, self._drag_x, False)

    def _held_dot(self) -> bool:
        return self._pressed is not None and self._pressed.role in DOTS

    def _end_press(self) -> tuple[Area | None, float | None]:
        ended = self._pressed, self._drag_x
        self._pressed = self._drag_x = None
        self.update()
        return ended

    def sizeHint(self) -> QSize:
        drawn = self.exhibit is not None and self._grows
        return QSize(640, self.height() if drawn else 360)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = self._area_at(QPointF(event.pos()))
            text = f"<qt>{html.escape(area.text)}</qt>" if area and area.text else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        areas = self.exhibit.areas if self.exhibit else ()
        area = find.following(areas, self.current, 1 if next else -1)
        self.choose(area)
        return area is not None or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        areas = self.exhibit.areas if self.exhibit else ()
        if self.current is None and event.reason() in _BY_TAB:
            self.choose(find.following(areas, None, _BY_TAB[event.reason()]))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, areas = event.key(), self.exhibit.areas if self.exhibit else ()
        if key == Qt.Key.Key_Escape and self._drag_x is not None:
            self._end_press()
        elif key in _ARROWS:
            self.choose(find.beside(areas, self.current, _ARROWS[Qt.Key(key)]) or self.current)
        elif self.current and key in _PRESS:
            self.activated.emit(self.current)
        elif self.current and self.current.role in DOTS and self._change_dot(event, self.current):
            return
        elif key in _SIDEWAYS:
            step = _SIDEWAYS[Qt.Key(key)]
            self.choose(find.following(areas, self.current, step) or self.current)
        else:
            super().keyPressEvent(event)

    def _change_dot(self, event: QKeyEvent, dot: Area) -> bool:
        key, text = event.key(), event.text()
        if key in _SIDEWAYS:
            self.nudged.emit(dot, _SIDEWAYS[Qt.Key(key)])
        elif key in _CLEAR:
            self.typed.emit(dot, "")
        elif text and text in "012345":
            self.typed.emit(dot, text)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = self._area_at(event.position()), event.position()
            self.choose(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._held_dot():
            far = abs(position.x() - self._pressed_at.x()) >= QApplication.startDragDistance()
            if far or self._drag_x is not None:
                self._drag_to(position.x())
            return
        hovered = self._area_at(position)
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(_cursor(hovered))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        area, x = self._end_press()
        if area is not None and x is not None:
            self.dragged.emit(area, x, True)
        elif area is not None and area == self._area_at(event.position()):
            self.activated.emit(area)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.exhibit is None:
            self._rebuild()
        elif event.size().width() != event.oldSize().width() or not self._grows:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        if self.exhibit is None:
            self._rebuild()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._desk.theme.paper))
        if self.exhibit is None:
            painter.setPen(QColor(self._desk.theme.mute))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Drawing…")
            painter.end()
            return
        top = self.top
        painter.translate(0, top)
        seen = event.rect().translated(0, -int(top))
        self._picture_of(self.exhibit).show(painter, seen)
        self._paint_marks(painter)
        painter.end()


def _cursor(area: Area | None) -> Qt.CursorShape:
    if area is None:
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.SizeHorCursor if area.role in DOTS else Qt.CursorShape.PointingHandCursor
