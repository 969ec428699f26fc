# SPDX-License-Identifier: MIT
"""Which letters of a workshop the bundled font lacks, found before anything is printed."""

import unicodedata
from typing import NamedTuple

from exports.pdf.text import lacking, plain
from workshop.integrity import title_of
from workshop.record import Record, fields
from workshop.state import Workshop


class MissingCharacter(NamedTuple):
    """A character that will be printed as its number, and the record it first occurs in."""

    char: str
    where: str

    @property
    def named(self) -> str:
        """Give the number and the name, for the font of the window lacks the character, too."""
        name = unicodedata.name(self.char, "").lower()
        return f"U+{ord(self.char):04X}" + (f" ({name})" if name else "")


def missing_characters(workshop: Workshop) -> tuple[MissingCharacter, ...]:
    """Give each character that the font lacks, with the first place it occurs in."""
    found: dict[str, MissingCharacter] = {}
    for record in workshop.records():
        for text in _texts(record):
            for char in lacking(text):
                found.setdefault(char, MissingCharacter(char, plain(title_of(record))))
    return tuple(found[char] for char in sorted(found))


def _texts(record: Record) -> list[str]:
    texts: list[str] = []
    for field in fields(type(record)):
        if field.private or field.hidden:
            continue
        value = getattr(record, field.name)
        if field.kind in ("text", "long"):
            texts.append(value)
        elif field.kind == "words":
            texts.extend(value)
    return texts
