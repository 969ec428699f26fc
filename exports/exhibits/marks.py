# SPDX-License-Identifier: MIT
"""The small signs of the gap map; each differs from the others by shape, not by color alone."""

from collections.abc import Callable

from exports.exhibits.exhibit import Sheet
from workshop.gaps.gap import Gap

_OUTSIDE = 0.42
"""How far beyond either end of the scale a level that is not rated waits, in levels."""


def held(sheet: Sheet, x: float, y: float) -> None:
    """Draw the level held today: a disk."""
    sheet.dot(x, y, 0.44 * sheet.look.text, fill=sheet.look.theme.today)


def needed(sheet: Sheet, x: float, y: float) -> None:
    """Draw the level needed: a diamond."""
    diamond(sheet, x, y, fill=sheet.look.theme.gap)


def met(sheet: Sheet, x: float, y: float) -> None:
    """Draw a need that is met: a diamond within a disk."""
    em, theme = sheet.look.text, sheet.look.theme
    sheet.dot(x, y, 0.58 * em, fill=theme.calm)
    diamond(sheet, x, y, 0.34, fill=theme.paper)


def unrated(sheet: Sheet, x: float, y: float) -> None:
    """Draw a level that is not rated: an open ring."""
    em, theme = sheet.look.text, sheet.look.theme
    sheet.dot(x, y, 0.38 * em, fill=theme.paper, stroke=theme.mute, thick=0.11 * em)


def must_have(sheet: Sheet, x: float, y: float) -> None:
    """Draw the sign of a must-have: an upright bar."""
    em = sheet.look.text
    sheet.box(x - 0.14 * em, y - 0.55 * em, 0.28 * em, 1.1 * em, fill=sheet.look.theme.ink)


def diamond(sheet: Sheet, x: float, y: float, radius: float = 0.56, **paint: str) -> None:
    """Draw a square that stands on a corner; the radius is in multiples of the text size."""
    r = radius * sheet.look.text
    sheet.shape([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], **paint)


def levels(sheet: Sheet, gap: Gap, x_of: Callable[[float], float], y: float) -> None:
    """Draw a need on its scale: the levels, the span between them, and areas to take hold of."""
    theme, em = sheet.look.theme, sheet.look.text
    today, wanted = gap.current, gap.need.needed_level
    sheet.rule(x_of(0), y, x_of(5), y, theme.line, 0.15 * em, cap=1)
    left = x_of(-_OUTSIDE if today is None else today)
    right = x_of(5 + _OUTSIDE if wanted is None else wanted)
    if gap.gap:
        sheet.rule(left, y, right, y, theme.gap_soft, 0.34 * em)
    elif gap.surplus:
        sheet.rule(right, y, left, y, theme.calm, 0.34 * em)
    if gap.surplus == 0 and gap.gap == 0:
        met(sheet, left, y)
    else:
        (held if today is not None else unrated)(sheet, left, y)
        sign = unrated if wanted is None else met if gap.gap == 0 else needed
        sign(sheet, right, y)
    _grips(sheet, gap, left, right, y)


def _grips(sheet: Sheet, gap: Gap, left: float, right: float, y: float) -> None:
    # Two dots at one place share it: the left half takes hold of today, the right half of needed.
    r = 0.8 * sheet.look.text
    name, id = gap.capability.name, gap.need.id
    today = "not rated" if gap.current is None else str(gap.current)
    wanted = "not rated" if gap.need.needed_level is None else str(gap.need.needed_level)
    together = left == right
    wide = r if together else 2 * r
    sheet.area(left - r, y - r, wide, 2 * r, "held", id, f"{name}: held today {today}")
    start = right if together else right - r
    sheet.area(start, y - r, wide, 2 * r, "needed", id, f"{name}: needed {wanted}")
