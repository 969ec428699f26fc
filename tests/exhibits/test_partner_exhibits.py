# SPDX-License-Identifier: MIT
"""The pictures of partners: legible whatever they hold, and titled with what they find."""

from collections.abc import Callable
from functools import cache

import msgspec
import pytest

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Look
from resources.theme import LIGHT
from tests.exhibits.reading import crossings, texts
from tests.large import large_workshop
from tests.partners.alliances import THEM, all_parts, changing, coalition, two
from workshop.edits import change
from workshop.gaps.records import Asset
from workshop.partners.records import CHOSEN_SET_ID, Candidate, ChosenSet
from workshop.prepare.records import Organization
from workshop.record import fields
from workshop.state import Workshop

SURFACES = {
    "small card": ((560.0, 300.0), 12.5),
    "card": ((840.0, 500.0), 13.0),
    "room": ((1280.0, 560.0), 28.5),
    "pdf": ((482.0, 600.0), 9.0),
}


def ordinary() -> Workshop:
    chosen = ChosenSet(id=CHOSEN_SET_ID, members=("MentorIPA", "RegionalHS", THEM))
    return coalition().put([*all_parts().records(), *changing().records(), chosen])


@cache
def many() -> Workshop:
    """Give 300 needs and 60 candidates with names of 40 characters, 15 of them chosen."""
    workshop = large_workshop(60, 300, 900, 20, 60, 1, note_words=60)
    others = [each.id for each in workshop.all(Organization) if not each.ours]
    return workshop.put(
        [
            *(Candidate(id=f"c{id}", organization=id, cost=3, strain=2) for id in others),
            ChosenSet(id=CHOSEN_SET_ID, members=tuple(others[:15])),
        ]
    )


def foreign() -> Workshop:
    words = "Πληθυσμός και ανάλυση Данные населения и риск"
    return Workshop(
        msgspec.structs.replace(
            record,
            **{
                f.name: f"{record.id} {words}"[:40]
                for f in fields(type(record))
                if f.kind in ("text", "long") and getattr(record, f.name) and f.name != "id"
            },
        )
        for record in ordinary().records()
    )


WORKSHOPS: dict[str, Callable[[], Workshop]] = {
    "ordinary": ordinary,
    "foreign": foreign,
    "many": many,
    "empty": Workshop,
}
BOARDS = ("fits", "partner_sets", "set_coverage", "profile")


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("kind", WORKSHOPS)
@pytest.mark.parametrize("key", BOARDS)
def test_texts_are_large_enough_apart_and_inside(key: str, kind: str, surface: str) -> None:
    workshop, (size, text) = WORKSHOPS[kind](), SURFACES[surface]
    others = [each.id for each in workshop.all(Organization) if not each.ours]
    about = "" if key != "profile" else THEM if THEM in others else (others or [""])[0]
    pages = draw_board(key, workshop, Look(LIGHT, text), size, 0, about).pages
    for page in {0, pages - 1}:
        exhibit = draw_board(key, workshop, Look(LIGHT, text), size, page, about)
        found = texts(exhibit.drawing)
        assert found
        assert exhibit.drawing.height <= size[1]
        assert [each for each in found if each.size < text] == []
        assert crossings(found) == []
        assert exhibit.title
        assert exhibit.alt
        boxes = [each[2:] for each in found]
        boxes += [(a.x, a.y, a.x + a.width, a.y + a.height) for a in exhibit.areas]
        for left, top, right, bottom in boxes:
            assert left >= -0.5
            assert top >= -0.5
            assert right <= size[0] + 0.5
            assert bottom <= exhibit.drawing.height + 0.5


def drawn(key: str, workshop: Workshop, about: str = "", width: float = 1100.0) -> tuple[str, str]:
    exhibit = draw_board(key, workshop, Look(LIGHT, 13), (width, 700), 0, about)
    return exhibit.title, " ".join(text.text for text in texts(exhibit.drawing))


