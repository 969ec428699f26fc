# SPDX-License-Identifier: MIT
"""The boards of the network page: the map, its measures, and the views that are exhibits."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedLayout, QWidget

from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.step_page import paged
from workshop.ids import Id
from workshop.kinds import KINDS

VIEWS = (
    ("relations", "Relations"),
    ("coverage", "Coverage"),
    ("money", "Money"),
    ("decisions", "Decisions"),
    ("time", "Time"),
)
BOARD_OF: Mapping[str, str] = {
    "coverage": "set_coverage", "money": "who_pays", "decisions": "who_decides",
}  # fmt: skip
"""The board that the window and the room show of a view that is no live map."""
_STEPS: Mapping[str, str] = {
    "partner": "partners.candidates", "need": "gaps.capabilities", "us": "prepare.organizations",
    "organization": "prepare.organizations", "pot": "deal.savings", "decision_right": "deal.agreement",
}  # fmt: skip
"""Where the thing behind an area of a view is edited."""
_BEGINS: Mapping[str, tuple[str, str]] = {
    "coverage": ("Name what is needed", "gaps.capabilities"),
    "money": ("Write how it is shared", "deal.savings"),
    "decisions": ("Say who decides", "deal.agreement"),
}
_LINES = 24.0
_MAP, _MEASURES = 0, 1


class ViewBoards(QWidget):
    """Shows one of its boards; exhibits are made when they are first looked at."""

    def __init__(self, desk: Desk, map: QWidget, measures: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.exhibits: dict[str, ExhibitCard] = {}
        self.begins: dict[str, QPushButton] = {}
        """The button that starts a view that has nothing to show yet."""
        self._pages: dict[str, QScrollArea] = {}
        self._stack = QStackedLayout(self)
        self._stack.addWidget(map)
        self._stack.addWidget(measures)

    @property
    def measuring(self) -> bool:
        """Whether the measures are in view."""
        return self._stack.currentIndex() == _MEASURES

    def show_map(self) -> None:
        """Show the live map."""
        self._stack.setCurrentIndex(_MAP)

    def show_measures(self) -> None:
        """Show the measures."""
        self._stack.setCurrentIndex(_MEASURES)

    def show_exhibit(self, view: str) -> None:
        """Show a view that is an exhibit."""
        if view not in self._pages:
            self._pages[view] = self._page(view)
            self._stack.addWidget(self._pages[view])
        self._stack.setCurrentWidget(self._pages[view])

    def _page(self, view: str) -> QScrollArea:
        from exports.exhibits.boards import BOARDS

        card = self.exhibits[view] = ExhibitCard(
            self._desk, paged(self._desk, BOARDS[BOARD_OF[view]], _LINES), KINDS
        )
        card.setProperty("role", "plain")
        card.content.setContentsMargins(4, 8, 4, 8)
        card.content.addStretch(1)
        words, step = _BEGINS[view]
        self.begins[view] = begin = card.add_action(words, partial(self._desk.go, step), "primary")
        card.view.redrawn.connect(lambda exhibit: begin.setVisible(not exhibit.areas))
        card.view.activated.connect(lambda area: self._go(area.role, area.id))
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setWidget(card)
        return page

    def _go(self, role: str, id: Id) -> None:
        if role in _STEPS:
            self._desk.go(_STEPS[role], id)
