# SPDX-License-Identifier: MIT
"""Places that take long to find: a worker finds them while the map shows what it knows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from resources.theme import Theme
from widgets.exchange.latest import Latest, stop_with
from widgets.partners.content import Content, gather, nothing
from workshop.ids import Id
from workshop.partners.positions import (
    STEP,
    Place,
    beside,
    shown_capabilities,
)
from workshop.partners.scene import Scene
from workshop.prepare.records import Organization
from workshop.state import Workshop

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_FEW_NEW = 60
"""More new nodes than this are not shown before their places are found."""


class Arrivals:
    """Knows whether places are being found for a map, and who waits for them."""

    def __init__(self, map: "NetworkMap") -> None:
        self._map = map
        self._then: list[Callable[[], object]] = []
        self.layouts = Latest()
        stop_with(map, self.layouts)
        self.waiting = False

    def when_ready(self, then: Callable[[], object]) -> None:
        """Do something once every node has a place: at once, if no worker is finding them."""
        if self.waiting:
            self._then.append(then)
        else:
            then()

    def find(self) -> Content:
        """Begin to find places; give what can be shown meanwhile."""
        map, workshop = self._map, self._map.desk.workshop
        scene, theme = map.scene, map.theme
        self.waiting = True
        self.layouts.run(
            lambda _progress, _cancelled: gather(workshop, scene, theme),
            lambda found: map.reload(found if (scene, theme) == (map.scene, map.theme) else None),
            map.desk.said.emit,
        )
        return _meanwhile(map.content, workshop, map.scene, map.theme)

    def end(self) -> None:
        """Stop looking: all places are known."""
        if self.waiting:
            self.layouts.stop()
            self.waiting = False
            waiting, self._then = self._then, []
            for then in waiting:
                then()


def _meanwhile(before: Content, workshop: Workshop, scene: Scene, theme: Theme) -> Content:
    """Leave all where it stands, new ones beside their neighbors, unless there are too many."""
    organizations = workshop.of(Organization)
    spots = zip(before.ids, before.places.tolist(), strict=True)
    places: dict[Id, Place] = {id: (x, y) for id, (x, y) in spots}
    standing = {id: place for id, place in places.items() if id in organizations}
    if not standing or len(organizations) - len(standing) > _FEW_NEW:
        return nothing()
    found = dict(beside(workshop, standing))
    aside = max(x for x, _ in found.values()) + 2 * STEP, 0.0
    if scene.shows_capabilities:
        found |= {each.id: places.get(each.id, aside) for each in shown_capabilities(workshop)}
    return gather(workshop, scene, theme, found)
