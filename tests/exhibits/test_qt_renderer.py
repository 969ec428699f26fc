# SPDX-License-Identifier: MIT
"""What Qt paints is what the PDF prints: shapes where they belong, text as wide as ReportLab says."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from reportlab.graphics import renderPDF, shapes
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from exports.exhibits.exhibit import Anchor, Look
from exports.exhibits.gap_map import gap_map
from exports.exhibits.typography import FACES, width
from resources.theme import LIGHT
from tests.exhibits.workshops import ordinary
from widgets.exhibits.qt_renderer import paint

pytestmark = pytest.mark.usefixtures("qapp")

RED, BLUE = HexColor("#FF0000"), HexColor("#0000FF")


def _painted(drawing: shapes.Drawing, scale: float = 1.0) -> QImage:
    wide, high = round(drawing.width * scale), round(drawing.height * scale)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(drawing, painter)
    painter.end()
    return image


def _printed(drawing: shapes.Drawing, folder: Path) -> QImage:
    canvas = Canvas(str(folder / "drawing.pdf"), (drawing.width, drawing.height))
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.save()
    command = ["pdftoppm", "-r", "100", "-png", "-singlefile", "drawing.pdf", "drawing"]
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    return QImage(str(folder / "drawing.png")).convertToFormat(QImage.Format.Format_RGB32)


def _ink(image: QImage) -> QRect:
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if QColor(image.pixel(x, y)).lightness() < 160
    ]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    top, bottom = min(y for _, y in dark), max(y for _, y in dark)
    return QRect(left, top, right - left, bottom - top)


def _drawing(*contents: shapes.Shape) -> shapes.Drawing:
    drawing = shapes.Drawing(60, 40)
    for shape in contents:
        drawing.add(shape)
    return drawing


def _rect(*corner_and_size: float, **style: Any) -> shapes.Rect:
    return shapes.Rect(*corner_and_size, **style)


def _at(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(x, y)).name()


FILLED = [
    _rect(10, 10, 20, 20, fillColor=RED, strokeColor=None),
    _rect(10, 10, 20, 20, rx=4, ry=4, fillColor=RED, strokeColor=None),
    shapes.Circle(20, 20, 10, fillColor=RED, strokeColor=None),
    shapes.Ellipse(20, 20, 10, 10, fillColor=RED, strokeColor=None),
    shapes.Polygon([10, 10, 30, 10, 30, 30, 10, 30], fillColor=RED, strokeColor=None),
    shapes.Wedge(20, 20, 10, 0, 359, fillColor=RED, strokeColor=None),
    shapes.PolyLine([12, 20, 28, 20], strokeColor=RED, strokeWidth=14),
    shapes.Line(12, 20, 28, 20, strokeColor=RED, strokeWidth=14),
    shapes.Path(
        points=[10, 10, 30, 10, 30, 20, 30, 30, 20, 30, 10, 30],
        operators=[0, 1, 2, 3],
        fillColor=RED,
        strokeColor=None,
    ),
]


@pytest.mark.parametrize("shape", FILLED, ids=lambda shape: type(shape).__name__)
def test_a_shape_covers_its_middle_and_nothing_else(shape: shapes.Shape) -> None:
    image = _painted(_drawing(shape))
    assert _at(image, 20, 40 - 17) == "#ff0000"
    assert _at(image, 45, 20) == "#ffffff"
    assert _at(image, 20, 4) == "#ffffff"


def test_groups_move_and_turn_what_they_hold() -> None:
    square = _rect(0, 0, 10, 10, fillColor=BLUE, strokeColor=None)
    image = _painted(_drawing(shapes.Group(square, transform=(1, 0, 0, 1, 40, 20))))
    assert _at(image, 45, 40 - 25) == "#0000ff"
    assert _at(image, 5, 40 - 5) == "#ffffff"


def test_a_dashed_line_has_gaps_and_opacity_lightens() -> None:
    dashed = shapes.Line(0, 30, 60, 30, strokeColor=black, strokeWidth=4, strokeDashArray=[10, 10])
    faint = _rect(0, 0, 60, 10, fillColor=black, strokeColor=None, fillOpacity=0.5)
    image = _painted(_drawing(dashed, faint))
    assert _at(image, 5, 10) == "#000000"
    assert _at(image, 15, 10) == "#ffffff"
    assert 100 < QColor(image.pixel(30, 35)).lightness() < 150


def test_a_clip_path_ends_with_its_group() -> None:
    window = shapes.Path(
        points=[0, 0, 20, 0, 20, 40, 0, 40], operators=[0, 1, 1, 1, 3], isClipPath=1
    )
    flood = _rect(0, 0, 60, 40, fillColor=RED, strokeColor=None)
    after = _rect(40, 0, 20, 20, fillColor=BLUE, strokeColor=None)
    image = _painted(_drawing(shapes.Group(window, flood), after))
    assert _at(image, 10, 20) == "#ff0000"
    assert _at(image, 30, 20) == "#ffffff"
    assert _at(image, 50, 35) == "#0000ff"


def test_a_text_without_a_color_and_a_shape_without_a_stroke_leave_no_mark() -> None:
    unseen = shapes.String(5, 10, "unseen", fontName="Concord", fillColor=None)
    bare = _rect(5, 5, 20, 20, fillColor=None, strokeColor=None)
    image = _painted(_drawing(unseen, bare, shapes.Circle(50, 30, 2, fillColor=white)))
    assert all(_at(image, x, 30) == "#ffffff" for x in range(40))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_texts_are_as_wide_as_in_the_pdf(face: str, anchor: Anchor, tmp_path: Path) -> None:
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler is not installed")
    words, size = "HPopulation data, AV Ψηφία Данные H", 13
    wide = width(words, size, face) + 20
    x = {"start": 10, "middle": wide / 2, "end": wide - 10}[anchor]
    drawing = shapes.Drawing(wide, 30)
    text = shapes.String(x, 10, words, fontName=face, fontSize=size, textAnchor=anchor)
    drawing.add(text)
    printed, painted = _ink(_printed(drawing, tmp_path)), _ink(_painted(drawing, 100 / 72))
    assert abs(printed.left() - painted.left()) <= 1
    assert abs(printed.width() - painted.width()) <= 1
    assert abs(printed.bottom() - painted.bottom()) <= 1


def test_a_whole_exhibit_looks_the_same_in_both(tmp_path: Path) -> None:
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler is not installed")
    drawing = gap_map(ordinary(), Look(LIGHT, 9), (482, 600)).drawing
    printed, painted = _printed(drawing, tmp_path), _painted(drawing, 100 / 72)
    wide, high = min(printed.width(), painted.width()), min(printed.height(), painted.height())
    assert abs(printed.width() - painted.width()) <= 1
    far = sum(
        abs(_grey(printed, x, y) - _grey(painted, x, y)) > 100
        for x in range(0, wide, 2)
        for y in range(0, high, 2)
    )
    assert far < 0.02 * wide * high / 4


def _grey(image: QImage, x: int, y: int) -> int:
    return QColor(image.pixel(x, y)).lightness()


def test_the_fonts_come_from_the_bundle(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo  # only here

    from widgets.fonts import FAMILY, font  # only here

    assert QFontInfo(font("semibold", 20)).family() == FAMILY
    assert QFontInfo(font("bold", 20)).bold()
    assert QFontInfo(font("italic", 20)).italic()
