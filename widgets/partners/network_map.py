# SPDX-License-Identifier: MIT
"""The live map of the partner network: one widget that paints itself.

What stands still is kept as a picture; while nodes are dragged only what moves is painted anew,
and the workshop changes once, when they are put down.
"""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.theme import Theme
from widgets.desk import Desk
from widgets.partners.amending import Amended, amended
from widgets.partners.arrivals import Arrivals
from widgets.partners.brushwork import Brush
from widgets.partners.compass import following
from widgets.partners.content import Content, gather, nothing
from widgets.partners.gestures import Gesture
from widgets.partners.map_keys import press_key, step_to
from widgets.partners.map_legend import MapLegend
from widgets.partners.map_parts import KEYS_TOLD, MapParts
from widgets.partners.motion import Motion
from widgets.partners.overlay import draw_overlay
from widgets.partners.pointer import Pointer
from widgets.partners.standing import Standing
from widgets.partners.view import Point, View, framing
from workshop.gaps.records import Asset, Capability, Need
from workshop.history import Step
from workshop.ids import Id
from workshop.partners.arrangements import TRUE
from workshop.partners.graph import NetworkFilter
from workshop.partners.positions import at_hand
from workshop.partners.records import Placement, Tie
from workshop.partners.scene import EVERYTHING_SHOWN, Scene
from workshop.prepare.records import Organization


