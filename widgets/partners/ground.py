# SPDX-License-Identifier: MIT
"""What the pages of stage 4 rest on: somebody who is ours, candidates, and the records of the fit."""

from widgets.cards import Card
from widgets.desk import Desk
from widgets.step_page import starting_card
from workshop.gaps.records import Asset, Capability, Need
from workshop.partners.fit_records import (
    Aspiration,
    AspirationMatch,
    CultureRating,
    FitWeights,
    LeadershipRating,
    Tradition,
    TraditionStance,
    ValuePoints,
)
from workshop.partners.records import Candidate, PartnerChange, PartnerNeed
from workshop.prepare.details import ours
from workshop.prepare.records import Organization
from workshop.state import Workshop

FIT_KINDS = (
    Organization, Capability, Need, Asset, Candidate, PartnerNeed, Aspiration, AspirationMatch,
    CultureRating, LeadershipRating, Tradition, TraditionStance, ValuePoints, FitWeights,
)  # fmt: skip
"""Every kind of record that the fit of a candidate is computed from."""
CHANGE_KINDS = (Organization, Candidate, PartnerChange)
"""Every kind of record that readiness and balance are computed from."""

_NOBODY = "Partners are looked for by somebody. Mark your own organization as ours first."
_NO_CANDIDATE = "No candidate is named yet. Name the organizations you might ally with."


def early_card(desk: Desk) -> Card:
    """Give the card for a workshop in which nobody is ours."""
    return starting_card(
        _NOBODY, "Open the organizations", lambda: desk.go("prepare.organizations")
    )


def no_candidate_card(desk: Desk) -> Card:
    """Give the card for a page that compares candidates, where there are none."""
    return starting_card(_NO_CANDIDATE, "Name candidates", lambda: desk.go("partners.candidates"))


def has_ours(workshop: Workshop) -> bool:
    """Tell whether somebody is marked as ours."""
    return bool(ours(workshop))
