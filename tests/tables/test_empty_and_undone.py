# SPDX-License-Identifier: MIT
"""An empty table takes a pasted list where it was clicked; undone pasting leaves no complaints."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from resources.theme import LIGHT
from widgets.desk import Desk
from widgets.tables.columns import Column
from widgets.tables.record_delegate import RecordDelegate
from widgets.tables.record_table import RecordTable
from widgets.tables.snug import make_snug
from workshop.document import Document
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop


def test_pasting_into_an_empty_table_and_taking_it_back(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop()), LIGHT)
    table = RecordTable(desk, Participant, ["name", "organization", "votes"])
    qtbot.addWidget(table)
    table.show()
    assert table.focusPolicy() & Qt.FocusPolicy.ClickFocus
    QGuiApplication.clipboard().setText("Name\tVotes\nAnna Berg\tperhaps\n")
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [person.name for person in desk.workshop.all(Participant)] == ["Anna Berg"]
    assert "perhaps" in table.problems.text()
    desk.document.undo()
    assert not desk.workshop.all(Participant)
    assert table.problems.isHidden()


def test_a_list_headed_by_what_it_lists_is_a_list_with_headers(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop()), LIGHT)
    table = RecordTable(desk, Organization, ["name", "ours", "kind"])
    qtbot.addWidget(table)
    QGuiApplication.clipboard().setText("Organization\tKind\nNorthlight\tHospital\n")
    table.paste()
    pasted = [(each.name, each.kind) for each in desk.workshop.all(Organization)]
    assert pasted == [("Northlight", "Hospital")]


@pytest.mark.parametrize(("width", "words"), [(400, "+ Add participant"), (70, "+ Add")])
def test_a_narrow_last_row_says_whole_words(qtbot: QtBot, width: int, words: str) -> None:
    table = RecordTable(Desk(Document(Workshop()), LIGHT), Participant, ["name", "votes"])
    qtbot.addWidget(table)
    cell = QStyleOptionViewItem()
    cell.rect = QRect(0, 0, width, 30)
    delegate = table.view.itemDelegate()
    assert isinstance(delegate, RecordDelegate)
    delegate.initStyleOption(cell, table.model.index(0, 0))
    assert cell.text == words


def test_a_new_row_begins_where_its_value_is_not_known_yet(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop()), LIGHT)
    columns = ["role", "name", "votes"]
    table = RecordTable(desk, Participant, columns, defaults=lambda: {"role": "Nurse"})
    qtbot.addWidget(table)
    table.show()
    table.start_adding()
    assert table.view.currentIndex().column() == 1


def test_a_table_wider_than_its_room_keeps_all_its_rows_above_the_bar(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop([Participant(id="a", name="Anna Berg")])), LIGHT)
    columns = [Column(name="name", width=80), Column(name="role", width=80)]
    table = RecordTable(desk, Participant, columns)
    qtbot.addWidget(table)
    make_snug(table)
    table.resize(300, 400)
    table.show()
    qtbot.waitUntil(lambda: table.view.horizontalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: table.view.verticalScrollBar().maximum() == 0)
    rows = table.view.verticalHeader().length()
    qtbot.waitUntil(lambda: table.view.viewport().height() >= rows)


def test_typing_into_a_cell_that_is_worked_out_is_answered(qtbot: QtBot) -> None:
    desk = Desk(Document(Workshop([Participant(id="a", name="Anna Berg")])), LIGHT)
    columns = [Column(name="name"), Column("Letters", text=lambda _w, p: str(len(p.name)))]
    table = RecordTable(desk, Participant, columns)
    qtbot.addWidget(table)
    table.show()
    table.view.go_to(0, 1)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(table.view, Qt.Key.Key_7)
    assert said.args == ["Letters is worked out from other entries and is not typed here."]
