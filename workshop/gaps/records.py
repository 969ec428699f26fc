# SPDX-License-Identifier: MIT
"""Capabilities, the needs and assets that meet in them, and how each gap is to be closed."""

from typing import Annotated, Literal

from workshop.ids import Id
from workshop.record import Record, about, require, within

Option = Literal[
    "build", "contract", "alliance", "equity_alliance", "joint_venture", "merge", "acquire"
]
"""The ways to close a gap, by rising commitment."""

OPTION_LABELS = {
    "build": "Build inside",
    "contract": "Contract",
    "alliance": "Alliance",
    "equity_alliance": "Equity alliance",
    "joint_venture": "Joint venture",
    "merge": "Merge",
    "acquire": "Acquire",
}


class Capability(Record, frozen=True, kw_only=True):
    """Something an organization can do or has, named so that several can be compared in it."""

    plural = "capabilities"
    unique = ("name",)

    name: Annotated[str, about("Capability")]
    category: Annotated[str, about("Category", suggest="capability_category")] = ""
    description: Annotated[str, about("Description", long=True)] = ""
    unit: Annotated[str, about("Unit", "Where it can be counted")] = ""

    def __post_init__(self) -> None:
        require("A capability needs a name.", self.name)


class Need(Record, frozen=True, kw_only=True):
    """How much of a capability the future state needs, and because of what."""

    unique = ("capability",)

    capability: Annotated[Id, about("Capability", to=("capability",))]
    needed_level: Annotated[int | None, about("Needed level", low=0, high=5)] = None
    importance: Annotated[int | None, about("Importance", low=1, high=5)] = None
    urgency: Annotated[int | None, about("Urgency", low=1, high=3)] = None
    must_have: Annotated[bool, about("Must-have")] = False
    needed_quantity: Annotated[float | None, about("Needed quantity", low=0)] = None
    because: Annotated[tuple[Id, ...], about("Because of", to=("statement", "factor"))] = ()

    def __post_init__(self) -> None:
        within("Needed level", self.needed_level, 0, 5)
        within("Importance", self.importance, 1, 5)
        within("Urgency", self.urgency, 1, 3)
        within("Needed quantity", self.needed_quantity, 0, 1e15)


class Asset(Record, frozen=True, kw_only=True):
    """What one organization holds of a capability, and the share it would lend."""

    unique = ("organization", "capability")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    capability: Annotated[Id, about("Capability", to=("capability",))]
    level: Annotated[int | None, about("Level", low=0, high=5)] = None
    name: Annotated[str, about("Asset", "What it is called, such as “12 field staff”")] = ""
    evidence: Annotated[str, about("Evidence", long=True)] = ""
    confidence: Annotated[Literal["low", "medium", "high"] | None, about("Confidence")] = None
    share: Annotated[float | None, about("Share it would lend", low=0, high=1, percent=True)] = None
    quantity: Annotated[float | None, about("Quantity", low=0)] = None

    def __post_init__(self) -> None:
        within("Level", self.level, 0, 5)
        within("Share", self.share, 0, 1)
        within("Quantity", self.quantity, 0, 1e15)


class Sourcing(Record, frozen=True, kw_only=True):
    """How the gap behind a need is to be closed: eight ratings from 0 to 1, the choice, and why."""

    plural = "sourcing choices"
    noun = "sourcing choice"
    unique = ("need",)

    need: Annotated[Id, about("Need", to=("need",))]
    relevance: Annotated[
        float | None,
        about("Relevance", "Our own resources are similar and superior", low=0, high=1),
    ] = None
    tradability: Annotated[
        float | None, about("Tradability", "A contract could specify and protect it", low=0, high=1)
    ] = None
    closeness: Annotated[
        float | None, about("Closeness", "How deep we must work together", low=0, high=1)
    ] = None
    integration: Annotated[
        float | None, about("Integration", "We could integrate the provider", low=0, high=1)
    ] = None
    soft_share: Annotated[
        float | None, about("Soft share", "How much of it is people, not things", low=0, high=1)
    ] = None
    uncertainty: Annotated[
        float | None, about("Uncertainty", "How little is known of the outcome", low=0, high=1)
    ] = None
    redundancy: Annotated[
        float | None, about("Redundancy", "How much would exist twice", low=0, high=1)
    ] = None
    competition: Annotated[
        float | None, about("Competition", "How many others court the same partner", low=0, high=1)
    ] = None
    chosen: Annotated[Option | None, about("We choose", labels=OPTION_LABELS)] = None
    why: Annotated[str, about("Because", long=True)] = ""

    def __post_init__(self) -> None:
        for name in RATINGS:
            within(name.replace("_", " ").capitalize(), getattr(self, name), 0, 1)


RATINGS = (
    "relevance",
    "tradability",
    "closeness",
    "integration",
    "soft_share",
    "uncertainty",
    "redundancy",
    "competition",
)
"""The rated criteria, in the order of domain table 4.3."""


class ClosedOption(Record, frozen=True, kw_only=True):
    """A way to close a gap that is not open to us, and the reason."""

    unique = ("need", "option")

    need: Annotated[Id, about("Need", to=("need",))]
    option: Annotated[Option, about("Way", labels=OPTION_LABELS)]
    reason: Annotated[
        Literal["legal", "capital", "governance", "mission", "capacity", "other"], about("Reason")
    ] = "other"
    details: Annotated[str, about("Details")] = ""
