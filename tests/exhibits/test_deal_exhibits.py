# SPDX-License-Identifier: MIT
"""The pictures of the deal can be read wherever they are shown, and say what they find."""

from collections.abc import Callable

import pytest

from exports.exhibits.boards import BOARDS
from exports.exhibits.exhibit import Area, Look
from resources.theme import DARK, LIGHT
from tests.exhibits import deals
from tests.exhibits.reading import crossings, texts
from workshop.deal.money_records import Scenario, SplitRule
from workshop.deal.operating_records import ExitPlan, Goal
from workshop.deal.records import GateOverride, ReservationOutcome
from workshop.deal.term_records import Package
from workshop.edits import change
from workshop.interchange.templates import sample
from workshop.room.records import Reservation
from workshop.state import Workshop

KEYS = (
    "success", "trade", "balance", "decision_rights", "raci", "goals", "stress", "way_out",
    "kept_reservations", "packages", "waterfall", "proportions", "gate", "thread", "loose_ends",
    "resources", "clauses", "conflict", "management", "terms", "split",
    "who_pays", "who_decides",
)  # fmt: skip
DEALS: dict[str, Callable[[], Workshop]] = {
    "ordinary": deals.ordinary, "foreign": deals.foreign, "many": deals.many, "empty": Workshop,
}  # fmt: skip
SURFACES = {
    "small card": ((560.0, 300.0), 12.5),
    "wide card": ((1200.0, 700.0), 13.0),
    "room": ((1280.0, 560.0), 28.5),
    "pdf": ((482.0, 600.0), 9.0),
}
LOOK = Look(LIGHT, 13)
SIZE = (840.0, 600.0)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("key", KEYS)
def test_texts_are_large_enough_apart_and_inside(key: str, deal: str, surface: str) -> None:
    (wide, high), text = SURFACES[surface]
    workshop = DEALS[deal]()
    pages = BOARDS[key](workshop, Look(LIGHT, text), (wide, high), 0).pages
    for page in {0, pages // 2, pages - 1}:
        exhibit = BOARDS[key](workshop, Look(DARK, text), (wide, high), page)
        found = texts(exhibit.drawing)
        assert found
        assert exhibit.drawing.width == wide
        assert exhibit.drawing.height <= high
        assert [each for each in found if each.size < text] == []
        assert [e for e in found if not _inside(e[2:], wide, exhibit.drawing.height)] == []
        assert crossings(found) == []
        assert [
            a for a in exhibit.areas if not _inside(_box(a), wide, exhibit.drawing.height)
        ] == []
        assert exhibit.title
        assert exhibit.alt


def _box(area: Area) -> tuple[float, float, float, float]:
    return area.x, area.y, area.x + area.width, area.y + area.height


def _inside(box: tuple[float, ...], wide: float, high: float) -> bool:
    left, top, right, bottom = box
    return left >= -0.5 and top >= -0.5 and right <= wide + 0.5 and bottom <= high + 0.5


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("success", "The vision is detailed for both sides"),
        ("trade", "6 things are given up for 4 gains by 4 organizations"),
        ("balance", "1 trade far from even"),
        ("decision_rights", "Cedar Valley ACO has 44% of the say; balance of power 0.57 of 1"),
        ("raci", "5 activities, each with one who answers for it"),
        ("goals", "4 goals, all measured by somebody"),
        ("stress", "1 hard question without an answer"),
        ("way_out", "Everybody knows the way out"),
        ("kept_reservations", "1 of 8 reservations still to become something"),
        ("proportions", "Northlight Data has 42% of the money and 20% of the decisions"),
        ("gate", "The gate is shut: 2 conditions do not hold"),
        ("thread", "3 of 13 statements are followed through to a way out; 5 ends hang loose"),
        ("loose_ends", "5 ends hang loose"),
    ],
)  # fmt: skip
def test_a_title_states_the_finding(key: str, title: str) -> None:
    assert BOARDS[key](deals.ordinary(), LOOK, SIZE, 0).title == title


