# SPDX-License-Identifier: MIT
"""A field that finds an organization by part of its name and flies to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from widgets.desk import Desk
from widgets.offered_list import offer
from workshop.ids import Id
from workshop.prepare.records import Organization


class SearchField(QLineEdit):
    """Offers the names that hold what was typed; Enter takes the first of them."""

    found = Signal(str)
    """The id of the organization."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setPlaceholderText("Find")
        self.setAccessibleName("Find an organization on the map")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(7 * self.fontMetrics().height())
        self.setStyleSheet("QLineEdit { padding: 1px 6px; min-height: 18px; }")
        self.returnPressed.connect(self._take)
        self.textEdited.connect(lambda _text: self._offer())

    def _offer(self) -> None:
        if self.completer() is not None:
            return
        names = sorted(each.name for each in self._desk.workshop.all(Organization))
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _name: self._take())
        offer(self, completer)

    def follow(self) -> None:
        """Offer the names anew after they have changed."""
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes None to have none

    def _take(self) -> None:
        id = self._match()
        if id:
            self.found.emit(id)
        elif self.text().strip():
            self._desk.said.emit(f"No organization on the map is called “{self.text().strip()}”.")

    def _match(self) -> Id:
        words = self.text().strip().casefold()
        if not words:
            return ""
        names = {each.id: each.name.casefold() for each in self._desk.workshop.all(Organization)}
        held = [id for id, name in names.items() if words in name]
        return min(
            held, key=lambda each: (not names[each].startswith(words), names[each]), default=""
        )
