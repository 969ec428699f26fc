# SPDX-License-Identifier: MIT
"""The bundled family as ReportLab knows it, and how text is measured, wrapped and fitted.

The four faces are registered when this module is imported, under fixed names that the Qt renderer
knows too. Digits of Noto Sans are all of one width, so figures line up without more ado.
"""

from functools import cache, lru_cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources.paths import FONT_FILES

REGULAR = "Concord"
SEMIBOLD = "Concord-SemiBold"
BOLD = "Concord-Bold"
ITALIC = "Concord-Italic"

FACES = {REGULAR: "regular", SEMIBOLD: "semibold", BOLD: "bold", ITALIC: "italic"}
"""The registered name of each face, and its key in `resources.paths.FONT_FILES`."""

LEADING = 1.3
"""Line distance as a multiple of the font size."""
CAPITAL = 0.714
"""Height of a capital of Noto Sans as a multiple of the font size."""


def register_fonts() -> None:
    """Make the bundled faces known to ReportLab; a second call does nothing."""
    if REGULAR in pdfmetrics.getRegisteredFontNames():
        return
    for name, key in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(FONT_FILES[key])))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD
    )
    addMapping(SEMIBOLD, 0, 0, SEMIBOLD)


class _Widths(dict[str, float]):
    """How wide the letters of a face are, in thousandths of its size; each is asked for once."""

    def __init__(self, font: str) -> None:
        self.font = font

    def __missing__(self, letter: str) -> float:
        self[letter] = float(pdfmetrics.stringWidth(letter, self.font, 1000))
        return self[letter]


_widths = cache(_Widths)


@lru_cache(maxsize=20_000)
def width(text: str, size: float, font: str = REGULAR) -> float:
    """Measure a line of text, in points."""
    return 0.001 * size * sum(map(_widths(font).__getitem__, text))


@lru_cache(maxsize=5_000)
def wrap(text: str, size: float, limit: float, font: str = REGULAR) -> tuple[str, ...]:
    """Break a text into lines no wider than `limit` points; a word that is too wide is broken too."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined, size, font) <= limit:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, limit, font)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def shorten(text: str, size: float, limit: float, font: str = REGULAR) -> str:
    """Give as much of a line as fits into `limit` points, ending in "…" if that is not all of it.

    The last resort: whoever shortens a text carries the whole of it in the text of an Area.
    """
    text = " ".join(text.split())
    if width(text, size, font) <= limit:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, font) <= limit:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def fit(text: str, size: float, limit: float, lines: int, font: str = REGULAR) -> tuple[str, ...]:
    """Wrap a text into at most so many lines, shortening the last one only if there is more."""
    wrapped = wrap(text, size, limit, font)
    if len(wrapped) <= lines:
        return wrapped
    kept = wrapped[: lines - 1]
    rest = " ".join(wrapped[lines - 1 :])
    return (*kept, shorten(rest, size, limit, font))


def _pieces(word: str, size: float, limit: float, font: str) -> list[str]:
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character, size, font) > limit:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


register_fonts()
