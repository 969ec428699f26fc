# SPDX-License-Identifier: MIT
"""A line that adds a record by its name: type, Enter, and it is there."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from widgets.desk import Desk
from workshop.document import Edit


class AddLine(QLineEdit):
    """Adds what is typed by an edit made from the words."""

    def __init__(
        self, desk: Desk, words: str, make: Callable[[str], Edit], done: Callable[[], object]
    ) -> None:
        super().__init__()
        self._desk, self._words, self._make, self._done = desk, words, make, done
        self.setPlaceholderText(f"{words}; Enter adds it")
        self.setAccessibleName(words)
        self.returnPressed.connect(self._add)

    def _add(self) -> None:
        text = self.text().strip()
        if text and self._desk.apply(self._make(text), self._words):
            self.clear()
            self._done()
