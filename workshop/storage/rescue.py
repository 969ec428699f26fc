# SPDX-License-Identifier: MIT
"""What to offer when a workshop file cannot be opened: what can be salvaged, which backup is good."""

from pathlib import Path
from typing import NamedTuple

from workshop.state import Workshop
from workshop.storage.backups import Backup, newest_good
from workshop.storage.salvage import salvage


class Rescue(NamedTuple):
    """A sentence about what is there, the salvaged workshop (maybe empty) and the best backup."""

    sentence: str
    workshop: Workshop
    saved: int
    backup: Backup | None


def rescue(path: Path, root: Path | None = None) -> Rescue:
    """Look for everything that can be got back of a file; nothing is written."""
    workshop, count = salvage(path)
    backup = newest_good(path, root)
    return Rescue(f"{_salvaged(count)} {_backup(backup)}", workshop, count, backup)


def _salvaged(count: int) -> str:
    if not count:
        return "Nothing in the file could be saved."
    return f"{count} record{'' if count == 1 else 's'} in the file can still be saved."


def _backup(backup: Backup | None) -> str:
    if not backup:
        return "There is no good backup of it."
    return f"The newest good backup is of {backup.taken_in_words}."
