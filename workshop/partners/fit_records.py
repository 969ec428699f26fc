# SPDX-License-Identifier: MIT
"""How organizations see themselves and each other: aspirations, culture, leadership, tradition, values.

A rating says whom it is about and by whom it is made; where both are one organization it is how
that one sees itself. Points may be spread step by step: whether they add up to 100 is told by
`workshop.partners.culture`, for a rule here would refuse every first step.
"""

from typing import Annotated, Literal

from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within

Stance = Literal["respects", "neutral", "threatens"]
AspirationLabel = Literal["shared", "compatible", "independent", "conflicting"]

FIT_WEIGHTS_ID = "fit_weights"

CULTURE_TYPES = ("family", "inventive", "driven", "orderly")
"""The four types of culture (Cameron & Quinn: clan, adhocracy, market, hierarchy), in our words."""

STYLES = ("participative", "bold", "distributed", "mission", "deliberate")
"""The leadership sliders, in the order of domain section 5.4."""

FIT_PARTS = ("aspirations", "resources", "culture", "leadership", "tradition", "values")
"""What the overall fit is made of."""

MOST_VALUES = 8


class Aspiration(Record, frozen=True, kw_only=True):
    """What an organization wants to become, in its own words."""

    organization: Annotated[Id, about("Organization", to=("organization",))]
    text: Annotated[str, about("Aspiration", long=True)]

    def __post_init__(self) -> None:
        require("An aspiration needs words.", self.text)


class AspirationMatch(Record, frozen=True, kw_only=True):
    """How an aspiration of ours and one of theirs get on."""

    noun = "comparison of aspirations"
    plural = "comparisons of aspirations"
    unique = ("one", "other")

    one: Annotated[Id, about("One", to=("aspiration",))]
    other: Annotated[Id, about("Other", to=("aspiration",))]
    label: Annotated[AspirationLabel | None, about("Together")] = None

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise RuleError("An aspiration is compared with another one.")


class CultureRating(Record, frozen=True, kw_only=True):
    """100 points over four types of culture, as one organization sees another or itself."""

    unique = ("organization", "seen_by", "moment")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    seen_by: Annotated[Id, about("Seen by", to=("organization",))]
    moment: Annotated[
        Literal["now", "preferred"], about("When", labels={"preferred": "As it should be"})
    ] = "now"
    family: Annotated[
        int | None, about("Family", "People look after each other", low=0, high=100)
    ] = None
    inventive: Annotated[
        int | None, about("Inventive", "People try what is new", low=0, high=100)
    ] = None
    driven: Annotated[int | None, about("Driven", "People want to win", low=0, high=100)] = None
    orderly: Annotated[
        int | None, about("Orderly", "People keep to what is agreed", low=0, high=100)
    ] = None

    def __post_init__(self) -> None:
        for name in CULTURE_TYPES:
            within(name.capitalize(), getattr(self, name), 0, 100)


class LeadershipRating(Record, frozen=True, kw_only=True):
    """How an organization is led, on sliders from 1 to 7, as it or another sees it."""

    unique = ("organization", "seen_by")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    seen_by: Annotated[Id, about("Seen by", to=("organization",))]
    participative: Annotated[
        int | None, about("Participative", "1 directive to 7 participative", low=1, high=7)
    ] = None
    bold: Annotated[int | None, about("Bold", "1 cautious to 7 bold", low=1, high=7)] = None
    distributed: Annotated[
        int | None, about("Distributed", "1 central to 7 distributed", low=1, high=7)
    ] = None
    mission: Annotated[
        int | None, about("Mission", "1 led by finance to 7 led by mission", low=1, high=7)
    ] = None
    deliberate: Annotated[
        int | None, about("Deliberate", "1 fast to 7 deliberate", low=1, high=7)
    ] = None

    def __post_init__(self) -> None:
        for name in STYLES:
            within(name.capitalize(), getattr(self, name), 1, 7)


class Tradition(Record, frozen=True, kw_only=True):
    """Something of an organization that must not be lost."""

    organization: Annotated[Id, about("Organization", to=("organization",))]
    text: Annotated[str, about("Must not be lost")]
    intensity: Annotated[int | None, about("Intensity", "1 dear to 5 sacred", low=1, high=5)] = None

    def __post_init__(self) -> None:
        require("A tradition needs words.", self.text)
        within("Intensity", self.intensity, 1, 5)


class TraditionStance(Record, frozen=True, kw_only=True):
    """What another organization would do to a tradition, as one of the two sees it."""

    noun = "stance on a tradition"
    plural = "stances on traditions"
    unique = ("tradition", "organization", "seen_by")

    tradition: Annotated[Id, about("Tradition", to=("tradition",))]
    organization: Annotated[Id, about("Organization", "Whose stance it is", to=("organization",))]
    seen_by: Annotated[Id, about("Seen by", to=("organization",))]
    stance: Annotated[Stance | None, about("Stance")] = None


class ValuePoints(Record, frozen=True, kw_only=True):
    """Points for one value out of the 100 an organization has for all, as it or another sees it."""

    noun = "points for a value"
    plural = "points for values"
    unique = ("organization", "seen_by", "value")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    seen_by: Annotated[Id, about("Seen by", to=("organization",))]
    value: Annotated[str, about("Value", suggest="value")]
    points: Annotated[int | None, about("Points", low=0, high=100)] = None

    def __post_init__(self) -> None:
        require("Points need a value.", self.value)
        within("Points", self.points, 0, 100)


class FitWeights(Record, frozen=True, kw_only=True):
    """How much each part counts in the overall fit; there is one such record, or the defaults."""

    noun = "weights of the fit"
    plural = "weights of the fit"

    aspirations: Annotated[float, about("Aspirations", low=0, high=1, percent=True)] = 0.25
    resources: Annotated[float, about("Needs and assets", low=0, high=1, percent=True)] = 0.25
    culture: Annotated[float, about("Culture", low=0, high=1, percent=True)] = 0.15
    leadership: Annotated[float, about("Leadership", low=0, high=1, percent=True)] = 0.15
    tradition: Annotated[float, about("Tradition", low=0, high=1, percent=True)] = 0.10
    values: Annotated[float, about("Values", low=0, high=1, percent=True)] = 0.10

    def __post_init__(self) -> None:
        for name in FIT_PARTS:
            within(name.capitalize(), getattr(self, name), 0, 1)
        if not any(getattr(self, name) for name in FIT_PARTS):
            raise RuleError("At least one part of the fit must count.")
