# SPDX-License-Identifier: MIT
"""The fit of one candidate in words: every score with its reasons, and what can derail it."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from exports.exhibits.fit_comparison import OVERALL, score_in
from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import link
from widgets.why import WhyButton
from workshop.ids import Id
from workshop.partners.candidates import candidate_of
from workshop.partners.complement import resources
from workshop.partners.fit import Fit, fit, fit_headline
from workshop.partners.fit_parts import Score
from workshop.partners.fit_records import FIT_PARTS
from workshop.partners.strain import strain_of
from workshop.state import Workshop
from workshop.why import Why, number, percent

_WITHIN = "complement", "growth"
"""The two scores of which the higher one is that of needs and assets."""
_STRAIN = "strain"
_KEYS = ("aspirations", "resources", *_WITHIN, *FIT_PARTS[2:], OVERALL, _STRAIN)


class _Line(NamedTuple):
    """A line of the card: what it is of, its figure, what is said of it, and its reasons."""

    name: str
    figure: str
    note: str
    why: Why
    exact: float | None


class FitCard(Card):
    """A line for each score, for the whole and for the strain, each with a quiet “Why?”."""

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
        for row, key in enumerate(_KEYS):
            role = "strong" if key == OVERALL else "mute" if key in _WITHIN else "body"
            self._names[key] = label("", role)
            self.figures[key] = label("", "mute" if key in _WITHIN else "strong")
            self.notes[key] = label("", "mute")
            self.whys[key] = WhyButton()
            widgets = (self._names[key], self.figures[key], self.notes[key], self.whys[key])
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
        for key, line in _lines(self._desk.workshop, found).items():
            self._names[key].setText(line.name)
            self.figures[key].setText(line.figure)
            self.notes[key].setText(line.note)
            subject = f"{line.name}, {found.partner.name}: {number(line.exact, 4)}"
            self.whys[key].show_why(line.why, subject)


def _lines(workshop: Workshop, found: Fit) -> dict[str, _Line]:
    lines = {score.part: _scored(score) for score in (*found.scores, score_in(found, OVERALL))}
    both = resources(workshop, found.partner.id)
    lines["complement"] = _Line(
        "   complement", _shown(both.mutual), "", both.both_ways, both.mutual
    )
    grown = both.growth
    lines["growth"] = _Line("   growth", _shown(grown.score), "", grown.why, grown.score)
    candidate = candidate_of(workshop, found.partner.id)
    if candidate is not None:
        strain = strain_of(workshop, candidate)
        figure = "unknown" if strain.points is None else f"{strain.points} of 10"
        lines[_STRAIN] = _Line("Strain it would bring", figure, "", strain.why, strain.points)
    return lines


def _scored(score: Score) -> _Line:
    derails = "can derail it" if score.derails and score.part != OVERALL else ""
    note = "; ".join(filter(None, (derails, score.note)))
    return _Line(score.label, _shown(score.value), note, score.why, score.value)


def _shown(value: float | None) -> str:
    return "not rated" if value is None else percent(value)
