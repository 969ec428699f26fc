# SPDX-License-Identifier: MIT
"""The reservations of the chosen round: votes that still owe a reason, and reasons on record."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.focus_order import follow_layout
from widgets.list_and_form import ListAndForm
from widgets.tables.record_table import Column
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization, Participant
from workshop.room.agreement import Agreement
from workshop.room.edits import record_reservation
from workshop.room.records import AgreementRound, Reservation
from workshop.room.scales import SCALES
from workshop.room.votes import Vote
from workshop.state import Workshop
from workshop.why import counted

_RULE = (
    "A reservation stays on record and is printed in the words it was given in; "
    "set it to withdrawn rather than removing it."
)
_MOST = 20
_EMPTY = "A vote that is not support comes with its reason, in the words of the person who has it."
_Key = tuple[Id | None, Id | None, int, int]


class ReservationsCard(QWidget):
    """A field for each vote that owes its reason, over the list of those on record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.round = desk, ""
        self.owing = Card()
        self._rows: dict[_Key, _ReasonRow] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.more = label("", "mute")
        self.owing.content.addLayout(self._lines)
        self.owing.add(self.more)
        columns = (
            Column(name="reason", strong=True, width=18),
            Column("Who", text=_who, width=12),
            Column("Vote", text=_vote, width=10),
            Column(name="condition", width=14),
            Column(name="status", width=9),
        )
        self.recorded = ListAndForm(
            desk,
            Reservation,
            columns,
            empty=_EMPTY,
            where=lambda each: each.round == self.round,
            defaults=lambda: {"round": self.round},
            form=("reason", "condition", "status", "response", "private_note"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.owing)
        layout.addWidget(self.recorded)

    def show_round(self, found: Agreement) -> None:
        """Show what is owed and what is on record in a round."""
        if found.round.id != self.round:
            self.round = found.round.id
            self.recorded.table.refresh()
        self._show_owing(found)
        told = [r for r in self._desk.workshop.of(Reservation).values() if r.round == self.round]
        still_open = sum(each.status == "open" for each in told)
        words = f"{counted(len(told), 'reservation')} on record"
        self.recorded.list_card.show_words(
            f"{words}, {still_open} still open" if still_open else words, _RULE
        )

    def _show_owing(self, found: Agreement) -> None:
        keys = _keys(found.needing_reason)
        are_new = any(key not in self._rows for key in keys[:_MOST])
        for key in [key for key in self._rows if key not in keys[:_MOST]]:
            row = self._rows.pop(key)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(keys[:_MOST]):
            if key not in self._rows:
                self._rows[key] = _ReasonRow(self._keep, key)
                self._lines.insertWidget(place, self._rows[key])
            self._rows[key].name_vote(self._words(found, key))
        if are_new:
            follow_layout(self)
        count = len(keys)
        self.owing.setVisible(bool(count))
        verb = "vote still needs its reason" if count == 1 else "votes still need their reason"
        self.owing.show_words(f"{count} {verb}")
        self.more.setText(f"and {count - _MOST} more, listed as these are answered")
        self.more.setVisible(count > _MOST)

    def _words(self, found: Agreement, key: _Key) -> str:
        participant, organization, value, _ = key
        name = None if found.round.anonymous else participant
        who = _named(self._desk.workshop, name, organization)
        return f"{who or 'Somebody'}: {value}, {found.scale.choice(value).short}"

    def _keep(self, key: _Key, reason: str) -> None:
        participant, organization, value, _ = key
        record = Reservation(
            id=new_id(),
            round=self.round,
            participant=participant,
            organization=organization,
            value=value,
            reason=reason,
        )
        self._desk.apply(partial(record_reservation, reservation=record), "Record a reservation")


class _ReasonRow(QWidget):
    """Who owes a reason, and the field that takes it."""

    def __init__(self, keep: Callable[[_Key, str], object], key: _Key) -> None:
        super().__init__()
        self._keep, self._key = keep, key
        self._who = label("", "body")
        self.field = QLineEdit()
        self.field.setPlaceholderText("The reason, in their own words; Enter keeps it")
        self.field.editingFinished.connect(self._finish)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._who, 2)
        line.addWidget(self.field, 3)

    def name_vote(self, words: str) -> None:
        """Say whose vote it is."""
        self._who.setText(words)
        self.field.setAccessibleName(f"Reason of {words}")

    def _finish(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self.field.blockSignals(True)  # leaving the field would keep it a second time
            self._keep(self._key, reason)


def _keys(owing: tuple[Vote, ...]) -> list[_Key]:
    """Tell votes apart that are alike, as counts of one organization are."""
    seen: dict[tuple[Id | None, Id | None, int], int] = {}
    keys = []
    for vote in owing:
        same = (vote.participant, vote.organization, vote.value)
        seen[same] = seen.get(same, 0) + 1
        keys.append((*same, seen[same]))
    return keys


def _named(workshop: Workshop, participant: Id | None, organization: Id | None) -> str:
    person = workshop.of(Participant).get(participant or "")
    whole = workshop.of(Organization).get(organization or "")
    return ", ".join(each.name for each in (person, whole) if each)


def _who(workshop: Workshop, each: Reservation) -> str:
    is_anonymous = workshop.get(AgreementRound, each.round).anonymous
    return _named(workshop, None if is_anonymous else each.participant, each.organization) or "–"


def _vote(workshop: Workshop, each: Reservation) -> str:
    scale = SCALES[workshop.get(AgreementRound, each.round).scale]
    if each.value is None or each.value not in scale.values:
        return "–"
    return f"{each.value}, {scale.choice(each.value).short}"
