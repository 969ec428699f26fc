# SPDX-License-Identifier: MIT
"""What a step and a stage of the path are: a question, a script for the facilitator, a time."""

from typing import NamedTuple


class PathStep(NamedTuple):
    """One step of the path.

    `question` is what the room sees; `ask`, `listen_for` and `if_it_stalls` are the facilitator's
    script. A step that is not built has its script and no page to work on yet.
    """

    key: str
    title: str
    question: str
    captures: str
    minutes: int
    ask: str
    listen_for: str
    if_it_stalls: str
    built: bool = True


class Stage(NamedTuple):
    """One of the seven stages of the path, with its steps in order."""

    key: str
    number: int
    title: str
    question: str
    steps: tuple[PathStep, ...]
