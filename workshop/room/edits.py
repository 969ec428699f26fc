# SPDX-License-Identifier: MIT
"""The verbs of an agreement round: cast, count, ask again, and put a reservation on record."""

from datetime import datetime

from workshop.edits import add, change, remove
from workshop.ids import Id, new_id
from workshop.prepare.records import Participant
from workshop.record import RuleError
from workshop.room.agreement import topic
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.room.scales import SCALES
from workshop.room.votes import organization_of
from workshop.state import Workshop


def cast_ballot(workshop: Workshop, round: Id, participant: Id, value: int) -> Workshop:
    """Note how a participant votes in a round; a vote cast before is replaced."""
    person = workshop.get(Participant, participant)
    if not person.votes:
        raise RuleError(f"{person.name} has no vote; give one under Participants first.")
    _check_value(workshop.get(AgreementRound, round), value)
    ballot = _ballot(workshop, round, participant)
    if ballot:
        return change(workshop, Ballot, ballot.id, value=value)
    return add(workshop, Ballot(id=new_id(), round=round, participant=participant, value=value))


def clear_ballot(workshop: Workshop, round: Id, participant: Id) -> Workshop:
    """Take back a participant's vote in a round, if there is one."""
    ballot = _ballot(workshop, round, participant)
    return remove(workshop, Ballot, [ballot.id]) if ballot else workshop


def set_tally(
    workshop: Workshop, round: Id, organization: Id | None, counts: tuple[int, ...]
) -> Workshop:
    """Key in the counts of a round, by rising value, for an organization or (None) the whole room.

    Counts that are all 0 take the tally away.
    """
    scale = SCALES[workshop.get(AgreementRound, round).scale]
    if len(counts) != len(scale.values):
        raise RuleError(f"{scale.title} needs {len(scale.values)} counts, not {len(counts)}.")
    tallies = workshop.of(Tally).values()
    tally = next((t for t in tallies if (t.round, t.organization) == (round, organization)), None)
    if not any(counts):
        return remove(workshop, Tally, [tally.id]) if tally else workshop
    if tally:
        return change(workshop, Tally, tally.id, counts=counts)
    fresh = Tally(id=new_id(), round=round, organization=organization, counts=counts)
    return add(workshop, fresh)


def ask_again(workshop: Workshop, round: Id, id: Id, held_at: datetime | None = None) -> Workshop:
    """Open a new round, with this id, on what an earlier round was about."""
    before = workshop.get(AgreementRound, round)
    same = [r for r in workshop.of(AgreementRound).values() if topic(r) == topic(before)]
    fresh = AgreementRound(
        id=id,
        audience=before.audience,
        question=before.question,
        subject=before.subject,
        scale=before.scale,
        number=max(r.number for r in same) + 1,
        held_at=held_at,
        anonymous=before.anonymous,
    )
    return add(workshop, fresh)


def record_reservation(workshop: Workshop, reservation: Reservation) -> Workshop:
    """Put a reservation on record; what its participant's ballot tells is filled in."""
    round = workshop.get(AgreementRound, reservation.round)
    if reservation.value is not None:
        _check_value(round, reservation.value)
    workshop = add(workshop, reservation)
    person = reservation.participant
    if not person:
        return workshop
    ballot = _ballot(workshop, reservation.round, person)
    value = ballot.value if reservation.value is None and ballot else reservation.value
    organization = reservation.organization or organization_of(workshop, person)
    return change(workshop, Reservation, reservation.id, value=value, organization=organization)


def _ballot(workshop: Workshop, round: Id, participant: Id) -> Ballot | None:
    ballots = workshop.of(Ballot).values()
    return next((b for b in ballots if (b.round, b.participant) == (round, participant)), None)


def _check_value(round: AgreementRound, value: int) -> None:
    scale = SCALES[round.scale]
    if value not in scale.values:
        low, high = scale.values[0], scale.values[-1]
        raise RuleError(f"A vote on {scale.title.lower()} is from {low} to {high}, not {value}.")
