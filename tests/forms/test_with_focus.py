# SPDX-License-Identifier: MIT
"""What only a real window with focus can show: focus leaving, popups, shortcuts of the window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.desk import Desk
from widgets.forms.record_form import RecordForm
from widgets.forms.undo_keys import UndoKeys
from widgets.tables.record_table import RecordTable
from workshop.document import Document
from workshop.future_state.records import Factor
from workshop.state import Workshop

pytestmark = pytest.mark.display
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(
        Document(
            Workshop([Factor(id="0f1", text="Rents rise"), Factor(id="0f2", text="Rates fall")])
        )
    )
    UndoKeys(desk)
    yield desk
    desk.close()
    desk.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> QMainWindow:
    window, page = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    undo = QAction("Undo", window)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(desk.document.undo)
    window.addAction(undo)
    QVBoxLayout(page)
    window.setCentralWidget(page)
    window.resize(1000, 600)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def put(qtbot: QtBot, window: QMainWindow, widget: QWidget) -> None:
    page = window.centralWidget()
    layout = page.layout() if page else None
    assert layout is not None
    layout.addWidget(widget)
    qtbot.waitExposed(widget)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    """Send each letter to where the focus is by then, as a keyboard does."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def test_leaving_a_field_ends_its_step(qtbot: QtBot, desk: Desk, window: QMainWindow) -> None:
    form = RecordForm(desk, Factor)
    form.show_record("0f1")
    put(qtbot, window, form)
    qtbot.waitUntil(form.box("impact").isVisible)
    form.focus_field("category")
    type_text("cost")
    QTest.keyClick(QApplication.activePopupWidget() or focused(), Key.Key_Tab)
    form.focus_field("category")
    QTest.keyClicks(focused(), "s")
    QTest.keyClick(focused(), Key.Key_Z, CONTROL)
    assert desk.workshop.get(Factor, "0f1").category == "cost"
    QTest.keyClick(focused(), Key.Key_Z, CONTROL)
    assert desk.workshop.get(Factor, "0f1").category == ""


def test_typing_a_block_by_keyboard_alone(qtbot: QtBot, desk: Desk, window: QMainWindow) -> None:
    table = RecordTable(desk, Factor, ["text", "category", "impact"])
    put(qtbot, window, table)
    table.view.go_to(2, 0)
    for text, category, impact in (("Nurses retire", "people", "4"), ("A clinic opens", "", "2")):
        type_text(text)
        QTest.keyClick(focused(), Key.Key_Tab)
        if category:
            type_text(category)
        QTest.keyClick(focused(), Key.Key_Tab)
        QTest.keyClicks(focused(), impact)
        QTest.keyClick(focused(), Key.Key_Tab)
    added = desk.workshop.all(Factor)[2:]
    assert [(f.text, f.category, f.impact) for f in added] == [
        ("Nurses retire", "people", 4),
        ("A clinic opens", "", 2),
    ]


def test_a_choice_opens_its_list_and_a_letter_finds(
    qtbot: QtBot, desk: Desk, window: QMainWindow
) -> None:
    table = RecordTable(desk, Factor, ["text", "kind"])
    put(qtbot, window, table)
    table.view.go_to(0, 1)
    QTest.keyClick(table.view, Key.Key_F2)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup: Any = QApplication.focusWidget() or QApplication.activePopupWidget()
    QTest.keyClicks(popup, "o")
    QTest.keyClick(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.workshop.get(Factor, "0f1").kind == "opportunity")


def test_ctrl_z_in_an_open_cell_closes_it_without_a_step(
    qtbot: QtBot, desk: Desk, window: QMainWindow
) -> None:
    table = RecordTable(desk, Factor, ["text"])
    put(qtbot, window, table)
    table.view.go_to(0, 0)
    QTest.keyClicks(table.view, "X")
    QTest.keyClicks(focused(), "yz")
    QTest.keyClick(focused(), Key.Key_Z, CONTROL)
    assert desk.workshop.get(Factor, "0f1").text == "Rents rise"
    assert not desk.document.history.log
    assert focused() is table.view
