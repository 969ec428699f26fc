# SPDX-License-Identifier: MIT
"""Lengths that grow with the text: what is meant in pixels at the usual size, at the size it has."""

from PySide6.QtWidgets import QWidget

USUAL_TEXT = 14
"""Pixels of body text at a text size of 100 %, at which lengths are given."""


def scaled(pixels: float, widget: QWidget) -> int:
    """Give how many pixels these are at the text size of a widget."""
    return round(pixels * widget.fontInfo().pixelSize() / USUAL_TEXT)
