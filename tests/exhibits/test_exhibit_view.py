# SPDX-License-Identifier: MIT
"""The exhibit in the window: pointed at, typed on, dragged, and drawn anew only when it must be."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from exports.exhibits.exhibit import Area, Exhibit, Look, Size
from exports.exhibits.gap_map import gap_map
from resources.theme import DARK, LIGHT, Theme
from tests.exhibits.workshops import many, ordinary
from widgets.desk import Desk
from widgets.exhibits.view import ExhibitView
from workshop.document import Document
from workshop.edits import change
from workshop.gaps.records import Asset, Capability, Need
from workshop.prepare.records import Participant
from workshop.state import Workshop


class Seen:
    """A view on the gap map of the ordinary workshop, with what it made and said."""

    def __init__(self, qtbot: QtBot, *, grows: bool = True) -> None:
        self.desk = Desk(Document(ordinary()), LIGHT)
        self.made: list[Theme] = []
        self.said: list[tuple[Any, ...]] = []
        self.view = ExhibitView(self.desk, self._make, (Capability, Need, Asset), grows=grows)
        self.host = QWidget()
        self.view.setParent(self.host)
        qtbot.addWidget(self.host)
        self.view.activated.connect(
            lambda area: self.said.append(("activated", area.role, area.id))
        )
        self.view.dragged.connect(lambda area, x, let_go: self.said.append((area.role, x, let_go)))
        self.view.nudged.connect(lambda area, by: self.said.append(("nudged", area.role, by)))
        self.view.typed.connect(lambda area, text: self.said.append(("typed", area.role, text)))
        self.host.resize(840, 700)
        self.view.resize(840, 400)
        self.host.show()
        self.made.clear()

    def _make(self, size: Size, theme: Theme) -> Exhibit:
        self.made.append(theme)
        return gap_map(self.desk.workshop, Look(theme, 13), size)

    def area(self, role: str, id: str = "") -> Area:
        assert self.view.exhibit
        areas = self.view.exhibit.areas
        return next(a for a in areas if a.role == role and id in ("", a.id))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)


def middle(area: Area) -> QPoint:
    return QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))


@pytest.fixture
def seen(qtbot: QtBot) -> Iterator[Seen]:
    yield (made := Seen(qtbot))
    made.desk.close()


def test_it_is_as_high_as_the_exhibit_and_speaks_for_it(seen: Seen) -> None:
    view = seen.view
    assert view.exhibit
    assert view.height() == pytest.approx(view.exhibit.drawing.height, abs=1)
    assert view.height_at(400) > 0
    assert "the widest" in view.accessibleName()
    assert "Rural reach: today 0" in view.accessibleDescription()
    assert not view.grab().isNull()


def test_it_is_drawn_anew_once_and_only_when_its_records_changed(seen: Seen, qtbot: QtBot) -> None:
    seen.desk.apply(partial(change, of=Participant, id="p01", name="Ann"), "Rename")
    QApplication.processEvents()
    assert seen.made == []
    seen.desk.apply(partial(change, of=Capability, id="c0", name="Analytics"), "Rename")
    seen.desk.apply(partial(change, of=Need, id="n1", needed_level=5), "Level")
    qtbot.waitUntil(lambda: seen.view.accessibleName().startswith("4 of 8"))
    QApplication.processEvents()
    assert len(seen.made) == 1
    seen.view.repaint()
    assert len(seen.made) == 1


def test_a_new_theme_a_new_width_and_another_maker_draw_anew(seen: Seen, qtbot: QtBot) -> None:
    seen.desk.set_theme(DARK)
    qtbot.waitUntil(lambda: seen.made == [DARK])
    seen.view.resize(600, seen.view.height())
    qtbot.waitUntil(lambda: len(seen.made) == 2)
    seen.view.show_made_by(lambda size, theme: gap_map(ordinary(), Look(theme, 20), size))
    before = seen.view.height()
    qtbot.waitUntil(lambda: seen.view.height() > before)


def test_hidden_it_waits_until_it_is_shown(seen: Seen) -> None:
    seen.view.hide()
    seen.desk.apply(partial(change, of=Capability, id="c0", name="Analytics"), "Rename")
    QApplication.processEvents()
    assert seen.made == []
    seen.view.show()
    assert "Analytics" in seen.view.accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_activated_by_click_and_by_key(seen: Seen, key: Qt.Key) -> None:
    row = seen.area("row", "n3")
    QTest.mouseClick(seen.view, Qt.MouseButton.LeftButton, pos=QPoint(20, middle(row).y()))
    assert seen.view.current == row
    seen.press(key)
    assert seen.said == [("activated", "row", "n3")] * 2


def test_dragging_a_dot_moves_only_the_dot_until_it_is_let_go(seen: Seen) -> None:
    dot, scale = seen.area("needed", "n0"), seen.area("scale")
    start = middle(dot)
    QTest.mousePress(seen.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(seen.view, start + QPoint(30, 0))
    QTest.mouseMove(seen.view, QPoint(5_000, start.y()))
    assert not seen.view.grab().isNull()
    QTest.mouseRelease(seen.view, Qt.MouseButton.LeftButton, pos=start)
    assert seen.made == []
    assert seen.said[0][0] == "needed"
    assert seen.said[-1] == ("needed", pytest.approx(scale.x + scale.width), True)
    assert [let_go for _, _, let_go in seen.said].count(True) == 1


def test_escape_ends_a_drag_without_an_edit(seen: Seen) -> None:
    start = middle(seen.area("held", "n0"))
    QTest.mousePress(seen.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(seen.view, start + QPoint(40, 0))
    seen.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(seen.view, Qt.MouseButton.LeftButton, pos=start)
    assert all(let_go is False for _, _, let_go in seen.said)


def test_a_dot_is_nudged_typed_and_cleared_by_keys(seen: Seen) -> None:
    seen.view.choose(seen.area("held", "n0"))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_Delete):
        seen.press(key)
    assert seen.said == [
        ("nudged", "held", -1),
        ("nudged", "held", 1),
        ("typed", "held", "3"),
        ("typed", "held", ""),
    ]


def test_tab_and_arrows_reach_every_area_and_tab_leaves_at_the_end(seen: Seen) -> None:
    assert seen.view.exhibit
    seen.view.setFocus(Qt.FocusReason.TabFocusReason)
    reachable = [area for area in seen.view.exhibit.areas if area.role != "scale"]
    seen.view.choose(None)
    met = []
    while seen.view.focusNextPrevChild(True) and seen.view.current:
        met.append(seen.view.current)
    assert met == reachable
    seen.view.choose(seen.area("row", "n0"))
    seen.press(Qt.Key.Key_Down)
    assert seen.view.current == [area for area in reachable if area.role == "row"][1]
    seen.press(Qt.Key.Key_Up)
    assert seen.view.current == seen.area("row", "n0")
    seen.press(Qt.Key.Key_Right)
    assert seen.view.current == reachable[1]


def test_the_focus_stays_on_its_record_when_the_exhibit_is_drawn_anew(
    seen: Seen, qtbot: QtBot
) -> None:
    seen.view.choose(seen.area("needed", "n1"))
    with qtbot.waitSignal(seen.view.redrawn):
        seen.desk.apply(partial(change, of=Need, id="n1", needed_level=5), "Level")
    assert seen.view.current
    assert (seen.view.current.role, seen.view.current.id) == ("needed", "n1")
    assert "needed 5" in seen.view.accessibleDescription()


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_the_pointer_shows_what_can_be_done_and_the_whole_text_as_plain_text(
    seen: Seen, qtbot: QtBot
) -> None:
    seen.desk.apply(partial(change, of=Capability, id="c0", name="R&D <b>"), "Rename")
    qtbot.waitUntil(lambda: "R&D" in seen.view.accessibleName())
    dot = middle(seen.area("held", "n0"))
    QTest.mouseMove(seen.view, dot)
    assert seen.view.cursor().shape() == Qt.CursorShape.SizeHorCursor
    help = QHelpEvent(QEvent.Type.ToolTip, dot, seen.view.mapToGlobal(dot))
    QApplication.sendEvent(seen.view, help)
    assert QToolTip.text() == "<qt>R&amp;D &lt;b&gt;: held today 1</qt>"
    QToolTip.hideText()
    QTest.mouseMove(seen.view, QPoint(2, 2))
    assert seen.view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_in_a_given_height_it_stands_in_the_middle_and_areas_move_along(qtbot: QtBot) -> None:
    seen = Seen(qtbot, grows=False)
    seen.view.resize(840, 700)
    QApplication.processEvents()
    assert seen.view.height() == 700
    assert seen.view.exhibit
    gap = (700 - seen.view.exhibit.drawing.height) / 2
    row = seen.area("row", "n1")
    place = QPoint(20, round(row.y + row.height / 2 + gap))
    QTest.mouseClick(seen.view, Qt.MouseButton.LeftButton, pos=place)
    assert seen.said == [("activated", "row", "n1")]
    assert not seen.view.grab().isNull()
    seen.desk.close()


def test_of_a_very_tall_exhibit_only_what_is_seen_is_kept(qtbot: QtBot) -> None:
    view = ExhibitView(desk := Desk(Document(many())), partial(_tall, many()))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(840, 600)
    area.show()
    assert view.height() > 10_000
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() < view.height())
    for share in (0.3, 0.6, 1.0):
        area.verticalScrollBar().setValue(int(area.verticalScrollBar().maximum() * share))
        shown = area.viewport().grab().toImage()
        colors = {shown.pixel(x, y) for x in range(0, 600, 3) for y in range(0, 500, 3)}
        assert len(colors) > 10
    desk.close()


def _tall(workshop: Workshop, size: Size, theme: Theme) -> Exhibit:
    return gap_map(workshop, Look(theme, 13), size)


def test_coming_by_tab_the_first_area_has_the_focus_and_by_backtab_the_last(seen: Seen) -> None:
    view = seen.view
    for reason, role in (("TabFocusReason", "row"), ("BacktabFocusReason", "needed")):
        view.choose(None)
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason[reason]))
        assert view.current
        assert view.current.role == role
