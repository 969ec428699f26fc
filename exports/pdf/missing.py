# SPDX-License-Identifier: MIT
"""Which letters of a workshop the bundled font lacks, and what is printed in their place."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from exports.pdf.text import lacking, plain, printable
from workshop.integrity import title_of
from workshop.record import Field, Record, RuleError, fields
from workshop.state import Workshop


class MissingCharacter(NamedTuple):
    """A character that is printed as something else, and the record it first occurs in."""

    char: str
    where: str

    @property
    def named(self) -> str:
        """Give the number and the name, for the font of the window lacks the character, too."""
        name = unicodedata.name(self.char, "").lower()
        return f"U+{ord(self.char):04X}" + (f" ({name})" if name else "")

    @property
    def printed(self) -> str:
        """What stands in its place: its number, or signs that say the same."""
        return printable(self.char)

    @property
    def sentence(self) -> str:
        """Say what is printed in its place, and where it first occurs."""
        return f"{self.named} is printed as {self.printed}, first in {printable(self.where)}"


def missing_characters(workshop: Workshop) -> tuple[MissingCharacter, ...]:
    """Give each character that the font lacks, with the first place it occurs in."""
    found: dict[str, MissingCharacter] = {}
    for record in workshop.records():
        for _, text in _texts(record):
            for char in lacking(text):
                found.setdefault(char, MissingCharacter(char, plain(title_of(record))))
    return tuple(found[char] for char in sorted(found))


def legible(workshop: Workshop) -> Workshop:
    """Give the workshop with each text as it can be printed, for charts set their own words.

    They would measure and show what the font lacks as nothing at all.
    """
    changed = (_legible(record) for record in workshop.records())
    return workshop.put([record for record in changed if record])


def _legible(record: Record) -> Record | None:
    """Give the record with texts that can be printed; None if it has only such."""
    odd = {name for name, text in _texts(record) if _printed(text) != text}
    values = {name: getattr(record, name) for name in odd}
    shown = {
        name: _printed(value) if isinstance(value, str) else tuple(map(_printed, value))
        for name, value in values.items()
    }
    try:
        return msgspec.structs.replace(record, **shown) if shown else None
    except RuleError:  # such as a name of which nothing would be left
        return None


def _printed(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Give the texts that are printed, each with the name of its field."""
    for field in _printed_fields(type(record)):
        value = getattr(record, field.name)
        for text in (value,) if field.kind in ("text", "long") else value:
            yield field.name, text


@cache
def _printed_fields(kind: type[Record]) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields(kind)
        if field.kind in ("text", "long", "words") and not (field.private or field.hidden)
    )
