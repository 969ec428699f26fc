# SPDX-License-Identifier: MIT
"""Factors around us, statements of the future state, their measures, and even-over trade-offs."""

from datetime import date
from typing import Annotated, Literal

from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within

Horizon = Literal["0-1y", "1-3y", "3+y"]


class Factor(Record, frozen=True, kw_only=True):
    """A challenge or an opportunity in the environment."""

    text: Annotated[str, about("Factor")]
    kind: Annotated[Literal["challenge", "opportunity"], about("Kind")] = "challenge"
    category: Annotated[str, about("Category", suggest="factor_category")] = ""
    impact: Annotated[int | None, about("Impact", "1 slight to 5 decisive", low=1, high=5)] = None
    likelihood: Annotated[
        int | None, about("Likelihood", "1 remote to 5 nearly certain", low=1, high=5)
    ] = None
    horizon: Annotated[
        Horizon | None,
        about("When", labels={"0-1y": "Within a year", "1-3y": "1 to 3 years", "3+y": "Later"}),
    ] = None
    influence: Annotated[Literal["none", "some", "strong"] | None, about("Our influence")] = None
    evidence: Annotated[str, about("Evidence", long=True)] = ""
    statements: Annotated[tuple[Id, ...], about("Bears on", to=("statement",))] = ()

    def __post_init__(self) -> None:
        require("A factor needs words.", self.text)
        within("Impact", self.impact, 1, 5)
        within("Likelihood", self.likelihood, 1, 5)


class Statement(Record, frozen=True, kw_only=True):
    """One sentence of the future state: from what today, to what then, in one dimension."""

    dimension: Annotated[str, about("Dimension", suggest="dimension")]
    text_from: Annotated[str, about("From", "How it is today", long=True)] = ""
    text_to: Annotated[str, about("To", "How we will recognize success", long=True)]
    for_whom: Annotated[
        Literal["us", "them", "joint"], about("For", labels={"joint": "Both of us"})
    ] = "joint"
    organization: Annotated[Id | None, about("Organization", to=("organization",))] = None
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    dots: Annotated[int | None, about("Dots", "Dot votes for this statement", low=0)] = None

    def __post_init__(self) -> None:
        require("A statement needs to say what will be.", self.text_to)
        require("A statement needs a dimension.", self.dimension)
        within("Dots", self.dots, 0, 10_000)


class Measure(Record, frozen=True, kw_only=True):
    """How we will know that a statement has come true."""

    name: Annotated[str, about("Measure")]
    statement: Annotated[Id, about("Statement", to=("statement",))]
    unit: Annotated[str, about("Unit")] = ""
    direction: Annotated[Literal["up", "down", "hold"], about("Direction")] = "up"
    baseline: Annotated[float | None, about("Today")] = None
    baseline_date: Annotated[date | None, about("Measured on")] = None
    target: Annotated[float | None, about("Target")] = None
    target_date: Annotated[date | None, about("By")] = None
    who_measures: Annotated[str, about("Who measures")] = ""
    source: Annotated[str, about("Source")] = ""
    frequency: Annotated[str, about("How often", suggest="frequency")] = ""

    def __post_init__(self) -> None:
        require("A measure needs a name.", self.name)
        if self.baseline_date and self.target_date and self.target_date <= self.baseline_date:
            raise RuleError("The target date is not after the date of today's value.")


class EvenOver(Record, frozen=True, kw_only=True):
    """A trade-off between two good things: the first, even over the second."""

    noun = "even-over"

    prefer: Annotated[str, about("We choose")]
    over: Annotated[str, about("Even over")]
    because: Annotated[str, about("Because", long=True)] = ""

    def __post_init__(self) -> None:
        require("An even-over needs what we choose.", self.prefer)
        require("An even-over needs what it is chosen over.", self.over)
