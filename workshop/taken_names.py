# SPDX-License-Identifier: MIT
"""What no two records of a kind may share, remembered from edit to edit.

To look through a whole kind at each edit would make an edit the slower the larger the workshop is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from workshop.history import Change
from workshop.ids import Id
from workshop.integrity import identity, shared_names
from workshop.record import Record, RuleError
from workshop.state import Workshop

Counts = Counter[tuple[object, ...] | None]


class TakenNames:
    """How many records have each name, for the tables last seen; others are counted anew."""

    def __init__(self) -> None:
        self._seen: dict[type[Record], tuple[Mapping[Id, Record], Counts]] = {}

    def check(self, before: Workshop, after: Workshop, changes: Sequence[Change]) -> None:
        """Raise RuleError if a record that was added or changed has a name that another one has."""
        for kind in dict.fromkeys(c.kind for c in changes if c.after and c.kind.unique):
            ours = [change for change in changes if change.kind is kind]
            counts, moved = self._counts(before, kind), _moved(ours)
            names = {identity(change.after) for change in ours if change.after} - {None}
            if any(counts[name] + moved[name] > 1 for name in names):
                raise RuleError(next(shared_names(after, kind)))

    def follow(self, before: Workshop, after: Workshop, changes: Sequence[Change]) -> None:
        """Take note of a step from one workshop to the next."""
        for kind in {change.kind for change in changes} & self._seen.keys():
            counts = self._counts(before, kind)
            for key, number in _moved([c for c in changes if c.kind is kind]).items():
                counts[key] += number
                if not counts[key]:
                    del counts[key]
            self._seen[kind] = after.of(kind), counts

    def _counts(self, workshop: Workshop, kind: type[Record]) -> Counts:
        table, seen = workshop.of(kind), self._seen.get(kind)
        if seen is None or seen[0] is not table:
            seen = self._seen[kind] = table, Counter(map(identity, table.values()))
        return seen[1]


def _moved(changes: Sequence[Change]) -> Counts:
    """Count what the records had as gone and what they have as come."""
    moved: Counts = Counter()
    moved.update(identity(change.after) for change in changes if change.after)
    moved.subtract(identity(change.before) for change in changes if change.before)
    return moved
