# SPDX-License-Identifier: MIT
"""The bundled family as Qt knows it, so that every machine shows the same letters."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from resources.paths import FONT_FILES

FAMILY = "Noto Sans"


@cache
def load_fonts() -> None:
    """Make the bundled faces known to Qt; needs an application, and is done only once."""
    for path in FONT_FILES.values():
        QFontDatabase.addApplicationFont(str(path))


@cache
def face(key: str) -> tuple[str, QFont.Weight, bool]:
    """Give family, weight and slant of a face by its key in `resources.paths.FONT_FILES`."""
    weights = {"semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold}
    return FAMILY, weights.get(key, QFont.Weight.Normal), key == "italic"


def font(key: str, pixels: int) -> QFont:
    """Give a bundled face at a size in pixels."""
    load_fonts()
    family, weight, slanted = face(key)
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setItalic(slanted)
    return made
