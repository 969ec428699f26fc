# SPDX-License-Identifier: MIT
"""What a set of partners does to gaps and ties, and what an organization says of itself."""

import pytest

from tests.partners.alliances import THEM, US, all_parts, coalition, two
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.fit_records import Aspiration, Tradition
from workshop.partners.partner_sets import describe, members_mask
from workshop.partners.portrait import portrait, portrait_headline
from workshop.partners.records import Candidate, PartnerNeed, Tie
from workshop.partners.set_from_workshop import pose
from workshop.partners.set_gaps import set_gaps, set_gaps_headline
from workshop.partners.set_ties import set_ties_headline
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

BEST = ("DataWorks", "MentorIPA", "RegionalHS")


def test_open_gaps_are_the_open_needs_of_the_set() -> None:
    workshop = coalition()
    problem = pose(workshop).problem
    for members in ((), ("MentorIPA",), ("ManageCo", "HomeHealthX"), BEST):
        found = describe(problem, members_mask(problem, members))
        under = set_gaps(workshop, members)
        assert {each.gap.need.id for each in under if each.is_open} == set(found.open_needs)


def test_a_gap_says_who_closes_it_and_how_far_it_gets() -> None:
    workshop = coalition().put(
        [
            Asset(id="u", organization=US, capability="care", level=1),
            Asset(id="w", organization="DataWorks", capability="capital", level=4, share=0.5),
            Asset(id="x", organization="DataWorks", capability="post-acute"),
            Capability(id="later", name="Later"),
            Need(id="n-later", capability="later", importance=3),
        ]
    )
    under = {each.gap.capability.id: each for each in set_gaps(workshop, ("DataWorks", "ManageCo"))}
    assert under["analytics"].closed_by == ("DataWorks", "ManageCo")
    assert under["care"].reached == 3
    assert under["capital"].closed_by == ("ManageCo",)
    assert under["post-acute"].reached is None
    assert not under["later"].weighed
    assert not under["later"].is_open
    alone = {each.gap.capability.id: each for each in set_gaps(workshop, ())}
    assert alone["care"].reached == 1
    half = {each.gap.capability.id: each for each in set_gaps(workshop, ("DataWorks",))}
    assert half["capital"].reached == 2
    assert half["capital"].is_open


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ((), "Alone none of 5 gaps closes"),
        (("DataWorks",), "1 of 5 gaps closes; the must-have behavioral stays open"),
        (("ManageCo",), "3 of 5 gaps close; the must-have behavioral stays open"),
        (BEST, "All 5 gaps close"),
    ],
)
def test_the_headline_counts_gaps_and_names_what_stays_open(
    members: tuple[str, ...], said: str
) -> None:
    assert set_gaps_headline(coalition(), members) == said


def test_the_headline_without_musts_gaps_or_needs() -> None:
    workshop = coalition()
    plain = workshop.put(
        [Need(id="n-care", capability="care", needed_level=3, importance=5)]
    ).without(Need, [n.id for n in workshop.all(Need) if n.id not in ("n-care", "n-capital")])
    assert set_gaps_headline(plain, ("RegionalHS",)).endswith("; care stays open")
    one = plain.without(Need, ["n-capital"])
    assert set_gaps_headline(one, ("MentorIPA",)) == "The one gap closes"
    held = one.put([Asset(id="u", organization=US, capability="care", level=5)])
    assert set_gaps_headline(held, ()) == "We hold all that is needed"
    assert set_gaps(held, ("MentorIPA",))[0].held
    assert set_gaps_headline(two(), ()) == "No need is weighed yet"


def tied(*ties: tuple[str, str, str, str]) -> Workshop:
    names = ("Alpha", "Beta", "Gamma")
    records: list[Record] = [Organization(id=US, name="Us", ours=True)]
    for name in names:
        records += [Organization(id=name, name=name), Candidate(id=f"c{name}", organization=name)]
    for n, (one, other, relation, status) in enumerate(ties):
        records.append(
            Tie(id=f"t{n}", source=one, target=other, relation=relation, status=status)  # type: ignore[arg-type]  # one of three
        )
    return Workshop(records)


def test_the_ties_of_a_set_are_those_that_are_active_and_no_rivalry() -> None:
    workshop = tied(
        (US, "Alpha", "Referral", "active"),
        ("Beta", US, "Competitor", "active"),
        (US, "Gamma", "Contract", "planned"),
        ("Alpha", "Beta", "Contract", "active"),
    )
    assert set_ties_headline(workshop, ()) == "Going alone we are tied to 1 organization"
    assert set_ties_headline(workshop, ("Alpha",)) == "Alpha is tied to us already"
    assert set_ties_headline(workshop, ("Beta",)) == "Beta has no tie to us yet"
    assert set_ties_headline(workshop, ("Beta", "Gamma")) == "Beta and Gamma have no tie to us yet"
    assert set_ties_headline(workshop, ("Alpha", "Beta", "gone")) == (
        "1 of 2 partners is tied to us already; Beta has no tie to us yet"
    )
    both = workshop.put([Tie(id="t9", source="Beta", target=US, relation="Contract")])
    assert set_ties_headline(both, ("Alpha", "Beta")) == "All 2 partners are tied to us already"


def test_a_portrait_has_what_is_known_and_nothing_else() -> None:
    workshop = all_parts().put(
        [
            Candidate(id="candidate", organization=THEM, motives=("Growth",)),
            PartnerNeed(id="p", organization=THEM, capability="care", needed_level=2),
            PartnerNeed(id="q", organization=US, capability="care", needed_level=4),
            Tradition(id="t4", organization=THEM, text="No stance on this"),
        ]
    )
    found = {facet.key: facet.lines for facet in portrait(workshop, THEM)}
    assert found["wants"][0] == "Aim 0 (shared with “Lead”)"
    assert found["wants"][3] == "Aim 3 (independent of “Lead”)"
    assert found["motives"] == ("Growth",)
    assert found["needs"] == ("Care (level 2)",)
    assert found["holds"][0] == "Analytics (level 5, would lend 80%)"
    assert "The Friday call (intensity 5 of 5; Cedar Valley is neutral)" in found["dear"]
    assert "No stance on this" in found["dear"]
    assert "places" not in found
    assert (
        portrait_headline(workshop, THEM)
        == "Northlight wants 5 things and needs 1 capability itself"
    )


def test_a_portrait_says_what_is_missing() -> None:
    assert portrait(two(), THEM) == ()
    assert portrait_headline(two(), THEM) == "Nothing is known of Northlight yet"
    wanting = two(Aspiration(id="a", organization=THEM, text="Grow"))
    assert portrait_headline(wanting, THEM) == (
        "Northlight wants 1 thing and has named no need of its own"
    )
    dear = two(Tradition(id="t", organization=THEM, text="The name"))
    assert portrait_headline(dear, THEM) == (
        "Northlight has named no aspiration and no need of its own"
    )
    needing = two(
        Capability(id="care", name="Care"),
        PartnerNeed(id="p", organization=THEM, capability="care"),
    )
    assert portrait_headline(needing, THEM) == "Northlight needs 1 capability itself"
