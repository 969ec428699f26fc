# SPDX-License-Identifier: MIT
"""The partner network as a picture in a file, in the light theme, as it is printed."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from exports.atomic import replacing
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.network import network
from exports.pictures import write_svg
from resources.theme import LIGHT
from widgets.exhibits.qt_renderer import paint
from workshop.record import RuleError
from workshop.state import Workshop

_WIDTH, _HEIGHT, _TEXT = 960, 660, 10.5
"""Points; the text then has the size it has on paper."""
_DOTS_PER_METER = 11_811  # 300 an inch


def write_svg_of(workshop: Workshop, path: Path) -> None:
    """Write the network as vectors."""
    write_svg(_picture(workshop), path)


def write_png_of(workshop: Workshop, path: Path, width: int) -> None:
    """Write the network as so many pixels across; RuleError if the disk refuses."""
    exhibit = _picture(workshop)
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


def _picture(workshop: Workshop) -> Exhibit:
    return network(workshop, Look(LIGHT, _TEXT), (_WIDTH, _HEIGHT))
