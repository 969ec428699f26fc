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
    return sorted(workshop.of(Organization).values(), key=_rank)


def ours(workshop: Workshop) -> list[Organization]:
    """Give the organizations that ask for the alliance, by name."""
    return sorted((each for each in workshop.of(Organization).values() if each.ours), key=_rank)


def _rank(each: Organization) -> tuple[bool, bool, str]:
    return not each.ours, not each.at_table, each.name.casefold()


def voters(workshop: Workshop) -> list[Participant]:
    """Give the participants who vote, in the order in which they were entered."""
    return [person for person in workshop.all(Participant) if person.votes]