def test_the_title_of_the_waterfall_names_who_gets_most_and_what_a_bad_year_costs() -> None:
    title = BOARDS["waterfall"](sample(), LOOK, SIZE, 0).title
    assert title.startswith("“Best year” brings 5,362,560, ")
    assert title.endswith("“Bad year” costs 1,094,400")


def test_the_waterfall_shows_amounts_that_add_up_to_the_heading() -> None:
    exhibit = BOARDS["waterfall"](sample(), LOOK, (840, 3000), 0)
    figures = [area.text.rpartition(": ")[2].replace(",", "") for area in exhibit.areas]
    assert sum(round(float(each) * 100) for each in figures) == sum(
        (-109440000, 268128000, 536256000)
    )


def test_a_deal_without_terms_says_what_is_missing() -> None:
    exhibit = BOARDS["waterfall"](Workshop(), LOOK, SIZE, 0)
    assert exhibit.title == "The split cannot be worked out yet"
    assert "no rule for the split" in exhibit.alt


def test_packages_show_their_places_and_no_value() -> None:
    exhibit = BOARDS["packages"](deals.ordinary(), LOOK, SIZE, 0)
    assert exhibit.title.endswith("packages on the table, none agreed yet")
    assert any("place 1 for Cedar Valley ACO" in area.text for area in exhibit.areas)
    assert exhibit.pages == 4
    listed = BOARDS["packages"](deals.ordinary(), LOOK, SIZE, 2)
    assert "Fair by product of gains, Least gain is highest" in listed.alt
    assert "Split the middle" in "".join(area.text for area in exhibit.areas)
    agreed = change(deals.ordinary(), Package, min(deals.ordinary().of(Package)), status="agreed")
    assert BOARDS["packages"](agreed, LOOK, SIZE, 0).title.startswith("Agreed: ")


def test_packages_without_places_are_a_list() -> None:
    exhibit = BOARDS["packages"](sample(), LOOK, SIZE, 0)
    assert "Split the middle" in exhibit.alt
    bare = Workshop([Package(id="p", name="Bare")])
    assert "no option chosen yet" in BOARDS["packages"](bare, LOOK, SIZE, 0).alt


def test_an_override_is_shown_with_name_and_reason() -> None:
    over = GateOverride(id="o", condition="G11", name="Ann", reason="We settle it in May.")
    exhibit = BOARDS["gate"](sample().put([over]), LOOK, SIZE, 0)
    assert "Passed over by Ann: We settle it in May." in exhibit.alt


def test_loose_ends_of_words_are_named() -> None:
    workshop = change(sample(), ExitPlan, "exit-01", notice_days=None)
    assert (
        BOARDS["way_out"](workshop, LOOK, SIZE, 0).title
        == "The exit “any of us” lacks the notice; write it down under How we leave"
    )
    workshop = workshop.put([Goal(id="goal-09", name="Nobody's goal")])
    assert BOARDS["goals"](workshop, LOOK, SIZE, 0).title == "Nobody measures 1 of 5 goals"
    workshop = change(workshop, Reservation, "reservation-07", status="withdrawn")
    exhibit = BOARDS["kept_reservations"](workshop, LOOK, SIZE, 0)
    assert exhibit.title == "8 reservations, each with what became of it"
    assert "Taken back" in exhibit.alt
    assert "Accepted risk" in exhibit.alt
    assert ReservationOutcome in set(workshop.kinds())


def test_a_split_that_earns_nothing_says_so() -> None:
    workshop = sample()
    for each, rate in (("scenario-01", -0.02), ("scenario-02", 0.0), ("scenario-03", 0.001)):
        workshop = change(workshop, Scenario, each, rate=rate)
    assert SplitRule in set(workshop.kinds())
    title = BOARDS["waterfall"](workshop, LOOK, SIZE, 0).title
    assert title.startswith("No scenario earns anything; “Bad year” costs")
