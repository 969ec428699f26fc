# SPDX-License-Identifier: MIT
"""The operating agreement: who does what, what is shared, who decides and measures, how to leave."""

from typing import Annotated, Literal

from workshop.deal.records import Cents, cents
from workshop.ids import Id
from workshop.record import Record, about, require, within


class Activity(Record, frozen=True, kw_only=True):
    """Something the alliance does; who does it is told by its roles."""

    plural = "activities"
    unique = ("name",)

    name: Annotated[str, about("Activity")]
    description: Annotated[str, about("Description", long=True)] = ""
    needs: Annotated[tuple[Id, ...], about("Serves", to=("need",))] = ()

    def __post_init__(self) -> None:
        require("An activity needs a name.", self.name)


class Role(Record, frozen=True, kw_only=True):
    """The part an organization has in an activity (RACI)."""

    unique = ("activity", "organization", "part")

    activity: Annotated[Id, about("Activity", to=("activity",))]
    organization: Annotated[Id, about("Organization", to=("organization",))]
    part: Annotated[Literal["responsible", "accountable", "consulted", "informed"], about("Part")]


class SharedResource(Record, frozen=True, kw_only=True):
    """Something one organization lets others use."""

    name: Annotated[str, about("Resource")]
    source: Annotated[Id | None, about("From", to=("organization",))] = None
    users: Annotated[tuple[Id, ...], about("For", to=("organization",))] = ()
    amount: Annotated[float | None, about("Amount", low=0)] = None
    unit: Annotated[str, about("Unit")] = ""
    period: Annotated[str, about("Period", "Such as “a month, until June 2029”")] = ""
    conditions: Annotated[str, about("Conditions", long=True)] = ""

    def __post_init__(self) -> None:
        require("A shared resource needs a name.", self.name)
        within("The amount", self.amount, 0, 1e15)


class Goal(Record, frozen=True, kw_only=True):
    """A performance goal of the alliance: what is measured, by whom, and what follows."""

    name: Annotated[str, about("Goal")]
    measure: Annotated[Id | None, about("Measure", to=("measure",))] = None
    measurer: Annotated[
        Id | None,
        about("Measured by", "Better somebody who gains nothing by it", to=("organization",)),
    ] = None
    who_measures: Annotated[str, about("Who measures", "A person or office")] = ""
    neutral: Annotated[bool, about("Neutral", "Whoever measures gains nothing by the result")] = (
        False
    )
    consequence: Annotated[str, about("What follows if missed", long=True)] = ""
    clauses: Annotated[tuple[Id, ...], about("Proves", to=("clause",))] = ()

    def __post_init__(self) -> None:
        require("A goal needs a name.", self.name)


class DecisionRight(Record, frozen=True, kw_only=True):
    """Something that will have to be decided again and again, and how the vote is taken."""

    unique = ("name",)

    name: Annotated[str, about("Decision")]
    area: Annotated[str, about("Area", "Such as budget, membership, data use")] = ""
    weight: Annotated[int, about("Weight", "1 slight to 5 decisive", low=1, high=5)] = 1
    threshold: Annotated[
        float | None, about("Votes needed", "Part of the seats", low=0, high=1, percent=True)
    ] = None

    def __post_init__(self) -> None:
        require("A decision right needs a name.", self.name)
        within("Weight", self.weight, 1, 5)
        within("Votes needed", self.threshold, 0, 1)


class PartyRight(Record, frozen=True, kw_only=True):
    """The say an organization has in a decision, and its seats where there is a vote."""

    unique = ("decision", "organization")

    decision: Annotated[Id, about("Decision", to=("decision_right",))]
    organization: Annotated[Id, about("Organization", to=("organization",))]
    right: Annotated[Literal["decides", "veto", "consulted", "informed"] | None, about("Say")] = (
        None
    )
    seats: Annotated[int | None, about("Seats", low=0)] = None

    def __post_init__(self) -> None:
        within("Seats", self.seats, 0, 1000)


class ConflictPath(Record, frozen=True, kw_only=True):
    """What happens when we disagree: whom to call first, whom next, and who has the last word."""

    name: Annotated[str, about("For")]
    steps: Annotated[tuple[str, ...], about("Steps", "From the first call to the last word")] = ()
    days: Annotated[int | None, about("Days for each step", low=1)] = None
    last_word: Annotated[str, about("Last word")] = ""

    def __post_init__(self) -> None:
        require("A conflict path needs to say what it is for.", self.name)
        within("Days for each step", self.days, 1, 3650)


class ExitPlan(Record, frozen=True, kw_only=True):
    """How the alliance, or one organization in it, can end: notice, who keeps what, winding down."""

    name: Annotated[str, about("For")]
    organization: Annotated[Id | None, about("Who leaves", to=("organization",))] = None
    notice_days: Annotated[int | None, about("Notice, in days", low=0)] = None
    keeps_data: Annotated[str, about("Who keeps the data")] = ""
    keeps_clients: Annotated[str, about("Who keeps the people served")] = ""
    keeps_staff: Annotated[str, about("Who keeps the staff")] = ""
    keeps_property: Annotated[str, about("Who keeps what was built")] = ""
    keeps_name: Annotated[str, about("Who keeps the name")] = ""
    keeps_reserve: Annotated[str, about("Who keeps the reserve")] = ""
    wind_down: Annotated[tuple[str, ...], about("Winding down", "Step by step")] = ()
    cost: Annotated[Cents | None, about("Cost of leaving", money=True)] = None
    dispute_path: Annotated[str, about("If disputed", long=True)] = ""

    def __post_init__(self) -> None:
        require("An exit plan needs to say what it is for.", self.name)
        within("Notice", self.notice_days, 0, 36_500)
        cents("The cost of leaving", self.cost)


KEEPS = {
    "keeps_data": "the data",
    "keeps_clients": "the people served",
    "keeps_staff": "the staff",
    "keeps_property": "what was built",
    "keeps_name": "the name",
    "keeps_reserve": "the reserve",
}
"""Fields of an exit plan that say who keeps what, and what it is in a sentence."""


class ExitTrigger(Record, frozen=True, kw_only=True):
    """What opens the way out, and the goals whose miss it answers to."""

    plan: Annotated[Id, about("Exit plan", to=("exit_plan",))]
    text: Annotated[str, about("When")]
    goals: Annotated[tuple[Id, ...], about("Answers to", to=("goal",))] = ()

    def __post_init__(self) -> None:
        require("An exit trigger needs to say when the way out opens.", self.text)
