# SPDX-License-Identifier: MIT
"""Concord's own JSON: the whole workshop as text that people and programs can read and write.

{"format": "concord-workshop", "version": 1,
 "records": {"organization": [{"id": "a1", "name": "Cedar Valley"}, ...], "tie": [...], ...}}

A record's keys are the fields of its kind; what is left out has its default. References are ids,
dates and times ISO 8601, percents parts of 1. "about" and "fields" explain and are not read.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from workshop.integrity import findings
from workshop.interchange.problem import SourceError
from workshop.kinds import BY_NAME, KINDS
from workshop.prepare.records import DETAILS_ID, Details
from workshop.record import Field, Record, fields, kind_name, noun
from workshop.state import Workshop

FORMAT = "concord-workshop"
VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
MOST_DEPTH = 12
MOST_DIGITS = 20

_ABOUT = (
    "A Concord workshop. Each list under records holds the records of one kind; references are "
    "ids; what is left out is unknown or has its default. This copy holds everything, private "
    "notes included."
)
_ID = re.compile(r"[^\s\[\]]([^\[\]\x00-\x1f]*[^\s\[\]])?")
_KEYS = ("format", "version", "about", "fields", "records")


class _Fault(NamedTuple):
    """Stands in the tree for something that JSON allows and Concord does not."""

    sentence: str


def encode_json(workshop: Workshop) -> bytes:
    """Give the whole workshop as indented UTF-8 JSON, the same bytes for the same workshop."""
    kinds = [kind for kind in KINDS if workshop.of(kind)]
    content = {
        "format": FORMAT,
        "version": VERSION,
        "about": _ABOUT,
        "fields": {kind_name(k): {f.name: _meaning(f) for f in fields(k)} for k in kinds},
        "records": {kind_name(kind): workshop.all(kind) for kind in kinds},
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def read_json(source: Path | bytes) -> Workshop:
    """Give the workshop in a JSON file or its bytes, or raise SourceError with the faulty path."""
    name = source.name if isinstance(source, Path) else "The JSON"
    tree = _parse(name, _read(source) if isinstance(source, Path) else source)
    for path, fault in _faults(tree):
        raise SourceError(f"{name}: {path}: {fault}")
    records = _content(name, tree)
    workshop = Workshop(record for kind in records for record in _decode(name, kind, records[kind]))
    for sentence in findings(workshop):
        raise SourceError(f"{name}: {sentence}")
    return workshop


def _meaning(field: Field) -> str:
    words = [field.label, field.hint, ", ".join(value for value, _ in field.choices)]
    if field.to:
        words.append("id of " + " or ".join(noun(BY_NAME[kind]) for kind in field.to))
    return "; ".join(filter(None, words))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}.") from None


def _parse(name: str, data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise SourceError(f"{name} is larger than {MOST_BYTES >> 20} MB.")
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=lambda text: _Fault(f"{text} is not a number."),
            parse_float=_float,
            parse_int=_int,
        )
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not UTF-8 text (byte {error.start + 1}).") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise SourceError(f"{name} is not JSON: {error.msg} at {place}.") from None
    except RecursionError:
        raise SourceError(f"{name} is nested too deep.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Fault:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    keys = [key for key, _ in pairs]
    twice = next(key for key in keys if keys.count(key) > 1)
    return _Fault(f"the key {twice!a} is there twice.")


def _float(text: str) -> float | _Fault:
    value = float(text)
    return value if math.isfinite(value) else _Fault("the number is too large.")


def _int(text: str) -> int | _Fault:
    return int(text) if len(text) <= MOST_DIGITS else _Fault("the number is too large.")


def _faults(tree: Any) -> Iterator[tuple[str, str]]:
    waiting: list[tuple[str, int, Any]] = [("$", 0, tree)]
    while waiting:
        path, depth, value = waiting.pop()
        if isinstance(value, _Fault):
            yield path, value.sentence
        elif isinstance(value, str) and not _is_unicode(value):
            yield path, "the text holds half a character (a lone surrogate)."
        elif isinstance(value, dict | list) and depth == MOST_DEPTH:
            yield path, "nested too deep."
        elif isinstance(value, dict):
            waiting += [(f"{path}.{_shown(key)}", depth + 1, key) for key in value]
            waiting += [(f"{path}.{_shown(key)}", depth + 1, value[key]) for key in value]
        elif isinstance(value, list):
            waiting += [(f"{path}[{n}]", depth + 1, each) for n, each in enumerate(value)]


def _shown(key: str) -> str:
    return key if key.isidentifier() else ascii(key[:40])


def _is_unicode(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _content(name: str, tree: Any) -> Mapping[type[Record], list[Any]]:
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise SourceError(f"{name} is not a Concord workshop: it has no “format”: “{FORMAT}”.")
    if tree.get("version") != VERSION:
        raise SourceError(f"{name} was written by another version of Concord (not {VERSION}).")
    for key in tree:
        if key not in _KEYS:
            raise SourceError(f"{name}: $.{_shown(key)}: there is no such part.")
    records = tree.get("records")
    if not isinstance(records, dict):
        raise SourceError(f"{name}: $.records: there must be an object with a list for each kind.")
    return {_kind(name, key): _list(name, key, records[key]) for key in records}


def _kind(name: str, key: str) -> type[Record]:
    if key not in BY_NAME:
        raise SourceError(f"{name}: $.records.{_shown(key)}: Concord knows no such kind of record.")
    return BY_NAME[key]


def _list(name: str, key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise SourceError(f"{name}: $.records.{key}: there must be a list.")
    return value


def _decode(name: str, kind: type[Record], values: list[Any]) -> Iterator[Record]:
    seen: set[str] = set()
    known = set(kind.__struct_fields__)
    for n, value in enumerate(values):
        path = f"$.records.{kind_name(kind)}[{n}]"
        for key in value if isinstance(value, dict) else ():
            if key not in known:
                raise SourceError(f"{name}: {path}.{_shown(key)}: {noun(kind)} has no such field.")
        record = _convert(name, path, kind, value)
        if record.id in seen or not _ID.fullmatch(record.id):
            raise SourceError(f"{name}: {path}.id: every record needs a plain id of its own.")
        if kind is Details and record.id != DETAILS_ID:
            raise SourceError(f"{name}: {path}.id: the details need the id “{DETAILS_ID}”.")
        seen.add(record.id)
        yield record


def _convert(name: str, path: str, kind: type[Record], value: Any) -> Record:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        sentence, _, place = str(error).partition(" - at `$")
        raise SourceError(f"{name}: {path}{place.rstrip('`')}: {sentence.rstrip('.')}.") from None
