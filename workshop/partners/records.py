# SPDX-License-Identifier: MIT
"""Ties, candidates, what must change and what warns, and the sets of partners to choose from.

How two organizations see each other is in `fit_records`.
"""

from datetime import date
from typing import Annotated, Literal

from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within


class Tie(Record, frozen=True, kw_only=True):
    """A relation between two organizations.

    Strength is the level of collaboration from 0 (none) to 5 (Frey et al. 2006).
    """

    source: Annotated[Id, about("From", to=("organization",))]
    target: Annotated[Id, about("To", to=("organization",))]
    relation: Annotated[str, about("Relation", suggest="relation")]
    strength: Annotated[
        float | None, about("Strength", "0 none to 5 full collaboration", low=0, high=5)
    ] = None
    directed: Annotated[bool, about("One way")] = False
    status: Annotated[Literal["planned", "active", "ended"], about("Status")] = "active"
    since: Annotated[date | None, about("Since")] = None
    until: Annotated[date | None, about("Until")] = None
    remark: Annotated[str, about("Remark", long=True)] = ""

    def __post_init__(self) -> None:
        require("A tie needs a relation.", self.relation)
        within("Strength", self.strength, 0, 5)
        if self.source == self.target:
            raise RuleError("A tie needs two different organizations.")
        if self.since and self.until and self.until < self.since:
            raise RuleError("A tie cannot end before it began.")


class Placement(Record, frozen=True, kw_only=True):
    """Where on the network map a node stands; its id is that of the node.

    Coordinates are in map units, x to the right and y down, with the middle of the map at 0, 0.
    """

    node: Annotated[Id, about("Node", to=("organization", "capability"))]
    x: Annotated[float, about("X")]
    y: Annotated[float, about("Y")]
    pinned: Annotated[bool, about("Pinned")] = False


Standing = Literal["open", "chosen", "ruled_out"]

FlagKind = Literal[
    "avoiding_change",
    "no_needs",
    "strategy_conflict",
    "culture_clash",
    "no_data_sharing",
    "vague_decision_rights",
    "exclusive_elsewhere",
    "financial_weakness",
    "key_person",
    "broken_promises",
    "large_share",
    "legal_unchecked",
    "no_exit",
    "other",
]
"""The catalogue of red flags, domain section 5.7."""

FLAG_LABELS = {
    "avoiding_change": "Avoids change",
    "no_needs": "States no needs of its own",
    "strategy_conflict": "Strategies conflict",
    "culture_clash": "Values or culture clash",
    "no_data_sharing": "Will not share data",
    "vague_decision_rights": "Vague on who decides",
    "exclusive_elsewhere": "Bound to an exclusive alliance",
    "financial_weakness": "Financially weak",
    "key_person": "Hangs on one person",
    "broken_promises": "Broke promises before",
    "large_share": "Carries more than half",
    "legal_unchecked": "Legal questions unchecked",
    "no_exit": "Accepts no way out",
    "other": "Another warning",
}

SET_RULES_ID = "set_rules"
CHOSEN_SET_ID = "chosen_set"


class Candidate(Record, frozen=True, kw_only=True):
    """An organization we might ally with; cost, effort and strain add up over a set of partners."""

    unique = ("organization",)

    organization: Annotated[Id, about("Organization", to=("organization",))]
    role: Annotated[str, about("Role", "What it would be to us", suggest="partner_role")] = ""
    motives: Annotated[
        tuple[str, ...],
        about("Motives", "Why it would ally: what it lacks, what it fears, what it must"),
    ] = ()
    standing: Annotated[
        Standing,
        about(
            "Standing",
            "A partner already chosen is in every set, one ruled out in none",
            labels={"open": "Open", "chosen": "Already chosen", "ruled_out": "Ruled out"},
        ),
    ] = "open"
    standing_because: Annotated[str, about("Because", long=True)] = ""
    cost: Annotated[int | None, about("Cost", "Price, 0 none to 10 very high", low=0, high=10)] = (
        None
    )
    effort: Annotated[
        int | None, about("Effort", "Our people and hours, 0 none to 10", low=0, high=10)
    ] = None
    strain: Annotated[
        int | None,
        about("Strain", "0 to 10; blank: computed from fit and changes", low=0, high=10),
    ] = None
    exclusive_with: Annotated[
        tuple[Id, ...], about("Bound exclusively to", to=("organization",))
    ] = ()
    conflict_of_interest: Annotated[str, about("Conflict of interest", long=True)] = ""

    def __post_init__(self) -> None:
        within("Cost", self.cost, 0, 10)
        within("Effort", self.effort, 0, 10)
        within("Strain", self.strain, 0, 10)
        if self.organization in self.exclusive_with:
            raise RuleError("An organization cannot be bound exclusively to itself.")


