# SPDX-License-Identifier: MIT
"""What a workshop file holds, still in the form in which it lies there."""

from typing import NamedTuple


class StoredRecord(NamedTuple):
    """One current record."""

    kind: bytes
    id: bytes
    json: bytes


class StoredStep(NamedTuple):
    """One step; `changes` is a JSON list of objects with kind, id, before and after."""

    at: bytes
    how: bytes
    label: bytes
    changes: bytes


class Contents(NamedTuple):
    """All that a file holds, verified; `seal` is that of its latest step, or of its root."""

    format: int
    settings: dict[bytes, bytes]
    records: list[StoredRecord]
    steps: list[StoredStep]
    seal: bytes
