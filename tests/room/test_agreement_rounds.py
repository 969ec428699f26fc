# SPDX-License-Identifier: MIT
"""Asking the room: votes keyed in any way, what they amount to, and who still owes a reason."""

from functools import partial

import pytest

from workshop.document import Document
from workshop.edits import add, remove
from workshop.prepare.records import Organization, Participant
from workshop.record import RuleError
from workshop.room.agreement import (
    agreement,
    consensus,
    figures,
    latest_rounds,
    outcome,
)
from workshop.room.edits import (
    ask_again,
    cast_ballot,
    clear_ballot,
    record_reservation,
    set_tally,
)
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.room.scales import FIST_TO_FIVE, GRADIENTS, SCALES
from workshop.room.votes import votes_needing_reason
from workshop.state import Workshop


def a_room() -> Workshop:
    """Two organizations with two voters each, one voter without, one guest; round "r" is open."""
    return Workshop(
        [
            Organization(id="hill", name="Hill", ours=True),
            Organization(id="dale", name="Dale"),
            Participant(id="ann", name="Ann", organization="hill"),
            Participant(id="bo", name="Bo", organization="hill"),
            Participant(id="cy", name="Cy", organization="dale"),
            Participant(id="di", name="Di", organization="dale"),
            Participant(id="eve", name="Eve"),
            Participant(id="guest", name="Guest", organization="dale", votes=False),
            AgreementRound(id="r", question="We ally for data."),
        ]
    )


def cast(workshop: Workshop, **values: int) -> Workshop:
    for person, value in values.items():
        workshop = cast_ballot(workshop, "r", person, value)
    return workshop


def test_fist_to_five_oracle() -> None:
    found = figures(FIST_TO_FIVE, [5, 4, 4, 3, 3, 2, 5, 1])
    assert (found.mean, found.median, found.least, found.support) == (3.375, 3.5, 1, 0.75)
    assert found.consensus == pytest.approx(0.6078, abs=5e-5)
    assert outcome(FIST_TO_FIVE, found.counts) == "hear_concerns"
    assert figures(FIST_TO_FIVE, [4] * 5).consensus == pytest.approx(1)
    assert figures(FIST_TO_FIVE, [0, 0, 5, 5]).consensus == pytest.approx(0)
    assert consensus(FIST_TO_FIVE.values, (0,) * 6) is None


def test_gradients_oracle() -> None:
    found = figures(GRADIENTS, [1, 1, 2, 2, 3, 4, 5, 6, 7, 1])
    assert found.support == pytest.approx(0.7)
    assert found.least == 7
    assert found.consensus == pytest.approx(0.5312, abs=5e-5)
    assert outcome(GRADIENTS, found.counts) == "more_discussion"


@pytest.mark.parametrize(
    ("scale", "cast", "expected"),
    [
        (FIST_TO_FIVE, [3, 3, 5], "consensus"),
        (FIST_TO_FIVE, [5, 5, 1], "hear_concerns"),
        (FIST_TO_FIVE, [5, 5, 5, 0], "blocked"),
        (FIST_TO_FIVE, [], None),
        (GRADIENTS, [1, 1, 1, 8], "blocked"),
        (GRADIENTS, [1] * 9 + [7], "enthusiastic"),
        (GRADIENTS, [1] * 8 + [7], "more_discussion"),
        (GRADIENTS, [1, 2, 3, 4], "enthusiastic"),
        (GRADIENTS, [1, 3, 4, 6], "lukewarm"),
        (GRADIENTS, [], None),
    ],
)
def test_outcome_follows_the_rule_of_its_scale(
    scale: object, cast: list[int], expected: str | None
) -> None:
    assert scale in (FIST_TO_FIVE, GRADIENTS)
    found = FIST_TO_FIVE if scale is FIST_TO_FIVE else GRADIENTS
    assert outcome(found, figures(found, cast).counts) == expected


def test_every_scale_names_each_value_once() -> None:
    for scale in SCALES.values():
        assert len(scale.values) == len(scale.choices)
        assert all(scale.choice(value).label for value in scale.values)


