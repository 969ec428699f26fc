# SPDX-License-Identifier: MIT
"""Slow work leaves the window alone: it waits for the turn that asked for it, and ends with the app."""

import threading
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from widgets import work
from widgets.work import Work, end_all


def test_a_job_begins_when_the_turn_that_asked_for_it_is_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_AT_THE_LATEST", 30)
    begun = threading.Event()
    asked = Work(lambda _report, _cancelled: begun.set()).start()
    assert not begun.wait(0.02)
    with qtbot.waitSignal(asked.finished):
        pass
    assert begun.is_set()


def test_without_a_loop_a_job_begins_all_the_same(qtbot: QtBot) -> None:
    begun = threading.Event()
    asked = Work(lambda _report, _cancelled: begun.set()).start()
    asked.wait(10)
    assert begun.is_set()


def test_all_jobs_are_asked_to_stop_at_the_end_and_waited_for(qtbot: QtBot) -> None:
    ended = []

    def job(_report: object, is_cancelled: Callable[[], bool]) -> None:
        while not is_cancelled():
            time.sleep(0.001)
        ended.append(True)

    asked = Work(job).start()
    end_all()
    assert ended == [True]
    with qtbot.waitSignal(asked.finished):
        pass
    assert not work._under_way
