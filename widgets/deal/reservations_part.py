# SPDX-License-Identifier: MIT
"""Every reservation, and what became of it: a clause, a risk somebody accepts, or a follow-up."""

from functools import partial

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.record_form import RecordForm
from widgets.step_page import StepPage, link, starting_card
from widgets.tables.record_table import Column, RecordTable
from widgets.tables.snug import make_snug
from workshop.deal.records import Clause, ReservationOutcome
from workshop.deal.reservations import Kept, kept_reservations, settle, turn_into_clause
from workshop.document import Edit
from workshop.history import Step
from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.record import field, label_of
from workshop.room.records import AgreementRound, Reservation
from workshop.state import Workshop
from workshop.why import counted

_KINDS = (Reservation, ReservationOutcome, Clause, AgreementRound, Participant, Organization)
_EMPTY = (
    "Nobody has put a reservation on record yet. Each one that comes with a vote stands here until "
    "it has become a clause, an accepted risk or a follow-up."
)
_NEVER_LOST = "None can be deleted without trace; each is printed with what became of it."
_SUBJECT_LETTERS = 60


class ReservationsPart(StepPage):
    """The list, and for the chosen reservation what it became."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "kept_reservations")
        self._kept: dict[Id, Kept] = {}
        desk.changed.connect(self._forget)
        self.table = RecordTable(
            desk,
            Reservation,
            (
                Column("Reservation", text=lambda _w, r: f"“{r.reason}”", strong=True, width=24),
                Column("Who", text=_who, width=14),
                Column("Became", text=self._became, width=12),
                Column("Still missing", text=self._lacking, width=18),
            ),
        )
        make_snug(self.table)
        self.list_card, self.card = Card(), Card()
        self.list_card.add(self.table)
        self.quote = label("", "quote")
        self.chips = ChoiceChips("What it became")
        self.to_clause = link("Open the clause", self._open_clause)
        self.form = RecordForm(desk, ReservationOutcome, ("text", "owner", "due", "clause"))
        self.card.buttons.addWidget(self.to_clause)
        for widget in (self.quote, self.chips, self.form):
            self.card.add(widget)
        self.early = starting_card(
            _EMPTY, "Key in votes and reasons", lambda: desk.go("future.agreement")
        )
        self.place(self.early, self.list_card, self.card)
        self.chips.chosen.connect(self.become)
        self.table.selected.connect(self.show_reservation)
        self.follow(_KINDS, self._show)
        self.id: Id = ""
        self._show()

    def select(self, id: Id) -> None:
        """Bring a reservation into view."""
        outcome = self.desk.workshop.of(ReservationOutcome).get(id)
        self.table.select(outcome.reservation if outcome else id)

    def show_reservation(self, id: Id) -> None:
        """Show what became of a reservation below the list."""
        self.id = id if id in self.desk.workshop.of(Reservation) else ""
        self.card.setVisible(bool(self.id))
        if not self.id:
            return
        found = self._found(self.id)
        became = found.outcome.became if found.outcome else ""
        self.card.show_words(_title(found))
        self.quote.setText(f"“{found.reservation.reason}”")
        self.chips.offer(field(ReservationOutcome, "became").choices, became)
        if not became:
            self.chips.choose_none()
        self.form.setVisible(found.outcome is not None)
        if found.outcome and self.form.id != found.outcome.id:
            self.form.show_record(found.outcome.id)
        is_clause = became == "clause"
        for name, box in self.form.boxes.items():
            box.setVisible((name == "clause") == is_clause)
        self.to_clause.setVisible(is_clause and found.clause is not None)

    def become(self, what: str) -> None:
        """Note what the chosen reservation became."""
        found = self._found(self.id)
        if what == "clause" and found.clause is None:
            subject = _subject(found.reservation)
            edit: Edit = partial(turn_into_clause, reservation=self.id, subject=subject)
        else:
            edit = partial(settle, reservation=self.id, became=what)
        self.desk.apply(edit, "Settle a reservation")

    def _open_clause(self) -> None:
        found = self._found(self.id)
        if found.clause:
            self.desk.go("deal.agreement", found.clause.id)

    def _show(self) -> None:
        every = kept_reservations(self.desk.workshop)
        loose = sum(not each.settled for each in every)
        self.early.setVisible(not every)
        self.list_card.setVisible(bool(every))
        if every:
            many = counted(len(every), "reservation")
            title = f"{many}, {loose} of them still loose" if loose else f"{many}, all settled"
            self.list_card.show_words(title, _NEVER_LOST)
        self._hide_last_row()
        self.show_reservation(self.id or self.table.current_id)

    def _hide_last_row(self) -> None:
        """Invite nobody to add one here: a reservation comes with a vote and its reason."""
        last = len(self.table.model.ids)
        for row in range(last + 1):
            self.table.view.setRowHidden(row, row == last)

    def _found(self, id: Id) -> Kept:
        if not self._kept:
            self._kept = {
                each.reservation.id: each for each in kept_reservations(self.desk.workshop)
            }
        return self._kept[id]

    def _forget(self, step: Step) -> None:
        if step.touches(*_KINDS):
            self._kept.clear()

    def _became(self, _workshop: Workshop, reservation: Reservation) -> str:
        outcome = self._found(reservation.id).outcome
        if outcome is None:
            return "–"
        return label_of(field(ReservationOutcome, "became"), outcome.became)

    def _lacking(self, _workshop: Workshop, reservation: Reservation) -> str:
        return self._found(reservation.id).lacking or "nothing"


def _title(found: Kept) -> str:
    return found.lacking.removesuffix(".") if found.lacking else "Settled"


def _subject(reservation: Reservation) -> str:
    words = reservation.condition.strip() or reservation.reason.strip() or "A reservation"
    words = " ".join(words.split())
    return (
        words
        if len(words) <= _SUBJECT_LETTERS
        else words[:_SUBJECT_LETTERS].rsplit(" ", 1)[0] + "…"
    )


def _who(workshop: Workshop, reservation: Reservation) -> str:
    round = workshop.get(AgreementRound, reservation.round)
    person = (
        None if round.anonymous else workshop.of(Participant).get(reservation.participant or "")
    )
    whole = workshop.of(Organization).get(reservation.organization or "")
    return ", ".join(each.name for each in (person, whole) if each) or "–"
