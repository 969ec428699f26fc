# SPDX-License-Identifier: MIT
"""How a mistake of the app's own is named in a log: never by the words of a workshop."""

import traceback
from pathlib import Path


def place_of(error: BaseException) -> str:
    """Give the kind of an error, its file and line, never its message, which may quote the user."""
    kind = type(error).__name__
    last = traceback.extract_tb(error.__traceback__)[-1:]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in last]
    return " in ".join([kind, *places])