class PartnerNeed(Record, frozen=True, kw_only=True):
    """What a candidate itself needs of a capability; ours might fill it."""

    noun = "need of a candidate"
    plural = "needs of candidates"
    unique = ("organization", "capability")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    capability: Annotated[Id, about("Capability", to=("capability",))]
    needed_level: Annotated[int | None, about("Needed level", low=0, high=5)] = None
    importance: Annotated[int | None, about("Importance", low=1, high=5)] = None

    def __post_init__(self) -> None:
        within("Needed level", self.needed_level, 0, 5)
        within("Importance", self.importance, 1, 5)


class IncompatiblePair(Record, frozen=True, kw_only=True):
    """Two candidates that cannot be in one set."""

    unique = ("one", "other")

    one: Annotated[Id, about("One", to=("organization",))]
    other: Annotated[Id, about("Other", to=("organization",))]
    because: Annotated[str, about("Because", long=True)] = ""

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise RuleError("An incompatible pair needs two different organizations.")


class PartnerChange(Record, frozen=True, kw_only=True):
    """Something an organization must change for an alliance to work."""

    noun = "change"

    organization: Annotated[Id, about("Who must change", to=("organization",))]
    text: Annotated[str, about("Change")]
    counterpart: Annotated[
        Id | None,
        about("For the alliance with", "Blank: whoever it is", to=("organization",), binding=True),
    ] = None
    because: Annotated[str, about("Because", long=True)] = ""
    magnitude: Annotated[
        int | None, about("Magnitude", "0 nothing to 4 very much", low=0, high=4)
    ] = None
    willingness: Annotated[
        int | None, about("Willingness", "0 refuses to 4 eager", low=0, high=4)
    ] = None
    capacity: Annotated[int | None, about("Capacity", "0 cannot to 4 easily", low=0, high=4)] = None
    owner: Annotated[Id | None, about("Owner", to=("participant",))] = None
    due: Annotated[date | None, about("By")] = None
    status: Annotated[
        Literal["open", "under_way", "done"], about("Status", labels={"under_way": "Under way"})
    ] = "open"

    def __post_init__(self) -> None:
        require("A change needs words.", self.text)
        within("Magnitude", self.magnitude, 0, 4)
        within("Willingness", self.willingness, 0, 4)
        within("Capacity", self.capacity, 0, 4)
        if self.organization == self.counterpart:
            raise RuleError("A change is for an alliance with another organization.")


class RedFlag(Record, frozen=True, kw_only=True):
    """A warning somebody has stated; hard ones stop the deal until they are settled."""

    organization: Annotated[Id, about("Organization", to=("organization",))]
    kind: Annotated[FlagKind, about("Warning", labels=FLAG_LABELS)]
    severity: Annotated[Literal["hard", "soft"], about("Severity")] = "soft"
    evidence: Annotated[str, about("Evidence", long=True)] = ""
    resolution: Annotated[str, about("Resolution", "What would settle it", long=True)] = ""
    settled: Annotated[bool, about("Settled")] = False


class SetRules(Record, frozen=True, kw_only=True):
    """What a set of partners must keep to, and what counts how much; there is one."""

    noun = "rules for partner sets"
    plural = "rules for partner sets"

    budget: Annotated[int | None, about("Budget", "The most cost and effort together", low=0)] = (
        None
    )
    most_partners: Annotated[int | None, about("Most partners", low=0)] = None
    coverage_weight: Annotated[float, about("Coverage counts", low=0, high=1, percent=True)] = 0.5
    cost_weight: Annotated[float, about("Cost counts", low=0, high=1, percent=True)] = 0.25
    strain_weight: Annotated[float, about("Strain counts", low=0, high=1, percent=True)] = 0.25

    def __post_init__(self) -> None:
        within("Budget", self.budget, 0, 100_000)
        within("Most partners", self.most_partners, 0, 1000)
        for name in ("coverage_weight", "cost_weight", "strain_weight"):
            within(name.replace("_", " ").capitalize(), getattr(self, name), 0, 1)
        if not self.coverage_weight + self.cost_weight + self.strain_weight:
            raise RuleError("Something must count: coverage, cost or strain.")


class ChosenSet(Record, frozen=True, kw_only=True):
    """The partners the room has settled on, whatever the frontier says; there is one such set."""

    members: Annotated[tuple[Id, ...], about("Partners", to=("organization",))] = ()
    because: Annotated[str, about("Because", long=True)] = ""
    decided_on: Annotated[date | None, about("Decided on")] = None
