# SPDX-License-Identifier: MIT
"""Turns what mouse and touchpad do on the map into gestures."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from widgets.partners.brushwork import radii
from widgets.partners.gestures import STILL, Drag, NewTie, Pan, RubberBand
from widgets.partners.hits import node_at, tie_at
from widgets.partners.name_field import edit_name
from widgets.partners.view import Point
from workshop.ids import Id
from workshop.prepare.records import Organization

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

_RIM = 8.0
"""Pixels outside a node's disk from which a tie can be drawn."""
_NOTCH = 1.0015


class Pointer:
    """Knows which gesture is under way on its map."""

    def __init__(self, map: "NetworkMap") -> None:
        self._map = map
        self._pressed_at: Point | None = None

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that belongs to what is under the pointer."""
        map, at = self._map, _pixel(event.position())
        self._pressed_at = at
        map.motion.stop()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() != Qt.MouseButton.LeftButton:
            map.gesture = Pan(map, at)
            return
        number = node_at(map, at, reach=_RIM)
        if shifted:  # in a crowd there is hardly any ground to begin on
            map.gesture = RubberBand(map, at, number)
        elif number is None:
            map.gesture = Pan(map, at)
        elif self._on_rim(number, at):
            map.gesture = NewTie(map, number)
        else:
            self._choose(number)
            nodes = [map.content.numbers[id] for id in sorted(map.selected)]
            ordered = bool(map.scene.arrangement)  # where nodes stand says something, so they stay
            map.gesture = Drag(map, at, nodes) if number in nodes and not ordered else None

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture; without one, notice the node under the pointer."""
        map, at = self._map, _pixel(event.position())
        if map.gesture:
            map.gesture.move(at)
            return
        number = node_at(map, at, reach=_RIM)
        map.point_at(number)
        shapes = Qt.CursorShape
        if number is None:
            map.setCursor(shapes.ArrowCursor)
        else:
            rim = self._on_rim(number, at)
            map.setCursor(shapes.CrossCursor if rim else shapes.OpenHandCursor)

    def release(self, event: QMouseEvent) -> None:
        """End the gesture."""
        gesture, self._map.gesture = self._map.gesture, None
        at, start = _pixel(event.position()), self._pressed_at
        self._pressed_at = None
        if gesture:
            gesture.finish(at)
        if start and max(abs(at[0] - start[0]), abs(at[1] - start[1])) <= STILL:
            self._map.look_into()

    def cancel(self) -> bool:
        """Give up the gesture under way, if there is one."""
        gesture, self._map.gesture = self._map.gesture, None
        if gesture:
            gesture.cancel()
        return gesture is not None

    def double_click(self, event: QMouseEvent) -> None:
        """Edit the name of the organization under the pointer, or the tie."""
        at = _pixel(event.position())
        number = node_at(self._map, at)
        if number is None and self._map.selected_tie == tie_at(self._map, at) != "":
            self.cancel()
            self._map.look_into(edit=True)
        elif number is not None and self._map.content.ids[number] in self._organizations():
            self.cancel()
            edit_name(self._map, self._map.content.ids[number])

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        turned = event.angleDelta().y() or event.pixelDelta().y()
        self._map.zoom(_NOTCH**turned, _pixel(event.position()))
        event.accept()

    def pinch(self, event: QEvent) -> bool:
        """Zoom with two fingers on a touchscreen or touchpad."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._map.zoom(1 + event.value(), _pixel(event.position()))
            return True
        found = cast("QGestureEvent", event).gesture(Qt.GestureType.PinchGesture)
        if not isinstance(found, QPinchGesture):
            return False
        self._leave_to_two_fingers()
        middle = self._map.mapFromGlobal(found.centerPoint())
        self._map.zoom(found.scaleFactor(), _pixel(middle))
        return True

    def _leave_to_two_fingers(self) -> None:
        """Give up what the first finger had begun as a mouse, before the second came."""
        if isinstance(self._map.gesture, Pan):
            self._map.gesture = None  # the view stays where it has got to
        self.cancel()
        self._pressed_at = None

    def _choose(self, number: int) -> None:
        id = self._map.content.ids[number]
        if id not in self._map.selected:
            self._map.choose([id])

    def _on_rim(self, number: int, at: Point) -> bool:
        map = self._map
        if map.content.ids[number] not in self._organizations():
            return False
        x, y = map.spot(number)
        radius = float(radii(map.content, map.brush())[number])
        return bool(((at[0] - x) ** 2 + (at[1] - y) ** 2) > radius**2)

    def _organizations(self) -> Mapping[Id, Organization]:
        return self._map.desk.workshop.of(Organization)


def _pixel(point: QPointF) -> Point:
    return point.x(), point.y()
