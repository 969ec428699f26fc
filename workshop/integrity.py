# SPDX-License-Identifier: MIT
"""What must hold between records: references lead somewhere, names that identify are not shared."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from math import isfinite
from operator import attrgetter

from workshop.history import Change
from workshop.ids import Id
from workshop.record import Field, Record, RuleError, fields, fold, kind_name, noun, references
from workshop.state import R, Workshop

_SURROGATE = re.compile("[\ud800-\udfff]")


def targets(record: Record, field: Field) -> tuple[Id, ...]:
    """Give the ids a reference field of a record points to."""
    value = getattr(record, field.name)
    if value is None or value == "":
        return ()
    return tuple(value) if field.kind == "references" else (value,)


def check_changes(after: Workshop, changes: Sequence[Change]) -> None:
    """Raise RuleError unless the changed records fit the workshop they are now in."""
    _check_kept([change for change in changes if change.after is None])
    present = _ids_by_kind(after)
    gone: dict[str, set[Id]] = {}
    for change in changes:
        if change.after is None:
            gone.setdefault(kind_name(change.kind), set()).add(change.id)
        else:
            for sentence in (*_unwritable(change.after), *_dangling(change.after, present)):
                raise RuleError(sentence)
    for sentence in _left_behind(after, gone, present):
        raise RuleError(sentence)


def _check_kept(removals: Sequence[Change]) -> None:
    """Raise RuleError if a record went that stays on record, and say what it would have gone with."""
    gone = {change.id: change.before for change in removals}
    for change in removals:
        record = change.before
        if record is None or not change.kind.kept:
            continue
        pointed = (id for field in references(change.kind) for id in targets(record, field))
        owner = next((one for id in pointed if (one := gone.get(id))), None)
        if owner is None:
            raise RuleError(change.kind.kept)
        raise RuleError(
            f"{title_of(owner)} has {_article(noun(change.kind))} on record, "
            "which stays; so it cannot be removed."
        )


def findings(workshop: Workshop) -> list[str]:
    """Give a sentence for each place where the workshop breaks a rule between records."""
    shared = (s for kind in workshop.kinds() for s in shared_names(workshop, kind))
    return [*dangling_references(workshop), *shared]


def dangling_references(workshop: Workshop) -> Iterator[str]:
    """Give a sentence for each reference that leads nowhere."""
    present = _ids_by_kind(workshop)
    for record in workshop.records():
        yield from _dangling(record, present)


def _unwritable(record: Record) -> Iterator[str]:
    """Give a sentence for each value that a file could not give back as it was."""
    which = _article(noun(type(record))).capitalize()
    for field in fields(type(record)):
        value = getattr(record, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, float) and not isfinite(each):
                yield f"{which} holds a number that is none; enter it again."
            if isinstance(each, str) and _SURROGATE.search(each):
                yield f"{which} holds a character that cannot be stored; enter it again."


def _left_behind(
    after: Workshop, gone: dict[str, set[Id]], present: dict[str, Iterable[Id]]
) -> Iterator[str]:
    for kind in after.kinds() if gone else ():
        for field in references(kind):
            lost = set().union(*(gone.get(each, ()) for each in field.to))
            for record in pointing(after, kind, field, lost) if lost else ():
                yield from _dangling(record, present)


def pointing(workshop: Workshop, kind: type[R], field: Field, ids: Set[Id]) -> list[R]:
    """Give the records of a kind whose reference field points to one of these ids."""
    value, records = attrgetter(field.name), workshop.of(kind).values()
    if field.kind == "references":
        return [record for record in records if not ids.isdisjoint(value(record))]
    return [record for record in records if value(record) in ids]


def _ids_by_kind(workshop: Workshop) -> dict[str, Iterable[Id]]:
    return {kind_name(kind): workshop.of(kind) for kind in workshop.kinds()}


def _dangling(record: Record, present: dict[str, Iterable[Id]]) -> Iterator[str]:
    for field in references(type(record)):
        for id in targets(record, field):
            if not any(id in present.get(kind, ()) for kind in field.to):
                wanted = " or ".join(kind.replace("_", " ") for kind in field.to)
                yield f"{title_of(record)} points to {_article(wanted)} that is not in the workshop."


def shared_names(workshop: Workshop, kind: type[Record]) -> Iterator[str]:
    """Give a sentence for each record that has what an earlier one of its kind has."""
    if not kind.unique:
        return
    seen: set[tuple[object, ...]] = set()
    for record in workshop.all(kind):
        key = identity(record)
        if key is None:
            continue
        if key in seen:
            yield f"There is already {_article(noun(kind))} {_known_by(workshop, record)}."
        seen.add(key)


def _known_by(workshop: Workshop, record: Record) -> str:
    """Give the names of what a record is the only one for, or its own where it is for nothing."""
    kind = type(record)
    if any(field.kind == "text" for field in fields(kind) if field.name in kind.unique):
        return title_of(record, bare=True)
    tables = {kind_name(table): table for table in workshop.kinds()}
    owners = [
        workshop.of(tables[owner])[getattr(record, field.name)]
        for field in references(kind)
        if field.name in kind.unique
        for owner in field.to
        if owner in tables and getattr(record, field.name) in workshop.of(tables[owner])
    ]
    names = dict.fromkeys(title_of(each, bare=True) for each in owners)
    return f"for {' and '.join(names)}" if names else title_of(record, bare=True)


def identity(record: Record) -> tuple[object, ...] | None:
    """Give what no other record of the kind may share, text without regard to case.

    None if part of it is unknown: two people of one name, whose organizations are not known, may
    be two. Where blank has a meaning of its own, as in a `binding` reference, it counts.
    """
    kind = type(record)
    values = {name: getattr(record, name) for name in kind.unique}
    unknown = {f.name for f in references(kind) if not f.binding and values.get(f.name, "") is None}
    return None if unknown or not values else tuple(map(_folded, values.values()))


def _folded(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def title_of(record: Record, *, bare: bool = False) -> str:
    """Give words that tell a person which record is meant, as in: organization "Rural Trust"."""
    kind = type(record)
    shown = (f for f in fields(kind) if not (f.hidden or f.private))
    texts = (getattr(record, f.name) for f in shown if f.kind in ("text", "long"))
    text = next((text for text in texts if text), "")
    quoted = f"“{text[:60]}”" if text else "without a name"
    return quoted if bare else f"{noun(kind).capitalize()} {quoted}"
