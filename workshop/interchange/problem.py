# SPDX-License-Identifier: MIT
"""What can be wrong with a source: as a whole (it cannot be read), or in one of its cells."""

from typing import NamedTuple

from workshop.ids import Id
from workshop.record import RuleError


class SourceError(RuleError):
    """A source cannot be read at all; the message is one sentence."""


class Problem(NamedTuple):
    """One thing found in a source, where it is, and what was done or can be done about it.

    `row` counts as the spreadsheet does, the header being row 1; 0 means the whole sheet.
    `lost` tells whether something of the source does not come in because of it. `name` is the name
    that was not found, `offers` are the records it may stand for, each with what it is called.
    `cell` is what a cell says that was not understood, `instead` what it may be read as.
    """

    file: str
    sheet: str
    row: int
    column: str
    sentence: str
    fix: str = ""
    lost: bool = True
    name: str = ""
    offers: tuple[tuple[Id, str], ...] = ()
    cell: str = ""
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {' '.join(filter(None, (self.sentence, self.fix)))}"

    @property
    def where(self) -> str:
        """The place in words, as in: ties.xlsx, sheet Ties, row 4, column Strength."""
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet {self.sheet}")
        if self.row:
            parts.append(f"row {self.row}")
        if self.column:
            is_said = self.column.casefold().startswith("column ")
            parts.append(self.column if is_said else f"column {self.column}")
        return ", ".join(parts)
