# SPDX-License-Identifier: MIT
"""The paper: sheets that are filled one after the other and put in order at the end.

A sheet waits until all are filled, because its foot says how many there are and the contents,
which come first, are known last.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from exports.exhibits.typography import REGULAR, width
from exports.pdf.ink import Ink
from exports.pdf.letters import Letters
from exports.pdf.style import PAGE
from exports.pdf.tags import Node, Piece


class Run(NamedTuple):
    """Words in one face and color."""

    text: str
    font: str = REGULAR
    color: str = ""


class Line(NamedTuple):
    """One line of text, ready to be set."""

    runs: tuple[Run, ...]
    width: float


class Heading(NamedTuple):
    """A place the contents and bookmarks lead to; y is measured up from the lower edge."""

    text: str
    level: int
    y: float
    node: Node


class Link(NamedTuple):
    """A part of a sheet that leads to a heading when clicked; x1, y1, x2, y2 as in PDF."""

    box: tuple[float, float, float, float]
    to: "Sheet"
    y: float
    node: Node
    text: str


class Sheet:
    """One page: what stands on it, and what those marks mean."""

    def __init__(self) -> None:
        self.state: dict[str, Any] = {}
        self.pieces: list[Node] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []


class Paper(Canvas):
    """A canvas that notes which marks belong to which element of the tree."""

    _code: list[str]
    _doc: object
    _startPage: Callable[[], None]

    def __init__(self) -> None:
        super().__init__(
            BytesIO(),
            pagesize=PAGE,
            invariant=1,
            pageCompression=0,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a size
        )
        self.sheet = Sheet()
        self.sheets: list[Sheet] = []
        self._letters = Letters(self._doc)

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """Note that what is drawn meanwhile belongs to an element."""
        number = len(self.sheet.pieces)
        self.sheet.pieces.append(node)
        node.kids.append(Piece(self.sheet, number))
        self._code.append(f"/{node.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Note that what is drawn meanwhile means nothing, such as a hairline."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def set_lines(
        self,
        x: float,
        top: float,
        lines: Sequence[Line],
        size: float,
        leading: float,
        *,
        color: str,
        right_at: float | None = None,
    ) -> None:
        """Set lines below each other from `top` on, flush left at x or flush right at `right_at`."""
        baseline = top - leading / 2 - size * 0.36
        code = [f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm {leading:g} TL"]
        face = painted = ""
        for line in lines:
            if right_at is not None:
                code.append(f"1 0 0 1 {right_at - line.width:.3f} {baseline:.3f} Tm")
                baseline -= leading
            for run in line.runs:
                if painted != (painted := run.color or color):
                    code.append(_painted(painted))
                for name, letters in self._letters.of(run.text, run.font):
                    if face != (face := name):
                        code.append(f"{face} {size:g} Tf")
                    code.append(f"({letters}) Tj")
            code.append("T*")
        code.append("ET")
        self._code.append(" ".join(code))

    def set_line(
        self, x: float, baseline: float, text: str, size: float, *, color: str, right: bool = False
    ) -> None:
        """Set one line of the regular face from x on, or up to x."""
        self.setFont(REGULAR, size)
        self.setFillColor(_color(color))
        self.drawString(x - width(text, size) if right else x, baseline, text)

    def rule(self, x1: float, x2: float, y: float, color: str, thick: float) -> None:
        """Draw a level line."""
        ink = _painted(color).upper()
        self._code.append(f"{ink} {thick:g} w {x1:.3f} {y:.3f} m {x2:.3f} {y:.3f} l S")

    def bar(self, x: float, y: float, height: float, color: str) -> None:
        """Draw the upright bar beside a quotation, from y upward."""
        self.setFillColor(_color(color))
        self.rect(x, y, 2.2, height, stroke=0, fill=1)

    def place(self, drawing: Drawing, x: float, y: float) -> None:
        """Put a drawing with its lower left corner at x, y."""
        Ink(self._code, self._letters, self.setFillAlpha).draw(drawing, x, y)

    def note(self, text: str, level: int, y: float, node: Node) -> None:
        """Note a heading for the contents and the bookmarks."""
        self.sheet.headings.append(Heading(text, level, y, node))

    def turn(self) -> None:
        """Lay the sheet aside and begin the next."""
        self._code = ["\n".join(self._code)]
        self.sheet.state = dict(self.__dict__)
        self.sheets.append(self.sheet)
        self.sheet = Sheet()
        self._startPage()

    def bring_out(self, sheet: Sheet) -> None:
        """Take a sheet up again to add to it and to print it next."""
        self.__dict__.update(sheet.state, sheets=self.sheets)
        self.sheet = sheet
        sheet.state = {}

    def data(self) -> bytes:
        """Give the printed sheets as a file in memory; nothing can be added afterward."""
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]  # not in the stubs


@cache
def _color(token: str) -> Color:
    return HexColor(token)


@cache
def _painted(token: str) -> str:
    red, green, blue = _color(token).rgb()
    return f"{red:.4f} {green:.4f} {blue:.4f} rg"
