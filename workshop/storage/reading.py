# SPDX-License-Identifier: MIT
"""Reading a whole workshop file and verifying every seal of it before anything is believed."""

import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from workshop.storage.contents import Contents, StoredRecord, StoredStep
from workshop.storage.errors import (
    REFUSALS,
    DamagedFile,
    FileError,
    NotAWorkshop,
    error_name,
    while_reading,
)
from workshop.storage.foreign import what_it_is
from workshop.storage.schema import FORMAT, check_layout, check_path, check_size, connect
from workshop.storage.seals import EMPTY_STATE, record_seal, root_seal, step_seal, sum_of

_RECORDS = "SELECT kind, id, json, seal FROM records"
_STEPS = "SELECT seq, at, how, label, changes, state, seal FROM steps ORDER BY seq"


def read_file(path: Path) -> Contents:
    """Give what a file holds, or raise a FileError with what is wrong with it.

    Nothing is written; where a save was cut off in a folder that cannot be written to, the read
    goes by way of a copy.
    """
    check_path(path)
    try:
        return _read_at(path)
    except REFUSALS as error:
        if not error_name(error).startswith("SQLITE_READONLY"):
            raise _unreadable(error, path) from None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.concord"
        try:
            copy.write_bytes(path.read_bytes())
            _journal(copy).write_bytes(_journal(path).read_bytes())
            connect(copy, "rw").close()
            return _read_at(copy)
        except REFUSALS:
            raise FileError(
                "The last save of the file was cut off, and its folder cannot be written to;"
                " copy it to another folder."
            ) from None


def read(connection: sqlite3.Connection, path: Path) -> Contents:
    """Give what a connected file holds, as it is at one moment."""
    connection.execute("BEGIN")
    try:
        format = check_layout(connection)
        check_size(connection, path)
        faults = connection.execute("PRAGMA quick_check(1)").fetchall()
        if faults != [(b"ok",)]:
            raise DamagedFile("The file is damaged: its inner structure does not fit together.")
        return _verified(connection, format)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _read_at(path: Path) -> Contents:
    connection = connect(path, "ro")
    try:
        return read(connection, path)
    finally:
        connection.close()


def _unreadable(error: Exception, path: Path) -> FileError:
    if error_name(error).startswith("SQLITE_NOTADB"):
        return NotAWorkshop(what_it_is(path))
    return while_reading(error)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _verified(connection: sqlite3.Connection, format: int) -> Contents:
    settings: dict[bytes, bytes] = dict(connection.execute("SELECT key, value FROM settings"))
    if settings.get(b"format") != str(format).encode():
        raise DamagedFile("The file is damaged: its format number is not the one it was made with.")
    rows = [(StoredRecord(*row[:3]), row[3]) for row in connection.execute(_RECORDS)]
    state = _state_of(rows)
    try:
        steps, end_state, seal = _chain(connection.execute(_STEPS), root_seal(settings))
        if end_state != state:
            raise DamagedFile("The file is damaged: its records do not match its last step.")
    except DamagedFile:
        if format <= FORMAT:
            raise
        steps, seal = [], b""  # a newer Concord may seal its steps in a way not known here
    return Contents(format, settings, [row for row, _ in rows], steps, seal)


def _state_of(rows: Sequence[tuple[StoredRecord, bytes]]) -> bytes:
    for row, seal in rows:
        if record_seal(*row) != seal:
            raise DamagedFile("The file is damaged: a record is not as Concord wrote it.")
    return sum_of(seal for _, seal in rows)


def _chain(
    rows: Iterable[tuple[int, bytes, bytes, bytes, bytes, bytes, bytes]], seal: bytes
) -> tuple[list[StoredStep], bytes, bytes]:
    steps: list[StoredStep] = []
    state = EMPTY_STATE
    for number, *columns, state, stored_seal in rows:
        step = StoredStep(*columns)
        seal = step_seal(seal, len(steps) + 1, step, state)
        if number != len(steps) + 1 or seal != stored_seal:
            raise DamagedFile(
                f"The file is damaged: step {len(steps) + 1} of its history is not as Concord wrote it."
            )
        steps.append(step)
    _check_order(steps)
    return steps, state, seal


def _check_order(steps: Iterable[StoredStep]) -> None:
    done = undone = 0
    for step in steps:
        if step.how == b"begin":
            done = undone = 0
        elif step.how == b"undo":
            done, undone = done - 1, undone + 1
        elif step.how == b"redo":
            done, undone = done + 1, undone - 1
        else:
            done, undone = done + (step.how != b"join" or not done), 0
        if done < 0 or undone < 0:
            raise DamagedFile("The file was altered: its history undoes what was never done.")
