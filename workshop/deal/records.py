# SPDX-License-Identifier: MIT
"""What each gives and gains, the clauses it becomes, and how the deal is closed.

Amounts are whole cents; unknown is None. Sealed kinds never reach the room, a PDF or a shared copy.
"""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within

Cents = int
MOST_CENTS = 10**15

LedgerKind = Literal["gives_up", "brings_strength", "brings_weakness", "gets_benefit"]

Tilt = Literal["gives_much_more", "gives_more", "even", "gains_more", "gains_much_more"]

LEDGER_LABELS = {
    "gives_up": "Gives up",
    "brings_strength": "Brings as strength",
    "brings_weakness": "Brings as weakness",
    "gets_benefit": "Gains",
}

SEALED = "Sealed: scored alone, never shown to another organization"


class LedgerItem(Record, frozen=True, kw_only=True):
    """One thing an organization gives up, brings as strength or weakness, or gains by the deal."""

    noun = "ledger entry"
    plural = "ledger entries"

    organization: Annotated[Id, about("Organization", to=("organization",))]
    kind: Annotated[LedgerKind, about("Kind", labels=LEDGER_LABELS)]
    text: Annotated[str, about("What", "A few words, such as “a seat on the board”")]
    weight: Annotated[
        int | None, about("Weight", "Said openly: 1 slight to 5 decisive", low=1, high=5)
    ] = None
    concerns: Annotated[
        tuple[Id, ...],
        about("Concerns", "Need, clause or measure", to=("need", "clause", "measure")),
    ] = ()
    low: Annotated[Cents | None, about("Amount, low", money=True)] = None
    base: Annotated[Cents | None, about("Amount, expected", money=True)] = None
    high: Annotated[Cents | None, about("Amount, high", money=True)] = None
    probability: Annotated[float | None, about("Probability", low=0, high=1, percent=True)] = None
    when: Annotated[date | None, about("When")] = None

    def __post_init__(self) -> None:
        require("A ledger entry needs words.", self.text)
        within("Weight", self.weight, 1, 5)
        within("Probability", self.probability, 0, 1)
        known = [each for each in (self.low, self.base, self.high) if each is not None]
        for amount in known:
            cents("An amount of the ledger", amount)
        if known != sorted(known):
            raise RuleError(
                f"The amounts of “{self.text}” must rise from low over expected to high."
            )


class SealedScore(Record, frozen=True, kw_only=True):
    """How much one ledger entry, its own or another's, weighs for an organization; 1 to 5."""

    sealed: ClassVar[bool] = True
    unique = ("organization", "item")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    item: Annotated[Id, about("Ledger entry", to=("ledger_item",))]
    score: Annotated[int, about("Score", SEALED, low=1, high=5)]

    def __post_init__(self) -> None:
        within("A score", self.score, 1, 5)


class Balance(Record, frozen=True, kw_only=True):
    """What the room may see of an organization's sealed scores; made from them, never keyed in."""

    unique = ("organization",)

    organization: Annotated[Id, about("Organization", to=("organization",))]
    tilt: Annotated[
        Tilt | None,
        about("Balance"),
    ] = None
    weighs_more: Annotated[
        tuple[Id, ...], about("Weighs more here than for others", to=("ledger_item",))
    ] = ()
    weighs_less: Annotated[
        tuple[Id, ...], about("Weighs less here than for others", to=("ledger_item",))
    ] = ()


class WalkAway(Record, frozen=True, kw_only=True):
    """The line below which an organization would rather leave, as part of its best package."""

    sealed: ClassVar[bool] = True
    noun = "walk-away line"
    unique = ("organization",)

    organization: Annotated[Id, about("Organization", to=("organization",))]
    value: Annotated[
        float | None, about("Least it accepts", SEALED, low=0, high=1, percent=True)
    ] = None
    reason: Annotated[str, about("What it would do instead", SEALED, long=True)] = ""

    def __post_init__(self) -> None:
        within("A walk-away line", self.value, 0, 1)


CLAUSE_SOURCES = (
    "ledger_item", "activity", "shared_resource", "goal", "decision_right", "conflict_path",
    "exit_plan", "split_rule", "package", "reservation",
)  # fmt: skip
"""Kinds of records that a clause can be drafted from."""


