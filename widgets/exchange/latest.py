# SPDX-License-Identifier: MIT
"""One job at a time off the window's thread, of which only the newest counts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from widgets.work import Job, Work
from workshop.record import RuleError

_running: set[Work] = set()
"""Keeps every job until its thread has ended, even if whoever wanted it is gone."""


class Latest:
    """Runs jobs for one asker; a new job, or `stop`, silences the one before it."""

    def __init__(self) -> None:
        self._work: Work | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a job is under way whose result is still wanted."""
        return self._work is not None

    def run(
        self,
        job: Job,
        done: Callable[[Any], object],
        failed: Callable[[str], object],
        progressed: Callable[[int, int], object] | None = None,
    ) -> None:
        """Start a job; `done` gets its result, `failed` one sentence, on the caller's thread."""
        self.stop()
        work = Work(job)
        self._work = work
        _running.add(work)
        work.finished.connect(partial(self._tell, work, done))
        work.failed.connect(lambda error: self._tell(work, failed, explain(error)))
        if progressed:
            work.progressed.connect(partial(self._pass_on, work, progressed))
        work.start()

    def finish(self, seconds: float) -> None:
        """Wait for the job under way, if any, as when the window closes."""
        if self._work:
            self._work.wait(seconds)

    def stop(self) -> None:
        """Cancel the job under way, if any; nothing more is heard of it."""
        if self._work:
            self._work.cancel()
            self._work = None

    def _pass_on(
        self, work: Work, progressed: Callable[[int, int], object], done: int, total: int
    ) -> None:
        if work is self._work:
            progressed(done, total)

    def _tell(self, work: Work, listener: Callable[[Any], object], result: object) -> None:
        work.wait(1.0)
        _running.discard(work)
        if work is self._work:
            self._work = None
            listener(result)


def explain(error: Exception) -> str:
    """Say in one sentence why a job failed."""
    if isinstance(error, RuleError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'The file'}: {error.strerror or error}."
    return f"Concord made a mistake of its own ({type(error).__name__}); nothing was changed."


def stop_with(owner: QObject, latest: Latest) -> None:
    """Stop the jobs of an owner when it goes."""
    owner.destroyed.connect(latest.stop)
