# SPDX-License-Identifier: MIT
"""How we leave: the exit plans, and what opens the way out of each."""

from widgets.deal.children_part import Children, ChildrenPart
from widgets.deal.list_part import Words
from widgets.desk import Desk
from widgets.tables.record_table import Column
from workshop.deal.conditions import way_out
from workshop.deal.operating_records import ExitPlan, ExitTrigger
from workshop.state import Workshop

_EMPTY = (
    "How each of us can leave: with what notice, what opens the way, who keeps what, and how to "
    "wind down. Write it while everybody still likes one another."
)
_TRIGGERS = Children(
    ExitTrigger,
    "plan",
    "What opens this way out",
    (Column(name="text", strong=True, width=28), Column(name="goals", width=18)),
    "What opens this way out, such as a goal missed twice or a change of control.",
    ("text", "goals"),
)


def exit_part(desk: Desk) -> ChildrenPart:
    """Give the part of the page on how we leave."""
    columns = (
        Column(name="name", strong=True, width=18),
        Column(name="organization", width=12),
        Column(name="notice_days", width=8),
        Column("Opens when", text=_opens, width=26),
    )
    return ChildrenPart(
        desk, ExitPlan, columns, _TRIGGERS, empty=_EMPTY, board="way_out", title=_title
    )


def _opens(workshop: Workshop, plan: ExitPlan) -> str:
    texts = [each.text for each in workshop.all(ExitTrigger) if each.plan == plan.id]
    return "; ".join(texts) or "–"


def _title(workshop: Workshop) -> Words:
    return way_out(workshop).sentence.removesuffix("."), ""
