# SPDX-License-Identifier: MIT
"""All that can be found wrong with a workshop file: its seals, its layout, its history, its rules."""

from collections.abc import Iterator
from pathlib import Path

from workshop.integrity import findings
from workshop.storage.codec import json_of, stored_changes
from workshop.storage.contents import Contents
from workshop.storage.documents import document_from
from workshop.storage.errors import DamagedFile
from workshop.storage.migrations import brought_up
from workshop.storage.reading import read_file
from workshop.storage.schema import FORMAT


def check_file(path: Path) -> list[str]:
    """Give a sentence for each thing that is wrong with a workshop file; none if it is sound.

    Raises NotAWorkshop or another FileError if it is no workshop or cannot be reached.
    """
    try:
        contents = brought_up(read_file(path))
        document = document_from(contents)
    except DamagedFile as damage:
        return [str(damage)]
    try:
        history = list(_history_findings(contents))
    except ValueError:
        history = ["A step of the history cannot be read."]
    return [*findings(document.workshop), *history]


def _history_findings(contents: Contents) -> Iterator[str]:
    """Replay the history and compare each step with what came before it, and its end with the records."""
    if contents.format > FORMAT:
        return
    current: dict[tuple[str, str], bytes] = {}
    for number, step in enumerate(contents.steps, 1):
        for change in stored_changes(step.changes):
            key = change.kind, change.id
            if current.pop(key, None) != json_of(change.before):
                yield f"Step {number} of the history does not follow from those before it."
            after = json_of(change.after)
            if after is not None:
                current[key] = after
    if current != {(row.kind.decode(), row.id.decode()): row.json for row in contents.records}:
        yield "The history does not lead to the records."
