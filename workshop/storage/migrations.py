# SPDX-License-Identifier: MIT
"""From older formats to this one: for each format, how the records of a kind become the next one's.

A migration is a function from dict to dict, named for what it does. The whole history is migrated,
on a copy; the original is kept beside the file under a name that says its format.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from workshop.storage.codec import StoredChange, encoded_changes, json_of, stored_changes
from workshop.storage.contents import Contents
from workshop.storage.copies import free_name, in_its_place, write_file
from workshop.storage.errors import DamagedFile
from workshop.storage.reading import read_file
from workshop.storage.schema import FORMAT
from workshop.storage.writing import Encoded

Fields = dict[str, Any]
Migration = Mapping[str, Callable[[Fields], Fields]]
"""By kind of record, how its fields become those of the next format."""

MIGRATIONS: Mapping[int, Migration] = {}
"""By the format they start from; format 1 is the first that was released."""


def migrate(
    path: Path, contents: Contents, to: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> Contents:
    """Bring a file to a newer format, keep the original beside it, and give what it holds then.

    Raises CannotSave or DamagedFile with the file as it was.
    """
    with free_name(path, f"format {contents.format}") as name, in_its_place(name) as kept:
        shutil.copyfile(path, kept)
    with in_its_place(path) as temporary:
        _write(temporary, contents, to, migrations)
        return read_file(temporary)


def brought_up(
    contents: Contents, to: int = FORMAT, migrations: Mapping[int, Migration] = MIGRATIONS
) -> Contents:
    """Give what a file that is only read would hold in a newer format."""
    if contents.format >= to:
        return contents
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "migrated.concord"
        _write(copy, contents, to, migrations)
        return read_file(copy)


def _write(path: Path, contents: Contents, to: int, migrations: Mapping[int, Migration]) -> None:
    ways = [migrations.get(format) for format in range(contents.format, to)]
    if None in ways:
        raise DamagedFile(f"The file says it has format {contents.format}, which there never was.")
    settings = contents.settings | {b"format": str(to).encode()}
    try:
        write_file(path, settings, _steps(contents, [way for way in ways if way is not None]), to)
    except (ValueError, KeyError, TypeError):
        raise DamagedFile("The file holds a record that does not fit its format.") from None


def _steps(contents: Contents, ways: list[Migration]) -> Iterator[Encoded]:
    for step in contents.steps:
        changes = [
            StoredChange(
                change.kind,
                change.id,
                _through(ways, change.kind, change.before),
                _through(ways, change.kind, change.after),
            )
            for change in stored_changes(step.changes)
        ]
        yield step._replace(changes=encoded_changes(changes)), changes


def _through(ways: list[Migration], kind: str, raw: msgspec.Raw) -> msgspec.Raw:
    json = json_of(raw)
    if json is None:
        return raw
    fields: Fields = msgspec.json.decode(json)
    for way in ways:
        fields = way.get(kind, _unchanged)(fields)
    return msgspec.Raw(msgspec.json.encode(fields))


def _unchanged(fields: Fields) -> Fields:
    return fields
