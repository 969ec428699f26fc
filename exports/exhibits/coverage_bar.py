# SPDX-License-Identifier: MIT
"""How much of what the future state needs is held today, as one bar."""

from exports.exhibits.contrast import readable_on
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.typography import SEMIBOLD, fit, width
from workshop.gaps.gap import coverage, gaps
from workshop.gaps.headline import coverage_headline
from workshop.state import Workshop
from workshop.why import percent


def coverage_bar(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the covered share from 0 to 100 %; one Area “coverage” tells the formula."""
    found = gaps(workshop)
    covered = coverage(found)
    title = coverage_headline(found)
    if covered.share is None:
        sentence = "Rate levels and importance of the needs, and this bar shows how much is held."
        return empty(look, size, title, sentence)
    em, theme = look.text, look.theme
    sheet = Sheet(size, look)
    high, wide = 2.2 * em, size[0] * covered.share
    sheet.box(0.5, 0.5, size[0] - 1, high - 1, stroke=theme.gap, dash=[3, 3])
    sheet.box(0, 0, wide, high, fill=theme.accent)
    held = f"{percent(covered.share)} held"
    missing = f"{100 - int(percent(covered.share)[:-1])}% missing"  # both together are 100
    if wide > width(held, em, SEMIBOLD) + em:
        sheet.text(0.5 * em, high / 2, held, font=SEMIBOLD, color=readable_on(theme, theme.accent))
    if size[0] - wide > width(missing, em, SEMIBOLD) + em:
        sheet.text(
            size[0] - 0.5 * em, high / 2, missing, font=SEMIBOLD, color=theme.gap, anchor="end"
        )
    note = f"Weighted by importance, over the {covered.rated} of {covered.needs} needs rated"
    bottom = sheet.block(0, high + 0.4 * em, fit(note, em, size[0], 2), color=theme.mute)
    inputs = ", ".join(f"{name} {value}" for name, value in covered.why.inputs)
    sheet.area(0, 0, size[0], high, "coverage", "", f"{covered.why.formula}: {inputs}")
    return sheet.exhibit(title, note, f"{held}, {missing}. {note}.", 1, bottom)
