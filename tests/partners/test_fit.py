# SPDX-License-Identifier: MIT
"""The fit of two organizations: the worked numbers O6, what is unknown, and the words for it."""

from math import exp, log

import msgspec
import pytest

from tests.partners.alliances import THEM, US, all_parts, complementary, two
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.candidates import candidate_of, candidate_problems, us
from workshop.partners.complement import (
    cosine,
    gives_them,
    gives_us,
    growth,
    harmonic,
    jaccard,
    resources,
)
from workshop.partners.culture import (
    culture_points,
    distance,
    points_problems,
    preferred_distance,
)
from workshop.partners.fit import fit, fit_headline, fits, weights
from workshop.partners.fit_parts import stance_on
from workshop.partners.fit_records import (
    FIT_WEIGHTS_ID,
    Aspiration,
    AspirationMatch,
    CultureRating,
    FitWeights,
    LeadershipRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.records import (
    Candidate,
    IncompatiblePair,
    PartnerChange,
    PartnerNeed,
    SetRules,
)
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def parts(workshop: Workshop) -> dict[str, float | None]:
    return {score.part: score.value for score in fit(workshop, THEM).scores}


def test_what_they_fill_of_our_gaps() -> None:
    found = gives_us(complementary(), THEM)
    assert {c.capability.name: c.amount for c in found.contributions} == {
        "Care": 1, "Analytics": 3, "Access": 0, "Capital": 1.5,
    }  # fmt: skip
    assert found.share == near(0.7027)
    assert (found.rated, found.gaps) == (4, 4)
    assert harmonic(found.share, 0.45) == near(0.5487)


def test_what_we_fill_of_theirs_and_both_ways() -> None:
    workshop = complementary().put(
        [PartnerNeed(id="p", organization=THEM, capability="access", needed_level=4, importance=3)]
    )
    assert gives_them(workshop, THEM).share == near(0.5)
    found = resources(workshop, THEM)
    assert found.mutual == near(2 * 0.7027027 * 0.5 / 1.2027027)
    assert found.kind == "complement"
    assert found.score == found.mutual


def test_nothing_in_return_is_no_mutual_complement() -> None:
    assert harmonic(0.0, 0.7) == 0
    assert harmonic(None, 0.7) is None
    found = resources(complementary(), THEM)
    assert found.mutual is None
    assert (found.score, found.kind) == (None, "")


def test_an_unknown_level_is_not_rated_and_never_zero() -> None:
    workshop = change(complementary(), Asset, "t-capital", level=None)
    found = gives_us(workshop, THEM)
    assert (found.rated, found.gaps) == (3, 4)
    assert found.share == near(20 / 29)


def test_similar_levels_in_other_places() -> None:
    ours, theirs = ((3, 4, 2, 3), (3, 3, 2, 4))
    assert cosine(zip(ours, theirs, strict=True)) == near(0.9737)
    here = {"Lane", "Polk", "Linn", "Benton"}
    there = {"LINN", "Benton", "Coos", "Curry", "Douglas"}
    assert jaccard(here, there) == near(0.2857)
    workshop = two(
        *(Capability(id=f"k{n}", name=f"K{n}") for n in range(4)),
        *(Asset(id=f"u{n}", organization=US, capability=f"k{n}", level=v) for n, v in enumerate(ours)),
        *(Asset(id=f"t{n}", organization=THEM, capability=f"k{n}", level=v) for n, v in enumerate(theirs)),
    )  # fmt: skip
    workshop = change(workshop, Organization, US, service_area=tuple(sorted(here)))
    workshop = change(workshop, Organization, THEM, service_area=tuple(sorted(there)))
    assert growth(workshop, THEM).score == near(0.6955)
    found = resources(workshop, THEM)
    assert (found.kind, found.score) == ("geographic growth", near(0.6955))


def test_likeness_needs_two_levels_and_both_areas() -> None:
    assert growth(complementary(), THEM).score is None
    assert growth(two(), THEM).likeness is None
    assert cosine([(0, 3)]) is None


def test_culture_leadership_and_aspirations_of_the_worked_numbers() -> None:
    workshop = all_parts()
    apart = distance(
        culture_points(workshop, US, US) or {}, culture_points(workshop, THEM, THEM) or {}
    )
    assert apart.points == 25
    assert (apart.euclid, 1 - apart.euclid / 141.4213562) == (near(32.4037), near(0.7709))
    assert apart.differing == ("family", "driven")
    found = parts(workshop)
    assert found["culture"] == near(0.75)
    assert found["leadership"] == near(0.7333)
    assert found["aspirations"] == near(0.65)
    assert found["values"] == near(0.35)
    assert found["tradition"] == near(1 - 2.5 / 9)


def test_the_overall_fit_is_the_weighted_geometric_mean_of_what_is_rated() -> None:
    # The six parts of the worked numbers, each put in place of what is computed.
    values = (0.65, 0.5487, 0.75, 11 / 15, 0.70, 0.35)
    weighed = FitWeights(id=FIT_WEIGHTS_ID)
    names = ("aspirations", "resources", "culture", "leadership", "tradition", "values")
    expected = exp(sum(getattr(weighed, n) * log(v) for n, v in zip(names, values, strict=True)))
    assert expected == near(0.6138)
    found = fit(all_parts(), THEM)
    assert found.answered == "5 of 6 rated"
    known = {s.part: s.value for s in found.scores if s.value is not None}
    total = sum(getattr(weighed, part) for part in known)
    mean = exp(sum(getattr(weighed, p) * log(v) for p, v in known.items()) / total)
    assert found.overall == near(mean)
    assert [score.part for score in found.derailers] == ["values"]
    assert (
        fit_headline(found)
        == f"Northlight fits at {round(mean * 100)}% (5 of 6 rated); values can derail it"
    )


def test_of_several_of_ours_the_best_one_serves() -> None:
    workshop = complementary().put(
        [
            Organization(id="u2", name="Cedar Hill", ours=True),
            Asset(id="u2-a", organization="u2", capability="access", level=2),
            PartnerNeed(
                id="p", organization=THEM, capability="access", needed_level=4, importance=3
            ),
        ]
    )
    assert gives_them(workshop, THEM).share == near(0.5)


def test_changed_weights_change_the_fit_and_only_what_counts_is_asked() -> None:
    workshop = all_parts()
    only = FitWeights(
        id=FIT_WEIGHTS_ID,
        aspirations=0,
        resources=0,
        culture=1,
        leadership=0,
        tradition=0,
        values=0,
    )
    assert fit(workshop, THEM, only).overall == near(0.75)
    assert weights(workshop.put([only])) == only
    assert fit(workshop.put([only]), THEM).overall == near(0.75)
    nothing = msgspec.structs.replace(only, culture=0, resources=1)
    assert fit(workshop, THEM, nothing).overall is None


def test_every_score_opens_to_its_formula_and_inputs() -> None:
    for score in fit(all_parts(), THEM).scores:
        assert score.why.formula
        assert score.why.inputs


def test_nothing_rated_is_no_fit() -> None:
    found = fit(two(), THEM)
    assert (found.overall, found.arithmetic, found.answered) == (None, None, "0 of 6 rated")
    assert fit_headline(found) == "How well Northlight fits is not rated yet"


def test_how_we_see_them_stands_in_until_they_have_spoken() -> None:
    workshop = all_parts().without(CultureRating, ["c2"]).without(LeadershipRating, ["l2"])
    assert parts(workshop)["culture"] is None
    seen = workshop.put(
        [
            CultureRating(id="c3", organization=THEM, seen_by=US, family=40, inventive=20, driven=15, orderly=25),
            LeadershipRating(id="l3", organization=THEM, seen_by=US, participative=2, bold=5),
        ]
    )  # fmt: skip
    assert parts(seen)["culture"] == 1
    scores = {score.part: score for score in fit(seen, THEM).scores}
    assert ("Theirs", "as we see it") in scores["culture"].why.inputs
    assert scores["culture"].note == "close in all"
    assert (scores["leadership"].value, scores["leadership"].note) == (1, "alike")
    without_ours = workshop.without(CultureRating, ["c1"])
    assert parts(without_ours)["culture"] is None


def test_of_two_views_of_a_stance_the_more_worried_one_counts() -> None:
    workshop = all_parts().put(
        [
            TraditionStance(
                id="s3", tradition="t1", organization=THEM, seen_by=US, stance="threatens"
            )
        ]
    )
    item = workshop.get(Tradition, "t1")
    assert stance_on(workshop, item, THEM) == "threatens"
    scores = {score.part: score for score in fit(workshop, THEM).scores}
    assert scores["tradition"].note == "threatened: The name"
    assert scores["tradition"].value == near(1 - 6.5 / 9)
    vague = change(workshop, Tradition, "t1", intensity=None)
    assert parts(vague)["tradition"] == 0.5


def test_what_each_wants_to_be_is_compared_too() -> None:
    wanted = [
        CultureRating(id=f"w{n}", organization=who, seen_by=who, moment="preferred", family=f, inventive=i, driven=25, orderly=25)
        for n, (who, f, i) in enumerate([(US, 30, 20), (THEM, 20, 30)])
    ]  # fmt: skip
    workshop = all_parts().put(wanted)
    found = preferred_distance(workshop, US, THEM)
    assert found
    assert found.points == 10
    culture = {score.part: score for score in fit(workshop, THEM).scores}["culture"]
    assert ("Apart as each wants to be", "10 points") in culture.why.inputs
    assert preferred_distance(all_parts(), US, THEM) is None


def test_points_that_do_not_add_up_to_100_are_said_in_one_sentence() -> None:
    workshop = all_parts()
    assert points_problems(workshop) == []
    workshop = change(workshop, CultureRating, "c1", family=30)
    workshop = change(workshop, ValuePoints, "v1", points=75)
    assert points_problems(workshop) == [
        "The culture points of Cedar Valley add up to 90, not 100; give 10 more.",
        "The values points of Cedar Valley add up to 110, not 100; take 10 away.",
    ]
    assert parts(workshop)["culture"] is None
    assert parts(workshop)["values"] is None
    seen = two(
        CultureRating(
            id="c", organization=THEM, seen_by=US, family=99, inventive=0, driven=0, orderly=0
        )
    )
    assert points_problems(seen) == [
        "The culture points of Northlight as Cedar Valley sees it add up to 99, not 100; give 1 more."
    ]
    unfinished = two(CultureRating(id="c", organization=THEM, seen_by=US, family=99))
    assert points_problems(unfinished) == []
    empty = two(ValuePoints(id="v", organization=US, seen_by=US, value="Care"))
    assert points_problems(empty) == []


def test_more_than_eight_values_are_too_many() -> None:
    many = two(
        *(ValuePoints(id=f"v{n}", organization=US, seen_by=US, value=f"V{n}", points=10) for n in range(10))
    )  # fmt: skip
    assert points_problems(many) == [
        "Cedar Valley has points on 10 values; keep to the 8 that matter most."
    ]


def test_candidates_are_sorted_by_fit_and_ours_cannot_be_one() -> None:
    workshop = all_parts().put(
        [
            Organization(id="x", name="Xenia"),
            Candidate(id="cx", organization="x"),
            Candidate(id="cu", organization=US),
        ]
    )
    assert [each.partner.name for each in fits(workshop)] == ["Northlight", "Xenia"]
    assert candidate_problems(workshop) == [
        "Cedar Valley is ours and cannot be its own partner; "
        "take it off the candidates or unmark it as ours."
    ]
    assert candidate_of(workshop, "x")
    assert candidate_of(workshop, "nobody") is None


def test_an_empty_list_and_nobody_being_ours_say_the_way_forward() -> None:
    alone = Workshop([Organization(id=US, name="Cedar Valley", ours=True)])
    assert candidate_problems(alone) == [
        "No candidate is named yet; add the organizations you might ally with."
    ]
    with pytest.raises(RuleError, match="mark one under Organizations"):
        us(Workshop())


@pytest.mark.parametrize(
    "make",
    [
        lambda: IncompatiblePair(id="p", one="a", other="a"),
        lambda: AspirationMatch(id="m", one="a", other="a"),
        lambda: Candidate(id="c", organization="a", exclusive_with=("a",)),
        lambda: PartnerChange(id="c", organization="a", text="x", counterpart="a"),
        lambda: SetRules(id="r", coverage_weight=0, cost_weight=0, strain_weight=0),
        lambda: FitWeights(id="w", aspirations=0, resources=0, culture=0, leadership=0, tradition=0, values=0),
        lambda: Aspiration(id="a", organization="a", text=" "),
        lambda: CultureRating(id="c", organization="a", seen_by="a", family=101),
        lambda: LeadershipRating(id="l", organization="a", seen_by="a", bold=8),
        lambda: Need(id="n", capability="c", importance=9),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(make: object) -> None:
    with pytest.raises(RuleError) as told:
        make()  # type: ignore[operator]  # makes a record
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


def test_both_scores_of_needs_and_assets_are_told_the_one_that_counts_first() -> None:
    workshop = complementary()
    assert resources(workshop, THEM).in_words == ""
    needing = workshop.put(
        [PartnerNeed(id="p", organization=THEM, capability="access", needed_level=4, importance=3)]
    )
    found = resources(needing, THEM)
    assert found.in_words.startswith("complement ")
    assert found.in_words.endswith("geographic growth unknown")
    names = [name for name, _ in found.both_ways.inputs]
    assert "Of our gaps, given" in names
    assert "Of theirs, given" in names
