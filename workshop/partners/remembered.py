# SPDX-License-Identifier: MIT
"""Results kept until the records they were made from change.

The state is immutable, so the identity of a record table tells whether anything in it changed.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, Generic, ParamSpec, TypeVar

from workshop.record import Record
from workshop.state import Workshop

P = ParamSpec("P")
R = TypeVar("R", covariant=True)
_KEPT = 12


class Remembered(Generic[P, R]):
    """A function of a workshop with its latest results."""

    def __init__(
        self, function: Callable[Concatenate[Workshop, P], R], kinds: tuple[type[Record], ...]
    ) -> None:
        self._function, self._kinds = function, kinds
        self._entries: list[tuple[tuple[object, ...], object, R]] = []
        update_wrapper(self, function)

    def __call__(self, workshop: Workshop, *args: P.args, **kwargs: P.kwargs) -> R:
        """Give the kept result, or compute it."""
        tables = tuple(workshop.of(kind) for kind in self._kinds)
        kept = self._kept(tables, (args, kwargs))
        if kept:
            return kept[0]
        result = self._function(workshop, *args, **kwargs)
        self._entries.insert(0, (tables, (args, kwargs), result))
        del self._entries[_KEPT:]
        return result

    def knows(self, workshop: Workshop, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Tell whether the result is at hand."""
        tables = tuple(workshop.of(kind) for kind in self._kinds)
        return bool(self._kept(tables, (args, kwargs)))

    def _kept(self, tables: tuple[object, ...], given: object) -> tuple[R, ...]:
        # A copy is searched because a worker may add a result meanwhile.
        for known_tables, known, result in tuple(self._entries):
            if known == given and all(map(_same, known_tables, tables)):
                return (result,)
        return ()


def remembered(
    *kinds: type[Record],
) -> Callable[[Callable[Concatenate[Workshop, P], R]], Remembered[P, R]]:
    """Keep a function's latest results for as long as the tables of these kinds are the same."""

    def decorate(function: Callable[Concatenate[Workshop, P], R]) -> Remembered[P, R]:
        return Remembered(function, kinds)

    return decorate


def _same(one: object, other: object) -> bool:
    return one is other
