# SPDX-License-Identifier: MIT
"""The one door through which text of the workshop reaches a page.

Nothing here or behind it knows markup: what was typed is set letter for letter. A character that
the bundled font lacks is set as its number, so that nothing vanishes in silence.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics

from exports.exhibits.typography import FACES

STAND_INS = {"→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇔": "<=>"}
"""What is set for the few signs that people type often and the font lacks."""

_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_KEPT_SPACES = "\u00a0\u202f"
"""Spaces that hold what stands on both sides of them together."""


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text as they can be printed, blank ones left out."""
    made = (printable(part) for part in _LINE_ENDS.split(text))
    return [part for part in made if part.strip()]


def in_line(text: str) -> str:
    """Give a text as it can be printed in one paragraph."""
    return " ".join(paragraphs(text))


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """Give a text in composed letters of the font; a letter it lacks becomes "[U+1F600]"."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text).translate(_SHOWN)


def plain(text: str) -> str:
    """Give a text for the words around a page (titles, bookmarks), where no font sets limits."""
    kept = (_sound(character) for character in " ".join(text.split()))
    return unicodedata.normalize("NFC", "".join(kept))


def lacking(text: str) -> list[str]:
    """Give the characters of a text that the font lacks, each once, in order."""
    if text.isascii() and text.isprintable():
        return []
    letters = unicodedata.normalize("NFC", text)
    missing = (each for each in letters if not _invisible(each) and not _in_font(each))
    return list(dict.fromkeys(missing))


def _shown(character: str) -> str:
    if _invisible(character):
        return " " if character.isspace() else ""
    if character.isspace() and character not in _KEPT_SPACES:
        return " "
    if _in_font(character):
        return character
    return STAND_INS.get(character, f"[U+{ord(character):04X}]")


class _Shown(dict[int, str]):
    """What each character is set as; each is looked at once."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(chr(code))
        return self[code]


_SHOWN = _Shown()


def _sound(character: str) -> str:
    if unicodedata.category(character) in ("Cs", "Cc"):
        return f"[U+{ord(character):04X}]"
    return character


def _invisible(character: str) -> bool:
    """Tell whether a character shows nothing by itself: line ends, tabs, joiners, selectors."""
    if character in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return True
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _in_font(character: str) -> bool:
    return ord(character) in _letters() or character.isspace()


@cache
def _letters() -> frozenset[int]:
    """Give the characters that every bundled face holds."""
    fonts: Iterable[Any] = map(pdfmetrics.getFont, FACES)
    faces = (font.face.charToGlyph for font in fonts)
    first, *rest = (frozenset(face) for face in faces)
    return first.intersection(*rest)
