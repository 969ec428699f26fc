# SPDX-License-Identifier: MIT
"""Verbs of the deal that work on pairs: parts, says, seals, and what each brings."""

from typing import Any

import pytest

from workshop.deal import edits
from workshop.deal.money_records import Basis, BasisValue, LossShare
from workshop.deal.operating_records import Activity, DecisionRight, PartyRight, Role
from workshop.deal.records import LedgerItem, SealedScore, WalkAway
from workshop.deal.term_records import OptionValue, Term, TermOption, TermWeight
from workshop.prepare.records import Organization
from workshop.record import Record, RuleError
from workshop.state import Workshop

START = Workshop(
    [
        Organization(id="hill", name="Hill", ours=True),
        Organization(id="dale", name="Dale"),
        Activity(id="a", name="Visit"),
        Activity(id="b", name="Report"),
        DecisionRight(id="d", name="Budget"),
        LedgerItem(id="i", organization="hill", kind="gives_up", text="A seat"),
        Term(id="t", name="Seats"),
        TermOption(id="o", term="t", text="Two"),
        Basis(id="s", name="Size", weight=1),
    ]
)


def parts(workshop: Workshop) -> set[tuple[str, str, str]]:
    return {(r.activity, r.organization, r.part) for r in workshop.of(Role).values()}


def test_accountability_moves_and_other_parts_stay() -> None:
    workshop = edits.toggle_role(START, "a", "hill", "accountable")
    workshop = edits.toggle_role(workshop, "a", "hill", "responsible")
    workshop = edits.toggle_role(workshop, "b", "hill", "accountable")
    workshop = edits.toggle_role(workshop, "a", "dale", "accountable")
    assert parts(workshop) == {
        ("a", "hill", "responsible"),
        ("a", "dale", "accountable"),
        ("b", "hill", "accountable"),
    }
    workshop = edits.toggle_role(workshop, "a", "dale", "accountable")
    workshop = edits.clear_roles(workshop, "a", "hill")
    assert parts(workshop) == {("b", "hill", "accountable")}


def test_a_say_and_its_seats_are_one_record() -> None:
    workshop = edits.set_right(START, "d", "hill", right="decides")
    workshop = edits.set_right(workshop, "d", "hill", seats=3)
    (right,) = workshop.of(PartyRight).values()
    assert (right.right, right.seats) == ("decides", 3)


SEALS: list[tuple[Any, tuple[Any, ...], type[Record], str]] = [
    (edits.seal_score, ("hill", "i"), SealedScore, "score"),
    (edits.seal_weight, ("hill", "t"), TermWeight, "weight"),
    (edits.seal_value, ("hill", "o"), OptionValue, "value"),
    (edits.set_basis_value, ("s", "hill"), BasisValue, "value"),
    (edits.set_loss_share, ("hill",), LossShare, "share"),
]


@pytest.mark.parametrize(("verb", "pair", "kind", "name"), SEALS)
def test_a_value_is_kept_once_for_its_pair_and_can_be_taken_back(
    verb: Any, pair: tuple[str, ...], kind: type[Record], name: str
) -> None:
    workshop = verb(verb(START, *pair, 1), *pair, 0 if name != "score" else 4)
    (kept,) = workshop.of(kind).values()
    assert getattr(kept, name) == (0 if name != "score" else 4)
    assert verb(workshop, *pair, None) == START


def test_a_walk_away_line_keeps_value_and_reason_apart() -> None:
    workshop = edits.seal_walk_away(START, "hill", value=0.4)
    workshop = edits.seal_walk_away(workshop, "hill", reason="We stay alone")
    (line,) = workshop.of(WalkAway).values()
    assert (line.value, line.reason) == (0.4, "We stay alone")


def test_a_score_off_the_scale_is_refused() -> None:
    with pytest.raises(RuleError, match="from 1 to 5"):
        edits.seal_score(START, "hill", "i", 6)
