# SPDX-License-Identifier: MIT
"""The page scrolls to the row that the keys have reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.page_area import PageArea
from widgets.tables.record_view import RecordView
from workshop.future_state.records import Factor

pytestmark = pytest.mark.display


@pytest.fixture
def table(opened: Concord, qtbot: QtBot) -> RecordView:
    """Give the table of the environment scan, which is below a picture, in a low window."""
    assert opened.workspace
    opened.window.resize(1280, 720)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=5000)
    opened.workspace.show_step("future.scan")
    view = opened.workspace.page.findChild(RecordView)
    assert isinstance(view, RecordView)
    qtbot.waitUntil(view.isVisible)
    return view


def is_in_sight(view: RecordView) -> bool:
    area: QWidget | None = view
    while area is not None and not isinstance(area, PageArea):
        area = area.parentWidget()
    assert isinstance(area, PageArea)
    cell = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(area.viewport(), cell.topLeft()).y()
    return top >= 0 and top + cell.height() <= area.viewport().height()


def test_the_page_follows_the_keys_down_and_up(table: RecordView, qtbot: QtBot) -> None:
    table.go_to(0, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        for _ in table.rows.ids:
            QTest.keyClick(table, key)
            qtbot.waitUntil(lambda: is_in_sight(table), timeout=2000)


def test_the_next_row_to_add_is_in_sight_after_enter(table: RecordView, qtbot: QtBot) -> None:
    count = len(table.rows.ids)
    table.go_to(count, 0)
    qtbot.waitUntil(lambda: is_in_sight(table))
    QTest.keyClicks(table, "W")
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "hat nobody named before")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(table.rows.ids) == count + 1)
    assert table.currentIndex().row() == count + 1
    qtbot.waitUntil(lambda: is_in_sight(table), timeout=2000)
    assert any("nobody named" in f.text for f in table.rows.desk.workshop.all(Factor))
