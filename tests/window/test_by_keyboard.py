# SPDX-License-Identifier: MIT
"""Enter presses what has the focus, and one key leads from the path to the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.application import Concord
from widgets.rail import RailItem

pytestmark = pytest.mark.display


@pytest.fixture
def focused(opened: Concord, qtbot: QtBot) -> Concord:
    """Give the app with its window in front."""
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=5000)
    return opened


def is_within(page: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and page.isAncestorOf(focused)


def item(app: Concord, title: str) -> RailItem:
    assert app.workspace
    return next(i for i in app.workspace.rail.findChildren(RailItem) if i.title == title)


def test_enter_presses_the_button_with_the_focus(concord: Concord, qtbot: QtBot) -> None:
    concord.window.activateWindow()
    qtbot.waitUntil(concord.window.isActiveWindow, timeout=5000)
    button = QPushButton("Press me", concord.window)
    button.show()
    presses: list[int] = []
    button.clicked.connect(lambda: presses.append(1))
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
    assert len(presses) == 2


def test_the_next_step_has_the_focus_and_f6_goes_to_the_path_and_back(focused: Concord) -> None:
    workspace = focused.workspace
    assert workspace
    workspace.show_step("prepare.workshop")
    focused.window.actions_by_key["next"].trigger()
    assert is_within(workspace.page)
    focused.window.actions_by_key["other_side"].trigger()
    assert isinstance(QApplication.focusWidget(), RailItem)
    focused.window.actions_by_key["other_side"].trigger()
    assert is_within(workspace.page)


def test_after_a_click_on_the_path_the_next_typing_belongs_to_the_page(focused: Concord) -> None:
    workspace = focused.workspace
    assert workspace
    workspace.show_step("prepare.participants")
    workspace.rail.focus_step()
    step = item(focused, "Organizations")
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert workspace.key == "prepare.organizations"
    assert is_within(workspace.page)


def test_enter_on_the_path_leaves_the_focus_there(focused: Concord) -> None:
    workspace = focused.workspace
    assert workspace
    workspace.show_step("prepare.participants")
    step = item(focused, "Organizations")
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Space)
    assert workspace.key == "prepare.organizations"
    assert QApplication.focusWidget() is step


def test_the_first_line_of_a_page_is_chosen_whole_so_that_typing_replaces_it(
    focused: Concord,
) -> None:
    workspace = focused.workspace
    assert workspace
    workspace.show_step("prepare.workshop")
    workspace.focus_page()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text()
    assert line.selectedText() == line.text()


def test_a_stage_with_the_focus_can_still_be_read(focused: Concord) -> None:
    workspace = focused.workspace
    assert workspace
    workspace.show_step("prepare.workshop")
    stage = item(focused, "Prepare")
    stage.setFocus()
    rail = workspace.rail
    place = stage.mapTo(rail, QPoint(stage.width() - 40, stage.height() // 2))
    assert rail.grab().toImage().pixelColor(place).lightness() < 128
