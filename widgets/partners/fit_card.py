# SPDX-License-Identifier: MIT
"""The fit of one candidate in words: every score with its reasons, and what can derail it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from exports.exhibits.fit_comparison import OVERALL, score_in
from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import link
from widgets.why import WhyButton
from workshop.ids import Id
from workshop.partners.fit import fit, fit_headline
from workshop.partners.fit_parts import Score
from workshop.partners.fit_records import FIT_PARTS
from workshop.why import number, percent


class FitCard(Card):
    """A line for each part and one for the whole, each with a quiet “Why?”."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.them = desk, ""
        self.figures: dict[str, QLabel] = {}
        self.notes: dict[str, QLabel] = {}
        self.whys: dict[str, WhyButton] = {}
        self._names: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for row, part in enumerate((*FIT_PARTS, OVERALL)):
            self._names[part] = label("", "strong" if part == OVERALL else "body")
            self.figures[part] = label("", "strong")
            self.notes[part] = label("", "mute")
            self.whys[part] = WhyButton()
            widgets = (self._names[part], self.figures[part], self.notes[part], self.whys[part])
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(grid)
        self.content.addStretch(1)
        self.to_profile = link(
            "Open the profile", lambda: desk.go("partners.candidates", self.them)
        )
        self.buttons.addWidget(self.to_profile)

    def show_partner(self, them: Id) -> None:
        """Show how well an organization fits."""
        self.them = them
        found = fit(self._desk.workshop, them)
        self.show_words(fit_headline(found))
        for score in (*found.scores, score_in(found, OVERALL)):
            name = f"{score.label}, {found.partner.name}"
            self._names[score.part].setText(score.label)
            shown = "not rated" if score.value is None else percent(score.value)
            self.figures[score.part].setText(shown)
            derails = score.derails and score.part != OVERALL
            self.notes[score.part].setText(_note(score, derails=derails))
            self.whys[score.part].show_why(score.why, f"{name}: {number(score.value, 4)}")


def _note(score: Score, *, derails: bool) -> str:
    return "; ".join(filter(None, ("can derail it" if derails else "", score.note)))
