# SPDX-License-Identifier: MIT
"""The path: all seven stages in order, and where a step stands on it."""

from collections.abc import Mapping

from workshop.path.deal import DEAL
from workshop.path.future_state import FUTURE_STATE
from workshop.path.gaps import GAPS
from workshop.path.life import LIFE
from workshop.path.partners import PARTNERS
from workshop.path.prepare import PREPARE
from workshop.path.step import PathStep, Stage
from workshop.path.summary import SUMMARY

PATH: tuple[Stage, ...] = (PREPARE, FUTURE_STATE, GAPS, PARTNERS, DEAL, LIFE, SUMMARY)

STEPS: Mapping[str, PathStep] = {step.key: step for stage in PATH for step in stage.steps}
"""All steps by key, in the order of the path."""


def stage_of(step_key: str) -> Stage:
    """Give the stage a step belongs to; KeyError if no step has this key."""
    return next(stage for stage in PATH if STEPS[step_key] in stage.steps)
