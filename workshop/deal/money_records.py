# SPDX-License-Identifier: MIT
"""How gains and losses arise and are shared: the model, its scenarios, the rule of the split."""

from typing import Annotated, Literal

from workshop.deal.records import Cents, cents
from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within


class SavingsModel(Record, frozen=True, kw_only=True):
    """What is shared: by the rules of a program and year, or as value of any other kind."""

    name: Annotated[str, about("Name")]
    rules: Annotated[
        str, about("Rules", "The program and year; blank for value of any other kind", hidden=True)
    ] = ""
    track: Annotated[str, about("Track", "As the program calls it")] = ""
    benchmark: Annotated[Cents | None, about("Expected spending", money=True)] = None
    people: Annotated[int | None, about("People it is for", low=0)] = None
    revenue: Annotated[Cents | None, about("Own revenue", money=True)] = None
    low_revenue: Annotated[bool, about("Low revenue", "As the program defines it")] = False
    minimum_rate: Annotated[
        float | None, about("Minimum rate", "Where it can be chosen", low=0, high=1, percent=True)
    ] = None
    advance: Annotated[
        Cents | None, about("Advance to pay back", "Taken off what is earned first", money=True)
    ] = None
    quality: Annotated[Literal["met", "alternative", "failed"], about("Quality standard")] = "met"
    quality_score: Annotated[float | None, about("Quality score", low=0, high=1, percent=True)] = (
        None
    )

    def __post_init__(self) -> None:
        require("A model of gains and losses needs a name.", self.name)
        cents("Expected spending", self.benchmark)
        cents("Own revenue", self.revenue)
        cents("The advance", self.advance)
        within("People", self.people, 0, 10**9)
        within("The minimum rate", self.minimum_rate, 0, 1)
        within("The quality score", self.quality_score, 0, 1)


class Scenario(Record, frozen=True, kw_only=True):
    """One way a year may turn out: how much less, or more, is spent than expected."""

    unique = ("name",)

    name: Annotated[str, about("Scenario")]
    probability: Annotated[float | None, about("Probability", low=0, high=1, percent=True)] = None
    rate: Annotated[
        float | None, about("Saved", "Part of expected spending; a loss is negative", low=-10, high=1, percent=True)
    ] = None  # fmt: skip

    def __post_init__(self) -> None:
        require("A scenario needs a name.", self.name)
        within("Probability", self.probability, 0, 1)
        if self.rate is not None and self.rate > 1:
            raise RuleError(
                f"“{self.name}” saves more than all spending, so spending would be negative; "
                "enter 100% at most."
            )
        within("What is saved", self.rate, -10, 1)


class SplitRule(Record, frozen=True, kw_only=True):
    """The rule by which earnings and losses are shared: costs first, then the partner, then the rest."""

    name: Annotated[str, about("Name")]
    recoup: Annotated[Cents | None, about("Costs paid back first", money=True)] = None
    partner: Annotated[Id | None, about("Managing partner", to=("organization",))] = None
    partner_share: Annotated[
        float | None, about("Partner's share", low=0, high=1, percent=True)
    ] = None
    partner_base: Annotated[
        Literal["net", "gross"],
        about("Share of", labels={"net": "What is left after costs", "gross": "The whole"}),
    ] = "net"
    partner_fee: Annotated[Cents | None, about("Partner's fixed fee", money=True)] = None
    reserve: Annotated[
        float | None, about("To a reserve", "Part of what is left", low=0, high=1, percent=True)
    ] = None
    reinvest: Annotated[
        float | None, about("Reinvested", "Part of what is left", low=0, high=1, percent=True)
    ] = None
    reserve_held: Annotated[
        Cents | None, about("Reserve held", "Pays losses first", money=True)
    ] = None
    partner_loss_share: Annotated[
        float | None, about("Partner's part of a loss", low=0, high=1, percent=True)
    ] = None
    accepted: Annotated[bool, about("Accepted", "The room has seen a bad year and accepts")] = False

    def __post_init__(self) -> None:
        require("The rule of a split needs a name.", self.name)
        for label, value in (
            ("The partner's share", self.partner_share),
            ("The reserve", self.reserve),
            ("What is reinvested", self.reinvest),
            ("The partner's part of a loss", self.partner_loss_share),
        ):
            within(label, value, 0, 1)
        cents("Costs paid back first", self.recoup)
        cents("The partner's fee", self.partner_fee)
        cents("The reserve held", self.reserve_held)
        if (self.reserve or 0) + (self.reinvest or 0) > 1:
            raise RuleError(
                "Reserve and reinvestment together take more than all; lower one of them."
            )


class Basis(Record, frozen=True, kw_only=True):
    """A yardstick for sharing, such as people served or effort, and its part of the mix."""

    plural = "bases"
    unique = ("name",)

    name: Annotated[str, about("Basis")]
    weight: Annotated[float | None, about("Part of the mix", low=0, high=1, percent=True)] = None

    def __post_init__(self) -> None:
        require("A basis needs a name.", self.name)
        within("The part of the mix", self.weight, 0, 1)


class BasisValue(Record, frozen=True, kw_only=True):
    """What an organization brings on a yardstick."""

    unique = ("basis", "organization")

    basis: Annotated[Id, about("Basis", to=("basis",))]
    organization: Annotated[Id, about("Organization", to=("organization",))]
    value: Annotated[float | None, about("Value", low=0)] = None

    def __post_init__(self) -> None:
        within("A value", self.value, 0, 1e15)


class LossShare(Record, frozen=True, kw_only=True):
    """The part of the partners' loss that one organization bears."""

    unique = ("organization",)

    organization: Annotated[Id, about("Organization", to=("organization",))]
    share: Annotated[float | None, about("Part of a loss", low=0, high=1, percent=True)] = None

    def __post_init__(self) -> None:
        within("A part of a loss", self.share, 0, 1)
