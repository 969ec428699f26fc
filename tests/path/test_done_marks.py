# SPDX-License-Identifier: MIT
"""Each step's mark follows from the workshop, and its sentence says how far it is."""

from datetime import date, time
from typing import Any

import pytest

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
from workshop.deal.records import Clause, LedgerItem, StressAnswer, Struck
from workshop.deal.stress import CARDS
from workshop.deal.term_records import Package, Term
from workshop.future_state.records import EvenOver, Factor, Measure, Statement
from workshop.gaps.records import Asset, Capability, Need, Sourcing
from workshop.partners.fit_records import Aspiration
from workshop.partners.records import (
    CHOSEN_SET_ID,
    Candidate,
    ChosenSet,
    PartnerChange,
    PartnerNeed,
    RedFlag,
    Tie,
)
from workshop.path.done import done, stage_done
from workshop.path.stages import PATH, STEPS
from workshop.prepare.records import (
    DETAILS_ID,
    AgendaBlock,
    Details,
    GroundRule,
    Organization,
    Participant,
)
from workshop.record import Record
from workshop.room.records import (
    Action,
    AgreementRound,
    Ballot,
    Decision,
    ParkingItem,
    Reservation,
)
from workshop.state import Workshop

TODAY = date(2026, 11, 20)
HILL = Organization(id="hill", name="Hill", ours=True)
DALE = Organization(id="dale", name="Dale")
ANN = Participant(id="ann", name="Ann", organization="hill")
DETAILS = Details(id=DETAILS_ID, title="T", purpose="P", starts=TODAY, horizon=date(2029, 1, 1))
ROUND = AgreementRound(id="r", question="Q")
VETO = Ballot(id="b", round="r", participant="ann", value=0)


def said(id: str, dimension: str, **values: Any) -> Statement:
    return Statement(id=id, dimension=dimension, text_to="So", **values)


DIMENSIONS = ("Strategy", "culture", "Leadership style")
VISION: list[Record] = [said(name, name) for name in DIMENSIONS]
NEED = Need(id="n", capability="c", needed_level=4, importance=5, urgency=3, because=("Strategy",))
DATA = Capability(id="c", name="Data")
ASKED = Candidate(id="asked", organization="dale")


def a_change(**values: Any) -> PartnerChange:
    return PartnerChange(id="ch", organization="hill", text="Stop", **values)


def held(level: int | None) -> Asset:
    return Asset(id="a", organization="hill", capability="c", level=level)


SEAT = LedgerItem(id="l", organization="hill", kind="gives_up", text="A seat")
LEDGER: list[Record] = [
    SEAT,
    LedgerItem(id="l2", organization="hill", kind="brings_strength", text="Nurses"),
    LedgerItem(id="l3", organization="hill", kind="brings_weakness", text="Debt"),
    LedgerItem(id="l4", organization="hill", kind="gets_benefit", text="Money", base=100),
]
CLAUSE = Clause(id="cl", subject="Seats", edited="Hill gives up a seat.")
SETTLED: list[Record] = [
    *(HILL, DALE, DATA, VISION[0]),
    Activity(id="act", name="Visit"),
    Role(id="r1", activity="act", organization="hill", part="accountable"),
    Role(id="r2", activity="act", organization="dale", part="responsible"),
    SharedResource(id="sr", name="Vans", source="hill", users=("dale",)),
    Measure(id="m", name="M", statement="Strategy"),
    Goal(id="g", name="Fewer falls", measure="m", who_measures="The county"),
    DecisionRight(id="dr", name="Budget"),
    PartyRight(id="pr", decision="dr", organization="hill", right="decides"),
    ConflictPath(id="cp", name="All", steps=("Call",)),
    ExitPlan(
        id="ex",
        name="All",
        notice_days=90,
        keeps_data="Hill",
        wind_down=("Stop",),
        dispute_path="Ask",
    ),
    ExitTrigger(id="et", plan="ex", text="Missed twice", goals=("g",)),
]


def an_action(**values: Any) -> Action:
    return Action(id="act", text="Call", **values)


