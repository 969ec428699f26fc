# SPDX-License-Identifier: MIT
"""The picture of an exhibit that has nothing to show yet: one calm sentence in the middle."""

from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.typography import wrap


def empty(look: Look, size: Size, title: str, sentence: str) -> Exhibit:
    """Give an exhibit that says what belongs here and how it comes about."""
    em = look.text
    lines = wrap(sentence, em, min(size[0] - 2 * em, 34 * em))
    height = min(size[1], em * 8 + look.line * len(lines))
    sheet = Sheet((size[0], height), look)
    sheet.lines(size[0] / 2, height / 2, lines, color=look.theme.mute, anchor="middle")
    return sheet.exhibit(title, "", sentence)
