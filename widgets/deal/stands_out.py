# SPDX-License-Identifier: MIT
"""The packages that stand out, beside each other term by term, so that one sees where they differ."""

from PySide6.QtWidgets import QGridLayout, QWidget

from widgets.dialogs import label
from workshop.deal.package_edits import MARKS
from workshop.deal.packages import Analysis
from workshop.deal.packages_problem import words


class StandsOut(QWidget):
    """A row for each term and a column for each way to stand out; what all share is quiet."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self.setAccessibleName("Packages that stand out")

    def show_found(self, found: Analysis) -> None:
        """Show the packages of an analysis; where none is above every line, the column says so."""
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        stands = {"nash": found.nash, "max_min": found.max_min, "sum": found.highest_sum}
        chosen = {key: words(found.problem, each.choice) for key, each in stands.items() if each}
        for column, (key, title) in enumerate(MARKS.items(), 1):
            none = "" if key in chosen else "\nno package is above every line"
            self._grid.addWidget(label(title + none, "caption"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnStretch(0, 1)
        for row, term in enumerate(found.problem.terms, 1):
            self._grid.addWidget(label(term.name, "mute"), row, 0)
            texts = {key: own[term.id] for key, own in chosen.items()}
            differ = len(set(texts.values())) > 1
            for column, key in enumerate(MARKS, 1):
                self._grid.addWidget(
                    label(texts.get(key, "–"), "strong" if differ else "body"), row, column
                )
