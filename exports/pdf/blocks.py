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


_SOME_ROWS = 170.0
"""An exhibit of rows begins only where there is so much room, or as much as it needs."""


class NewPage(NamedTuple):
    """What follows begins on a new page and, if named, is a chapter of its own."""

    chapter: bool = False


class Space(NamedTuple):
    """A stretch of empty page."""

    height: float


class Picture:
    """A drawing, with the words a screen reader gives in its place."""

    above = 4.0
    below = 14.0

    def __init__(self, drawing: Drawing, alt: str, *, leads: bool = False) -> None:
        self.leads = leads
        self.drawing = drawing
        self.root = Node("Figure", plain(alt))

    def least(self, width: float) -> float:
        """Give the height of the drawing."""
        return float(self.drawing.height)

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Draw it if it fits or has a page to itself."""
        if self.drawing.height > place.room and not place.fresh:
            return 0.0, self
        low = place.top - self.drawing.height
        self.root.box = (place.x, low, place.x + self.drawing.width, place.top)
        with paper.marked(self.root):
            paper.place(self.drawing, place.x, low)
        return float(self.drawing.height), None


class Rows:
    """An exhibit of rows that fills what is left of a page and goes on overleaf, head and all.

    `make` is given the height and how many rows come before; each row is an area of this role.
    """

    leads = False
    above = Picture.above
    below = Picture.below

    def __init__(self, make: Callable[[float, int], Exhibit], role: str) -> None:
        self.make = make
        self.role = role
        self.root = Node("Sect")
        self._before = 0
        self._least = 0.0

    def least(self, width: float) -> float:
        """Give the height of all rows if they are few, else that of some."""
        self._least = self._least or min(float(self.make(HEIGHT, 0).drawing.height), _SOME_ROWS)
        return self._least

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Draw the rows that fit."""
        if not place.fresh and place.room < self.least(place.width):
            return 0.0, self
        exhibit = self.make(place.room, self._before)
        self._before += sum(area.role == self.role for area in exhibit.areas)
        part = Picture(exhibit.drawing, exhibit.alt)
        self.root.adopt(part.root)
        used, _ = part.draw(paper, place)
        return used, self if exhibit.pages > 1 else None


def figure(
    make: ExhibitMaker, workshop: Workshop, high: float = _HIGHEST
) -> Iterable[Text | Picture]:
    """Give an exhibit page after page, the finding it shows as the heading above it."""
    exhibit = make(workshop, LOOK, (WIDTH, high), 0)
    yield Title(exhibit.title, H2, "H2", 1)
    if exhibit.subtitle:
        yield Text(exhibit.subtitle, SMALL, leads=True)
    yield Picture(exhibit.drawing, exhibit.alt)
    for page in range(1, exhibit.pages):
        exhibit = make(workshop, LOOK, (WIDTH, high), page)
        yield Picture(exhibit.drawing, exhibit.alt)


def picture(
    make: ExhibitMaker, workshop: Workshop, high: float = _HIGHEST, *, leads: bool = False
) -> Iterable[Picture]:
    """Give an exhibit page after page without its title; it `leads` if it is kept with what follows."""
    page, pages = 0, 1
    while page < pages:
        exhibit = make(workshop, LOOK, (WIDTH, high), page)
        yield Picture(exhibit.drawing, exhibit.alt, leads=leads)
        page, pages = page + 1, exhibit.pages
