# SPDX-License-Identifier: MIT
"""The one list of all record kinds; the order is that of the path."""

from collections.abc import Mapping

from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.operating_records import (
    Activity,
    ConflictPath,
    DecisionRight,
    ExitPlan,
    ExitTrigger,
    Goal,
    PartyRight,
    Role,
    SharedResource,
)
from workshop.deal.records import (
    Balance,
    Clause,
    GateOverride,
    LedgerItem,
    ManagementPlan,
    ReservationOutcome,
    SealedScore,
    StressAnswer,
    Struck,
    WalkAway,
)
from workshop.deal.term_records import OptionValue, Package, Term, TermOption, TermWeight
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
from workshop.partners.tie_records import TieReport
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
    Tie, TieReport, Placement,
    Candidate, PartnerNeed, Aspiration, AspirationMatch,
    CultureRating, LeadershipRating, Tradition, TraditionStance, ValuePoints, FitWeights,
    PartnerChange, RedFlag, IncompatiblePair, SetRules, ChosenSet,
    LedgerItem, SealedScore, Balance, WalkAway, Clause, StressAnswer, ReservationOutcome,
    Activity, Role, SharedResource, Goal, DecisionRight, PartyRight, ConflictPath, ExitPlan,
    ExitTrigger, Term, TermOption, TermWeight, OptionValue, Package,
    SavingsModel, Scenario, SplitRule, Basis, BasisValue, LossShare,
    ManagementPlan, GateOverride, Struck,
)  # fmt: skip

BY_NAME: Mapping[str, type[Record]] = {kind_name(kind): kind for kind in KINDS}
