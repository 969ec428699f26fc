# SPDX-License-Identifier: MIT
"""The room screen: one message a screen, readable from the back row, with nothing to press.

It holds only the public view of the workshop, so nothing private can reach it by any painter. A
worker draws the board; until that is done the room sees what it saw before.
"""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from resources.theme import Theme, for_room
from widgets.exchange.latest import Latest, stop_with
from widgets.exhibits.qt_renderer import paint
from widgets.fonts import font
from widgets.pages import Exposure
from widgets.room.board import TEXT_SHARE, TITLE_SHARE, Board, DrawnBoard
from widgets.timer import Timer
from workshop.state import Workshop


class RoomScreen(QWidget):
    """A window of its own, full screen on the projector."""

    leave_asked = Signal()
    drawn = Signal()
    """The room sees another board, or the same one as it is now."""
    failed = Signal(str)

    def __init__(self, theme: Theme, timer: Timer) -> None:
        super().__init__()
        self.setWindowTitle("Concord – room screen")
        self.setAccessibleName("Room screen")
        self.setMinimumSize(240, 135)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme, self._timer = for_room(theme), timer
        self._wanted: Board | None = None
        self._shown: DrawnBoard | None = None
        self._picture: QPixmap | None = None
        self._drawing = Latest()
        stop_with(self, self._drawing)
        timer.ticked.connect(self._show_time)
        self._last_time = ""

    @property
    def finding(self) -> str:
        """The title the room reads."""
        return self._shown.exhibit.title if self._shown else ""

    @property
    def page_count(self) -> int:
        """How many pages the board has that the room sees."""
        return self._shown.exhibit.pages if self._shown else 0

    @property
    def is_drawing(self) -> bool:
        """Whether another board, or the same at another size, is about to come."""
        return self._drawing.busy

    def show_board(self, exposure: Exposure, public: Workshop, theme: Theme) -> None:
        """Show a board of the public view of a workshop, as soon as it is drawn."""
        self._theme = for_room(theme)
        self._draw(Board(exposure, public, self._theme, self.width(), self.height()))

    def clear(self) -> None:
        """Show nothing, and let go of what was shown."""
        self._drawing.stop()
        self._wanted = self._shown = self._picture = None
        self.hide()

    def _draw(self, wanted: Board) -> None:
        self._wanted = wanted
        self._drawing.run(lambda _report, _cancelled: wanted.drawn(), self._take, self.failed.emit)

    def _take(self, drawn: DrawnBoard) -> None:
        self._shown, self._picture = drawn, None
        self.setAccessibleDescription(drawn.exhibit.alt)
        self.update()
        self.drawn.emit()

    def _show_time(self) -> None:
        if self._timer.text != self._last_time:
            self._last_time = self._timer.text
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        if self._shown:
            self._paint_shown(painter, self._shown)
        if not self.isFullScreen():  # a preview has an edge also where the desktop gives it none
            painter.setPen(QColor(self._theme.mute))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_shown(self, painter: QPainter, shown: DrawnBoard) -> None:
        """Paint the board; until it is drawn for another size of the screen, it is stretched."""
        board = shown.board
        painter.save()
        painter.scale(self.width() / board.width, self.height() / board.height)
        self._paint_head(painter, shown)
        painter.drawPixmap(0, 0, self._painted(shown))
        painter.restore()

    def _painted(self, shown: DrawnBoard) -> QPixmap:
        if self._picture is None:
            ratio, board = self.devicePixelRatioF(), shown.board
            self._picture = QPixmap(round(board.width * ratio), round(board.height * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.translate(board.margin, shown.top)
            paint(shown.exhibit.drawing, painter)
            painter.end()
        return self._picture

    def _paint_head(self, painter: QPainter, shown: DrawnBoard) -> None:
        board, height = shown.board, shown.board.height
        top = board.margin * 0.8
        for lines, share, weight, color in (
            (shown.title, TITLE_SHARE, "bold", board.theme.ink),
            (shown.subtitle, TEXT_SHARE, "regular", board.theme.mute),
        ):
            painter.setPen(QColor(color))
            painter.setFont(font(weight, round(height * share)))
            for line in lines:
                box = QRectF(board.margin, top, board.head_width * 1.05, height * share * 1.3)
                painter.drawText(box, line)
                top += height * share * 1.3
        if self._timer.running:
            self._paint_clock(painter, board)
        if shown.exhibit.pages > 1:
            self._paint_page_number(painter, shown)

    def _paint_clock(self, painter: QPainter, board: Board) -> None:
        height = board.height
        painter.setPen(QColor(board.theme.accent))
        painter.setFont(font("bold", round(height * 0.07)))
        right = board.width - board.margin
        box = QRectF(right - height * 0.4, board.margin * 0.7, height * 0.4, height * 0.1)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._timer.text)

    def _paint_page_number(self, painter: QPainter, shown: DrawnBoard) -> None:
        board = shown.board
        size = board.height * TEXT_SHARE
        painter.setPen(QColor(board.theme.mute))
        painter.setFont(font("regular", round(size)))
        box = QRectF(0, board.height - size * 1.5, board.width - board.margin, size * 1.4)
        number = f"{shown.page + 1} of {shown.exhibit.pages}"
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted:
            self._draw(replace(self._wanted, width=self.width(), height=self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)
