# SPDX-License-Identifier: MIT
"""A step of the timeline in words: what it changed, and what bringing back its state would change."""

from collections.abc import Iterator

from exports.exhibits.quantities import first_upper
from widgets.forms.naming import name_of
from widgets.forms.values import shown
from workshop.history import Change, Step, difference
from workshop.record import Record, fields, noun
from workshop.state import Workshop
from workshop.why import counted, listed

MOST = 3
_LONGEST = 60


def changed(step: Step, before: Workshop, after: Workshop) -> str:
    """Tell what a step changed: the first few records, and how many more."""
    told = [_told(change, before, after) for change in step.changes[:MOST]]
    more = len(step.changes) - len(told)
    return "; ".join([*told, *([f"and {more:,} more"] if more else [])]) + "."


def would_change(now: Workshop, then: Workshop) -> str:
    """Tell what bringing back an earlier state would do to the present one."""
    changes = difference(now, then)
    if not changes:
        return "This is how it is now."
    groups = (
        ("change", [c for c in changes if c.before and c.after]),
        ("bring back", [c for c in changes if not c.before]),
        ("take out", [c for c in changes if not c.after]),
    )
    parts = [f"{verb} {counted(len(group), 'record')}" for verb, group in groups if group]
    return f"Bringing it back would {listed(parts)}."


def _told(change: Change, before: Workshop, after: Workshop) -> str:
    if change.after is None:
        return f"{_title(before, change.before)} removed"
    if change.before is None:
        return f"{_title(after, change.after)} added"
    return f"{_title(after, change.after)}: {', '.join(_differences(change, before, after))}"


def _title(workshop: Workshop, record: Record | None) -> str:
    assert record is not None
    name = name_of(workshop, record)
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    word = first_upper(noun(type(record)))
    return word if name == word else f"{word} “{short}”"


def _differences(change: Change, before: Workshop, after: Workshop) -> Iterator[str]:
    """Tell each field that differs; what is private or long is named and not repeated."""
    for field in fields(change.kind):
        values = getattr(change.before, field.name), getattr(change.after, field.name)
        if values[0] == values[1]:
            continue
        old, new = shown(before, field, values[0]), shown(after, field, values[1])
        is_told = not (field.private or field.hidden or change.kind.sealed)
        if is_told and max(len(old), len(new)) <= _LONGEST:
            yield f"{field.label.lower()} {old or '–'} → {new or '–'}"
        else:
            yield f"{field.label.lower()} changed"
