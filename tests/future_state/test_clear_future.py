# SPDX-License-Identifier: MIT
"""Whether the future state is clear: fuzziness, both sides, dimensions, measures and factors."""

from datetime import date
from typing import Any

import pytest

from workshop.future_state.clarity import clarities, clarity, detailed_for_both
from workshop.future_state.dimensions import MANDATORY, by_dimension, dimensions, is_mandatory
from workshop.future_state.measures import standing
from workshop.future_state.records import Factor, Measure, Statement
from workshop.future_state.scan import rank, scan
from workshop.prepare.records import Participant, Vocabulary
from workshop.record import Record, RuleError
from workshop.state import Workshop


def a_statement(id: str, dimension: str = "Strategy", **values: Any) -> Statement:
    return Statement(id=id, dimension=dimension, text_to="It works", **values)


def full(statement: str) -> Measure:
    return Measure(
        id=f"m{statement}",
        name="Rate",
        statement=statement,
        baseline=0,
        target=5,
        target_date=date(2028, 1, 1),
        who_measures="Ann",
    )


def test_a_statement_with_nothing_is_fuzzy_and_says_what_is_missing() -> None:
    found = clarity(Workshop([a_statement("s")]), "s")
    assert (found.concreteness, found.fuzzy, len(found.missing)) == (0, True, 5)
    assert found.missing[-1] == "a named owner"


def test_three_of_five_is_no_longer_fuzzy() -> None:
    person = Participant(id="ann", name="Ann")
    some = Measure(id="m", name="Rate", statement="s", baseline=0, target=5)
    found = clarity(Workshop([person, a_statement("s", owner="ann"), some]), "s")
    assert (found.concreteness, found.fuzzy) == (0.6, False)
    assert found.missing == ("a target date", "who measures")
    assert ("a named owner", "yes") in found.why.inputs


def test_criteria_of_two_measures_do_not_add_up() -> None:
    parts = [
        Measure(id="m1", name="One", statement="s", baseline=1),
        Measure(id="m2", name="Two", statement="s", target=1, who_measures="Ann"),
    ]
    assert clarity(Workshop([a_statement("s"), *parts]), "s").concreteness == 0.4


def test_a_vision_is_detailed_only_if_both_sides_see_themselves() -> None:
    records: list[Record] = [
        *(a_statement(d, d, for_whom="joint") for d in ("Strategy", " culture ")),
        a_statement("us", "Leadership  style", for_whom="us"),
    ]
    measures = [full("Strategy"), full(" culture "), full("us")]
    found = detailed_for_both(Workshop([*records, *measures]))
    assert found.missing == (("Leadership style", "them"),)
    assert found.sentence == "A clear statement is missing in leadership style for them."
    theirs = [a_statement("them", "Leadership style", for_whom="them"), full("them")]
    every = Workshop([*records, *measures, *theirs])
    assert detailed_for_both(every).for_both
    assert not any(each.fuzzy for each in clarities(every))


def test_an_empty_vision_lacks_everything() -> None:
    found = detailed_for_both(Workshop([a_statement("s")]))
    assert not found.for_both
    assert len(found.missing) == 6
    assert found.sentence == (
        "A clear statement is missing in strategy for both sides, culture for both sides "
        "and leadership style for both sides."
    )


def test_the_mandatory_dimensions_lead_whatever_a_template_brings() -> None:
    workshop = Workshop(
        [
            Vocabulary(id="v", name="dimension", words=("Quality", "culture")),
            a_statement("s", "Our own"),
            a_statement("t", "STRATEGY"),
        ]
    )
    assert dimensions(workshop) == (*MANDATORY, "Quality", "Our own")
    assert {name: len(found) for name, found in by_dimension(workshop).items() if found} == {
        "Strategy": 1,
        "Our own": 1,
    }
    assert is_mandatory("leadership  Style")
    assert not is_mandatory("Quality")


MONTH_9_OF_24 = (date(2026, 1, 1), date(2026, 10, 28), date(2028, 3, 11))  # 300 of 800 days


