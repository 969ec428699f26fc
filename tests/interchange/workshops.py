# SPDX-License-Identifier: MIT
"""Workshops with records of every kind, as hypothesis draws them."""

from collections.abc import Callable
from datetime import timedelta, timezone
from typing import Any

import msgspec
from hypothesis import strategies as st

from workshop.integrity import findings
from workshop.interchange.matching import fixed_id
from workshop.interchange.names import in_order, later_fields
from workshop.prepare.records import Details
from workshop.record import Field, Record, RuleError, fields, kind_name
from workshop.room.records import Tally
from workshop.state import Workshop

ODD = (
    "=1+1", "@x", "+1", "-1", "two\nlines", " space ", "Νοσοκομείο", "Больница", "*", "n/a", "nan",
    "a; b", "[x]", "Name [details0]", "json:", 'json:"', "_x000D_", "x005F_", "\r\n", "\x01", "﷽",
    "https://example.org", "1,234", "6.46%", "TRUE", "{=1}", "'quoted", "AT&T <b>", "\ufffe", "\t",
    "\x85", "\u2028", "x" * 90,
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=20))
WORDS = st.lists(TEXTS, max_size=3).map(tuple)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ZONES = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))

PLAIN: dict[str, Callable[[Field], st.SearchStrategy[Any]]] = {
    "text": lambda field: TEXTS,
    "long": lambda field: TEXTS,
    "words": lambda field: WORDS,
    "whole": lambda field: st.integers(int(field.low or 0), int(field.high or 1000)),
    "money": lambda field: st.integers(0, 10**15),
    "number": lambda field: _bounded(field),
    "percent": lambda field: _bounded(field),
    "flag": lambda field: st.booleans(),
    "date": lambda field: st.dates(),
    "time": lambda field: st.times(),
    "moment": lambda field: st.datetimes(timezones=ZONES),
    "choice": lambda field: st.sampled_from([value for value, _ in field.choices]),
}


def _bounded(field: Field) -> st.SearchStrategy[float]:
    if field.low is None and field.high is None:
        return NUMBERS
    return st.floats(field.low or 0, field.high or 1e12)


@st.composite
def workshops(draw: st.DrawFn, kinds: tuple[type[Record], ...] | None = None) -> Workshop:
    """Draw a workshop that breaks no rule, with up to three records of each kind."""
    workshop = Workshop()
    for kind in in_order():
        if kinds and kind not in kinds:
            continue
        for number in range(draw(st.integers(0, 1 if kind is Details else 3))):
            record = draw(_record(kind, f"{kind_name(kind)}{number}", workshop))
            if record is not None and not findings(workshop.put([record])):
                workshop = workshop.put([record])
    for kind in filter(later_fields, in_order()):
        for record in workshop.all(kind):
            circle = draw(_circle(record, workshop))
            if not findings(workshop.put([circle])):
                workshop = workshop.put([circle])
    return workshop


@st.composite
def _circle(draw: st.DrawFn, record: Record, workshop: Workshop) -> Record:
    """Let a record refer to such as come after its kind, too."""
    kind = type(record)
    named = [field for field in fields(kind) if field.name in later_fields(kind)]
    values = {field.name: draw(_value(kind, field, workshop)) for field in named}
    return msgspec.structs.replace(
        record, **{name: value for name, value in values.items() if value is not None}
    )


@st.composite
def _record(draw: st.DrawFn, kind: type[Record], id: str, workshop: Workshop) -> Record | None:
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name == "id" or (not field.required and draw(st.booleans())):
            continue
        value = draw(_value(kind, field, workshop))
        if value is not None:
            values[field.name] = value
    try:
        return kind(id=fixed_id(kind, values) or id, **values)
    except (RuleError, TypeError):  # a rule between fields, or nothing there to refer to
        return None


def _value(kind: type[Record], field: Field, workshop: Workshop) -> st.SearchStrategy[Any]:
    if kind is Tally and field.name == "counts":
        return st.lists(st.integers(0, 40), max_size=6).map(tuple)
    if not field.to:
        return PLAIN[field.kind](field)
    ids = [r.id for r in workshop.records() if kind_name(type(r)) in field.to]
    if not ids:
        return st.none()
    if field.kind == "references":
        return st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple)
    return st.sampled_from(ids)
