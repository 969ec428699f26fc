# SPDX-License-Identifier: MIT
"""The one list of all record kinds; the order is that of the path."""

from collections.abc import Mapping

from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.partners.fit_records import (
    Aspiration,
    AspirationMatch,
    CultureRating,
    FitWeights,
    LeadershipRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.records import (
    Candidate,
    ChosenSet,
    IncompatiblePair,
    PartnerChange,
    PartnerNeed,
    Placement,
    RedFlag,
    SetRules,
    Tie,
)
from workshop.prepare.records import (
    AgendaBlock,
    Details,
    GroundRule,
    Organization,
    Participant,
    Vocabulary,
)
from workshop.record import Record, kind_name
from workshop.room.records import (
    Action,
    AgreementRound,
    Ballot,
    Decision,
    ParkingItem,
    Reservation,
    Tally,
)

KINDS: tuple[type[Record], ...] = (
    Details, Organization, Participant, AgendaBlock, GroundRule, Vocabulary,
    AgreementRound, Ballot, Tally, Reservation, Decision, Action, ParkingItem,
    Factor, Statement, Measure, EvenOver,
    Capability, Need, Asset, Sourcing, ClosedOption,
    Tie, Placement,
    Candidate, PartnerNeed, Aspiration, AspirationMatch,
    CultureRating, LeadershipRating, Tradition, TraditionStance, ValuePoints, FitWeights,
    PartnerChange, RedFlag, IncompatiblePair, SetRules, ChosenSet,
)  # fmt: skip

BY_NAME: Mapping[str, type[Record]] = {kind_name(kind): kind for kind in KINDS}
