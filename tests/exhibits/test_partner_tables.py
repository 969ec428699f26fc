# SPDX-License-Identifier: MIT
"""Candidates, comparison, mirror, changes and flags: legible on every surface, and true."""

import pytest
from reportlab.lib.colors import HexColor

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Look
from exports.exhibits.fit_comparison import MOST, partners_in, score_of
from resources.theme import LIGHT
from tests.exhibits.reading import crossings, texts
from tests.exhibits.test_partner_exhibits import SURFACES, WORKSHOPS
from workshop.interchange.templates import sample
from workshop.partners.candidates import candidates
from workshop.partners.fit import fit
from workshop.partners.records import Tie
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop

NORTH, HOME, SUMMIT = "org-02-northlight", "org-03-homebridge", "org-14-summit"
KEYS = (
    "candidates",
    "red_flags",
    "changes",
    "mirror",
    "fit",
    "portrait",
    "set_gaps",
)


def about_of(key: str, workshop: Workshop) -> str:
    found = [each.organization for each in candidates(workshop)] if ours(workshop) else []
    return ",".join(found[:MOST]) if key in ("fit", "set_gaps") else (found or [""])[0]


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("kind", [*WORKSHOPS, "sample"])
@pytest.mark.parametrize("key", KEYS)
def test_texts_are_large_enough_apart_and_inside(key: str, kind: str, surface: str) -> None:
    workshop = sample() if kind == "sample" else WORKSHOPS[kind]()
    size, text = SURFACES[surface]
    about = about_of(key, workshop)
    pages = draw_board(key, workshop, Look(LIGHT, text), size, 0, about).pages
    for page in {0, pages - 1}:
        exhibit = draw_board(key, workshop, Look(LIGHT, text), size, page, about)
        found = texts(exhibit.drawing)
        assert found
        assert exhibit.title
        assert exhibit.drawing.height <= size[1]
        assert [each for each in found if each.size < text] == []
        assert crossings(found) == []
        boxes = [each[2:] for each in found]
        boxes += [(a.x, a.y, a.x + a.width, a.y + a.height) for a in exhibit.areas]
        for left, top, right, bottom in boxes:
            assert left >= -0.5
            assert top >= -0.5
            assert right <= size[0] + 0.5
            assert bottom <= exhibit.drawing.height + 0.5


def title(key: str, about: str = "") -> str:
    return draw_board(key, sample(), Look(LIGHT, 13), (1100, 900), 0, about).title


def test_titles_state_the_finding() -> None:
    assert title("candidates") == "8 candidates; Rural Trust fits best at 82%"
    assert title("fit", f"{HOME},{NORTH}").startswith(
        "HomeBridge fits best at 70%; values can derail"
    )
    assert title("fit", NORTH).endswith("(6 of 6 rated); values can derail it")
    assert title("fit", "nobody") == "No candidate is chosen to compare"
    assert "disagree on" in title("mirror", NORTH)
    assert title("changes", NORTH).startswith("Northlight Data is only 25% ready")
    assert "hard red flags stop the deal" in title("red_flags")


def test_every_part_of_a_comparison_leads_to_its_score() -> None:
    exhibit = draw_board("fit", sample(), Look(LIGHT, 13), (1100, 900), 0, f"{HOME},{SUMMIT}")
    assert len(exhibit.areas) == 14
    for area in exhibit.areas:
        words, score = score_of(sample(), area.id)
        assert partners_in(area.id) in (HOME, SUMMIT)
        assert words.startswith(score.label)
        assert score.why.formula
    overall = next(a for a in exhibit.areas if a.id == f"overall {SUMMIT}")
    assert score_of(sample(), overall.id)[1].value == fit(sample(), SUMMIT).overall


def test_the_boards_of_a_set_say_what_it_does() -> None:
    three = f"{HOME},{NORTH},org-04-rural-trust"
    assert title("set_gaps", three) == (
        "3 of 6 gaps close; the must-have downside-risk capital stays open"
    )
    assert title("set_gaps") == "Alone none of 6 gaps closes"
    assert title("set_network", three) == "All 3 partners are tied to us already"
    assert title("portrait", NORTH).startswith("Northlight Data wants 2 things and needs")


def test_the_gap_map_of_a_set_tells_of_each_need_who_closes_it() -> None:
    exhibit = draw_board("set_gaps", sample(), Look(LIGHT, 13), (900, 900), 0, NORTH)
    told = {area.id: area.text for area in exhibit.areas}
    assert len(told) == len(exhibit.areas) == 9
    assert any(text.endswith("closed by Northlight Data.") for text in told.values())
    assert any("open, gets to" in text for text in told.values())
    assert any(text.endswith("held by us.") for text in told.values())


def test_the_network_of_a_set_fades_what_is_not_in_it() -> None:
    def fills(members: str) -> int:
        drawn = draw_board("set_network", sample(), Look(LIGHT, 13), (900, 700), 0, members).drawing
        return sum(
            getattr(shape, "fillColor", None) == HexColor(LIGHT.neutral) for shape in drawn.contents
        )

    alone, with_two = fills(""), fills(f"{HOME},{NORTH}")
    assert alone == with_two + 2


def test_without_anybody_of_ours_the_boards_of_a_set_say_how_to_begin() -> None:
    bare = Workshop([Organization(id="o", name="Hill")])
    for key, about in (("set_gaps", ""), ("set_network", ""), ("portrait", "o")):
        assert draw_board(key, bare, Look(LIGHT, 13), (900, 700), 0, about).alt


def test_the_network_of_a_set_leaves_out_the_far_away_where_there_are_very_many() -> None:
    crowd = sample().put([Organization(id=f"x{n}", name=f"Extra {n}") for n in range(90)])
    exhibit = draw_board("set_network", crowd, Look(LIGHT, 13), (900, 700), 0, f"{HOME},{NORTH}")
    shown = {area.id for area in exhibit.areas}
    assert {HOME, NORTH} <= shown
    assert not any(id.startswith("x") for id in shown)
    assert "organizations without a tie to them not shown" in exhibit.subtitle
    hub = crowd.put(
        [Tie(id=f"t{n}", source=NORTH, target=f"x{n}", relation="Contract") for n in range(90)]
    )
    alone = draw_board("set_network", hub, Look(LIGHT, 13), (900, 700), 0, NORTH)
    assert {area.id for area in alone.areas} == {NORTH, "org-01-cedar-valley"}
