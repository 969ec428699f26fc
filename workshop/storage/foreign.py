# SPDX-License-Identifier: MIT
"""What a file is that is no workshop, in words that help to find the right one."""

from pathlib import Path

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "This is a picture, not a Concord workshop."),
    (b"\xff\xd8\xff", "This is a picture, not a Concord workshop."),
    (
        b"PK\x03\x04",
        "This is a ZIP archive or an office document, not a Concord workshop; "
        "spreadsheets can be imported.",
    ),
    (b"%PDF", "This is a PDF, not a Concord workshop."),
    (b"SQLite format 3\0", "This is a database that cannot be read, or a damaged workshop."),
)


def what_it_is(path: Path) -> str:
    """Give one sentence about a file that is not a readable database."""
    with path.open("rb") as file:
        start = file.read(4096)
    for beginning, sentence in _BEGINNINGS:
        if start.startswith(beginning):
            return sentence
    if not start.strip(b"\0"):
        return "The file holds nothing but zeros; its content was lost on the disk."
    if _is_text(start):
        return "This is a text file, not a Concord workshop."
    return "This is not a Concord workshop."


def _is_text(start: bytes) -> bool:
    try:
        text = start[:1024].decode(errors="strict" if len(start) <= 1024 else "ignore")
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character.isspace() for character in text)
