# SPDX-License-Identifier: MIT
"""Shapes on paper look as ReportLab's own renderer draws them."""

from io import BytesIO

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from exports.exhibits.exhibit import Look, Sheet
from exports.exhibits.gap_map import gap_map
from exports.exhibits.network import network
from exports.exhibits.typography import BOLD
from exports.pdf.paper import Paper
from exports.pdf.style import PAGE
from resources.theme import LIGHT
from workshop.interchange.templates import sample

LOOK = Look(LIGHT, 9.0, least=6.5)


def everything() -> Drawing:
    sheet = Sheet((400, 300), LOOK)
    for anchor, y in (("start", 20), ("middle", 40), ("end", 60)):
        sheet.text(200, y, f"Žluťoučký (kůň) \\ {anchor} Ωμέγα Щёлково", anchor=anchor, size=14)  # type: ignore[arg-type]  # a tuple's words are no literals
    sheet.upward(30, 200, "Upward", font=BOLD, color=LIGHT.gap)
    sheet.rule(10, 80, 390, 90, LIGHT.today, 2.5, dash=(6, 3))
    sheet.rule(10, 100, 390, 100, LIGHT.accent, 8, cap=1)
    sheet.rule(10, 115, 390, 115)
    sheet.box(60, 130, 80, 40, fill=LIGHT.calm, stroke=LIGHT.ink, thick=3)
    sheet.box(160, 130, 80, 40, radius=12, fill=LIGHT.need, opacity=0.4)
    sheet.box(220, 140, 80, 40, radius=18, stroke=LIGHT.gap, dash=(4, 2))
    sheet.box(320, 130, 60, 40)
    sheet.dot(100, 220, 30, fill=LIGHT.today, stroke=LIGHT.gap, thick=4)
    sheet.dot(180, 220, 20, stroke=LIGHT.deep)
    sheet.shape([(220, 200), (280, 210), (250, 250)], fill=LIGHT.gap, opacity=0.5)
    sheet.shape([(300, 200), (380, 200), (340, 250)], stroke=LIGHT.ink)
    return sheet.exhibit("Everything", used=280).drawing


def drawn(data: bytes) -> NDArray[np.int16]:
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1.5, grayscale=True)
    return np.asarray(picture.to_numpy(), dtype=np.int16)


def by_us(drawing: Drawing) -> bytes:
    paper = Paper()
    paper.place(drawing, 50, 300)
    paper.showPage()
    return paper.data()


def by_reportlab(drawing: Drawing) -> bytes:
    data = BytesIO()
    canvas = Canvas(data, pagesize=PAGE)
    renderPDF.draw(drawing, canvas, 50, 300)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def assert_the_same_picture(drawing: Drawing) -> None:
    ours, theirs = drawn(by_us(drawing)), drawn(by_reportlab(drawing))
    assert (theirs < 128).sum() > 500
    apart = np.abs(ours - theirs)
    assert apart.mean() < 0.05
    assert (apart > 100).sum() < 12


def test_every_kind_of_shape_looks_as_it_should() -> None:
    assert_the_same_picture(everything())


def test_exhibits_look_as_they_should() -> None:
    for make in (gap_map, network):
        assert_the_same_picture(make(sample(), LOOK, (514.0, 460.0)).drawing)


def test_what_is_opaque_again_stays_opaque() -> None:
    sheet = Sheet((200, 100), LOOK)
    sheet.box(10, 10, 80, 80, fill="#000000", opacity=0.2)
    sheet.box(110, 10, 80, 80, fill="#000000")
    assert drawn(by_us(sheet.exhibit("Two").drawing)).min() < 5
