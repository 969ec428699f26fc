# SPDX-License-Identifier: MIT
"""How each end of a tie sees it; both are kept, for where they differ there is something to say.

Trust and value follow the PARTNER tool (Varda; RWJF): three things each, rated from 1 to 4.
"""

from typing import Annotated

from workshop.ids import Id
from workshop.record import Record, about, within

TRUST = ("reliability", "mission", "openness")
VALUE = ("influence", "involvement", "resources")
LEAST, MOST = 1, 4
_SCALE = "1 not at all to 4 very much"

Strength = Annotated[
    float | None, about("Strength", "0 none to 5 full collaboration", low=0, high=5)
]
Reliability = Annotated[
    int | None, about("Keeps its word", f"Reliability, {_SCALE}", low=LEAST, high=MOST)
]
Mission = Annotated[int | None, about("Wants the same", f"Mission, {_SCALE}", low=LEAST, high=MOST)]
Openness = Annotated[
    int | None, about("Speaks openly", f"Openness, {_SCALE}", low=LEAST, high=MOST)
]
Influence = Annotated[
    int | None, about("Has influence", f"Power and influence, {_SCALE}", low=LEAST, high=MOST)
]
Involvement = Annotated[
    int | None, about("Takes part", f"Level of involvement, {_SCALE}", low=LEAST, high=MOST)
]
Resources = Annotated[
    int | None, about("Brings means", f"Resources, {_SCALE}", low=LEAST, high=MOST)
]


class TieReport(Record, frozen=True, kw_only=True):
    """How one of the two organizations of a tie sees it, and the other in it."""

    noun = "report of a tie"
    plural = "reports of ties"
    unique = ("tie", "organization")

    tie: Annotated[Id, about("Tie", to=("tie",))]
    organization: Annotated[Id, about("Who says so", to=("organization",))]
    strength: Strength = None
    reliability: Reliability = None
    mission: Mission = None
    openness: Openness = None
    influence: Influence = None
    involvement: Involvement = None
    resources: Resources = None
    remark: Annotated[str, about("Remark", long=True)] = ""

    def __post_init__(self) -> None:
        within("Strength", self.strength, 0, 5)
        for name in (*TRUST, *VALUE):
            within(name.capitalize(), getattr(self, name), LEAST, MOST)
