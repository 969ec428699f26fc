# SPDX-License-Identifier: MIT
"""Decides what is on the room screen and on which display it stands."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.room.screen import RoomScreen
from widgets.timer import Timer
from workshop.audience import shown_view
from workshop.history import Step

WINDOWED = QSize(800, 450)
"""The room screen where there is no second display, as a preview in a corner."""


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
        self.screen.leave_asked.connect(self.clear)
        desk.changed.connect(self._update)
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
        self.screen.hide()
        self.changed.emit()

    def turn(self, pages: int) -> None:
        """Go forward or back in a board that has several pages."""
        page = min(max(0, self.exposure.page + pages), max(0, self.screen.page_count - 1))
        if self.shown and page != self.exposure.page:
            self.exposure = self.exposure._replace(page=page)
            self._update()
            self.changed.emit()

    def swap(self) -> None:
        """Let the room screen and the facilitator's window change places."""
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
        if screen is None or len(QGuiApplication.screens()) < 2:
            room = self._window.screen().availableGeometry()
            self.screen.resize(WINDOWED)
            self.screen.move(room.bottomRight() - self.screen.rect().bottomRight())
            self.screen.show()
            return
        self.screen.showNormal()
        self.screen.setGeometry(screen.geometry())
        self.screen.showFullScreen()

    def _update(self, step: Step | None = None) -> None:
        if self.shown:
            public = shown_view(self._desk.workshop)
            self.screen.show_board(self.exposure, public, self._desk.theme)
            if step:
                self.changed.emit()
