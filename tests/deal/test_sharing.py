# SPDX-License-Identifier: MIT
"""Splits add up to the cent, scenarios add up to what is expected, and tell-tales tell."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.scenarios import break_even, outlook, sampled
from workshop.deal.tell_tales import gini, tell_tales
from workshop.deal.waterfall import Split, Terms, largest_remainder, split, terms_of
from workshop.edits import change
from workshop.prepare.records import Organization
from workshop.record import Record, RuleError
from workshop.state import Workshop

VALUES = {
    "lives": (0.5, (7000, 4000, 2151)),
    "weighted": (0.4, (6300, 3200, 1828.35)),
    "equal": (0.1, (1, 1, 1)),
}
PARTNERS = {"ipa": "IPA", "hos": "Hospital group", "com": "Community center"}
SHARES = (0.5, 0.4, 0.1)


def deal(**rule: object) -> Workshop:
    """Give the worked case: track E, costs of 600,000, a partner with 30 % of the net."""
    given: dict[str, object] = {
        "recoup": 600_000_00, "partner": "mp", "partner_share": 0.3, "reserve": 0.1,
        "reinvest": 0.2, "partner_loss_share": 0.0, **rule,
    }  # fmt: skip
    made: list[Record] = [
        Organization(id="mp", name="Partner"),
        *(Organization(id=id, name=name) for id, name in PARTNERS.items()),
        SplitRule(id="s", name="Split", **given),  # type: ignore[arg-type]  # by name
        SavingsModel(
            id="m", name="Model", rules="mssp_2024", track="E", benchmark=177_300_000_00,
            people=13151, revenue=60_000_000_00, minimum_rate=0.01,
        ),
        Scenario(id="x1", name="Low", probability=0.25, rate=-0.02),
        Scenario(id="x2", name="Base", probability=0.5, rate=0.03),
        Scenario(id="x3", name="High", probability=0.25, rate=0.06),
    ]  # fmt: skip
    for name, (weight, values) in VALUES.items():
        made.append(Basis(id=name, name=name, weight=weight))
        made += [
            BasisValue(id=f"{name}-{id}", basis=name, organization=id, value=value)
            for id, value in zip(PARTNERS, values, strict=True)
        ]
    made += [
        LossShare(id=f"loss-{id}", organization=id, share=share)
        for id, share in zip(PARTNERS, SHARES, strict=True)
    ]
    return Workshop(made)


def _parts(found: Split) -> tuple[int, ...]:
    return tuple(found.of(id) for id in PARTNERS)


def test_the_worked_case_is_split_to_the_cent() -> None:
    found = split(terms_of(deal()), 3_577_000_00)
    assert found.to("costs") == 600_000_00
    assert found.of("mp") == 893_100_00
    assert (found.to("reserve"), found.to("reinvest")) == (208_390_00, 416_780_00)
    assert found.to("pool") == 1_458_730_00
    assert _parts(found) == (761_345_53, 435_290_70, 262_093_77)


def test_a_share_of_the_whole_takes_the_majority() -> None:
    workshop = deal(partner_share=0.55, partner_base="gross")
    found = split(terms_of(workshop), 3_577_000_00)
    assert found.of("mp") == 1_967_350_00
    assert _parts(found) == (368_872_07, 210_898_44, 126_984_49)
    assert (
        tell_tales(workshop)[0].sentence == "Partner takes the majority: 55% of all that is earned."
    )


@pytest.mark.parametrize(
    ("rule", "partner", "parts"),
    [
        ({"partner_loss_share": 0.3}, -783_000, (-913_500, -730_800, -182_700)),
        ({}, 0, (-1_305_000, -1_044_000, -261_000)),
        ({"reserve_held": 610_000_00}, 0, (-1_000_000, -800_000, -200_000)),
    ],
)
def test_a_loss_is_borne_by_reserve_partner_and_shares(
    rule: dict[str, object], partner: int, parts: tuple[int, ...]
) -> None:
    found = split(terms_of(deal(**rule)), -2_610_000_00)
    assert found.of("mp") == partner * 100
    assert _parts(found) == tuple(part * 100 for part in parts)


def test_scenarios_add_up_to_what_may_be_expected() -> None:
    found = outlook(deal())
    assert [each.split.earned for each in found.outcomes] == [
        -1_063_800_00,
        2_606_310_00,
        5_212_620_00,
    ]
    assert [each.split.of("mp") for each in found.outcomes] == [0, 601_893_00, 1_383_786_00]
    assert _parts(found.outcomes[0].split) == (-531_900_00, -425_520_00, -106_380_00)
    assert _parts(found.outcomes[1].split) == (513_098_81, 293_358_44, 176_634_65)
    assert _parts(found.outcomes[2].split) == (1_179_643_14, 674_447_62, 406_093_04)
    assert (found.earned, found.partner, found.participants) == (
        2_340_360_00,
        646_893_00,
        790_641_90,
    )
    rates = break_even(deal())
    assert rates
    assert [round(float(rate), 6) for rate in rates] == [0.006906, 0.01]
    assert break_even(deal(recoup=None)) is None


SPLITS = st.fixed_dictionaries(
    {
        "recoup": st.one_of(st.none(), st.integers(0, 10**9)),
        "partner": st.sampled_from([None, "mp"]),
        "partner_share": st.floats(0, 1).map(lambda share: round(share, 4)),
        "partner_base": st.sampled_from(["net", "gross"]),
        "partner_fee": st.one_of(st.none(), st.integers(0, 10**8)),
        "reserve": st.sampled_from([None, 0.0, 0.1, 0.37, 0.5]),
        "reinvest": st.sampled_from([None, 0.0, 0.2, 0.5]),
        "reserve_held": st.one_of(st.none(), st.integers(0, 10**9)),
        "partner_loss_share": st.floats(0, 1).map(lambda share: round(share, 4)),
    }
)
TERMS = terms_of(deal())


@given(SPLITS, st.integers(-(10**11), 10**11))
def test_no_cent_is_lost_or_made(rule: dict[str, object], earned: int) -> None:
    terms = Terms(SplitRule(id="s", name="Split", **rule), TERMS.pool, TERMS.losses)  # type: ignore[arg-type]  # by name
    found = split(terms, earned)
    assert sum(line.amount for line in found.lines) == earned
    assert all(line.amount * earned >= 0 for line in found.lines)


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=50))
def test_the_largest_remainders_get_the_cents_left_over(total: int, weights: list[int]) -> None:
    if not sum(weights):
        with pytest.raises(RuleError, match="nothing to share by"):
            largest_remainder(total, [Fraction(each) for each in weights])
        return
    parts = largest_remainder(total, [Fraction(each) for each in weights])
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, sum(weights))) < 1


def test_tell_tales_say_who_takes_what_and_who_bears_nothing() -> None:
    said = {each.key: each for each in tell_tales(deal())}
    assert said["partner"].sentence == "Partner takes 25% of all that is earned."
    assert said["symmetry"].sentence == "Partner shares in gains and bears nothing of a loss."
    assert said["symmetry"].tone == "stop"
    assert said["break_even"].sentence == (
        "Costs are paid back once 0.6906% is saved; as nothing is shared below 1%, that is the line."
    )
    told = [each.sentence for each in tell_tales(deal()) if each.key == "scenario"]
    assert told[0].startswith(
        "“Low”: Community center, Hospital group and IPA pay 1,063,800, Partner"
    )
    assert told[1].endswith("gain.")
    assert said["uses"].sentence == (
        "Of all that is earned 17% pays back costs, 25% goes to Partner, 17% is kept for losses and "
        "new work and 41% goes to the participants."
    )
    fair = {t.key: t for t in tell_tales(deal(partner_loss_share=0.15, partner_share=0.45))}
    assert fair["partner"].sentence == (
        "Partner takes a significant part: 37% of all that is earned."
    )
    assert (
        fair["symmetry"].sentence == "Partner bears 15% of a loss against 45% of gains: 0.33 to 1."
    )


def test_tell_tales_of_a_deal_without_a_partner_or_gains_are_silent_on_them() -> None:
    alone = {each.key for each in tell_tales(deal(partner=None, recoup=200_000_000_00))}
    assert alone == {"scenario", "uses"}
    workshop = deal(partner_share=None, recoup=5_000_00)
    for id, rate in (("x1", -0.5), ("x2", 0.0), ("x3", 0.001)):
        workshop = change(workshop, Scenario, id, rate=rate)
    said = [each.sentence for each in tell_tales(workshop)]
    assert "“Base”: nobody gains and nobody pays." in said
    low = change(deal(), SavingsModel, "m", minimum_rate=0.0)
    assert any(
        each.sentence == "Costs are paid back once 0.6906% is saved." for each in tell_tales(low)
    )
    every = deal(partner_loss_share=0.3)
    assert "nothing" not in next(t.sentence for t in tell_tales(every) if t.key == "scenario")


def test_evenness_is_a_gini_coefficient() -> None:
    assert gini([1, 1, 1, 1]) == 0
    assert gini([0, 0, 0, 4]) == 0.75
    assert gini([0, 0]) is None
    assert gini([-1, 3]) is None
    workshop = deal()
    for id, value in (("lives-hos", 1), ("lives-com", 1), ("weighted-hos", 1), ("weighted-com", 1)):
        workshop = change(workshop, BasisValue, id, value=value)
    assert any("shared unevenly" in each.sentence for each in tell_tales(workshop))


def test_drawn_years_follow_the_scenarios_and_the_seed() -> None:
    years = list(sampled(deal(), 200))
    assert [each.rate for each in years] == [each.rate for each in sampled(deal(), 200)]
    assert all(-0.02 <= each.rate <= 0.06 for each in years)
    assert sum(each.split.earned > 0 for each in years) > 100


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda w: w.without(SplitRule, ["s"]), "no rule for the split"),
        (lambda w: w.without(Basis, list(VALUES)), "Nothing says how the pool"),
        (lambda w: change(w, Basis, "equal", weight=0.2), "add up to 110%, not to 100%"),
        (lambda w: change(w, BasisValue, "lives-com", value=None), "Community center brings on “lives”"),
        (lambda w: w.without(BasisValue, [f"lives-{id}" for id in PARTNERS]), "Nobody brings anything on “lives”"),
        (lambda w: change(w, LossShare, "loss-ipa", share=0.4), "parts of a loss add up to 90%"),
        (lambda w: w.without(LossShare, [f"loss-{id}" for id in PARTNERS]), "Nothing says who bears a loss"),
        (lambda w: w.without(SavingsModel, ["m"]), "no model of gains and losses"),
        (lambda w: change(w, SavingsModel, "m", benchmark=None), "Expected spending is not known"),
        (lambda w: w.without(Scenario, ["x1", "x2", "x3"]), "no scenario yet"),
        (lambda w: change(w, Scenario, "x1", rate=None), "“Low” lacks its rate"),
        (lambda w: change(w, Scenario, "x1", probability=0.2), "probabilities add up to 95%"),
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_said_in_a_sentence(edit: object, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        outlook(edit(deal()))  # type: ignore[operator]  # a function of the workshop


def test_impossible_figures_are_refused_when_they_are_entered() -> None:
    for make, sentence in (
        (lambda: Scenario(id="x", name="X", rate=1.2), "spending would be negative"),
        (lambda: SplitRule(id="s", name="S", reserve=0.6, reinvest=0.5), "more than all"),
        (lambda: SavingsModel(id="m", name="M", benchmark=-1), "must not be negative"),
    ):
        with pytest.raises(RuleError, match=sentence):
            make()  # type: ignore[no-untyped-call]  # one of the above


def test_the_worked_weights_are_those_of_the_mix() -> None:
    weights = dict(terms_of(deal()).pool)
    assert [round(float(weights[id]), 4) for id in PARTNERS] == [0.5219, 0.2984, 0.1797]
    scored = change(deal(), SavingsModel, "m", quality_score=0.9)
    assert outlook(scored).earned == outlook(deal()).earned
