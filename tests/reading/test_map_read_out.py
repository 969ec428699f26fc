# SPDX-License-Identifier: MIT
"""What a screen reader finds on the map: nodes and ties as objects, and where the focus goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.partners.networks import o8
from tests.reading.asking import DESCRIPTION, children, found, name
from widgets.desk import Desk
from widgets.partners.network_map import NetworkMap
from widgets.partners.network_page import NetworkPage
from workshop import edits
from workshop.document import Document
from workshop.ids import Id
from workshop.partners.records import Tie
from workshop.prepare.records import Organization

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, heard: list[str]) -> Iterator[NetworkPage]:
    made = NetworkPage(Desk(Document(o8())))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.map.setFocus()
    made.map.grab()
    heard.clear()
    yield made
    made.map.motion.stop()


def read(map: NetworkMap, id: Id) -> QAccessibleInterface:
    return found(map).child(map.spoken.place(id))


def test_every_node_and_tie_is_an_object_with_its_words(page: NetworkPage) -> None:
    map, workshop = page.map, page.map.desk.workshop
    around = found(map)
    assert around.role() == QAccessible.Role.List
    parts = children(around)[: len(map.spoken.keys())]
    assert len(parts) == len(workshop.of(Organization)) + len(workshop.of(Tie))
    assert all(around.indexOfChild(each) == place for place, each in enumerate(parts))
    assert all(each.parent() is around for each in parts)
    node = read(map, "o-DataWorks")
    assert name(node) == "DataWorks, at the table, 1 tie"
    assert node.text(DESCRIPTION) == "ManageCo (contract)"
    assert node.role() == QAccessible.Role.ListItem
    assert node.childCount() == 0
    tie = read(map, "t-ManageCo-DataWorks-contract")
    assert name(tie).startswith("ManageCo and DataWorks, contract, ")
    legend = [each for each in children(around) if "Legend" in name(each)]
    assert around.indexOfChild(legend[0]) >= len(parts)


def test_each_has_its_place_on_the_screen_and_is_found_there(page: NetworkPage) -> None:
    map = page.map
    for id in ("o-IPA", "o-DataWorks"):
        at = map.mapToGlobal(QPointF(*map.spot(map.content.numbers[id])).toPoint())
        assert read(map, id).rect().contains(at)
        assert found(map).childAt(at.x(), at.y()) is read(map, id)
    tie = read(map, "t-ManageCo-DataWorks-contract")
    middle = tie.rect().center()
    assert found(map).childAt(middle.x(), middle.y()) is tie
    beyond = map.mapToGlobal(QPoint(3, 3))
    assert found(map).childAt(beyond.x(), beyond.y()) is None
    fold = map.legend.fold
    over = fold.mapToGlobal(fold.rect().center())
    assert name(found(map).childAt(over.x(), over.y())) == "Hide legend"


def test_keys_lead_the_screen_reader_from_node_to_node_and_tie_to_tie(
    page: NetworkPage, heard: list[str]
) -> None:
    map = page.map
    QTest.keyClick(map, Qt.Key.Key_Tab)
    assert heard == [map.spoken.name(map.current)]
    map.choose(["o-IPA"])
    state = read(map, "o-IPA").state()
    assert state.focused
    assert state.selected
    assert not read(map, "o-DataWorks").state().focused
    assert found(map).focusChild() is read(map, "o-IPA")
    heard.clear()
    QTest.keyClick(map, Qt.Key.Key_Right)
    QTest.keyClick(map, Qt.Key.Key_L)
    walked, tie = map.current, map.selected_tie
    assert heard == [map.spoken.name(walked), map.spoken.name(tie)]
    assert read(map, tie).state().focused
    QTest.keyClick(map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heard[-1] == "7 nodes selected"


def test_a_screen_reader_can_press_a_node_or_a_tie(page: NetworkPage) -> None:
    for id in ("o-IPA", "t-ManageCo-DataWorks-contract"):
        part = read(page.map, id)
        assert isinstance(part, QAccessibleWidget)
        assert part.actionNames() == ["Press"]
        part.doAction("Press")
        assert id in (*page.map.selected, page.map.selected_tie)
        assert page.panel.isVisible()


def test_what_is_gone_is_forgotten_and_what_is_new_is_found(page: NetworkPage) -> None:
    map, desk = page.map, page.map.desk
    gone, stays = read(map, "o-DataWorks"), read(map, "o-IPA")
    count = found(map).childCount()
    desk.apply(lambda w: edits.remove(w, Organization, ["o-DataWorks"]), "Remove")
    assert found(map).childCount() == count - 2  # with its tie
    assert map.spoken.place("o-DataWorks") == -1
    assert not Shiboken.isValid(gone)
    assert read(map, "o-IPA") is stays
    desk.undo()
    assert name(read(map, "o-DataWorks")).startswith("DataWorks")


def test_a_pinned_node_says_so_and_one_out_of_sight_is_off_screen(page: NetworkPage) -> None:
    map = page.map
    map.choose(["o-IPA"])
    QTest.keyClick(map, Qt.Key.Key_P)
    assert name(read(map, "o-IPA")).endswith("pinned")
    assert not read(map, "o-IPA").state().offscreen
    map.set_view(map.view.moved(5_000, 0))
    assert read(map, "o-IPA").state().offscreen


def test_the_answer_to_a_question_is_announced(page: NetworkPage, heard: list[str]) -> None:
    page.questions.buttons["hangs"].click()
    assert any("Hosp, IPA and ManageCo" in each for each in heard)


def test_after_a_name_was_edited_the_focus_is_told_to_be_on_its_node(
    page: NetworkPage, heard: list[str], qtbot: QtBot
) -> None:
    page.map.choose(["o-IPA"])
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    heard.clear()
    field = page.map.findChildren(QLineEdit)[-1]
    field.setText("Physicians")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.startswith("Physicians, ") for each in heard))
    assert QApplication.focusWidget() is page.map
    assert not any("Name of" in each for each in heard)


def test_a_map_that_is_gone_leaves_no_object_behind(qtbot: QtBot, heard: list[str]) -> None:
    map = NetworkMap(Desk(Document(o8())))
    part, around = read(map, "o-IPA"), found(map)
    assert QAccessible.uniqueId(part)
    map.deleteLater()
    qtbot.waitUntil(lambda: not Shiboken.isValid(map))
    assert not Shiboken.isValid(part)
    assert not Shiboken.isValid(around)
    assert not part.isValid()
    assert name(part) == ""
    assert part.rect().isNull()
    assert part.state().invalid
