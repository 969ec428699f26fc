# SPDX-License-Identifier: MIT
"""The page and its type: sizes, distances and colors of everything that is set."""

from typing import NamedTuple

from exports.exhibits.typography import BOLD, REGULAR, SEMIBOLD
from resources.theme import LIGHT

PAGE = (612.0, 792.0)
"""US Letter, in points."""
SIDE = 49.0
"""Left and right margin."""
TOP = 717.0
BOTTOM = 66.0
"""Where the text begins and ends, from the lower edge of the page."""
WIDTH = PAGE[0] - 2 * SIDE
HEIGHT = TOP - BOTTOM
HEADER = 737.0
FOOTER = 32.0
"""Baselines of the running lines."""

CELL_GAP = 12.0
"""Between two columns of a table."""
CELL_PAD = 5.0
"""Above and below the words of a table row."""
HAIRLINE = 0.6


class Style(NamedTuple):
    """How a block of text is set, in points; space above and below is never added up but shared."""

    size: float
    leading: float
    font: str = REGULAR
    color: str = LIGHT.ink
    above: float = 0.0
    below: float = 6.0
    indent: float = 0.0


BODY = Style(9.5, 14.0)
LEAD = Style(10.5, 14.5, color=LIGHT.mute, below=10)
STATEMENT = Style(10.5, 15.0, font=SEMIBOLD, above=8, below=3)
SMALL = Style(8.5, 12.0, color=LIGHT.mute)
ITEM = Style(9.5, 14.0, below=4, indent=14)
QUOTE = Style(9.5, 14.0, below=3, indent=12)
QUOTE_SMALL = Style(8.5, 12.5, color=LIGHT.mute, below=3, indent=12)
H1 = Style(20.0, 25.0, font=BOLD, below=6)
H2 = Style(13.0, 17.0, font=BOLD, above=20, below=6)
H3 = Style(10.5, 14.5, font=SEMIBOLD, above=14, below=4)
TITLE = Style(32.0, 38.0, font=BOLD, below=10)
KICKER = Style(11.0, 15.0, font=SEMIBOLD, color=LIGHT.accent, below=10)
HEAD = Style(8.5, 11.0, font=SEMIBOLD, color=LIGHT.mute)
CELL = Style(9.0, 12.5)
