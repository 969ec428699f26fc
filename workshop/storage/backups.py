# SPDX-License-Identifier: MIT
"""Backups: verified copies of a workshop file in the user's own state folder, thinned with age.

Call `back_up` on opening, every hour, and before anything risky; it does nothing when nothing has
changed. A file that does not verify is never copied, so damage cannot push out a good generation.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import platformdirs

from workshop.document import Document, now
from workshop.history import Step
from workshop.state import Workshop
from workshop.storage.copies import free_name, in_its_place, write_copy
from workshop.storage.documents import document_from
from workshop.storage.errors import FileError, while_saving
from workshop.storage.migrations import brought_up
from workshop.storage.reading import read_file
from workshop.storage.schema import check_path, connect

HOURLY, DAILY, WEEKLY, LEAST = 24, 12, 10, 3
_STAMP = "%Y%m%dT%H%M%S%z"


class Backup(NamedTuple):
    """One generation; generations are ordered by their number, whatever the clock said."""

    number: int
    taken: datetime
    path: Path

    @property
    def taken_in_words(self) -> str:
        """When it was taken, as a person says it."""
        return f"{self.taken.day} {self.taken:%B %Y, %H:%M}"


def default_root() -> Path:
    """Give the folder where backups lie unless somebody says otherwise."""
    return platformdirs.user_state_path("concord", appauthor=False) / "backups"


def list_backups(path: Path, root: Path | None = None) -> list[Backup]:
    """Give the backups there are of a file, newest first; whether they verify is seen on use."""
    return sorted(_generations(_folder(path, root)), reverse=True)


def newest_good(path: Path, root: Path | None = None) -> Backup | None:
    """Give the newest backup of a file that verifies."""
    return next((each for each in list_backups(path, root) if seal_of(each) is not None), None)


def back_up(
    path: Path, clock: Callable[[], datetime] = now, root: Path | None = None
) -> Backup | None:
    """Copy a file to a new generation and drop those that are no longer wanted.

    Gives None if the newest generation holds the same. Raises DamagedFile if the file does not
    verify and CannotSave if the disk refuses, with all generations as they were.
    """
    check_path(path)
    seal = read_file(path).seal
    before = list_backups(path, root)
    if before and seal == seal_of(before[0]):
        return None
    backup = _next(path, before, clock(), root)
    with in_its_place(backup.path) as copy:
        _copy(path, copy)
        read_file(copy)
    _thin([backup, *before])
    return backup


def back_up_from_memory(
    workshop: Workshop,
    steps: Sequence[Step],
    path: Path,
    clock: Callable[[], datetime] = now,
    root: Path | None = None,
) -> Backup:
    """Make a new generation of a file that can no longer be written to from what is in memory."""
    before = list_backups(path, root)
    backup = _next(path, before, clock(), root)
    write_copy(workshop, steps, backup.path)
    _thin([backup, *before])
    return backup


def restore(backup: Backup, document: Document) -> Step | None:
    """Make a backup the current state of an open document, as a new step that can be undone."""
    contents = brought_up(read_file(backup.path))
    return document.become(
        document_from(contents).workshop, f"Restore the backup of {backup.taken_in_words}"
    )


def restore_beside(backup: Backup, path: Path) -> Path:
    """Write a backup with its history beside a file, under a name not in use, and give its path."""
    read_file(backup.path)
    name = f"backup {backup.taken:%Y-%m-%d %H-%M}"
    with free_name(path, name) as target, in_its_place(target) as copy:
        _copy(backup.path, copy)
        read_file(copy)
    return target


def seal_of(backup: Backup) -> bytes | None:
    """Give the seal of what a backup holds, None if it does not verify."""
    try:
        return read_file(backup.path).seal
    except FileError:
        return None


def _folder(path: Path, root: Path | None) -> Path:
    key = os.path.normcase(path.resolve())
    return (root or default_root()) / hashlib.sha256(os.fsencode(key)).hexdigest()[:24]


def _generations(folder: Path) -> Iterator[Backup]:
    for path in folder.glob("[0-9]*.concord"):
        number, _, stamp = path.stem.partition("-")
        with suppress(ValueError):
            yield Backup(int(number), datetime.strptime(stamp, _STAMP), path)


def _next(path: Path, before: list[Backup], taken: datetime, root: Path | None) -> Backup:
    folder = _folder(path, root)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise while_saving(error) from None
    number = before[0].number + 1 if before else 1
    return Backup(number, taken, folder / f"{number:06}-{taken.strftime(_STAMP)}.concord")


def _copy(source: Path, target: Path) -> None:
    """Copy page by page through SQLite, which keeps off the toes of whoever is writing."""
    with closing(connect(source, "ro")) as given, closing(connect(target, "rwc")) as taken:
        given.backup(taken)


def _thin(backups: list[Backup]) -> None:
    """Remove all but the last of each recent hour, day and week; `backups` are newest first."""
    kept = set(backups[:LEAST])
    for pattern, most in (("%Y%m%d%H", HOURLY), ("%Y%m%d", DAILY), ("%G%V", WEEKLY)):
        last: dict[str, Backup] = {}
        for backup in backups:
            last.setdefault(backup.taken.astimezone(UTC).strftime(pattern), backup)
        kept.update(list(last.values())[:most])
    for backup in backups:
        if backup not in kept:
            with suppress(OSError):
                backup.path.unlink()
