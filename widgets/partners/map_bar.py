# SPDX-License-Identifier: MIT
"""The one row above the map: find, add, filter, arrange, fit, measure and ask."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from widgets.desk import Desk
from widgets.flow import Flow
from widgets.icons import icon
from widgets.partners.arrange_menu import ArrangeMenu
from widgets.partners.filter_menu import FilterMenu
from widgets.partners.search_field import SearchField
from workshop.partners.graph import EVERYTHING, NetworkFilter, relations, shown_ties
from workshop.partners.records import Tie
from workshop.why import counted

_COMPACT = "padding: 1px 6px; min-height: 20px;"
_WITH_MENU = "padding: 1px 20px 1px 4px; min-height: 20px;"


class MapBar(QWidget):
    """Holds what is chosen about the map; menus keep what is seldom changed out of its way."""

    filtered = Signal(object)
    """The NetworkFilter that is now chosen."""
    adding_organization = Signal()
    adding_tie = Signal()
    measuring = Signal(bool)
    fitting = Signal()
    asking = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._signs: list[tuple[QPushButton, str, str]] = []
        self._shown: object = None
        self.search = SearchField(desk)
        self.menu, self.arrange = FilterMenu(self), ArrangeMenu(self)
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self._flow.addWidget(self.search)
        self._filter = self._put("Filter", "Say which ties are shown", "filter", self.menu)
        self._put("Arrange", "Say how the nodes stand", "layers", self.arrange)
        self._put("Add", "Add an organization or a tie", "plus", self._additions())
        fit = self._put("", "Show the whole network (F)", "maximize")
        fit.clicked.connect(lambda _=False: self.fitting.emit())
        self._measures = self._put("Measures", "Show the measures as a table", "list-checks")
        self._measures.setCheckable(True)
        self._measures.toggled.connect(self.measuring)
        self.ask = self._put("Ask", "Ask the network a question", "circle-help")
        self.ask.setCheckable(True)
        self.ask.toggled.connect(self.asking)
        self.menu.changed.connect(self._heed)
        self.follow()

    def chosen(self) -> NetworkFilter:
        """Give the filter that is set."""
        return self.menu.chosen()

    def show_measuring(self, shown: bool) -> None:
        """Press or release the button of the measures."""
        self._measures.setChecked(shown)

    def follow(self) -> None:
        """Take up relations, names and colors as they are now."""
        theme = self._desk.theme
        shown = (theme, relations(self._desk.workshop))
        if shown != self._shown:
            self._shown = shown
            for button, sign, role in self._signs:
                button.setIcon(icon(sign, getattr(theme, role)))
            self.menu.offer_relations(shown[1])
        self.search.follow()
        self._tell_filter()

    def _heed(self) -> None:
        self._tell_filter()
        self.filtered.emit(self.chosen())

    def _tell_filter(self) -> None:
        """Say on the button how much is left out, so that nobody forgets a filter is set."""
        workshop, chosen = self._desk.workshop, self.chosen()
        total = len(workshop.of(Tie))
        plain = chosen._replace(directed=False) == EVERYTHING
        shown = total if plain else len(shown_ties(workshop, chosen))
        self._filter.setText("Filter" if plain else f"{shown} of {counted(total, 'tie')}")
        self._filter.setChecked(not plain)

    def _put(self, words: str, hint: str, sign: str, menu: QMenu | None = None) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(hint)
        button.setAccessibleName(f"{words}: {hint}" if words else hint)
        button.setStyleSheet(_WITH_MENU if menu else _COMPACT)
        if menu:
            button.setMenu(menu)
        self._signs.append((button, sign, "accent" if sign == "plus" else "mute"))
        self._flow.addWidget(button)
        return button

    def _additions(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Organization").triggered.connect(self.adding_organization)
        menu.addAction("Tie between two organizations").triggered.connect(self.adding_tie)
        return menu
