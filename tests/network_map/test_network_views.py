# SPDX-License-Identifier: MIT
"""The views of the network page: orders, time, exhibits, and what the room then sees of them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.exhibits.boards import draw_board
from exports.exhibits.exhibit import Look
from resources.theme import LIGHT
from tests.network_map.test_network_map import drag, pixel, shown
from tests.partners.networks import o8, organization, tie
from widgets.partners.network_page import NetworkPage
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.records import Candidate, Placement
from workshop.partners.scene import decoded
from workshop.prepare.records import DETAILS_ID, Details
from workshop.state import Workshop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RECORDS = (
    organization("IPA", ours=True),
    tie("Hosp-Clinic2", status="ended", since=date(2010, 1, 1), until=date(2020, 1, 1)),
    tie("Hosp-Clinic1", status="planned", since=date(2028, 1, 1)),
    tie("Hosp-IPA", since=date(2012, 1, 1)),
    Details(id=DETAILS_ID, horizon=date(2030, 6, 1)),
    Capability(id="c1", name="Analytics"), Need(id="n1", capability="c1", needed_level=3, importance=4),
    Asset(id="a1", organization="o-Hosp", capability="c1", level=4),
    Candidate(id="k1", organization="o-Hosp"),
)  # fmt: skip


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[NetworkPage]:
    made = shown(qtbot, o8().put(RECORDS))
    yield made
    made.map.motion.stop()


def order(page: NetworkPage, key: str) -> None:
    next(each for each in page.filters.arrange.orders if each.data() == key).trigger()
    page.map.motion.stop()


def test_an_order_is_shown_and_left_without_a_step(page: NetworkPage) -> None:
    map = page.map
    before = map.content.places.copy()
    order(page, "around")
    assert (map.content.places != before).any()
    order(page, "")
    assert (map.content.places == before).all()
    assert not map.desk.document.history.log


def test_an_order_is_brought_into_view(page: NetworkPage) -> None:
    located = [
        organization(name, latitude=40.0 + n, longitude=5.0 * n, ours=name == "IPA")
        for n, name in enumerate(("Hosp", "IPA", "Clinic1", "Clinic2", "DataWorks"))
    ]
    page.map.desk.apply(lambda w: w.put(located), "Locate")
    for key in ("places", "around", "layers", ""):
        order(page, key)
        inside = page.map.rect().adjusted(10, 10, -10, -page.map.legend.height())
        assert all(inside.contains(pixel(page.map, id)) for id in page.map.content.ids)


def test_in_an_order_nothing_is_dragged_or_tidied(page: NetworkPage) -> None:
    said: list[str] = []
    page.map.desk.said.connect(said.append)
    order(page, "around")
    start = pixel(page.map, "o-Hosp")
    drag(page.map, start, start + QPoint(60, 0))
    assert pixel(page.map, "o-Hosp") == start
    QTest.keyClick(page.map, Qt.Key.Key_T)
    assert "As they were put" in said[-1]
    assert not page.map.desk.document.history.log


def test_an_order_can_be_kept_in_one_step(page: NetworkPage) -> None:
    order(page, "layers")
    places = page.map.content.places.copy()
    ids = page.map.content.ids
    page.filters.arrange.keep.trigger()
    page.map.motion.stop()
    spots = page.map.desk.workshop.of(Placement)
    assert all(abs(spots[id].x - x) < 0.1 for id, (x, _) in zip(ids, places, strict=True))
    assert page.map.scene.arrangement == ""
    assert len(page.map.desk.document.history.log) == 1


def test_what_is_missing_for_an_order_is_said(page: NetworkPage) -> None:
    said: list[str] = []
    page.map.desk.said.connect(said.append)
    order(page, "places")
    assert "latitude" in said[0]
    assert page.filters.arrange.orders[0].isChecked()
    assert page.map.scene.arrangement == ""


def test_time_moves_the_network_and_says_what_is_different(page: NetworkPage) -> None:
    page.turn_to("time")
    time = page.time
    assert time.day == time.today
    assert len(page.map.content.lines) == 8
    time.slider.setValue(time.stops.index(date(2015, 1, 1)))
    assert time.states.current == "before"
    assert len(page.map.content.lines) == 2
    assert time.finding.text().startswith("Since 1 January 2015 ")
    time.states.chip("ahead").click()
    assert time.day > time.today
    assert len(page.map.content.lines) == 9
    time.states.chip("now").click()
    assert len(page.map.content.lines) == 8
    page.turn_to("relations")
    assert len(page.map.content.lines) == 9
    assert time.isHidden()


def test_who_has_left_is_a_ghost_and_its_ties_are_gone(page: NetworkPage) -> None:
    page.turn_to("time")
    page.time.leaving.setCurrentIndex(page.time.leaving.findData("o-Hosp"))
    map = page.map
    look = map.content.looks[map.content.numbers["o-Hosp"]]
    assert look
    assert look.label == "has left"
    assert "has left" in map.legend.accessibleName()
    assert not map.content.of_node(map.content.numbers["o-Hosp"])
    assert "Without Hosp" in page.time.finding.text()
    map.choose(["o-Hosp"])
    page.questions.ask("splits", "o-Hosp")
    page.turn_to("relations")
    assert map.content.of_node(map.content.numbers["o-Hosp"])


def test_the_rest_of_the_year_follows_a_change(page: NetworkPage) -> None:
    page.turn_to("time")
    page.time.leaving.setCurrentIndex(page.time.leaving.findData("o-Hosp"))
    page.map.desk.apply(lambda w: w.put([tie("IPA-DataWorks", since=date(2001, 1, 1))]), "Add")
    assert page.time.stops[0] == date(2001, 1, 1)
    assert page.time.without == "o-Hosp"
    assert page.time.day == page.time.today


@pytest.mark.parametrize(
    ("view", "board"),
    [("coverage", "set_coverage"), ("money", "who_pays"), ("decisions", "who_decides")],
)
def test_a_view_is_an_exhibit_that_the_room_sees_too(
    page: NetworkPage, view: str, board: str
) -> None:
    page.views.chip(view).click()
    page.grab()
    card = page.boards.exhibits[view]
    assert card.view.exhibit
    assert page.exposure().board == board
    drawn = draw_board(board, page.map.desk.workshop, Look(LIGHT, 13), (900, 500))
    assert card.view.exhibit.title == drawn.title
    assert page.filters.isHidden()
    page.select("o-IPA")
    assert page.views.current == "relations"
    assert not page.filters.isHidden()
    page.select(view)
    assert page.views.current == view


def test_a_partner_of_a_view_leads_to_its_step(page: NetworkPage) -> None:
    gone: list[tuple[str, str]] = []
    page.map.desk.asked_to_go.connect(lambda *to: gone.append(to))
    page.turn_to("coverage")
    page.grab()
    card = page.boards.exhibits["coverage"]
    assert card.view.exhibit
    need = next(area for area in card.view.exhibit.areas if area.role == "need")
    card.view.activated.emit(need)
    assert gone == [("gaps.capabilities", "n1")]


def test_the_room_sees_the_question_the_filter_and_the_moment(page: NetworkPage) -> None:
    assert page.exposure().board == "network"
    page.questions.ask("edge")
    asked = page.exposure()
    assert asked.board == "network_scene"
    assert decoded(asked.about).question == "edge"
    seen = draw_board(
        "network_scene", page.map.desk.workshop, Look(LIGHT, 13), (900, 600), 0, asked.about
    )
    assert "single tie" in seen.title
    page.questions.put_away()
    page.filters.menu.relations["contract"].trigger()
    assert decoded(page.exposure().about).relations == ()
    page.filters.menu.every.trigger()
    page.turn_to("time")
    page.time.slider.setValue(page.time.stops.index(date(2015, 1, 1)))
    about = page.exposure().about
    seen = draw_board(
        "network_scene", page.map.desk.workshop, Look(LIGHT, 13), (900, 600), 0, about
    )
    assert seen.title.startswith("Since 1 January 2015")
    page.time.leaving.setCurrentIndex(page.time.leaving.findData("o-Hosp"))
    about = page.exposure().about
    seen = draw_board(
        "network_scene", page.map.desk.workshop, Look(LIGHT, 13), (900, 600), 0, about
    )
    assert seen.title.startswith("Without Hosp")


def test_a_narrow_page_gives_the_map_its_room_and_lays_the_card_over_it(page: NetworkPage) -> None:
    page.resize(704, 583)
    page.grab()
    assert page.map.width() * page.map.height() > 0.7 * 704 * 583
    assert not page.sides.side.isVisible()
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=pixel(page.map, "o-Hosp"))
    assert page.sides.side.isVisible()
    at = page.map.mapTo(page, pixel(page.map, "o-Hosp"))
    assert not page.sides.side.geometry().contains(at)
    QTest.keyClick(page.sides.side, Qt.Key.Key_Escape)
    assert not page.sides.side.isVisible()
    assert not page.map.selected
    page.filters.ask.click()
    assert page.questions.isVisible()
    page.sides.side.close_button.click()
    assert not page.filters.ask.isChecked()


def test_a_wide_page_has_the_questions_beside_the_map(page: NetworkPage) -> None:
    page.resize(1344, 943)
    page.grab()
    assert page.sides.side.isVisible()
    assert page.questions.isVisible()
    assert page.sides.side.x() > page.map.mapTo(page, QPoint(page.map.width(), 0)).x()
    assert page.filters.ask.isHidden()


def test_the_legend_folds_away_and_the_map_takes_its_room(page: NetworkPage) -> None:
    page.filters.arrange.areas[-1].trigger()
    next(each for each in page.filters.arrange.areas if each.data() == "sector").trigger()
    page.filters.menu.capabilities.trigger()
    page.resize(400, 500)
    page.grab()
    room, low = page.map.legend.height(), page.map.view
    page.map.legend.fold.click()
    page.map.motion.stop()
    assert page.map.legend.height() < room
    assert page.map.legend.fold.text() == "Legend"
    assert page.map.view != low


def test_dragging_and_walking_open_no_card_over_a_narrow_map(page: NetworkPage) -> None:
    page.resize(704, 583)
    page.grab()
    start = pixel(page.map, "o-Hosp")
    drag(page.map, start, start + QPoint(0, 20))
    assert page.map.selected == {"o-Hosp"}
    assert not page.sides.side.isVisible()
    QTest.keyClick(page.map, Qt.Key.Key_Right)
    assert not page.sides.side.isVisible()
    QTest.keyClick(page.map, Qt.Key.Key_I)
    assert page.sides.side.isVisible()


def test_ties_are_reached_and_opened_by_keys(page: NetworkPage) -> None:
    map = page.map
    map.choose(["o-DataWorks"])
    QTest.keyClick(map, Qt.Key.Key_L)
    assert map.selected_tie == "t-ManageCo-DataWorks-contract"
    assert map.spoken.name(map.selected_tie).startswith("ManageCo and DataWorks, contract, ")
    map.choose(["o-IPA"])
    seen = []
    for _ in range(5):
        QTest.keyClick(map, Qt.Key.Key_L)
        seen.append(map.selected_tie)
    assert len(set(seen[:4])) == 4
    assert seen[4] == seen[0]
    QTest.keyClick(map, Qt.Key.Key_Return)
    assert page.sides.side.isVisible()
    assert page.panel.tie_editor.tie == seen[0]


def test_keys_move_what_is_selected_in_one_step(page: NetworkPage) -> None:
    map, held = page.map, Qt.KeyboardModifier.ControlModifier
    map.choose(["o-Hosp"])
    start = pixel(map, "o-Hosp")
    for _ in range(3):
        QTest.keyClick(map, Qt.Key.Key_Right, held)
    QTest.keyClick(map, Qt.Key.Key_Down, held)
    moved = pixel(map, "o-Hosp") - start
    assert abs(moved.x() - 36) <= 3
    assert abs(moved.y() - 12) <= 2
    map.desk.document.undo()
    map.motion.stop()
    assert (pixel(map, "o-Hosp") - start).manhattanLength() <= 2
    steps = len(map.desk.document.history.log)
    order(page, "around")
    QTest.keyClick(map, Qt.Key.Key_Left, held)
    assert len(map.desk.document.history.log) == steps


def test_an_empty_page_has_the_one_button_that_starts_it(qtbot: QtBot) -> None:
    page = shown(qtbot, Workshop())
    gone: list[tuple[str, str]] = []
    page.map.desk.asked_to_go.connect(lambda *to: gone.append(to))
    for view in ("coverage", "money", "decisions"):
        page.turn_to(view)
        page.grab()
        page.boards.begins[view].click()
    assert [step for step, _ in gone] == ["gaps.capabilities", "deal.savings", "deal.agreement"]
    page.turn_to("relations")
    assert page.begin.isVisible()
    page.begin.click()
    assert page.begin.isHidden()
    assert page.map.content.names == ("New organization",)
    page.turn_to("coverage")
    page.grab()
    assert page.boards.begins["coverage"].isVisible()
    page.map.desk.document.undo()
    page.turn_to("relations")
    assert page.begin.isVisible()
