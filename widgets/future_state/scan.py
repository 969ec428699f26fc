# SPDX-License-Identifier: MIT
"""The page of the environment scan: the map of impact and likelihood, and the factors on it."""

from exports.exhibits.scan_map import scan_map
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, paged
from widgets.tables.record_table import Column
from widgets.why import WhyButton
from workshop.future_state.records import Factor
from workshop.future_state.scan import rank
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import number

_LINES = 30
_EMPTY = (
    "Challenges and opportunities that come toward us, each with its impact and likelihood. "
    "Start with the one everybody talks about."
)


def build(desk: Desk) -> "ScanPage":
    """Build the page."""
    return ScanPage(desk)


class ScanPage(StepPage):
    """The map over the list of factors; a mark on the map chooses its row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "scan")
        self.map = ExhibitCard(desk, paged(desk, scan_map, _LINES), (Factor,))
        columns = (
            Column(name="text", strong=True, width=16),
            Column(name="kind", width=11),
            "impact",
            "likelihood",
            Column(name="horizon", width=12),
            Column("Priority", text=_priority, sort=_by_priority, width=8),
        )
        self.factors = ListAndForm(desk, Factor, columns, empty=_EMPTY)
        self.why = WhyButton()
        self.factors.form_card.buttons.addWidget(self.why)
        self.place(self.map, self.factors)
        self.map.view.activated.connect(lambda area: self.select(area.id))
        self.factors.chosen.connect(lambda _id: self._explain())
        self.follow((Factor,), self._show_again)
        self._show_map()

    def select(self, id: Id) -> None:
        """Bring a factor into view and choose it."""
        self.factors.select(id)

    def _show_again(self) -> None:
        self._show_map()
        self._explain()

    def _show_map(self) -> None:
        self.map.setVisible(bool(self.desk.workshop.of(Factor)))

    def _explain(self) -> None:
        factor = self.desk.workshop.of(Factor).get(self.factors.id)
        if factor is not None:
            found = rank(factor)
            weight = f", {found.weight}" if found.weight else ""
            subject = f"Priority {number(found.priority, 1)}{weight}"
            self.why.show_why(found.why, subject)
            self.factors.form_card.show_words(factor.text, subject)


def _priority(_workshop: Workshop, factor: Factor) -> str:
    found = rank(factor).priority
    return "–" if found is None else number(found, 1)


def _by_priority(_workshop: Workshop, factor: Factor) -> float | None:
    return rank(factor).priority
