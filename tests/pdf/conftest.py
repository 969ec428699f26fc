# SPDX-License-Identifier: MIT
"""Writing an edition and reading back everything in it, letter for letter."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from exports.pdf.edition import PdfReport, write_pdf
from workshop.state import Workshop

CREATED = datetime(2027, 3, 14, 17, 30, tzinfo=UTC)

_ONE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class Edition:
    """A written edition: its report, and what its pages say."""

    def __init__(self, report: PdfReport) -> None:
        self.report = report
        self.path = report.path

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    def pages(self) -> list[str]:
        """Give the text of each page, in the order in which it was drawn."""
        with pikepdf.open(self.path) as pdf:
            return ["".join(_drawn(page)) for page in pdf.pages]

    def squeezed(self) -> str:
        """Give the text as a screen reader meets it, without white space, for lines break anywhere."""
        with pikepdf.open(self.path) as pdf:
            told = {page.obj.objgen: _by_mark(page) for page in pdf.pages}
            return squeeze("".join(_read(pdf.Root.StructTreeRoot, told)))

    def bookmarks(self) -> list[str]:
        with pikepdf.open(self.path) as pdf, pdf.open_outline() as outline:
            return [item.title for top in outline.root for item in (top, *top.children)]


def squeeze(text: str) -> str:
    return "".join(text.split())


def instructions(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """Give what a page's stream tells a viewer to do, step by step."""
    steps: Any = pikepdf.parse_content_stream(page)
    return ((list(operands), str(operator)) for operands, operator in steps)


def _drawn(page: pikepdf.Page) -> Iterator[str]:
    return (text for _, text in _pieces(page))


def _by_mark(page: pikepdf.Page) -> dict[int, str]:
    """Give the text of each marked piece of a page; what is an artifact has the number -1."""
    told: dict[int, str] = {}
    for mark, text in _pieces(page):
        told[mark] = told.get(mark, "") + text
    return told


def _pieces(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    letters: dict[str, dict[int, str]] = {}
    fonts = page.obj.Resources.Font
    current: dict[int, str] = {}
    mark = -1
    for operands, name in instructions(page):
        if name == "Tf":
            key = str(operands[0])
            if key not in letters:
                letters[key] = _to_unicode(fonts[key])
            current = letters[key]
        elif name == "BDC":
            mark = int(operands[1].MCID)
        elif name == "EMC":
            mark = -1
        elif name == "Tj":
            yield mark, "".join(current[code] for code in bytes(operands[0]))
        elif name in ("T*", "Tm"):
            yield mark, "\n"


def _read(element: Any, told: dict[tuple[int, int], dict[int, str]]) -> Iterator[str]:
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield told[element.Pg.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            yield told[kid.Pg.objgen].get(int(kid.MCID), "")
        elif kid.get("/Type") == "/StructElem":
            yield from _read(kid, told)


def _to_unicode(font: Any) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, _, inside in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.S):
            codes = re.findall(r"<(\w+)>", inside)
            found.update({int(first, 16) + n: _decoded(each) for n, each in enumerate(codes)})
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        found.update({int(code, 16): _decoded(each) for code, each in _ONE.findall(block)})
    return found


def _decoded(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


@pytest.fixture
def make(tmp_path: Path) -> Callable[[Workshop], Edition]:
    """Give the function that writes an edition of a workshop."""

    def write(workshop: Workshop) -> Edition:
        return Edition(write_pdf(workshop, tmp_path / "edition.pdf", created=CREATED))

    return write
