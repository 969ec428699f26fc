# SPDX-License-Identifier: MIT
"""The best ways to close a gap in a small table: the way, what speaks for it, its score."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from widgets.dialogs import label
from workshop.gaps.fitting import fits_because
from workshop.gaps.sourcing import Comparison
from workshop.why import number

_MOST = 3
_Line = tuple[tuple[str, str, str], tuple[str, str, str]]
"""Words and their roles, column by column."""


class WaysTable(QWidget):
    """Shows the three ways with the highest scores, the chosen one heavier."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[_Line] = []
        self.setAccessibleName("The best ways to close the gap")

    def show_ways(self, found: Comparison) -> None:
        """Show the ways that have a score, best first; without one, say so."""
        lines = _lines(found)
        if lines == self._lines:
            return
        self._lines = lines
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (words, roles) in enumerate(lines):
            if row:
                line = QFrame()
                line.setProperty("role", "hairline")
                self._grid.addWidget(line, 2 * row - 1, 0, 1, 3)
            self._set(2 * row, words, roles)

    @property
    def words(self) -> str:
        """What the table says, line by line."""
        return "".join(" ".join(words) + "\n" for words, _ in self._lines)

    def _set(self, row: int, words: Sequence[str], roles: Sequence[str]) -> None:
        for column, (text, role) in enumerate(zip(words, roles, strict=True)):
            cell = label(text, role)
            cell.setWordWrap(column == 1)
            side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | side)
            self._grid.addWidget(cell, row, column)


def _lines(found: Comparison) -> list[_Line]:
    scored = [way for way in found.ways if way.score is not None][:_MOST]
    if not scored:
        return [(("No way is rated yet", "", ""), ("mute", "mute", "mute"))]
    lines: list[_Line] = [
        (("Path", "Fits because", "Score"), ("caption", "caption", "caption")),
    ]
    for way in scored:
        is_chosen = found.sourcing is not None and found.sourcing.chosen == way.option
        reasons = ", ".join(fits_because(way.option, found.sourcing)) or "–"
        said = way.note if not way.open else f"chosen: {reasons}" if is_chosen else reasons
        roles = ("strong", "body", "strong") if is_chosen else ("body", "mute", "body")
        lines.append(((way.label, said, number(way.score)), roles))
    return lines