def test_ballots_are_counted_per_organization() -> None:
    found = agreement(cast(a_room(), ann=5, cy=1, eve=4), "r")
    assert found.answered == "3 of 5 answered"
    assert found.outcome == "hear_concerns"
    assert set(found.waiting) == {"bo", "di"}
    views = [(view.name, view.voters, view.figures.answered) for view in found.organizations]
    assert views == [("Dale", 2, 1), ("Hill", 2, 1), ("No organization", 1, 1)]
    assert found.organizations[0].figures.least == 1
    assert ("Votes", "1 × 1, 1 × 4, 1 × 5") in found.why.inputs


def test_a_round_without_votes_has_no_figures() -> None:
    found = agreement(a_room(), "r")
    assert found.answered == "0 of 5 answered"
    assert found.outcome is None
    assert found.figures.mean is None
    assert found.figures.consensus is None
    assert ("Votes", "none") in found.why.inputs
    assert ("Support", "unknown") in found.why.inputs


def test_ballots_win_over_the_tally_of_their_organization() -> None:
    workshop = cast(a_room(), ann=5)
    workshop = set_tally(workshop, "r", "hill", (2, 0, 0, 0, 0, 0))
    workshop = set_tally(workshop, "r", "dale", (0, 0, 0, 2, 0, 0))
    found = agreement(workshop, "r")
    assert found.figures.counts == (0, 0, 0, 2, 0, 1)
    assert found.passed_over == (
        "The count for Hill is not used because its ballots are keyed in one by one.",
    )
    assert set(found.waiting) == {"bo", "eve"}


def test_a_count_of_the_whole_room_stands_alone_or_not_at_all() -> None:
    workshop = set_tally(a_room(), "r", None, (0, 0, 0, 1, 3, 1))
    found = agreement(workshop, "r")
    assert (found.answered, found.waiting, found.passed_over) == ("5 of 5 answered", (), ())
    assert all(view.figures.answered == 0 for view in found.organizations)
    more = set_tally(workshop, "r", None, (0, 0, 0, 1, 3, 2))
    assert agreement(more, "r").answered == "6 answered"
    finer = agreement(cast(workshop, ann=2), "r")
    assert finer.figures.answered == 1
    assert "whole room" in finer.passed_over[0]


def test_ballots_off_the_scale_are_passed_over_in_words() -> None:
    workshop = cast(a_room(), ann=5).put([Ballot(id="b", round="r", participant="bo", value=8)])
    found = agreement(workshop, "r")
    assert found.figures.answered == 1
    assert found.passed_over == ("1 of 2 ballots are not on this scale.",)


def test_who_lost_the_vote_later_still_counts_in_the_round() -> None:
    workshop = cast(a_room(), ann=5)
    workshop = workshop.put([Participant(id="ann", name="Ann", organization="hill", votes=False)])
    assert agreement(workshop, "r").answered == "1 of 5 answered"


def test_a_vote_is_replaced_and_taken_back() -> None:
    workshop = cast(cast(a_room(), ann=5), ann=2)
    assert [ballot.value for ballot in workshop.all(Ballot)] == [2]
    cleared = clear_ballot(workshop, "r", "ann")
    assert not cleared.of(Ballot)
    assert clear_ballot(cleared, "r", "ann") is cleared


def test_votes_that_cannot_be_are_refused_in_words() -> None:
    workshop = a_room()
    with pytest.raises(RuleError, match="Guest has no vote"):
        cast(workshop, guest=3)
    with pytest.raises(RuleError, match="A vote on fist to five is from 0 to 5, not 7"):
        cast(workshop, ann=7)
    with pytest.raises(RuleError, match="Fist to five needs 6 counts, not 2"):
        set_tally(workshop, "r", None, (1, 2))
    with pytest.raises(RuleError, match="cannot be negative"):
        set_tally(workshop, "r", None, (-1, 0, 0, 0, 0, 2))


