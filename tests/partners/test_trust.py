# SPDX-License-Identifier: MIT
"""What both ends of a tie report: trust and value, and what they should talk about."""

from typing import Any

import pytest

from tests.partners.networks import o8
from workshop.interchange.templates import sample
from workshop.partners.questions import where_seen_differently
from workshop.partners.records import Tie
from workshop.partners.tie_records import TRUST, VALUE, TieReport
from workshop.partners.trust import conversations, differences, report, reports, score
from workshop.record import RuleError
from workshop.state import Workshop

TIE = "t-Hosp-IPA-contract"


def said(organization: str, *trust: int | None, strength: float | None = None) -> TieReport:
    rated: dict[str, Any] = dict(zip(TRUST, trust, strict=False))
    return TieReport(
        id=f"r-{organization}",
        tie=TIE,
        organization=f"o-{organization}",
        strength=strength,
        **rated,
    )


def with_reports(*told: TieReport) -> Workshop:
    return o8().put(told)


def test_oracle_o8_trust() -> None:
    rows = [(3, 4, 2), (4, 4, 3), (2, 3, 3)]
    found = score([said(str(n), *row) for n, row in enumerate(rows)], TRUST)
    assert found.mean == pytest.approx(3.1111, abs=5e-5)
    assert found.share == pytest.approx(0.7037, abs=5e-5)
    assert found.words == "3.1 of 4 (70%)"
    assert found.why.inputs == (("Ratings", "3, 4, 2, 4, 4, 3, 2, 3, 3"),)


def test_what_is_not_rated_is_left_out_and_counted() -> None:
    found = score([said("Hosp", 4, None, 2)], TRUST)
    assert (found.mean, found.rated, found.asked) == (3, 2, 3)
    assert found.words == "3 of 4 (67%), 2 of 3 rated"
    nothing = score([said("Hosp")], VALUE)
    assert nothing.share is None
    assert nothing.words == "not rated"
    assert score([], TRUST).why.inputs == (("Ratings", "none"),)


def test_both_reports_are_kept_and_two_levels_apart_is_a_conversation() -> None:
    workshop = with_reports(said("Hosp", 4, 4, 4, strength=4), said("IPA", 2, 2, 2, strength=2.5))
    assert [(each.what, each.apart) for each in differences(workshop)] == [
        ("trust", 2), ("strength", 1.5),
    ]  # fmt: skip
    assert [each.sentence for each in conversations(workshop)] == [
        "Hosp and IPA rate trust in each other at 4 and 2"
    ]
    wider = workshop.put([said("IPA", 3, 3, 3, strength=1)])
    assert [each.sentence for each in conversations(wider)] == [
        "Hosp and IPA see the strength of their contract tie at 4 and 1"
    ]


def test_one_report_or_an_unknown_is_no_difference() -> None:
    assert not differences(with_reports(said("Hosp", strength=5)))
    assert not differences(with_reports(said("Hosp", strength=5), said("IPA", 1, 1, 1)))


def test_only_the_ends_of_a_tie_have_a_say() -> None:
    workshop = with_reports(said("Clinic1", strength=1), said("Hosp", strength=4))
    assert list(reports(workshop, workshop.get(Tie, TIE))) == ["o-Hosp"]
    assert not differences(workshop)
    with pytest.raises(RuleError, match="Only the two"):
        report(workshop, TIE, "o-Clinic1", "new")
    made = report(workshop, TIE, "o-IPA", "new")
    assert made.get(TieReport, "new").organization == "o-IPA"


def test_ratings_stay_on_their_scale() -> None:
    with pytest.raises(RuleError, match="Openness must be from 1 to 4"):
        said("Hosp", 1, 2, 5)


def test_where_both_ends_see_it_differently() -> None:
    assert "No tie has a report" in where_seen_differently(o8()).sentence
    alike = with_reports(said("Hosp", strength=3), said("IPA", strength=3))
    assert "much alike" in where_seen_differently(alike).sentence
    apart = with_reports(said("Hosp", strength=5), said("IPA", strength=1))
    answer = where_seen_differently(apart)
    assert answer.sentence == "Hosp and IPA see the strength of their contract tie at 5 and 1."
    assert answer.nodes == {"o-Hosp", "o-IPA"}
    assert answer.ties == {TIE}
    both = with_reports(said("Hosp", 4, 4, 4, strength=5), said("IPA", 1, 1, 1, strength=1))
    assert where_seen_differently(both).sentence.endswith(", and 1 more to talk about.")


def test_two_ends_that_told_of_a_tie_in_a_row_each_are_compared_too() -> None:
    other = Tie(id="t2", source="o-IPA", target="o-Hosp", relation="contract", strength=1)
    first = Tie(id=TIE, source="o-Hosp", target="o-IPA", relation="contract", strength=4)
    workshop = o8().put([first, other])
    assert [each.sentence for each in conversations(workshop)] == [
        "Hosp and IPA see the strength of their contract tie at 4 and 1"
    ]
    one_way = Tie(
        id="t2", source="o-IPA", target="o-Hosp", relation="contract", strength=1, directed=True
    )
    assert not differences(workshop.put([one_way]))


def test_the_sample_has_something_to_talk_about() -> None:
    found = conversations(sample())
    assert len(found) >= 3
    assert {each.what for each in found} == {"strength", "trust"}


def test_reports_of_a_tie_that_is_filtered_out_are_not_compared() -> None:
    told = (said("Hosp", strength=5), said("IPA", strength=1))
    ended = Tie(id=TIE, source="o-Hosp", target="o-IPA", relation="contract", status="ended")
    assert conversations(with_reports(*told))
    assert not conversations(with_reports(*told).put([ended]))
