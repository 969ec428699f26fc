# SPDX-License-Identifier: MIT
"""Makes PySide's enumerations in a fifth of the time, as a start needs two hundred of them.

Python builds an enumeration that is called for by name and members with everything a class
statement may hold. It has a short way for the constants of its own C modules, which gives an equal
class; quicker still is to copy an empty one made so, and to put in the members one by one. A test
compares every enumeration of Qt made both ways; Pythons it has not been run with make them in full.
"""

import enum
import sys
from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import Any

Members = Sequence[tuple[str, int]]

_LATEST = (3, 13)
"""The last Python whose enumerations were compared."""


def make_enums_quickly() -> None:
    """Let enumerations that are called for as PySide does be made in the short way."""
    if sys.version_info[:2] > _LATEST:
        return
    kind: Any = enum.EnumType
    in_full = kind._create_

    def create(cls: Any, class_name: str, names: Any, **more: Any) -> Any:
        if not _is_plain(cls, names, more):
            return in_full(cls, class_name, names, **more)
        made = _copied(cls, class_name)
        _fill(made, names)
        if issubclass(cls, enum.Flag):
            _sum_up(made)
        return made

    kind._create_ = create


def _is_plain(cls: Any, members: Any, more: dict[str, Any]) -> bool:
    """Tell whether this is what PySide asks for: pairs of a new name and a number, and no more."""
    return (
        more.get("boundary") is enum.KEEP
        and not any(more.get(key) for key in ("module", "qualname", "type"))
        and more.get("start", 1) == 1
        and isinstance(members, list)
        and _taken(cls).isdisjoint(name for name, _ in members)
    )


@cache
def _taken(cls: Any) -> frozenset[str]:
    """Give the names that mean something else in this kind of enumeration."""
    return frozenset(name for each in (*cls.__mro__, type(cls)) for name in vars(each))


@cache
def _without_members(cls: Any) -> dict[str, Any]:
    """Give all that an enumeration of this kind holds before it has members."""
    shorten: Any = getattr(enum, "_simple_enum")  # noqa: B009  # known to Python, not to its stubs
    made = shorten(cls, boundary=enum.KEEP)(type("Empty", (), {"__module__": "PySide6"}))
    return {key: value for key, value in vars(made).items() if key not in _OWN}


_OWN = ("__dict__", "__weakref__", "__qualname__")


def _copied(cls: Any, name: str) -> Any:
    """Give a new enumeration without members, by copying an empty one."""
    held = {
        key: type(value)() if type(value) in (list, dict) else value
        for key, value in _without_members(cls).items()
    }
    return type.__new__(type(cls), name, (cls,), held)


def _fill(made: Any, members: Members) -> None:
    """Put the members into an enumeration of numbers; a second name for a number is an alias.

    Of flags only those of a single bit count as members; sums of them have but a name.
    """
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    is_number, is_flag = issubclass(made, int), issubclass(made, enum.Flag)
    for name, value in members:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(names)
            by_value[value] = member
            if not is_flag or _is_single_bit(value):
                names.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)


def _is_single_bit(value: int) -> bool:
    return bool(value) and not value & (value - 1)


def _sum_up(made: Any) -> None:
    """Tell an enumeration of flags which bits it has, and whether its members come in their order."""
    values = list(made._value2member_map_)
    singles = [value for value in values if _is_single_bit(value)]
    made._flag_mask_, made._singles_mask_ = (reduce(or_, each, 0) for each in (values, singles))
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    if singles != sorted(singles):
        made._iter_member_ = made._iter_member_by_def_
