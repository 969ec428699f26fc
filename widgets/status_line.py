# SPDX-License-Identifier: MIT
"""The foot of the window: what is saved, how many are here, what the room sees."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from widgets.desk import Desk
from widgets.elided_label import ElidedLabel
from workshop.prepare.records import Participant
from workshop.record import noun
from workshop.storage.writer import SaveStatus


class _Words(ElidedLabel):
    """Takes the room its words need, and gives way where the window is narrow."""

    def __init__(self, least_letters: int) -> None:
        super().__init__("")
        self._least_letters = least_letters
        self.setProperty("role", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show words; where they are cut the tooltip has all of them."""
        self.setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(
            min(size.width(), self.fontMetrics().averageCharWidth() * self._least_letters),
            size.height(),
        )


class StatusLine(QFrame):
    """Says "saved" only after the disk has it, and says in red when the disk refuses."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "status")
        self._saved, self._people, self._room = _Words(24), _Words(18), _Words(8)
        self._hint = QLabel("Ctrl+K: add anything")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 5, 24, 5)
        layout.setSpacing(24)
        for label in (self._saved, self._people, self._room):
            layout.addWidget(label)
        layout.addStretch(1)
        self._hint.setProperty("role", "caption")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._hint)
        desk.changed.connect(lambda _step: self._count())
        self.show_room("")
        self._count()

    def show_saved(self, words: str, status: SaveStatus) -> None:
        """Show what is on disk; the whole sentence is told on hovering where the words are fewer."""
        self._saved.setText(words)
        self._saved.setToolTip(status.sentence)
        if self.is_failing != status.trouble:
            self._saved.setProperty("failing", status.trouble)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    @property
    def is_failing(self) -> bool:
        """Whether the line says that the disk refuses."""
        return bool(self._saved.property("failing"))

    @property
    def saved_sentence(self) -> str:
        """What the line says of the file."""
        return self._saved.text()

    def show_room(self, title: str) -> None:
        """Show what the room sees."""
        self._room.show_words(f"Room screen: {title or 'nothing shown'}")

    def _count(self) -> None:
        count = len(self.desk.workshop.of(Participant))
        self._people.show_words(f"{count} {noun(Participant, count)}")
