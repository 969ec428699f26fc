# SPDX-License-Identifier: MIT
"""Motion that explains: nodes that walk to their new place, a view that flies to a node."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle

from widgets.partners.content import Content
from widgets.partners.view import View, between

if TYPE_CHECKING:
    from widgets.partners.network_map import NetworkMap

DURATION = 200
"""Milliseconds."""


class Motion(QObject):
    """One motion at a time; a new one begins where the last one got to."""

    def __init__(self, map: "NetworkMap") -> None:
        super().__init__(map)
        self._map = map
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self._rest)
        self._views: tuple[View, View] | None = None
        self._places: tuple[np.ndarray, np.ndarray] | None = None

    @property
    def running(self) -> bool:
        """Whether something is moving."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def view_to(self, view: View, *, animated: bool = True) -> None:
        """Fly to a view."""
        if animated and self._wanted():
            self._views = (self._map.view, view)
            self._start()
        else:
            self._map.set_view(view)

    def nodes_from(self, before: Content) -> None:
        """Let nodes walk from where they stood to where they now belong."""
        content = self._map.content
        goal = content.places.copy()
        start = goal.copy()
        for number, id in enumerate(content.ids):
            if id in before.numbers:
                start[number] = before.places[before.numbers[id]]
        if np.abs(start - goal).max(initial=0) < 0.5 or not self._wanted():
            return
        self._places = (start, goal)
        content.places[:] = start
        self._start()

    def stop(self) -> None:
        """Be at the end of every motion at once."""
        if self.running:
            self._animation.stop()
            self._show(1.0)
            self._rest()

    def _start(self) -> None:
        if not self.running:
            self._animation.start()
        else:
            self._animation.setCurrentTime(0)

    def _show(self, share: float) -> None:
        if self._views:
            self._map.glide(between(*self._views, share))
        if self._places and len(self._places[0]) == len(self._map.content.places):
            start, goal = self._places
            self._map.content.places[:] = start + (goal - start) * share
            self._map.refresh()

    def _rest(self) -> None:
        self._views = self._places = None
        self._map.refresh()

    def _wanted(self) -> bool:
        """Tell whether the map can be seen and the system wants motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._map.isVisible() and self._map.style().styleHint(hint, None, self._map) > 0
