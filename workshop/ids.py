# SPDX-License-Identifier: MIT
"""Record ids: short, random, and sorted by the time of their making."""

import os
import time

Id = str

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
_TIME_LENGTH = 8
_RANDOM_LENGTH = 6

_last = 0


def new_id() -> Id:
    """Give a fresh id of 15 characters that sorts after every id made here before.

    It begins with z, so that it also sorts after ids written by hand, as in the sample. The next 8
    characters count hundredths of a second since 1970 and never repeat within a process; the last
    6 are random (30 bits), so that two files can be merged.
    """
    global _last
    _last = max(_last + 1, time.time_ns() // 10_000_000)
    random = int.from_bytes(os.urandom(4)) & 0x3FFFFFFF
    return "z" + _digits(_last, _TIME_LENGTH) + _digits(random, _RANDOM_LENGTH)


def _digits(number: int, length: int) -> str:
    """Give a number as an even count of characters."""
    return "".join(_PAIRS[number >> shift & 1023] for shift in range(5 * length - 10, -1, -10))
