# SPDX-License-Identifier: MIT
"""The one way a file of the user's is written: whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.record import RuleError


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside the target that takes its place when the block ends well.

    If the block fails or is cancelled the target stays as it was. Raises RuleError, one sentence,
    if the disk refuses.
    """
    try:
        number, name = tempfile.mkstemp(suffix=target.suffix, prefix=".concord-", dir=target.parent)
    except OSError as error:
        raise _refused(target, error) from None
    os.close(number)
    temporary = Path(name)
    try:
        yield temporary
        _put_in_place(temporary, target)
    except OSError as error:
        raise _refused(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(target: Path, data: bytes) -> None:
    """Write what was made in memory; a full disk is then a sentence, whoever made it."""
    with replacing(target) as temporary:
        temporary.write_bytes(data)


def _put_in_place(temporary: Path, target: Path) -> None:
    os.chmod(temporary, _mode(target))
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(temporary, target)
    if os.name == "posix":  # a rename is only lasting once its folder is written
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refused(target: Path, error: OSError) -> RuleError:
    why = error.strerror or str(error)
    return RuleError(f"{target} cannot be written: {why}. Choose another folder or name.")