class Clause(Record, frozen=True, kw_only=True):
    """A sentence or two of the operating agreement, drafted from a record and edited by people."""

    subject: Annotated[str, about("Subject")]
    source: Annotated[Id | None, about("Drafted from", to=CLAUSE_SOURCES)] = None
    drafted: Annotated[str, about("Drafted text", hidden=True)] = ""
    edited: Annotated[str, about("Our words", "In place of the drafted text", long=True)] = ""
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    needs: Annotated[tuple[Id, ...], about("Serves", to=("need",))] = ()

    def __post_init__(self) -> None:
        require("A clause needs a subject.", self.subject)

    @property
    def text(self) -> str:
        """The words that hold: those of people, else those drafted."""
        return self.edited if self.edited.strip() else self.drafted


class StressAnswer(Record, frozen=True, kw_only=True):
    """What the agreement says to a hard question; without a clause the question hangs loose."""

    noun = "stress card"
    unique = ("question",)

    question: Annotated[str, about("What if")]
    clauses: Annotated[tuple[Id, ...], about("Answered by", to=("clause",))] = ()
    remark: Annotated[str, about("Remark", long=True)] = ""

    def __post_init__(self) -> None:
        require("A stress card needs its question.", self.question)


class ReservationOutcome(Record, frozen=True, kw_only=True):
    """What became of a reservation: a clause, a risk somebody accepts, or a follow-up."""

    kept = "What became of a reservation stays on record. Change it instead."
    noun = "outcome of a reservation"
    plural = "outcomes of reservations"
    unique = ("reservation",)

    reservation: Annotated[Id, about("Reservation", to=("reservation",))]
    became: Annotated[
        Literal["clause", "accepted_risk", "follow_up"],
        about("Became", labels={"clause": "A clause", "accepted_risk": "An accepted risk", "follow_up": "A follow-up"}),
    ]  # fmt: skip
    clause: Annotated[Id | None, about("Clause", to=("clause",))] = None
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    text: Annotated[str, about("What", "The risk, or what will be followed up", long=True)] = ""
    due: Annotated[date | None, about("Due")] = None


class ManagementPlan(Record, frozen=True, kw_only=True):
    """Who looks after the alliance day by day, with what means, and when all meet to review it."""

    name: Annotated[str, about("What")]
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    hours: Annotated[float | None, about("Hours a month", low=0)] = None
    budget: Annotated[Cents | None, about("Budget a year", money=True)] = None
    reviews: Annotated[
        tuple[str, ...], about("Reviews", "Such as “Quarterly: measures and promises”")
    ] = ()

    def __post_init__(self) -> None:
        require("A management plan needs to say what is looked after.", self.name)
        within("Hours a month", self.hours, 0, 100_000)
        cents("The budget", self.budget)


class GateOverride(Record, frozen=True, kw_only=True):
    """A condition of the readiness gate that somebody passes over, by name and with a reason."""

    unique = ("condition",)

    condition: Annotated[str, about("Condition", hidden=True)]
    name: Annotated[str, about("Passed over by")]
    reason: Annotated[str, about("Reason", "Printed in the agreement", long=True)]

    def __post_init__(self) -> None:
        require("An override needs the name of whoever answers for it.", self.name)
        require("An override needs a reason; it is printed.", self.reason)


class Verdict(Record, frozen=True, kw_only=True):
    """How a condition of the gate truly stands, for a picture that may not know why; never kept."""

    condition: str
    holds: bool


class Struck(Record, frozen=True, kw_only=True):
    """The moment at which the deal was struck; what changes after it is an amendment."""

    kept = "A struck deal stays on record. Strike it anew after an amendment."
    noun = "struck deal"

    at: Annotated[datetime | None, about("Struck at")] = None
    words: Annotated[str, about("In a sentence", long=True)] = ""
    open_conditions: Annotated[tuple[str, ...], about("Overridden", hidden=True)] = ()


def cents(label: str, value: Cents | None) -> None:
    """Raise a sentence unless an amount is unknown, or not negative and below ten trillion."""
    if value is not None and not 0 <= value <= MOST_CENTS:
        raise RuleError(
            f"{label} must not be negative or beyond ten trillion; enter the amount without a sign."
        )
