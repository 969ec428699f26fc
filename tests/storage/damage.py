# SPDX-License-Identifier: MIT
"""Damaging files at random, and what must be true of whatever opens them."""

import random
from pathlib import Path

from tests.storage.typist import type_one
from workshop.document import Document
from workshop.state import Workshop
from workshop.storage.copies import write_copy
from workshop.storage.errors import DamagedFile, FileError
from workshop.storage.salvage import salvage
from workshop.storage.workshop_file import open_file


def written(path: Path, steps: int) -> Document:
    """Write a file with so many steps and give the document it was made of."""
    document = Document()
    for _ in range(steps):
        type_one(document)
    write_copy(document.workshop, document.history.log, path)
    return document


def assert_sound_or_refused(path: Path, document: Document) -> bool:
    """Open a file that may be damaged: it is the same workshop or a sentence; tell whether refused."""
    try:
        file = open_file(path)
    except FileError as refusal:
        sentence = str(refusal)
    else:
        sentence = ""
    if sentence:
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return True
    log = file.document.history.log
    assert file.document.workshop == document.workshop
    assert [step.changes for step in log] == [step.changes for step in document.history.log]
    assert not file.read_only_because
    assert file.close()
    return False


def flip_bits(path: Path, flips: int, seed: int, steps: int = 30) -> tuple[int, int]:
    """Flip one bit at a time; give how many were refused, and of those how many fully salvaged."""
    document = written(path, steps)
    sound = path.read_bytes()
    chance = random.Random(seed)
    refused = whole = 0
    for _ in range(flips):
        where = chance.randrange(len(sound) * 8)
        damaged = bytearray(sound)
        damaged[where // 8] ^= 1 << where % 8
        path.write_bytes(damaged)
        if assert_sound_or_refused(path, document):
            refused += 1
            path.write_bytes(damaged)
            whole += salvage(path).workshop == document.workshop
    return refused, whole


def assert_salvaged_is_true(path: Path, states: list[Workshop]) -> None:
    """See that nothing is salvaged that never was."""
    ever = {record for state in states for record in state.records()}
    assert set(salvage(path).workshop.records()) <= ever


def refusal_of(path: Path) -> str:
    """Give the sentence with which a file is refused."""
    try:
        open_file(path).close()
    except DamagedFile as damage:
        return f"damaged: {damage}"
    except FileError as refusal:
        return str(refusal)
    raise AssertionError(f"{path} was opened")
