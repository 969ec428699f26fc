# SPDX-License-Identifier: MIT
"""Names are placed beside the window: nodes and lines are there first, and nothing waits."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.partners.networks import o8, organization
from widgets.desk import Desk
from widgets.partners import standing
from widgets.partners.brushwork import Brush, Names
from widgets.partners.content import Content
from widgets.partners.network_map import NetworkMap
from workshop.document import Document

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot: QtBot) -> NetworkMap:
    map = NetworkMap(Desk(Document(o8())))
    qtbot.addWidget(map)
    map.resize(800, 600)
    map.show()
    return map


def held(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[bool]]:
    """Hold back every worker that places names; tell whether each was the window's own thread."""
    gate = threading.Event()
    on_the_window: list[bool] = []
    place: Callable[..., Names] = vars(standing)["place_names"]

    def wait(content: Content, brush: Brush, size: QSize) -> Names:
        on_the_window.append(threading.current_thread() is threading.main_thread())
        gate.wait(10)
        return place(content, brush, size)

    monkeypatch.setattr(standing, "place_names", wait)
    return gate, on_the_window


def test_a_map_is_painted_before_its_names_have_their_places(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, on_the_window = held(monkeypatch)
    map = shown(qtbot)
    without = map.grab().toImage()
    qtbot.waitUntil(lambda: on_the_window == [False])
    assert not map.standing.names.placed
    gate.set()
    qtbot.waitUntil(lambda: len(map.standing.names.placed) == len(map.content.ids))
    assert map.grab().toImage() != without
    assert on_the_window == [False]


def test_names_that_were_placed_for_what_is_gone_are_not_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, _on_the_window = held(monkeypatch)
    map = shown(qtbot)
    map.grab()
    map.desk.apply(lambda workshop: workshop.put([organization("Late comer")]), "Add")
    map.fit()
    map.motion.stop()
    map.grab()
    gate.set()
    qtbot.waitUntil(lambda: len(map.standing.names.placed) == len(map.content.ids))
    names = {map.content.names[number] for number in map.standing.names.placed}
    assert "Late comer" in names


def test_names_stay_where_they_are_until_they_have_new_places(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    map = shown(qtbot)
    map.grab()
    qtbot.waitUntil(lambda: len(map.standing.names.placed) == len(map.content.ids))
    before: dict[int, Any] = dict(map.standing.names.placed)
    gate, _on_the_window = held(monkeypatch)
    map.light(map.content.ids[:2])
    map.grab()
    assert map.standing.names.placed.keys() == before.keys()
    gate.set()
    qtbot.waitUntil(lambda: set(map.standing.names.placed) == {0, 1})
