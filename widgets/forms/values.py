# SPDX-License-Identifier: MIT
"""Values of fields as words: as they are shown, as they are typed, and back."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QLocale

from widgets.forms.naming import meant, name_at
from workshop.record import Field, RuleError, label_of
from workshop.state import Workshop
from workshop.why import amount

Words = Callable[[Workshop, Field, Any], str]


def is_level(field: Field) -> bool:
    """Tell whether a field is a rating on a short scale, shown as dots."""
    return field.kind == "whole" and field.low in (0, 1) and (field.high or 99) <= 5


def shown(workshop: Workshop, field: Field, value: Any) -> str:
    """Give the words in which a value is read; unknown is the empty text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, datetime):
        return f"{value.day} {value:%b %Y %H:%M}"
    if isinstance(value, float) and field.kind == "number":
        return f"{value:,.15g}" if abs(value) < 1e15 else str(value)
    return typed(workshop, field, value)


def typed(workshop: Workshop, field: Field, value: Any) -> str:
    """Give the words in which a value is typed, copied and pasted; `read` gives it back."""
    if value is None:
        return ""
    words = _TYPED.get(field.kind, _plain)
    return words(workshop, field, value)


def read(workshop: Workshop, field: Field, text: str) -> Any:
    """Give the value a text means for a field, perhaps a `NewName`; RuleError says what is wrong."""
    if not text.strip():
        return _blank(field)
    if field.kind == "reference":
        return meant(workshop, field, text)
    if field.kind == "references":
        parts = re.split(r"[;\n]", text) if re.search(r"[;\n]", text) else [text]
        return tuple(meant(workshop, field, part) for part in parts if part.strip())
    from workshop.interchange.cells import CellError, Reading, understand

    try:
        value = understand(field, _as_share(field, text), Reading(day_first=_days_first()))
    except CellError as wrong:
        raise RuleError(f"{field.label}: {wrong} {wrong.fix}".strip()) from None
    return _blank(field) if value is None else value


def _blank(field: Field) -> Any:
    if field.optional:
        return None
    if field.kind in ("text", "long"):
        return ""
    if field.kind in ("words", "references"):
        return ()
    if field.kind == "flag":
        return False
    if field.required:
        raise RuleError(f"{field.label} cannot be left blank.")
    return field.default


def _as_share(field: Field, text: str) -> str:
    """Let 80 in a percent field mean 80%, as more than the whole cannot be meant."""
    plain = text.strip()
    if field.kind == "percent" and re.fullmatch(r"\d{1,3}([.,]\d+)?", plain):
        return plain + "%" if float(plain.replace(",", ".")) > 1 else plain
    return text


def _days_first() -> bool:
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("d")


def _number(_workshop: Workshop, _field: Field, value: float) -> str:
    return f"{value:.15g}"


def _money(_workshop: Workshop, _field: Field, value: int) -> str:
    return amount(value)


def _percent(_workshop: Workshop, _field: Field, value: float) -> str:
    return f"{round(value * 100, 10):.12g}%"


def _flag(_workshop: Workshop, _field: Field, value: bool) -> str:
    return "yes" if value else "no"


def _day(_workshop: Workshop, _field: Field, value: date) -> str:
    return value.isoformat()


def _time(_workshop: Workshop, _field: Field, value: time) -> str:
    return f"{value:%H:%M}"


def _moment(_workshop: Workshop, _field: Field, value: datetime) -> str:
    return value.isoformat(" ", "minutes")


def _choice(_workshop: Workshop, field: Field, value: str) -> str:
    return label_of(field, value)


def _reference(workshop: Workshop, field: Field, value: str) -> str:
    return name_at(workshop, field, value) if value else ""


def _references(workshop: Workshop, field: Field, value: tuple[str, ...]) -> str:
    return "; ".join(name_at(workshop, field, id) for id in value)


def _words(_workshop: Workshop, _field: Field, value: tuple[object, ...]) -> str:
    return ", ".join(str(each) for each in value)


def _plain(_workshop: Workshop, _field: Field, value: Any) -> str:
    return str(value)


_TYPED: Mapping[str, Words] = {
    "number": _number,
    "money": _money,
    "percent": _percent,
    "flag": _flag,
    "date": _day,
    "time": _time,
    "moment": _moment,
    "choice": _choice,
    "reference": _reference,
    "references": _references,
    "words": _words,
}
