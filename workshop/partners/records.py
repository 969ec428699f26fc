# SPDX-License-Identifier: MIT
"""Ties between organizations, and where on the map the facilitator has put something."""

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
