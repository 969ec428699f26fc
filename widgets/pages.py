# SPDX-License-Identifier: MIT
"""Which module shows which step of the path; a page is built when it is first visited."""

from importlib import import_module
from typing import NamedTuple, Protocol, cast, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from widgets.desk import Desk
from workshop.ids import Id
from workshop.path.stages import STEPS

MODULES = {
    "prepare.workshop": "widgets.prepare.workshop",
    "prepare.organizations": "widgets.prepare.organizations",
    "prepare.participants": "widgets.prepare.participants",
    "prepare.agenda": "widgets.prepare.agenda",
    "prepare.ground_rules": "widgets.prepare.ground_rules",
    "future.scan": "widgets.future_state.scan",
    "future.statements": "widgets.future_state.statements",
    "future.measures": "widgets.future_state.measures",
    "future.priorities": "widgets.future_state.priorities",
    "future.agreement": "widgets.future_state.agreement",
    "gaps.capabilities": "widgets.gaps.capabilities",
    "gaps.assets": "widgets.gaps.assets",
    "gaps.map": "widgets.gaps.gap_map",
    "gaps.sourcing": "widgets.gaps.sourcing",
    "partners.network": "widgets.partners.network_page",
    "partners.candidates": "widgets.partners.candidates",
    "partners.fit": "widgets.partners.fit",
    "partners.changes": "widgets.partners.changes",
    "partners.red_flags": "widgets.partners.red_flags",
    "partners.sets": "widgets.partners.sets",
    "deal.vision": "widgets.deal.vision",
    "deal.ledger": "widgets.deal.ledger",
    "deal.agreement": "widgets.deal.agreement",
    "deal.packages": "widgets.deal.packages",
    "deal.savings": "widgets.deal.savings",
    "deal.readiness": "widgets.deal.readiness",
    "summary.thread": "widgets.summary.thread",
    "summary.commitments": "widgets.summary.commitments",
    "summary.pdf": "widgets.summary.pdf",
}


class Exposure(NamedTuple):
    """What the room is shown: a board, what it is about, and which page of it."""

    board: str
    about: Id = ""
    page: int = 0


@runtime_checkable
class CanSelect(Protocol):
    """A page that can go to one record."""

    def select(self, id: Id) -> None:
        """Bring the record into view and select it."""


@runtime_checkable
class CanExpose(Protocol):
    """A page that has something of its own to show to the room."""

    def exposure(self) -> Exposure:
        """Give what the room should see now."""


def build_page(key: str, desk: Desk) -> QWidget:
    """Build the page of a step."""
    if key not in MODULES:
        return not_built_page(key)
    return cast("QWidget", import_module(MODULES[key]).build(desk))


def not_built_page(key: str) -> QWidget:
    """Say honestly that a step has no board yet; its question and script stand beside it."""
    step = STEPS[key]
    page, card = QWidget(), QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(28, 24, 28, 24)
    inside.setSpacing(8)
    for text, role in (
        (step.question, "question"),
        (f"To capture: {step.captures}.", "body"),
        (
            "Concord has no board for this step yet. Lead it with the script on the right, and keep "
            "what comes up with Ctrl+K as a decision, an action or a parking-lot item.",
            "mute",
        ),
    ):
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        inside.addWidget(label)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(card)
    layout.addStretch(1)
    return page
