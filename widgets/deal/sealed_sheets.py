# SPDX-License-Identifier: MIT
"""Whose sealed sheet is filled in, and the way to each; nothing of what stands in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from widgets.cards import Card
from widgets.deal.sealed_screen import MakeSections, SealedScreen
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.pages import Exposure
from workshop.deal.parties import parties
from workshop.history import Step
from workshop.ids import Id
from workshop.prepare.details import organizations
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

Progress = Callable[[Workshop, Id], tuple[int, int]]
"""How many answers of a sheet are sealed, and how many there are to give."""


class SealedSheets(Card):
    """A line for each organization at the table: how far its sheet is, and the button to it."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        how: str,
        make: MakeSections,
        progress: Progress,
        kinds: tuple[type[Record], ...],
        board: str,
    ) -> None:
        super().__init__(title)
        self.show_words(title, how)
        self._board = board
        self._desk, self._make, self._progress = desk, make, progress
        self._kinds: tuple[type[Record], ...] = (*kinds, Organization)
        self.buttons_by_organization: dict[Id, QPushButton] = {}
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 2)
        self.add(self._lines)
        desk.changed.connect(self._follow)
        self._show()

    def exposure(self) -> Exposure:
        """Show the room what is scored, and nothing of the sheets."""
        return Exposure(self._board)

    def open_sheet(self, organization: Id) -> SealedScreen:
        """Cover the window with the sheet of an organization."""
        screen = SealedScreen(self, self._desk, organization, self._make)
        screen.left.connect(self._show)
        screen.open()
        return screen

    def _follow(self, step: Step) -> None:
        if step.touches(*self._kinds):
            self._show()

    def _show(self) -> None:
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.buttons_by_organization.clear()
        workshop = self._desk.workshop
        known = {each.id for each in parties(workshop)}
        at_table = [
            each
            for each in organizations(workshop)
            if each.at_table or each.ours or each.id in known
        ]
        for row, each in enumerate(at_table):
            done, total = self._progress(workshop, each.id)
            button = QPushButton("Open sealed sheet")
            button.setAccessibleName(f"Open the sealed sheet of {each.name}")
            button.clicked.connect(partial(self._open, each.id))
            button.setEnabled(bool(total))
            self._grid.addWidget(label(each.name, "strong"), row, 0)
            self._grid.addWidget(label(_words(done, total), "mute"), row, 1)
            self._grid.addWidget(button, row, 2)
            self.buttons_by_organization[each.id] = button
        if not at_table:
            self._grid.addWidget(label("No organization is at the table yet.", "mute"), 0, 0)
            name = QPushButton("Name the organizations")
            name.setProperty("role", "primary")
            name.clicked.connect(lambda _=False: self._desk.go("prepare.organizations"))
            self._grid.addWidget(name, 0, 2)

    def _open(self, organization: Id, _checked: bool = False) -> None:
        self.open_sheet(organization)


def _words(done: int, total: int) -> str:
    if not total:
        return "nothing to answer yet"
    return "all sealed" if done >= total else f"{done} of {total} sealed"
