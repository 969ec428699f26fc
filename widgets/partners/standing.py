# SPDX-License-Identifier: MIT
"""The picture of all that stands still on the map, and the few nodes that are carried over it.

While the view glides or nodes walk, no frame does more than it must: a large map shows its last
picture scaled, a small one is painted with its names carried along. At rest a worker places the
names; nodes and lines are there first.
"""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.exchange.latest import Latest, stop_with
from widgets.partners.amending import Amended
from widgets.partners.areas import draw_areas
from widgets.partners.brushwork import (
    Brush,
    Names,
    draw_lines,
    draw_names,
    draw_nodes,
    on_screen,
    radii,
)
from widgets.partners.content import Content
from widgets.partners.map_names import place_names
from widgets.partners.patches import (
    Boxes,
    Patch,
    line_boxes,
    lines_at,
    lines_in,
    node_boxes,
    patch_of,
    within,
)
from widgets.partners.patches import name_boxes as text_boxes
from widgets.partners.pictures import name_wide
from widgets.partners.view import View
from workshop.partners.labels import Placed

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

LARGE = 300
"""Above this, motion is drawn without smoothing and names."""
_REST = 120
"""Milliseconds without motion after which the picture is made anew."""
_SOON = 40
"""Milliseconds after an edit until names find their best places again."""
_NO_NAMES = Names({}, 1.0)
_MOST_LINES, _MOST_NODES = 16, 40
"""If more than so many changed, the picture is not mended but painted whole."""
_MOST_CROSSINGS = 60_000  # to try so many lines against names takes longer than painting all
_NO_BOXES: Boxes = np.zeros((0, 4))


