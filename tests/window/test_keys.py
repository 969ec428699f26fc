# SPDX-License-Identifier: MIT
"""Real keys in a window that really has the focus: what offscreen tests cannot see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.capture import CapturePanel
from widgets.find import FindPanel
from workshop.prepare.details import details

pytestmark = pytest.mark.display

UNDO, CAPTURE, FIND, ROOM = "Ctrl+Z", "Ctrl+K", "Ctrl+F", "F5"


def press(keys: str) -> None:
    """Press a shortcut where the focus is."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # Qt does index it
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


@pytest.fixture
def focused(opened: Concord, qtbot: QtBot) -> Concord:
    """Give the app with its window in front."""
    with qtbot.waitExposed(opened.window):
        opened.window.show()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=5000)
    return opened


def title_field(app: Concord) -> QLineEdit:
    assert app.workspace
    app.workspace.show_step("prepare.workshop")
    fields = app.workspace.page.findChildren(QLineEdit)
    assert app.desk
    wanted = details(app.desk.workshop).title
    return next(field for field in fields if field.text() == wanted)


def test_undo_inside_a_text_field_undoes_the_work(focused: Concord, qtbot: QtBot) -> None:
    assert focused.desk
    field = title_field(focused)
    before = field.text()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.end(False)
    qtbot.keyClicks(field, " and more")
    assert details(focused.desk.workshop).title.endswith("and more")
    press(UNDO)
    assert details(focused.desk.workshop).title == before
    assert field.text() == before


def test_capture_opens_from_inside_a_text_field(focused: Concord, qtbot: QtBot) -> None:
    field = title_field(focused)
    field.setFocus()
    press(CAPTURE)
    qtbot.waitUntil(lambda: bool(focused.window.findChildren(CapturePanel)))
    panel = focused.window.findChildren(CapturePanel)[0]
    qtbot.waitUntil(panel.line.hasFocus)
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)


def test_find_opens_with_its_key(focused: Concord, qtbot: QtBot) -> None:
    press(FIND)
    qtbot.waitUntil(lambda: bool(focused.window.findChildren(FindPanel)))
    panel = focused.window.findChildren(FindPanel)[0]
    qtbot.waitUntil(panel.line.hasFocus)
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)


def test_showing_to_the_room_leaves_the_focus_with_the_facilitator(
    focused: Concord, qtbot: QtBot
) -> None:
    press(ROOM)
    assert focused.projector
    qtbot.waitUntil(focused.projector.screen.isVisible)
    qtbot.wait(200)
    assert focused.window.isActiveWindow()
    press(ROOM)
    assert not focused.projector.screen.isVisible()


def test_tab_reaches_every_field_of_the_form(focused: Concord, qtbot: QtBot) -> None:
    field = title_field(focused)
    field.setFocus()
    seen = set()
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here
        seen.add(here.accessibleName() or type(here).__name__)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is field:
            break
    assert {"Title", "Purpose", "Horizon", "Place"} <= {name.split(",")[0] for name in seen}
