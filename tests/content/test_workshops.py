# SPDX-License-Identifier: MIT
"""The sample and the templates are whole: they load, speak the app's words, and teach."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from resources.paths import SAMPLES, TEMPLATES
from workshop.audience import public_view
from workshop.deal.records import Balance, Struck
from workshop.document import Document
from workshop.future_state.clarity import clarities
from workshop.future_state.dimensions import MANDATORY, dimensions
from workshop.gaps.gap import gaps
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.gaps.sourcing import compare
from workshop.integrity import findings
from workshop.interchange.json_file import encode_json, read_json
from workshop.interchange.templates import SAMPLE, from_template, sample, templates
from workshop.kinds import KINDS
from workshop.partners.fit_records import CultureRating
from workshop.partners.records import Placement, Tie
from workshop.path.stages import STEPS
from workshop.prepare.records import (
    AgendaBlock,
    Details,
    GroundRule,
    Organization,
    Participant,
    Vocabulary,
)
from workshop.record import fields
from workshop.room.agreement import agreement
from workshop.room.records import Action, AgreementRound, ParkingItem, Reservation
from workshop.state import Workshop

FIELDS_OF_WORK = ("accountable_care", "research_consortium", "charity_coalition")
FILES = sorted([*SAMPLES.glob("*.json"), *TEMPLATES.glob("*.json")])
WORKSHOPS = [path for path in FILES if path.name != "index.json"]


def test_the_index_offers_exactly_the_templates_there_are() -> None:
    offered = [template.key for template in templates()]
    assert sorted(offered) == sorted(path.stem for path in WORKSHOPS if path.parent == TEMPLATES)
    assert offered[0] == "blank"
    for template in templates():
        assert template.title
        assert template.description.count(".") == 1


@pytest.mark.parametrize("path", WORKSHOPS, ids=lambda path: path.stem)
def test_a_bundled_workshop_loads_without_findings_and_can_be_worked_on(path: Path) -> None:
    workshop = read_json(path)
    assert findings(workshop) == []
    document = Document(clock=lambda: datetime(2027, 3, 12, 8, tzinfo=UTC))
    document.apply(lambda _: workshop, "Begin")
    document.undo()
    document.redo()
    assert document.workshop == workshop


@pytest.mark.parametrize("path", WORKSHOPS, ids=lambda path: path.stem)
def test_a_bundled_file_is_pretty_printed_for_review(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("path", WORKSHOPS, ids=lambda path: path.stem)
def test_agenda_blocks_follow_each_other_and_name_steps_of_the_path(path: Path) -> None:
    workshop = read_json(path)
    blocks = workshop.all(AgendaBlock)
    assert {block.step for block in blocks if block.step} <= set(STEPS)
    assert all(not block.step for block in blocks if block.pause)
    ends: dict[int, int] = {}
    for block in blocks:
        assert block.starts is not None
        assert block.minutes is not None
        begin = block.starts.hour * 60 + block.starts.minute
        assert ends.get(block.day, begin) == begin, block.title
        ends[block.day] = begin + block.minutes


@pytest.mark.parametrize("path", WORKSHOPS, ids=lambda path: path.stem)
def test_every_vocabulary_serves_a_field_and_every_word_in_use_is_in_it(path: Path) -> None:
    workshop = read_json(path)
    suggested = {field.suggest for kind in KINDS for field in fields(kind) if field.suggest}
    vocabularies = {each.name: each for each in workshop.all(Vocabulary)}
    assert set(vocabularies) <= suggested
    for record in workshop.records():
        for field in fields(type(record)):
            if field.suggest in vocabularies and (word := getattr(record, field.name)):
                assert word in vocabularies[field.suggest].words


@pytest.mark.parametrize("key", [template.key for template in templates()])
def test_a_template_begins_with_one_organization_of_ours_and_the_mandatory_dimensions(
    key: str,
) -> None:
    workshop = from_template(key)
    assert dimensions(workshop)[: len(MANDATORY)] == MANDATORY
    assert [each.ours for each in workshop.all(Organization)] == [True]
    assert workshop.all(Details)[0].title


@pytest.mark.parametrize("key", FIELDS_OF_WORK)
def test_a_template_for_a_field_of_work_brings_its_words_its_day_and_its_capabilities(
    key: str,
) -> None:
    workshop = from_template(key)
    suggested = {field.suggest for kind in KINDS for field in fields(kind) if field.suggest}
    assert {each.name for each in workshop.all(Vocabulary)} == suggested
    assert len(workshop.of(Capability)) >= 6
    assert len(workshop.of(GroundRule)) >= 3
    day = [block.minutes or 0 for block in workshop.all(AgendaBlock)]
    assert 6 * 60 <= sum(day) <= 9 * 60
    assert any(block.pause for block in workshop.all(AgendaBlock))


def test_templates_do_not_share_the_words_of_their_dimensions() -> None:
    worded = {dimensions(from_template(key)) for key in FIELDS_OF_WORK}
    assert len(worded) == len(FIELDS_OF_WORK)


def test_the_sample_has_records_of_every_kind_but_what_follows_from_others() -> None:
    workshop = sample()
    assert [kind for kind in KINDS if not workshop.of(kind)] == [Placement, Balance, Struck]


def test_the_sample_says_that_it_is_fictional() -> None:
    details = sample().all(Details)[0]
    assert "fictional" in details.title
    assert "plausible inventions" in details.purpose


def test_everybody_in_the_sample_votes_for_an_organization_at_the_table() -> None:
    workshop = sample()
    people = workshop.all(Participant)
    assert len(people) == 16
    tables = {each.id for each in workshop.all(Organization) if each.at_table}
    assert {person.organization for person in people} == tables
    assert all(person.votes for person in people)


def test_the_sample_teaches_clear_half_clear_and_fuzzy_statements() -> None:
    found = clarities(sample())
    assert {each.statement.dimension for each in found} == set(dimensions(sample()))
    assert any(each.fuzzy for each in found)
    assert any(not each.fuzzy and each.missing for each in found)
    assert any(not each.missing for each in found)


def test_every_gap_of_the_sample_has_a_chosen_way_that_is_open_and_a_reason() -> None:
    workshop = sample()
    chosen = {each.need: each for each in workshop.all(Sourcing)}
    found = gaps(workshop)
    assert len(found) == 9
    assert {gap.need.id for gap in found if gap.gap} == set(chosen)
    closed = {(each.need, each.option) for each in workshop.all(ClosedOption)}
    for need, sourcing in chosen.items():
        assert sourcing.chosen is not None
        assert (need, sourcing.chosen) not in closed
        assert sourcing.why


def test_in_the_sample_the_four_questions_and_the_score_differ_for_some_gaps_only() -> None:
    workshop = sample()
    differ = [bool(compare(workshop, each.need).differs) for each in workshop.all(Sourcing)]
    assert 0 < sum(differ) < len(differ)


def test_every_need_of_the_sample_is_tied_to_what_demands_it() -> None:
    assert all(need.because for need in sample().all(Need))


def test_the_sample_leaves_some_levels_and_shares_unknown() -> None:
    assets = sample().all(Asset)
    assert any(asset.level is None for asset in assets)
    assert any(asset.level == 0 for asset in assets)
    assert any(asset.level and asset.share is None for asset in assets)


def test_the_rounds_of_the_sample_end_in_three_ways_and_no_dissent_lacks_a_reason() -> None:
    workshop = sample()
    results = [agreement(workshop, each.id) for each in workshop.all(AgreementRound)]
    assert [each.outcome for each in results] == [
        *("hear_concerns", "more_discussion", "consensus", "consensus"),
    ]
    assert [each.answered[:8] for each in results] == [
        *("16 of 16", "14 of 16", "16 of 16", "16 of 16"),
    ]
    assert all(not each.needing_reason and not each.passed_over for each in results)
    assert any(each.status == "open" for each in workshop.all(Reservation))


def test_the_network_of_the_sample_shows_each_status_and_both_kinds_of_direction() -> None:
    ties = sample().all(Tie)
    assert {tie.status for tie in ties} == {"planned", "active", "ended"}
    assert {tie.directed for tie in ties} == {True, False}
    assert len({tie.relation for tie in ties}) >= 8


def test_private_notes_of_the_sample_are_nowhere_in_its_public_text() -> None:
    workshop = sample()
    notes = [record.private_note for record in workshop.records() if record.private_note]
    assert len(notes) >= 5
    public = _public_text(workshop)
    for note in notes:
        assert note.startswith("Private: ")
        assert note not in public
    assert "Private:" not in public
    assert b"Private:" not in encode_json(public_view(workshop))


def test_some_records_of_the_sample_are_for_the_facilitator_only() -> None:
    workshop = sample()
    kept = [record for record in workshop.records() if record.audience == "facilitator"]
    assert {type(record) for record in kept} == {Action, CultureRating, ParkingItem}


def test_the_sample_file_is_the_one_the_app_opens() -> None:
    assert SAMPLE.exists()
    assert sample() == read_json(SAMPLES / "cedar_valley.json")


def _public_text(workshop: Workshop) -> str:
    return "\n".join(
        str(getattr(record, field.name))
        for record in workshop.records()
        if record.audience == "everyone"
        for field in fields(type(record))
        if not field.private
    )
