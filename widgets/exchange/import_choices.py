# SPDX-License-Identifier: MIT
"""What a sheet may hold, in the order and the words in which it is offered."""

from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.answers import kind_of, read_as
from workshop.interchange.plan import RELATION, SheetPlan
from workshop.interchange.tie_answer import TieAnswer
from workshop.kinds import KINDS
from workshop.partners.records import Placement, Tie
from workshop.prepare.records import Organization, Participant
from workshop.record import Field, Record, fields, kind_name, noun

LEFT_OUT = "left_out"
TIE_MATRIX = "tie_matrix"
ANSWER_MATRIX = "answer_matrix"
ASSET_MATRIX = "asset_matrix"
_FIRST: tuple[type[Record], ...] = (Organization, Participant, Capability, Need, Asset)
_NOT_OFFERED: tuple[type[Record], ...] = (*_FIRST, Tie, Placement)


def offered() -> list[tuple[str, str]]:
    """Give keys and words of all that a sheet may hold; leaving it out comes first."""
    others = [kind for kind in KINDS if kind not in _NOT_OFFERED]
    return [
        (LEFT_OUT, "Leave it out"),
        *((kind_name(kind), _words(kind)) for kind in _FIRST),
        (kind_name(Tie), "Ties, one in a row"),
        (TIE_MATRIX, "Ties, as a matrix"),
        (kind_name(TieAnswer), "Survey, in rows"),
        (ANSWER_MATRIX, "Survey, as a matrix"),
        (ASSET_MATRIX, "Assets, as a matrix"),
        *((kind_name(kind), _words(kind)) for kind in others),
    ]


def explained(key: str) -> str:
    """Say what is meant where the words of a choice are too few for it."""
    if key not in (kind_name(TieAnswer), ANSWER_MATRIX):
        return ""
    return "What one organization says of its tie to another; the other may say it differently"


def key_of(plan: SheetPlan) -> str:
    """Give the key of what a plan says the sheet holds."""
    if plan.holds == "records" and plan.kind:
        return kind_name(plan.kind)
    if plan.holds == TIE_MATRIX and plan.kind is TieAnswer:
        return ANSWER_MATRIX
    return LEFT_OUT if plan.holds == "nothing" else plan.holds


def words_key(plan: SheetPlan) -> str:
    """Give the key of the words that explain how a sheet is read that is no list."""
    return ANSWER_MATRIX if key_of(plan) == ANSWER_MATRIX else plan.holds


def held(plan: SheetPlan, key: str) -> SheetPlan:
    """Give the plan for the same sheet holding something else."""
    if key == LEFT_OUT:
        return SheetPlan(plan.sheet, "left_out")
    if key in (TIE_MATRIX, ANSWER_MATRIX):
        ties = Tie if key == TIE_MATRIX else TieAnswer
        return SheetPlan(plan.sheet, "tie_matrix", ties, relation=plan.relation or RELATION)
    if key == ASSET_MATRIX:
        return SheetPlan(plan.sheet, "asset_matrix", Asset)
    kind = kind_of(key)
    assert kind
    return read_as(plan.sheet, kind)


def fields_to_map(plan: SheetPlan) -> list[Field]:
    """Give the fields a column can be read into, those that must be there first."""
    if plan.kind is None or plan.holds != "records":
        return []
    shown = [each for each in fields(plan.kind) if not each.hidden]
    return sorted(shown, key=lambda each: (not each.required, each.private))


def _words(kind: type[Record]) -> str:
    return noun(kind, 2).capitalize()
