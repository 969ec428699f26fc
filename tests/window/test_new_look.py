# SPDX-License-Identifier: MIT
"""A new look is put on in a turn in which nothing is painted, and painting always comes back."""

import pytest
from pytestqt.qtbot import QtBot

from widgets import application
from widgets.application import Concord


def test_a_mistake_while_the_look_changes_leaves_no_window_blank(
    opened: Concord, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    with monkeypatch.context() as broken, qtbot.captureExceptions() as said:
        broken.setattr(application, "dress", fail)
        opened.window.actions_by_key["larger"].trigger()
        qtbot.waitUntil(lambda: bool(said))
        qtbot.waitUntil(opened.window.updatesEnabled)
    assert [kind for kind, *_ in said] == [RuntimeError]