def a_measure(**values: Any) -> Measure:
    first, _, last = MONTH_9_OF_24
    return Measure(
        **{
            "id": "m",
            "name": "Rate",
            "statement": "s",
            "baseline_date": first,
            "target_date": last,
            **values,
        }
    )


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "progress", "ahead", "status"),
    [
        (18.5, 15.0, 17.1, 0.4, 0.025, "green"),
        (12000, 20000, 13600, 0.2, -0.175, "amber"),
        (0, 100, 27.5, 0.275, -0.1, "green"),
        (0, 100, 12.5, 0.125, -0.25, "amber"),
        (0, 100, 10, 0.1, -0.275, "red"),
        (0, 100, -20, -0.2, -0.575, "red"),
    ],
)
def test_measure_oracle_and_the_edges_of_its_colors(
    baseline: float, target: float, actual: float, progress: float, ahead: float, status: str
) -> None:
    found = standing(a_measure(baseline=baseline, target=target), actual, MONTH_9_OF_24[1])
    assert found.progress == pytest.approx(progress)
    assert found.expected == 0.375
    assert found.ahead == pytest.approx(ahead)
    assert found.status == status
    assert ("Expected", "0.375") in found.why.inputs


@pytest.mark.parametrize(
    ("values", "actual", "status"),
    [
        ({"baseline": 5, "target": 5}, 5.2, "red"),
        ({"baseline": 5, "target": 5}, 5, "green"),
        ({"direction": "hold", "baseline": 5}, 5.05, "green"),
        ({"direction": "hold", "baseline": 5}, None, None),
        ({"direction": "hold"}, 5, None),
    ],
)
def test_a_value_to_hold_has_no_way_to_go(
    values: dict[str, Any], actual: float | None, status: str | None
) -> None:
    found = standing(a_measure(**values), actual, MONTH_9_OF_24[1], tolerance=0.1)
    assert (found.progress, found.status) == (None, status)


def test_a_target_date_before_the_value_of_today_is_refused() -> None:
    with pytest.raises(RuleError, match="The target date is not after"):
        a_measure(target_date=MONTH_9_OF_24[0])


def test_what_is_not_known_of_a_measure_stays_unknown() -> None:
    found = standing(a_measure(target=5), 3, MONTH_9_OF_24[1])
    assert (found.progress, found.ahead, found.status) == (None, None, None)
    undated = a_measure(baseline=0, target=5, target_date=None)
    found = standing(undated, 3, MONTH_9_OF_24[1])
    assert (found.progress, found.expected, found.status) == (0.6, None, None)


@pytest.mark.parametrize(
    ("impact", "likelihood", "horizon", "priority", "weight"),
    [
        (5, 4, "0-1y", 20, "high"),
        (4, 3, "1-3y", 9.6, "medium"),
        (5, 2, "3+y", 6, "low"),
        (5, 3, "0-1y", 15, "high"),
        (5, 2, "1-3y", 8, "medium"),
        (5, None, "0-1y", None, None),
    ],
)
def test_factor_oracle(
    impact: int, likelihood: int | None, horizon: Any, priority: float | None, weight: str | None
) -> None:
    found = rank(Factor(id="f", text="F", impact=impact, likelihood=likelihood, horizon=horizon))
    assert (found.priority, found.weight) == (priority, weight)


def test_factors_are_ranked_and_names_break_ties() -> None:
    factors = [
        Factor(id="1", text="unrated"),
        Factor(id="2", text="b", impact=2, likelihood=2, horizon="0-1y"),
        Factor(id="3", text="A", impact=2, likelihood=2, horizon="0-1y"),
        Factor(id="4", text="top", impact=5, likelihood=5, horizon="3+y"),
    ]
    found = scan(Workshop(factors))
    assert [each.factor.text for each in found] == ["top", "A", "b", "unrated"]
    assert ("Nearness", "unknown") in found[-1].why.inputs
