# SPDX-License-Identifier: MIT
"""The two ways to come by an open workshop file: make one, or open one."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from workshop.state import Workshop
from workshop.storage.contents import Contents
from workshop.storage.copies import remove_leftovers, write_copy
from workshop.storage.documents import document_from
from workshop.storage.errors import REFUSALS, FileError
from workshop.storage.lock import Lock, Taken, take
from workshop.storage.migrations import MIGRATIONS, Migration, brought_up, migrate
from workshop.storage.open_file import OpenFile
from workshop.storage.reading import read_file
from workshop.storage.schema import FORMAT, check_path, connect
from workshop.storage.sqlite_store import SqliteStore


class Way(NamedTuple):
    """How files are opened: the newest format known, how to get there, and how the disk is reached."""

    format: int = FORMAT
    migrations: Mapping[int, Migration] = MIGRATIONS
    connection: type[sqlite3.Connection] = sqlite3.Connection
    retry_seconds: float = 2.0


PLAIN = Way()


def create(path: Path, workshop: Workshop, label: str, way: Way = PLAIN) -> OpenFile:
    """Make a new file whose first step, with this label, is the given workshop.

    Raises FileError if there is a file already or the disk refuses.
    """
    path = path.resolve()
    if path.exists():
        raise FileError(f"There is already a file “{path.name}” here; choose another name.")
    try:
        lock = take(path)
    except (Taken, OSError):
        raise FileError("This folder cannot be written to; choose another one.") from None
    try:
        return _writable(path, write_copy(workshop, None, path, label), lock, way)
    except FileError:
        lock.release()
        raise


def open_file(path: Path, *, take_over: bool = False, way: Way = PLAIN) -> OpenFile:
    """Open a workshop file, read only if it cannot or must not be written to.

    With `take_over` the mark that another computer has left on it is not believed. Raises
    NotAWorkshop, DamagedFile or another FileError with one sentence.
    """
    path = path.resolve()
    check_path(path)
    lock, because, is_mark = _lock(path, take_over)
    try:
        if lock:
            remove_leftovers(path)
            _finish_rollback(path)
        contents = read_file(path)
        because = because or _too_new(path, contents, way)
        if lock and not because:
            if contents.format < way.format:
                contents = migrate(path, contents, way.format, way.migrations)
            return _writable(path, contents, lock, way)
        opened = _readable(path, contents, because, way)
        opened.can_be_taken_over = is_mark and contents.format <= way.format
    except FileError:
        _release(lock)
        raise
    _release(lock)
    return opened


def _writable(path: Path, contents: Contents, lock: Lock, way: Way) -> OpenFile:
    document = document_from(contents)
    store = SqliteStore(path, contents, way.connection)
    return OpenFile(path, document, store, lock, retry_seconds=way.retry_seconds)


def _readable(path: Path, contents: Contents, because: str, way: Way) -> OpenFile:
    document = document_from(brought_up(contents, way.format, way.migrations))
    document.read_only_because = because
    return OpenFile(
        path, document, None, None, format=contents.format, retry_seconds=way.retry_seconds
    )


def _too_new(path: Path, contents: Contents, way: Way) -> str:
    if contents.format <= way.format:
        return ""
    return (
        f"“{path.name}” was made by a newer Concord (format {contents.format}, this one knows"
        f" format {way.format}), so it can only be read here."
    )


def _lock(path: Path, take_over: bool) -> tuple[Lock | None, str, bool]:
    """Give the lock of a file, or why it can only be read, and whether a mere mark is in the way."""
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        because = f"“{path.name}” is write-protected; save it elsewhere to go on working."
        return None, because, False
    try:
        return take(path, take_over=take_over), "", False
    except Taken as taken:
        because = f"“{path.name}” is in use {taken}, so it can only be read here."
        return None, because, taken.is_mark
    except OSError:
        because = (
            f"The folder of “{path.name}” cannot be written to;"
            " save the workshop elsewhere to go on working."
        )
        return None, because, False


def _release(lock: Lock | None) -> None:
    if lock:
        lock.release()


def _finish_rollback(path: Path) -> None:
    """Let SQLite take back a save that was cut off; whatever is wrong is found when reading."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        with suppress(*REFUSALS), closing(connect(path, "rw")) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            journal.unlink(missing_ok=True)  # what SQLite left of it now was never begun
            connection.execute("ROLLBACK")
