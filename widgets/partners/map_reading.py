# SPDX-License-Identifier: MIT
"""What a screen reader says of the map: the node or tie that is selected, with its neighbors."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from workshop.partners.headline import read_out, tie_words
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.why import counted

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap


def step_to(map: "NetworkMap", number: int) -> None:
    """Go to a node with the keys, select it, and bring it into view."""
    map.choose([map.content.ids[number]])
    x, y = map.spot(number)
    if not map.rect().adjusted(24, 24, -24, -24).contains(round(x), round(y)):
        place = map.content.places[number].tolist()
        map.set_view(map.view.centered(place, (map.width(), map.height()), map.view.scale))


def read_selection(map: "NetworkMap") -> None:
    """Have what is selected read out, once, if it is something else than before."""
    words = _words(map)
    if words and words != map.accessibleDescription():
        map.setAccessibleDescription(words)
        changed = QAccessibleEvent(map, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(map, words))


def _words(map: "NetworkMap") -> str:
    workshop, content = map.desk.workshop, map.content
    if map.selected_tie in workshop.of(Tie):
        return tie_words(workshop, workshop.get(Tie, map.selected_tie))
    if len(map.selected) > 1:
        return f"{counted(len(map.selected), 'node')} selected"
    if map.current in workshop.of(Organization):
        return read_out(workshop, map.current, map.filter)
    return content.names[content.numbers[map.current]] if map.current in content.numbers else ""
