# SPDX-License-Identifier: MIT
"""An edit repaints what it changed, and the picture is the one a whole repaint would give."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.partners.networks import organization, ring, tie
from widgets.desk import Desk
from widgets.partners.network_map import NetworkMap
from workshop.document import Document
from workshop.edits import add, change, remove
from workshop.gaps.records import Capability, Need
from workshop.partners.edits import pin, place
from workshop.partners.positions import positions
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

NONE = Qt.KeyboardModifier.NoModifier
HAIR = 8
Edit = Callable[[Workshop], Workshop]


def crowd(count: int = 40, chords: int = 50) -> Workshop:
    far = [tie(f"N{i % count:03}-N{(7 * i + 9) % count:03}", "funding") for i in range(chords)]
    several = [tie("N000-N001", "training", directed=True), tie("N001-N000", "referral")]
    workshop = ring(count).put([*far, *several])
    return place(workshop, dict(positions(workshop)))


def shown(qtbot: QtBot, workshop: Workshop) -> NetworkMap:
    map = NetworkMap(Desk(Document(workshop)))
    qtbot.addWidget(map)
    map.resize(900, 600)
    map.show()
    qtbot.wait(1)
    return map


def settled(qtbot: QtBot, map: NetworkMap) -> QImage:
    """Give the picture when names have found their places again."""
    map.motion.stop()
    qtbot.wait(80)
    return map.grab().toImage()


def differs(mended: QImage, map: NetworkMap) -> float:
    """Give by how much it differs from a whole repaint; at a clip's edge smoothing may, by a hair."""
    map.refresh()
    one, other = (
        np.frombuffer(each.constBits(), np.uint8).astype(int)
        for each in (mended, map.grab().toImage())
    )
    return float(np.abs(one - other).max())


FIRST = "t-N000-N001-contract"
EDITS: dict[str, Edit] = {
    "strength": lambda w: change(w, Tie, FIRST, strength=5.0),
    "name": lambda w: change(w, Organization, "o-N003", name="A far longer name than before"),
    "place": lambda w: place(w, {"o-N005": (40.0, 30.0)}),
    "pin": lambda w: pin(w, ["o-N007"], True),
    "nothing that shows": lambda w: change(w, Organization, "o-N003", sector="Care"),
    "remark": lambda w: change(w, Tie, FIRST, remark="Since the spring"),
    "relation": lambda w: change(w, Tie, FIRST, relation="training", directed=True),
    "ours": lambda w: change(w, Organization, "o-N003", ours=True),
    "a new tie": lambda w: add(w, tie("N002-N020")),
    "a need": lambda w: add(w, Capability(id="c", name="Reach"), Need(id="n", capability="c")),
    "a tie less": lambda w: remove(w, Tie, [FIRST]),
}


@pytest.mark.parametrize("count", [40, 90])
@pytest.mark.parametrize("what", EDITS)
def test_a_mended_picture_is_the_whole_picture(qtbot: QtBot, what: str, count: int) -> None:
    map = shown(qtbot, crowd(count, 50 if count == 40 else 180))
    map.desk.apply(EDITS[what], "Edit")
    assert differs(settled(qtbot, map), map) < HAIR
    map.desk.document.undo()
    assert differs(settled(qtbot, map), map) < HAIR


def test_an_edit_keeps_what_it_does_not_touch(qtbot: QtBot) -> None:
    map = shown(qtbot, crowd())
    before = map.content
    map.desk.apply(partial(change, of=Tie, id=FIRST, strength=5.0), "Edit")
    assert map.content.looks is before.looks
    assert map.content.lines != before.lines
    map.desk.apply(EDITS["relation"], "Edit")
    assert map.content.looks is not before.looks


def test_dragging_mends_the_picture_where_the_node_was_and_is(qtbot: QtBot) -> None:
    map = shown(qtbot, crowd())
    start = QPoint(*(round(value) for value in map.spot(4)))
    QTest.mousePress(map, Qt.MouseButton.LeftButton, NONE, start)
    for across in (10, 30, 60):
        QTest.mouseMove(map, start + QPoint(across, across // 2))
        map.grab()
    QTest.mouseRelease(map, Qt.MouseButton.LeftButton, NONE, start + QPoint(60, 30))
    map.choose([])
    map.point_at(None)
    assert differs(settled(qtbot, map), map) < HAIR


def test_a_large_network_stays_in_sight_while_new_places_are_found(qtbot: QtBot) -> None:
    map = shown(qtbot, ring(310))
    qtbot.waitUntil(lambda: not map.arrivals.waiting)
    before = dict(zip(map.content.ids, map.content.places.tolist(), strict=True))
    map.desk.apply(lambda w: add(w, organization("New"), tie("New-N010"), tie("N000-N150")), "Add")
    assert map.arrivals.waiting
    now = dict(zip(map.content.ids, map.content.places.tolist(), strict=True))
    assert now.keys() == before.keys() | {"o-New"}
    assert all(now[id] == pytest.approx(spot) for id, spot in before.items())
    qtbot.waitUntil(lambda: not map.arrivals.waiting)
    map.motion.stop()
    found = positions(map.desk.workshop)
    assert map.content.places[0].tolist() == pytest.approx(found[map.content.ids[0]])


def test_a_large_network_with_capabilities_stays_in_sight_too(qtbot: QtBot) -> None:
    known = ring(310).put([Capability(id="c", name="Reach"), Need(id="n", capability="c")])
    map = shown(qtbot, known)
    qtbot.waitUntil(lambda: not map.arrivals.waiting)
    map.look_at(type(map.scene)(capabilities=True))
    more = [Capability(id="d", name="Care"), Need(id="m", capability="d"), tie("N000-N150")]
    map.desk.apply(lambda w: add(w, *more), "Add")
    assert {"c", "d"} <= map.content.numbers.keys()
    qtbot.waitUntil(lambda: not map.arrivals.waiting)
    map.desk.apply(
        lambda w: add(w, *(organization(f"Z{i}") for i in range(70)), tie("Z1-Z2")), "Add"
    )
    assert not map.content.ids
    qtbot.waitUntil(lambda: not map.arrivals.waiting)
    assert "o-Z69" in map.content.numbers
