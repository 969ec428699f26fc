# SPDX-License-Identifier: MIT
"""Slow work off the window's thread, with progress and cancel."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

ReportProgress = Callable[[int, int], None]
Job = Callable[[ReportProgress, Callable[[], bool]], Any]
"""A job is given a way to report (done, total) and a way to ask whether it was cancelled."""


SWITCH_SECONDS = 0.0005
"""How long the window may wait for a job to let go of Python each time that Qt calls into it.

Qt calls some hundred times in a turn; with Python's own 5 ms a turn takes ten times as long as
without a job.
"""
_AT_THE_LATEST = 0.1
"""Seconds after which a job begins though the turn that asked for it is not over."""
_under_way: dict[Thread, Event] = {}
"""The threads that run jobs, with what asks each to stop."""


def under_way() -> bool:
    """Tell whether a job is running, for anybody."""
    return bool(_under_way)


def end_all(seconds: float = 2.0) -> None:
    """Ask all jobs to stop and wait for them, as before Qt goes: some measure text with its fonts."""
    for thread, cancelled in list(_under_way.items()):
        cancelled.set()
        thread.join(seconds)


class Work(QObject):
    """One running job; its signals arrive on the thread that made it."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    _ended = Signal(object, object)
    """Crosses from the worker's thread to the one that made the job: a result, or an error."""

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._cancelled, self._turn_is_over = Event(), Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._ended.connect(self._tell)

    def start(self) -> "Work":
        """Begin, once what asked for this has been painted: until then it would be held up."""
        QTimer.singleShot(1, self, self._turn_is_over.set)
        _under_way[self._thread] = self._cancelled
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ask the job to stop; it fails or finishes soon after."""
        self._cancelled.set()

    def wait(self, seconds: float) -> None:
        """Wait for the end of the job, as when the window closes."""
        self._thread.join(seconds)

    def _run(self) -> None:
        self._turn_is_over.wait(_AT_THE_LATEST)
        result, error = None, None
        try:
            result = self._job(self._report, self._cancelled.is_set)
        except Exception as caught:
            error = caught
        with suppress(RuntimeError):  # the window that asked may be gone; nobody waits then
            self._ended.emit(result, error)
        _under_way.pop(self._thread, None)

    def _report(self, done: int, total: int) -> None:
        with suppress(RuntimeError):
            self.progressed.emit(done, total)

    def _tell(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.finished.emit(result)
        else:
            self.failed.emit(error)
        self.deleteLater()
