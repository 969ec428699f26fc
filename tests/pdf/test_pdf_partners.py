# SPDX-License-Identifier: MIT
"""Stage 4 in the edition: candidates, fit, mirror, changes, red flags, and the chosen set."""

from collections.abc import Callable

import pytest

from resources.paths import SAMPLES
from tests.partners.alliances import THEM, US, all_parts, coalition
from tests.pdf.conftest import Edition, squeeze
from tests.pdf.test_pdf_secrets import CANARY, assert_no_canary
from workshop.gaps.records import Need
from workshop.interchange.json_file import read_json
from workshop.partners.fit_records import Aspiration, CultureRating, Tradition
from workshop.partners.records import (
    CHOSEN_SET_ID,
    Candidate,
    ChosenSet,
    PartnerChange,
    RedFlag,
)
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

Make = Callable[[Workshop], Edition]


@pytest.fixture
def sample(make: Make) -> Edition:
    return make(read_json(SAMPLES / "cedar_valley.json"))


def chapters(edition: Edition) -> list[str]:
    return [entry.text for entry in edition.report.outline if entry.level == 0]


def test_the_sample_says_who_fits_and_whom_we_need(sample: Edition) -> None:
    text = sample.squeezed()
    for sentence in (
        "Could we live together?",
        "Can derail it: values.",
        "Northlight Data fits at 62% (6 of 6 rated); values can derail it",
        "We and Rural Trust disagree on 1 thing: the leadership of Cedar Valley ACO",
        "Northlight Data is only 25% ready for its own changes.",
        "Avoiding change is a hard red flag.",
        "A two-year exit in writing, or no talks.",
        "Whom we need",
        "Going alone we cover 31% of what is needed.",
        "The three we talk to now.",
        "1 must-have hangs on HomeBridge alone: care management at home.",
        "25 sets worth choosing from",
        "Every set keeps to a budget of 36 and at most 5 partners.",
        "leave 1 must-have open. Among all sets that may: whatever counts most",
        "The best set stays the best while coverage counts at least 28%.",
        "The smallest change that flips the choice",
        "Unlikely but better",
    ):
        assert squeeze(sentence) in text, sentence


def test_the_frontier_has_going_alone_and_marks_the_chosen_set(make: Make) -> None:
    chosen = ChosenSet(id=CHOSEN_SET_ID, members=("DataWorks", "MentorIPA", "RegionalHS"))
    text = make(coalition().put([chosen])).squeezed()
    assert squeeze("Going alone 0% 0 0") in text
    assert squeeze("DataWorks, MentorIPA and RegionalHS chosen 100% 10 3 nothing") in text
    assert squeeze("RegionalHS 43% 35%") in text


def test_there_is_no_chapter_without_candidates(make: Make) -> None:
    lonely = Workshop([Organization(id=US, name="Us", ours=True)])
    assert "Could we live together?" not in chapters(make(lonely))


def test_candidates_are_listed_where_nobody_is_ours_and_nothing_is_compared(make: Make) -> None:
    edition = make(
        Workshop([Organization(id=THEM, name="Northlight"), Candidate(id="c", organization=THEM)])
    )
    assert "Northlight" in edition.squeezed()
    assert "Whom we need" not in chapters(edition)


def test_a_set_that_is_chosen_before_needs_are_weighed_is_printed(make: Make) -> None:
    workshop = coalition()
    bare = workshop.put(
        [
            *(Need(id=each.id, capability=each.capability) for each in workshop.all(Need)),
            ChosenSet(id=CHOSEN_SET_ID, members=("DataWorks",), because="We know them"),
        ]
    )
    text = make(bare).squeezed()
    assert squeeze("No need is weighed yet") in text
    assert squeeze("Why this set We know them") in text


def test_what_is_for_the_facilitator_alone_is_nowhere(make: Make) -> None:
    hidden: list[Record] = [
        RedFlag(id="h1", organization=THEM, kind="other", evidence=f"{CANARY} 1", audience="facilitator"),
        PartnerChange(id="h2", organization=THEM, text=f"{CANARY} 2", audience="facilitator"),
        Aspiration(id="h3", organization=THEM, text=f"{CANARY} 3", audience="facilitator"),
        Tradition(id="h4", organization=US, text=f"{CANARY} 4", audience="facilitator"),
        CultureRating(
            id="h5", organization=THEM, seen_by=US, family=97, inventive=1, driven=1, orderly=1,
            audience="facilitator",
        ),
    ]  # fmt: skip
    edition = make(all_parts().put(hidden))
    assert_no_canary(edition)
    assert squeeze("family 97") not in edition.squeezed()
    assert squeeze("family 40") in edition.squeezed()


def test_three_hundred_candidates_with_long_names_are_all_printed(make: Make) -> None:
    name = "The Consolidated Regional Health Partners"
    records: list[Record] = []
    for n in range(300):
        records += [
            Organization(id=f"x{n}", name=f"{name} {n:03}"),
            Candidate(id=f"cx{n}", organization=f"x{n}", cost=n % 10, strain=1),
        ]
    text = make(coalition().put(records)).squeezed()
    assert all(squeeze(f"{name} {n:03}") in text for n in range(300))
