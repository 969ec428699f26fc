# SPDX-License-Identifier: MIT
"""Makes PySide's enumerations in a quarter of the time, as many a start needs two hundred of them.

Python builds an enumeration that is called for by name and members with everything a class
statement may hold. It has a short way for the constants of its own C modules, which gives an equal
class; the members of one that has no flags are quicker still to put in one by one. A test compares
every enumeration of Qt made both ways. Where Python has no short way, nothing changes.
"""

import enum
from collections.abc import Sequence
from functools import cache
from typing import Any

Members = Sequence[tuple[str, int]]


def make_enums_quickly() -> None:
    """Let enumerations that are called for as PySide does be made in the short way."""
    kind: Any = enum.EnumType
    in_full, quickly = getattr(kind, "_create_", None), getattr(enum, "_simple_enum", None)
    if in_full is None or quickly is None:
        return

    def create(cls: Any, name: str, members: Any, **more: Any) -> Any:
        if not _is_plain(cls, members, more):
            return in_full(cls, name, members, **more)
        is_flag = issubclass(cls, enum.Flag)
        body = {"__module__": "PySide6"} | (dict(members) if is_flag else {})
        made = quickly(cls, boundary=more["boundary"])(type(name, (), body))
        if not is_flag:
            _fill(made, members)
        return made

    kind._create_ = create


def _is_plain(cls: Any, members: Any, more: dict[str, Any]) -> bool:
    """Tell whether this is what PySide asks for: pairs of a new name and a number, and no more."""
    asked = {
        key for key, value in more.items() if value is not None and (key, value) != ("start", 1)
    }
    return (
        asked == {"boundary"}
        and isinstance(members, list)
        and _taken(cls).isdisjoint(name for name, _ in members)
    )


@cache
def _taken(cls: Any) -> frozenset[str]:
    """Give the names that mean something else in this kind of enumeration."""
    return frozenset(name for each in (*cls.__mro__, type(cls)) for name in vars(each))


def _fill(made: Any, members: Members) -> None:
    """Put the members into an enumeration of numbers; a second name for a number is an alias."""
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    is_number = issubclass(made, int)
    for name, value in members:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(names)
            by_value[value] = member
            names.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
