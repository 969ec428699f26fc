# SPDX-License-Identifier: MIT
"""The window comes back as it was left, and in view also if its display is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from widgets.actions import VERBS
from widgets.application import Concord
from widgets.cards import Card
from widgets.main_window import SMALLEST, MainWindow
from widgets.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HANDLERS = {verb.key: lambda: None for verb in VERBS}


def closed_at(qtbot: QtBot, settings: Settings, place: QPoint, size: QSize) -> None:
    """Let a window stand somewhere and close it, as at the end of a day."""
    window = MainWindow(settings, HANDLERS)
    qtbot.addWidget(window)
    window.move(place)
    window.resize(size)
    window.show()
    window.close()


def test_the_window_comes_back_as_large_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    size = SMALLEST + QSize(0, 24)  # no wider, for the display of a test is narrow
    closed_at(qtbot, settings, QPoint(0, 0), size)
    again = MainWindow(settings, HANDLERS)
    qtbot.addWidget(again)
    assert again.size() == size


@pytest.mark.parametrize("far", [QPoint(9000, 7000), QPoint(-6000, 0)])
def test_a_window_whose_display_is_gone_comes_back_in_view(
    qtbot: QtBot, tmp_path: Path, far: QPoint
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    closed_at(qtbot, settings, far, SMALLEST)
    again = MainWindow(settings, HANDLERS)
    qtbot.addWidget(again)
    again.show()
    screen, frame = QGuiApplication.primaryScreen().availableGeometry(), again.frameGeometry()
    assert screen.top() <= frame.top() < screen.bottom()
    assert screen.intersected(frame).width() > screen.width() * 0.9


def test_words_at_the_foot_give_way_with_an_ellipsis(opened: Concord, qtbot: QtBot) -> None:
    assert opened.workspace
    line = opened.workspace.status
    line.show_room("What the future state needs that we do not hold today, and who could bring it")
    line.resize(600, line.height())
    line.grab()
    words = line._room
    assert words.width() < words.sizeHint().width()
    assert words.toolTip() == words.text()
    assert line.minimumSizeHint().width() < 600
    assert line._hint.width() >= line._hint.sizeHint().width()


def test_quiet_buttons_below_a_title_begin_where_it_does(qtbot: QtBot) -> None:
    card = Card("A finding that takes the whole line of a narrow card")
    qtbot.addWidget(card)
    quiet = card.add_action("Look at it again", lambda: None)
    card.resize(200, 160)
    card.show()
    qtbot.waitUntil(lambda: quiet.x() == card.title.x() - 12)
    assert quiet.y() >= card.title.geometry().bottom()
    card.resize(900, 160)
    qtbot.waitUntil(lambda: quiet.x() > card.title.x())
    assert quiet.geometry().right() <= card.width() - 18
