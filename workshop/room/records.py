# SPDX-License-Identifier: MIT
"""Agreement rounds with their votes and reservations; decisions, actions and the parking lot."""

from datetime import date, datetime
from typing import Annotated, Literal

from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within

Scale = Literal["fist_to_five", "gradients"]

SUBJECTS = (
    "statement", "even_over", "measure", "need", "sourcing", "ledger_item", "clause", "goal",
    "exit_plan", "package", "split_rule",
)  # fmt: skip
"""Kinds of records the room can be asked about."""


class AgreementRound(Record, frozen=True, kw_only=True):
    """One time the room was asked how far it agrees with something."""

    question: Annotated[str, about("What is put to the room")]
    subject: Annotated[Id | None, about("About", to=SUBJECTS)] = None
    scale: Annotated[Scale, about("Scale", labels={"gradients": "Gradients of agreement"})] = (
        "fist_to_five"
    )
    number: Annotated[int, about("Round", low=1, high=99)] = 1
    held_at: Annotated[datetime | None, about("Held at")] = None
    anonymous: Annotated[bool, about("Anonymous")] = False

    def __post_init__(self) -> None:
        require("An agreement round needs the sentence that is put to the room.", self.question)
        within("Round", self.number, 1, 99)


class Ballot(Record, frozen=True, kw_only=True):
    """One participant's vote in a round, on the scale of the round."""

    unique = ("round", "participant")

    round: Annotated[Id, about("Round", to=("agreement_round",))]
    participant: Annotated[Id, about("Participant", to=("participant",))]
    value: Annotated[int, about("Vote", low=0, high=8)]

    def __post_init__(self) -> None:
        within("A vote", self.value, 0, 8)


class Tally(Record, frozen=True, kw_only=True):
    """Votes of a round keyed in as counts, for one organization or for the whole room."""

    plural = "tallies"
    unique = ("round", "organization")

    round: Annotated[Id, about("Round", to=("agreement_round",))]
    organization: Annotated[
        Id | None, about("Organization", to=("organization",), binding=True)
    ] = None
    counts: Annotated[
        tuple[int, ...], about("Counts, from the scale's first value on", hidden=True)
    ]

    def __post_init__(self) -> None:
        if any(count < 0 for count in self.counts):
            raise RuleError("A count of votes cannot be negative.")


class Reservation(Record, frozen=True, kw_only=True):
    """A vote that is not full support, with its reason; it stays on record."""

    kept = "A reservation stays on record. Set its status to withdrawn instead."

    round: Annotated[Id, about("Round", to=("agreement_round",))]
    participant: Annotated[Id | None, about("Participant", to=("participant",))] = None
    organization: Annotated[Id | None, about("Organization", to=("organization",))] = None
    value: Annotated[int | None, about("Vote", low=0, high=8)] = None
    reason: Annotated[str, about("Reason", long=True)] = ""
    condition: Annotated[str, about("What would win support", long=True)] = ""
    status: Annotated[Literal["open", "addressed", "recorded", "withdrawn"], about("Status")] = (
        "open"
    )
    response: Annotated[str, about("Response", long=True)] = ""


class Decision(Record, frozen=True, kw_only=True):
    """Something the room decided."""

    text: Annotated[str, about("Decision")]
    decided_on: Annotated[date | None, about("Decided on")] = None
    round: Annotated[Id | None, about("Agreement round", to=("agreement_round",))] = None

    def __post_init__(self) -> None:
        require("A decision needs words.", self.text)


class Action(Record, frozen=True, kw_only=True):
    """Something somebody will do by a date."""

    text: Annotated[str, about("Action")]
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    due: Annotated[date | None, about("Due")] = None
    done: Annotated[bool, about("Done")] = False

    def __post_init__(self) -> None:
        require("An action needs words.", self.text)


class ParkingItem(Record, frozen=True, kw_only=True):
    """A topic set aside so that the day can go on."""

    noun = "parking-lot item"

    text: Annotated[str, about("Topic")]
    raised_by: Annotated[Id | None, about("Raised by", to=("participant",))] = None
    settled: Annotated[bool, about("Settled")] = False

    def __post_init__(self) -> None:
        require("A parking-lot item needs words.", self.text)
