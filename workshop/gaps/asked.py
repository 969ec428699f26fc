# SPDX-License-Identifier: MIT
"""What the room was asked about a need, or about the way chosen to close its gap."""

from workshop.gaps.records import OPTION_LABELS, Capability, Need
from workshop.gaps.sourcing import sourcing_of
from workshop.ids import Id
from workshop.room.agreement import latest_rounds
from workshop.room.records import AgreementRound
from workshop.state import Workshop


def asked_about(workshop: Workshop, need: Id) -> AgreementRound | None:
    """Give the last round on a need or on how to close its gap, the latter first."""
    sourcing = sourcing_of(workshop, need)
    by_subject = {round.subject: round for round in latest_rounds(workshop) if round.subject}
    closing = by_subject.get(sourcing.id) if sourcing else None
    return closing or by_subject.get(need)


def question_about(workshop: Workshop, need: Id) -> tuple[Id, str]:
    """Give what to ask the room about next: the id of the subject, and a sentence for it."""
    name = workshop.get(Capability, workshop.get(Need, need).capability).name
    sourcing = sourcing_of(workshop, need)
    if sourcing and sourcing.chosen:
        return sourcing.id, f"{name}: {OPTION_LABELS[sourcing.chosen]}."
    return need, f"We need {name}."