CASES: list[tuple[str, list[Record], bool, str]] = [
    ("prepare.workshop", [], False, "Still open: title, purpose, first day and horizon"),
    ("prepare.workshop", [DETAILS], True, "Title, purpose, first day and horizon are set"),
    ("prepare.organizations", [], False, "No organization at the table yet"),
    ("prepare.organizations", [DALE], False, "None is marked as ours"),
    (
        "prepare.organizations",
        [Organization(id="own", name="Our organization", ours=True)],
        False,
        "“Our organization” still waits for its name",
    ),
    ("prepare.organizations", [DALE, HILL], True, "2 organizations at the table"),
    ("prepare.participants", [], False, "No participants yet"),
    ("prepare.participants", [ANN], True, "1 of 1 have an organization"),
    (
        "prepare.participants",
        [ANN, Participant(id="bo", name="Bo")],
        False,
        "1 of 2 have an organization",
    ),
    (
        "prepare.participants",
        [Participant(id="x", name="X", votes=False)],
        False,
        "Nobody has a vote",
    ),
    ("prepare.agenda", [], False, "No blocks yet"),
    (
        "prepare.agenda",
        [
            AgendaBlock(id="1", title="A", starts=time(9), minutes=60),
            AgendaBlock(id="2", title="B", starts=time(9, 30), minutes=60),
        ],
        False,
        "1 block overlapping the one before",
    ),
    (
        "prepare.agenda",
        [
            AgendaBlock(id="1", title="A", starts=time(9), minutes=60),
            AgendaBlock(id="2", title="B", minutes=60),
        ],
        True,
        "2 of 2 blocks have a time",
    ),
    ("prepare.ground_rules", [], False, "No ground rules yet"),
    ("prepare.ground_rules", [GroundRule(id="g", text="Phones away")], True, "1 ground rule"),
    ("future.scan", [], False, "No factors yet"),
    ("future.scan", [Factor(id="f", text="F")], False, "0 of 1 factors are rated"),
    ("future.statements", VISION[:2], False, "No statement yet on leadership style"),
    ("future.statements", VISION, False, "0 of 3 statements have an owner"),
    (
        "future.statements",
        [ANN, *(said(name, name, owner="ann") for name in DIMENSIONS)],
        True,
        "3 of 3 statements have an owner",
    ),
    ("future.measures", [], False, "No statements yet"),
    (
        "future.measures",
        [*VISION, Measure(id="m", name="M", statement="Strategy")],
        False,
        "1 of 3 statements have a measure",
    ),
    ("future.priorities", [], False, "Dots on 0 statements, 0 even-overs"),
    (
        "future.priorities",
        [said("1", "Strategy", dots=3), EvenOver(id="e", prefer="A", over="B")],
        True,
        "Dots on 1 statement, 1 even-over",
    ),
    ("future.agreement", [ROUND], False, "The room has not been asked yet"),
    ("future.agreement", [HILL, ANN, ROUND, VETO], False, "1 vote still needs a reason"),
    (
        "future.agreement",
        [
            ROUND,
            ANN,
            Participant(id="bo", name="Bo"),
            VETO,
            Ballot(id="b2", round="r", participant="bo", value=2),
        ],
        False,
        "2 votes still need a reason",
    ),
    (
        "future.agreement",
        [ANN, ROUND, VETO, Reservation(id="x", round="r", participant="ann", reason="Cost")],
        True,
        "1 question put to the room, every objection heard",
    ),
    ("gaps.capabilities", [], False, "No needs yet"),
    (
        "gaps.capabilities",
        [DATA, Need(id="n", capability="c")],
        False,
        "0 of 1 needs are tied to a statement or factor",
    ),
    (
        "gaps.capabilities",
        [DATA, VISION[0], Need(id="n", capability="c", because=("Strategy",))],
        False,
        "0 of 1 needs are rated",
    ),
    ("gaps.capabilities", [DATA, VISION[0], NEED], True, "1 of 1 needs are rated"),
    ("gaps.assets", [HILL, DATA, NEED], False, "0 of 1 needs have our level"),
    ("gaps.assets", [HILL, DATA, NEED, held(1)], True, "1 of 1 needs have our level"),
    ("gaps.map", [HILL, DATA, NEED, held(None)], False, "0 of 1 needs have a priority"),
    ("gaps.map", [HILL, DATA, NEED, held(1)], True, "1 of 1 needs have a priority"),
    ("gaps.sourcing", [HILL, DATA, NEED], False, "No gaps known yet"),
    ("gaps.sourcing", [HILL, DATA, NEED, held(4)], True, "No gap to close"),
    ("gaps.sourcing", [HILL, DATA, NEED, held(1)], False, "0 of 1 gaps have a way chosen"),
    (
        "gaps.sourcing",
        [HILL, DATA, NEED, held(1), Sourcing(id="s", need="n", chosen="build")],
        True,
        "1 of 1 gaps have a way chosen",
    ),
    ("partners.network", [HILL, DALE], False, "No ties yet"),
    (
        "partners.network",
        [
            *(HILL, DALE, Organization(id="far", name="Far")),
            Tie(id="t", source="hill", target="dale", relation="Contract"),
        ],
        True,
        "2 of 3 organizations are connected",
    ),
    ("partners.candidates", [HILL, DALE], False, "No candidates yet"),
    (
        "partners.candidates",
        [HILL, DALE, ASKED],
        False,
        "0 of 1 have told what they want, need and hold",
    ),
    (
        "partners.candidates",
        [
            *(HILL, DALE, ASKED, DATA),
            Aspiration(id="w", organization="dale", text="Grow"),
            PartnerNeed(id="pn", organization="dale", capability="c"),
            Asset(id="pa", organization="dale", capability="c"),
        ],
        True,
        "1 of 1 have told what they want, need and hold",
    ),
    ("partners.changes", [HILL, DALE], False, "No changes yet"),
    ("partners.changes", [HILL, a_change()], False, "0 of 1 changes are rated and have an owner"),
    (
        "partners.changes",
        [HILL, ANN, a_change(magnitude=1, willingness=2, capacity=3, owner="ann", due=TODAY)],
        True,
        "1 of 1 changes are rated and have an owner",
    ),
    ("partners.red_flags", [HILL, DALE], False, "No red flag is written down"),
    (
        "partners.red_flags",
        [DALE, RedFlag(id="rf", organization="dale", kind="no_exit", evidence="Said so")],
        False,
        "0 of 1 red flags have evidence and a way to settle them",
    ),
    (
        "partners.red_flags",
        [DALE, RedFlag(id="rf", organization="dale", kind="no_exit", evidence="A", resolution="B")],
        True,
        "1 of 1 red flags have evidence and a way to settle them",
    ),
    ("deal.vision", [], False, "No statements yet"),
    (
        "deal.vision",
        VISION,
        False,
        "A clear statement is missing in strategy for both sides, culture for both sides "
        "and leadership style for both sides",
    ),
    ("deal.ledger", [], False, "Nothing is given or gained yet"),
    ("deal.ledger", [HILL, SEAT], False, "0 of 1 organizations have named all four sides"),
    ("deal.ledger", [HILL, *LEDGER], True, "1 of 1 organizations have named all four sides"),
    ("deal.agreement", [], False, "0 of 7 parts are settled"),
    ("deal.agreement", SETTLED, False, "Every part is settled, no clause is written"),
    ("deal.agreement", [*SETTLED, CLAUSE], False, "4 hard questions without an answer"),
    (
        "deal.agreement",
        [*SETTLED, CLAUSE, *(StressAnswer(id=q, question=q, clauses=("cl",)) for q in CARDS)],
        True,
        "Every part is settled, in 1 clause",
    ),
    ("deal.packages", [], False, "No terms yet"),
    ("deal.packages", [Term(id="t", name="Seats")], False, "1 term, no package agreed"),
    (
        "deal.packages",
        [Term(id="t", name="Seats"), Package(id="p", name="Package 3", status="agreed")],
        True,
        "Package 3 is agreed",
    ),
    (
        "deal.savings",
        [],
        False,
        "There is no rule for the split yet; write it under How it is shared",
    ),
    ("deal.readiness", [], False, "The gate is shut: 14 conditions do not hold"),
    ("deal.readiness", [Struck(id="s")], True, "The deal is struck"),
    ("summary.thread", [], False, "No statements yet"),
    ("summary.thread", VISION[:1], False, "1 end hangs loose"),
    (
        "summary.thread",
        [HILL, DATA, VISION[0], NEED, held(4)],
        True,
        "Nothing hangs loose",
    ),
    ("partners.fit", [DALE], False, "None is marked as ours"),
    ("partners.fit", [HILL, DALE], False, "No candidates yet"),
    ("partners.fit", [HILL, DALE, ASKED], False, "0 of 1 candidates are rated in every part"),
    ("partners.sets", [HILL, DALE, ASKED], False, "No set yet"),
    (
        "partners.sets",
        [HILL, DALE, ASKED, ChosenSet(id=CHOSEN_SET_ID, members=("dale",))],
        True,
        "1 partner chosen",
    ),
    ("summary.commitments", [], False, "Nothing decided yet"),
    ("summary.commitments", [an_action()], False, "1 action lacks an owner or a date"),
    (
        "summary.commitments",
        [an_action(), Action(id="a2", text="Write", due=TODAY)],
        False,
        "2 actions lack an owner or a date",
    ),
    (
        "summary.commitments",
        [Decision(id="d", text="Go"), ParkingItem(id="p", text="Later")],
        False,
        "1 topic still parked",
    ),
    (
        "summary.commitments",
        [
            ANN,
            an_action(owner="ann", due=TODAY),
            Decision(id="d", text="Go"),
            ParkingItem(id="p", text="Later", settled=True),
        ],
        True,
        "1 decision, 1 action with owner and date",
    ),
    ("summary.pdf", [], False, "Nothing to hand out yet"),
    ("summary.pdf", [*VISION, ANN, ROUND, VETO], False, "1 vote still needs a reason"),
    (
        "summary.pdf",
        [*VISION, ANN, ROUND, Ballot(id="b", round="r", participant="ann", value=5)],
        True,
        "Ready to hand out",
    ),
    ("life.pulse", [], False, "Not built yet"),
]


@pytest.mark.parametrize(("key", "records", "is_done", "sentence"), CASES)
def test_a_step_says_how_far_it_is(
    key: str, records: list[Record], is_done: bool, sentence: str
) -> None:
    assert done(Workshop(records), key) == (is_done, sentence)


def test_every_built_step_can_be_done_and_undone() -> None:
    built = {key for key, step in STEPS.items() if step.built}
    undone = {key for key, _, is_done, _ in CASES if not is_done}
    assert built <= undone
    assert all(done(Workshop(), key).sentence for key in STEPS)
    assert not any(done(Workshop(), key).is_done for key in STEPS)


def test_a_stage_counts_its_steps() -> None:
    prepare, *_, life, _ = PATH
    assert stage_done(Workshop([DETAILS, HILL]), prepare) == (False, "2 of 5 steps done")
    assert stage_done(Workshop(), life) == (False, "Not built yet")


def test_an_unknown_step_is_an_error() -> None:
    with pytest.raises(KeyError):
        done(Workshop(), "nowhere")
