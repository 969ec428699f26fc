# SPDX-License-Identifier: MIT
"""Where the bundled files lie."""

from pathlib import Path

ROOT = Path(__file__).parent
FONTS = ROOT / "fonts"
ICONS = ROOT / "icons"
TEMPLATES = ROOT / "templates"
SAMPLES = ROOT / "samples"
SAVINGS = ROOT / "savings"
"""The rules by which programs share savings and losses, one file for a program and year."""
LICENSES = ROOT / "licenses"

FONT_FILES = {
    "regular": FONTS / "NotoSans-Regular.ttf",
    "semibold": FONTS / "NotoSans-SemiBold.ttf",
    "bold": FONTS / "NotoSans-Bold.ttf",
    "italic": FONTS / "NotoSans-Italic.ttf",
}
"""The one family used on screen and on paper, by weight."""
