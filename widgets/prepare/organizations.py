# SPDX-License-Identifier: MIT
"""The page of the organizations at the table and around it, ours marked."""

from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.record_page import RecordPage
from widgets.tables.columns import Column
from workshop.prepare.records import Organization, Participant
from workshop.state import Workshop

COLUMNS = (
    Column(name="name", width=30, strong=True),
    Column(name="ours"),
    Column(name="at_table"),
    Column(name="kind", width=20),
    Column("In the room", text=lambda workshop, record: _people(workshop, record)),
)


def _people(workshop: Workshop, organization: Organization) -> str:
    count = sum(p.organization == organization.id for p in workshop.of(Participant).values())
    return str(count) if count else ""


def build(desk: Desk) -> QWidget:
    """Build the page."""
    return RecordPage(
        desk,
        Organization,
        COLUMNS,
        empty="The organizations this concerns stand here. Start with your own.",
        board=Exposure("organizations"),
        defaults=lambda: {"ours": not desk.workshop.of(Organization)},
    )
