# SPDX-License-Identifier: MIT
"""What keys do on the map."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.partners.compass import reading_order, towards
from widgets.partners.map_verbs import delete_selected, nudge, tidy, toggle_pins
from widgets.partners.name_field import edit_name
from workshop.prepare.records import Organization

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_ZOOM = 1.25
_K = Qt.Key
_DIRECTIONS = {
    _K.Key_Left: (-1, 0),
    _K.Key_Right: (1, 0),
    _K.Key_Up: (0, -1),
    _K.Key_Down: (0, 1),
}


def press_key(map: "NetworkMap", event: QKeyEvent) -> bool:
    """Do what a key stands for, and tell whether it stands for something."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if held == Qt.KeyboardModifier.ControlModifier and key == _K.Key_A:
        map.choose(map.content.ids)
        return True
    if held == Qt.KeyboardModifier.ControlModifier and key in _DIRECTIONS:
        nudge(map, _DIRECTIONS[key])
        return True
    if held:
        return False
    if key in _DIRECTIONS:
        _walk(map, _DIRECTIONS[key])
        return True
    verb = _VERBS.get(key)
    if verb:
        verb(map)
    return verb is not None


def step_to(map: "NetworkMap", number: int) -> None:
    """Go to a node with the keys, select it, and bring it into view."""
    map.choose([map.content.ids[number]])
    x, y = map.spot(number)
    if not map.rect().adjusted(24, 24, -24, -24).contains(round(x), round(y)):
        place = map.content.places[number].tolist()
        map.set_view(map.view.centered(place, (map.width(), map.height()), map.view.scale))


def _walk(map: "NetworkMap", direction: tuple[int, int]) -> None:
    content = map.content
    if map.current not in content.numbers:
        if content.ids:
            step_to(map, reading_order(content)[0])
        return
    found = towards(content, content.numbers[map.current], direction)
    if found is not None:
        step_to(map, found)


def _edit(map: "NetworkMap") -> None:
    if map.selected_tie:
        map.look_into(edit=True)
    elif map.current in map.desk.workshop.of(Organization):
        edit_name(map, map.current)


def _next_tie(map: "NetworkMap") -> None:
    """Go round the ties of the current organization; Enter then opens the one that is reached."""
    number = map.content.numbers.get(map.current)
    lines = map.content.of_node(number) if number is not None else []
    strands = (map.content.lines[line].strand for line in lines)
    ties = [strand.tie.id for strand in strands if strand]
    if ties:
        at = ties.index(map.selected_tie) + 1 if map.selected_tie in ties else 0
        map.choose([], tie=ties[at % len(ties)])


def _escape(map: "NetworkMap") -> None:
    if not map.pointer.cancel():
        map.choose([])


def _toggle(map: "NetworkMap") -> None:
    if map.current:
        map.choose(map.selected ^ {map.current})


_VERBS: Mapping[Qt.Key, Callable[["NetworkMap"], None]] = {
    _K.Key_Plus: lambda shown: shown.zoom(_ZOOM),
    _K.Key_Equal: lambda shown: shown.zoom(_ZOOM),
    _K.Key_Minus: lambda shown: shown.zoom(1 / _ZOOM),
    _K.Key_F: lambda shown: shown.fit(),
    _K.Key_S: lambda shown: shown.fit(shown.selected),
    _K.Key_T: tidy,
    _K.Key_P: toggle_pins,
    _K.Key_I: lambda shown: shown.look_into(),
    _K.Key_L: _next_tie,
    _K.Key_Delete: delete_selected,
    _K.Key_Backspace: delete_selected,
    _K.Key_Return: _edit,
    _K.Key_Enter: _edit,
    _K.Key_F2: _edit,
    _K.Key_Escape: _escape,
    _K.Key_Space: _toggle,
}
