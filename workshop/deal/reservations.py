# SPDX-License-Identifier: MIT
"""What became of every reservation: a clause, a risk somebody accepts, or a follow-up."""

from collections.abc import Iterator
from typing import NamedTuple

from workshop.deal.records import Clause, ReservationOutcome
from workshop.edits import add, change
from workshop.ids import Id, new_id
from workshop.room.agreement import latest_rounds
from workshop.room.records import AgreementRound, Reservation
from workshop.room.votes import votes, votes_needing_reason
from workshop.state import Workshop


class Kept(NamedTuple):
    """A reservation and what became of it; `lacking` is what is still missing, in a sentence."""

    reservation: Reservation
    outcome: ReservationOutcome | None
    clause: Clause | None
    lacking: str

    @property
    def settled(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacking


def kept_reservations(workshop: Workshop) -> list[Kept]:
    """Give every reservation on record, those taken back included, in the order of their making."""
    outcomes = {each.reservation: each for each in workshop.of(ReservationOutcome).values()}
    return [_kept(workshop, each, outcomes.get(each.id)) for each in workshop.all(Reservation)]


def votes_without_reason(workshop: Workshop) -> int:
    """Count the votes below support, in the latest round of each question, that tell no reason."""
    return sum(_owing(workshop, round) for round in latest_rounds(workshop))


def first_round_owing(workshop: Workshop) -> Id:
    """Give the first round in which a vote below support tells no reason, or ""."""
    owing = (each.id for each in latest_rounds(workshop) if _owing(workshop, each))
    return next(owing, "")


def _owing(workshop: Workshop, round: AgreementRound) -> int:
    return len(votes_needing_reason(workshop, round, votes(workshop, round).counted))


def turn_into_clause(workshop: Workshop, reservation: Id, subject: str) -> Workshop:
    """Make a clause out of a reservation, in the words that would win support."""
    said = workshop.get(Reservation, reservation)
    text = said.condition.strip() or said.reason.strip()
    clause = Clause(id=new_id(), subject=subject, source=reservation, drafted=text)
    workshop = add(workshop, clause)
    return settle(workshop, reservation, "clause", clause=clause.id)


def settle(workshop: Workshop, reservation: Id, became: str, **values: object) -> Workshop:
    """Note what became of a reservation, in place of what was noted before."""
    found = next(
        (o for o in workshop.of(ReservationOutcome).values() if o.reservation == reservation), None
    )
    if found:
        return change(workshop, ReservationOutcome, found.id, became=became, **values)
    fresh = {"id": new_id(), "reservation": reservation, "became": became, **values}
    return add(workshop, ReservationOutcome(**fresh))  # type: ignore[arg-type]  # named fields


def _kept(workshop: Workshop, reservation: Reservation, outcome: ReservationOutcome | None) -> Kept:
    clause = workshop.of(Clause).get(outcome.clause or "") if outcome else None
    if reservation.status == "withdrawn":
        return Kept(reservation, outcome, clause, "")
    lacking = next(_lacking(outcome, clause), "")
    return Kept(reservation, outcome, clause, lacking)


def _lacking(outcome: ReservationOutcome | None, clause: Clause | None) -> Iterator[str]:
    if outcome is None:
        yield "Nothing has come of it yet."
    elif outcome.became == "clause":
        if clause is None or not clause.text.strip():
            yield "The clause is still to be written."
    elif not outcome.text.strip():
        yield "It does not say what the risk or follow-up is."
    elif outcome.owner is None:
        yield "Nobody owns it yet."
    elif outcome.became == "follow_up" and outcome.due is None:
        yield "It has no date yet."
