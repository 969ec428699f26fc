# SPDX-License-Identifier: MIT
"""The timer at the foot of the rail; a click or Space starts and holds it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from widgets.desk import Desk
from widgets.timer import Timer
from workshop.path.stages import STEPS
from workshop.prepare.agenda import timetable


class TimerPanel(QFrame):
    """Shows the block that fits the current step, how long it has, and what comes next."""

    def __init__(self, desk: Desk, timer: Timer) -> None:
        super().__init__()
        self.desk, self.timer = desk, timer
        self.setProperty("role", "rail-foot")
        self._title = QLabel()
        self._title.setProperty("role", "rail-text")
        self._title.setWordWrap(True)
        self._clock = QPushButton()
        self._clock.setProperty("role", "clock")
        self._clock.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clock.clicked.connect(timer.toggle)
        self._next = QLabel()
        self._next.setProperty("role", "rail-mute")
        self._next.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 16, 16)
        layout.setSpacing(0)
        for widget in (self._title, self._clock, self._next):
            layout.addWidget(widget)
        timer.ticked.connect(self._show)
        self._show()

    def show_step(self, key: str) -> None:
        """Get the timer ready for a step, unless it is running."""
        if self.timer.running:
            return
        blocks = [slot.block for slot in timetable(self.desk.workshop)]
        here = next((b for b in blocks if b.step == key), None)
        after = blocks[blocks.index(here) + 1 :] if here else []
        step = STEPS[key]
        title, minutes = (here.title, here.minutes) if here else (step.title, step.minutes)
        self.timer.set_block(title, minutes or step.minutes, after[0].title if after else "")

    def _show(self) -> None:
        self._title.setText(self.timer.title)
        self._clock.setText(self.timer.text)
        state = "running" if self.timer.running else "paused"
        self._clock.setAccessibleName(f"Timer, {self.timer.text}, {state}")
        self._clock.setToolTip("Hold the timer" if self.timer.running else "Start the timer")
        following = f"Next: {self.timer.next_title}" if self.timer.next_title else ""
        waiting = "" if self.timer.running else "Click to start. "
        self._next.setText(waiting + following)
