# SPDX-License-Identifier: MIT
"""What each side must change, what warns, and where the mirrors disagree."""

import pytest

from tests.partners.alliances import THEM, US, all_parts, changing, coalition, two
from workshop.edits import change
from workshop.partners.changes import changes_headline, changes_with
from workshop.partners.fit_records import (
    CultureRating,
    LeadershipRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.mirror import mirror, mirror_headline
from workshop.partners.records import (
    CHOSEN_SET_ID,
    Candidate,
    ChosenSet,
    PartnerChange,
    PartnerNeed,
    RedFlag,
)
from workshop.partners.red_flags import flags_headline, red_flags
from workshop.partners.strain import strain_of
from workshop.prepare.records import Organization


def test_load_readiness_and_balance_of_the_worked_numbers() -> None:
    found = changes_with(changing(), THEM)
    assert (found.us.load, found.them.load) == (9, 1)
    assert found.us.readiness == pytest.approx(0.6389, abs=5e-5)
    assert found.them.readiness == 0.25
    assert found.balance == pytest.approx(0.1111, abs=5e-5)
    assert found.us.avoids == ()
    assert found.them.avoids == (
        "Northlight is only 25% ready for its own changes.",
        "Northlight would change 11% as much as Cedar Valley.",
    )
    assert changes_headline(found) == found.them.avoids[0]


def test_who_names_nothing_avoids_change_once_the_other_has_spoken() -> None:
    one_sided = changing().without(PartnerChange, [f"{THEM}0"])
    found = changes_with(one_sided, THEM)
    assert [side.organization.id for side in found.avoiding] == [THEM]
    assert changes_headline(found) == "Northlight names nothing that it would change."
    silent = changes_with(two(), THEM)
    assert silent.avoiding == ()
    assert silent.balance is None
    assert changes_headline(silent) == "No change is named yet with Northlight"


def test_changes_that_are_not_rated_are_unknown_not_zero() -> None:
    vague = two(
        PartnerChange(id="a", organization=US, text="Share numbers"),
        PartnerChange(id="b", organization=THEM, text="Open the models", magnitude=2),
    )
    found = changes_with(vague, THEM)
    assert (found.us.load, found.us.readiness, found.balance) == (None, None, None)
    assert changes_headline(found) == "Not every change is rated yet"


def test_both_sides_ready() -> None:
    ready = two(
        *(
            PartnerChange(id=f"{who}{n}", organization=who, text="Do it", magnitude=2, willingness=3, capacity=n + 3)
            for who in (US, THEM)
            for n in range(2)
        )
    )  # fmt: skip
    found = changes_with(ready, THEM)
    assert found.balance == 1
    assert changes_headline(found) == (
        "Both sides change: Cedar Valley is 75% ready, Northlight is 75% ready"
    )


def test_a_change_for_another_alliance_does_not_count_here() -> None:
    workshop = changing().put([Organization(id="x", name="Xenia")])
    workshop = change(workshop, PartnerChange, f"{US}0", counterpart="x")
    assert changes_with(workshop, THEM).us.load == 6


def test_computed_flags_have_evidence_and_a_way_to_settle_them() -> None:
    workshop = all_parts().put(list(changing().all(PartnerChange)))
    workshop = workshop.put([Organization(id="x", name="Xenia")])
    workshop = change(workshop, Candidate, "candidate", exclusive_with=("x",))
    found = red_flags(workshop, THEM)
    assert [(flag.kind, flag.severity) for flag in found] == [
        ("avoiding_change", "hard"),
        ("culture_clash", "soft"),
        ("exclusive_elsewhere", "soft"),
        ("no_needs", "soft"),
        ("strategy_conflict", "soft"),
    ]
    evidence = {flag.kind: flag.evidence for flag in found}
    assert evidence["exclusive_elsewhere"] == "Bound exclusively to Xenia."
    assert evidence["strategy_conflict"] == "Conflicts with ours: “Aim 4”."
    assert "Values fit at 35%" in evidence["culture_clash"]
    assert all(flag.resolution and flag.computed and not flag.settled for flag in found)
    assert flags_headline(found) == "1 hard red flag stops the deal: Northlight"


def test_a_stated_flag_joins_the_computed_one_and_can_be_settled() -> None:
    needs = [PartnerNeed(id="p", organization=THEM, capability="care")]
    workshop = changing().put(
        [
            RedFlag(id="f", organization=THEM, kind="avoiding_change", evidence="Said so twice.", resolution="A date."),
            RedFlag(id="g", organization=THEM, kind="key_person", settled=True),
            *needs,
        ]
    )  # fmt: skip
    avoiding, key_person = red_flags(workshop)
    assert avoiding.stated
    assert avoiding.severity == "hard"
    assert avoiding.evidence.startswith("Said so twice. Northlight is only")
    assert avoiding.resolution == "A date."
    assert (key_person.settled, key_person.computed, key_person.resolution) == (True, False, "")
    settled = change(workshop, RedFlag, "f", settled=True)
    assert flags_headline(red_flags(settled)) == "2 red flags, all settled"


def test_headlines_of_few_flags() -> None:
    assert flags_headline(()) == "No red flag is raised"
    soft = red_flags(two())
    assert flags_headline(soft) == "1 red flag open, none of them hard"
    both = red_flags(
        two(
            RedFlag(id="a", organization=THEM, kind="no_exit", severity="hard"),
            RedFlag(id="b", organization=THEM, kind="other", severity="hard"),
        )
    )
    assert flags_headline(both) == "2 hard red flags stop the deal: Northlight"


def test_a_partner_that_carries_more_than_half_is_a_flag() -> None:
    workshop = coalition().put([ChosenSet(id=CHOSEN_SET_ID, members=("ManageCo", "HomeHealthX"))])
    flags = [flag for flag in red_flags(workshop) if flag.kind == "large_share"]
    assert [flag.organization.id for flag in flags] == ["ManageCo"]
    assert flags[0].evidence == "It carries 82% of what the chosen set adds."
    alone = workshop.put([ChosenSet(id=CHOSEN_SET_ID, members=("ManageCo",))])
    assert not [flag for flag in red_flags(alone) if flag.kind == "large_share"]


def test_a_partner_that_carries_nothing_is_no_large_share() -> None:
    empty = two(
        Organization(id="x", name="Xenia"),
        Candidate(id="cx", organization="x"),
        ChosenSet(id=CHOSEN_SET_ID, members=(THEM, "x")),
    )
    assert "large_share" not in [flag.kind for flag in red_flags(empty)]


def test_leaders_who_differ_derail_a_fit_but_are_no_clash_of_culture() -> None:
    workshop = two(
        LeadershipRating(id="a", organization=US, seen_by=US, bold=1, mission=1),
        LeadershipRating(id="b", organization=THEM, seen_by=THEM, bold=7, mission=7),
    )
    assert [flag.kind for flag in red_flags(workshop)] == ["no_needs"]


def test_flags_of_an_organization_that_is_no_candidate() -> None:
    workshop = two().put([Organization(id="x", name="Xenia")])
    assert [flag.kind for flag in red_flags(workshop, "x")] == ["no_needs"]


def test_strain_comes_from_fit_and_changes_unless_entered() -> None:
    workshop = changing()
    candidate = workshop.get(Candidate, "candidate")
    assert strain_of(workshop, candidate).points == 8
    entered = change(workshop, Candidate, "candidate", strain=2).get(Candidate, "candidate")
    assert strain_of(workshop, entered)[:2] == (2, True)
    assert strain_of(two(), candidate).points is None


def test_the_mirror_shows_where_the_two_disagree() -> None:
    workshop = all_parts().put(
        [
            CultureRating(id="c3", organization=THEM, seen_by=US, family=10, inventive=15, driven=60, orderly=15),
            LeadershipRating(id="l3", organization=US, seen_by=THEM, participative=2, bold=2),
            TraditionStance(id="s3", tradition="t1", organization=THEM, seen_by=US, stance="threatens"),
            ValuePoints(id="v5", organization=THEM, seen_by=US, value="Growth", points=100),
        ]
    )  # fmt: skip
    found = mirror(workshop, THEM)
    said = [each.sentence for each in found.differing]
    assert (
        said[0]
        == "“The name”, dear to Cedar Valley: Northlight says it respects it, Cedar Valley sees that it threatens it."
    )
    assert "Cedar Valley places itself at 5 of 7 on bold; Northlight places it at 2." in said
    assert "Northlight gives itself 40 points for driven; Cedar Valley gives it 60." in said
    assert "Northlight gives itself 65 points for growth; Cedar Valley gives it 100." in said
    assert (
        mirror_headline(found)
        == "We and Northlight disagree on 5 things, most on the tradition of Northlight"
    )
    one = found._replace(reflections=found.differing[:1])
    assert mirror_headline(one) == (
        "We and Northlight disagree on 1 thing: the tradition of Northlight"
    )


def test_a_mirror_with_one_side_only_and_with_both_alike() -> None:
    assert mirror_headline(mirror(two(), THEM)) == "We and Northlight have not rated each other yet"
    one_sided = mirror(all_parts(), THEM)
    assert one_sided.reflections
    assert one_sided.both_known == 0
    assert any("gives it no." in each.sentence for each in one_sided.reflections)
    alike = two(
        LeadershipRating(id="a", organization=US, seen_by=US, bold=4),
        LeadershipRating(id="b", organization=US, seen_by=THEM, bold=5),
        Tradition(id="t", organization=US, text="The name"),
    )
    assert mirror_headline(mirror(alike, THEM)) == (
        "We and Northlight see each other as each sees itself"
    )
