# SPDX-License-Identifier: MIT
"""The network as an exhibit: the places of the map, a finding, a legend of what is shown."""

import re
from datetime import date

import pytest
from reportlab.graphics import shapes

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Exhibit, Look
from exports.exhibits.name_lines import FLAT, TALL, USUAL, name_lines
from exports.exhibits.network import network
from resources.theme import DARK, LIGHT
from tests.exhibits import reading
from tests.partners.networks import o8, organization, ring, tie
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.templates import sample
from workshop.partners.positions import positions
from workshop.partners.scene import Scene
from workshop.partners.tie_records import TieReport
from workshop.prepare.records import Organization
from workshop.state import Workshop

LOOK = Look(LIGHT, 12)


def texts(group: shapes.Group) -> list[str]:
    found = []
    for node in group.contents:
        if isinstance(node, shapes.String):
            found.append(node.text)
        elif isinstance(node, shapes.Group):
            found.extend(texts(node))
    return found


def test_nodes_lie_as_on_the_map() -> None:
    areas = {area.id: area for area in network(o8(), LOOK, (800, 500)).areas}
    places = positions(o8())
    assert areas.keys() == places.keys()
    by_map = sorted(places, key=lambda each: places[each][0])
    drawn = [areas[id].x + areas[id].width / 2 for id in by_map]
    assert drawn == sorted(drawn)
    assert areas["o-DataWorks"].text == "DataWorks, 1 tie: ManageCo (contract)"


def test_the_legend_names_only_what_is_shown() -> None:
    plain = texts(network(o8(), LOOK, (800, 500)).drawing)
    assert "contract" in plain
    assert "planned" not in plain
    ties = [tie("Hosp-Clinic1", "funding", status="planned", strength=2, directed=True)]
    more = texts(network(o8().put(ties), Look(DARK, 12), (800, 500)).drawing)
    assert {"funding", "planned", "wider is stronger", "at the table"} <= set(more)


def test_capabilities_are_drawn_when_asked_for() -> None:
    needs = [
        Capability(id="c1", name="Analytics"), Need(id="n1", capability="c1", needed_level=3),
        Asset(id="a1", organization="o-Hosp", capability="c1", level=4),
        Capability(id="c2", name="Capital"), Need(id="n2", capability="c2", needed_level=3),
    ]  # fmt: skip
    exhibit = network(o8().put(needs), LOOK, (900, 560), scene=Scene(capabilities=True))
    assert {"Analytics", "Capital", "covered by nobody"} <= set(texts(exhibit.drawing))
    assert any(area.id == "c1" for area in exhibit.areas)


def test_no_text_leaves_the_picture_or_is_too_small() -> None:
    names = [f"Regional Partnership for Community Care {i:02}"[:40] + str(i) for i in range(60)]
    records = [organization(f"N{i}") for i in range(60)]
    long = Workshop(
        [type(r)(id=r.id, name=name) for r, name in zip(records, names, strict=True)]
        + [tie(f"N{i}-N{i // 2}") for i in range(1, 60)]
    )
    exhibit = network(long, LOOK, (1000, 640))
    assert "names found no room" in exhibit.alt or len(texts(exhibit.drawing)) > 100
    for area in exhibit.areas:
        assert 0 <= area.x <= 1000 - area.width


def test_many_ties_are_drawn_as_one_line_for_each_pair() -> None:
    ring_of = ring(90)
    doubled = [tie(f"N{i:03}-N{i + 1:03}", "funding") for i in range(89)]
    exhibit = network(ring_of.put(doubled), LOOK, (900, 600))
    assert "Several relations" in texts(exhibit.drawing)


def test_a_highlight_and_an_empty_workshop() -> None:
    assert network(o8(), LOOK, (800, 500), highlight=["o-IPA"]).areas
    assert network(Workshop(), LOOK, (800, 500)).title == "No organizations yet"


def test_names_break_evenly_and_are_cut_only_where_nothing_helps() -> None:
    long = "Regional Partnership for Community Care"
    assert name_lines("Rural Trust", USUAL, 12, len) == ("Rural Trust",)
    assert name_lines(long, USUAL, 2, len) == ("Regional Partnership", "for Community Care")
    assert name_lines(long, FLAT, 2, len) == (long,)
    assert len(name_lines(long, TALL, 2, len)) == 3
    assert name_lines("x" * 60, USUAL, 1, len) == ("x" * 25 + "…",)


