# SPDX-License-Identifier: MIT
"""Damage of every sort is found and said in a sentence; what verifies can be got back."""

import random
import zipfile
from pathlib import Path

import pytest

from tests.storage.damage import (
    assert_salvaged_is_true,
    assert_sound_or_refused,
    flip_bits,
    refusal_of,
    written,
)
from tests.storage.typist import typed
from workshop.document import Document
from workshop.state import Workshop
from workshop.storage.checking import check_file
from workshop.storage.errors import NotAWorkshop
from workshop.storage.salvage import salvage
from workshop.storage.schema import PAGE
from workshop.storage.workshop_file import open_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "damaged.concord"


@pytest.fixture
def document(path: Path) -> Document:
    return written(path, 40)


def test_bits_flipped_at_random(path: Path) -> None:
    refused, whole = flip_bits(path, 200, 1)
    assert refused > 100
    assert whole > refused * 3 // 4


def test_bits_flipped_in_the_header(path: Path) -> None:
    document = written(path, 4)
    sound = path.read_bytes()
    for bit in range(100 * 8):
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        assert_sound_or_refused(path, document)


def test_cut_off_at_and_beside_each_page(path: Path, document: Document) -> None:
    sound = path.read_bytes()
    states = [typed(count) for count in range(41)]
    assert len(sound) > 6 * PAGE
    for boundary in range(0, len(sound), PAGE):
        for length in (boundary - 1, boundary, boundary + 1):
            if length >= 0:
                path.write_bytes(sound[:length])
                assert assert_sound_or_refused(path, document)
                assert_salvaged_is_true(path, states)


def test_a_first_page_of_nothing_but_noise(path: Path, document: Document) -> None:
    path.write_bytes(random.Random(1).randbytes(PAGE) + path.read_bytes()[PAGE:])
    assert assert_sound_or_refused(path, document)
    assert salvage(path).workshop == document.workshop


def test_zeros_from_anywhere_on(path: Path, document: Document) -> None:
    sound = path.read_bytes()
    for boundary in range(0, len(sound), PAGE):
        path.write_bytes(sound[:boundary] + bytes(len(sound) - boundary))
        assert assert_sound_or_refused(path, document)
        path.write_bytes(sound[:boundary] + bytes(PAGE) + sound[boundary + PAGE :])
        assert assert_sound_or_refused(path, document)
    path.write_bytes(bytes(len(sound)))
    assert "nothing but zeros" in refusal_of(path)


@pytest.mark.parametrize("junk", [b"x", b"junk" * 100, bytes(PAGE), b"\xff" * PAGE * 3])
def test_junk_at_the_end(path: Path, document: Document, junk: bytes) -> None:
    path.write_bytes(path.read_bytes() + junk)
    assert refusal_of(path) == "damaged: The file is damaged: it is longer than what Concord wrote."
    assert salvage(path).workshop == document.workshop


def test_pages_exchanged(path: Path, document: Document) -> None:
    sound = path.read_bytes()
    pages = [sound[at : at + PAGE] for at in range(0, len(sound), PAGE)]
    chance = random.Random(1)
    for _ in range(30):
        first, second = chance.sample(range(len(pages)), 2)
        mixed = list(pages)
        mixed[first], mixed[second] = mixed[second], mixed[first]
        path.write_bytes(b"".join(mixed))
        if mixed != pages:
            assert assert_sound_or_refused(path, document)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a", "b")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"Dear all,\n\nwe meet at nine.\n", "This is a text file, not a Concord workshop."),
        ("Grüße\n".encode() * 999, "This is a text file, not a Concord workshop."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture, not a Concord workshop."),
        (b"\xff\xd8\xff\xe0" + bytes(99), "This is a picture, not a Concord workshop."),
        (b"%PDF-1.7\n" + bytes(999), "This is a PDF, not a Concord workshop."),
        (bytes(range(256)) * 20, "This is not a Concord workshop."),
        (b"\x80\x81" * 3, "This is not a Concord workshop."),
        (bytes(PAGE), "The file holds nothing but zeros; its content was lost on the disk."),
        (
            b"SQLite format 3\0" + b"\xff" * 999,
            "This is a database that cannot be read, or a damaged workshop.",
        ),
    ],
)
def test_files_of_another_sort(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    assert refusal_of(path) == sentence
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert salvage(path).saved == 0
    with pytest.raises(NotAWorkshop):
        check_file(path)


def test_an_archive(path: Path) -> None:
    zipped(path)
    assert refusal_of(path).startswith("This is a ZIP archive or an office document")


def test_no_file_and_a_folder(path: Path) -> None:
    assert refusal_of(path) == "There is no file “damaged.concord” here."
    assert refusal_of(path.parent) == "This is a folder, not a Concord workshop."
    (path.parent / "file").write_text("")
    assert refusal_of(path.parent / "file" / "x") == (
        "The file cannot be reached; check the folder or the drive."
    )
    assert salvage(path).saved == 0


def test_a_file_larger_than_any_workshop(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate((4 << 30) + 1)
    assert refusal_of(path) == "The file is too large to be a Concord workshop."


def test_a_sound_file_has_no_findings(path: Path, document: Document) -> None:
    assert check_file(path) == []
    assert salvage(path).workshop == document.workshop
    file = open_file(path)
    assert file.document.workshop == document.workshop != Workshop()
    assert file.close()
