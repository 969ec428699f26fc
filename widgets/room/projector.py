# SPDX-License-Identifier: MIT
"""Decides what is on the room screen and on which display it stands."""

from PySide6.QtCore import QObject, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.room.screen import RoomScreen
from widgets.timer import Timer
from workshop.audience import public_view, shown_view

PREVIEW = QSize(288, 162)
"""The room screen where there is no second display: small, over the foot of the script."""
FOOT = 32
"""How far above the lower edge of the window the preview ends, in pixels."""


class Projector(QObject):
    """Shows boards to the room and keeps them up to date while the work goes on."""

    changed = Signal()
    """What the room sees, or whether it sees anything, is different now."""

    def __init__(self, desk: Desk, timer: Timer, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.exposure = Exposure("")
        self.step = ""
        """The step of the path whose page the board was shown from."""
        self.screen = RoomScreen(desk.theme, timer)
        self.screen.addActions(window.actions())  # the keys work in both windows
        self.screen.leave_asked.connect(self.leave)
        self.screen.drawn.connect(self.changed)
        self.screen.failed.connect(desk.said)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for plugged in (app.screenAdded, app.screenRemoved):
            plugged.connect(lambda _screen: QTimer.singleShot(0, self, self._place_again))
        desk.changed.connect(lambda _step: self._update())
        desk.theme_changed.connect(self._update)

    @property
    def shown(self) -> bool:
        """Whether the room sees something."""
        return self.screen.isVisible()

    @property
    def finding(self) -> str:
        """The title the room reads, or nothing."""
        return self.screen.finding if self.shown else ""

    def show_board(self, exposure: Exposure) -> None:
        """Show a board, full screen on the other display where there is one."""
        self.exposure = exposure
        if not self.shown:
            self._place(self._other_screen())
        self._update()
        self.changed.emit()

    def clear(self) -> None:
        """Take everything off the room screen."""
        self.screen.clear()
        self.changed.emit()

    def leave(self) -> None:
        """Go back from the whole of the only display to the preview, else clear the room screen."""
        if self.screen.isFullScreen() and not self.has_display:
            self._preview()
        else:
            self.clear()

    @property
    def has_display(self) -> bool:
        """Whether the room has a display of its own."""
        return len(QGuiApplication.screens()) > 1

    def turn(self, pages: int) -> None:
        """Go forward or back in a board that has several pages."""
        page = min(max(0, self.exposure.page + pages), max(0, self.screen.page_count - 1))
        if self.shown and page != self.exposure.page:
            self.exposure = self.exposure._replace(page=page)
            self._update()
            self.changed.emit()

    def swap(self) -> None:
        """Let the two windows change places; on the only display, fill it or go back."""
        if not self.has_display:
            self._preview() if self.screen.isFullScreen() else self._fill(self._window.screen())
            return
        here, there = self._window.screen(), self.screen.screen()
        if here is there:
            there = self._other_screen() or there
        full = self._window.isMaximized()
        self._window.showNormal()
        self._window.move(there.availableGeometry().topLeft())
        if full:
            self._window.showMaximized()
        self._place(here)

    def close(self) -> None:
        """End the room screen with its workshop."""
        self.screen.close()
        self.screen.deleteLater()

    def _other_screen(self) -> QScreen | None:
        here = self._window.screen()
        return next((s for s in QGuiApplication.screens() if s is not here), None)

    def _place(self, screen: QScreen | None) -> None:
        if screen is None or not self.has_display:
            self._preview()
            return
        self._fill(screen)

    def _fill(self, screen: QScreen) -> None:
        self.screen.showNormal()
        self.screen.setScreen(screen)  # else a window that was never shown stays where it was
        self.screen.setGeometry(screen.geometry())
        self.screen.showFullScreen()

    def _place_again(self) -> None:
        if self.shown:
            self._place(self._other_screen())
            self.changed.emit()

    def _preview(self) -> None:
        window = self._window
        corner = window.mapToGlobal(QPoint(window.width(), window.height() - FOOT))
        room = window.screen().availableGeometry()
        self.screen.showNormal()
        self.screen.resize(PREVIEW)
        right = min(corner.x(), room.right()) - PREVIEW.width()
        bottom = min(corner.y(), room.bottom()) - PREVIEW.height()
        self.screen.move(max(room.left(), right), max(room.top(), bottom))

    def _update(self) -> None:
        if self.shown:
            # To tell how the gate truly stands takes time that no other board needs.
            make_view = shown_view if self.exposure.board == "gate" else public_view
            public = make_view(self._desk.workshop)
            self.screen.show_board(self.exposure, public, self._desk.theme)
