# SPDX-License-Identifier: MIT
"""The live map through the doors a facilitator has: mouse, wheel, keys, and the page around it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from resources.theme import DARK
from tests.partners.networks import o8, organization, ring
from widgets.desk import Desk
from widgets.partners.network_map import NetworkMap
from widgets.partners.network_page import NetworkPage
from workshop.document import Document
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.graph import NetworkFilter
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

NONE = Qt.KeyboardModifier.NoModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot: QtBot, workshop: Workshop) -> NetworkPage:
    page = NetworkPage(Desk(Document(workshop)))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.map.setFocus()
    page.map.grab()
    return page


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[NetworkPage]:
    made = shown(qtbot, o8())
    yield made
    made.map.motion.stop()


def workshop_of(page: NetworkPage) -> Workshop:
    return page.map.desk.workshop


def pixel(map: NetworkMap, id: Id) -> QPoint:
    return QPointF(*map.spot(map.content.numbers[id])).toPoint()


def drag(map: NetworkMap, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(map, Qt.MouseButton.LeftButton, NONE, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(map, start + (end - start) * share)
        map.grab()
    QTest.mouseRelease(map, Qt.MouseButton.LeftButton, NONE, end)
    map.motion.stop()


def test_dragging_a_node_is_one_step_that_can_be_undone(page: NetworkPage) -> None:
    map, start = page.map, pixel(page.map, "o-IPA")
    others = {id: pixel(map, id) for id in map.content.ids if id != "o-IPA"}
    drag(map, start, start + QPoint(60, 40))
    assert (pixel(map, "o-IPA") - start - QPoint(60, 40)).manhattanLength() <= 2
    assert all((pixel(map, id) - at).manhattanLength() <= 2 for id, at in others.items())
    assert len(map.desk.document.history.log) == 1
    map.desk.document.undo()
    map.motion.stop()
    assert (pixel(map, "o-IPA") - start).manhattanLength() <= 2
    assert not workshop_of(page).of(Placement)


def test_escape_puts_a_dragged_node_back(page: NetworkPage) -> None:
    map, start = page.map, pixel(page.map, "o-IPA")
    QTest.mousePress(map, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(map, start + QPoint(50, 0))
    QTest.keyClick(map, Qt.Key.Key_Escape)
    assert (pixel(map, "o-IPA") - start).manhattanLength() <= 1
    assert not map.desk.document.history.log


def test_several_selected_nodes_move_together(page: NetworkPage) -> None:
    map = page.map
    map.choose(["o-IPA", "o-Hosp"])
    start, other = pixel(map, "o-IPA"), pixel(map, "o-Hosp")
    drag(map, start, start + QPoint(30, 30))
    assert (pixel(map, "o-Hosp") - other - QPoint(30, 30)).manhattanLength() <= 2
    assert map.desk.document.history.log[-1].label == "Move 2 nodes"


def test_a_line_from_the_rim_makes_a_tie(page: NetworkPage) -> None:
    map = page.map
    rim = pixel(map, "o-HomeHealth") + QPoint(0, -round(map.text * 0.75) - 5)
    drag(map, rim, pixel(map, "o-DataWorks"))
    known = {each.id for each in o8().all(Tie)}
    made = next(each for each in workshop_of(page).all(Tie) if each.id not in known)
    assert {made.source, made.target} == {"o-HomeHealth", "o-DataWorks"}
    assert map.selected_tie == made.id
    assert not page.panel.isHidden()
    drag(map, rim, QPoint(3, 3))
    assert len(workshop_of(page).of(Tie)) == 9


def test_clicks_select_nodes_and_ties(page: NetworkPage) -> None:
    map = page.map
    QTest.mouseClick(map, Qt.MouseButton.LeftButton, NONE, pixel(map, "o-IPA"))
    assert map.selected == {"o-IPA"}
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(map, Qt.MouseButton.LeftButton, shift, pixel(map, "o-Hosp"))
    assert map.selected == {"o-IPA", "o-Hosp"}
    middle = (pixel(map, "o-Hosp") + pixel(map, "o-HomeHealth")) / 2
    QTest.mouseClick(map, Qt.MouseButton.LeftButton, NONE, middle)
    assert map.selected_tie == "t-Hosp-HomeHealth-contract"
    QTest.keyClick(map, Qt.Key.Key_Delete)
    assert len(workshop_of(page).of(Tie)) == 7


def test_a_rubber_band_selects_all_it_holds(page: NetworkPage) -> None:
    map = page.map
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(map, Qt.MouseButton.LeftButton, shift, QPoint(1, 1))
    QTest.mouseMove(map, map.rect().center())
    map.grab()
    corner = map.rect().bottomRight()
    QTest.mouseRelease(map, Qt.MouseButton.LeftButton, shift, corner)
    assert map.selected == set(map.content.ids)


def test_dragging_the_ground_pans_and_keeps_the_scale(page: NetworkPage) -> None:
    map = page.map
    before = map.view
    drag(map, QPoint(2, 2), QPoint(52, 32))
    assert (round(map.view.dx - before.dx), round(map.view.dy - before.dy)) == (50, 30)
    assert map.view.scale == before.scale


def test_two_fingers_zoom_on_a_touchpad_and_on_a_touchscreen(
    qtbot: QtBot, page: NetworkPage
) -> None:
    map, at = page.map, QPoint(300, 250)
    scale, place = map.view.scale, map.view.to_map((at.x(), at.y()))
    spot = QPointF(at)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        spot, spot, spot, 0.2, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(map, pinch)
    assert map.view.scale == pytest.approx(1.2 * scale)
    assert map.view.to_map((at.x(), at.y())) == pytest.approx(place)
    screen = QTest.createTouchDevice()
    for number, apart in enumerate(range(20, 100, 10)):
        fingers = QTest.touchEvent(map, screen)
        touch = fingers.move if number else fingers.press
        touch(0, at - QPoint(apart, 0), map)
        touch(1, at + QPoint(apart, 0), map)
        fingers.commit()
        qtbot.wait(10)
    fingers = QTest.touchEvent(map, screen)
    fingers.release(0, at - QPoint(80, 0), map).release(1, at + QPoint(80, 0), map)
    fingers.commit()
    assert map.view.scale > 2 * scale
    assert not map.desk.document.history.log


def test_the_wheel_zooms_at_the_pointer(page: NetworkPage) -> None:
    map, at = page.map, pixel(page.map, "o-IPA")
    scale = map.view.scale
    turn = QWheelEvent(
        QPointF(at), map.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(map, turn)
    assert map.view.scale > scale
    assert (pixel(map, "o-IPA") - at).manhattanLength() <= 2


def test_keys_zoom_fit_and_walk(page: NetworkPage) -> None:
    map = page.map
    scale = map.view.scale
    QTest.keyClick(map, Qt.Key.Key_Plus)
    assert map.view.scale > scale
    QTest.keyClick(map, Qt.Key.Key_F)
    map.motion.stop()
    assert map.view.scale == pytest.approx(scale)
    seen = set()
    for _ in map.content.ids:
        QTest.keyClick(map, Qt.Key.Key_Tab)
        seen.add(map.current)
    assert seen == set(map.content.ids)
    map.choose(["o-IPA"])
    tied = {"o-Hosp", "o-ManageCo", "o-Clinic1", "o-Clinic2"}
    reached = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        map.choose(["o-IPA"])
        QTest.keyClick(map, key)
        reached.add(map.current)
    assert reached & tied


def test_a_name_is_edited_in_its_place(page: NetworkPage) -> None:
    map = page.map
    QTest.mouseDClick(map, Qt.MouseButton.LeftButton, NONE, pixel(map, "o-IPA"))
    field = map.findChildren(QLineEdit)[-1]
    field.setText("Physicians")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert workshop_of(page).of(Organization)["o-IPA"].name == "Physicians"
    map.choose(["o-IPA"])
    QTest.keyClick(map, Qt.Key.Key_Return)
    field = map.findChildren(QLineEdit)[-1]
    field.setText("Never kept")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert workshop_of(page).of(Organization)["o-IPA"].name == "Physicians"


def test_pin_and_tidy_are_steps(page: NetworkPage) -> None:
    map = page.map
    said: list[str] = []
    map.desk.said.connect(said.append)
    QTest.keyClick(map, Qt.Key.Key_P)
    assert said == ["Select what to pin first."]
    map.choose(["o-IPA"])
    QTest.keyClick(map, Qt.Key.Key_P)
    assert workshop_of(page).of(Placement)["o-IPA"].pinned
    start = pixel(map, "o-IPA")
    drag(map, pixel(map, "o-Clinic1"), QPoint(30, 30))
    QTest.keyClick(map, Qt.Key.Key_T)
    map.motion.stop()
    assert (pixel(map, "o-IPA") - start).manhattanLength() <= 2
    assert pixel(map, "o-Clinic1").x() > 40
    map.choose(["o-IPA"])
    QTest.keyClick(map, Qt.Key.Key_P)
    assert not workshop_of(page).of(Placement)["o-IPA"].pinned


def test_deleting_says_what_went_too(page: NetworkPage) -> None:
    said: list[str] = []
    page.map.desk.said.connect(said.append)
    page.map.choose(["o-IPA"])
    QTest.keyClick(page.map, Qt.Key.Key_Delete)
    assert "o-IPA" not in workshop_of(page).of(Organization)
    assert said == ["Also removed: 4 ties."]
    page.map.desk.document.undo()
    assert len(workshop_of(page).of(Tie)) == 8


def test_a_filter_moves_nothing(page: NetworkPage) -> None:
    map = page.map
    before = map.content.places.copy()
    map.look_at(map.scene.filtered(NetworkFilter(min_strength=3)))
    assert not map.content.lines
    assert (map.content.places == before).all()


def test_relations_filter_the_map(page: NetworkPage) -> None:
    menu = page.filters.menu
    menu.relations["contract"].trigger()
    assert not page.map.content.lines
    assert not menu.every.isChecked()
    menu.every.trigger()
    assert len(page.map.content.lines) == 8


def test_adding_an_organization_opens_its_name(qtbot: QtBot) -> None:
    page = shown(qtbot, Workshop())
    page.add_organization()
    field = page.map.findChildren(QLineEdit)[-1]
    field.setText("Rural Trust")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [each.name for each in workshop_of(page).all(Organization)] == ["Rural Trust"]
    assert page.map.selected == {workshop_of(page).all(Organization)[0].id}


def test_questions_answer_and_light(page: NetworkPage) -> None:
    page.questions.buttons["edge"].click()
    assert page.map.brush().lit is not None
    lit = {page.map.content.ids[i] for i in page.map.brush().lit or ()}
    assert lit == {"o-DataWorks", "o-HomeHealth"}
    page.questions.put_away()
    assert page.map.brush().lit is None


def test_a_question_about_one_offers_a_choice_or_takes_the_selection(page: NetworkPage) -> None:
    page.questions.buttons["splits"].click()
    menu = page.questions.findChild(QMenu)
    assert menu
    next(each for each in menu.actions() if each.text() == "ManageCo").trigger()
    menu.close()
    assert page.questions.asked == ("splits", "o-ManageCo")
    page.questions.put_away()
    page.map.choose(["o-IPA"])
    page.questions.buttons["splits"].click()
    assert page.questions.asked == ("splits", "o-IPA")


def test_a_question_about_one_of_very_many_asks_for_a_selection(qtbot: QtBot) -> None:
    page = shown(qtbot, ring(50))
    said: list[str] = []
    page.map.desk.said.connect(said.append)
    page.questions.buttons["splits"].click()
    assert said == ["Select an organization on the map first, then ask again."]


def test_capabilities_stand_on_the_map(qtbot: QtBot) -> None:
    needs = [
        Capability(id="c1", name="Analytics"), Need(id="n1", capability="c1", needed_level=3),
        Asset(id="a1", organization="o-Hosp", capability="c1", level=4),
    ]  # fmt: skip
    page = shown(qtbot, o8().put(needs))
    page.filters.menu.capabilities.trigger()
    page.map.motion.stop()
    page.map.grab()
    assert "c1" in page.map.content.numbers
    assert len(page.map.content.lines) == 9


def test_selecting_by_id_flies_there(page: NetworkPage) -> None:
    page.select("o-DataWorks")
    page.map.motion.stop()
    assert (pixel(page.map, "o-DataWorks") - page.map.rect().center()).manhattanLength() < 4
    page.select("t-Hosp-IPA-contract")
    page.map.motion.stop()
    assert page.map.selected_tie == "t-Hosp-IPA-contract"


def test_many_nodes_in_the_dark(qtbot: QtBot) -> None:
    page = shown(qtbot, ring(400).put([organization("Solo")]))
    assert page.map.arrivals.waiting
    assert not page.map.content.ids
    qtbot.waitUntil(lambda: not page.map.arrivals.waiting)
    page.map.desk.set_theme(DARK)
    picture = page.map.grab().toImage()
    assert picture.pixelColor(1, 1).name().upper() == DARK.paper
    page.map.fly_to("o-Solo")
    assert page.map.motion.running or not page.map.isVisible()
    page.map.motion.stop()


def test_a_rubber_band_can_begin_on_a_node(page: NetworkPage) -> None:
    map, shift = page.map, Qt.KeyboardModifier.ShiftModifier
    start = pixel(map, "o-IPA") - QPoint(2, 2)
    QTest.mousePress(map, Qt.MouseButton.LeftButton, shift, start)
    QTest.mouseMove(map, map.rect().bottomRight())
    QTest.mouseRelease(map, Qt.MouseButton.LeftButton, shift, map.rect().bottomRight())
    low_right = {id for id in map.content.ids if (d := pixel(map, id) - start).x() >= 0 <= d.y()}
    assert map.selected == low_right
    assert "o-IPA" in map.selected
    QTest.mouseClick(map, Qt.MouseButton.LeftButton, shift, start)
    assert map.selected == low_right - {"o-IPA"}
    assert not workshop_of(page).of(Placement)


def test_the_name_over_the_picture_goes_when_the_node_has_found_its_own(qtbot: QtBot) -> None:
    page = shown(qtbot, ring(120))
    map = page.map

    def as_seen() -> QImage:
        return map.screen().grabWindow(map.winId()).toImage()

    map.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
    one = map.content.ids[0]
    number = map.content.numbers[one]
    map.choose([one])
    map.refresh()
    qtbot.waitUntil(lambda: number in map.standing.names.placed)
    QApplication.processEvents()
    before = as_seen()
    map.update()
    QApplication.processEvents()
    assert as_seen() == before
