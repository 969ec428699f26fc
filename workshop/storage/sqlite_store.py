# SPDX-License-Identifier: MIT
"""The workshop file as a Store: one SQLite file, edited in place, one transaction for all that waits.

It costs the changes of a step, never the size of the file, and no more syncs than a bare commit.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from workshop.history import Step
from workshop.storage.codec import stored_step
from workshop.storage.contents import Contents
from workshop.storage.errors import REFUSALS, CannotSave, LostFile, while_saving
from workshop.storage.schema import connect
from workshop.storage.seals import EMPTY_STATE, root_seal
from workshop.storage.writing import write_steps

_LATEST = "SELECT seq, state, seal FROM steps ORDER BY seq DESC LIMIT 1"


class SqliteStore:
    """A workshop file that is open for writing; used by one thread at a time.

    It goes on from what was read of the file; if that is not what the file holds when it comes to
    writing, the file is lost to it.
    """

    def __init__(
        self,
        path: Path,
        contents: Contents,
        factory: type[sqlite3.Connection] = sqlite3.Connection,
    ) -> None:
        self._path = path
        self._root = root_seal(contents.settings)
        self._count, self._seal = len(contents.steps), contents.seal
        self._tried = self._count, self._seal
        try:
            self._connection = connect(path, "rw", factory)
            self._place, self._touched = _place_of(path)
        except REFUSALS as error:
            raise while_saving(error) from None

    def append(self, steps: Sequence[Step]) -> int:
        """Add steps in one transaction and give how many the file then holds.

        The steps must follow those the file holds. Should an earlier call have failed after the
        disk had them, that is found out here and nothing is written twice.
        """
        self.check_place()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            state, ahead = self._latest()
            encoded = (stored_step(step) for step in steps[ahead:])
            self._tried = write_steps(self._connection, encoded, self._count, state, self._seal)
            self._connection.execute("COMMIT")
        except REFUSALS as error:
            raise while_saving(error) from None
        finally:
            self._end_transaction()
        self._touched = self._check_file()
        self._count, self._seal = self._tried
        return self._count

    def check_place(self) -> None:
        """Raise CannotSave if the file is not there, LostFile if it is not the one we know.

        What it holds is looked at only after something has touched it.
        """
        touched = self._check_file()
        if touched != self._touched:
            self._check_content()
            self._touched = touched

    def _check_file(self) -> int:
        """Raise unless the file lies where it was; give when it was last written to."""
        try:
            place, touched = _place_of(self._path)
        except OSError:
            raise CannotSave(
                "The file was moved, renamed or removed; put it back or save elsewhere."
            ) from None
        if place != self._place:
            raise LostFile("Another file has taken the place of this one; save elsewhere.")
        return touched

    def _check_content(self) -> None:
        try:
            self._connection.execute("BEGIN")
            self._last_step()
        except REFUSALS as error:
            raise while_saving(error) from None
        finally:
            self._end_transaction()

    def close(self) -> None:
        """Close the file; whatever fails now cannot harm what is in it."""
        with suppress(*REFUSALS):
            self._connection.close()

    def _latest(self) -> tuple[bytes, int]:
        count, state, seal = self._last_step()
        ahead = count - self._count
        self._count, self._seal = count, seal
        return state, ahead

    def _last_step(self) -> tuple[int, bytes, bytes]:
        """Give number, state and seal of the last step; LostFile if it is not one of ours."""
        row = self._connection.execute(_LATEST).fetchone()
        count, state, seal = row or (0, EMPTY_STATE, self._root)
        if (count, seal) not in ((self._count, self._seal), self._tried):
            raise LostFile("Something else has changed the file; save elsewhere to keep yours.")
        return count, state, seal

    def _end_transaction(self) -> None:
        if self._connection.in_transaction:
            with suppress(*REFUSALS):
                self._connection.execute("ROLLBACK")


def _place_of(path: Path) -> tuple[tuple[int, int], int]:
    """Give which file lies at a path, and when it was last written to."""
    stat = os.stat(path)
    return (stat.st_dev, stat.st_ino), stat.st_mtime_ns
