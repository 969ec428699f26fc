# SPDX-License-Identifier: MIT
"""Steps: what changed, when and why it is called so; and the list and cursor that undo needs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, compress, filterfalse
from operator import is_not
from typing import Literal, NamedTuple

from workshop.ids import Id
from workshop.record import Record
from workshop.state import Workshop

How = Literal["begin", "do", "join", "undo", "redo"]


class Change(NamedTuple):
    """One record before and after; None before is an addition, None after a removal."""

    kind: type[Record]
    id: Id
    before: Record | None
    after: Record | None


class Step:
    """One labeled change of the workshop.

    `how` tells a new step ("do") from one that continues the step before it ("join", as while
    typing), from the undoing or redoing of an earlier one, and from the one a file begins with,
    which nobody means to undo. Changes read from a file are decoded when first asked for.
    """

    __slots__ = ("_changes", "at", "how", "label")

    def __init__(
        self,
        label: str,
        at: datetime,
        changes: tuple[Change, ...] | Callable[[], tuple[Change, ...]],
        how: How = "do",
    ) -> None:
        self.label = label
        self.at = at
        self.how: How = how
        self._changes = changes

    @property
    def changes(self) -> tuple[Change, ...]:
        """The records that differ, in the order in which they were met."""
        if callable(self._changes):
            self._changes = self._changes()
        return self._changes

    def inverse(self, at: datetime) -> "Step":
        """Give the step that undoes this one."""
        turned = tuple(Change(c.kind, c.id, c.after, c.before) for c in reversed(self.changes))
        return Step(self.label, at, turned, "undo")

    def touches(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of these kinds changed."""
        return any(change.kind in kinds for change in self.changes)

    def __repr__(self) -> str:
        return f"<Step {self.how} {self.label!r}: {len(self.changes)} changes>"


def difference(before: Workshop, after: Workshop) -> tuple[Change, ...]:
    """Compare two states record by record and give what differs."""
    kinds = list(dict.fromkeys([*before.kinds(), *after.kinds()]))
    return tuple(change for kind in kinds for change in _table_difference(kind, before, after))


def _table_difference(kind: type[Record], before: Workshop, after: Workshop) -> Iterator[Change]:
    old, new = before.of(kind), after.of(kind)
    if old is new:
        return
    others, gone = _other_objects(old, new)
    for id in others:
        earlier, record = old.get(id), new[id]
        if earlier != record:
            yield Change(kind, id, earlier, record)
    for id in gone:
        yield Change(kind, id, old[id], None)


def _other_objects(
    old: Mapping[Id, Record], new: Mapping[Id, Record]
) -> tuple[Iterable[Id], Iterable[Id]]:
    """Give the ids whose record in `new` is not the very object in `old`, and those that are gone.

    A table keeps the order of the one it was made from and adds at the end, unless something was
    removed. What stayed is passed over without a step of Python for each record.
    """
    before, after = list(old), list(new)
    if after[: len(before)] == before:
        changed = compress(after, map(is_not, old.values(), new.values()))
        return chain(changed, after[len(before) :]), ()
    others = compress(after, map(is_not, map(old.get, after), new.values()))
    return others, filterfalse(new.__contains__, before)


def replay(workshop: Workshop, changes: Iterable[Change]) -> Workshop:
    """Give the workshop after these changes."""
    latest: dict[tuple[type[Record], Id], Record | None] = {
        (change.kind, change.id): change.after for change in changes
    }
    gone: dict[type[Record], list[Id]] = {}
    for (kind, id), record in latest.items():
        if record is None:
            gone.setdefault(kind, []).append(id)
    workshop = workshop.put(record for record in latest.values() if record is not None)
    for kind, ids in gone.items():
        workshop = workshop.without(kind, ids)
    return workshop


def merged(steps: Sequence[Step]) -> Step:
    """Give one step for several that followed each other, without records that ended as they began."""
    if len(steps) == 1:
        return steps[0]
    ends: dict[tuple[type[Record], Id], tuple[Record | None, Record | None]] = {}
    for change in (change for step in steps for change in step.changes):
        key = (change.kind, change.id)
        ends[key] = (ends[key][0] if key in ends else change.before, change.after)
    changes = tuple(
        Change(kind, id, before, after)
        for (kind, id), (before, after) in ends.items()
        if before != after
    )
    return Step(steps[0].label, steps[-1].at, changes)


class History:
    """The log of all steps ever taken, and the list and cursor that undo and redo move along.

    The log only grows. A unit is what one undo takes back: a step and those that joined it.
    """

    def __init__(self, log: Iterable[Step] = ()) -> None:
        self.log: list[Step] = []
        self._units: list[list[Step]] = []
        self._cursor = 0
        for step in log:
            self.append(step)

    def append(self, step: Step) -> None:
        """Take note of a step that has happened, whichever way it came about."""
        self.log.append(step)
        if step.how == "begin":
            self._units, self._cursor = [], 0
        elif step.how == "undo":
            self._cursor -= 1
        elif step.how == "redo":
            self._cursor += 1
        elif step.how == "join" and self._cursor:
            del self._units[self._cursor :]
            self._units[-1].append(step)
        else:
            del self._units[self._cursor :]
            self._units.append([step])
            self._cursor += 1

    @property
    def undoable(self) -> Step | None:
        """The step that undo would take back."""
        return merged(self._units[self._cursor - 1]) if self._cursor else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo would bring back."""
        return merged(self._units[self._cursor]) if self._cursor < len(self._units) else None

    def state_at(self, count: int) -> Workshop:
        """Give the workshop as it was after the first `count` steps of the log."""
        changes = (change for step in self.log[:count] for change in step.changes)
        return replay(Workshop(), changes)
