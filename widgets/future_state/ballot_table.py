# SPDX-License-Identifier: MIT
"""Votes keyed in person by person: a digit is the vote, and the next person is up."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from widgets.desk import Desk
from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.room.edits import cast_ballot, clear_ballot
from workshop.room.records import AgreementRound, Ballot
from workshop.room.scales import SCALES

_HEADS = ("Participant", "Organization", "Vote")
_VOTE = 2
_NO_VOTE = "–"


class BallotTable(QTableWidget):
    """A row for each participant who votes; Backspace takes a vote back."""

    finished = Signal()
    """The last person in the list has voted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(0, len(_HEADS))
        self._desk, self.round = desk, ""
        self.people: list[Id] = []
        self.setHorizontalHeaderLabels(_HEADS)
        self.setAccessibleName("Votes by participant, a table; type the digit of each vote")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_round(self, id: Id) -> None:
        """Show who votes in a round and how; the current row stays with its person."""
        person = self.current
        self.round, workshop = id, self._desk.workshop
        organizations = workshop.of(Organization)

        def rank(each: Participant) -> tuple[str, str]:
            organization = organizations.get(each.organization or "")
            return organization.name.casefold() if organization else "~", each.name.casefold()

        voting = sorted((p for p in workshop.all(Participant) if p.votes), key=rank)
        cast = {b.participant: b.value for b in workshop.all(Ballot) if b.round == id}
        scale = SCALES[workshop.get(AgreementRound, id).scale]
        self.people = [each.id for each in voting]
        self.setRowCount(len(voting))
        for row, each in enumerate(voting):
            organization = organizations.get(each.organization or "")
            value = cast.get(each.id)
            vote = _NO_VOTE
            if value is not None:
                known = value in scale.values
                vote = (
                    f"{value}  {scale.choice(value).label}"
                    if known
                    else f"{value}  not on this scale"
                )
            for column, words in enumerate(
                (each.name, organization.name if organization else "", vote)
            ):
                self._show_cell(row, column, words)
        if person in self.people:
            self.setCurrentCell(self.people.index(person), _VOTE)

    @property
    def current(self) -> Id:
        """The id of the participant in the current row, or ""."""
        row = self.currentRow()
        return self.people[row] if 0 <= row < len(self.people) else ""

    def choose(self, participant: Id) -> None:
        """Go to the row of a participant."""
        if participant in self.people:
            self.setCurrentCell(self.people.index(participant), _VOTE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, plain = event.text(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.current and plain and text and text.isascii() and text.isdigit():
            self._cast(int(text))
        elif self.current and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            edit = partial(clear_ballot, round=self.round, participant=self.current)
            self._desk.apply(edit, "Take back a vote")
        else:
            super().keyPressEvent(event)

    def _cast(self, value: int) -> None:
        row, before = self.currentRow(), self._desk.workshop
        edit = partial(cast_ballot, round=self.round, participant=self.current, value=value)
        same = any(
            b.value == value
            for b in before.all(Ballot)
            if (b.round, b.participant) == (self.round, self.current)
        )
        if not self._desk.apply(edit, "Key in a vote") and not same:
            return
        if row + 1 < len(self.people):
            self.setCurrentCell(row + 1, _VOTE)
        else:
            self.finished.emit()

    def _show_cell(self, row: int, column: int, words: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != words:
            item.setText(words)
            item.setToolTip(words)
            said = "none yet" if words == _NO_VOTE else words or "unknown"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_HEADS[column]}: {said}")
