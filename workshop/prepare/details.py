# SPDX-License-Identifier: MIT
"""What is known of the workshop as a whole, and who is in the room for it."""

from workshop.prepare.records import DETAILS_ID, Details, Organization, Participant
from workshop.state import Workshop

UNNAMED = "Our organization"
"""What a template calls our own organization until somebody gives its name."""

_NOTHING_YET = Details(id=DETAILS_ID)


def details(workshop: Workshop) -> Details:
    """Give what is known of the workshop as a whole; blank fields if nothing is."""
    return workshop.of(Details).get(DETAILS_ID, _NOTHING_YET)


def organizations(workshop: Workshop) -> list[Organization]:
    """Give all organizations: ours first, then those at the table, then the rest, by name."""
    every = workshop.of(Organization).values()
    return sorted(every, key=lambda o: (not o.ours, not o.at_table, o.name.casefold()))


def ours(workshop: Workshop) -> list[Organization]:
    """Give the organizations that ask for the alliance, by name."""
    return [each for each in organizations(workshop) if each.ours]


def voters(workshop: Workshop) -> list[Participant]:
    """Give the participants who vote, in the order in which they were entered."""
    return [person for person in workshop.all(Participant) if person.votes]