def test_titles_state_the_finding() -> None:
    workshop = ordinary()
    assert drawn("profile", workshop, THEM)[0].endswith("values can derail it")
    assert drawn("fits", workshop)[0].startswith("Northlight fits best (")
    assert drawn("fits", workshop)[0].endswith("1 of 6 has a part that can derail it")
    assert drawn("set_coverage", workshop)[0] == "Three partners close 63% of the gap"
    assert "worth choosing from" in drawn("partner_sets", workshop)[0]
    assert drawn("set_coverage", coalition())[0] == "Alone we cover 0% of what is needed"
    assert drawn("fits", coalition())[0] == "No fit is rated yet"


def test_a_part_that_is_not_rated_is_a_dash_not_a_bar_of_nothing() -> None:
    assert "–" in drawn("profile", two(), THEM)[1]
    assert "not rated" in drawn("profile", two(), THEM)[1]


def test_what_hangs_on_one_partner_is_said_below_the_title() -> None:
    workshop = coalition().put([ChosenSet(id=CHOSEN_SET_ID, members=("RegionalHS",))])
    exhibit = draw_board("set_coverage", workshop, Look(LIGHT, 13), (900, 600))
    assert exhibit.subtitle == (
        "Removing RegionalHS would reopen 3 needs: capital, behavioral and post-acute"
    )
    assert "3 must-haves hang on RegionalHS alone" in exhibit.alt
    roles = {(area.role, area.id): area.text for area in exhibit.areas}
    assert (
        roles["partner", "RegionalHS"] == "RegionalHS, chosen partner, if it leaves, needs reopen"
    )
    assert roles["need", "n-care"] == "Care: open"
    assert roles["need", "n-capital"] == "Capital: covered"
    held = workshop.put([Asset(id="u", organization="us", capability="care", level=3)])
    exhibit = draw_board("set_coverage", held, Look(LIGHT, 13), (900, 600))
    assert "Care: held by us" in [area.text for area in exhibit.areas]


def test_any_set_can_be_pictured_by_its_members() -> None:
    members = "DataWorks,MentorIPA,RegionalHS"
    title, said = drawn("partner_set", coalition(), members)
    assert title == "Three partners close 100% of the gap"
    assert ": open" not in said
    assert (
        "Every need is covered."
        in draw_board("partner_set", coalition(), Look(LIGHT, 13), (900, 600), 0, members).alt
    )


@pytest.mark.parametrize("width", [375.0, 420.0, 900.0])
@pytest.mark.parametrize("kind", ["ordinary", "foreign"])
def test_no_name_in_the_picture_of_a_set_is_cut(kind: str, width: float) -> None:
    workshop = WORKSHOPS[kind]()
    members = ",".join(each.id for each in workshop.all(Organization) if not each.ours)
    for about in ("", members):
        exhibit = draw_board("partner_set", workshop, Look(LIGHT, 13), (width, 9_000), 0, about)
        found = texts(exhibit.drawing)
        assert found
        assert [each.text for each in found if "…" in each.text] == []
        assert crossings(found) == []


def test_every_set_worth_choosing_can_be_pointed_at() -> None:
    workshop = change(ordinary(), Candidate, "c-ManageCo", standing="ruled_out")
    exhibit = draw_board("partner_sets", workshop, Look(LIGHT, 13), (900, 600))
    sets = [area for area in exhibit.areas if area.role == "set"]
    assert "" in [area.id for area in sets]
    assert len({area.id for area in sets}) == len(sets)
    assert [area.id for area in exhibit.areas if area.role == "chosen"]
    assert exhibit.subtitle.startswith("Chosen: MentorIPA, Northlight and RegionalHS: covers ")


def test_the_pages_of_the_coverage_show_every_need_once() -> None:
    look, size = Look(LIGHT, 28.5), (1280.0, 560.0)
    pages = draw_board("set_coverage", many(), look, size).pages
    shown = [
        area.id
        for page in range(pages)
        for area in draw_board("set_coverage", many(), look, size, page).areas
        if area.role == "need"
    ]
    assert len(shown) == len(set(shown)) > 250
