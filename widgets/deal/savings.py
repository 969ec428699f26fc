# SPDX-License-Identifier: MIT
"""The page of gains and losses: scenarios, the split, and what it tells; a model for discussion."""

from widgets.deal.model_part import ModelPart
from widgets.deal.split_part import SplitPart
from widgets.deal.told_part import ToldPart
from widgets.desk import Desk
from widgets.parts_page import Part, PartsPage
from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)


def build(desk: Desk) -> PartsPage:
    """Build the page."""
    parts = (
        Part("scenarios", "Good years and bad", ModelPart, (Scenario, SavingsModel), Scenario),
        Part("split", "How it is shared", SplitPart, (SplitRule, Basis, BasisValue, LossShare)),
        Part("told", "What it tells", ToldPart),
    )
    return PartsPage(desk, "Parts of sharing gains and losses", "waterfall", parts)
