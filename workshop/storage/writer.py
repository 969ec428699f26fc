# SPDX-License-Identifier: MIT
"""The thread that brings steps to the disk, all that wait in one transaction, and says how it went.

What waits is what the log of the document holds beyond what the disk has; so nothing that was done
can be forgotten here, and after a refusal the next try takes everything.
"""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workshop.history import Step
from workshop.storage.errors import CannotSave, LostFile
from workshop.storage.store import Store


class SaveStatus(NamedTuple):
    """How far the disk is behind; `sentence` says it in words, `trouble` that it needs attention."""

    saved: bool
    pending: int
    sentence: str
    trouble: bool = False


def status_of(pending: int, trouble: str = "") -> SaveStatus:
    """Put into words how many steps wait, and why."""
    steps = f"{pending} change" + ("" if pending == 1 else "s")
    if trouble:
        waits = f" {steps} not on the disk yet." if pending else ""
        return SaveStatus(False, pending, f"Not saved. {trouble}{waits}", True)
    if pending:
        return SaveStatus(False, pending, f"Saving {steps} …")
    return SaveStatus(True, 0, "All changes are saved.")


class Writer:
    """Brings the steps of a log into a store; `written` of them are there already."""

    def __init__(
        self,
        store: Store,
        log: Sequence[Step],
        written: int,
        tell: Callable[[SaveStatus], None],
        retry_seconds: float = 2.0,
    ) -> None:
        self._store = store
        self._log = log
        self._written = written
        self._tell = tell
        self._retry_seconds = retry_seconds
        self._trouble = ""
        self._lost = False
        self._asked = self._served = 0
        self._stopping = False
        self._disk = threading.Lock()
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="workshop writer", daemon=True)
        self._thread.start()

    @property
    def status(self) -> SaveStatus:
        """How far the disk is behind at this moment."""
        return status_of(len(self._log) - self._written, self._trouble)

    @property
    def is_lost(self) -> bool:
        """Whether the store can never be written to again."""
        return self._lost

    def wake(self) -> None:
        """Let the thread look at the log now; returns at once."""
        with self._turn:
            self._asked += 1
            self._turn.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait for one try that takes all there is now, and tell whether the disk has it."""
        wanted = len(self._log)
        with self._turn:
            self._asked += 1
            asked = self._asked
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._served >= asked, timeout)
        return self._written >= wanted and not self._trouble

    def go_on_with(self, store: Store, written: int) -> None:
        """Write to another store from now on, which has this many steps of the log."""
        with self._disk:
            self._store, before = store, self._store
            self._written, self._trouble, self._lost = written, "", False
        before.close()
        self.wake()

    def stop(self) -> None:
        """End the thread after the try it is at, and close the store."""
        with self._turn:
            self._stopping = True
            self._turn.notify_all()
        self._thread.join()
        self._store.close()

    def _run(self) -> None:
        told, written = self.status, self._written
        while not self._stopping:
            with self._turn:
                self._turn.wait_for(self._has_work, self._retry_seconds)
                asked = self._asked
            with self._disk:
                self._try()
            status, before, written = self.status, written, self._written
            if status != told or written != before:
                self._tell(status)
                told = status
            with self._turn:
                self._served = asked
                self._turn.notify_all()

    def _has_work(self) -> bool:
        return self._stopping or self._asked > self._served

    def _try(self) -> None:
        if self._lost:
            return
        try:
            waiting = self._log[self._written :]
            if waiting:
                self._written = self._store.append(waiting)
            else:
                self._store.check_place()
            self._trouble = ""
        except CannotSave as refusal:
            self._trouble, self._lost = str(refusal), isinstance(refusal, LostFile)
        except Exception:  # a fault of Concord must not end the thread that saves
            self._trouble = "Concord met a fault of its own; save elsewhere."