class Standing(QObject):
    """Keeps the picture until something in it changes."""

    def __init__(self, map: "NetworkMap") -> None:
        super().__init__(map)
        self._map = map
        self._picture: QPixmap | None = None
        self._view = View()
        self._lifted: list[int] = []
        self._lines: list[int] = []
        self._offsets: dict[int, tuple[float, float]] = {}
        self.names = _NO_NAMES
        self._rest = _timer(self, _REST, map.refresh)
        self._renaming = _timer(self, _SOON, self._ask_for_names)
        self._named_for: object = None
        self._asked_for: object = None
        self._naming = Latest()
        stop_with(self, self._naming)

    def forget(self) -> None:
        """Let go of the picture; everything stands again."""
        self._picture = None
        self._lifted, self._lines = [], []
        self._rest.stop()

    def glide(self) -> None:
        """Show the map at its new view as quickly as can be, and well once it rests."""
        if len(self._map.content.ids) <= LARGE:
            self._picture = None
        self._rest.start()

    def lift(self, nodes: Sequence[int]) -> None:
        """Take nodes and their lines out of the picture."""
        self._lifted = list(nodes)
        self._lines = lines_at(self._map.content, self._lifted)
        self._mend(self._lifted, self._lines, self._map.content)

    def amend(self, before: Content, found: Amended) -> None:
        """Paint anew what an edit changed; names find their best places a moment later."""
        content = self._map.content
        moved = {*self._lifted, *np.flatnonzero((before.places != content.places).any(axis=1))}
        nodes, lines = found.nodes | moved, {*found.lines, *lines_at(content, moved)}
        mended = self._parts(nodes, lines, before)
        self.names = self._names_with(before, nodes)
        self._lifted, self._lines = [], []
        self._mend(nodes, lines, content, mended)
        self._mend_tag(nodes)
        if nodes:
            self._renaming.start()

    def _mend(
        self,
        nodes: Collection[int],
        lines: Collection[int],
        content: Content,
        more: Boxes | None = _NO_BOXES,
    ) -> None:
        """Paint nodes, lines and more parts of the picture anew, or all if that is not less."""
        found = self._parts(nodes, lines, content)
        self._mend_parts(None if found is None or more is None else np.concatenate([found, more]))

    def _mend_parts(self, boxes: Boxes | None) -> None:
        map, picture = self._map, self._picture
        if boxes is not None and not len(boxes):
            return
        still = self._view == map.view and not map.motion.running and not self._rest.isActive()
        patch = patch_of(boxes, map.rect()) if boxes is not None and still else None
        if picture is None or patch is None:
            self._picture = None
            map.update()
            return
        painter = QPainter(picture)
        painter.setClipRegion(patch.region)
        painter.fillRect(patch.region.boundingRect(), QColor(map.theme.paper))
        self._paint(painter, map.brush(), patch)
        painter.end()
        map.update(patch.region)

    def _parts(
        self, nodes: Collection[int], lines: Collection[int], content: Content
    ) -> Boxes | None:
        """Give the boxes around nodes, their names, and lines; None if there are very many."""
        if len(lines) > _MOST_LINES or len(nodes) > _MOST_NODES:
            return None
        brush = self._map.brush()
        return np.concatenate(
            [
                node_boxes(content, brush, nodes),
                line_boxes(content, brush, lines),
                text_boxes(content, self.names, nodes),
            ]
        )

    def _names_with(self, before: Content, nodes: Collection[int]) -> Names:
        """Carry the names of nodes along, each about its old middle."""
        content, brush, placed = self._map.content, self._map.brush(), dict(self.names.placed)
        was, now = on_screen(before, brush.view), on_screen(content, brush.view)
        for number in nodes:
            if number in placed and number in self._offsets:
                old = placed[number]
                grown = [
                    name_wide(each.names, number, self.names.text, old.shape)
                    for each in (before, content)
                ]
                # A lifted node has been carried away already, so its name follows its offset.
                across, down = self._offsets[number]
                across -= (grown[1] - grown[0]) / 2
                x, y = (now[number] + (across, down)).tolist()
                still = np.abs(now[number] - was[number]).max() < 1 and number not in self._lifted
                placed[number] = Placed(x, y, old.shape, old.leader if still else None)
                self._offsets[number] = across, down
        return self.names._replace(placed=placed)

    def _paint(self, painter: QPainter, brush: Brush, patch: Patch | None = None) -> None:
        """Paint what stands, all of it or what shows in a part."""
        content, lifted = self._map.content, set(self._lifted)
        lines = np.arange(len(content.lines)) if patch is None else lines_in(content, brush, patch)
        lines = np.setdiff1d(lines, self._lines) if self._lines else lines
        every: Collection[int] | None = None
        if patch is not None:
            boxes = node_boxes(content, brush, range(len(content.ids)))
            every = within(boxes, patch).tolist()
        if lifted:
            known = range(len(content.ids)) if every is None else every
            every = [n for n in known if n not in lifted]
        draw_areas(painter, content, brush)
        draw_lines(painter, content, brush, None if len(lines) == len(content.lines) else lines)
        draw_nodes(painter, content, brush, every)
        names = self._without(lifted)
        if patch is not None:
            some = list(names.placed)
            shown = within(text_boxes(content, names, some), patch).tolist()
            names = names._replace(placed={some[at]: names.placed[some[at]] for at in shown})
        draw_names(painter, content, brush, names)

    def carry(self, places: NDArray[np.float64]) -> None:
        """Let lifted nodes stand elsewhere for now; repaint only where they were and are."""
        before = self._carried_box()
        self._map.content.places[self._lifted] = places
        self._map.update(before.united(self._carried_box()))

    def draw_carried(self, painter: QPainter) -> None:
        """Draw lifted nodes with their lines and names."""
        content, brush = self._map.content, self._map.brush()
        draw_lines(painter, content, brush, self._lines)
        draw_nodes(painter, content, brush, self._lifted)
        text = self.names.text if self.names.placed else brush.text
        spots, sizes = on_screen(content, brush.view).tolist(), radii(content, brush).tolist()
        below = {
            i: Placed(spots[i][0] - self._wide(i, text) / 2, spots[i][1] + sizes[i] + 3)
            for i in self._lifted
        }
        draw_names(painter, content, brush, Names(below, text))

    def copy(self, painter: QPainter, area: QRect) -> None:
        """Copy an area of the picture, which is made first if need be."""
        picture = self._picture = self._picture or self._made()
        view, made = self._map.view, self._view
        if view == made:
            ratio = picture.devicePixelRatio()
            scaled = QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio)
            painter.drawPixmap(QRectF(area), picture, scaled)
            return
        grown = view.scale / made.scale
        painter.fillRect(area, QColor(self._map.theme.paper))
        painter.save()
        painter.translate(round(view.dx - made.dx * grown), round(view.dy - made.dy * grown))
        painter.scale(grown, grown)
        painter.drawPixmap(0, 0, picture)
        painter.restore()

    def _made(self) -> QPixmap:
        map, content = self._map, self._map.content
        self._view = map.view
        ratio = map.devicePixelRatioF()
        picture = QPixmap(map.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(map.theme.paper))
        painter = QPainter(picture)
        large, walking = len(content.ids) > LARGE, map.motion.running
        brush = map.brush(smooth=not (large and walking))
        self._bring_names(brush, moving=walking or self._rest.isActive(), large=large)
        self._paint(painter, brush)
        painter.end()
        return picture

    def _bring_names(self, brush: Brush, *, moving: bool, large: bool) -> None:
        """Carry the names along, and at rest have them placed anew."""
        if self._lifted or (not moving and self._named_for == self._key(brush)):
            return
        self.names = _NO_NAMES if large else self._carried_names(brush)
        self._named_for = None
        if not moving:
            self._ask_for_names()

    def _key(self, brush: Brush) -> object:
        """Give all that the places of names depend on."""
        content, size = self._map.content, self._map.legend.leaves(self._map.size())
        arrays = (content.places, content.radii, content.ends, content.lanes)
        given = brush.view, brush.text, brush.lit, size.toTuple(), content.em
        return content.names, content.order, given, tuple(each.tobytes() for each in arrays)

    def _ask_for_names(self) -> None:
        """Have a worker find where the names find room, unless that is known or being found."""
        map, brush = self._map, self._map.brush()
        key = self._key(brush)
        if key == self._named_for or (key == self._asked_for and self._naming.busy):
            return
        self._asked_for = key
        content = map.content._replace(places=map.content.places.copy())  # nodes may walk meanwhile
        size = map.legend.leaves(map.size())
        self._naming.run(
            lambda _progress, _cancelled: place_names(content, brush, size),
            partial(self._take_names, key),
            map.desk.said.emit,
        )

    def _take_names(self, key: object, names: Names) -> None:
        """Show names where they found room, if what they were placed for is still shown."""
        map, brush = self._map, self._map.brush()
        if self._lifted or key != self._key(brush):
            return
        before, self.names, self._named_for = self.names, names, key
        spots = on_screen(map.content, brush.view)
        self._offsets = {
            n: (placed.x - float(spots[n, 0]), placed.y - float(spots[n, 1]))
            for n, placed in names.placed.items()
        }
        self._set_names(before)

    def _carried_names(self, brush: Brush) -> Names:
        spots = on_screen(self._map.content, brush.view).tolist()
        carried = {
            n: Placed(spots[n][0] + across, spots[n][1] + down, self.names.placed[n].shape)
            for n, (across, down) in self._offsets.items()
            if n < len(spots) and n in self.names.placed
        }
        return Names(carried, self.names.text)

    def _set_names(self, before: Names) -> None:
        """Set names into the picture that has been shown without them, or move them in it."""
        map, content = self._map, self._map.content
        both = before.placed.keys() | self.names.placed.keys()
        moved = [n for n in both if before.placed.get(n) != self.names.placed.get(n)]
        if self._picture is not None and not before.placed:
            painter = QPainter(self._picture)  # names stand over all else, so no more is needed
            draw_names(painter, content, map.brush(), self.names)
            painter.end()
            map.update()
            return
        tried = len(moved) * len(content.lines)
        if before.text != self.names.text or tried > _MOST_CROSSINGS:
            self._picture = None
            map.update()
            return
        boxes = [text_boxes(content, each, moved) for each in (before, self.names)]
        self._mend_parts(np.concatenate(boxes))
        self._mend_tag(moved)

    def _mend_tag(self, nodes: Collection[int]) -> None:
        """Repaint all if one of these has its name over the picture, which comes and goes with it."""
        map = self._map
        if {map.content.numbers.get(map.current), map.hovered}.intersection(nodes):
            map.update()

    def _without(self, lifted: set[int]) -> Names:
        placed = {n: each for n, each in self.names.placed.items() if n not in lifted}
        return self.names._replace(placed=placed)

    def _carried_box(self) -> QRect:
        content, brush = self._map.content, self._map.brush()
        ends = content.ends[self._lines].ravel()
        around = np.unique(np.concatenate([ends, np.array(self._lifted, dtype=np.intp)]))
        spots = on_screen(content, brush.view)[around]
        (left, top), (right, low) = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
        names = max(self._wide(i, brush.text) for i in self._lifted)
        room = max(names, 3 * brush.text)
        box = QRectF(QPointF(left, top), QPointF(right, low))
        return box.adjusted(-room, -room, room, room).toAlignedRect()

    def _wide(self, number: int, text: float) -> float:
        return name_wide(self._map.content.names, number, text)


def _timer(owner: QObject, after: int, then: object) -> QTimer:
    timer = QTimer(owner, interval=after, singleShot=True)
    timer.timeout.connect(then)
    return timer
