# SPDX-License-Identifier: MIT
"""The room screen: one message a screen, readable from the back row, with nothing to press.

It holds only the public view of the workshop, so nothing private can reach it by any painter.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.typography import BOLD, fit
from resources.theme import Theme, for_room
from widgets.exhibits.qt_renderer import paint
from widgets.fonts import font
from widgets.pages import Exposure
from widgets.timer import Timer
from workshop.state import Workshop

CAPITAL_SHARE = 0.028
"""The least height of a capital as a share of the screen's: 16 arc minutes from six heights away."""
TEXT_SHARE = CAPITAL_SHARE / 0.7
TITLE_SHARE = 0.05
"""The least font size as a share of the screen's height; capitals of Noto Sans are 0.714 of it."""


class RoomScreen(QWidget):
    """A window of its own, full screen on the projector."""

    leave_asked = Signal()
    pages_known = Signal(int)

    def __init__(self, theme: Theme, timer: Timer) -> None:
        super().__init__()
        self.setWindowTitle("Concord – room screen")
        self.setAccessibleName("Room screen")
        self.setMinimumSize(240, 135)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme, self._timer = for_room(theme), timer
        self._exposure = Exposure("")
        self._public = Workshop()
        self._exhibit: Exhibit | None = None
        self._picture: QPixmap | None = None
        self._top = 0.0
        timer.ticked.connect(self._show_time)
        self._last_time = ""

    @property
    def finding(self) -> str:
        """The title the room reads."""
        return self._made().title if self._exposure.board else ""

    @property
    def page_count(self) -> int:
        """How many pages the board has at this size."""
        return self._made().pages if self._exposure.board else 0

    def show_board(self, exposure: Exposure, public: Workshop, theme: Theme) -> None:
        """Show a board of the public view of a workshop."""
        self._exposure, self._public, self._theme = exposure, public, for_room(theme)
        self._forget()
        self.setAccessibleDescription(self._made().alt)
        if exposure.page >= self.page_count:
            self._exposure = exposure._replace(page=max(0, self.page_count - 1))
            self._forget()
        self.pages_known.emit(self.page_count)

    def _forget(self) -> None:
        self._exhibit = self._picture = None
        self.update()

    def _made(self) -> Exhibit:
        if self._exhibit is None:
            # A long title takes room from the picture, and is known only when that is drawn.
            first = self._drawn(self._head_height(1, 1))
            title, subtitle = self._title_lines(first), self._subtitle_lines(first)
            self._top = self._head_height(len(title), len(subtitle))
            same = self._top == self._head_height(1, 1)
            self._exhibit = first if same else self._drawn(self._top)
        return self._exhibit

    def _drawn(self, top: float) -> Exhibit:
        return draw_board(
            self._exposure.board,
            self._public,
            Look(self._theme, self.height() * TEXT_SHARE),
            (self.width() - 2 * self._margin, self.height() - top - self._margin),
            self._exposure.page,
            self._exposure.about,
        )

    def _head_height(self, title_lines: int, subtitle_lines: int) -> float:
        height = self.height()
        words = title_lines * TITLE_SHARE + subtitle_lines * TEXT_SHARE
        return self._margin * 0.8 + height * words * 1.3 + height * 0.03

    def _title_lines(self, exhibit: Exhibit) -> tuple[str, ...]:
        return fit(exhibit.title, self.height() * TITLE_SHARE, self._head_width, 3, BOLD)

    def _subtitle_lines(self, exhibit: Exhibit) -> tuple[str, ...]:
        return fit(exhibit.subtitle, self.height() * TEXT_SHARE, self._head_width, 2)

    @property
    def _head_width(self) -> float:
        return self.width() - 2 * self._margin - self.height() * 0.26

    @property
    def _margin(self) -> float:
        return self.height() * 0.055

    def _show_time(self) -> None:
        if self._timer.text != self._last_time:
            self._last_time = self._timer.text
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        if not self._exposure.board:
            return
        self._paint_head(painter)
        painter.drawPixmap(0, 0, self._painted())
        if not self.isFullScreen():  # a preview has an edge also where the desktop gives it none
            painter.setPen(QColor(self._theme.mute))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _painted(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.translate(self._margin, self._top)
            paint(self._made().drawing, painter)
            painter.end()
        return self._picture

    def _paint_head(self, painter: QPainter) -> None:
        exhibit, height = self._made(), self.height()
        top = self._margin * 0.8
        for lines, share, weight, color in (
            (self._title_lines(exhibit), TITLE_SHARE, "bold", self._theme.ink),
            (self._subtitle_lines(exhibit), TEXT_SHARE, "regular", self._theme.mute),
        ):
            painter.setPen(QColor(color))
            painter.setFont(font(weight, round(height * share)))
            for line in lines:
                box = QRectF(self._margin, top, self._head_width * 1.05, height * share * 1.3)
                painter.drawText(box, line)
                top += height * share * 1.3
        if self._timer.running:
            self._paint_clock(painter)
        if exhibit.pages > 1:
            self._paint_page_number(painter, exhibit.pages)

    def _paint_clock(self, painter: QPainter) -> None:
        height = self.height()
        painter.setPen(QColor(self._theme.accent))
        painter.setFont(font("bold", round(height * 0.07)))
        right = self.width() - self._margin
        box = QRectF(right - height * 0.4, self._margin * 0.7, height * 0.4, height * 0.1)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._timer.text)

    def _paint_page_number(self, painter: QPainter, pages: int) -> None:
        size = self.height() * TEXT_SHARE
        painter.setPen(QColor(self._theme.mute))
        painter.setFont(font("regular", round(size)))
        box = QRectF(0, self.height() - size * 1.5, self.width() - self._margin, size * 1.4)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, f"{self._exposure.page + 1} of {pages}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)
