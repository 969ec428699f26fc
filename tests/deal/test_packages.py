# SPDX-License-Identifier: MIT
"""Packages: the efficient set is the one brute force finds, and what stands out is exact."""

import json
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import main
from workshop.audience import public_view
from workshop.deal.package_edits import agree_on, put_on_table
from workshop.deal.packages import Analysis, analyze, choice_of, sample, swap
from workshop.deal.packages_exact import TooMany, efficient, unbeaten
from workshop.deal.packages_problem import UNIT, Choice, Problem, problem_of
from workshop.deal.packages_search import better_for_all, count_acceptable, max_min, nash
from workshop.deal.records import WalkAway
from workshop.deal.term_records import OptionValue, Package, Term, TermOption, TermWeight
from workshop.edits import change
from workshop.interchange.into_file import save
from workshop.prepare.records import Organization
from workshop.record import Record, RuleError
from workshop.state import Workshop
from workshop.storage.workshop_file import create

O9 = (
    ("Seats", (0.2, 0.4), {"2": (1, 0), "3": (0.6, 0.6), "4": (0, 1)}),
    ("Share", (0.5, 0.3), {"20%": (1, 0), "30%": (0.7, 0.6), "40%": (0, 1)}),
    ("Length", (0.3, 0.3), {"3y": (1, 0.2), "5y": (0.5, 1)}),
)


def negotiation(lines: tuple[float, ...] = (0.4, 0.35)) -> Workshop:
    """Give the worked case of two parties, 18 packages."""
    parties = [Organization(id="a", name="A", ours=True), Organization(id="b", name="B")]
    made: list[Record] = [*parties]
    for at, (name, weights, options) in enumerate(O9):
        made.append(Term(id=f"t{at}", name=name))
        for n, (text, values) in enumerate(options.items()):
            made.append(TermOption(id=f"o{at}{n}", term=f"t{at}", text=text))
            for party, value in zip("ab", values, strict=True):
                made.append(
                    OptionValue(
                        id=f"v{party}{at}{n}", organization=party, option=f"o{at}{n}", value=value
                    )
                )
        for party, weight in zip("ab", weights, strict=True):
            made.append(
                TermWeight(id=f"w{party}{at}", organization=party, term=f"t{at}", weight=weight)
            )
    made += [
        WalkAway(id=f"l{party}", organization=party, value=line)
        for party, line in zip("ab", lines, strict=False)
    ]
    return Workshop(made)  # fmt: skip


def _texts(found: Analysis, choice: Choice) -> list[str]:
    return [own[at].text for own, at in zip(found.problem.options, choice, strict=True)]


def test_the_worked_case_has_its_efficient_set_and_its_fair_points() -> None:
    found = analyze(problem_of(negotiation()))
    assert (found.packages, found.acceptable, found.exact) == (18, 10, True)
    told = [
        (round(a, 9), round(b, 9), *_texts(found, p.choice))
        for p in found.efficient
        for a, b in [p.values]
    ]
    assert told == [
        (1.0, 0.06, "2", "20%", "3y"), (0.92, 0.3, "3", "20%", "3y"), (0.8, 0.46, "4", "20%", "3y"),
        (0.77, 0.54, "3", "20%", "5y"), (0.65, 0.7, "4", "20%", "5y"), (0.62, 0.72, "3", "30%", "5y"),
        (0.5, 0.88, "4", "30%", "5y"), (0.15, 1.0, "4", "40%", "5y"),
    ]  # fmt: skip
    assert found.nash
    assert _texts(found, found.nash.choice) == ["4", "20%", "5y"]
    product_of_gains = (found.nash.values[0] - 0.4) * (found.nash.values[1] - 0.35)
    assert product_of_gains == pytest.approx(0.0875)
    assert _texts(found, found.highest_sum.choice) == ["4", "30%", "5y"]
    assert found.said.startswith("8 of 18 packages cannot be improved")


def test_splitting_the_middle_is_beaten_by_trading_terms() -> None:
    problem = problem_of(negotiation())
    better = swap(problem, choice_of(problem, ("o01", "o11", "o20")))
    assert better
    assert better.sentence == (
        "Move “Share” from “30%” to “20%” against “Length” from “3y” to “5y”: B gains and nobody loses."
    )
    assert better.gains == pytest.approx((0, 0.06))
    assert swap(problem, choice_of(problem, ("o02", "o10", "o21"))) is None


def _problem(tables: list[list[list[int]]], line: int = 0) -> Problem:
    worth = tuple(np.array(table, dtype=np.int64) for table in tables)
    parties = tuple(Organization(id=f"p{n}", name=f"P{n}") for n in range(worth[0].shape[1]))
    terms = tuple(Term(id=f"t{n}", name=f"T{n}") for n in range(len(worth)))
    options = tuple(
        tuple(TermOption(id=f"o{n}-{k}", term=f"t{n}", text=str(k)) for k in range(len(table)))
        for n, table in enumerate(worth)
    )
    return Problem(parties, terms, options, worth, np.full(len(parties), line, dtype=np.int64))


