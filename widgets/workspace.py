# SPDX-License-Identifier: MIT
"""An open workshop: the rail, the page of the current step, the script beside it."""

from functools import partial
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.desk import Desk
from widgets.header import Header
from widgets.message_bar import MessageBar
from widgets.page_area import PageArea
from widgets.pages import CanExpose, CanSelect, Exposure, build_page
from widgets.rail import RAIL_WIDTH, Rail
from widgets.script_panel import PANEL_WIDTH, ScriptPanel
from widgets.status_line import StatusLine
from widgets.step_page import StepPage
from widgets.text_size import USUAL_TEXT
from widgets.timer import Timer
from widgets.timer_panel import TimerPanel
from workshop.ids import Id
from workshop.path.stages import STEPS
from workshop.prepare.records import DETAILS_ID, Details

_TURN = 0.03
"""Seconds after which the rest waits for the next turn of the loop."""
RAIL_SHARE, SCRIPT_SHARE = 0.188, 0.19
"""How much of the width of the window rail and script may take at a text size of 100 %."""
MOST_SHARE = 0.25
LEAST_PAGE = 600
"""How many pixels wide a page must at least be, at a text size of 100 %."""


class Workspace(QWidget):
    """Arranges the parts of the window and moves between the steps of the path."""

    step_shown = Signal(str)
    menu_asked = Signal()

    def __init__(self, desk: Desk, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.desk = desk
        self.key = ""
        self._script_wanted, self._script_asked = True, False
        self.timer = Timer(self)
        self.timer_panel = TimerPanel(desk, self.timer)
        self.rail = Rail(desk, self.timer_panel)
        self.header = Header(desk, actions)
        self.script = ScriptPanel(desk)
        self.messages = MessageBar()
        self.status = StatusLine(desk)
        self.pages = QStackedWidget()
        self._built: dict[str, PageArea] = {}
        self._arrange()
        self.rail.chosen.connect(self._go_to)
        desk.asked_to_go.connect(self.show_step)
        desk.said.connect(self.messages.say)
        desk.warned.connect(partial(self.messages.say, urgent=True))
        desk.changed.connect(lambda _step: self._show_title())
        desk.theme_changed.connect(self._share_width)
        self._show_title()

    def show_step(self, key: str, id: Id = "") -> None:
        """Show the page of a step and, if given, select a record on it."""
        step = STEPS[key]
        self.key = key
        if key not in self._built:
            self._cover()
            self._built[key] = self._frame(key)
        self.pages.setCurrentWidget(self._built[key])
        self.rail.show_step(key)
        self.header.show_step(step)
        self.script.show_step(step)
        self.timer_panel.show_step(key)
        page = self.page
        if id and isinstance(page, StepPage):
            page.settle()
        if id and isinstance(page, CanSelect):
            page.select(id)
        self.step_shown.emit(key)

    def move_along(self, distance: int) -> None:
        """Go forward or back along the path."""
        keys = list(STEPS)
        place = keys.index(self.key) + distance
        if 0 <= place < len(keys):
            self.show_step(keys[place])
            self.focus_page()

    def _go_to(self, key: str) -> None:
        """Show what was chosen on the path; after a click the next typing belongs to the page."""
        self.show_step(key)
        if not self.rail.isAncestorOf(self.focusWidget()):
            self.focus_page()

    def focus_page(self) -> None:
        """Put the focus on the first thing of the page that the keyboard can use."""
        page = self.page
        widget = page.nextInFocusChain()
        while widget is not None and widget is not page:
            by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if by_tab and page.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)  # as by Tab: a line is chosen whole
                return
            widget = widget.nextInFocusChain()

    def change_sides(self) -> None:
        """Move the focus from the page to the path, or back."""
        focused = self.focusWidget()
        if focused and self.pages.isAncestorOf(focused):
            self.rail.focus_step()
        else:
            self.focus_page()

    @property
    def page(self) -> QWidget:
        """The page shown now."""
        return self._built[self.key].page()

    def forget_other_pages(self) -> bool:
        """Let go of pages that cannot be seen, of as many as fit into a turn; tell if there were any."""
        begun = perf_counter()
        others = [key for key in self._built if key != self.key]
        for key in others:
            self._built.pop(key).deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if perf_counter() - begun > _TURN:
                break
        return bool(others)

    def exposure(self) -> Exposure:
        """Give what the current page would show to the room; without a board, its question."""
        page = self.page
        return page.exposure() if isinstance(page, CanExpose) else Exposure("question", self.key)

    def _show_title(self) -> None:
        details = self.desk.workshop.of(Details).get(DETAILS_ID)
        self._workshop_title.setText(details.title if details and details.title else "No title yet")

    def _frame(self, key: str) -> PageArea:
        """Build a page into its frame, which already has its place.

        Qt styles all that is in a widget anew each time that it is put into another one.
        """
        area = PageArea(build_page(key, self.desk))
        area.setAccessibleName(STEPS[key].title)
        self.pages.addWidget(area)
        area.fill()
        return area

    def _cover(self) -> None:
        """Leave on the screen what is there until a new page has come whole, some turns later."""
        self.pages.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._uncover)

    def _uncover(self) -> None:
        page = self.page if self.key in self._built else None  # one that failed never comes
        if isinstance(page, StepPage) and page.is_coming:
            QTimer.singleShot(0, self, self._uncover)
        else:
            self.pages.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Let rail and script grow with the text, and leave most of the window to the page."""
        unit = self.fontInfo().pixelSize() / USUAL_TEXT
        rail = round(min(RAIL_WIDTH * unit, self.width() * min(RAIL_SHARE * unit, MOST_SHARE)))
        for part in (self.rail, self.brand):
            part.setFixedWidth(rail)
        script = round(min(PANEL_WIDTH * unit, self.width() * min(SCRIPT_SHARE * unit, MOST_SHARE)))
        self.script.setFixedWidth(script)
        if not self._script_asked:
            has_room = self.width() - rail - script >= LEAST_PAGE * unit
            self.script.setVisible(self._script_wanted and has_room)

    def show_script(self, wanted: bool, *, asked: bool = True) -> None:
        """Show or hide the script; unless asked for just now it gives way where room is short."""
        self._script_wanted, self._script_asked = wanted, asked
        self.script.setVisible(wanted)
        self._share_width()

    def _brand(self) -> QWidget:
        brand = QFrame()
        brand.setProperty("role", "rail")
        name, self._workshop_title = QLabel("Concord"), QLabel()
        name.setProperty("role", "rail-brand")
        self._workshop_title.setProperty("role", "rail-mute")
        self._workshop_title.setWordWrap(True)
        self._workshop_title.setTextFormat(Qt.TextFormat.PlainText)
        self.menu_button = QPushButton("Menu")
        self.menu_button.setProperty("role", "rail-button")
        self.menu_button.setAccessibleName("Menu (F10)")
        self.menu_button.clicked.connect(self.menu_asked)
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.menu_button)
        layout = QVBoxLayout(brand)
        layout.setContentsMargins(20, 18, 12, 12)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._workshop_title)
        return brand

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        self.brand = self._brand()
        left.addWidget(self.brand)
        left.addWidget(self.rail, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.script)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(middle, 1)
        right.addWidget(self.messages)
        right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left)
        whole.addLayout(right, 1)
