# SPDX-License-Identifier: MIT
"""A workshop file that is open: its document, whether it is saved, and saving it elsewhere."""

from collections.abc import Callable
from pathlib import Path

from workshop.document import Document
from workshop.faults import place_of
from workshop.storage.copies import write_copy
from workshop.storage.errors import CannotSave, FileError
from workshop.storage.lock import Lock, Taken, take
from workshop.storage.schema import FORMAT
from workshop.storage.sqlite_store import SqliteStore
from workshop.storage.store import Store
from workshop.storage.writer import SaveStatus, Writer

StatusListener = Callable[[SaveStatus], None]


class OpenFile:
    """A document and the file that follows it; every step of the document goes to the disk.

    Without a store the file is read only and the document says why. `was_interrupted` tells that
    the last session with this file did not end well; all it had saved is here. `can_be_taken_over`
    tells that nothing but the mark of another computer, maybe a stale one, stands against writing.
    """

    def __init__(
        self,
        path: Path,
        document: Document,
        store: Store | None,
        lock: Lock | None,
        *,
        format: int = FORMAT,
        retry_seconds: float = 2.0,
    ) -> None:
        self.path = path
        self.document = document
        self.can_be_taken_over = False
        self.was_interrupted = lock is not None and lock.was_interrupted
        self._format = format
        self._lock = lock
        self._retry_seconds = retry_seconds
        self._listeners: list[StatusListener] = []
        self._writer = self._start(store) if store else None

    @property
    def read_only_because(self) -> str:
        """Why nothing can be changed, in a sentence; "" if it can."""
        return self.document.read_only_because

    @property
    def status(self) -> SaveStatus:
        """How far the disk is behind at this moment."""
        if self._writer is None:
            return SaveStatus(True, 0, self.read_only_because)
        return self._writer.status

    def on_status(self, listener: StatusListener) -> Callable[[], None]:
        """Call the listener, on the writer's thread, whenever something was saved or refused.

        Gives the function that ends it.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait for one try to save all there is, at most so many seconds; tell whether it is saved."""
        return self._writer is None or self._writer.flush(timeout)

    def save_as(self, path: Path) -> None:
        """Save the whole workshop with its history to another file, and go on there.

        Call it on the thread that changes the document. A file that lies there is replaced, unless
        somebody has it open. Raises a FileError with everything as it was.
        """
        path = path.resolve()
        self._check_target(path)
        lock = self._lock if path == self.path and self._lock else _take_for_saving(path)
        try:
            log = list(self.document.history.log)
            store = SqliteStore(path, write_copy(self.document.workshop, log, path))
        except FileError:
            if lock is not self._lock:
                lock.release()
            raise
        self._move_to(path, store, lock, len(log))

    def close(self, timeout: float = 5.0) -> bool:
        """Save what waits, let go of the file, and tell whether everything was saved."""
        saved = self.flush(timeout)
        if self._writer:
            self._writer.stop()
            self._writer = None
        if self._lock:
            self._lock.release()
            self._lock = None
        self.document.read_only_because = "This workshop has been closed."
        return saved

    def _check_target(self, path: Path) -> None:
        if self._format > FORMAT:
            raise FileError("A workshop made by a newer Concord cannot be saved by this one.")
        if path == self.path and self._writer and self._writer.is_lost:
            raise FileError("Choose another name; the file there now is not the one you opened.")

    def _move_to(self, path: Path, store: Store, lock: Lock, written: int) -> None:
        before, self._lock = self._lock, lock
        self.path = path
        self.document.read_only_because = ""
        if self._writer:
            self._writer.go_on_with(store, written)
        else:
            self._writer = self._start(store)
        if before and before is not lock:
            before.release()

    def _start(self, store: Store) -> Writer:
        log = self.document.history.log
        writer = Writer(store, log, len(log), self._tell, self._retry_seconds)
        self.document.subscribe(lambda _: writer.wake())
        return writer

    def _tell(self, status: SaveStatus) -> None:
        for listener in list(self._listeners):
            try:
                listener(status)
            except Exception as fault:  # a listener's fault must not end the thread that saves
                import logging

                logging.getLogger(__name__).error("A listener failed: %s", place_of(fault))


def _take_for_saving(path: Path) -> Lock:
    try:
        return take(path)
    except Taken as taken:
        raise CannotSave(f"“{path.name}” is in use {taken}; choose another name.") from None
    except OSError:
        raise CannotSave("This folder cannot be written to; choose another one.") from None
