# SPDX-License-Identifier: MIT
"""Somebody who types into a workshop without end; what they do is the same each time.

As a script it opens the file given, goes on typing where the file ends, and prints how many steps
it was told are saved. A second argument says at which call of the database it kills itself.
"""

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from workshop import edits
from workshop.document import Document
from workshop.history import Step
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop
from workshop.storage.workshop_file import Way, open_file


def type_one(document: Document) -> Step:
    """Take the step that follows those in the log; each number has its own, whoever takes it."""
    number = len(document.history.log)
    chance = random.Random(number)
    kinds = [_add] * 4 + [_rename] * 3 + [_remove, _undo, _redo, _undo]
    step = chance.choice(kinds)(document, number, chance) or _add(document, number, chance)
    assert step is not None
    return step


def typed(count: int) -> Workshop:
    """Give the workshop after so many steps."""
    document = Document()
    for _ in range(count):
        type_one(document)
    return document.workshop


def _add(document: Document, number: int, chance: random.Random) -> Step | None:
    home = Organization(id=f"o{number}", name=f"Organization {number} ä€😀")
    people = [
        Participant(id=f"p{number}-{n}", name=f"Person {number}-{n}", organization=home.id)
        for n in range(chance.randrange(4))
    ]
    return document.apply(lambda w: edits.add(w, home, *people), "Add an organization")


def _rename(document: Document, number: int, chance: random.Random) -> Step | None:
    ids = sorted(document.workshop.of(Organization))
    if not ids:
        return None
    edit = partial(edits.change, of=Organization, id=chance.choice(ids), name=f"Renamed {number}")
    return document.apply(edit, "Rename organization")


def _remove(document: Document, number: int, chance: random.Random) -> Step | None:
    ids = sorted(document.workshop.of(Organization))
    doomed = chance.sample(ids, min(2, len(ids)))
    return document.apply(lambda w: edits.remove(w, Organization, doomed), "Remove")


def _undo(document: Document, number: int, chance: random.Random) -> Step | None:
    return document.undo()


def _redo(document: Document, number: int, chance: random.Random) -> Step | None:
    return document.redo()


def dying_at(last: int) -> type[sqlite3.Connection]:
    """Give a connection that kills the process at its n-th call, before or after doing it by turns."""
    calls = 0

    class Dying(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            return _counted(super().execute, *arguments)

    def _counted(call: Callable[..., sqlite3.Cursor], *arguments: Any) -> sqlite3.Cursor:
        nonlocal calls
        calls += 1
        if calls == last // 2 and last % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        result = call(*arguments)
        if calls == last // 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return Dying


def main(path: str, die_at: str = "") -> None:
    way = Way(connection=dying_at(int(die_at))) if die_at else Way()
    file = open_file(Path(path), way=way)
    chance = random.Random()
    while True:
        for _ in range(chance.randint(1, 3)):
            type_one(file.document)
        if file.flush():
            print(len(file.document.history.log), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
