# SPDX-License-Identifier: MIT
"""The one place a workshop changes."""

from collections.abc import Callable
from datetime import datetime

from workshop.history import History, Step, difference, replay
from workshop.integrity import check_changes
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.taken_names import TakenNames

Edit = Callable[[Workshop], Workshop]
Listener = Callable[[Step], None]


def now() -> datetime:
    """Give the time, aware of its zone."""
    return datetime.now().astimezone()


class Document:
    """A workshop with its history; it tells its listeners of every step."""

    def __init__(
        self,
        workshop: Workshop | None = None,
        history: History | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.workshop = workshop or Workshop()
        self.history = history or History()
        self.read_only_because = ""
        self._clock = clock
        self._listeners: list[Listener] = []
        self._merge_key: object = None
        self._names = TakenNames()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each step from now on; give the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, label: str, merge_key: object = None) -> Step | None:
        """Change the workshop and give the step, or None if the edit changed nothing.

        Edits in a row with the same merge key are one step to undo. Raises RuleError, with the
        workshop as it was, if the edit or its result breaks a rule.
        """
        if self.read_only_because:
            raise RuleError(self.read_only_because)
        after = edit(self.workshop)
        changes = difference(self.workshop, after)
        if not changes:
            return None
        check_changes(after, changes)
        self._names.check(self.workshop, after, changes)
        joins = merge_key is not None and merge_key == self._merge_key
        self._merge_key = merge_key
        return self._take(Step(label, self._clock(), changes, "join" if joins else "do"))

    def end_merge(self) -> None:
        """Let the next edit be a step of its own, as when the focus leaves a field."""
        self._merge_key = None

    def undo(self) -> Step | None:
        """Take back the latest step that is not undone."""
        step = self.history.undoable
        if step is None or self.read_only_because:
            return None
        self.end_merge()
        return self._take(step.inverse(self._clock()))

    def redo(self) -> Step | None:
        """Bring back the step that was undone last."""
        step = self.history.redoable
        if step is None or self.read_only_because:
            return None
        self.end_merge()
        return self._take(Step(step.label, self._clock(), step.changes, "redo"))

    def bring_back(self, count: int) -> Step | None:
        """Make the state after the first `count` steps the current one, as a new step."""
        when = self.history.log[count - 1].at if count else None
        label = (
            f"Bring back {when.day} {when:%B %H:%M}" if when else "Bring back the empty workshop"
        )
        return self.become(self.history.state_at(count), label)

    def become(self, workshop: Workshop, label: str) -> Step | None:
        """Make an earlier state or a backup the current one, as a new step."""
        if self.read_only_because:
            raise RuleError(self.read_only_because)
        changes = difference(self.workshop, workshop)
        if not changes:
            return None
        self.end_merge()
        return self._take(Step(label, self._clock(), changes))

    def _take(self, step: Step) -> Step:
        before, self.workshop = self.workshop, replay(self.workshop, step.changes)
        self._names.follow(before, self.workshop, step.changes)
        self.history.append(step)
        for listener in list(self._listeners):
            listener(step)
        return step
