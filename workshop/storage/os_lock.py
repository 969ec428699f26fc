# SPDX-License-Identifier: MIT
"""A lock on an open file that the system lets go of when the process ends, on every system."""

import sys

if sys.platform == "win32":  # pragma: no cover - the tests run elsewhere
    import msvcrt
    import os

    _FAR = 1 << 30  # beyond the text in the file, so that others can read it

    def lock(handle: int) -> bool:
        """Take the lock if nobody has it."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(handle: int) -> bool:
        """Take the lock if nobody has it; raise OSError where the disk knows no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
