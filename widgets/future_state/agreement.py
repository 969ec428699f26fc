# SPDX-License-Identifier: MIT
"""The page of the agreement: what is put to the room, how it votes, and who has a reservation."""

from functools import partial

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look, Size
from widgets.cards import Card, ExhibitCard, show_if
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.future_state.new_round import NewRound
from widgets.future_state.reservations_card import ReservationsCard
from widgets.future_state.votes_card import VotesCard
from widgets.pages import Exposure
from widgets.step_page import StepPage
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import make_snug
from widgets.why import WhyButton
from workshop.document import now
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization, Participant
from workshop.record import noun
from workshop.room.agreement import OUTCOME_LABELS, Agreement, Summary, agreement, summary
from workshop.room.edits import ask_again
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.state import Workshop
from workshop.why import counted, listed, number

_KINDS = (AgreementRound, Ballot, Tally, Reservation, Participant, Organization)
_ROUND_LINES, _BAR_LINES, _NAMED = 18, 24, 4
_EMPTY = (
    "Put a sentence to the room and ask how far each can support it. "
    "Start with the future state as a whole."
)


def build(desk: Desk) -> "AgreementPage":
    """Build the page."""
    return AgreementPage(desk)


class AgreementPage(StepPage):
    """The rounds, and for the chosen one the live result, the votes and the reservations."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "agreement")
        self._found: dict[Id, Summary] = {}
        desk.changed.connect(self._forget)
        self.rounds = RecordTable(
            desk,
            AgreementRound,
            (
                Column(name="question", strong=True, width=24),
                Column(name="scale", width=14),
                Column(name="number", width=5),
                Column("Outcome", text=self._outcome, width=11),
                Column("Answered", text=self._answered, width=9),
                Column(name="anonymous", width=8),
            ),
            empty=_EMPTY,
            add_label="Ask the room",
        )
        make_snug(self.rounds, _ROUND_LINES)
        self.list_card = Card()
        self.new = self.list_card.add_action("New round", self.ask_new)
        self.again = self.list_card.add_action("Ask again", self.ask_again)
        self.list_card.add(self.rounds)
        self.bar = ExhibitCard(desk, self._draw, _KINDS)
        self.why = WhyButton()
        self.bar.buttons.addWidget(self.why)
        self.note = label("", "mute")
        self.bar.add(self.note)
        self.votes, self.reservations = VotesCard(desk), ReservationsCard(desk)
        self.place(self.list_card, self.bar, below=(self.votes, self.reservations))
        self.bar.view.activated.connect(self._go_to_votes)
        self.rounds.selected.connect(self.show_round)
        self.rounds.added.connect(self.show_round)
        self.follow(_KINDS, self._show_again)
        self.id: Id = ""
        latest = self._latest()
        self.rounds.view.selectRow(self.rounds.model.row_of(latest))
        self.show_round(latest)

    def select(self, id: Id) -> None:
        """Bring a round into view; a reservation is shown in its round."""
        told = self.desk.workshop.of(Reservation).get(id)
        self.rounds.select(told.round if told else id)
        self.show_round(told.round if told else id)
        if told:
            self.reservations.recorded.select(id)

    def exposure(self) -> Exposure:
        """Give the result of the chosen round, or the question of the step."""
        if not self.id:
            return Exposure("question", "future.agreement")
        return Exposure("agreement", self.id, self.bar.page)

    def ask_new(self) -> NewRound:
        """Open the form of a new round."""
        panel = NewRound(self, self.desk)
        panel.asked.connect(self.select)
        panel.open()
        return panel

    def ask_again(self) -> None:
        """Open the next round on what the chosen one was about."""
        if self.id:
            id = new_id()
            edit = partial(ask_again, round=self.id, id=id, held_at=now())
            if self.desk.apply(edit, "Ask again"):
                self.select(id)

    def show_round(self, id: Id) -> None:
        """Show a round below the list."""
        if not id and self.id in self.desk.workshop.of(AgreementRound):
            return  # the last row of the list has no round of its own; keep the one in view
        is_other, self.id = id != self.id, id if id in self.desk.workshop.of(AgreementRound) else ""
        cards = (self.bar, self.votes, self.reservations, self.new, self.again)
        show_if(bool(self.id), *cards)
        self.list_card.show_words(_list_title(self.desk.workshop))
        if not self.id:
            return
        found = agreement(self.desk.workshop, self.id)
        self.votes.show_round(self.id)
        self.reservations.show_round(found)
        self._explain(found)
        if is_other:
            self.bar.show_drawn_by(self._draw)

    def _draw(self, look: Look, size: Size, page: int) -> Exhibit:
        height = min(size[1], look.line * _BAR_LINES)
        room = size[0], height
        return draw_board("agreement", self.desk.workshop, look, room, page, self.id)

    def _explain(self, found: Agreement) -> None:
        index = number(found.figures.consensus)
        self.why.show_why(found.why if found.outcome else None, f"Consensus index {index} of 1")
        people = self.desk.workshop.of(Participant)
        names = [people[id].name for id in found.waiting]
        waiting = ""
        if names and not found.round.anonymous and found.outcome:
            more = [counted(len(names) - _NAMED, "other")] if len(names) > _NAMED else []
            waiting = f"Not heard yet: {listed(names[:_NAMED] + more)}."
        consensus = f"Consensus index {index} of 1: 1 is one voice, 0 a room split in two."
        parts = [consensus if found.outcome else "", waiting, *found.passed_over]
        self.note.setText(" ".join(part for part in parts if part))
        self.note.setVisible(bool(self.note.text()))

    def _go_to_votes(self) -> None:
        table = self.votes.people if self.votes.people.isVisible() else self.votes.counts
        table.setFocus()

    def _summary(self, id: Id) -> Summary:
        if id not in self._found:
            self._found[id] = summary(self.desk.workshop, id)
        return self._found[id]

    def _outcome(self, _workshop: Workshop, round: AgreementRound) -> str:
        outcome = self._summary(round.id).outcome
        return OUTCOME_LABELS[outcome] if outcome else "–"

    def _answered(self, _workshop: Workshop, round: AgreementRound) -> str:
        return self._summary(round.id).answered.removesuffix(" answered")

    def _forget(self, step: Step) -> None:
        if step.touches(*_KINDS):
            self._found.clear()

    def _show_again(self) -> None:
        is_there = self.id in self.desk.workshop.of(AgreementRound)
        self.show_round(self.id if is_there else self._latest())

    def _latest(self) -> Id:
        every = self.desk.workshop.all(AgreementRound)
        return every[-1].id if every else ""


def _list_title(workshop: Workshop) -> str:
    count = len(workshop.of(AgreementRound))
    return counted(count, noun(AgreementRound)) if count else ""
