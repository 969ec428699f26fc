# SPDX-License-Identifier: MIT
"""What a screen reader finds in exhibits, ratings and chips, and what it is told of messages."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QComboBox,
    QTableWidget,
    QTableWidgetItem,
)
from pytestqt.qtbot import QtBot

from exports.exhibits.exhibit import Look
from exports.exhibits.gap_map import gap_map
from exports.exhibits.needs import needs
from tests.exhibits.workshops import ordinary
from tests.partners.networks import o8
from tests.reading.asking import DESCRIPTION, children, found, name
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.exhibits.view import ExhibitView
from widgets.forms.level_dots import LevelEditor
from widgets.future_state.ballot_table import BallotTable
from widgets.gaps.rating_scale import RatingScale
from widgets.message_bar import MessageBar
from widgets.partners.measures_table import MeasuresTable
from widgets.partners.several_chips import SeveralChips
from widgets.reading.aloud import listen, name_box
from workshop.document import Document
from workshop.edits import change
from workshop.gaps.records import Capability, Need
from workshop.record import fields
from workshop.room.records import AgreementRound
from workshop.state import Workshop

Role = QAccessible.Role


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk(Document(ordinary()))
    yield made
    made.close()


@pytest.fixture
def view(desk: Desk, qtbot: QtBot, heard: list[str]) -> ExhibitView:
    made = ExhibitView(
        desk, lambda size, theme: gap_map(desk.workshop, Look(theme, 13), size), (Need, Capability)
    )
    qtbot.addWidget(made)
    made.resize(840, 400)
    made.show()
    made.setFocus()
    QApplication.processEvents()
    heard.clear()
    return made


def test_each_area_of_an_exhibit_is_an_object(view: ExhibitView) -> None:
    assert view.exhibit
    around = found(view)
    assert around.role() == Role.List
    assert name(around) == view.exhibit.title
    assert around.text(DESCRIPTION) == view.exhibit.alt
    parts = children(around)
    assert [name(each) for each in parts] == [
        area.text for area in view.exhibit.areas if area.role != "scale"
    ]
    dots = [each for each in parts if "needed" in name(each) and each.text(DESCRIPTION)]
    assert "digit" in dots[0].text(DESCRIPTION)
    middle = dots[0].rect().center()
    assert found(view).childAt(middle.x(), middle.y()) is dots[0]


def test_keys_and_changes_lead_the_screen_reader_on(
    view: ExhibitView, desk: Desk, heard: list[str], qtbot: QtBot
) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current
    assert heard == [view.current.text]
    assert view.exhibit
    dot = next(a for a in view.exhibit.areas if (a.role, a.id) == ("needed", "n1"))
    view.choose(dot)
    heard.clear()
    with qtbot.waitSignal(view.redrawn):
        desk.apply(partial(change, of=Need, id="n1", needed_level=5), "Level")
    assert heard == [view.current.text]
    assert "needed 5" in heard[0]
    with qtbot.waitSignal(view.redrawn):
        desk.apply(partial(change, of=Need, id="n2", needed_level=5), "Level")
    assert len(heard) == 1


def test_an_area_is_pressed_by_a_screen_reader(view: ExhibitView, qtbot: QtBot) -> None:
    row = found(view).child(0)
    assert isinstance(row, QAccessibleWidget)
    with qtbot.waitSignal(view.activated) as pressed:
        row.doAction("Press")
    assert pressed.args
    assert pressed.args[0].text == name(row)
    row.doAction("Dance")


def test_an_exhibit_without_areas_is_a_picture_with_a_description(desk: Desk, qtbot: QtBot) -> None:
    listen()
    empty = ExhibitView(desk, lambda size, theme: needs(Workshop(), Look(theme), size))
    qtbot.addWidget(empty)
    empty.show()
    assert found(empty).role() == Role.Graphic
    assert found(empty).text(DESCRIPTION)


def test_dots_are_choices_and_unknown_is_none_of_them(
    desk: Desk, qtbot: QtBot, heard: list[str]
) -> None:
    field = next(each for each in fields(Need) if each.name == "needed_level")
    dots = LevelEditor(desk, field)
    qtbot.addWidget(dots)
    dots.show_value(None)
    dots.show()
    dots.setFocus()
    qtbot.waitUntil(dots.hasFocus)
    heard.clear()
    around = found(dots)
    choices = children(around)
    assert [name(each) for each in choices] == [f"{n} of 5" for n in range(6)]
    assert {each.role() for each in choices} == {Role.RadioButton}
    assert not any(each.state().checked for each in choices)
    assert around.text(DESCRIPTION) == "unknown"
    assert around.focusChild() is around
    QTest.keyClick(dots, Qt.Key.Key_4)
    assert heard == ["4 of 5"]
    assert [each.state().checked for each in choices] == [n == 4 for n in range(6)]
    assert not choices[4].state().selectable
    middle = choices[2].rect().center()
    assert around.childAt(middle.x(), middle.y()) is choices[2]
    press = choices[3]
    assert isinstance(press, QAccessibleWidget)
    press.doAction("Press")
    assert dots.value() == 3


def test_a_rating_on_a_line_says_what_it_is_and_takes_another(
    desk: Desk, qtbot: QtBot, heard: list[str]
) -> None:
    scale = RatingScale(desk, "Closeness")
    scale.edited.connect(scale.show_value)
    qtbot.addWidget(scale)
    scale.show()
    scale.setFocus()
    qtbot.waitUntil(scale.hasFocus)
    heard.clear()
    assert found(scale).role() == Role.Grouping
    assert name(found(scale)) == "Closeness"
    QTest.keyClick(scale, Qt.Key.Key_Right)
    assert heard == ["0 of 1"]
    scale.show_value(0.25)
    assert heard[-1] == "0.25 of 1"
    choices = children(found(scale))
    assert len(choices) == 12
    assert [name(each) for each in choices if each.state().checked] == ["0.25 of 1"]
    last = choices[-1]
    assert isinstance(last, QAccessibleWidget)
    last.doAction("Press")
    assert scale.value == 1
    assert last.rect().right() > choices[0].rect().right()
    QTest.keyClick(scale, Qt.Key.Key_Backspace)
    assert heard[-1] == "not rated"
    assert found(scale).text(DESCRIPTION) == "not rated"


def test_one_of_several_chips_is_a_choice_and_any_of_several_a_box(qtbot: QtBot) -> None:
    listen()
    one, several = ChoiceChips("Track"), SeveralChips("Partners", 2)
    for chips in (one, several):
        qtbot.addWidget(chips)
    one.offer([("a", "A"), ("b", "B")], "b")
    several.offer_several([("a", "A"), ("b", "B")], ["a"])
    assert found(one).role() == Role.Grouping
    assert name(found(one)) == "Track"
    assert [each.role() for each in children(found(one))] == [Role.RadioButton] * 2
    assert [each.role() for each in children(found(several))] == [Role.CheckBox] * 2


def test_messages_are_announced_and_boxes_named(qtbot: QtBot, heard: list[str]) -> None:
    bar, box = MessageBar(), QComboBox()
    qtbot.addWidget(bar)
    qtbot.addWidget(box)
    bar.say("Saved elsewhere.")
    bar.say("The disk is full.", urgent=True)
    bar.say("")
    assert heard == ["Saved elsewhere.", "The disk is full."]
    name_box(box, "Rules")
    assert box.accessibleDescription() == "Rules"


def test_going_into_a_table_leads_to_its_current_cell(qtbot: QtBot, heard: list[str]) -> None:
    table, other = QTableWidget(2, 2), QComboBox()
    for place in range(4):
        table.setItem(place // 2, place % 2, QTableWidgetItem(f"cell {place}"))
    for each in (other, table):
        qtbot.addWidget(each)
        each.show()
    table.setCurrentCell(1, 0)
    other.setFocus()
    heard.clear()
    table.setFocus()
    qtbot.waitUntil(lambda: "cell 2" in heard)


def test_a_measure_says_what_of_and_why_there_is_none(qtbot: QtBot) -> None:
    table = MeasuresTable(Desk(Document(o8())))
    qtbot.addWidget(table)
    table.measure()
    qtbot.waitUntil(lambda: table.table.rowCount() > 0)
    said = {
        item.data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(table.table.rowCount())
        if (item := table.table.item(row, 1))
    }
    assert any(each.startswith("Density, ") and each.endswith("0.38") for each in said)
    assert not any(each.endswith("–") for each in said)
    model = table.each.model()
    cell = model.index(0, 1)
    spoken = model.data(cell, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{model.index(0, 0).data()}, ")
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) is None


def test_a_vote_by_participant_says_whose_and_that_there_is_none(desk: Desk, qtbot: QtBot) -> None:
    table = BallotTable(desk)
    qtbot.addWidget(table)
    asked = AgreementRound(id="r", question="We ally.")
    desk.apply(lambda w: w.put([asked]), "Ask")
    table.show_round("r")
    said = [
        item.data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(3)
        if (item := table.item(0, column))
    ]
    assert said[0].startswith("Participant: ")
    assert said[2] == "Vote: none yet"
