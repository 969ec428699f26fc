# SPDX-License-Identifier: MIT
"""What a screen reader finds on the map: an object for each node, and after them for each tie."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF

from widgets.partners.brushwork import radii, strokes
from widgets.partners.compass import reading_order
from widgets.partners.hits import node_at, tie_at
from widgets.reading.aloud import announce
from widgets.reading.parts import Parts
from workshop.gaps.records import Capability
from workshop.partners.headline import tie_words, told_ties
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.why import counted

if TYPE_CHECKING:
    from widgets.partners.content import Content
    from widgets.partners.network_map import NetworkMap

KEYS_TOLD = (
    "Arrow keys walk to neighbors, L goes round the ties, Enter edits, I tells all, "
    "T tidies, P pins, F shows all"
)
"""What can be done on the map by keys, said once."""


class MapParts(Parts):
    """The nodes in the order in which Tab goes, then the ties."""

    def __init__(self, map: "NetworkMap") -> None:
        super().__init__(map)
        self._map = map
        self._of: Content | None = None
        self._order: list[str] = []
        self._places: dict[str, int] = {}
        self._lines: dict[str, int] = {}

    def keys(self) -> list[str]:
        """Give the ids of nodes and ties, gathered once for what the map shows."""
        self._gather()
        return self._order

    def place(self, key: str) -> int:
        """Give the place of a node or tie."""
        self._gather()
        workshop = self._map.desk.workshop
        is_known = any(key in workshop.of(kind) for kind in (Organization, Tie, Capability))
        return self._places.get(key, -1) if is_known else -1

    def _gather(self) -> None:
        content = self._map.content
        if self._of is content:
            return
        self._of = content
        strands = [(number, line.strand) for number, line in enumerate(content.lines)]
        self._lines = {strand.tie.id: number for number, strand in strands if strand}
        nodes = [content.ids[number] for number in reading_order(content)]
        self._order = [*nodes, *self._lines]
        self._places = {key: place for place, key in enumerate(self._order)}

    def _is_tie(self, key: str) -> bool:
        self._gather()
        return key in self._lines

    def name(self, key: str) -> str:
        """Say which node or tie it is, what kind of node, and how many ties it has."""
        map, workshop = self._map, self._map.desk.workshop
        if self._is_tie(key):
            return tie_words(workshop, workshop.get(Tie, key))
        number = map.content.numbers[key]
        look, name = map.content.looks[number], map.content.names[number]
        if look is None:
            is_covered = number in map.content.covered
            return f"{name}, capability {'somebody could cover' if is_covered else 'covered by nobody'}"
        pinned = ", pinned" if number in map.content.pinned else ""
        return f"{name}, {look.label}, {told_ties(workshop, key, map.filter)[0]}{pinned}"

    def description(self, key: str) -> str:
        """Say who a node is tied to."""
        workshop = self._map.desk.workshop
        if key not in workshop.of(Organization):
            return ""
        return told_ties(workshop, key, self._map.filter)[1]

    def box(self, key: str) -> QRect:
        """Give the disk of a node, or the box around a line."""
        map = self._map
        if self._is_tie(key):
            x1, y1, x2, y2 = strokes(map.content, map.brush(), [self._lines[key]])[0].tolist()
            return (
                QRectF(x1, y1, x2 - x1, y2 - y1).normalized().toAlignedRect().adjusted(-2, -2, 2, 2)
            )
        number = map.content.numbers[key]
        x, y = map.spot(number)
        around = float(radii(map.content, map.brush())[number])
        return QRectF(x - around, y - around, 2 * around, 2 * around).toAlignedRect()

    def is_selected(self, key: str) -> bool:
        """Tell whether a node or tie is selected."""
        return key in self._map.selected or key == self._map.selected_tie

    @property
    def current(self) -> str:
        """The tie that is selected, else the node that the keys are at."""
        return self._map.selected_tie or self._map.current

    def at(self, point: QPoint) -> str:
        """Give the node at a pixel, else the tie."""
        pixel = (float(point.x()), float(point.y()))
        number = node_at(self._map, pixel)
        return self._map.content.ids[number] if number is not None else tie_at(self._map, pixel)

    def press(self, key: str) -> None:
        """Select a node or tie and tell what is known of it."""
        if self._is_tie(key):
            self._map.choose([], tie=key)
        else:
            self._map.choose([key])
        self._map.look_into()

    def tell_selected(self) -> None:
        """Let a screen reader go to the one that is selected, or say how many are."""
        if len(self._map.selected) > 1:
            announce(self._map, f"{counted(len(self._map.selected), 'node')} selected")
        else:
            self.tell_reached()
