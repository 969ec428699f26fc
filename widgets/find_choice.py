# SPDX-License-Identifier: MIT
"""A field that finds one of many choices by part of its name."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from widgets.offered_list import offer

_LETTERS = 26
"""How wide the field is, in letters of middle width."""


class FindChoice(QLineEdit):
    """Offers the names that hold what was typed; Enter takes the first of them."""

    found = Signal(str)
    """The key of a choice."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: Mapping[str, str] = {}
        self.setAccessibleName(f"{name}: find one by its name")
        self.returnPressed.connect(self._take)

    def offer(self, choices: Mapping[str, str]) -> None:
        """Offer choices, as words by key."""
        if choices == self._choices:
            return
        self._choices = dict(choices)
        self.setPlaceholderText(f"Find one of {len(choices)}")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes None to have none

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.completer() is None:
            self._offer_list()
        super().focusInEvent(event)

    def _offer_list(self) -> None:
        completer = QCompleter(sorted(self._choices.values(), key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _words: self._take(), Qt.ConnectionType.QueuedConnection)
        offer(self, completer).setMinimumWidth(2 * self.minimumWidth())

    def _take(self) -> None:
        words = self.text().strip().casefold()
        held = [key for key, name in self._choices.items() if words and words in name.casefold()]
        names = {key: self._choices[key].casefold() for key in held}
        best = min(held, key=lambda key: (not names[key].startswith(words), names[key]), default="")
        if best:
            self.clear()
            self.found.emit(best)
