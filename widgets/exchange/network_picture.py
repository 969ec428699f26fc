# SPDX-License-Identifier: MIT
"""The partner network as pixels in a file, in the light theme, as it is printed."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from exports.atomic import replacing
from exports.pictures import network_picture
from resources.theme import LIGHT
from widgets.exhibits.qt_renderer import paint
from widgets.style import application
from workshop.record import RuleError
from workshop.state import Workshop

WIDTH, NARROWEST, WIDEST = 1920, 320, 8000
_DOTS_PER_METER = 11_811  # 300 an inch


def write_png(workshop: Workshop, path: Path, width: int = WIDTH) -> None:
    """Write the network as so many pixels across; RuleError if that cannot be."""
    if not NARROWEST <= width <= WIDEST:
        raise RuleError(
            f"A picture can be {NARROWEST} to {WIDEST:,} pixels wide, not {width:,}; "
            "for larger ones choose SVG, which is sharp at any size."
        )
    app = application()
    exhibit = network_picture(workshop)
    scale = width / exhibit.drawing.width
    image = QImage(width, ceil(exhibit.drawing.height * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    image.setText("Title", exhibit.title)
    image.setText("Description", exhibit.alt)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(exhibit.drawing, painter)
    painter.end()
    with replacing(path) as temporary:
        if not QImageWriter(str(temporary), QByteArray(b"PNG")).write(image):
            raise RuleError(f"{path} cannot be written; choose another folder or name.")
    del app  # it had to live so long: without it there are no fonts
