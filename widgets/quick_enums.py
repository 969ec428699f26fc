# SPDX-License-Identifier: MIT
"""Makes PySide's enumerations in less than half the time, by Python's own short way.

Importing Qt and opening a window makes two hundred of them, with three thousand members: a tenth
of the start. Python builds an enumeration that is called for by name and members with everything a
class statement may hold; its short way, which it uses for the constants of its own C modules,
gives an equal class. Where Python has no such way, nothing changes.
"""

import enum
from typing import Any


def make_enums_quickly() -> None:
    """Let enumerations that are called for as PySide does be made in the short way."""
    kind: Any = enum.EnumType
    in_full, quickly = getattr(kind, "_create_", None), getattr(enum, "_simple_enum", None)
    if in_full is None or quickly is None:
        return

    def create(cls: Any, name: str, members: Any, **more: Any) -> Any:
        asked = {key for key, value in more.items() if value is not None} - {"start"}
        if asked != {"boundary"} or not isinstance(members, list) or more.get("start", 1) != 1:
            return in_full(cls, name, members, **more)
        body = type(name, (), {"__module__": "PySide6", **dict(members)})
        return quickly(cls, boundary=more["boundary"])(body)

    kind._create_ = create