class NetworkMap(QWidget):
    """Organizations and their ties, to look at, move and connect."""

    selection_changed = Signal()
    looked_into = Signal(bool)
    """What is selected is to be seen with all that is known of it; True: to be edited at once."""
    tie_asked = Signal(str, str)
    """A line was drawn from the first organization to the second."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.scene = EVERYTHING_SHOWN
        self.view = View()
        self.selected: frozenset[Id] = frozenset()
        self.selected_tie: Id = ""
        self.current: Id = ""
        self.hovered: int | None = None
        self.gesture: Gesture | None = None
        self.legend = MapLegend(self)
        self.legend.folded.connect(self._fold_legend)
        self._lit: frozenset[Id] | None = None
        self._at_home = True
        self.standing = Standing(self)
        self.motion = Motion(self)
        self.arrivals = Arrivals(self)
        self.content: Content = nothing()
        self.spoken = MapParts(self)
        self.reload()
        self.pointer = Pointer(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 200)
        self.setAccessibleName("Partner network")
        self.setAccessibleDescription(KEYS_TOLD)
        self.grabGesture(Qt.GestureType.PinchGesture)
        desk.changed.connect(self._on_step)
        desk.theme_changed.connect(self.reload)

    @property
    def filter(self) -> NetworkFilter:
        """The ties that are looked at."""
        return self.scene.filter

    @property
    def theme(self) -> Theme:
        """The colors in use."""
        return self.desk.theme

    @property
    def text(self) -> float:
        """The size of names, in pixels."""
        return float(self.fontInfo().pixelSize())

    # What is shown

    def look_at(self, scene: Scene) -> None:
        """Look at something else, or in another order; nothing is edited."""
        before, was, self.scene = self.content, self.scene, scene
        self.reload()
        stand = (scene.arrangement, scene.shows_capabilities)
        if stand != (was.arrangement, was.shows_capabilities):
            view = self._fitting(self.content.places.tolist())
            self.motion.nodes_from(before)
            self.motion.view_to(view)
            self._at_home = True

    def light(self, nodes: Collection[Id] | None) -> None:
        """Let all but these nodes step back; None lights all."""
        self._lit = frozenset(nodes) if nodes is not None else None
        self.refresh()

    def reload(self, found: Content | None = None) -> None:
        """Gather anew what is shown; if places take long to find, a worker does."""
        workshop, before, waited = self.desk.workshop, self.content, self.arrivals.waiting
        if found is None and at_hand(workshop):
            found = gather(workshop, self.scene, self.theme)
        self.content = found or self.arrivals.find()
        self._keep_selection()
        self._place_legend()
        if found and waited:
            self._arrive(before)

    def _arrive(self, before: Content) -> None:
        """Let nodes walk to the places that were found; from an empty map there is no way."""
        view = self._fitting(self.content.places.tolist())
        if before.ids:
            self.motion.nodes_from(before)
        if self._at_home:
            self.motion.view_to(view, animated=bool(before.ids))
            self._at_home, self._home_scale = True, view.scale
        self.arrivals.end()

    def _keep_selection(self) -> None:
        known = self.content.numbers
        self.selected = frozenset(id for id in self.selected if id in known)
        self.current = self.current if self.current in known else ""
        self.hovered = None
        if self.selected_tie not in self.desk.workshop.of(Tie):
            self.selected_tie = ""
        self.spoken.tell_changed()
        self.refresh()
        self.selection_changed.emit()

    def refresh(self) -> None:
        """Paint everything anew, names placed again; a large map gets its names a moment later."""
        self.standing.forget()
        self.update()

    # The view

    def fit(self, nodes: Iterable[Id] = ()) -> None:
        """Show the whole network, or these nodes."""
        wanted = [self.content.numbers[id] for id in nodes if id in self.content.numbers]
        places = self.content.places[wanted] if wanted else self.content.places
        self.motion.view_to(self._fitting(places.tolist()))
        self._at_home = not wanted

    def fly_to(self, id: Id) -> None:
        """Bring a node into the middle and select it."""
        if id in self.content.numbers:
            x, y = self.content.places[self.content.numbers[id]].tolist()
            size = (self.width(), self.height())
            self.choose([id])
            self.motion.view_to(self.view.centered((x, y), size, max(self.view.scale, 0.9)))

    def zoom(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a pixel, or around the middle."""
        self.steer(self.view.zoomed(factor, at or (self.width() / 2, self.height() / 2)))

    def steer(self, view: View) -> None:
        """Show another part of the map, chosen by hand."""
        self._at_home = False
        self.glide(view)

    def set_view(self, view: View) -> None:
        """Show a part of the map."""
        self.view = view
        self._at_home = False
        self.refresh()

    def glide(self, view: View) -> None:
        """Show a part of the map on the way to another; it is painted well once it rests."""
        self.view = view
        self.standing.glide()
        self.update()

    def spot(self, number: int) -> Point:
        """Give the pixel of a node."""
        x, y = self.content.places[number].tolist()
        return self.view.to_screen((x, y))

    # Selection

    def choose(self, ids: Iterable[Id], tie: Id = "") -> None:
        """Select nodes, or one tie."""
        self.selected = frozenset(ids)
        self.selected_tie = tie
        if len(self.selected) == 1:
            self.current = next(iter(self.selected))
        self.update()
        self.selection_changed.emit()
        self.spoken.tell_selected()

    def look_into(self, *, edit: bool = False) -> None:
        """Ask for what is known of the one thing that is selected."""
        if self.selected_tie or len(self.selected) == 1:
            self.looked_into.emit(edit)

    # Painting

    def brush(self, *, smooth: bool = True) -> Brush:
        """Give what painting needs to know."""
        numbers = self.content.numbers
        lit = None
        if self._lit is not None:
            lit = frozenset(numbers[id] for id in self._lit if id in numbers)
        ratio = self.devicePixelRatioF()
        return Brush(self.theme, self.view, self.text, ratio, lit, smooth, self._home_scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the standing picture and draw what moves over it."""
        painter = QPainter(self)
        self.standing.copy(painter, event.rect())
        draw_overlay(painter, self, self.standing.names.placed)
        if self.gesture:
            self.gesture.draw(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole network in view, or what is in the middle if only a part is looked at."""
        self._place_legend()
        if self._at_home:
            self.view = self._fitting(self.content.places.tolist())
        elif event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self.view = self.view.moved(grown.width() / 2, grown.height() / 2)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or notice what is under the pointer."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a name in its place."""
        self.pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Notice that the pointer is gone."""
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        if not press_key(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take pinches as well."""
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture):
            return self.pointer.pinch(event)
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead Tab through the nodes first, and out of the map after the last one."""
        number = self.content.numbers.get(self.current)
        found = following(self.content, number, 1 if forward else -1)
        if found is None:
            return super().focusNextPrevChild(forward)
        step_to(self, found)
        return True

    def point_at(self, number: int | None) -> None:
        """Show that the pointer is on a node."""
        if number != self.hovered:
            self.hovered = number
            self.update()

    def _on_step(self, step: Step) -> None:
        if not step.touches(Organization, Tie, Placement, Asset, Need, Capability):
            return
        before, found = self.content, None
        if not self.arrivals.waiting and not self.motion.running:
            found = amended(before, self.desk.workshop, self.scene, self.theme, step.changes)
        if found:
            self._amend(before, found)
        else:
            self.reload()
        if not self.arrivals.waiting:
            self.motion.nodes_from(before)

    def _amend(self, before: Content, found: Amended) -> None:
        self.content = found.content
        if found.content.pens is not before.pens or found.content.pinned != before.pinned:
            self._place_legend()
        self.standing.amend(before, found)
        self.spoken.tell_changed()
        self.selection_changed.emit()

    def _fold_legend(self) -> None:
        self._place_legend()
        if self._at_home:
            self.fit()

    def _place_legend(self) -> None:
        """Let the legend lie along the lower edge; what fits the map stays above it."""
        self.legend.show_content(self.content, self.theme)
        self.legend.setVisible(bool(self.content.ids))
        wide = min(self.legend.natural_width(), self.width())
        high = self.legend.height_at(wide)
        self.legend.setGeometry(0, self.height() - high, wide, high)
        self._home_scale = self._fitting(self.content.places.tolist()).scale

    def _fitting(self, places: Sequence[Point]) -> View:
        below = 0 if self.legend.isHidden() else self.legend.height()
        size, every = (self.width(), self.height() - below), self.content.places.tolist()
        true = self.scene.arrangement in TRUE
        return framing(places, every, size, self.text, stretched=not true)
