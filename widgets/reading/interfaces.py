# SPDX-License-Identifier: MIT
"""The objects that a screen reader is given for painted widgets and for their parts.

Imported when a screen reader first asks. Who owns what is the delicate point: Qt deletes the
object of a widget with the widget, and the object of a part only when it is told to. Neither may
be collected by Python before, so a list keeps them. `interface_cast` is never overridden: PySide
cannot pass a pointer through it, which is also why there are no values or tables here.
"""

from collections.abc import Sequence
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from widgets.overrides import keep_errors_whole
from widgets.reading.parts import Parts

keep_errors_whole(QAccessibleInterface)
_PRESS = "Press"
_kept: list[QAccessibleInterface] = []


def painted(parts: Parts) -> QAccessibleInterface:
    """Give the object of a widget with parts, and keep it as long as the widget lives."""
    return _keep(PaintedInterface(parts))


def grouping(widget: QWidget) -> QAccessibleInterface:
    """Give the object of a widget whose only task is to hold together what stands in it."""
    return _keep(QAccessibleWidget(widget, QAccessible.Role.Grouping))


def _keep(made: QAccessibleInterface) -> QAccessibleInterface:
    _kept[:] = [each for each in _kept if Shiboken.isValid(each)]
    _kept.append(made)
    return made


class PaintedInterface(QAccessibleWidget):
    """A widget that paints itself, with its parts before the widgets that stand in it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.widget, parts.role)
        self._parts = ref(parts)
        self._made: dict[str, PartInterface] = {}
        parts.widget.destroyed.connect(self._forget_all)

    def of(self, key: str) -> "PartInterface":
        """Give the object of a part."""
        if key not in self._made:
            self._made[key] = PartInterface(self._parts, key)
        return self._made[key]

    def let_go(self) -> None:
        """Let go of the objects of parts that are gone."""
        parts = self._parts()
        for key in [key for key in self._made if parts is None or parts.place(key) < 0]:
            _delete(self._made.pop(key))

    def _forget_all(self) -> None:
        while self._made:
            _delete(self._made.popitem()[1])

    def role(self) -> QAccessible.Role:
        parts = self._parts()
        return parts.role if parts else super().role()

    def _keys(self) -> Sequence[str]:
        parts = self._parts()
        return parts.keys() if parts else ()

    def childCount(self) -> int:
        return len(self._keys()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none
        keys = self._keys()
        if 0 <= index < len(keys):
            return self.of(keys[index])
        return super().child(index - len(keys))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts = self._parts()
        if isinstance(child, PartInterface):
            return parts.place(child.key) if parts else -1
        place = super().indexOfChild(child)
        return place + len(self._keys()) if place >= 0 else place

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        parts = self._parts()
        if parts is None:
            return None
        point = parts.widget.mapFromGlobal(QPoint(x, y))
        over = parts.widget.childAt(point)
        if over:
            return QAccessible.queryAccessibleInterface(over)
        key = parts.at(point)
        return self.of(key) if key else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        parts = self._parts()
        if parts and parts.widget.hasFocus() and parts.current:
            return self.of(parts.current)
        return super().focusChild()


class PartInterface(QAccessibleWidget):
    """One part; it belongs to no widget of its own, so that Qt does not take it for one."""

    def __init__(self, parts: "ref[Parts]", key: str) -> None:
        super().__init__(None, QAccessible.Role.ListItem)  # type: ignore[call-overload]  # C++ takes none
        self._parts, self.key = parts, key

    def _asked(self) -> Parts | None:
        """Give the parts this is one of, unless it or they are gone."""
        parts = self._parts()
        is_there = parts and Shiboken.isValid(parts.widget) and parts.place(self.key) >= 0
        return parts if is_there else None

    def isValid(self) -> bool:
        return self._asked() is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows for none
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # as above
        parts = self._asked()
        return parts.widget.window().windowHandle() if parts else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        parts = self._asked()
        return QAccessible.queryAccessibleInterface(parts.widget) if parts else None

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None

    def rect(self) -> QRect:
        parts = self._asked()
        if parts is None:
            return QRect()
        return parts.box(self.key).translated(parts.widget.mapToGlobal(QPoint()))

    def role(self) -> QAccessible.Role:
        parts = self._asked()
        return parts.part_role if parts else QAccessible.Role.NoRole

    def text(self, kind: QAccessible.Text) -> str:
        parts = self._asked()
        if parts and kind == QAccessible.Text.Name:
            return parts.name(self.key)
        if parts and kind == QAccessible.Text.Description:
            return parts.description(self.key)
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Names are not changed by a screen reader."""

    def state(self) -> QAccessible.State:
        state, parts = QAccessible.State(), self._asked()
        if parts is None:
            state.invalid = True
            return state
        is_choice = parts.part_role == QAccessible.Role.RadioButton
        is_on, box = parts.is_selected(self.key), parts.box(self.key)
        in_sight = parts.widget.isVisible() and parts.widget.rect().intersects(box)
        bits = {
            "focusable": True,
            "focused": parts.widget.hasFocus() and parts.current == self.key,
            "checkable": is_choice,
            "checked": is_choice and is_on,
            "selectable": not is_choice,
            "selected": not is_choice and is_on,
            "offscreen": not in_sight,
        }
        for bit, value in bits.items():
            setattr(state, bit, value)
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS]

    def doAction(self, action: str) -> None:
        parts = self._asked()
        if parts and action == _PRESS:
            parts.press(self.key)

    def keyBindingsForAction(self, _action: str) -> list[str]:
        return []


def _delete(part: PartInterface) -> None:
    """Have Qt delete an object that it may know; it then also leaves its own list."""
    if Shiboken.isValid(part):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
