# SPDX-License-Identifier: MIT
"""The look of the application, made from the tokens of the theme; widgets only name their role."""

import re
import sys
from locale import LC_NUMERIC, LC_TIME, setlocale

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources.paths import ROOT
from resources.theme import Theme
from widgets.fonts import FAMILY, load_fonts
from widgets.icons import tinted_file

BODY = 10.5
"""Body text in points at a scale of 1, which is 14 pixels at 96 dots per inch."""

_Role = QPalette.ColorRole
_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_Role.Window, "canvas"),
    (_Role.WindowText, "ink"),
    (_Role.Base, "paper"),
    (_Role.AlternateBase, "canvas"),
    (_Role.Text, "ink"),
    (_Role.PlaceholderText, "mute"),
    (_Role.Button, "paper"),
    (_Role.ButtonText, "ink"),
    (_Role.BrightText, "gap"),
    (_Role.Highlight, "accent"),
    (_Role.HighlightedText, "on_accent"),
    (_Role.Accent, "accent"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "accent"),
    (_Role.ToolTipBase, "ink"),
    (_Role.ToolTipText, "paper"),
    (_Role.Light, "paper"),
    (_Role.Midlight, "canvas"),
    (_Role.Mid, "line"),
    (_Role.Dark, "mute"),
    (_Role.Shadow, "mute"),
)

_DRESSED = "concord_dressed"
_ICON = re.compile(r"\$icon\.([a-z0-9-]+)\.([a-z_]+)")
_PIXELS, _POINTS = re.compile(r"\b(\d+)px"), re.compile(r"\b([\d.]+)pt")


def application() -> QApplication:
    """Give the application, in the one style that looks the same on every system.

    The style is named on the way in: asking for it later sets up all its 600 names, ten times as
    long as the rest of this takes. Qt brings in the language of the system for the whole process,
    Python's names of months among it; Concord writes and reads American English everywhere.
    """
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "fusion"])
    assert isinstance(app, QApplication)
    for words in (LC_TIME, LC_NUMERIC):
        setlocale(words, "C")
    return app


def begin(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the application the fonts and colors that widgets ask for while they are built.

    The style sheet comes with `dress`.
    """
    load_fonts()
    app.setFont(body_font(scale))
    app.setPalette(palette(theme))


def dress(app: QApplication, window: QWidget, theme: Theme, scale: float = 1.0) -> None:
    """Give a window and all that opens from it the look; `scale` is the text size, 1 being 14 pixels.

    The sheet is the window's, not the application's. Of the latter Qt would tell a widget that is
    still being built each time that it, or what it is in, is put into another one; and a new sheet
    it would put on each widget once for everything that the widget is in.
    """
    if window.property(_DRESSED) == f"{theme.name} {scale}":
        return  # setting the same sheet again would polish every widget anew
    window.setProperty(_DRESSED, f"{theme.name} {scale}")
    begin(app, theme, scale)
    window.setStyleSheet(style_sheet(theme, scale))


def body_font(scale: float = 1.0) -> QFont:
    """Give the font of body text, with figures of equal width as Noto Sans has them."""
    font = QFont(FAMILY)
    font.setPointSizeF(BODY * scale * _points())
    return font


def length(scale: float, pixels: float) -> int:
    """Give a length in pixels at a text size; lengths are multiples of 4 at a scale of 1."""
    return round(pixels * scale)


def palette(theme: Theme) -> QPalette:
    """Give the palette of a theme."""
    colors = QPalette()
    for role, token in _ROLES:
        colors.setColor(role, QColor(getattr(theme, token)))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        colors.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.mute))
    return colors


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Give the style sheet of a theme at a text size."""
    text = (ROOT / "style.qss").read_text("utf-8")
    text = _ICON.sub(lambda match: tinted_file(match[1], getattr(theme, match[2])), text)
    for token, color in sorted(theme._asdict().items(), reverse=True):  # $gap_soft before $gap
        text = text.replace(f"${token}", color)
    if scale * _points() == 1:
        return text
    text = _PIXELS.sub(lambda match: f"{_grown(int(match[1]), scale)}px", text)
    return _POINTS.sub(lambda match: f"{float(match[1]) * scale * _points():.4g}pt", text)


def _grown(pixels: int, scale: float) -> int:
    """Give a length of the sheet at a text size; hairlines and focus rings stay as thin."""
    return pixels if pixels <= 2 else round(pixels * scale)


def _points() -> float:
    """Give how many points of this platform stand for one at 96 dots per inch."""
    return 96 / 72 if sys.platform == "darwin" else 1.0
