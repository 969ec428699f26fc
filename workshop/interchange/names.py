# SPDX-License-Identifier: MIT
"""What records are called in a sheet, and which record a name in a cell stands for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from workshop.ids import Id
from workshop.integrity import targets
from workshop.interchange.nearness import NearNames
from workshop.interchange.sheet import UNSAFE
from workshop.kinds import BY_NAME, KINDS
from workshop.record import Field, Record, fields, fold, kind_name, references
from workshop.state import Workshop

LONGEST = 80
_TAGGED = re.compile(r"\[([^\[\]\n]+)\]$")


@cache
def in_order() -> tuple[type[Record], ...]:
    """Give all kinds, each after those it refers to; a circle is broken where it may be blank."""
    ordered: list[type[Record]] = []
    waiting = list(KINDS)
    while waiting:
        free = next((kind for kind in waiting if not _ahead(kind, ordered)), None)
        ordered.append(
            free or next(k for k in waiting if not any(f.required for f in _ahead(k, ordered)))
        )
        waiting.remove(ordered[-1])
    return tuple(ordered)


@cache
def later_fields(kind: type[Record]) -> frozenset[str]:
    """Give the fields of a kind that refer to kinds that come after it in order."""
    order = in_order()
    if kind not in order:  # what becomes other records comes after them all
        return frozenset()
    return frozenset(each.name for each in _ahead(kind, order[: order.index(kind)]))


def _ahead(kind: type[Record], before: Sequence[type[Record]]) -> list[Field]:
    return [f for f in references(kind) if any(BY_NAME[name] not in before for name in f.to)]


class Names:
    """The records that can be referred to, by id and by what they are called.

    A record that gets a new name is still found by its former one.
    """

    def __init__(
        self, records: Iterable[Record] = (), speakers: Iterable[type[Record]] = KINDS
    ) -> None:
        """Take note of those records of which the speaking kinds may speak."""
        self._spoken_of = _spoken_of(frozenset(speakers))
        self._records: dict[str, dict[Id, Record]] = {}
        self._titles: dict[str, dict[Id, str]] = {}
        self._ids: dict[str, dict[str, set[Id]]] = {}
        self._former: dict[str, dict[str, set[Id]]] = {}
        self._same: dict[tuple[str, Id], Id] = {}
        self._near: dict[str, NearNames] = {}
        for record in sorted(records, key=lambda record: in_order().index(type(record))):
            self.add(record)

    def add(self, record: Record) -> None:
        """Take note of a record, in place of one with its kind and id."""
        kind = kind_name(type(record))
        if kind not in self._spoken_of:
            return
        self._records.setdefault(kind, {})[record.id] = record
        title = self.title(record)
        titles = self._titles.setdefault(kind, {})
        ids = self._ids.setdefault(kind, {})
        former = titles.get(record.id)
        if former is not None and former != title:
            ids[fold(former)].discard(record.id)
            self.alias(kind, former, record.id)
        titles[record.id] = title
        ids.setdefault(fold(title), set()).add(record.id)
        if kind in self._near:
            self._near[kind].put(record.id, title)

    def identify(self, kind: str, id: Id, with_id: Id) -> None:
        """Let the id that a source has for a record mean one that is already there."""
        self._same[kind, id] = with_id

    def alias(self, kind: str, name: str, id: Id) -> None:
        """Let another name, such as a code, lead to a record where no record is called so."""
        self._former.setdefault(kind, {}).setdefault(fold(name), set()).add(id)

    def title(self, record: Record) -> str:
        """Give what a record is called: its first text, or what it is about is called."""
        for field in _words(type(record)):
            if text := getattr(record, field.name):
                return " ".join(text.split())
        about = (
            self._titles[kind][id]
            for field in references(type(record))
            for id in targets(record, field)[:1]
            for kind in field.to
            if id in self._titles.get(kind, {})
        )
        return next(about, "")

    def reference(self, field: Field, id: Id) -> str:
        """Give the text that stands for a referred record in a cell, with its id where needed."""
        kind = next((kind for kind in field.to if id in self._titles.get(kind, {})), "")
        title = self._titles[kind][id] if kind else ""
        is_plain = title and len(title) <= LONGEST and not _TAGGED.search(title)
        is_plain = is_plain and not UNSAFE.search(title)
        if is_plain and self.find(field.to, title) == [id]:
            return title
        return f"{UNSAFE.sub(' ', title)[:LONGEST]} [{id}]".strip()

    def find(self, kinds: Iterable[str], text: str) -> list[Id]:
        """Give the records of these kinds that a text can stand for; none, one or several."""
        kinds = tuple(kinds)
        if tagged := _TAGGED.search(text.strip()):
            for kind in kinds:
                id = self._same.get((kind, tagged[1]), tagged[1])
                if id in self._records.get(kind, {}) or (kind, tagged[1]) in self._same:
                    return [id]
        return self._called(self._ids, kinds, text) or self._called(self._former, kinds, text)

    def _called(
        self, index: Mapping[str, Mapping[str, set[Id]]], kinds: Iterable[str], text: str
    ) -> list[Id]:
        return sorted(id for kind in kinds for id in index.get(kind, {}).get(fold(text), ()))

    def called(self, kinds: Iterable[str], id: Id) -> str:
        """Give what the record of one of these kinds with this id is called; "" if there is none."""
        return next((t for kind in kinds if (t := self._titles.get(kind, {}).get(id))), "")

    def near(self, kinds: Iterable[str], text: str) -> list[tuple[Id, str]]:
        """Give up to three records of the first of these kinds whose names are nearly the text."""
        kind = next(iter(kinds))
        if kind not in self._near:
            self._near[kind] = NearNames()
            for id, title in self._titles.get(kind, {}).items():
                self._near[kind].put(id, title)
        return self._near[kind].near(text)


@cache
def _spoken_of(speakers: frozenset[type[Record]]) -> frozenset[str]:
    """Give the kinds that these kinds refer to, at one remove or several."""
    found: set[str] = set()
    waiting = list(speakers)
    while waiting:
        named = {name for field in references(waiting.pop()) for name in field.to} - found
        found |= named
        waiting += [BY_NAME[name] for name in named]
    return frozenset(found)


@cache
def _words(kind: type[Record]) -> tuple[Field, ...]:
    texts = [each for each in fields(kind) if each.kind in ("text", "long")]
    plain = [each for each in texts if not (each.suggest or each.private or each.hidden)]
    required = [each for each in plain if each.required]
    return (*required, *plain)


def names_of(workshop: Workshop) -> Names:
    """Give the names of all records of a workshop."""
    return Names(workshop.records())
