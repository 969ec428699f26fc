# SPDX-License-Identifier: MIT
"""Seals: SHA-256 over everything a workshop file says, so that no damage is ever shown as truth.

Each record row has a seal. A step holds the sum of the seals of all records after it, which can be
updated by what changed alone, and its own seal covers that sum, its columns and the seal before it.
The settings are the root of the chain.
"""

import hashlib
from collections.abc import Iterable, Mapping

_MODULUS = 1 << 256


def record_seal(kind: bytes, id: bytes, json: bytes) -> bytes:
    """Give the seal of one record row."""
    return _sealed(kind, id, json)


def step_seal(before: bytes, number: int, columns: tuple[bytes, ...], state: bytes) -> bytes:
    """Give the seal of a step from the seal before it, its number, its columns and its state."""
    return _sealed(before, number.to_bytes(8), *columns, state)


def root_seal(settings: Mapping[bytes, bytes]) -> bytes:
    """Give the seal that the first step follows."""
    return _sealed(*(part for item in sorted(settings.items()) for part in item))


def exchanged(state: bytes, out: bytes | None, into: bytes | None) -> bytes:
    """Give the sum of record seals after one seal has left it and another has joined it."""
    total = int.from_bytes(state)
    total -= int.from_bytes(out or b"")
    total += int.from_bytes(into or b"")
    return (total % _MODULUS).to_bytes(32)


def sum_of(seals: Iterable[bytes]) -> bytes:
    """Give the sum of record seals."""
    return (sum(map(int.from_bytes, seals)) % _MODULUS).to_bytes(32)


EMPTY_STATE = bytes(32)
"""The sum of no seals."""


def _sealed(*parts: bytes) -> bytes:
    whole = b"".join([each for part in parts for each in (len(part).to_bytes(8), part)])
    return hashlib.sha256(whole).digest()
