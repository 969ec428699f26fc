# SPDX-License-Identifier: MIT
"""The page of the readiness gate: fifteen conditions, what became of dissent, who looks after it."""

from widgets.deal.gate_part import GatePart
from widgets.deal.list_part import ListPart, Words
from widgets.deal.reservations_part import ReservationsPart
from widgets.desk import Desk
from widgets.parts_page import Part, PartsPage
from widgets.tables.record_table import Column
from workshop.deal.conditions import management
from workshop.deal.records import GateOverride, ManagementPlan, ReservationOutcome
from workshop.room.records import Reservation
from workshop.state import Workshop

_PLANS = (
    "Who looks after the alliance day by day, with how many hours or what money, and when all meet "
    "to review it. Start with one name."
)


def build(desk: Desk) -> PartsPage:
    """Build the page."""
    parts = (
        Part("gate", "The gate", GatePart, (GateOverride,)),
        Part(
            "reservations",
            "Reservations",
            ReservationsPart,
            (Reservation, ReservationOutcome),
            Reservation,
        ),
        Part("management", "Looking after it", _management, (ManagementPlan,)),
    )
    return PartsPage(desk, "Parts of readiness", "gate", parts)


def _management(desk: Desk) -> ListPart:
    columns = (
        Column(name="name", strong=True, width=16),
        Column(name="owner", width=12),
        Column(name="hours", width=8),
        Column(name="budget", width=9),
        Column(name="reviews", width=24),
    )
    return ListPart(
        desk,
        ManagementPlan,
        columns,
        empty=_PLANS,
        board="management",
        title=_management_title,
        add_label="Add a plan",
    )


def _management_title(workshop: Workshop) -> Words:
    return management(workshop).sentence.removesuffix("."), ""
