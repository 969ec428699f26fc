# SPDX-License-Identifier: MIT
"""Results kept until the records they were made from change.

The state is immutable, so the identity of a record table tells whether anything in it changed.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from workshop.record import Record
from workshop.state import Workshop

P = ParamSpec("P")
R = TypeVar("R")
_KEPT = 12


def remembered(
    *kinds: type[Record],
) -> Callable[[Callable[Concatenate[Workshop, P], R]], Callable[Concatenate[Workshop, P], R]]:
    """Keep a function's latest results for as long as the tables of these kinds are the same."""

    def decorate(
        function: Callable[Concatenate[Workshop, P], R],
    ) -> Callable[Concatenate[Workshop, P], R]:
        entries: list[tuple[tuple[object, ...], object, R]] = []

        @wraps(function)
        def answer(workshop: Workshop, *args: P.args, **kwargs: P.kwargs) -> R:
            tables = tuple(workshop.of(kind) for kind in kinds)
            given = (args, kwargs)
            # A copy is searched because a worker may add a result meanwhile.
            for known_tables, known, result in tuple(entries):
                if known == given and all(map(_same, known_tables, tables)):
                    return result
            result = function(workshop, *args, **kwargs)
            entries.insert(0, (tables, given, result))
            del entries[_KEPT:]
            return result

        return cast("Callable[Concatenate[Workshop, P], R]", answer)

    return decorate


def _same(one: object, other: object) -> bool:
    return one is other
