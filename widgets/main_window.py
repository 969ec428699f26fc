# SPDX-License-Identifier: MIT
"""The facilitator's window: the start page, or an open workshop."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from widgets.actions import allow, fill_menu, make_actions
from widgets.desk import Desk
from widgets.settings import Settings
from widgets.workspace import Workspace

SMALLEST = QSize(960, 600)
USUAL = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Holds the verbs and shows one thing at a time."""

    closing = Signal()

    def __init__(self, settings: Settings, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.settings = settings
        self.workspace: Workspace | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("Concord")
        self.setMinimumSize(SMALLEST)
        self.actions_by_key = make_actions(self, handlers)
        QShortcut(QKeySequence("F10"), self, self.open_menu)
        if not self.restoreGeometry(settings.layout("window")):
            self.resize(USUAL.boundedTo(self.screen().availableSize()))
        allow(self.actions_by_key, workshop=False, writing=False)

    @cached_property
    def menu(self) -> QMenu:
        """The menu of all verbs, made when it is first opened."""
        menu = QMenu(self)
        fill_menu(menu, self.actions_by_key)
        return menu

    def show_start(self, page: QWidget) -> None:
        """Show the start page."""
        self.workspace = None
        self.setCentralWidget(page)
        self.setWindowTitle("Concord")
        allow(self.actions_by_key, workshop=False, writing=False)

    def show_workshop(self, desk: Desk, name: str) -> Workspace:
        """Show an open workshop."""
        self.workspace = Workspace(desk, self.actions_by_key)
        self.workspace.resize(self.size())  # so that nothing is laid out for another width first
        self.workspace.menu_asked.connect(self.open_menu)
        self.workspace.show_script(self.settings.flag("script", True), asked=False)
        self.setCentralWidget(self.workspace)
        self.setWindowTitle(f"{name} – Concord")
        allow(self.actions_by_key, workshop=True, writing=not desk.document.read_only_because)
        return self.workspace

    def open_menu(self) -> None:
        """Open the menu of all verbs, at its button where there is one."""
        if self.workspace:
            button = self.workspace.menu_button
            self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        else:
            self.menu.popup(self.mapToGlobal(QPoint(16, 16)))

    def toggle_script(self) -> None:
        """Show or hide the facilitator's script."""
        if self.workspace:
            visible = self.workspace.script.isHidden()
            self.workspace.show_script(visible)
            self.settings.remember("script", visible)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.settings.remember("window", self.saveGeometry())
        self.closing.emit()
        event.accept()
