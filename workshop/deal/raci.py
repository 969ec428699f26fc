# SPDX-License-Identifier: MIT
"""Who does what: exactly one accountable, somebody responsible, nobody with too much of it."""

from collections.abc import Iterator
from typing import NamedTuple

from workshop.deal.operating_records import Activity, Role
from workshop.deal.parties import parties
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, few, percent

OVERLOAD = 0.4
"""The part of all activities beyond which being responsible is too much for one organization."""
FEWEST = 3
"""With fewer activities than this nobody is called overloaded."""
PARTS = ("responsible", "accountable", "consulted", "informed")


class Matrix(NamedTuple):
    """The parts of each organization in each activity, as letters, and what is wrong with them."""

    activities: tuple[Activity, ...]
    organizations: tuple[Organization, ...]
    letters: dict[tuple[Id, Id], str]
    problems: tuple[tuple[Id, str], ...]
    """Id of the activity, or blank where it is about an organization, and a sentence."""


def raci(workshop: Workshop) -> Matrix:
    """Give the matrix of activities and organizations."""
    activities = workshop.all(Activity)
    parts: dict[tuple[Id, Id], list[str]] = {}
    for role in workshop.all(Role):
        parts.setdefault((role.activity, role.organization), []).append(role.part)
    letters = {
        key: "".join(part[0].upper() for part in PARTS if part in own) for key, own in parts.items()
    }
    named = {organization for _, organization in parts}
    known = parties(workshop)
    others = [o for o in workshop.all(Organization) if o.id in named and o not in known]
    columns = (*known, *others)
    problems = (
        *(each for activity in activities for each in _faults(activity, letters)),
        *_loads(activities, columns, letters),
    )
    return Matrix(tuple(activities), columns, letters, problems)


def _faults(activity: Activity, letters: dict[tuple[Id, Id], str]) -> Iterator[tuple[Id, str]]:
    own = [parts for (id, _), parts in letters.items() if id == activity.id]
    accountable = sum("A" in parts for parts in own)
    if accountable != 1:
        many = "Nobody is" if not accountable else f"{accountable} are"
        yield activity.id, f"{many} accountable for “{activity.name}”; name exactly one."
    if not any("R" in parts for parts in own):
        yield activity.id, f"Nobody is responsible for “{activity.name}”; name who does the work."


def _loads(
    activities: list[Activity],
    organizations: tuple[Organization, ...],
    letters: dict[tuple[Id, Id], str],
) -> Iterator[tuple[Id, str]]:
    if len(activities) < FEWEST:
        return
    for organization in organizations:
        does = sum("R" in letters.get((a.id, organization.id), "") for a in activities)
        if does > OVERLOAD * len(activities):
            part = percent(does / len(activities))
            yield (
                "",
                (
                    f"{organization.name} is responsible in {does} of "
                    f"{counted(len(activities), 'activity', 'activities')} ({part}); share some."
                ),
            )
    idle = [o.name for o in organizations if not any((a.id, o.id) in letters for a in activities)]
    if idle:
        yield "", f"{few(idle)} {'has' if len(idle) == 1 else 'have'} no part in any activity."
