# SPDX-License-Identifier: MIT
"""What contradicts itself in the choice of partners: one sentence, and a way forward."""

import msgspec
import pytest

from exports.exhibits.exhibit import Look
from exports.exhibits.set_frontier import set_frontier
from resources.theme import LIGHT
from tests.partners.alliances import US, all_parts, coalition
from workshop.document import Document
from workshop.edits import add, change
from workshop.partners.candidates import candidate_problems
from workshop.partners.fit_records import CultureRating
from workshop.partners.partner_sets import frontier, frontier_headline
from workshop.partners.records import Candidate, IncompatiblePair, Tie
from workshop.partners.set_cover import cheapest
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def test_partners_already_chosen_that_break_a_rule_are_named() -> None:
    workshop = coalition()
    for name in ("ManageCo", "MentorIPA"):
        workshop = change(workshop, Candidate, f"c-{name}", standing="chosen")
    pair = IncompatiblePair(id="p", one="ManageCo", other="MentorIPA")
    found = frontier(workshop.put([pair]))
    assert found.sets == ()
    assert found.notes[0].startswith(
        "The partners already chosen break a rule: ManageCo and MentorIPA cannot be in one set."
    )
    shown = set_frontier(workshop.put([pair]), Look(LIGHT, 12), (600, 400))
    assert shown.title == "No set of partners keeps the rules"
    assert "2 partners are more than the 1 allowed." in frontier(workshop, most=1).notes[0]


def test_without_needs_or_must_haves_nothing_is_claimed() -> None:
    bare = Workshop([Organization(id="us", name="Us", ours=True)])
    assert frontier_headline(frontier(bare)) == (
        "No need is weighed yet, so no sets can be compared"
    )
    assert cheapest(bare).sentence == "No need is marked as a must-have, so none can stay open."


def test_a_candidate_that_owns_part_of_us_is_asked_who_speaks_for_whom() -> None:
    owner = Tie(id="t", source="ManageCo", target="us", relation="Ownership")
    workshop = coalition().put([owner])
    assert candidate_problems(workshop) == [
        "ManageCo is tied to us by ownership as well; write down under “Conflict of interest” "
        "who speaks for which side."
    ]
    told = change(workshop, Candidate, "c-ManageCo", conflict_of_interest="Its board does")
    assert candidate_problems(told) == []
    ended = workshop.put([msgspec.structs.replace(owner, status="ended")])
    assert candidate_problems(ended) == []


def test_the_least_number_of_partners_is_told_where_too_few_are_allowed() -> None:
    workshop = change(coalition(), Candidate, "c-ManageCo", standing="ruled_out")
    assert cheapest(workshop, most=1).sentence == (
        "No set covers all must-haves with no more partners than 1; it takes 3 at least."
    )


def test_a_second_candidate_or_rating_of_the_same_names_whom_it_is_for() -> None:
    again = Document(coalition())
    with pytest.raises(RuleError, match="There is already a candidate for “DataWorks”"):
        again.apply(lambda w: add(w, Candidate(id="x", organization="DataWorks")), "Add")
    own = CultureRating(id="z", organization=US, seen_by=US)
    rated = Document(all_parts())
    with pytest.raises(RuleError, match="There is already a culture rating for “Cedar Valley”"):
        rated.apply(lambda w: add(w, own), "Add")


def test_a_tie_or_pair_of_one_organization_with_itself_is_refused() -> None:
    with pytest.raises(RuleError, match="two different organizations"):
        Tie(id="t", source=US, target=US, relation="Contract")
    with pytest.raises(RuleError, match="two different organizations"):
        IncompatiblePair(id="p", one=US, other=US)
