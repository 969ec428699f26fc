# SPDX-License-Identifier: MIT
"""What a field says about itself is what forms, tables and imports go by."""

import pytest

from workshop.gaps.records import Need
from workshop.kinds import BY_NAME, KINDS
from workshop.partners.records import Tie
from workshop.prepare.records import AgendaBlock, Details, Organization, Vocabulary
from workshop.record import (
    Record,
    RuleError,
    field,
    fields,
    kind_name,
    label_of,
    noun,
    references,
    require,
    within,
)
from workshop.room.records import AgreementRound


class Bare(Record, frozen=True, kw_only=True):
    """A record whose fields say nothing about themselves."""

    number: int = 3
    words: tuple[str, ...] = ()


def test_every_kind_describes_all_its_fields() -> None:
    for kind in KINDS:
        for each in fields(kind):
            assert each.label
            assert set(each.to) <= set(BY_NAME)
            assert not (each.required and each.optional)


def test_own_fields_come_before_common_ones() -> None:
    names = [each.name for each in fields(Organization)]
    assert names[0] == "name"
    assert set(names[-3:]) == {"id", "audience", "private_note"}


def test_kinds_of_fields() -> None:
    found = {each.kind for kind in KINDS for each in fields(kind)}
    assert {"text", "long", "words", "whole", "number", "percent", "flag", "date", "time"} <= found
    assert {"moment", "choice", "reference", "references"} <= found
    assert field(AgendaBlock, "starts").kind == "time"
    assert field(AgreementRound, "held_at").kind == "moment"


def test_bounds_references_and_defaults() -> None:
    level = field(Need, "needed_level")
    assert (level.low, level.high, level.optional, level.default) == (0, 5, True, None)
    assert [each.name for each in references(Tie)] == ["source", "target"]
    assert field(Organization, "name").required
    assert field(Organization, "at_table").default is True


def test_choices_have_words() -> None:
    scale = field(AgreementRound, "scale")
    assert label_of(scale, "gradients") == "Gradients of agreement"
    assert label_of(scale, "fist_to_five") == "Fist to five"
    assert label_of(scale, "other") == "other"


def test_a_field_without_a_description_goes_by_its_name() -> None:
    assert (field(Bare, "number").label, field(Bare, "number").kind) == ("number", "whole")


def test_names_and_nouns() -> None:
    assert kind_name(AgendaBlock) == "agenda_block"
    assert noun(AgendaBlock) == "agenda block"
    assert noun(Vocabulary, 2) == "vocabularies"
    assert noun(Details) == "workshop"
    assert noun(Tie, 0) == "ties"


def test_rules_say_what_is_wrong() -> None:
    with pytest.raises(RuleError, match="Say it"):
        require("Say it.", " ")
    with pytest.raises(RuleError, match=r"Level must be from 0 to 5, not 5\.5"):
        within("Level", 5.5, 0, 5)
    within("Level", None, 0, 5)
    within("Level", 0, 0, 5)
