# SPDX-License-Identifier: MIT
"""The lines that run along the head and foot of every page but the title's head."""

from exports.exhibits.typography import shorten
from exports.pdf.paper import Paper
from exports.pdf.style import FOOTER, HAIRLINE, HEADER, SIDE, WIDTH
from resources.theme import LIGHT


def set_running_lines(
    paper: Paper, title: str, subject: str, remark: str, number: int, count: int
) -> None:
    """Set head and foot of one page."""
    right = SIDE + WIDTH
    with paper.artifact():
        if number > 1:
            head = shorten(title, 8.5, WIDTH - 110)
            paper.set_line(SIDE, HEADER, head, 8.5, color=LIGHT.mute)
            paper.set_line(right, HEADER, subject, 8.5, color=LIGHT.mute, right=True)
        paper.rule(SIDE, right, FOOTER + 14, LIGHT.line, HAIRLINE)
        paper.set_line(SIDE, FOOTER, remark, 8.0, color=LIGHT.mute)
        page = f"{number} of {count}"
        paper.set_line(right, FOOTER, page, 8.0, color=LIGHT.mute, right=True)
