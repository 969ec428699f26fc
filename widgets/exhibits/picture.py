# SPDX-License-Identifier: MIT
"""The painted picture of a drawing, kept in bands so that a very tall one costs little memory."""

from math import ceil, floor

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from reportlab.graphics.shapes import Drawing

from widgets.exhibits.difference import Strip, cut, difference
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

    def become(self, drawing: Drawing) -> QRect | None:
        """Show another drawing, repainting what differs; give where that is, None for everywhere."""
        strip = difference(self.drawing, drawing)
        self.drawing = drawing
        if strip is None:
            self._bands.clear()
            return None
        top = floor(strip.top)
        where = QRect(0, top, ceil(drawing.width), ceil(strip.bottom) - top)
        for number in list(self._bands):
            self._mend(number, where)
        return where

    def _mend(self, number: int, where: QRect) -> None:
        whole = QRect(0, number * BAND, where.width(), BAND)
        seen = where.intersected(whole)
        if seen == whole:
            del self._bands[number]
        elif not seen.isEmpty():
            painter = QPainter(self._bands[number])
            painter.translate(0, -number * BAND)
            painter.setClipRect(seen)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(seen.adjusted(-2, -2, 2, 2), Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            paint(cut(self.drawing, Strip(seen.top(), seen.bottom() + 1)), painter)
            painter.end()

    def _paint(self, number: int) -> QPixmap:
        high = min(BAND, ceil(self.drawing.height) - number * BAND)
        size = QSize(ceil(self.drawing.width * self.ratio), ceil(high * self.ratio))
        band = QPixmap(size)
        band.setDevicePixelRatio(self.ratio)
        band.fill(Qt.GlobalColor.transparent)
        painter = QPainter(band)
        painter.translate(0, -number * BAND)
        paint(cut(self.drawing, Strip(number * BAND, number * BAND + high)), painter)
        painter.end()
        return band
