# SPDX-License-Identifier: MIT
"""The verbs of the gap map and the ladder, by what they leave in the workshop."""

from functools import partial

import pytest

from workshop.document import Document
from workshop.gaps.edits import (
    best_of_ours,
    close_way,
    closed_way,
    hold,
    open_way,
    set_sourcing,
)
from workshop.gaps.records import Asset, Capability, ClosedOption, Need, Sourcing
from workshop.gaps.sourcing import sourcing_of
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop


def document(*assets: Asset, ours: bool = True) -> Document:
    records = [
        Organization(id="o1", name="Rural Trust", ours=ours),
        Organization(id="o2", name="Cedar Valley", ours=ours),
        Organization(id="o3", name="Northlight"),
        Capability(id="c1", name="Analytics"),
        Need(id="n1", capability="c1", needed_level=4),
    ]
    return Document(Workshop([*records, *assets]))


def asset(id: str, organization: str, level: int | None) -> Asset:
    return Asset(id=id, organization=organization, capability="c1", level=level)


def test_the_best_of_ours_is_changed_and_nobody_else() -> None:
    held = document(asset("a1", "o1", 1), asset("a2", "o2", 3), asset("a3", "o3", 5))
    held.apply(partial(hold, capability="c1", level=4), "Level")
    levels = {id: each.level for id, each in held.workshop.of(Asset).items()}
    assert levels == {"a1": 1, "a2": 4, "a3": 5}


def test_an_unrated_asset_of_ours_is_used_before_a_new_one_is_made() -> None:
    held = document(asset("a1", "o1", None))
    held.apply(partial(hold, capability="c1", level=2), "Level")
    assert [each.level for each in held.workshop.all(Asset)] == [2]


def test_without_an_asset_the_first_of_ours_by_name_gets_one() -> None:
    held = document(asset("a3", "o3", 5))
    held.apply(partial(hold, capability="c1", level=2), "Level")
    made = best_of_ours(held.workshop, "c1")
    assert made is not None
    assert (made.organization, made.level) == ("o2", 2)


def test_where_nobody_is_ours_it_says_what_to_do() -> None:
    held = document(ours=False)
    with pytest.raises(RuleError, match="mark one under Organizations"):
        held.apply(partial(hold, capability="c1", level=2), "Level")


def test_ratings_and_choice_share_one_record() -> None:
    found = document()
    found.apply(partial(set_sourcing, need="n1", relevance=0.25), "Rate")
    found.apply(partial(set_sourcing, need="n1", chosen="alliance"), "Choose")
    assert len(found.workshop.of(Sourcing)) == 1
    sourcing = sourcing_of(found.workshop, "n1")
    assert sourcing is not None
    assert (sourcing.relevance, sourcing.chosen) == (0.25, "alliance")


def test_a_way_is_closed_once_explained_and_opened_again() -> None:
    found = document()
    found.apply(partial(close_way, need="n1", option="merge"), "Close")
    found.apply(partial(close_way, need="n1", option="merge", reason="legal"), "Say why")
    closed = closed_way(found.workshop, "n1", "merge")
    assert closed is not None
    assert closed.reason == "legal"
    found.apply(partial(open_way, need="n1", option="merge"), "Open")
    assert not found.workshop.of(ClosedOption)
    assert found.apply(partial(open_way, need="n1", option="merge"), "Open") is None
