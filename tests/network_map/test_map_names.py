# SPDX-License-Identifier: MIT
"""Many organizations: the map fills its window, all are named, and in full under the pointer."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.exhibits.name_lines import BRIEF, CUT, TINY, WHOLE, abridged, name_lines
from tests.partners.networks import organization, tie
from widgets.desk import Desk
from widgets.partners.network_map import NetworkMap
from workshop.document import Document
from workshop.state import Workshop

_NAME = "Regional Partnership for Community Care {:03}"


def wheel(count: int) -> Workshop:
    """Give a hub with so many spokes, all with long names."""
    known = [organization(f"N{i:03}") for i in range(count)]
    named = [type(each)(id=each.id, name=_NAME.format(i)) for i, each in enumerate(known)]
    return Workshop([*named, *(tie(f"N000-N{i:03}") for i in range(1, count))])


def shown(qtbot: QtBot, count: int) -> NetworkMap:
    map = NetworkMap(Desk(Document(wheel(count))))
    qtbot.addWidget(map)
    map.resize(1200, 560)
    map.show()
    qtbot.waitUntil(lambda: bool(map.standing.names.placed))
    return map


def test_a_map_of_many_fills_a_wide_window_and_follows_the_pointer_in_it(qtbot: QtBot) -> None:
    map = shown(qtbot, 140)
    assert map.view.stretch > 1.3
    assert np.allclose(map.view.to_map(map.view.to_screen((3, 4))), (3, 4))
    zoomed = map.view.zoomed(1.5, (200, 100))
    assert np.allclose(zoomed.to_map((200, 100)), map.view.to_map((200, 100)))
    assert zoomed.stretch == map.view.stretch
    start = QPoint(*(round(at) for at in map.spot(20)))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(map, left, none, start)
    for share in (0.5, 1.0):
        QTest.mouseMove(map, start + QPoint(60, 30) * share)
    QTest.mouseRelease(map, left, none, start + QPoint(60, 30))
    map.motion.stop()
    moved = QPoint(*(round(at) for at in map.spot(20)))
    assert (moved - start - QPoint(60, 30)).manhattanLength() <= 2


def test_where_distance_means_something_the_map_is_never_stretched(qtbot: QtBot) -> None:
    map = shown(qtbot, 140)
    map.look_at(map.scene.__class__(arrangement="places"))
    map.motion.stop()
    map.fit()
    map.motion.stop()
    assert map.view.stretch == 1


def test_every_organization_is_named_and_in_full_under_the_pointer(qtbot: QtBot) -> None:
    map = shown(qtbot, 140)
    named = map.standing.names.placed
    assert len(named) == 140
    short = next(n for n, each in named.items() if each.shape >= WHOLE)
    whole = next(n for n, each in named.items() if each.shape < WHOLE)

    def changed(number: int) -> int:
        """Give how far below a node the picture changes when the pointer is on it."""
        map.point_at(None)
        before = grabbed(map)
        map.point_at(number)
        rows = np.flatnonzero((grabbed(map) != before).any(axis=(1, 2)))
        return int(rows.max() - map.spot(number)[1])

    assert changed(short) > changed(whole) + 8


def grabbed(map: NetworkMap) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    picture: QPixmap = map.grab()
    image = picture.toImage()
    data = np.frombuffer(image.constBits(), dtype=np.uint8)
    return data.reshape(image.height(), image.width(), 4).copy()


def test_a_name_is_shortened_at_a_word_or_to_its_short_form() -> None:
    long = "Northlight Behavioral Health Foundation"
    assert name_lines(long, CUT, 2, len) == ("Northlight", "Behavioral Hea…")
    assert name_lines(long, BRIEF, 2, len) == ("Northlight…",)
    assert name_lines(long, TINY, 2, len) == ("Northligh…",)
    assert name_lines("Coastal Care Alliance (CCA)", BRIEF, 2, len) == ("CCA",)
    assert name_lines("Care (CCA)", BRIEF, 2, len) == ("Care (CCA)",)


def test_short_forms_of_names_that_begin_alike_tell_them_apart() -> None:
    names = ("Northlight Clinic", "Northlight Home Care", "Sea View Trust", "Sea View", "Unity")
    found = abridged(names)
    assert found == ("N. Clinic", "N. Home Care", "Sea V. Trust", "Sea View", "Unity")
    assert name_lines(names[1], BRIEF, 2, len, found[1]) == ("N. Home Care",)
    assert name_lines(names[1], TINY, 2, len, found[1]) == ("Northligh…",)
    assert name_lines(names[0], BRIEF, 3, len, found[0]) == ("Northlight Clinic",)
    assert abridged(("", "")) == ("", "")


def test_a_node_just_off_the_edge_does_not_make_all_names_smaller(qtbot: QtBot) -> None:
    map = shown(qtbot, 3)
    usual = map.standing.names.text
    last = max(range(3), key=lambda n: float(map.spot(n)[0]))
    way = round(map.width() + 38 - float(map.spot(last)[0]))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = QPoint(20, 20)
    QTest.mousePress(map, left, none, start)
    for share in (0.5, 1.0):
        QTest.mouseMove(map, start + QPoint(way, 0) * share)
    QTest.mouseRelease(map, left, none, start + QPoint(way, 0))
    map.motion.stop()
    qtbot.waitUntil(lambda: float(map.spot(last)[0]) > map.width())
    qtbot.waitUntil(lambda: last not in map.standing.names.placed)
    assert map.standing.names.text == usual
