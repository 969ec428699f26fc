# SPDX-License-Identifier: MIT
"""The other blocks of the flow: pictures, and the places where a new page or chapter begins."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from exports.exhibits.exhibit import Exhibit, Look, Size
from exports.pdf.paper import Paper
from exports.pdf.setting import Block, Place, Text, Title
from exports.pdf.style import H2, HEIGHT, SMALL, WIDTH
from exports.pdf.tags import Node
from exports.pdf.text import plain
from resources.theme import LIGHT
from workshop.state import Workshop

ExhibitMaker = Callable[[Workshop, Look, Size, int], Exhibit]

LOOK = Look(LIGHT, 9.0, least=6.5)
_HIGHEST = HEIGHT - 150.0
"""The most height an exhibit is offered: that of a page less its chapter's and its own heading."""


class NewPage(NamedTuple):
    """What follows begins on a new page and, if named, is a chapter of its own."""

    chapter: bool = False


class Space(NamedTuple):
    """A stretch of empty page."""

    height: float


class Picture:
    """A drawing, with the words a screen reader gives in its place."""

    leads = False
    above = 4.0
    below = 14.0

    def __init__(self, drawing: Drawing, alt: str) -> None:
        self.drawing = drawing
        self.root = Node("Figure", plain(alt))

    def least(self, width: float) -> float:
        """Give the height of the drawing."""
        return float(self.drawing.height)

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Draw it if it fits or has a page to itself."""
        if self.drawing.height > place.room and not place.fresh:
            return 0.0, self
        with paper.marked(self.root):
            paper.place(self.drawing, place.x, place.top - self.drawing.height)
        return float(self.drawing.height), None


def figure(
    make: ExhibitMaker, workshop: Workshop, high: float = _HIGHEST
) -> Iterable[Text | Picture]:
    """Give an exhibit page after page, the finding it shows as the heading above it."""
    exhibit = make(workshop, LOOK, (WIDTH, high), 0)
    yield Title(exhibit.title, H2, "H2", 1)
    if exhibit.subtitle:
        yield Text(exhibit.subtitle, SMALL, leads=True)
    yield Picture(exhibit.drawing, exhibit.alt)
    yield from _pages_from(1, exhibit.pages, make, workshop, high)


def picture(make: ExhibitMaker, workshop: Workshop, high: float = _HIGHEST) -> Iterable[Picture]:
    """Give an exhibit page after page without its title."""
    yield from _pages_from(0, 1, make, workshop, high)


def _pages_from(
    page: int, pages: int, make: ExhibitMaker, workshop: Workshop, high: float
) -> Iterable[Picture]:
    while page < pages:
        exhibit = make(workshop, LOOK, (WIDTH, high), page)
        yield Picture(exhibit.drawing, exhibit.alt)
        page, pages = page + 1, exhibit.pages
