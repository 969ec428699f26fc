# SPDX-License-Identifier: MIT
"""The network before, now and ahead, without somebody, and the scene that carries it about."""

from datetime import date

import pytest

from tests.partners.networks import o8, organization, tie
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.graph import EVERYTHING, NetworkFilter, network, shown_ties
from workshop.partners.scene import EVERYTHING_SHOWN, Scene, answered, decoded
from workshop.partners.times import Moment, held_on, statuses_at, what_changed, years
from workshop.prepare.records import DETAILS_ID, Details
from workshop.record import RuleError
from workshop.state import Workshop

TODAY = date(2026, 6, 1)
Y2020, Y2030 = date(2020, 1, 1), date(2030, 1, 1)


def dated() -> Workshop:
    names = ("A", "B", "C", "D", "E", "F", "G")
    return Workshop(
        [
            *map(organization, names),
            tie("A-B", since=date(2015, 1, 1)),
            tie("A-C", since=date(2022, 1, 1), until=date(2027, 12, 31)),
            tie("A-D", since=date(2010, 1, 1), until=date(2021, 1, 1), status="ended"),
            tie("A-E", status="ended", since=date(2010, 1, 1)),
            tie("A-F"),
            tie("A-G", status="planned", since=date(2028, 1, 1)),
            tie("B-G", status="planned"),
            tie("C-G", status="planned", since=date(2031, 1, 1)),
        ]
    )


def pairs(workshop: Workshop, day: date) -> set[str]:
    return {each.id[2:5] for each in held_on(workshop, day, TODAY)}


def test_only_what_is_known_to_have_held_is_in_the_past() -> None:
    assert pairs(dated(), Y2020) == {"A-B", "A-D"}
    assert pairs(dated(), date(2021, 1, 2)) == {"A-B"}


def test_today_has_what_is_active_and_ahead_plans_come_true_and_ties_run_out() -> None:
    assert pairs(dated(), TODAY) == {"A-B", "A-C", "A-F"}
    assert pairs(dated(), Y2030) == {"A-B", "A-F", "A-G", "B-G"}


def test_no_plan_held_before_today() -> None:
    assert "planned" not in statuses_at(Y2020, TODAY) | statuses_at(TODAY, TODAY)
    assert "ended" not in statuses_at(Y2030, TODAY)


def test_what_changed_counts_and_names_what_is_not_dated() -> None:
    title, rest = what_changed(dated(), Y2020, TODAY)
    assert title == "Since 1 January 2020 2 ties have come and 1 has ended"
    assert rest == "2 ties held then, 3 hold today; 2 ties without dates left out"
    title, rest = what_changed(dated(), Y2030, TODAY)
    assert title == "By 1 January 2030 2 ties come and 1 runs out"
    assert rest == "4 ties would hold, 3 hold today"
    assert what_changed(dated(), TODAY, TODAY) == ("3 ties hold today", "3 planned, 2 ended")
    alone = Workshop([organization("A"), organization("B"), tie("A-B", since=date(2015, 1, 1))])
    assert what_changed(alone, Y2020, TODAY) == (
        "Since 1 January 2020 no tie has come and none has ended",
        "1 tie held then, 1 holds today",
    )


def test_years_reach_from_the_first_tie_to_the_horizon() -> None:
    stops = years(dated(), TODAY)
    assert stops[0] == date(2010, 1, 1)
    assert stops[-1] == date(2032, 1, 1)
    assert TODAY in stops
    assert list(stops) == sorted(stops)
    far = dated().put([Details(id=DETAILS_ID, horizon=date(2040, 6, 1))])
    assert years(far, TODAY)[-1] == date(2041, 1, 1)
    assert years(Workshop(), TODAY) == (date(2026, 1, 1), TODAY, date(2027, 1, 1))


def test_who_has_left_is_not_in_the_network() -> None:
    graph = network(o8(), NetworkFilter(without="o-IPA"))
    assert "IPA" not in graph.names
    assert len(graph.edges) == 4


def test_a_moment_is_a_filter() -> None:
    shown = shown_ties(dated(), NetworkFilter(moment=Moment(Y2030, ahead=True)))
    assert "t-A-C-contract" not in {each.id for each in shown}


def test_a_scene_is_a_word_and_back() -> None:
    scene = Scene(relations=("contract",), without="o-A").at(Y2020, TODAY)
    assert decoded(scene.encoded()) == scene
    assert decoded("") is EVERYTHING_SHOWN
    assert EVERYTHING_SHOWN.filter == EVERYTHING
    with pytest.raises(RuleError, match="cannot be read"):
        decoded("nonsense")


def test_a_scene_takes_another_filter_and_keeps_its_moment() -> None:
    scene = Scene(arrangement="layers").at(Y2020, TODAY)
    assert Scene().at(TODAY, TODAY).filter == NetworkFilter(statuses=frozenset({"active"}))
    chosen = NetworkFilter(frozenset({"b", "a"}), 2, frozenset({"active"}), True, False)
    filtered = scene.filtered(chosen)
    assert filtered.filter == chosen._replace(moment=Moment(Y2020))
    assert filtered.shows_capabilities
    assert scene.filtered(EVERYTHING).relations is None


def test_a_scene_asks_its_question() -> None:
    needs = (
        Capability(id="c1", name="Analytics"), Need(id="n1", capability="c1", needed_level=3),
        Asset(id="a1", organization="o-Hosp", capability="c1", level=4),
    )  # fmt: skip
    workshop = o8().put(needs)
    assert answered(workshop, EVERYTHING_SHOWN) is None
    covers = answered(workshop, Scene(question="covers", about="n1"))
    splits = answered(workshop, Scene(question="splits", about="o-IPA"))
    edge = answered(workshop, Scene(question="edge"))
    assert covers
    assert covers.sentence == "Hosp covers Analytics."
    assert splits
    assert splits.sentence.startswith("Without IPA")
    assert edge
    assert "single tie" in edge.sentence
    with pytest.raises(RuleError):
        answered(workshop, Scene(question="covers", about="gone"))
