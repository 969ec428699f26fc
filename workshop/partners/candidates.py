# SPDX-License-Identifier: MIT
"""Who is on either side of a possible alliance: us, and the organizations we might ally with."""

from workshop.ids import Id
from workshop.partners.records import Candidate, Tie
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop

OWNERSHIP = "ownership"
"""The relation by which one organization owns another, in whole or in part."""


def us(workshop: Workshop) -> Organization:
    """Give the organization that speaks for our side: the first of ours by name."""
    own = ours(workshop)
    if not own:
        raise RuleError(
            "No organization is marked as ours; mark one under Organizations to look for partners."
        )
    return own[0]


def candidates(workshop: Workshop) -> list[Candidate]:
    """Give the candidates by the name of their organization; those that are ours are left out."""
    organizations = workshop.of(Organization)
    found = [each for each in workshop.of(Candidate).values() if is_other(workshop, each)]
    return sorted(found, key=lambda each: by_name(organizations[each.organization]))


def is_other(workshop: Workshop, candidate: Candidate) -> bool:
    """Tell whether a candidate is not one of our own organizations."""
    return not workshop.of(Organization)[candidate.organization].ours


def candidate_problems(workshop: Workshop) -> list[str]:
    """Give a sentence for each candidate that cannot be one, and for having none."""
    problems = [
        f"{workshop.of(Organization)[each.organization].name} is ours and cannot be its own "
        "partner; take it off the candidates or unmark it as ours."
        for each in workshop.all(Candidate)
        if not is_other(workshop, each)
    ]
    problems += _owners(workshop)
    if not candidates(workshop):
        problems.append("No candidate is named yet; add the organizations you might ally with.")
    return problems


def _owners(workshop: Workshop) -> list[str]:
    """Give a sentence for each candidate with a tie of ownership to us and no word on who speaks."""
    mine = {each.id for each in ours(workshop)}
    owning = {
        id
        for tie in workshop.all(Tie)
        if tie.relation.strip().casefold() == OWNERSHIP and tie.status != "ended"
        for id in (tie.source, tie.target)
        if mine & {tie.source, tie.target}
    }
    return [
        f"{workshop.of(Organization)[each.organization].name} is tied to us by ownership as well; "
        "write down under “Conflict of interest” who speaks for which side."
        for each in candidates(workshop)
        if each.organization in owning and not each.conflict_of_interest.strip()
    ]


def candidate_of(workshop: Workshop, organization: Id) -> Candidate | None:
    """Give what is recorded of an organization as a candidate, if it is one."""
    every = workshop.of(Candidate).values()
    return next((each for each in every if each.organization == organization), None)


def by_name(organization: Organization) -> tuple[str, Id]:
    """Give the key by which organizations are sorted, and by which ties break."""
    return organization.name.casefold(), organization.id
