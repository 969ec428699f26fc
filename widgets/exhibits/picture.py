# SPDX-License-Identifier: MIT
"""The painted picture of a drawing, kept in bands so that a very tall one costs little memory."""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from reportlab.graphics.shapes import Drawing

from widgets.exhibits.qt_renderer import paint

BAND = 1024
"""Height of a band in pixels of the window; a screen shows two or three of them."""
KEPT = 6


class Picture:
    """Paints each band of a drawing when it is first seen, and forgets those seen longest ago."""

    def __init__(self, drawing: Drawing, ratio: float) -> None:
        self.drawing = drawing
        self.ratio = ratio
        self._bands: dict[int, QPixmap] = {}

    def show(self, painter: QPainter, seen: QRect) -> None:
        """Paint the bands within a rectangle; it and the painter are in window pixels."""
        last = min(seen.bottom(), ceil(self.drawing.height) - 1) // BAND
        for number in range(max(0, seen.top()) // BAND, last + 1):
            band = self._bands.pop(number, None)
            if band is None:
                band = self._paint(number)
            self._bands[number] = band
            painter.drawPixmap(QPoint(0, number * BAND), band)
        while len(self._bands) > KEPT:
            del self._bands[next(iter(self._bands))]

    def _paint(self, number: int) -> QPixmap:
        high = min(BAND, ceil(self.drawing.height) - number * BAND)
        size = QSize(ceil(self.drawing.width * self.ratio), ceil(high * self.ratio))
        band = QPixmap(size)
        band.setDevicePixelRatio(self.ratio)
        band.fill(Qt.GlobalColor.transparent)
        painter = QPainter(band)
        painter.translate(0, -number * BAND)
        paint(self.drawing, painter)
        painter.end()
        return band
