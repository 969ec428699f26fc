# SPDX-License-Identifier: MIT
"""An edit repaints the strip it changed, and the picture is the one a whole repaint would give."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.graphics.shapes import Drawing

from exports.exhibits.boards import BOARDS
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Look, Size
from exports.exhibits.gap_map import gap_map
from resources.theme import DARK, LIGHT
from tests.exhibits.workshops import many, ordinary
from widgets.desk import Desk
from widgets.exhibits.picture import BAND, Picture
from widgets.exhibits.qt_renderer import paint
from widgets.exhibits.view import ExhibitView, Make
from workshop.document import Document
from workshop.edits import change, remove
from workshop.gaps.records import Asset, Capability, Need
from workshop.prepare.records import Organization
from workshop.state import Workshop

EVERYWHERE = QRect(0, 0, 10_000, 100_000)
HAIR = 8
"""How much smoothing may differ at the edge of a clip, of 255."""
Edit = Callable[[Workshop], Workshop]
SIZE = (840.0, 100_000.0)
TALL = (840.0, 3_000.0)
EDITS: dict[str, Edit] = {
    "level": lambda w: change(w, Need, "n1", needed_level=5),
    "unknown": lambda w: change(w, Need, "n1", needed_level=None),
    "order": lambda w: change(w, Need, "n5", importance=5, urgency=3, needed_level=5),
    "name": lambda w: change(w, Capability, "c3", name="Reaching all those who live far away"),
    "holder": lambda w: change(w, Organization, min(w.of(Organization)), name="Ünïtéd Ạ̈lder"),
    "fewer": lambda w: remove(w, Need, ["n7"]),
    "nothing": lambda w: w,
}


def drawn(workshop: Workshop, board: str = "gap_map", size: Size = SIZE) -> Drawing:
    return BOARDS[board](workshop, Look(LIGHT, 13), size, 0).drawing


def shown(picture: Picture) -> QImage:
    return on_paper(
        picture.drawing, picture.ratio, lambda painter: picture.show(painter, EVERYWHERE)
    )


def whole(drawing: Drawing, ratio: float = 1.0) -> QImage:
    return on_paper(drawing, ratio, partial(paint, drawing))


def on_paper(drawing: Drawing, ratio: float, brush: Callable[[QPainter], None]) -> QImage:
    wide, high = (round(value * ratio) for value in (drawing.width, drawing.height + 1))
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    brush(painter)
    painter.end()
    return image


def differs(one: QImage, other: QImage) -> float:
    """Give by how much two pictures differ at most, of 255."""
    assert one.size() == other.size()
    first, second = (np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (one, other))
    return float(np.abs(first - second).max())


@pytest.mark.parametrize("ratio", [1.0, 1.5])
@pytest.mark.parametrize("board", ["gap_map", "coverage", "needs", "holdings", "organizations"])
def test_a_mended_picture_is_the_whole_picture(
    qapp: QApplication, board: str, ratio: float
) -> None:
    before = ordinary()
    picture = Picture(drawn(before, board), ratio)
    shown(picture)
    for what, edit in EDITS.items():
        for workshop in (edit(before), before):  # and taken back
            drawing = drawn(workshop, board)
            picture.become(drawing)
            assert differs(shown(picture), whole(drawing, ratio)) < HAIR, what


def test_only_the_row_of_an_edit_is_repainted(qapp: QApplication) -> None:
    before = ordinary()
    exhibit = gap_map(before, Look(LIGHT, 13), SIZE)
    picture = Picture(exhibit.drawing, 1.0)
    row = next(area for area in exhibit.areas if (area.role, area.id) == ("row", "n3"))
    where = picture.become(drawn(change(before, Need, "n3", must_have=True)))
    assert where is not None
    assert where.height() < 2 * row.height
    assert where.contains(QRect(0, round(row.y + row.height / 2), 10, 1))
    same = picture.become(drawn(change(before, Need, "n3", must_have=True)))
    assert same is not None
    assert same.isEmpty()
    assert picture.become(drawn(before.put([Capability(id="z", name="Z")]), "needs")) is None


def test_a_tall_picture_is_mended_across_its_bands(qapp: QApplication) -> None:
    before = many()
    rows = gap_map(before, Look(LIGHT, 13), TALL).areas
    needs = [area.id for area in rows if area.role == "row"]
    picture = Picture(drawn(before, size=TALL), 1.0)
    assert shown(picture).height() > 2 * BAND
    for id in (needs[1], needs[len(needs) // 2], needs[-1]):
        level = 1 if before.get(Need, id).needed_level == 5 else 5
        after = drawn(change(before, Need, id, needed_level=level), size=TALL)
        picture.become(after)
        assert differs(shown(picture), whole(after)) < HAIR


def test_the_window_shows_the_new_picture_and_its_ring(qtbot: QtBot) -> None:
    desk, host = Desk(Document(ordinary()), LIGHT), QWidget()
    view = in_window(
        qtbot, host, desk, lambda size, theme: gap_map(desk.workshop, Look(theme, 13), size)
    )
    assert view.exhibit
    view.choose(next(area for area in view.exhibit.areas if area.role == "needed"))
    id = view.current.id if view.current else ""
    edits: list[Callable[[], object]] = [
        partial(desk.apply, EDITS["level"], "Level"),
        partial(desk.apply, EDITS["order"], "Order"),
        partial(desk.apply, lambda w: remove(w, Need, [id]), "Remove"),
        desk.undo,
        desk.undo,
        desk.undo,
    ]
    for edit in edits:
        far = view.exhibit.areas[-2]  # the ring around what is pointed at goes with the edit
        QTest.mouseMove(view, QPoint(round(far.x) + 2, round(far.y) + 2))
        shows_all(qtbot, host, view, edit)
    desk.close()


def test_a_new_theme_reaches_the_margins_too(qtbot: QtBot) -> None:
    desk, host = Desk(Document(ordinary()), LIGHT), QWidget()
    view = in_window(
        qtbot, host, desk, lambda _, theme: empty(Look(theme, 13), (840, 300), "Nothing", "Yet.")
    )
    shows_all(qtbot, host, view, partial(desk.set_theme, DARK))
    desk.close()


def in_window(qtbot: QtBot, host: QWidget, desk: Desk, make: Make) -> ExhibitView:
    view = ExhibitView(desk, make, (Capability, Need, Asset))
    view.setParent(host)
    view.resize(840, 400)
    host.resize(840, 700)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.wait(1)
    return view


def shows_all(qtbot: QtBot, host: QWidget, view: ExhibitView, edit: Callable[[], object]) -> None:
    """Hold what is on the screen after an edit beside a repaint of everything."""
    with qtbot.waitSignal(view.redrawn):
        edit()
    qtbot.wait(1)
    on_screen = host.screen().grabWindow(host.winId()).toImage()
    assert len({on_screen.pixel(x, y) for x in range(0, 800, 3) for y in range(0, 300, 3)}) > 1
    host.repaint()
    view.repaint()
    assert on_screen == host.screen().grabWindow(host.winId()).toImage()
