# SPDX-License-Identifier: MIT
"""Questions to the network and the sentences it answers with."""

from datetime import date

import pytest

from tests.partners.networks import o8, organization, ring, tie, workshop_of
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.headline import headline, importance, read_out
from workshop.partners.questions import (
    QUESTIONS,
    are_old_lines_there,
    what_hangs_on_one,
    what_splits,
    where_not_connected,
    who_bridges,
    who_covers,
    who_is_on_the_edge,
)
from workshop.record import RuleError
from workshop.state import Workshop


def with_needs() -> Workshop:
    return o8().put([
        Capability(id="c1", name="Analytics"), Capability(id="c2", name="Home care"),
        Capability(id="c3", name="Capital"),
        Need(id="n1", capability="c1", needed_level=4), Need(id="n2", capability="c2"),
        Need(id="n3", capability="c3", needed_level=5),
        Asset(id="a1", organization="o-DataWorks", capability="c1", level=5, share=0.8),
        Asset(id="a2", organization="o-Hosp", capability="c1", level=5, share=0.5),
        Asset(id="a3", organization="o-HomeHealth", capability="c2", level=4),
    ])  # fmt: skip


def test_who_covers_a_need() -> None:
    assert who_covers(with_needs(), "n1").sentence == "DataWorks covers Analytics."
    assert who_covers(with_needs(), "n1").nodes == {"o-DataWorks", "c1"}
    assert who_covers(with_needs(), "n2").sentence.endswith("is not rated yet.")
    assert who_covers(with_needs(), "n3").sentence == "Nobody in the network covers Capital."


def test_what_hangs_on_one_partner() -> None:
    answer = what_hangs_on_one(with_needs())
    assert "Hosp, IPA and ManageCo" in answer.sentence
    assert "only DataWorks covers Analytics" in answer.sentence
    assert what_hangs_on_one(ring(5)).sentence.startswith("Nothing hangs on one partner")


def test_what_splits_and_reopens() -> None:
    answer = what_splits(with_needs(), "o-ManageCo")
    assert (
        answer.sentence == "Without ManageCo the rest loses its link to DataWorks; no need reopens."
    )
    assert len(answer.ties) == 3
    assert "Analytics would reopen" in what_splits(with_needs(), "o-DataWorks").sentence
    assert "nothing splits" in what_splits(ring(5), "o-N000").sentence


def test_who_bridges_groups_is_named_by_the_alphabet() -> None:
    answer = who_bridges(o8())
    assert answer.sentence.startswith("Hosp, IPA and ManageCo lie")
    assert len(answer.ties) == 2
    assert who_bridges(Workshop()).sentence.startswith("Nobody stands")
    assert "lies" in who_bridges(workshop_of("ABC", ["A-B", "B-C"])).sentence


def test_where_we_are_not_connected() -> None:
    assert where_not_connected(o8()).sentence.startswith("Mark which organization is ours")
    ours = o8().put([organization("Hosp", ours=True), organization("Far")])
    answer = where_not_connected(ours)
    assert answer.sentence.startswith("We have no direct tie to Clinic1, Clinic2")
    assert "1 is out of reach" in answer.sentence
    pair = Workshop([organization("A", ours=True), organization("B"), tie("A-B")])
    assert where_not_connected(pair).sentence == "We are tied to every organization on the map."


def test_who_is_on_the_edge() -> None:
    answer = who_is_on_the_edge(o8().put([organization("Far")]))
    assert answer.sentence == "Far has no tie; DataWorks and HomeHealth hang on a single tie."
    assert who_is_on_the_edge(ring(4)).sentence.startswith("Nobody")
    assert "have no tie" in who_is_on_the_edge(workshop_of("AB", [])).sentence


def test_are_the_old_lines_still_there() -> None:
    answer = are_old_lines_there(o8(), field="sector")
    assert answer.measure == "E–I -0.25"
    assert "still there: 38% of the ties" in answer.sentence
    assert are_old_lines_there(o8()).formula.endswith("groups by sector")
    assert are_old_lines_there(ring(4)).ties == frozenset()
    crossed = Workshop([organization("A", kind="x"), organization("B", kind="y"), tie("A-B")])
    assert "crossed: 100%" in are_old_lines_there(crossed, field="kind").sentence
    assert are_old_lines_there(ring(4), field="kind").measure == "E–I –"


@pytest.mark.parametrize(
    ("workshop", "title"),
    [
        (workshop_of("AB", []), "No ties yet between 2 organizations"),
        (o8(), "Three organizations hold the network together: Hosp, IPA and ManageCo"),
        (workshop_of("ABC", ["A-B", "B-C"]), "One organization holds the network together: B"),
        (ring(4), "The network holds if any one organization leaves"),
        (workshop_of("ABC", ["A-B"]), "1 organization has no tie to the others"),
        (workshop_of("ABCD", ["A-B"]), "2 organizations have no tie to the others"),
        (workshop_of("ABCDE", ["A-B", "C-D"]), "The network is in 3 parts"),
        (
            workshop_of("ABCDEF", ["A-B", "B-C", "C-D", "D-E", "E-F"]),
            "4 organizations each hold a part of the network that has no other link",
        ),
    ],
)
def test_the_headline_states_a_finding(workshop: Workshop, title: str) -> None:
    assert headline(workshop)[0] == title


def test_the_second_sentence_is_about_us() -> None:
    ours = o8().put([organization("Hosp", ours=True)])
    assert headline(ours)[1] == "Hosp is tied to 3 of 6; 2 are on the edge, with one tie or none"
    one = ring(4).put([organization("N000", ours=True)])
    assert headline(one)[1] == "N000 is tied to 2 of 3"
    assert headline(o8())[1].startswith("2 are on the edge")
    assert headline(ring(4))[1] == ""
    assert importance(ours)[0] == "o-Hosp"


def test_an_organization_is_read_out_with_its_ties() -> None:
    workshop = Workshop([*map(organization, "ABC"), tie("A-B"), tie("B-A", "funding")])
    assert read_out(workshop, "o-A") == "A, 2 ties: B (contract, funding)"
    assert read_out(workshop, "o-C") == "C, no ties"


def test_a_tie_keeps_its_rules() -> None:
    with pytest.raises(RuleError, match="two different"):
        tie("A-A")
    with pytest.raises(RuleError, match="before it began"):
        tie("A-B", since=date(2026, 1, 2), until=date(2026, 1, 1))


def test_questions_have_keys_and_words() -> None:
    assert QUESTIONS["edge"].answer(o8()) == who_is_on_the_edge(o8())
    assert {question.about for question in QUESTIONS.values()} == {"", "need", "organization"}