def test_every_name_of_the_sample_is_shown_in_the_room_on_the_page_and_on_paper() -> None:
    names = {each.name for each in sample().all(Organization)}
    for size, text in (((1801, 799), 43.2), ((960, 600), 14), ((480, 330), 9)):
        exhibit = network(sample(), Look(LIGHT, text), size)
        shown = " ".join(texts(exhibit.drawing))
        assert "found no room" not in exhibit.alt
        assert all(word in shown for name in names for word in name.split())


def test_names_that_find_no_room_are_counted() -> None:
    exhibit = network(ring(120), Look(LIGHT, 40), (900, 500))
    assert "names found no room" in exhibit.alt


SCENES = {
    "around": Scene(arrangement="around"),
    "layers": Scene(arrangement="layers"),
    "geography": Scene(arrangement="places", grouped_by="ownership"),
    "a question": Scene(question="differ"),
    "who has left": Scene(without="org-04-rural-trust"),
    "before": Scene().at(date(2020, 1, 1), date(2026, 6, 1)),
    "ahead": Scene(capabilities=True).at(date(2030, 1, 1), date(2026, 6, 1)),
}


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_legible_on_every_surface(name: str, long: bool) -> None:
    workshop = sample()
    if long:
        for number, each in enumerate(workshop.all(Organization)):
            named = f"{number:02} Regional Partnership for Community Care"
            workshop = change(workshop, Organization, each.id, name=named[:40])
    for size, text in (((1801.0, 799.0), 43.2), ((960.0, 600.0), 14.0), ((482.0, 600.0), 9.0)):
        look = Look(LIGHT, text)
        exhibit = draw_board("network_scene", workshop, look, size, 0, SCENES[name].encoded())
        found = reading.texts(exhibit.drawing)
        assert exhibit.drawing.height <= size[1]
        assert reading.crossings(found) == []
        assert all(each.left >= -0.5 and each.right <= size[0] + 0.5 for each in found)
        assert all(
            each.top >= -0.5 and each.bottom <= exhibit.drawing.height + 0.5 for each in found
        )
        assert all(each.size >= text for each in found)


def test_a_scene_is_titled_by_what_it_shows() -> None:
    def title(name: str) -> str:
        about = SCENES[name].encoded()
        return draw_board("network_scene", sample(), LOOK, (900, 600), 0, about).title

    assert title("a question").startswith("Cedar Valley ACO and Northlight Data see the strength")
    assert title("who has left").startswith("Without Rural Trust the rest loses its link to ")
    assert title("before").startswith("Since 1 January 2020 ")
    assert title("ahead").startswith("By 1 January 2030 ")
    assert title("around") == network(sample(), LOOK, (900, 600)).title


def test_a_crowded_legend_counts_the_rarest_relations() -> None:
    said = " ".join(texts(network(sample(), Look(LIGHT, 36), (1100, 560)).drawing))
    assert "more relations" in said
    assert "Referral" in said


def test_conversations_are_listed_for_the_room() -> None:
    size, look = (1801.0, 799.0), Look(LIGHT, 43.2)
    exhibit = draw_board("conversations", sample(), look, size)
    assert exhibit.title == "4 conversations to have about what two see differently"
    assert "strength of the contract tie: 3 and 5" in exhibit.alt
    assert reading.crossings(reading.texts(exhibit.drawing)) == []
    nobody = draw_board("conversations", o8(), look, size)
    assert nobody.title == "No tie has a report from both of its ends yet"
    both = [
        TieReport(id=f"r{end}", tie="t-Hosp-IPA-contract", organization=end, strength=3)
        for end in ("o-Hosp", "o-IPA")
    ]
    alike = draw_board("conversations", o8().put(both), look, size)
    assert "much alike" in alike.title


def test_on_paper_sixty_long_names_find_room_in_smaller_letters() -> None:
    name = "Regional Partnership for Community Care {}"
    known = [Organization(id=f"o-P{i:02}", name=name.format(i)) for i in range(60)]
    ties = [tie(f"P{i:02}-P{(i * 7 + 3) % 60:02}") for i in range(60) if (i * 7 + 3) % 60 != i]
    crowd = Workshop([*known, *ties])
    room, paper = (network(crowd, Look(LIGHT, 9, least), (480, 560)) for least in (None, 6.5))
    assert not counted(paper, "found no room")
    assert counted(room, "are in short") > 5 * counted(paper, "are in short")
    assert paper.drawing.height > room.drawing.height


def counted(exhibit: Exhibit, what: str) -> int:
    """Give of how many names the alternative text says this."""
    found = re.search(rf"(\d+) names {what}", exhibit.alt)
    return int(found[1]) if found else 0
