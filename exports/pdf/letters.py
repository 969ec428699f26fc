# SPDX-License-Identifier: MIT
"""Words as the code of a page: each face in its subsets, each letter as the byte it has there.

ReportLab's text objects measure every word once more, look up each of its letters and format
every number on the way, which took half the time of an edition. What a letter becomes is asked of
the face once, and kept.
"""

from collections.abc import Iterator
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(sign): f"\\{sign}" for sign in "\\()"
}


class _Face(dict[int, str]):
    """What letters of the first subset of a face become; the others are only noted."""

    def __init__(self, name: str, document: Any) -> None:
        self.font = cast("TTFont", pdfmetrics.getFont(name))
        self.document = document
        self.others: set[str] = set()
        self.first = ""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        [(subset, data)] = self.font.splitString(letter, self.document)
        if subset:
            self.others.add(letter)
        self[code] = _escaped(data)
        self.first = self.first or self.font.getSubsetInternalName(0, self.document)
        return self[code]

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        for subset, data in self.font.splitString(text, self.document):
            yield self.font.getSubsetInternalName(subset, self.document), _escaped(data)


class Letters:
    """The letters of one document, which knows what it needs of each face."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._faces: dict[str, _Face] = {}

    def of(self, text: str, font: str) -> Iterator[tuple[str, str]]:
        """Give a text as pieces, each with the name under which pages know its part of the face."""
        if not text:
            return
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = _Face(font, self._document)
        code = text.translate(face)
        if face.others.isdisjoint(text):
            yield face.first, code
        else:
            yield from face.pieces(text)


def _escaped(data: bytes) -> str:
    return data.decode("latin-1").translate(_ESCAPED)
