# SPDX-License-Identifier: MIT
"""What can still be got out of a damaged file: records and steps whose seals verify, nothing else."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from workshop.ids import Id
from workshop.integrity import targets
from workshop.kinds import BY_NAME
from workshop.record import Field, Record, kind_name, references
from workshop.state import Workshop
from workshop.storage.codec import StoredChange, json_of, record_from, stored_changes
from workshop.storage.contents import StoredStep
from workshop.storage.copies import new_settings, write_file
from workshop.storage.errors import REFUSALS
from workshop.storage.schema import PAGE, connect
from workshop.storage.seals import (
    EMPTY_STATE,
    exchanged,
    record_seal,
    root_seal,
    step_seal,
)

_PAGES_AT = 28
_RECORDS = "SELECT kind, id, json, seal FROM records ORDER BY kind {0}, id {0}"
_STEPS = "SELECT seq, at, how, label, changes, state, seal FROM steps ORDER BY seq {0}"

Found = dict[tuple[str, Id], bytes]


class Salvaged(NamedTuple):
    """What was got out: a workshop that keeps all rules, and how many records it has."""

    workshop: Workshop
    saved: int


def salvage(path: Path) -> Salvaged:
    """Give what verifies of a damaged file; the file itself is only read.

    A record of which only an earlier version verifies comes back as that. References to what could
    not be saved are taken out.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "damaged.concord"
        found: Found = {}
        with suppress(OSError):
            shutil.copyfile(path, copy)
            journal = path.with_name(path.name + "-journal")
            if journal.exists():
                shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
            found = _found_in(copy)
            _mend_first_page(copy)
            found = max(found, _found_in(copy), key=len)
    workshop = _without_loose_ends(Workshop(_records(found)))
    return Salvaged(workshop, sum(1 for _ in workshop.records()))


def _found_in(path: Path) -> Found:
    with suppress(*REFUSALS), closing(connect(path, "rw")) as connection:
        state, found = _from_steps(connection)
        records: Found = {}
        seals: set[bytes] = set()
        for kind, id, json, seal in filter(_are_bytes, _rows(connection, _RECORDS)):
            if record_seal(kind, id, json) == seal:
                records[kind.decode(), id.decode()] = json
                seals.add(seal)
        return records if _sum(seals) == state else found | records
    return {}


def _sum(seals: set[bytes]) -> bytes:
    state = EMPTY_STATE
    for seal in seals:
        state = exchanged(state, None, seal)
    return state


def _rows(connection: sqlite3.Connection, question: str) -> Iterator[tuple[Any, ...]]:
    """Read from both ends, each as far as the damage lets it."""
    for direction in ("ASC", "DESC"):
        with suppress(*REFUSALS):
            yield from connection.execute(question.format(direction))


def _are_bytes(values: Sequence[object]) -> bool:
    """Tell whether a row has what Concord writes; damage may have made a number or nothing of it."""
    return all(isinstance(value, bytes) for value in values)


def _from_steps(connection: sqlite3.Connection) -> tuple[bytes, Found]:
    """Replay the steps that verify; give what the last one says all seals add up to, and the records."""
    rows = _rows(connection, _STEPS)
    steps = {row[0]: row for row in rows if row[0] > 0 and _are_bytes(row[1:])}
    state, found = b"", Found()
    for number in sorted(steps):
        _, *columns, state_then, seal = steps[number]
        before = _seal_before(connection, steps, number)
        if before and step_seal(before, number, StoredStep(*columns), state_then) == seal:
            _take_changes(found, columns[-1])
            state = state_then
    return state, found


def _seal_before(
    connection: sqlite3.Connection, steps: dict[int, tuple[Any, ...]], number: int
) -> bytes:
    if number == 1:
        with suppress(*REFUSALS):
            settings = connection.execute("SELECT key, value FROM settings")
            return root_seal(dict(filter(_are_bytes, settings)))
    return steps[number - 1][-1] if number - 1 in steps else b""


def _take_changes(found: Found, changes: bytes) -> None:
    for change in _changes(changes):
        json = json_of(change.after)
        if json is None:
            found.pop((change.kind, change.id), None)
        else:
            found[change.kind, change.id] = json


def _changes(json: bytes) -> list[StoredChange]:
    with suppress(ValueError):
        return stored_changes(json)
    return []


def _mend_first_page(path: Path) -> None:
    """Put a sound first page in place of the one there is; but for counts all files have the same."""
    fresh = path.with_name("fresh.concord")
    write_file(fresh, new_settings(), ())
    page = bytearray(fresh.read_bytes()[:PAGE])
    with path.open("r+b") as file:
        pages = (path.stat().st_size // PAGE).to_bytes(4)
        page[_PAGES_AT : _PAGES_AT + 4] = pages
        file.write(page)


def _records(found: Found) -> Iterator[Record]:
    for (kind, id), json in found.items():
        with suppress(ValueError):
            if kind in BY_NAME:
                record = record_from(kind, json)
                if record.id == id:
                    yield record


def _without_loose_ends(workshop: Workshop) -> Workshop:
    while True:
        mended = Workshop(_mended(workshop))
        if mended == workshop:
            return workshop
        workshop = mended


def _mended(workshop: Workshop) -> Iterator[Record]:
    present = {(kind_name(type(record)), record.id) for record in workshop.records()}
    for record in workshop.records():
        mended: Record | None = record
        for field in references(type(record)):
            mended = mended and _mend(mended, field, present)
        if mended:
            yield mended


def _mend(record: Record, field: Field, present: set[tuple[str, Id]]) -> Record | None:
    pointed = targets(record, field)
    kept = tuple(id for id in pointed if any((kind, id) in present for kind in field.to))
    if kept == pointed:
        return record
    if field.kind == "references":
        return msgspec.structs.replace(record, **{field.name: kept})
    if field.binding or not field.optional:
        return None
    return msgspec.structs.replace(record, **{field.name: None})
