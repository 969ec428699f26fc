# SPDX-License-Identifier: MIT
"""Records and steps to JSON and back; the fields of a record say how, nothing is written by hand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast, get_args

import msgspec

from workshop.history import Change, How, Step
from workshop.kinds import BY_NAME
from workshop.record import Record, RuleError, kind_name
from workshop.state import Workshop
from workshop.storage.contents import StoredRecord, StoredStep

_encode = msgspec.json.Encoder().encode
_NOTHING = msgspec.Raw(b"null")
_WAYS: tuple[str, ...] = get_args(How)


class StoredChange(msgspec.Struct):
    """A change as it lies in a step; before and after are the JSON of a record, or null."""

    kind: str
    id: str
    before: msgspec.Raw = _NOTHING
    after: msgspec.Raw = _NOTHING


_changes_decoder = msgspec.json.Decoder(list[StoredChange])


def stored_step(step: Step) -> tuple[StoredStep, list[StoredChange]]:
    """Give a step as it is stored, and its changes one by one."""
    changes = [
        StoredChange(kind_name(c.kind), c.id, _raw(c.before), _raw(c.after)) for c in step.changes
    ]
    at = step.at.isoformat().encode()
    label = step.label.encode(errors="replace")
    return StoredStep(at, step.how.encode(), label, encoded_changes(changes)), changes


def encoded_changes(changes: Sequence[StoredChange]) -> bytes:
    """Give the JSON of the changes of a step."""
    return _encode(changes)


def json_of(raw: msgspec.Raw) -> bytes | None:
    """Give the JSON of one side of a change, None where there is no record."""
    text = bytes(raw)
    return None if text == b"null" else text


def stored_changes(json: bytes) -> list[StoredChange]:
    """Read the changes of a step without reading the records in them; ValueError if they are none."""
    changes: list[StoredChange] = _decoded(_changes_decoder, json)
    return changes


def step_from(stored: StoredStep) -> Step:
    """Give a step as it was; its records are read when first asked for.

    Raises ValueError if its time or its way is none.
    """
    at, how = datetime.fromisoformat(stored.at.decode()), stored.how.decode()
    if how not in _WAYS or at.tzinfo is None:
        raise ValueError("a step does not tell its time and its way")
    json = stored.changes
    return Step(stored.label.decode(), at, lambda: _changes_from(json), cast("How", how))


def record_from(kind: str, json: bytes) -> Record:
    """Read one record; a rule it breaks raises ValueError."""
    record: Record = _decoded(_decoder(kind), json)
    return record


def workshop_from(rows: Iterable[StoredRecord]) -> Workshop:
    """Read all records of kinds that are known here; ValueError if one breaks its rules."""
    records = []
    for row in rows:
        kind = row.kind.decode()
        if kind in BY_NAME:
            record = record_from(kind, row.json)
            if record.id != row.id.decode():
                raise ValueError(f"a record of kind {kind} has another id than its row")
            records.append(record)
    return Workshop(records)


def _changes_from(json: bytes) -> tuple[Change, ...]:
    try:
        return tuple(
            Change(
                BY_NAME[each.kind],
                each.id,
                _record_or_none(each.kind, each.before),
                _record_or_none(each.kind, each.after),
            )
            for each in stored_changes(json)
            if each.kind in BY_NAME
        )
    except ValueError:
        raise RuleError("This step holds a record that this version cannot read.") from None


def _record_or_none(kind: str, raw: msgspec.Raw) -> Record | None:
    json = json_of(raw)
    return None if json is None else record_from(kind, json)


def _raw(record: Record | None) -> msgspec.Raw:
    return _NOTHING if record is None else msgspec.Raw(_encode(record))


def _decoded(decoder: Any, json: bytes) -> Any:
    try:
        return decoder.decode(json)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


@cache
def _decoder(kind: str) -> Any:
    return msgspec.json.Decoder(BY_NAME[kind])
