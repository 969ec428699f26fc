# SPDX-License-Identifier: MIT
"""Keeps a mistake in what Qt calls, such as a paintEvent, from taking the whole app down.

Before Python 3.12 the interpreter raises some errors, TypeError and IndexError among them, half
made: their kind and their words, and the error itself once somebody catches it. Shiboken 6.11
takes what an overridden method raises for a whole error and ends the process with a fault in
memory. So each such method catches what it raises, which makes it whole, and lets it go on to
where the app says that it made a mistake.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from PySide6.QtCore import QObject

_LOWER_CASE = frozenset(
    {
        "child",
        "data",
        "event",
        "flags",
        "object",
        "paint",
        "parent",
        "rect",
        "role",
        "sort",
        "state",
        "text",
        "window",
    }
)
"""Methods of Qt that are overridden and have no capital letter; those of our own have none."""


def keep_errors_whole(base: type = QObject) -> None:
    """Have every class of ours that stands on this one of Qt's catch what its overrides raise."""
    if sys.version_info < (3, 12):
        base.__init_subclass__ = classmethod(make_whole)  # type: ignore[assignment, arg-type]  # set from outside


def make_whole(made: type, **_given: object) -> None:
    """Wrap the methods of a class that Qt calls."""
    for name, method in list(vars(made).items()):
        is_qts = name != name.lower() or name in _LOWER_CASE
        if is_qts and not name.startswith("_") and hasattr(method, "__code__"):
            setattr(made, name, _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # to catch it is what makes it whole
            raise

    return call
