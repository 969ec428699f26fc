# SPDX-License-Identifier: MIT
"""Whole workshop files: written beside their place, read back, and moved there when the disk has them."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from workshop.document import now
from workshop.history import Step, difference
from workshop.state import Workshop
from workshop.storage.codec import stored_step, workshop_from
from workshop.storage.contents import Contents
from workshop.storage.errors import REFUSALS, CannotSave, while_saving
from workshop.storage.reading import read_file
from workshop.storage.schema import FORMAT, connect
from workshop.storage.writing import Encoded, write_new


def write_copy(
    workshop: Workshop,
    steps: Sequence[Step] | None,
    path: Path,
    label: str = "Copy the workshop",
) -> Contents:
    """Write a workshop to a file of its own, with its history or, as for sharing, without one.

    The steps must lead to the workshop; without them one step with the label does. What was at the
    path is replaced only when the copy is on the disk and has been read back and compared. Raises
    CannotSave, with what was there as it was.
    """
    if steps is None:
        first = difference(Workshop(), workshop)
        steps = [Step(label, now(), first, "begin")] if first else []
    with in_its_place(path) as temporary:
        write_file(temporary, new_settings(), (stored_step(step) for step in steps))
        contents = read_file(temporary)
        if workshop_from(contents.records) != workshop:
            raise CannotSave("The copy did not come out as it should; nothing was replaced.")
    return contents


def new_settings() -> dict[bytes, bytes]:
    """Give the settings of a new file: its format and an id of its own."""
    return {b"format": str(FORMAT).encode(), b"id": os.urandom(16).hex().encode()}


def write_file(
    path: Path, settings: Mapping[bytes, bytes], steps: Iterable[Encoded], format: int = FORMAT
) -> None:
    """Make a new file at a path where there is none, and leave it on the disk."""
    with closing(connect(path, "rwc")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        write_new(connection, format, settings, steps)
        connection.execute("COMMIT")


@contextmanager
def in_its_place(path: Path) -> Iterator[Path]:
    """Give a path to write to; if nothing fails, what was written there then takes its place.

    Raises CannotSave for what the disk refuses; nothing half-written is left behind.
    """
    temporary = path.with_name(f"{_prefix(path)}{os.urandom(4).hex()}.tmp")
    try:
        yield temporary
        _sync(temporary)
        _journal(path).unlink(missing_ok=True)  # it would be applied to the new file
        os.replace(temporary, path)
        sync_folder(path.parent)
    except REFUSALS as error:
        raise while_saving(error) from None
    finally:
        for left in (temporary, _journal(temporary)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def remove_leftovers(path: Path) -> None:
    """Remove what a save that was cut off left beside a file; nobody else may be saving to it."""
    with suppress(OSError):
        for left in path.parent.glob(f"{_prefix(path)}*"):
            left.unlink(missing_ok=True)


@contextmanager
def free_name(path: Path, word: str) -> Iterator[Path]:
    """Reserve a name beside a file that tells what it is, never one that is in use.

    An empty file stands there, to be replaced; if that fails it is taken away again.
    """
    free = _reserved(path, word)
    try:
        yield free
    except BaseException:
        with suppress(OSError):
            free.unlink()
        raise


def _reserved(path: Path, word: str) -> Path:
    number = 0
    while True:
        number += 1
        mark = word if number == 1 else f"{word}, {number}"
        free = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        try:
            free.open("xb").close()
        except FileExistsError:
            continue
        except OSError as error:
            raise while_saving(error) from None
        return free


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, on systems that know how."""
    if sys.platform != "win32":  # pragma: no branch - Windows has no handle on a folder
        _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _prefix(path: Path) -> str:
    return f".{hashlib.sha256(path.name.encode(errors='replace')).hexdigest()[:8]}."


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
