# SPDX-License-Identifier: MIT
"""Who may see a record: the public view of a workshop, which is all the room and a PDF are given.

What is not in the view cannot leak from it: private fields are blank, records for the facilitator
alone are gone with what depends on them, of sealed scores only the balance is left, and an
anonymous vote cannot be told from its neighbor.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from workshop.deal.balance import balances
from workshop.deal.gate import verdicts
from workshop.edits import remove
from workshop.ids import Id
from workshop.record import Record, fields
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.room.scales import SCALES
from workshop.room.votes import Vote, organization_of, votes
from workshop.state import Workshop

FEWEST_SHOWN = 3
"""The fewest votes in an anonymous round whose counts are shown together."""


def public_view(workshop: Workshop) -> Workshop:
    """Give the workshop as everybody in the room may see it."""
    view = _anonymous(_without_hidden(workshop.put(balances(workshop))))
    blanked = (_blank(record) for record in view.records() if _tells(record))
    return view.put(list(blanked))


def shown_view(workshop: Workshop) -> Workshop:
    """Give the public view for a picture or a page: with the gate as it truly stands, not why.

    A private record may shut the gate or open it; the view alone would then tell an untruth.
    What is made from it is looked at and never opened again, so that no verdict is kept in a file.
    """
    view = public_view(workshop)
    return view.put(verdicts(workshop, view))


def _without_hidden(workshop: Workshop) -> Workshop:
    for kind in list(workshop.kinds()):
        hidden = [
            r.id for r in workshop.of(kind).values() if kind.sealed or r.audience != "everyone"
        ]
        if hidden:
            workshop = remove(workshop, kind, hidden)
    return workshop


@cache
def _private(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind) if field.private)


def _tells(record: Record) -> bool:
    return any(getattr(record, name) != blank for name, blank in _private(type(record)))


def _blank(record: Record) -> Record:
    return msgspec.structs.replace(record, **dict(_private(type(record))))


def _anonymous(workshop: Workshop) -> Workshop:
    for round in workshop.all(AgreementRound):
        if round.anonymous:
            workshop = _pooled(workshop, round)
    return workshop


def _pooled(workshop: Workshop, round: AgreementRound) -> Workshop:
    """Turn the votes of a round into tallies, and take the names off its reservations.

    If any organization has too few votes to be shown alone, only the whole room is shown: what
    is left after subtracting the others would tell on the small one.
    """
    counted = votes(workshop, round).counted
    by_organization = Counter(vote.organization for vote in counted)
    apart = None not in by_organization and min(by_organization.values(), default=0) >= FEWEST_SHOWN
    groups: Iterable[Id | None] = by_organization if apart else [None]
    tallies = [
        _tally(round, group, [v for v in counted if not apart or v.organization == group])
        for group in groups
        if len(counted) >= FEWEST_SHOWN
    ]
    reservations = [
        _unsigned(workshop, each, apart=apart)
        for each in workshop.of(Reservation).values()
        if each.round == round.id
    ]
    ballots = [b.id for b in workshop.of(Ballot).values() if b.round == round.id]
    keyed_in = [t.id for t in workshop.of(Tally).values() if t.round == round.id]
    workshop = workshop.without(Ballot, ballots).without(Tally, keyed_in)
    return workshop.put([*tallies, *reservations])


def _tally(round: AgreementRound, organization: Id | None, cast: list[Vote]) -> Tally:
    by_value = Counter(vote.value for vote in cast)
    counts = tuple(by_value[value] for value in SCALES[round.scale].values)
    # The id is made from the round's, so that two views of one state are equal.
    id = f"{round.id}-{organization or 'room'}"
    return Tally(id=id, round=round.id, organization=organization, counts=counts)


def _unsigned(workshop: Workshop, reservation: Reservation, *, apart: bool) -> Reservation:
    organization = reservation.organization or organization_of(workshop, reservation.participant)
    return msgspec.structs.replace(
        reservation, participant=None, organization=organization if apart else None
    )
