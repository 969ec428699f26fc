# SPDX-License-Identifier: MIT
"""The clock of the day: how long the current block still has, seen here and in the room."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal


class Timer(QObject):
    """Counts down the minutes of a block; below zero it counts what is over. Not part of the work."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.next_title = ""
        self._seconds_left = 0.0
        self._started_at: float | None = None
        self._pulse = QTimer(self)
        self._pulse.setInterval(250)
        self._pulse.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether time is passing."""
        return self._started_at is not None

    @property
    def is_set(self) -> bool:
        """Whether there is a block to time."""
        return bool(self.title)

    def set_block(self, title: str, minutes: int, next_title: str = "") -> None:
        """Get ready for a block without starting the clock."""
        self.pause()
        self.title, self.next_title, self._seconds_left = title, next_title, minutes * 60.0
        self.ticked.emit()

    def toggle(self) -> None:
        """Start the clock, or hold it."""
        if self.running:
            self.pause()
        elif self.is_set:
            self._started_at = monotonic()
            self._pulse.start()
        self.ticked.emit()

    def pause(self) -> None:
        """Hold the clock."""
        self._seconds_left = self.seconds_left
        self._started_at = None
        self._pulse.stop()

    @property
    def seconds_left(self) -> float:
        """How many seconds are left; negative when over."""
        passed = monotonic() - self._started_at if self._started_at is not None else 0.0
        return self._seconds_left - passed

    @property
    def text(self) -> str:
        """What the clock shows, as in 14:32, or +1:05 when over."""
        left = round(self.seconds_left)
        minutes, seconds = divmod(abs(left), 60)
        return f"{'+' if left < 0 else ''}{minutes}:{seconds:02d}"
