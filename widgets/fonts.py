# SPDX-License-Identifier: MIT
"""The bundled family as Qt knows it, so that every machine shows the same letters."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from resources.paths import FONT_FILES

FAMILY = "Noto Sans"


@cache
def load_face(key: str) -> None:
    """Make a bundled face known to Qt, once; needs an application.

    Qt reads the whole file, so that the window begins with the two faces that every page is set in.
    """
    QFontDatabase.addApplicationFont(str(FONT_FILES[key]))


def load_fonts() -> None:
    """Make known what the style sheet sets almost everything in."""
    load_face("regular")
    load_face("semibold")


@cache
def face(key: str) -> tuple[str, QFont.Weight, bool]:
    """Give family, weight and slant of a face by its key in `resources.paths.FONT_FILES`."""
    weights = {"semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold}
    return FAMILY, weights.get(key, QFont.Weight.Normal), key == "italic"


def font(key: str, pixels: int) -> QFont:
    """Give a bundled face at a size in pixels."""
    load_face(key)
    family, weight, slanted = face(key)
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setItalic(slanted)
    return made
