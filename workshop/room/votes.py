# SPDX-License-Identifier: MIT
"""The votes of one round, however they were keyed in, and those that still owe a reason.

A vote must not count twice, so the finest record wins: ballots over the tally of their
organization, and both over a tally for the whole room. What is passed over is said in words.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.room.scales import SCALES
from workshop.state import Workshop


class Vote(NamedTuple):
    """One counted vote; the participant is None where only counts were keyed in."""

    value: int
    participant: Id | None
    organization: Id | None


class Votes(NamedTuple):
    """The votes that count in a round, and a sentence for whatever was keyed in but does not."""

    counted: tuple[Vote, ...]
    passed_over: tuple[str, ...]


def votes(workshop: Workshop, round: AgreementRound) -> Votes:
    """Give the votes that count in a round."""
    values = set(SCALES[round.scale].values)
    cast = sorted(
        (ballot for ballot in workshop.of(Ballot).values() if ballot.round == round.id),
        key=lambda ballot: ballot.id,
    )
    ballots = [
        Vote(ballot.value, ballot.participant, organization_of(workshop, ballot.participant))
        for ballot in cast
        if ballot.value in values
    ]
    said = []
    if len(ballots) < len(cast):
        said.append(f"{len(cast) - len(ballots)} of {len(cast)} ballots are not on this scale.")
    own = {vote.organization for vote in ballots if vote.organization}
    tallies = [tally for tally in workshop.all(Tally) if tally.round == round.id]
    finer = [t for t in tallies if t.organization and t.organization not in own]
    counted = ballots + [vote for tally in finer for vote in _unfold(round, tally)]
    room = [tally for tally in tallies if tally.organization is None]
    if not counted:
        counted = [vote for tally in room for vote in _unfold(round, tally)]
        room = []
    said += [_passed_over(workshop, t) for t in tallies if t.organization in own]
    said += [_passed_over(workshop, t) for t in room]
    return Votes(tuple(counted), tuple(said))


def votes_needing_reason(
    workshop: Workshop, round: AgreementRound, counted: Iterable[Vote] | None = None
) -> tuple[Vote, ...]:
    """Give the votes that are not support and for which no reservation tells the reason.

    A reservation answers for one vote: that of its participant, else one of its organization,
    else any, with its value where it has one. Pass the counted votes if they are at hand.
    """
    supporting = SCALES[round.scale].supporting
    cast = votes(workshop, round).counted if counted is None else counted
    owing = [vote for vote in cast if vote.value not in supporting]
    told = [r for r in workshop.all(Reservation) if r.round == round.id and r.reason.strip()]
    told.sort(key=lambda r: (r.participant is None, r.organization is None, r.value is None))
    for reservation in told:
        answered = next((v for v in owing if _answers(workshop, reservation, v)), None)
        if answered:
            owing.remove(answered)
    return tuple(owing)


def organization_of(workshop: Workshop, participant: Id | None) -> Id | None:
    """Give the organization a participant speaks for, if both are known."""
    person = workshop.of(Participant).get(participant) if participant else None
    return person.organization if person else None


def _unfold(round: AgreementRound, tally: Tally) -> Iterator[Vote]:
    for value, count in zip(SCALES[round.scale].values, tally.counts, strict=False):
        for _ in range(count):
            yield Vote(value, None, tally.organization)


def _passed_over(workshop: Workshop, tally: Tally) -> str:
    if tally.organization is None:
        return "The count for the whole room is not used because finer votes are keyed in."
    name = workshop.get(Organization, tally.organization).name
    return f"The count for {name} is not used because its ballots are keyed in one by one."


def _answers(workshop: Workshop, reservation: Reservation, vote: Vote) -> bool:
    if reservation.participant and vote.participant:
        return reservation.participant == vote.participant
    organization = reservation.organization or organization_of(workshop, reservation.participant)
    near = not organization or not vote.organization or organization == vote.organization
    return near and reservation.value in (None, vote.value)
