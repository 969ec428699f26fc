# SPDX-License-Identifier: MIT
"""The partner network, or any exhibit, as an SVG file: vectors with a title, and text as text."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.graphics import renderSVG

from exports.atomic import write_whole
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.network import network
from exports.exhibits.typography import BOLD, FACES, ITALIC, SEMIBOLD
from resources.theme import LIGHT
from workshop.prepare.records import Organization
from workshop.state import Workshop

_SIZE, _TEXT, _LEAST = (960, 660), 10.5, 7.5
"""Points; the text then has the size it has on paper."""
_MANY, _LARGE = 150, (1600, 1100)
"""More organizations have room for their names on a larger sheet."""
_FAMILY = "Noto Sans, Open Sans, Arial, sans-serif"
_FACES = {
    **{name: {"family": _FAMILY} for name in FACES},
    SEMIBOLD: {"family": _FAMILY, "weight": "600"},
    BOLD: {"family": _FAMILY, "weight": "700"},
    ITALIC: {"family": _FAMILY, "style": "italic"},
}


def network_picture(workshop: Workshop) -> Exhibit:
    """Give the partner network in the light theme, at the size it has on paper."""
    size = _LARGE if len(workshop.of(Organization)) > _MANY else _SIZE
    return network(workshop, Look(LIGHT, _TEXT, _LEAST), size)


def write_network_svg(workshop: Workshop, path: Path) -> None:
    """Write the partner network as vectors."""
    write_svg(network_picture(workshop), path)


def write_svg(exhibit: Exhibit, path: Path, ground: str = LIGHT.paper) -> None:
    """Write the picture on a ground of its own; without Noto Sans the next best typeface shows."""
    drawing = exhibit.drawing
    canvas = _Canvas((drawing.width, drawing.height), fontHacks=_FACES)
    renderSVG.draw(drawing, canvas, 0, 0)  # type: ignore[arg-type]  # its stub names another canvas
    document = canvas.doc
    document.removeChild(document.doctype)  # nothing in it, and careful readers refuse it
    for tag, words in (("title", exhibit.title), ("desc", exhibit.alt)):
        document.getElementsByTagName(tag)[0].firstChild.data = words
    paper = document.createElement("rect")
    for name, value in (("width", drawing.width), ("height", drawing.height), ("fill", ground)):
        paper.setAttribute(name, str(value))
    canvas.svg.insertBefore(paper, document.getElementsByTagName("clipPath")[0])
    content = document.toxml(encoding="utf-8")
    write_whole(path, content)


class _Canvas(renderSVG.SVGCanvas):
    """ReportLab's, which closes lines (so that dashes fill up) and never ends a dash."""

    style: dict[str, Any]

    def setDash(self, array: Sequence[float] = (), phase: int = 0) -> None:
        self.style.pop("stroke-dasharray", None)
        super().setDash(list(array), phase)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        super().line(x1, y1, x2, y2)
        path = self.currGroup.lastChild
        path.setAttribute("d", path.getAttribute("d").removesuffix(" Z"))
