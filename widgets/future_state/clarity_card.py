# SPDX-License-Identifier: MIT
"""The fuzziness test of the chosen statement in words, its measures, and the needs that rest on it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.step_page import link
from widgets.why import WhyButton
from workshop.future_state.clarity import Clarity, clarity
from workshop.future_state.records import Measure, Statement
from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.why import listed

_LACKS = {
    "a measure with today's value": "nobody knows today's value",
    "a target": "it has no target",
    "a target date": "it has no date",
    "who measures": "nobody measures it",
    "a named owner": "nobody owns it",
}
_CRITERIA = len(_LACKS)
_MOST_LINKS = 6


def clarity_words(found: Clarity) -> str:
    """Say how many of the criteria a statement meets, and the first thing it lacks."""
    met = _CRITERIA - len(found.missing)
    if not found.missing:
        return f"{met} of {_CRITERIA}: clear"
    if met == 0:
        return f"0 of {_CRITERIA}: no measure, no owner"
    return f"{met} of {_CRITERIA}: {_LACKS[found.missing[-1 if met > 2 else 0]]}"


class ClarityCard(Card):
    """What makes the chosen statement clear or fuzzy, and what hangs on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.id = desk, ""
        self.why = WhyButton("Clarity of this statement")
        self.buttons.addWidget(self.why)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.content.addLayout(self._lines)
        self.show_statement("")

    def show_statement(self, id: Id) -> None:
        """Show the test of a statement, or nothing."""
        workshop = self._desk.workshop
        self.id = id if id in workshop.of(Statement) else ""
        self.setVisible(bool(self.id))
        if not self.id:
            return
        found = clarity(workshop, self.id)
        verdict = "Still fuzzy" if found.fuzzy else "Clear enough"
        self.show_words(f"{verdict}: {clarity_words(found)}", _missing(found))
        self.why.show_why(found.why)
        self._show_links()

    def _show_links(self) -> None:
        while item := self._lines.takeAt(0):
            if gone := item.widget():
                gone.deleteLater()
        workshop, id, go = self._desk.workshop, self.id, self._desk.go
        own = [m for m in workshop.all(Measure) if m.statement == id]
        self._add_links("Measured by", [(m.name, "future.measures", m.id) for m in own])
        if not own:
            self._add_link(link("Add a measure", lambda: go("future.measures", id)))
        names = workshop.of(Capability)
        needs = [n for n in workshop.all(Need) if id in n.because]
        self._add_links(
            "Needs that rest on it",
            [(names[n.capability].name, "gaps.capabilities", n.id) for n in needs],
        )
        if not needs:
            self._lines.addWidget(label("No need rests on it yet.", "mute"))

    def _add_links(self, caption: str, links: Sequence[tuple[str, str, Id]]) -> None:
        if links:
            self._lines.addWidget(label(caption, "caption"))
        for words, step, id in links[:_MOST_LINKS]:
            self._add_link(link(words, partial(self._desk.go, step, id)))
        if len(links) > _MOST_LINKS:
            self._lines.addWidget(label(f"and {len(links) - _MOST_LINKS} more", "mute"))

    def _add_link(self, button: QPushButton) -> None:
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _missing(found: Clarity) -> str:
    return f"What would make it clear: {listed(list(found.missing))}." if found.missing else ""
