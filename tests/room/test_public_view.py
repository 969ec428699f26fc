# SPDX-License-Identifier: MIT
"""What the room and a PDF are given holds nothing private, hidden or unmasked."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.audience import public_view
from workshop.integrity import findings
from workshop.kinds import KINDS
from workshop.partners.fit_records import Aspiration, AspirationMatch
from workshop.partners.records import IncompatiblePair, Tie
from workshop.prepare.records import GroundRule, Organization, Participant
from workshop.record import Field, Record, fields, kind_name
from workshop.room.agreement import agreement
from workshop.room.edits import cast_ballot, set_tally
from workshop.room.records import AgreementRound, Ballot, Reservation, Tally
from workshop.state import Workshop

CANARY = "canary-7f3a"
PAIRS: dict[type[Record], str] = {Tie: "source", IncompatiblePair: "one", AspirationMatch: "one"}
"""Kinds whose two ends must differ, and the field of the end that leads to "the-other"."""


def an_example(kind: type[Record], id: str) -> Record:
    """Make a record of a kind with a canary in each private field."""
    values: dict[str, Any] = {"id": id}
    for field in fields(kind):
        if field.private:
            values[field.name] = CANARY
        elif field.required and field.name != "id":
            values[field.name] = a_value(field)
    if kind in PAIRS:
        values[PAIRS[kind]] = "the-other"
    return msgspec.convert(values, kind)


def a_value(field: Field) -> Any:
    if field.kind == "reference":
        return f"the-{field.to[0]}"
    if field.choices:
        return field.choices[0][0]
    return {"whole": 3, "number": 1.0, "words": (1, 2, 3)}.get(field.kind, "some")


def everything() -> Workshop:
    examples = (an_example(kind, f"the-{kind_name(kind)}") for kind in KINDS)
    others = (
        Organization(id="the-other", name="Other"),
        Aspiration(id="the-other", organization="the-other", text="Other"),
    )
    return Workshop([*others, *examples])


def text_of(workshop: Workshop) -> str:
    return b"\n".join(msgspec.json.encode(r) for r in workshop.records()).decode()


def test_no_private_field_of_any_kind_gets_through() -> None:
    workshop = everything()
    assert set(workshop.kinds()) == set(KINDS)
    assert text_of(workshop).count(CANARY) >= len(KINDS)
    view = public_view(workshop)
    assert CANARY not in text_of(view)
    assert set(view.kinds()) == {kind for kind in KINDS if not kind.sealed}
    assert public_view(view) == view


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(KINDS)))
def test_hidden_records_are_gone_with_what_depends_on_them(hidden: set[type[Record]]) -> None:
    workshop = everything()
    workshop = workshop.put(
        msgspec.structs.replace(r, audience="facilitator")
        for r in list(workshop.records())
        if type(r) in hidden
    )
    view = public_view(workshop)
    assert not any(view.of(kind) for kind in hidden)
    assert all(record.audience == "everyone" for record in view.records())
    assert not findings(view)
    assert CANARY not in text_of(view)


def a_vote(sizes: list[int], *, anonymous: bool = True, loose: int = 0) -> Workshop:
    records: list[Record] = [AgreementRound(id="r", question="Q", anonymous=anonymous)]
    people: list[tuple[str, str | None]] = [(f"loose{n}", None) for n in range(loose)]
    for at, size in enumerate(sizes):
        records.append(Organization(id=f"o{at}", name=f"Org {at}"))
        people += [(f"p{at}-{n}", f"o{at}") for n in range(size)]
    records += [Participant(id=id, name=id, organization=org) for id, org in people]
    workshop = Workshop(records)
    for n, (id, _) in enumerate(people):
        workshop = cast_ballot(workshop, "r", id, n % 6)
    return workshop


def test_open_rounds_keep_their_ballots() -> None:
    workshop = a_vote([3, 1], anonymous=False)
    assert public_view(workshop) == workshop


def test_an_anonymous_round_shows_organizations_of_three_and_more() -> None:
    view = public_view(a_vote([3, 4]))
    assert not view.of(Ballot)
    counts = {tally.organization: sum(tally.counts) for tally in view.all(Tally)}
    assert counts == {"o0": 3, "o1": 4}


@pytest.mark.parametrize(("sizes", "loose"), [([5, 4, 2], 0), ([3, 3], 1), ([2, 1], 0)])
def test_one_small_organization_leaves_only_the_whole_room(sizes: list[int], loose: int) -> None:
    workshop = a_vote(sizes, loose=loose)
    view = public_view(workshop)
    (tally,) = view.all(Tally)
    assert tally.organization is None
    assert agreement(view, "r").figures == agreement(workshop, "r").figures


def test_fewer_than_three_votes_are_not_shown_at_all() -> None:
    view = public_view(a_vote([2]))
    assert not view.of(Tally)
    assert not view.of(Ballot)
    assert not public_view(a_vote([])).of(Tally)


def test_a_small_tally_in_an_anonymous_round_is_pooled_too() -> None:
    workshop = set_tally(a_vote([3, 0]), "r", "o1", (0, 1, 0, 0, 0, 0))
    (tally,) = public_view(workshop).all(Tally)
    assert tally.organization is None
    assert sum(tally.counts) == 4


def test_reservations_of_an_anonymous_round_carry_no_name() -> None:
    said = Reservation(id="no", round="r", participant="p0-0", reason="Too fast.")
    small = public_view(a_vote([1, 4]).put([said])).get(Reservation, "no")
    assert (small.participant, small.organization, small.reason) == (None, None, "Too fast.")
    large = public_view(a_vote([3, 4]).put([said])).get(Reservation, "no")
    assert (large.participant, large.organization) == (None, "o0")
    named = public_view(a_vote([1, 4], anonymous=False).put([said])).get(Reservation, "no")
    assert named.participant == "p0-0"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=4), st.integers(0, 2))
def test_no_group_under_three_can_be_told_apart(sizes: list[int], loose: int) -> None:
    view = public_view(a_vote(sizes, loose=loose))
    assert not view.of(Ballot)
    tallies = view.all(Tally)
    assert all(sum(tally.counts) >= 3 for tally in tallies)
    assert len({tally.organization is None for tally in tallies}) <= 1


def test_a_workshop_without_secrets_is_shown_as_it_is() -> None:
    workshop = Workshop([GroundRule(id="g", text="Phones away")])
    assert public_view(workshop) == workshop
