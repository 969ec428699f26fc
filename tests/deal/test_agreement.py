# SPDX-License-Identifier: MIT
"""Ledger, roles, rights, clauses, stress cards and reservations say what is there and what is not."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.audience import public_view, shown_view
from workshop.deal.agreement_text import draft, draft_all, stale
from workshop.deal.balance import balances
from workshop.deal.conditions import measured_by
from workshop.deal.gate import amendments, gate, override, strike
from workshop.deal.ledger import accounts, balance_sentences, tangible
from workshop.deal.money_records import SavingsModel, Scenario, SplitRule
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
from workshop.deal.parties import name_of, parties
from workshop.deal.power import power, power_sentence
from workshop.deal.proportions import proportions
from workshop.deal.raci import raci
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
)
from workshop.deal.reservations import (
    kept_reservations,
    settle,
    turn_into_clause,
    votes_without_reason,
)
from workshop.deal.shared_vision import shared_vision
from workshop.deal.stress import CARDS, answer, cards
from workshop.deal.term_records import Package, Term, TermOption
from workshop.document import Document
from workshop.edits import add, change, remove
from workshop.future_state.records import Measure, Statement
from workshop.interchange.templates import sample
from workshop.kinds import KINDS
from workshop.partners.records import RedFlag
from workshop.path.stages import STEPS
from workshop.prepare.records import Organization, Participant
from workshop.record import Record, RuleError
from workshop.room.records import AgreementRound, Ballot, Reservation
from workshop.state import Workshop
from workshop.thread import thread

HILL = Organization(id="hill", name="Hill", ours=True)
DALE = Organization(id="dale", name="Dale")
FEN = Organization(id="fen", name="Fen")


def _item(id: str, owner: str, kind: str, **more: object) -> LedgerItem:
    return LedgerItem(id=id, organization=owner, kind=kind, text=f"{kind} {id}", **more)  # type: ignore[arg-type]  # by name


def test_parties_are_those_of_the_ledger_else_those_at_the_table() -> None:
    apart = Organization(id="out", name="Apart", at_table=False)
    workshop = Workshop([DALE, HILL, apart])
    assert parties(workshop) == [HILL, DALE]
    assert parties(workshop.put([_item("1", "out", "gives_up")])) == [apart]
    assert name_of(workshop, None) == "nobody yet"


def test_the_ledger_says_what_is_not_named_and_what_the_trade_is_worth() -> None:
    kinds = ("gives_up", "brings_strength", "brings_weakness")
    workshop = Workshop([HILL, DALE, *(_item(kind, "hill", kind) for kind in kinds)])
    found = accounts(workshop)
    assert found[0].sentence == "Hill has not named yet what it gains."
    assert found[0].net is None
    gain = _item("g", "hill", "gets_benefit")
    workshop = workshop.put([gain, _item("d", "dale", "gives_up")])
    assert accounts(workshop)[0].sentence.startswith("None of the gains of Hill can be counted")
    assert "brings as strength, brings as weakness or gains" in accounts(workshop)[1].sentence
    counted = msgspec.structs.replace(gain, base=100_00, probability=0.5, when=date(2028, 1, 1))
    give = _item("gives_up", "hill", "gives_up", base=20_00)
    workshop = workshop.put([counted, give])
    assert accounts(workshop)[0].sentence == "Hill has named all four sides."
    assert accounts(workshop)[0].net == 30_00
    assert accounts(workshop, date(2027, 1, 1))[0].net == pytest.approx(27_62, abs=2)
    measured = msgspec.structs.replace(gain, concerns=("m",))
    assert tangible(workshop.put([Measure(id="m", name="M", statement="s")]), measured)
    with pytest.raises(RuleError, match="must rise from low"):
        _item("x", "hill", "gives_up", low=5, base=3)


SCORES: dict[str, tuple[int, ...]] = {
    "hill": (5, 1, 4, 1),
    "dale": (1, 5, 4, 2),
    "fen": (3, 3, 3, 3),
}


def _scored(scores: dict[str, tuple[int, ...]]) -> Workshop:
    items = [
        _item("a", "hill", "gives_up"), _item("b", "hill", "gets_benefit"),
        _item("c", "dale", "gives_up"), _item("d", "dale", "gets_benefit"),
    ]  # fmt: skip
    sealed = [
        SealedScore(id=f"{who}-{item.id}", organization=who, item=item.id, score=score)
        for who, own in scores.items()
        for item, score in zip(items, own, strict=False)
    ]
    return Workshop([HILL, DALE, FEN, *items, *sealed])


def test_the_room_sees_the_balance_and_no_score() -> None:
    workshop = _scored(SCORES)
    said = balance_sentences(workshop)
    assert "By its own scores Hill gives much more than it gains." in said
    assert "By its own scores Dale gives much more than it gains." in said
    assert "“gives_up a” weighs more for Hill than for others." in said
    assert "“gets_benefit b” weighs less for Hill than for others." in said
    view = public_view(workshop)
    assert not view.of(SealedScore)
    assert balance_sentences(view) == said
    assert public_view(view) == view
    assert {each.tilt for each in balances(workshop)} == {"gives_much_more", None}


@given(
    st.dictionaries(
        st.sampled_from(["hill", "dale", "fen"]), st.tuples(*[st.integers(1, 5)] * 4), min_size=1
    )
)
def test_no_sealed_record_and_no_score_is_in_the_public_view(
    scores: dict[str, tuple[int, ...]],
) -> None:
    view = public_view(_scored(scores))
    assert not [kind for kind in view.kinds() if kind.sealed]
    text = b"".join(msgspec.json.encode(each) for each in view.records()).decode()
    assert "score" not in text
    assert all(not char.isdigit() for char in text)


def test_whoever_scored_little_shows_nothing() -> None:
    assert balances(_scored({"hill": (5, 1)})) == []
    assert balances(Workshop([HILL, Balance(id="b", organization="hill", tilt="even")]))


def test_sealed_kinds_are_those_that_hold_values() -> None:
    names = {kind.__name__ for kind in KINDS if kind.sealed}
    assert names == {"SealedScore", "WalkAway", "TermWeight", "OptionValue"}


def test_roles_are_checked_for_one_accountable_and_for_overload() -> None:
    activities = [Activity(id=f"a{n}", name=f"Work {n}") for n in range(3)]
    roles = [
        Role(id="1", activity="a0", organization="dale", part="accountable"),
        Role(id="2", activity="a0", organization="hill", part="accountable"),
        Role(id="3", activity="a1", organization="hill", part="accountable"),
        Role(id="4", activity="a1", organization="hill", part="responsible"),
        Role(id="5", activity="a2", organization="hill", part="responsible"),
        Role(id="6", activity="a2", organization="out", part="informed"),
    ]
    out = Organization(id="out", name="Out", at_table=False)
    found = raci(Workshop([HILL, DALE, FEN, out, *activities, *roles]))
    said = [sentence for _, sentence in found.problems]
    assert said == [
        "2 are accountable for “Work 0”; name exactly one.",
        "Nobody is responsible for “Work 0”; name who does the work.",
        "Nobody is accountable for “Work 2”; name exactly one.",
        "Hill is responsible in 2 of 3 activities (67%); share some.",
        "Fen has no part in any activity.",
    ]
    assert found.letters["a1", "hill"] == "RA"
    assert out in found.organizations
    assert raci(Workshop([HILL, activities[0]])).problems


def test_power_counts_decisions_and_half_vetoes() -> None:
    assert power_sentence(power(Workshop())) == "Nothing says yet who decides what"
    rights = [DecisionRight(id="b", name="Budget", weight=3), DecisionRight(id="d", name="Data")]
    bare = Workshop([HILL, DALE, *rights])
    assert power_sentence(power(bare)) == "Nobody has a say in any decision yet"
    assert power(bare).undecided == tuple(rights)
    says = [
        PartyRight(id="1", decision="b", organization="hill", right="decides", seats=5),
        PartyRight(id="2", decision="d", organization="dale", right="decides"),
        PartyRight(id="3", decision="b", organization="dale", right="veto", seats=2),
        PartyRight(id="4", decision="d", organization="hill"),
    ]
    found = power(bare.put(says))
    assert found.weight == {"hill": 3.0, "dale": 2.5}
    assert found.balance == pytest.approx(1 - 0.5 / 5.5)
    assert found.seats == {"hill": 5, "dale": 2}
    assert power_sentence(found) == "Hill has 55% of the say; balance of power 0.91 of 1"
    even = bare.put([says[1], PartyRight(id="5", decision="b", organization="hill", right="veto")])
    even = change(even, DecisionRight, "b", weight=2)
    assert power_sentence(power(even)) == "Every party has the same say"
    far = Organization(id="far", name="Far", at_table=False)
    say = PartyRight(id="6", decision="b", organization="far", right="decides")
    assert power(bare.put([far, say])).organizations == (HILL, DALE, far)


def test_clauses_are_drafted_from_records_and_never_overwrite_people() -> None:
    workshop = draft_all(sample())
    assert draft_all(workshop) == workshop
    assert stale(workshop) == []
    clause = next(c for c in workshop.all(Clause) if c.source == "goal-01")
    assert clause.text == (
        "Fewer 30-day readmissions: from 18% to 12% by December 2028. It is measured by Rural Trust "
        "quality office. If missed: The care pathway is reopened within a month."
    )
    own = change(workshop, Clause, clause.id, edited="In our words.")
    own = change(own, Goal, "goal-01", who_measures="Somebody else")
    assert [each.id for each in stale(own)] == [clause.id]
    assert draft_all(own).get(Clause, clause.id).text == "In our words."


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Activity(id="x", name="X"), "Who does it is still open."),
        (SharedResource(id="x", name="X"), "nobody yet lets all use X."),
        (SharedResource(id="x", name="X", amount=2.0, unit="rooms"), "nobody yet lets all use X (2 rooms)."),
        (Goal(id="x", name="X"), "X. It is measured by nobody yet."),
        (Goal(id="x", name="X", measure="m1"), "X: to 4 homes. It is measured by nobody yet."),
        (Goal(id="x", name="X", measure="m2"), "X: held at 4%. It is measured by nobody yet."),
        (DecisionRight(id="x", name="X"), "Who decides is still open."),
        (ConflictPath(id="x", name="X"), "The steps are still open."),
        (ExitPlan(id="x", name="X"), "Each of us may leave; the notice is still open."),
        (ExitPlan(id="x", name="X", organization="hill", notice_days=1), "Hill may leave with 1 day of notice."),
        (SplitRule(id="x", name="X"), "The pool is shared by the agreed mix."),
        (SplitRule(id="x", name="X", partner="dale", partner_share=0.2, partner_base="gross"),
         "Dale gets 20% of the whole and bears 0% of a loss. The pool is shared by the agreed mix."),
        (Package(id="x", name="X", options=("o",)), "Length: long."),
        (Package(id="x", name="X"), "Still open."),
        (LedgerItem(id="x", organization="hill", kind="gives_up", text="a seat", base=500, when=date(2028, 1, 1)),
         "Hill gives up from January 2028: a seat, worth 5."),
    ],
)  # fmt: skip
def test_a_draft_says_what_is_open(record: Record, text: str) -> None:
    measures = [
        Measure(id="m1", name="M", statement="s", unit="homes", target=4),
        Measure(id="m2", name="N", statement="s", unit="%", target=4, direction="hold"),
    ]
    terms = [Term(id="t", name="Length"), TermOption(id="o", term="t", text="long")]
    workshop = Workshop([HILL, DALE, *measures, *terms, record])
    assert draft(workshop, record)[1].casefold() == text.casefold()


def test_only_agreed_packages_become_clauses() -> None:
    package = Package(id="x", name="X", status="agreed")
    workshop = Workshop([package, Package(id="y", name="Y")])
    assert [each.source for each in draft_all(workshop).all(Clause)] == ["x"]


def test_stress_cards_are_answered_by_clauses_with_words() -> None:
    workshop = Workshop([Clause(id="c", subject="S", drafted="It says so.")])
    assert [card.answered for card in cards(workshop)] == [False] * len(CARDS)
    workshop = answer(workshop, CARDS[0], ("c",))
    workshop = answer(workshop, CARDS[0], ("c",), "Read aloud")
    workshop = answer(workshop, "What if it rains?", ())
    found = cards(workshop)
    assert [card.answered for card in found] == [True, False, False, False, False]
    assert found[-1].question == "What if it rains?"
    assert len(workshop.of(StressAnswer)) == 2


def test_every_reservation_becomes_something() -> None:
    workshop = Workshop(
        [
            HILL, Participant(id="ann", name="Ann", organization="hill"),
            AgreementRound(id="r", question="Q"), Ballot(id="b", round="r", participant="ann", value=1),
            Reservation(id="v", round="r", reason="Too fast", condition="A year more"),
        ]
    )  # fmt: skip
    assert votes_without_reason(workshop.without(Reservation, ["v"])) == 1
    assert votes_without_reason(workshop) == 0

    def lacking(of: Workshop) -> str:
        return kept_reservations(of)[0].lacking

    assert lacking(workshop) == "Nothing has come of it yet."
    assert lacking(settle(workshop, "v", "clause")) == "The clause is still to be written."
    done = turn_into_clause(workshop, "v", "Pace")
    assert kept_reservations(done)[0].settled
    assert done.all(Clause)[0].text == "A year more"
    risk = settle(done, "v", "accepted_risk", clause=None)
    assert lacking(risk) == "It does not say what the risk or follow-up is."
    risk = settle(risk, "v", "accepted_risk", text="We may be late")
    assert lacking(risk) == "Nobody owns it yet."
    risk = settle(risk, "v", "accepted_risk", owner="ann")
    assert not lacking(risk)
    assert lacking(settle(risk, "v", "follow_up")) == "It has no date yet."
    assert not lacking(settle(risk, "v", "follow_up", due=date(2028, 1, 1)))
    assert kept_reservations(change(workshop, Reservation, "v", status="withdrawn"))[0].settled
    outcome = done.all(ReservationOutcome)[0].id
    with pytest.raises(RuleError, match="stays on record"):
        Document(done).apply(lambda w: w.without(ReservationOutcome, [outcome]), "Remove")


def test_success_is_set_side_by_side() -> None:
    def one(id: str, dimension: str, whom: str) -> Statement:
        return Statement(id=id, dimension=dimension, text_to="T", for_whom=whom)  # type: ignore[arg-type]  # one of three

    def grow(id: str, statement: str, direction: str) -> Measure:
        return Measure(id=id, name="Beds", statement=statement, direction=direction)  # type: ignore[arg-type]  # as above

    workshop = Workshop(
        [
            one("1", "Strategy", "us"), one("2", "Strategy", "them"), one("3", "Culture", "us"),
            one("4", "Values", "us"), one("5", "Values", "them"), one("6", "Quality", "joint"),
            grow("m1", "1", "up"), grow("m2", "2", "down"),
        ]
    )  # fmt: skip
    found = shared_vision(workshop)
    relations = {side.dimension: side.relation for side in found.sides}
    assert relations == {
        "Strategy": "conflict",
        "Culture": "one side",
        "Values": "apart",
        "Quality": "overlap",
    }
    assert "1 dimension pulls in two directions." in found.sentence
    assert "In 1 dimension only one side has spoken." in found.sentence
    agreed = change(workshop, Measure, "m2", direction="up")
    assert shared_vision(agreed).sides[0].relation == "overlap"
    assert shared_vision(Workshop()).sides == ()


def test_proportions_say_where_money_and_say_disagree() -> None:
    found = proportions(sample()).proportions
    assert [each.sentence for each in found][:2] == [
        "Cedar Valley ACO has 44% of the decisions and 29% of the money.",
        "For HomeBridge the parts agree.",
    ]
    little = proportions(Workshop([HILL, _item("1", "hill", "gives_up", weight=3)])).proportions[0]
    assert little.sentence == "Of Hill too little is known to compare."
    assert (little.money, little.contributions) == (None, 1.0)
    nothing = proportions(Workshop([HILL, _item("1", "hill", "gets_benefit")])).proportions[0]
    assert nothing.contributions is None
    assert gate(sample()).open is False


def _open(workshop: Workshop) -> Workshop:
    """Close what the sample leaves open."""
    workshop = change(workshop, SplitRule, "split-01", accepted=True)
    return settle(
        workshop, "reservation-07", "accepted_risk", text="Heavy", owner="person-04-abara"
    )


def _holds(workshop: Workshop, key: str) -> tuple[bool, str]:
    found = next(each for each in gate(workshop).conditions if each.key == key)
    return found.holds, found.sentence


NORTHLIGHT = "org-02-northlight"
SETTLED = RedFlag(id="e", organization=NORTHLIGHT, kind="avoiding_change", settled=True)
HARD = RedFlag(id="f", organization=NORTHLIGHT, kind="other", severity="hard")


def test_the_gate_is_open_when_all_holds() -> None:
    found = gate(_open(sample()).put([SETTLED]))
    assert found.open
    assert found.sentence == "The gate is open: all fifteen conditions hold."
    assert len(found.conditions) == 15


def test_a_computed_hard_flag_shuts_the_gate_like_a_stated_one() -> None:
    flag = next(each for each in gate(sample()).conditions if each.key == "G12")
    assert not flag.holds
    assert "avoids change. Northlight Data is only 25% ready" in flag.sentence
    assert flag.record == NORTHLIGHT
    assert flag.passed
    assert not _holds(sample().put([SETTLED, HARD]), "G12")[0]
    ours = RedFlag(id="g", organization="org-01-cedar-valley", kind="other", severity="hard")
    assert "about Cedar Valley ACO" in _holds(sample().put([SETTLED, ours]), "G12")[1]
    elsewhere = RedFlag(id="h", organization="org-14-summit", kind="other", severity="hard")
    assert _holds(sample().put([SETTLED, elsewhere]), "G12")[0]
    nobody_ours = Workshop([DALE, _item("1", "dale", "gives_up")])
    assert _holds(nobody_ours, "G12")[0]


def test_a_private_record_neither_changes_the_verdict_that_is_shown_nor_is_told() -> None:
    whole = _open(sample()).put([SETTLED])
    whole = change(whole, Clause, "clause-01", audience="facilitator")
    hidden = change(whole, ConflictPath, "conflict-path-01", audience="facilitator")
    assert not gate(public_view(hidden)).open
    shown = gate(shown_view(hidden))
    assert shown.open
    assert next(c.sentence for c in shown.conditions if c.key == "G13") == "It holds."
    whole = whole.without(GateOverride, ["override-01"])
    secret = msgspec.structs.replace(HARD, audience="facilitator", evidence="Nobody may know")
    shut = gate(shown_view(whole.put([secret])))
    assert not shut.open
    assert gate(public_view(whole.put([secret]))).open
    flag = next(each for each in shut.conditions if each.key == "G12")
    assert flag.sentence == "It does not hold; why is not for everybody."
    assert not flag.record
    unsaid = override(whole.put([secret]), "G12", "Ann", "Secretly")
    unsaid = change(unsaid, GateOverride, unsaid.all(GateOverride)[-1].id, audience="facilitator")
    assert not gate(unsaid).open
    assert not gate(shown_view(unsaid)).open
    view = shown_view(hidden)
    assert shown_view(view) == view
    assert shown_view(Workshop([HILL])) == Workshop([HILL])


@pytest.mark.parametrize(
    ("key", "edit", "sentence"),
    [
        ("G1", lambda w: w.without(Statement, list(w.of(Statement))), "A clear statement is missing"),
        ("G2", lambda w: w.without(LedgerItem, ["ledger-11"]), "Not named: what HomeBridge gives up."),
        ("G2", lambda w: w.without(LedgerItem, list(w.of(LedgerItem))), "The ledger is empty."),
        ("G3", lambda w: w.without(LedgerItem, ["ledger-12", "ledger-17"]), "what HomeBridge brings as strength and what Rural Trust brings as weakness"),
        ("G4", lambda w: w.without(LedgerItem, ["ledger-14"]), "No gain that can be counted for HomeBridge."),
        ("G4", lambda w: Workshop(), "for anybody"),
        ("G5", lambda w: w.without(Activity, list(w.of(Activity))), "No activity is named."),
        ("G5", lambda w: w.put([Activity(id="zz", name="New")]), "Nobody is accountable for “New”"),
        ("G6", lambda w: w.without(SharedResource, list(w.of(SharedResource))), "Nothing says which"),
        ("G6", lambda w: w.put([SharedResource(id="zz", name="Van")]), "“Van” lacks who lends"),
        ("G7", lambda w: w.without(Goal, list(w.of(Goal))), "No performance goal"),
        ("G7", lambda w: w.put([Goal(id="zz", name="Joy")]), "The goal “Joy” has no measure."),
        ("G8", lambda w: w.without(Goal, list(w.of(Goal))), "No goal yet."),
        ("G8", lambda w: w.put([Goal(id="zz", name="Joy")]), "Nobody measures the goal “Joy”"),
        ("G9", lambda w: w.without(ExitPlan, ["exit-01"]), "There is no way out yet."),
        ("G9", lambda w: w.put([ExitPlan(id="zz", name="us")]), "lacks the notice, what opens it, who keeps the data, how to wind down and what to do"),
        ("G10", lambda w: remove(w, DecisionRight, list(w.of(DecisionRight))), "Nothing says who decides"),
        ("G10", lambda w: w.put([DecisionRight(id="zz", name="Name")]), "Nobody decides on “Name”."),
        ("G11", lambda w: w.without(SavingsModel, ["savings-01"]), "no model of gains"),
        ("G11", lambda w: change(w, Scenario, "scenario-01", rate=0.0), "No scenario is a bad year"),
        ("G12", lambda w: w.put([HARD]), "A hard red flag about Northlight Data is open: another warning."),
        ("G13", lambda w: w.without(ConflictPath, ["conflict-path-01"]), "No path for conflicts"),
        ("G14", lambda w: w.without(ManagementPlan, ["management-01"]), "Nobody has hours or money"),
        ("G14", lambda w: change(w, ManagementPlan, "management-01", reviews=()), "Nobody has hours"),
        ("G15", lambda w: w.without(AgreementRound, ["round-04-deal"]), "has not been asked"),
        ("G15", lambda w: w.put([Ballot(id="zz", round="round-04-deal", participant="person-10-hale", value=0)]), "1 vote below support lacks a reason"),
    ],
)  # fmt: skip
def test_a_condition_that_does_not_hold_says_what_to_do(
    key: str, edit: object, sentence: str
) -> None:
    workshop = _open(sample()).put([SETTLED]).without(GateOverride, ["override-01"])
    holds, said = _holds(edit(workshop), key)  # type: ignore[operator]  # a function of the workshop
    assert not holds
    assert sentence in said


def test_a_shut_gate_opens_by_name_and_reason_only_and_the_deal_is_struck() -> None:
    at = datetime(2027, 5, 1, tzinfo=UTC)
    with pytest.raises(RuleError, match="2 conditions do not hold"):
        strike(sample(), at)
    workshop = override(sample(), "G11", "Ann", "In May.")
    with pytest.raises(RuleError, match="1 condition does not hold"):
        strike(workshop, at)
    workshop = override(workshop, "G15", "Ann", "Later.")
    workshop = override(workshop, "G15", "Bo", "Known to all.")
    assert gate(workshop).sentence == "The gate is open, by word of Ann, Bo and Dr. Anne Whitfield."
    struck = strike(workshop, at, "So be it.").all(Struck)[0]
    assert struck.open_conditions == ("G11", "G12", "G15")
    with pytest.raises(RuleError, match="no condition 'G99'"):
        override(workshop, "G99", "Ann", "x")
    with pytest.raises(RuleError, match="needs a reason"):
        override(workshop, "G11", "Ann", " ")


def test_what_changes_after_the_deal_is_struck_is_an_amendment() -> None:
    document = Document(_open(sample()))
    assert amendments(document.history.log) is None
    document.apply(lambda w: change(w, Clause, "clause-01", edited="Before"), "Edit")
    document.apply(lambda w: strike(w, datetime(2027, 5, 1, tzinfo=UTC)), "Strike")
    document.apply(lambda w: change(w, Organization, "org-03-homebridge", size=1), "Size")
    document.apply(lambda w: change(w, Clause, "clause-01", edited="After"), "Amend")
    found = amendments(document.history.log)
    assert found is not None
    assert [step.label for step in found] == ["Amend"]
    for _ in range(3):
        document.undo()
    assert amendments(document.history.log) is None


def test_who_measures_is_found_on_the_goal_or_its_measure() -> None:
    measure = Measure(id="m", name="M", statement="s", who_measures="Office")
    workshop = Workshop([HILL, measure])
    assert measured_by(workshop, Goal(id="g", name="G", measure="m")) == "Office"
    assert measured_by(workshop, Goal(id="g", name="G", measurer="hill")) == "Hill"
    assert measured_by(workshop, Goal(id="g", name="G")) == ""


def test_the_thread_runs_from_statement_to_exit_and_names_loose_ends() -> None:
    found = thread(sample())
    assert found.sentence == (
        "3 of 13 statements are followed through to a way out; 5 ends hang loose."
    )
    assert {strand.breaks_at for strand in found.strands} == {"", "need", "ledger", "goal"}
    assert thread(Workshop()).sentence.startswith("There is no statement yet")
    workshop = Workshop(
        [
            HILL, Statement(id="s", dimension="D", text_to="T"), _item("1", "hill", "gives_up"),
            Clause(id="c", subject="C"), Goal(id="g", name="G"),
        ]
    )  # fmt: skip
    said = [each.sentence for each in thread(workshop).loose]
    assert "Hill gives up “gives_up 1” and gains nothing" in said
    assert "The clause “C” has no owner" in said
    assert "Nobody measures the goal “G”" in said
    assert "There is no way out yet" in said
    workshop = add(
        workshop, ExitPlan(id="e", name="us"), ExitTrigger(id="t", plan="e", text="x", goals=("g",))
    )
    assert "The exit “us” has no notice" in [each.sentence for each in thread(workshop).loose]
    assert thread(Workshop([Statement(id="s", dimension="D", text_to="T")])).sentence.endswith(
        "1 end hangs loose."
    )


def test_a_need_nobody_meets_hangs_loose() -> None:
    from workshop.gaps.records import Asset

    workshop = sample()
    workshop = workshop.without(Asset, list(workshop.of(Asset)))
    assert any("Nobody in the network meets" in each.sentence for each in thread(workshop).loose)


def test_every_shut_condition_leads_to_where_it_opens() -> None:
    nothing = {each.key: each for each in gate(Workshop()).conditions if not each.holds}
    assert {each.step for each in nothing.values()} <= set(STEPS)
    assert (nothing["G11"].step, nothing["G11"].record) == ("deal.savings", "split")
    assert (nothing["G15"].step, nothing["G15"].record) == ("future.agreement", "")
    assert nothing["G8"].kind == "goal"
    no_model = sample().without(SavingsModel, ["savings-01"])
    found = next(each for each in gate(no_model).conditions if each.key == "G11")
    assert (found.step, found.record) == ("deal.savings", "scenarios")
    ballot = Ballot(id="zz", round="round-04-deal", participant="person-10-hale", value=0)
    owing = next(e for e in gate(_open(sample()).put([ballot])).conditions if e.key == "G15")
    assert (owing.step, owing.record) == ("future.agreement", "round-04-deal")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Scenario(id="x", name="Miracle", rate=1.5),
         "“Miracle” saves more than all spending, so spending would be negative; enter 100% at most."),
        (lambda: SavingsModel(id="x", name="M", benchmark=-1),
         "Expected spending must not be negative or beyond ten trillion; enter the amount without a sign."),
        (lambda: SplitRule(id="x", name="S", reserve=0.7, reinvest=0.4),
         "Reserve and reinvestment together take more than all; lower one of them."),
    ],
)  # fmt: skip
def test_bad_figures_are_refused_in_a_sentence_that_says_what_to_do(
    make: Callable[[], Record], sentence: str
) -> None:
    with pytest.raises(RuleError) as refused:
        make()
    assert str(refused.value) == sentence


def test_of_many_lacking_only_the_first_are_named() -> None:
    many = [
        Organization(id=f"o{n}", name=f"Member {n}", ours=n == 0, at_table=True) for n in range(6)
    ]
    items = [_item(f"i{n}", f"o{n}", "gets_benefit") for n in range(6)]
    holds, said = _holds(Workshop([*many, *items]), "G2")
    assert not holds
    assert said == (
        "Not named: what Member 0 gives up, what Member 1 gives up, what Member 2 gives up "
        "and 3 more."
    )
