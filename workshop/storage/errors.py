# SPDX-License-Identifier: MIT
"""What can go wrong with a workshop file, each as one sentence for the person at the screen."""

import errno
import sqlite3

from workshop.record import RuleError

REFUSALS = (sqlite3.Error, OSError, UnicodeDecodeError)
"""What a file throws at whoever reads or writes it; the last is SQLite quoting a damaged schema."""


class FileError(RuleError):
    """A file cannot be used as asked; the message is one sentence."""


class NotAWorkshop(FileError):
    """The file is missing, or is something else than a workshop."""


class DamagedFile(FileError):
    """The file is a workshop, but not what Concord wrote; what verifies can be salvaged."""


class CannotSave(FileError):
    """The store refused; the steps are still in memory and may be tried again."""


class LostFile(CannotSave):
    """The file is no longer ours to write; only saving elsewhere helps."""


_SAVING: tuple[tuple[str, str], ...] = (
    ("SQLITE_FULL", "The disk is full; free some space or save elsewhere."),
    ("SQLITE_TOOBIG", "The last change is too large for a workshop file; undo it."),
    ("SQLITE_READONLY", "The file has become write-protected; save elsewhere."),
    ("SQLITE_BUSY", "Another program is using the file; close it there or save elsewhere."),
    ("SQLITE_CANTOPEN", "The folder of the file cannot be written to; save elsewhere."),
    ("SQLITE_IOERR", "The disk reports an error; save elsewhere."),
)
_ERRNO = {
    errno.ENOSPC: "SQLITE_FULL",
    errno.EDQUOT: "SQLITE_FULL",
    errno.EFBIG: "SQLITE_FULL",
    errno.EROFS: "SQLITE_CANTOPEN",
    errno.EACCES: "SQLITE_CANTOPEN",
    errno.EPERM: "SQLITE_CANTOPEN",
    errno.EIO: "SQLITE_IOERR",
}
_CONTENT = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def error_name(error: Exception) -> str:
    """Give SQLite's name for an error, also for one of the operating system; "" if it has none."""
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, "")
    return getattr(error, "sqlite_errorname", "")


def while_saving(error: Exception) -> CannotSave:
    """Say why a write failed."""
    name = error_name(error)
    if name.startswith(_CONTENT):
        return LostFile("Something else has changed the file; save elsewhere to keep your version.")
    for start, sentence in _SAVING:
        if name.startswith(start):
            return CannotSave(sentence)
    return CannotSave("The file cannot be written; save elsewhere.")


def while_reading(error: Exception) -> FileError:
    """Say why a read failed, for a file that begins like a workshop."""
    name = error_name(error)
    if name.startswith("SQLITE_BUSY"):
        return FileError("Another program is writing to the file; try again in a moment.")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return FileError("The file cannot be opened; check that you may read it.")
    return DamagedFile("The file is damaged: its inner structure cannot be read.")
