# SPDX-License-Identifier: MIT
"""Who is party to the deal."""

from workshop.deal.records import LedgerItem
from workshop.ids import Id
from workshop.prepare.details import organizations
from workshop.prepare.records import Organization
from workshop.state import Workshop


def parties(workshop: Workshop) -> list[Organization]:
    """Give the organizations that give or gain by the ledger, else those at the table; ours first."""
    named = {item.organization for item in workshop.of(LedgerItem).values()}
    if named:
        return [each for each in organizations(workshop) if each.id in named]
    return [each for each in organizations(workshop) if each.at_table]


def name_of(workshop: Workshop, organization: Id | None) -> str:
    """Give the name of an organization, or “nobody yet”."""
    found = workshop.of(Organization).get(organization or "")
    return found.name if found else "nobody yet"