def _problems(parties: st.SearchStrategy[int]) -> st.SearchStrategy[Problem]:
    def of(count: int) -> st.SearchStrategy[Problem]:
        row = st.lists(st.integers(0, 6), min_size=count, max_size=count)
        table = st.lists(row, min_size=2, max_size=4)
        return st.builds(_problem, st.lists(table, min_size=1, max_size=4), st.integers(0, 8))

    return parties.flatmap(of)


def _all(problem: Problem) -> dict[Choice, tuple[int, ...]]:
    choices = product(*(range(len(table)) for table in problem.worth))
    return {each: tuple(int(v) for v in problem.value(each)) for each in choices}


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


@settings(max_examples=150, deadline=None)
@given(_problems(st.integers(2, 3)))
def test_the_efficient_set_is_that_of_brute_force(problem: Problem) -> None:
    every = _all(problem)
    wanted = {v for v in every.values() if not any(_beats(o, v) for o in every.values())}
    found = [every[choice] for choice in efficient(problem)]
    assert set(found) == wanted
    assert len(found) == len(wanted)
    assert found == sorted(found, reverse=True)


@settings(max_examples=150, deadline=None)
@given(_problems(st.integers(2, 6)), st.data())
def test_the_fair_points_and_the_proofs_are_those_of_brute_force(
    problem: Problem, data: st.DataObject
) -> None:
    every = _all(problem)
    line = int(problem.walk_away[0])
    gains = {c: [each - line for each in v] for c, v in every.items() if min(v) >= line}
    assert count_acceptable(problem) == len(gains)
    best = max((np.prod(g, dtype=object) for g in gains.values()), default=0)
    fair = nash(problem)
    assert (np.prod(gains[fair], dtype=object) if fair else 0) == best
    least = max_min(problem)
    ranks = {c: (min(g), sum(g)) for c, g in gains.items()}
    assert (ranks[least] if least else None) == max(ranks.values(), default=None)
    choice = data.draw(st.sampled_from(sorted(every)))
    better = better_for_all(problem, choice)
    beaten = any(_beats(other, every[choice]) for other in every.values())
    assert (better is not None) == beaten
    found = swap(problem, choice)
    assert (found is not None) == beaten
    if better and found:
        assert _beats(every[better], every[choice])
        assert _beats(every[found.point.choice], every[choice])
    for each in sample(problem):
        assert not any(_beats(other, every[each]) for other in every.values())


def test_more_than_three_parties_get_a_sample_that_says_so() -> None:
    rng = np.random.default_rng(3)
    tables = (rng.random((4, 3, 5)) * UNIT / 4).astype(int).tolist()
    found = analyze(_problem(tables))
    assert not found.exact
    assert "a sample," in found.said
    assert found.nash in found.efficient
    assert found.max_min in found.efficient


def test_a_swap_of_many_terms_is_found_and_worded() -> None:
    table = [[[0, 0], [0, 0]] for _ in range(3)]
    problem = _problem([[[5, 5], [4, 7]], [[5, 5], [4, 7]], [[5, 5], [9, 2]], *table[:1]])
    better = swap(problem, (0, 0, 0, 0))
    assert better
    assert better.sentence.count("“T") == 3
    assert better.sentence.endswith(": both gain.")


def test_a_swap_of_more_than_three_terms_lists_them() -> None:
    problem = _problem([[[5, 5], [4, 6]]] * 3 + [[[5, 5], [9, 2]]])
    better = swap(problem, (0, 0, 0, 0))
    assert better
    assert better.sentence.startswith("Move “T0” from “0” to “1”, “T1”")


