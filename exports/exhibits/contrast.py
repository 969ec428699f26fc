# SPDX-License-Identifier: MIT
"""Which of a theme's text colors can be read on a filled shape (WCAG 2.2 relative luminance)."""

from functools import cache

from resources.theme import Theme


def luminance(color: str) -> float:
    """Give the relative luminance of "#RRGGBB", from 0 black to 1 white."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colors, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def readable_on(theme: Theme, fill: str) -> str:
    """Give the text color of the theme with the highest contrast on a fill."""
    return max((theme.ink, theme.paper, theme.on_accent), key=lambda color: contrast(color, fill))
