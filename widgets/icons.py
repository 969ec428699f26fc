# SPDX-License-Identifier: MIT
"""Icons in the colors of the theme: one line drawing per name, tinted when it is asked for.

QtSvg is imported with the first icon, so that a window without icons does not wait for it.
"""

import atexit
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from resources.paths import ICONS

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_FADED = 0.4


def icon(name: str, color: str) -> QIcon:
    """Give the icon of this name (a file in resources/icons) in a color, sharp at every size."""
    return QIcon(_Tinted(name, color))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Give an icon as a picture, `size` device-independent pixels square."""
    picture = _picture(name, color, round(size * ratio), round(size * ratio), 1.0)
    picture = QPixmap(picture)
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def tinted_file(name: str, color: str) -> str:
    """Give the path of a tinted copy of an icon, for style sheets, which take only files."""
    path = Path(_folder()) / f"{name}-{color.lstrip('#')}.svg"
    path.write_bytes(_drawing(name, color))
    return path.as_posix()


@cache
def _folder() -> str:
    folder = tempfile.TemporaryDirectory(prefix="concord-icons-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return folder.name


@cache
def _drawing(name: str, color: str) -> bytes:
    text = (ICONS / f"{name}.svg").read_text("utf-8")
    return text.replace("currentColor", color).encode()


@cache
def _renderer(name: str, color: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(_drawing(name, color)))


@cache
def _picture(name: str, color: str, width: int, height: int, opacity: float) -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    side = min(width, height)
    place = QRectF((width - side) / 2, (height - side) / 2, side, side)
    _renderer(name, color).render(painter, place)
    painter.end()
    return picture


class _Tinted(QIconEngine):
    """Draws a tinted icon at the size that is asked for, fainter when disabled."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.deviceTransform().m11()  # its device would set up every class of widget
        picture = self._at(rect.size() * ratio, mode)
        painter.drawPixmap(QRectF(rect), picture, QRectF(picture.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return QPixmap(self._at(size, mode))

    def scaledPixmap(  # the name Qt calls
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(self._at(size * scale, mode))  # the size is in device-independent pixels
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._color)

    def _at(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        opacity = _FADED if mode == QIcon.Mode.Disabled else 1.0
        return _picture(self._name, self._color, size.width(), size.height(), opacity)
