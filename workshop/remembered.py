# SPDX-License-Identifier: MIT
"""Results kept until the records they were made from change.

The state is immutable, so the identity of a record table tells whether anything in it changed.
Which tables a function reads is seen while it runs; nobody declares them, so none can be forgotten.
"""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from workshop.ids import Id
from workshop.record import Record
from workshop.state import R, Table, Workshop

P = ParamSpec("P")
T = TypeVar("T", covariant=True)
_KEPT = 12
_KEYS = 20_000
_Reads = dict[type[Record] | None, Mapping[Any, Any]]


class Remembered(Generic[P, T]):
    """A function of a workshop, and of nothing that changes besides, with its latest results."""

    def __init__(self, function: Callable[Concatenate[Workshop, P], T]) -> None:
        self._function = function
        self._entries: list[tuple[_Reads, object, T]] = []
        update_wrapper(self, function)

    def __call__(self, workshop: Workshop, *args: P.args, **kwargs: P.kwargs) -> T:
        """Give the kept result, or compute it."""
        kept = self._kept(workshop, (args, kwargs))
        if kept:
            return kept[0]
        watched = _Watched(workshop)
        result = self._function(watched, *args, **kwargs)
        self._entries.insert(0, (watched.reads, (args, kwargs), result))
        del self._entries[_KEPT:]
        return result

    def knows(self, workshop: Workshop, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Tell whether the result is at hand."""
        return bool(self._kept(workshop, (args, kwargs)))

    def _kept(self, workshop: Workshop, given: object) -> tuple[T, ...]:
        # A copy is searched because a worker may add a result meanwhile.
        for reads, known, result in tuple(self._entries):
            if known == given and _are_the_same_in(workshop, reads):
                return (result,)
        return ()


def remembered(function: Callable[Concatenate[Workshop, P], T]) -> Remembered[P, T]:
    """Keep a function's latest results for as long as the tables that it read are the same."""
    return Remembered(function)


class LatestByKey(Generic[P, T]):
    """A function whose latest result for each key is kept until what it is given differs.

    For what is computed for each record anew while one of them has changed. What is given is
    compared by value, which takes no time where it is the same object.
    """

    def __init__(self, function: Callable[P, T]) -> None:
        self._function = function
        self._latest: dict[str, tuple[object, T]] = {}

    def __call__(self, key: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Give the kept result for the key, or compute it."""
        given = (args, kwargs)
        known = self._latest.get(key)
        if known is not None and known[0] == given:
            return known[1]
        result = self._function(*args, **kwargs)
        if len(self._latest) >= _KEYS:
            self._latest.clear()
        self._latest[key] = given, result
        return result


class _Watched(Workshop):
    """A workshop that takes note of which of its tables are read; None stands for all of them."""

    __slots__ = ("_origin", "reads")

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._origin = workshop
        self.reads: _Reads = {}

    def of(self, kind: type[R]) -> Mapping[Id, R]:
        table = self.reads[kind] = self._origin.of(kind)
        return table

    @property
    def tables(self) -> Mapping[type[Record], Table]:
        tables = self.reads[None] = self._origin.tables
        return tables


def _are_the_same_in(workshop: Workshop, reads: _Reads) -> bool:
    return all(
        (workshop.of(kind) if kind else workshop.tables) is table for kind, table in reads.items()
    )
