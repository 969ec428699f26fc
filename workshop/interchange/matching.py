# SPDX-License-Identifier: MIT
"""Which record of the workshop a row is about: the one it updates, or none, so that it is new."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from workshop.ids import Id
from workshop.partners.fit_records import FIT_WEIGHTS_ID, FitWeights
from workshop.partners.records import (
    CHOSEN_SET_ID,
    SET_RULES_ID,
    ChosenSet,
    Placement,
    SetRules,
    Tie,
)
from workshop.prepare.records import DETAILS_ID, Details
from workshop.record import Record, fields, fold

Key = tuple[Any, ...]

SINGLE: Mapping[type[Record], Id] = {
    Details: DETAILS_ID,
    FitWeights: FIT_WEIGHTS_ID,
    SetRules: SET_RULES_ID,
    ChosenSet: CHOSEN_SET_ID,
}
"""Kinds of which there is one record, and its id."""


@cache
def key_fields(kind: type[Record]) -> tuple[str, ...]:
    """Give the fields that tell records of a kind apart: the unique ones, or the required ones."""
    required = [field.name for field in fields(kind) if field.required and field.name != "id"]
    return kind.unique or tuple(required)


class Matching:
    """The records that rows can be about, found by what tells them apart."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._found: dict[tuple[type[Record], Key], list[Id]] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Let later rows find this record."""
        ids = self._found.setdefault((type(record), _key(record)), [])
        if record.id not in ids:
            ids.append(record.id)

    def candidates(self, record: Record) -> list[Id]:
        """Give the records the given one may be, those that say it in the same way first."""
        keys = [_key(record)]
        if isinstance(record, Tie) and not record.directed:
            keys.append(_tie_key(record, record.target, record.source))
        ids = [id for key in keys for id in self._found.get((type(record), key), ())]
        return list(dict.fromkeys(ids))


def content(record: Record) -> tuple[Any, ...]:
    """Give what a record says, whatever its id, and for a tie whichever end is named first."""
    ends = ("source", "target") if isinstance(record, Tie) and not record.directed else ()
    names = [field.name for field in fields(type(record)) if field.name not in ("id", *ends)]
    values = [getattr(record, name) for name in names]
    return (*values, frozenset(getattr(record, name) for name in ends))


def fixed_id(kind: type[Record], values: Mapping[str, Any]) -> Id | None:
    """Give the id a record must have by its kind, if it must."""
    if kind in SINGLE:
        return SINGLE[kind]
    return values.get("node") if kind is Placement else None


def _key(record: Record) -> Key:
    if isinstance(record, Tie):
        return _tie_key(record, record.source, record.target)
    return tuple(_folded(getattr(record, name)) for name in key_fields(type(record)))


def _tie_key(tie: Tie, source: Id, target: Id) -> Key:
    return (source, target, fold(tie.relation), tie.directed)


def _folded(value: object) -> object:
    return fold(value) if isinstance(value, str) else value
