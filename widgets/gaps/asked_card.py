# SPDX-License-Identifier: MIT
"""Whether the room agrees on the chosen capability: the last round about it, or how to ask."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from exports.exhibits.agreement_bar import agreement_strip
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Size
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.future_state.new_round import NewRound
from workshop.gaps.asked import asked_about, question_about
from workshop.gaps.records import Need, Sourcing
from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.why import counted

_KINDS = (AgreementRound, Ballot, Tally, Reservation, Participant, Organization, Need, Sourcing)
_MOST = 2


class AskedCard(ExhibitCard):
    """The bar of the last round about a need with the objections kept, or a button that asks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self._drawn, _KINDS)
        self.id: Id = ""
        self.kept_title, self.kept = label("", "mute"), label("", "quote")
        self.add(self.kept_title)
        self.add(self.kept)
        self.none = label("The room has not been asked about this yet.", "mute")
        self.add(self.none)
        self.ask = QPushButton("Ask the room")
        self.ask.clicked.connect(lambda _=False: self.ask_room())
        self.content.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)
        self.open = self.add_action("Open the round", self._go)

    @property
    def round(self) -> AgreementRound | None:
        """The round that is shown."""
        workshop = self._desk.workshop
        return asked_about(workshop, self.id) if self.id in workshop.of(Need) else None

    def show_need(self, id: Id) -> None:
        """Show what the room said of a need and of the way to close its gap."""
        if id != self.id:  # else the view follows the records by itself
            self.id = id
            self.show_drawn_by(self._drawn)
        round = self.round
        self.view.setVisible(round is not None)
        self.open.setVisible(round is not None)
        self.none.setVisible(round is None)
        self.ask.setVisible(round is None)
        kept = self._kept(round) if round else []
        self.kept_title.setText(f"{counted(len(kept), 'reservation')} on record")
        self.kept.setText("\n".join(f"“{each}”" for each in kept[:_MOST]))
        for words in (self.kept_title, self.kept):
            words.setVisible(bool(kept))

    def ask_room(self) -> NewRound:
        """Open the form of a new round about the way chosen, or about the need."""
        panel = NewRound(self, self._desk)
        panel.suggest(*question_about(self._desk.workshop, self.id))
        panel.asked.connect(partial(self._desk.go, "future.agreement"))
        panel.open()
        return panel

    def _kept(self, round: AgreementRound) -> list[str]:
        every = self._desk.workshop.all(Reservation)
        return [each.reason for each in every if each.round == round.id and each.reason]

    def _go(self) -> None:
        if self.round:
            self._desk.go("future.agreement", self.round.id)

    def _drawn(self, look: Look, size: Size, page: int) -> Exhibit:
        round = self.round
        if round is None:
            return empty(look, size, "Does the room agree?", "The room has not been asked yet.")
        return agreement_strip(self._desk.workshop, round.id, look, size)
