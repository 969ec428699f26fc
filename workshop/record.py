# SPDX-License-Identifier: MIT
"""Records: the frozen values a workshop is made of, and what their fields tell about themselves.

A field is described once, beside its type. Forms, tables, spreadsheets, deletion and the public
view all read that one description.
"""

import re
import types
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from workshop.ids import Id

Audience = Literal["everyone", "facilitator"]


class RuleError(ValueError):
    """A rule of the workshop was broken; the message is one sentence for the person at the screen."""


def about(
    label: str,
    hint: str = "",
    *,
    to: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    labels: Mapping[str, str] | None = None,
    suggest: str = "",
    long: bool = False,
    percent: bool = False,
    money: bool = False,
    private: bool = False,
    hidden: bool = False,
    binding: bool = False,
) -> msgspec.Meta:
    """Describe a field: its label, and where they matter the kinds it points to, bounds and words.

    `to` names the record kinds a reference may point to, `suggest` the vocabulary it draws on,
    `money` says that whole
    cents are meant, `private` keeps the field from the room and from every export, `hidden` from forms and tables;
    a record does not outlive what a `binding` reference points to, even where it may be blank.
    """
    extra = {
        "to": to,
        "low": low,
        "high": high,
        "labels": labels or {},
        "suggest": suggest,
        "long": long,
        "percent": percent,
        "money": money,
        "private": private,
        "hidden": hidden,
        "binding": binding,
    }
    return msgspec.Meta(title=label, description=hint, extra=extra)


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record has; a subclass adds its fields, and its rules in `__post_init__`."""

    id: Annotated[Id, about("Id", hidden=True)]
    audience: Annotated[Audience, about("Who may see it", hidden=True)] = "everyone"
    private_note: Annotated[
        str,
        about(
            "Private note",
            "Only on this screen; never in the room or a PDF",
            long=True,
            private=True,
        ),
    ] = ""

    noun: ClassVar[str] = ""
    """What one such record is called in a sentence; the class name in lower case unless given."""
    plural: ClassVar[str] = ""
    unique: ClassVar[tuple[str, ...]] = ()
    """Fields that together no two records of the kind may share, text compared without case."""
    sealed: ClassVar[bool] = False
    """Whether records of the kind are for the facilitator's eyes alone, whatever their audience."""
    kept: ClassVar[str] = ""
    """If set, records of the kind can only be taken back, not removed; the sentence says what to do."""


class Field(NamedTuple):
    """What is known of one field of a record kind."""

    name: str
    label: str
    hint: str
    kind: Literal[
        "text", "long", "words", "whole", "money", "number", "percent", "flag", "date", "time", "moment",
        "choice", "reference", "references",
    ]  # fmt: skip
    required: bool
    optional: bool
    choices: tuple[tuple[str, str], ...]
    to: tuple[str, ...]
    low: float | None
    high: float | None
    suggest: str
    private: bool
    hidden: bool
    binding: bool
    default: Any


@cache
def kind_name(kind: type[Record]) -> str:
    """Give the name a kind has in files and references: `EvenOver` is `even_over`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def noun(kind: type[Record], count: int = 1) -> str:
    """Give the word for one or for several records of a kind."""
    one = kind.noun or kind_name(kind).replace("_", " ")
    return one if count == 1 else kind.plural or one + "s"


@cache
def fields(kind: type[Record]) -> tuple[Field, ...]:
    """Describe the fields of a record kind, in the order of their definition, own ones first."""
    hints = get_type_hints(kind, include_extras=True)
    described = [_describe(field, hints[field.name]) for field in msgspec.structs.fields(kind)]
    common = set(Record.__struct_fields__)
    return tuple(sorted(described, key=lambda field: field.name in common))


@cache
def field(kind: type[Record], name: str) -> Field:
    """Describe one field of a record kind."""
    return next(each for each in fields(kind) if each.name == name)


@cache
def references(kind: type[Record]) -> tuple[Field, ...]:
    """Give the fields of a kind that point to other records."""
    return tuple(each for each in fields(kind) if each.to)


def label_of(field: Field, value: object) -> str:
    """Give the words shown for a choice; other values are shown by whoever knows their format."""
    return dict(field.choices).get(str(value), str(value))


_PLAIN_KINDS: Mapping[type, str] = {
    str: "text",
    int: "whole",
    float: "number",
    bool: "flag",
    date: "date",
    time: "time",
    datetime: "moment",
}


def _describe(info: msgspec.structs.FieldInfo, hint: Any) -> Field:
    meta, plain = msgspec.Meta(title=info.name, extra={}), hint
    if get_origin(hint) is Annotated:
        plain, meta = get_args(hint)[0], get_args(hint)[1]
    extra = meta.extra or {}
    plain, optional = _without_none(plain)
    labels = extra.get("labels", {})
    choices = tuple(
        (value, labels.get(value) or value.replace("_", " ").capitalize())
        for value in (get_args(plain) if get_origin(plain) is Literal else labels)
    )
    return Field(
        name=info.name,
        label=meta.title or info.name,
        hint=meta.description or "",
        kind=_field_kind(plain, extra, bool(choices)),  # type: ignore[arg-type]  # from the table above
        required=info.required,
        optional=optional,
        choices=choices,
        to=extra.get("to", ()),
        low=extra.get("low"),
        high=extra.get("high"),
        suggest=extra.get("suggest", ""),
        private=extra.get("private", False),
        hidden=extra.get("hidden", False),
        binding=extra.get("binding", False),
        default=None if info.required else info.default,
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [each for each in get_args(hint) if each is not types.NoneType]
        return rest[0], len(rest) < len(get_args(hint))
    return hint, False


def _field_kind(plain: Any, extra: Mapping[str, Any], is_choice: bool) -> str:
    if is_choice:
        return "choice"
    many = get_origin(plain) is tuple
    if extra.get("to"):
        return "references" if many else "reference"
    if many:
        return "words"
    if extra.get("long"):
        return "long"
    if extra.get("percent"):
        return "percent"
    if extra.get("money"):
        return "money"
    return _PLAIN_KINDS[plain]


def fold(text: str) -> str:
    """Give the form in which two names are the same: no case, no extra space."""
    return " ".join(text.split()).casefold()


def require(sentence: str, text: str) -> None:
    """Raise the sentence if the text is blank."""
    if not text.strip():
        raise RuleError(sentence)


def within(label: str, value: float | None, low: float, high: float) -> None:
    """Raise a sentence unless the value is unknown or lies between the bounds, both included."""
    if value is not None and not low <= value <= high:
        raise RuleError(f"{label} must be from {low:g} to {high:g}, not {value:g}.")