def test_progress_is_told_and_cancel_is_heard() -> None:
    told: list[float] = []
    analyze(problem_of(negotiation()), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(_done: float) -> None:
        raise RuleError("You stopped it.")

    with pytest.raises(RuleError, match="stopped"):
        analyze(problem_of(negotiation()), stop)


def test_too_many_efficient_packages_are_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.deal.packages_exact.MOST_KEPT", 3)
    with pytest.raises(TooMany, match="nearly every one"):
        efficient(problem_of(negotiation()))
    found = analyze(problem_of(negotiation()))
    assert not found.exact
    assert found.said.startswith("At least ")


def test_a_long_front_is_swept_whole() -> None:
    rng = np.random.default_rng(5)
    values = rng.integers(0, 40, (25_000, 3))
    found = {tuple(row) for row in values[unbeaten(values)].tolist()}
    rows = {tuple(row) for row in values.tolist()}
    assert found == {r for r in rows if not any(_beats(o, r) for o in found)}


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda w: Workshop(), "No term can move yet"),
        (lambda w: w.without(TermOption, ["o21"]).without(OptionValue, ["va21", "vb21"]), "“Length” has 1 option"),
        (lambda w: w.without(TermWeight, ["wa0"]), "A has not weighed “Seats”"),
        (lambda w: w.without(OptionValue, ["vb00", "vb01"]), "B has not valued 2 options yet, first “2”"),
        (lambda w: w.without(TermWeight, ["wb0", "wb1", "wb2"]), "1 organization weighed"),
        (lambda w: w.put([TermWeight(id=f"wa{n}", organization="a", term=f"t{n}", weight=0) for n in range(3)]), "All weights of A are zero"),
        (lambda w: w.put([Term(id=f"x{n}", name=f"X{n}") for n in range(10)]), "There are 13 terms"),
        (lambda w: w.put([TermOption(id=f"x{n}", term="t0", text=f"x{n}") for n in range(40)]), "has 43 options"),
        (lambda w: w.put([TermOption(id=f"x{t}{n}", term=f"t{t}", text=f"x{n}") for t in range(3) for n in range(300)]), "has 303 options"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_a_sentence(edit: object, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        problem_of(edit(negotiation()))  # type: ignore[operator]  # a function of the workshop


def test_too_many_packages_are_refused() -> None:
    from workshop.deal.packages_problem import missing

    many = [
        TermOption(id=f"x{t}{n}", term=f"t{t}", text=f"x{n}") for t in range(3) for n in range(300)
    ]
    assert any("packages; with 16,777,216" in each for each in missing(negotiation().put(many)))


def test_the_table_shows_places_and_never_a_value() -> None:
    workshop = negotiation()
    workshop = put_on_table(workshop, analyze(problem_of(workshop)))
    table = workshop.all(Package)
    assert [each.ranks for each in table] == [(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)]
    assert [each.marks for each in table] == [(), (), ("nash", "max_min"), (), ("sum",)]
    view = public_view(workshop)
    assert len(view.of(Package)) == 5
    assert not {OptionValue, TermWeight, WalkAway} & set(view.kinds())
    workshop = agree_on(agree_on(workshop, table[0].id), table[1].id)
    again = put_on_table(workshop, analyze(problem_of(workshop)))
    assert [p.status for p in again.all(Package)].count("agreed") == 1
    assert len(again.of(Package)) == len({each.options for each in again.all(Package)}) == 5
    assert len({each.name for each in again.all(Package)}) == 5
    ours = Package(id="ours", name="Ours", options=("o01", "o11", "o20"))
    half = Package(id="half", name="Half", options=("o01",))
    mixed = put_on_table(workshop.put([ours, half]), analyze(problem_of(workshop)))
    assert mixed.get(Package, "ours").parties == ("a", "b")
    assert len(mixed.get(Package, "ours").ranks) == 2
    assert mixed.get(Package, "half") == half


def test_nothing_acceptable_is_said_to_be_so() -> None:
    workshop = negotiation((1.0, 1.0))
    found = analyze(problem_of(workshop))
    assert found.nash is None
    assert found.max_min is None
    with pytest.raises(RuleError, match="No package is above"):
        put_on_table(workshop, found)


def test_a_package_needs_an_option_for_every_term() -> None:
    with pytest.raises(RuleError, match="no option for “Length”"):
        choice_of(problem_of(negotiation()), ("o00", "o10"))
    with pytest.raises(RuleError, match="begins with 1"):
        Package(id="p", name="P", ranks=(0,))


def test_the_command_gives_places_and_only_on_demand_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deal.concord"
    middle = Package(id="p", name="Middle", options=("o01", "o11", "o20"))
    best = Package(id="q", name="Best", options=("o02", "o10", "o21"))
    half = Package(id="r", name="Half", options=("o02",))
    opened = create(path, negotiation().put([middle, best, half]), "Begin")
    save(opened)
    opened.close()
    assert main.main(["packages", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["nash"] == {"options": ["4", "20%", "5y"], "acceptable": True, "places": [5, 4]}
    assert [each["name"] for each in said["on_the_table"]] == ["Middle", "Best", "Half"]
    assert said["on_the_table"][2]["swap"].startswith("The package has no option for “Share”")
    assert "values" not in str(said)
    assert main.main(["packages", str(path), "--json", "--sealed"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["efficient"][0]["values"] == [1.0, 0.06]
    assert said["walk_away"] == [0.4, 0.35]
    assert main.main(["packages", str(path)]) == 0
    assert "Middle: Move “Share” from" in capsys.readouterr().out


def test_the_command_says_if_nothing_is_fair(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deal.concord"
    opened = create(path, change(negotiation(), WalkAway, "la", value=1.0), "Begin")
    save(opened)
    opened.close()
    assert main.main(["packages", str(path)]) == 0
    assert "no package is above every line" in capsys.readouterr().out