def test_a_tally_is_changed_and_taken_away() -> None:
    workshop = set_tally(a_room(), "r", "hill", (0, 0, 0, 0, 1, 0))
    workshop = set_tally(workshop, "r", "hill", (0, 0, 0, 0, 0, 2))
    assert [tally.counts for tally in workshop.all(Tally)] == [(0, 0, 0, 0, 0, 2)]
    assert not set_tally(workshop, "r", "hill", (0,) * 6).of(Tally)
    assert set_tally(a_room(), "r", "hill", (0,) * 6) == a_room()


def test_removing_an_organization_takes_its_tally_along() -> None:
    workshop = set_tally(a_room(), "r", "hill", (0, 0, 0, 0, 1, 0))
    document = Document(set_tally(workshop, "r", None, (0, 0, 0, 0, 4, 0)))
    document.apply(partial(remove, kind=Organization, ids=["hill"]), "Remove Hill")
    assert [tally.organization for tally in document.workshop.all(Tally)] == [None]


def test_asking_again_counts_up_and_keeps_the_question() -> None:
    workshop = ask_again(a_room(), "r", "r2")
    workshop = ask_again(workshop, "r", "r3")
    assert [r.number for r in workshop.all(AgreementRound)] == [1, 2, 3]
    assert [r.id for r in latest_rounds(workshop)] == ["r3"]
    assert workshop.get(AgreementRound, "r3").question == "We ally for data."


def test_the_latest_round_on_a_subject_is_the_one_with_the_highest_number() -> None:
    first = AgreementRound(id="z", question="A", subject="s", number=1)
    second = AgreementRound(id="a", question="B", subject="s", number=2)
    workshop = a_room().put([second, first])
    assert {r.id for r in latest_rounds(workshop)} == {"r", "a"}


def test_a_reservation_takes_what_the_ballot_tells() -> None:
    workshop = cast(a_room(), cy=1)
    said = Reservation(id="no", round="r", participant="cy", reason="We lose our analysts.")
    found = record_reservation(workshop, said).get(Reservation, "no")
    assert (found.value, found.organization) == (1, "dale")
    unnamed = Reservation(id="un", round="r", value=2, reason="Too fast.")
    assert record_reservation(workshop, unnamed).get(Reservation, "un") == unnamed
    with pytest.raises(RuleError, match="from 0 to 5"):
        record_reservation(workshop, Reservation(id="x", round="r", value=8))


def test_votes_that_owe_a_reason() -> None:
    workshop = set_tally(cast(a_room(), ann=2, bo=5), "r", "dale", (0, 1, 1, 0, 0, 0))
    round = workshop.get(AgreementRound, "r")
    assert len(votes_needing_reason(workshop, round)) == 3
    workshop = add(
        workshop,
        Reservation(id="1", round="r", participant="ann", value=0, reason="I said why."),
        Reservation(id="2", round="r", organization="dale", value=2, reason="Cost."),
        Reservation(id="3", round="r", participant="cy", value=1, reason="  "),
        Reservation(id="4", round="r", organization="hill", value=1, reason="Not theirs."),
    )
    left = votes_needing_reason(workshop, round)
    assert [(vote.value, vote.organization) for vote in left] == [(1, "dale")]
    assert agreement(workshop, "r").needing_reason == left
    workshop = add(workshop, Reservation(id="5", round="r", participant="di", reason="Pace."))
    assert votes_needing_reason(workshop, round) == ()


def test_rounds_with_reservations_stay() -> None:
    workshop = ask_again(a_room(), "r", "r2")
    workshop = add(workshop, Reservation(id="no", round="r", reason="No."))
    document = Document(workshop)
    with pytest.raises(RuleError, match=r"^Agreement round “.*” has a reservation on record"):
        document.apply(partial(remove, kind=AgreementRound, ids=["r", "r2"]), "Remove rounds")
    with pytest.raises(RuleError, match="Set its status to withdrawn instead"):
        document.apply(partial(remove, kind=Reservation, ids=["no"]), "Remove reservation")
    document.apply(partial(remove, kind=AgreementRound, ids=["r2"]), "Remove round")
    assert list(document.workshop.of(AgreementRound)) == ["r"]
