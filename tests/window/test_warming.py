# SPDX-License-Identifier: MIT
"""What is imported ahead: the libraries beside the window, then the modules of all pages."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from widgets import warming
from widgets.pages import MODULES
from widgets.warming import LIBRARIES, Warming


def test_libraries_come_beside_the_window_and_then_every_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[tuple[str, bool]] = []

    def note(name: str) -> None:
        came.append((name, threading.current_thread() is threading.main_thread()))

    monkeypatch.setattr(warming, "import_module", note)
    monkeypatch.setattr(warming, "BEGIN_MS", 0)
    monkeypatch.setattr(warming, "PULSE_MS", 0)
    owner = QObject()
    ended: list[int] = []
    Warming(owner).ended.connect(lambda: ended.append(len(came)))
    wanted = [(name, False) for name in LIBRARIES] + [(name, True) for name in MODULES.values()]
    qtbot.waitUntil(lambda: ended == [len(wanted)])
    assert came == wanted
