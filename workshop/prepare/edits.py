# SPDX-License-Identifier: MIT
"""The verbs of preparing: say what the day is, and which organizations are ours."""

from collections.abc import Iterable
from typing import Any

import msgspec

from workshop.edits import change_many
from workshop.ids import Id
from workshop.prepare.details import details
from workshop.prepare.records import Organization
from workshop.state import Workshop


def set_details(workshop: Workshop, **values: Any) -> Workshop:
    """Set fields of the workshop's details, which need not exist before."""
    before = details(workshop)
    after = msgspec.structs.replace(before, **values)
    return workshop if after == before else workshop.put([after])


def mark_ours(workshop: Workshop, organizations: Iterable[Id], *, ours: bool = True) -> Workshop:
    """Mark organizations as ours, and so as at the table; or as no longer ours."""
    marks = {"ours": True, "at_table": True} if ours else {"ours": False}
    return change_many(workshop, Organization, ((id, marks) for id in organizations))
