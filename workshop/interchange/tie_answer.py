# SPDX-License-Identifier: MIT
"""What one end of a tie answers in a survey, as a row of a sheet; a report of the tie to be."""

from typing import Annotated

from workshop.ids import Id
from workshop.partners.records import Tie
from workshop.partners.tie_records import (
    Influence,
    Involvement,
    Mission,
    Openness,
    Reliability,
    Resources,
    Strength,
)
from workshop.record import Record, about


class TieAnswer(Record, frozen=True, kw_only=True):
    """One row of a survey; no workshop holds it, as it becomes a tie and a report of it."""

    noun = "answer about a tie"
    plural = "answers about ties"

    source: Annotated[Id, about("Who says so", to=("organization",))]
    target: Annotated[Id, about("About whom", to=("organization",))]
    relation: Annotated[str, about("Relation", suggest="relation")]
    strength: Strength = None
    reliability: Reliability = None
    mission: Mission = None
    openness: Openness = None
    influence: Influence = None
    involvement: Involvement = None
    resources: Resources = None
    remark: Annotated[str, about("Remark", long=True)] = ""


OF_TIES: tuple[type[Record], ...] = (Tie, TieAnswer)
"""What a sheet of ties may hold: the ties themselves, or what each end answers about them."""
