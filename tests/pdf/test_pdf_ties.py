# SPDX-License-Identifier: MIT
"""All ties in the PDF: a row for each two organizations, with what is known of each tie."""

from collections.abc import Callable
from datetime import date

from tests.pdf.conftest import Edition, squeeze
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]


def told(make: Make, *ties: Tie) -> str:
    organizations = [Organization(id=name, name=name) for name in ("Alder", "beech", "Cedar")]
    text = make(Workshop([*organizations, *ties])).squeezed()
    start = text.index(squeeze("The number after a relation is its strength."))
    return text[start : text.index("Whowasintheroom", start)]


def test_ties_of_two_organizations_are_one_row_whoever_is_named_first(make: Make) -> None:
    text = told(
        make,
        Tie(id="1", source="Cedar", target="Alder", relation="Referral", strength=2.5),
        Tie(id="2", source="Alder", target="Cedar", relation="Contract", strength=3),
        Tie(id="3", source="beech", target="Alder", relation="Funding"),
    )
    assert text.endswith("AlderbeechFundingAlderCedarContract3;Referral2.5")


def test_what_is_known_of_a_tie_stands_with_it(make: Make) -> None:
    text = told(
        make,
        Tie(
            id="1",
            source="Cedar",
            target="beech",
            relation="Funding",
            directed=True,
            status="planned",
            since=date(2028, 1, 1),
            until=date(2030, 6, 30),
            remark="Up to 1.8 million.",
        ),
        Tie(id="2", source="beech", target="Cedar", relation="Referral", since=date(2019, 1, 1)),
        Tie(id="3", source="beech", target="Cedar", relation="Training", strength=0),
    )
    assert "oneway,fromCedar·from1Jan2028·until30Jun2030·Upto1.8million." in text
    assert text.endswith("Referralsince1Jan2019Training0")
    assert "beechCedarFundingplanned·" in text
