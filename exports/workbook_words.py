# SPDX-License-Identifier: MIT
"""What a workbook says about itself: its first sheet, and the hint to each column."""

from workshop.kinds import BY_NAME
from workshop.record import Field, noun

ABOUT_COPY = (
    "A Concord workshop",
    "This is the facilitator's own full copy: it holds everything in the workshop, private notes "
    "and records for the facilitator alone included. Do not pass it on.",
    "Each sheet holds one kind of record, one row each. Change cells or add rows, then import the "
    "workbook into the workshop file; that is one step, which can be undone.",
    "A row with an Id changes that record, and a blank cell in it means unknown. A row without an "
    "Id is matched by its name, or added. A row that is taken out removes nothing.",
    "Other records are written as names, several of them on lines of their own. Where a name is "
    "not enough the id follows it in brackets; keep it there.",
)

ABOUT_TEMPLATE = (
    "Before the workshop",
    "Please fill in what you know and send this workbook back. Leave blank what you do not know.",
    "Each sheet has one row for each thing; the comment on a column's header says what belongs "
    "there. Sheets you have nothing for can stay empty.",
    "Write an organization, a participant or a capability the same way everywhere.",
)

_FORMS = {
    "flag": "yes or no",
    "date": "a date, such as 2026-11-30",
    "time": "a time of day, such as 09:30",
    "percent": "a percent, such as 80%",
    "money": "an amount, such as 12,500",
    "words": "several with ; between them",
}


def describe(field: Field) -> str:
    """Give the hint to a column: what belongs there, in which form, and whether it must be there."""
    parts = [field.hint, _form(field), "Must be filled in" if field.required else ""]
    return ". ".join(part[0].upper() + part[1:] for part in parts if part)


def _form(field: Field) -> str:
    if field.choices:
        return "one of: " + ", ".join(label for _, label in field.choices)
    if field.to:
        words = " or ".join(noun(BY_NAME[kind]) for kind in field.to)
        return f"name of the {words}" + ("" if field.kind == "reference" else ", one a line")
    if field.kind in ("whole", "number") and field.high is not None and field.low is not None:
        return f"a number from {field.low:g} to {field.high:g}"
    return _FORMS.get(field.kind, "")
