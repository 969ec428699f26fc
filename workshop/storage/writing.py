# SPDX-License-Identifier: MIT
"""Writing steps into the tables of a workshop file, within the transaction that is open."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from workshop.storage.codec import StoredChange, json_of
from workshop.storage.contents import StoredStep
from workshop.storage.schema import create_tables
from workshop.storage.seals import EMPTY_STATE, exchanged, record_seal, root_seal, step_seal

_SEAL_OF = "SELECT seal FROM records WHERE kind = ? AND id = ?"
_PUT = (
    "INSERT OR REPLACE INTO records VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)"
)
_DROP = "DELETE FROM records WHERE kind = ? AND id = ?"
_STEP = (
    "INSERT INTO steps VALUES"
    " (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)"
)
_SETTING = "INSERT INTO settings VALUES (CAST(? AS TEXT), CAST(? AS TEXT))"

Encoded = tuple[StoredStep, Sequence[StoredChange]]


def write_new(
    connection: sqlite3.Connection,
    format: int,
    settings: Mapping[bytes, bytes],
    steps: Iterable[Encoded],
) -> None:
    """Lay out an empty file and write settings and steps into it."""
    create_tables(connection, format)
    connection.executemany(_SETTING, settings.items())
    write_steps(connection, steps, 0, EMPTY_STATE, root_seal(settings))


def write_steps(
    connection: sqlite3.Connection, steps: Iterable[Encoded], count: int, state: bytes, seal: bytes
) -> tuple[int, bytes]:
    """Write steps after the `count`-th, which left that state and seal; give the new count and seal."""
    for step, changes in steps:
        for change in changes:
            state = _write_change(connection, change, state)
        count += 1
        seal = step_seal(seal, count, step, state)
        connection.execute(_STEP, (count, *step, state, seal))
    return count, seal


def _write_change(connection: sqlite3.Connection, change: StoredChange, state: bytes) -> bytes:
    kind, id = change.kind.encode(), change.id.encode()
    row = connection.execute(_SEAL_OF, (change.kind, change.id)).fetchone()
    json = json_of(change.after)
    if json is None:
        seal = None
        connection.execute(_DROP, (change.kind, change.id))
    else:
        seal = record_seal(kind, id, json)
        connection.execute(_PUT, (kind, id, json, seal))
    return exchanged(state, row[0] if row else None, seal)
