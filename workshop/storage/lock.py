# SPDX-License-Identifier: MIT
"""Who has a workshop file open: a small file beside it, locked by the system and telling who it is.

The system lets go of the lock when a process dies; the text it leaves behind then tells the next one
that the last session was cut off.
"""

import getpass
import os
import platform
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from workshop.document import now
from workshop.storage import os_lock

FOREIGN_LOCK_HOURS = 12
"""How long the mark of another computer is believed, as in a folder that is synchronized."""
_LARGEST = 4096


class Holder(msgspec.Struct, frozen=True):
    """Who has a file open, and since when."""

    pid: int
    host: str
    boot: str
    user: str
    since: datetime

    def __str__(self) -> str:
        place = "in another window" if self.is_me() else self._elsewhere()
        return f"{place} since {self.since:%H:%M on} {self.since.day} {self.since:%B}"

    def is_me(self) -> bool:
        """Tell whether it is this very process."""
        return (self.pid, self.host, self.boot) == (os.getpid(), platform.node(), _boot_id())

    def _elsewhere(self) -> str:
        by = f"by {self.user} " if self.user else ""
        return by + ("on this computer" if self.host == platform.node() else f"on {self.host}")


class Lock:
    """The right to write to one file, held until it is released or the process ends."""

    def __init__(self, path: Path, handle: int, was_interrupted: bool) -> None:
        self._path = path
        self._handle = handle
        self.was_interrupted = was_interrupted

    def release(self) -> None:
        """Give the right back."""
        with suppress(OSError):
            if _is_same(self._handle, self._path):
                # Where an open file cannot be removed, an empty one tells of no interruption.
                os.ftruncate(self._handle, 0)
                self._path.unlink()
        os.close(self._handle)


class Taken(Exception):
    """Somebody else has the lock; the holder is None if it cannot be told who.

    `is_mark` says that only the mark of another computer is there, which may be a stale one.
    """

    def __init__(self, holder: Holder | None, *, is_mark: bool = False) -> None:
        super().__init__(str(holder or "elsewhere"))
        self.is_mark = is_mark


def take(file: Path, *, take_over: bool = False) -> Lock:
    """Take the lock of a workshop file.

    Raises Taken if somebody has it, OSError if no lock can be made in the folder. With `take_over`
    the mark of another computer is not believed; a lock held on this one is never broken.
    """
    path = file.with_name(f".{file.name}.lock")
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if not os_lock.lock(handle):
                raise Taken(_read(handle))
            if not _is_same(handle, path):
                os.close(handle)
                continue
            return _marked(path, handle, take_over)
        except BaseException:
            os.close(handle)
            raise


def _marked(path: Path, handle: int, take_over: bool) -> Lock:
    before = _read(handle)
    if before and not take_over and _is_believed(before):
        raise Taken(before, is_mark=True)
    was_interrupted = os.fstat(handle).st_size > 0
    os.ftruncate(handle, 0)
    os.write(handle, msgspec.json.encode(_me()))
    return Lock(path, handle, was_interrupted)


def _is_believed(holder: Holder) -> bool:
    age = now() - holder.since
    return holder.host != platform.node() and age < timedelta(hours=FOREIGN_LOCK_HOURS)


def _is_same(handle: int, path: Path) -> bool:
    """Tell whether the path still leads to what was opened; the last holder may have removed it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.stat(path))
    return False


def _read(handle: int) -> Holder | None:
    with suppress(msgspec.MsgspecError, OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        text = os.read(handle, _LARGEST)
        os.lseek(handle, 0, os.SEEK_SET)
        return msgspec.json.decode(text, type=Holder)
    return None


def _me() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    return Holder(os.getpid(), platform.node(), _boot_id(), user, now())


def _boot_id() -> str:
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return ""
