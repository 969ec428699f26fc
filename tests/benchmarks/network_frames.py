# SPDX-License-Identifier: MIT
"""Frames of the live map against QGraphicsView with the same content, and against bare lines."""

from collections.abc import Callable
from itertools import cycle
from math import ceil

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsLineItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from tests.benchmarks.networks import Edges, scattered, workshop_of
from tests.benchmarks.result import Result, interleaved
from widgets.desk import Desk
from widgets.partners.brushwork import on_screen, radii, strokes
from widgets.partners.network_map import NetworkMap
from widgets.partners.pictures import name_font
from widgets.work import under_way
from workshop.document import Document

_SIZE = (1600, 1000)
_GOALS = {300: 2, 1283: 10, 5000: 40}
_SHIFTS = ((24, 0), (0, 24), (-24, 0), (0, -24))
_MODE = QGraphicsView.ViewportUpdateMode
_MODES = (_MODE.MinimalViewportUpdate, _MODE.SmartViewportUpdate, _MODE.BoundingRectViewportUpdate,
          _MODE.FullViewportUpdate)  # fmt: skip


def run(n: int) -> list[Result]:
    """Measure a frame of a drag and a full repaint with so many nodes."""
    app = QApplication.instance() or QApplication([])
    assert app
    edges = scattered(n, 2708 if n == 1283 else 3 * n)
    map = NetworkMap(Desk(Document(workshop_of(n, edges, placed=True))))
    map.resize(*_SIZE)
    map.show()
    _rest(map)
    results = [_drag(map, edges, n), _repaint(map, n)]
    map.close()
    return results


def _rest(map: NetworkMap) -> None:
    """Let the map be painted, and wait for the names that a worker places."""
    map.repaint()
    while under_way():
        QApplication.processEvents()
    map.repaint()


def _drag(map: NetworkMap, edges: Edges, n: int) -> Result:
    middle = n // 2
    map.standing.lift([middle])
    QApplication.processEvents()
    home, steps = map.content.places[[middle]].copy(), cycle(_SHIFTS)

    def frame() -> None:
        map.standing.carry(home + next(steps))
        QApplication.processEvents()

    pairs = []
    for mode in _MODES:
        view, view_frame = _view_frame(map, edges, middle, mode)
        pairs.append(interleaved(frame, view_frame, 15))
        view.close()
    best = min(range(len(pairs)), key=lambda i: pairs[i][1])
    ours, theirs = pairs[best]
    map.standing.carry(home)
    map.refresh()
    goal = f"{_GOALS[n]} times faster"
    peer = f"QGraphicsView, {_MODES[best].name}"
    return Result(f"drag frame, {n:,} nodes", ours, peer, theirs, goal, theirs >= _GOALS[n] * ours)


def _repaint(map: NetworkMap, n: int) -> Result:
    _rest(map)
    lines = [QLineF(*line) for line in strokes(map.content, map.brush()).tolist()]
    canvas = QPixmap(*_SIZE)
    width = max(map.content.lines[0].width * map.text * map.content.em, 0.8)

    def ours() -> None:
        map.refresh()
        map.repaint()

    def bare() -> None:
        canvas.fill(QColor(map.theme.paper))
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(map.theme.accent), width))
        painter.drawLines(lines)
        painter.end()

    took, theirs = interleaved(ours, bare, 9)
    what = f"full repaint with names that have their places, {n:,} nodes"
    return Result(
        what, took, "bare antialiased lines", theirs, "at most 2 times", took <= 2 * theirs
    )


def _view_frame(
    map: NetworkMap, edges: Edges, middle: int, mode: QGraphicsView.ViewportUpdateMode
) -> tuple[QGraphicsView, Callable[[], None]]:
    """Build a view with the same disks, lines and names, and give what moves one node a step."""
    scene = QGraphicsScene(0, 0, *_SIZE)
    spots, sizes = on_screen(map.content, map.view), radii(map.content, map.brush())
    pen = QPen(QColor(map.theme.accent), 1.2)
    touching = []
    for a, b in edges:
        line = QGraphicsLineItem(QLineF(QPointF(*spots[a]), QPointF(*spots[b])))
        line.setPen(pen)
        scene.addItem(line)
        if middle in (a, b):
            touching.append((line, b if a == middle else a))
    for number, (x, y) in enumerate(spots.tolist()):
        disk = QGraphicsEllipseItem(
            -sizes[number], -sizes[number], 2 * sizes[number], 2 * sizes[number]
        )
        disk.setBrush(QColor(map.theme.accent))
        disk.setPos(x, y)
        scene.addItem(disk)
        if number == middle:
            moving = disk
        if number in map.standing.names.placed:
            name = QGraphicsSimpleTextItem(map.content.names[number])
            name.setFont(name_font(map.text))
            name.setPos(*map.standing.names.placed[number][:2])
            scene.addItem(name)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setViewportUpdateMode(mode)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(*_SIZE)
    view.show()
    QApplication.processEvents()
    home, steps = moving.pos(), cycle(_SHIFTS)
    reach = ceil(map.view.scale * 10) / 10

    def frame() -> None:
        across, down = next(steps)
        at = home + QPointF(across, down) * reach
        moving.setPos(at)
        for line, other in touching:
            line.setLine(QLineF(at, QPointF(*spots[other])))
        QApplication.processEvents()

    return view, frame
