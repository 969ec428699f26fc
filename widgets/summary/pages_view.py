# SPDX-License-Identifier: MIT
"""A scrolling strip of PDF pages; only those in view are drawn."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from widgets.desk import Desk
from widgets.summary.preview import PdfPages
from workshop.why import counted

GAP = 16
MOST_KEPT = 12


class PagesView(QAbstractScrollArea):
    """Pages below each other, as wide as the view up to a comfortable width."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QPixmap] = {}
        self.setMinimumHeight(420)
        self.setAccessibleName("Preview of the PDF")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)

    def show_file(self, path: Path) -> None:
        """Show a PDF, staying where the reader was."""
        place = self.verticalScrollBar().value()
        if self._pages:
            self._pages.close()
        self._pages, self._pictures = PdfPages(path), {}
        self.setAccessibleDescription(
            f"{counted(self.page_count, 'page')}; the saved PDF can be read out page by page"
        )
        self._measure()
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def close_file(self) -> None:
        """Let go of the PDF, as when the window closes."""
        if self._pages:
            self._pages.close()
            self._pages = None

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages) if self._pages else 0

    def _page_size(self) -> QSize:
        width = min(self.viewport().width() - 2 * GAP, 860)
        points = self._pages.size(0) if self._pages else QSize(595, 842)
        return QSize(width, round(width * points.height() / points.width()))

    def _measure(self) -> None:
        step = self._page_size().height() + GAP
        total = step * self.page_count + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, total - self.viewport().height()))
        bar.setPageStep(self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._desk.theme.canvas))
        if not self._pages:
            return
        size, top = self._page_size(), self.verticalScrollBar().value()
        step = size.height() + GAP
        left = (self.viewport().width() - size.width()) // 2
        for page in range(top // step, min(self.page_count, (top + self.height()) // step + 1)):
            box = QRect(left, GAP + page * step - top, size.width(), size.height())
            painter.drawPixmap(box, self._picture(page, size.width()))
            painter.setPen(QColor(self._desk.theme.line))
            painter.drawRect(box)

    def _picture(self, page: int, width: int) -> QPixmap:
        assert self._pages
        if page not in self._pictures:
            if len(self._pictures) >= MOST_KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            scale = width * self.devicePixelRatioF() / self._pages.size(page).width()
            self._pictures[page] = self._pages.picture(page, scale)
        return self._pictures[page]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures = {}
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        step = self._page_size().height() + GAP
        jumps = {Qt.Key.Key_PageDown: step, Qt.Key.Key_Space: step, Qt.Key.Key_PageUp: -step}
        if Qt.Key(event.key()) in jumps:
            bar.setValue(bar.value() + jumps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
