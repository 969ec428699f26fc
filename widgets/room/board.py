# SPDX-License-Identifier: MIT
"""A board as the room sees it: the finding at the top, the picture below, at one size of screen.

Drawing needs nothing of Qt's, so a worker does it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.typography import BOLD, fit
from resources.theme import Theme
from widgets.pages import Exposure
from workshop.state import Workshop

CAPITAL_SHARE = 0.028
"""The least height of a capital as a share of the screen's: 16 arc minutes from six heights away."""
TEXT_SHARE = CAPITAL_SHARE / 0.7
TITLE_SHARE = 0.05
"""The least font size as a share of the screen's height; capitals of Noto Sans are 0.714 of it."""


class DrawnBoard(NamedTuple):
    """What is painted: the lines of the head, and the picture from `top` down."""

    board: "Board"
    exhibit: Exhibit
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    top: float
    page: int


@dataclass(frozen=True)
class Board:
    """What is to be shown, in which colors, on a screen of which size in pixels."""

    exposure: Exposure
    public: Workshop
    theme: Theme
    width: int
    height: int

    @property
    def margin(self) -> float:
        """How far everything stays from the edges."""
        return self.height * 0.055

    @property
    def head_width(self) -> float:
        """How wide the head may be; beside it is room for the clock."""
        return self.width - 2 * self.margin - self.height * 0.26

    def drawn(self) -> DrawnBoard:
        """Draw it; a page that there is no more gives way to the last one."""
        found = self._drawn(self.exposure.page)
        last = max(0, found.exhibit.pages - 1)
        return found if found.page <= last else self._drawn(last)

    def _drawn(self, page: int) -> DrawnBoard:
        # A long title takes room from the picture, and is known only when that is drawn.
        top = self._head_height(1, 1)
        exhibit = self._exhibit(top, page)
        title = fit(exhibit.title, self.height * TITLE_SHARE, self.head_width, 3, BOLD)
        subtitle = fit(exhibit.subtitle, self.height * TEXT_SHARE, self.head_width, 2)
        needed = self._head_height(len(title), len(subtitle))
        if needed != top:
            exhibit = self._exhibit(needed, page)
        return DrawnBoard(self, exhibit, title, subtitle, needed, page)

    def _exhibit(self, top: float, page: int) -> Exhibit:
        return draw_board(
            self.exposure.board,
            self.public,
            Look(self.theme, self.height * TEXT_SHARE),
            (self.width - 2 * self.margin, self.height - top - self.margin),
            page,
            self.exposure.about,
        )

    def _head_height(self, title_lines: int, subtitle_lines: int) -> float:
        words = title_lines * TITLE_SHARE + subtitle_lines * TEXT_SHARE
        return self.margin * 0.8 + self.height * words * 1.3 + self.height * 0.03
