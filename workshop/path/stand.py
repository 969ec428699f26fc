# SPDX-License-Identifier: MIT
"""How far a step or stage of the path is."""

from typing import NamedTuple


class Done(NamedTuple):
    """Whether a step or stage is done, and a short sentence that says how far it is."""

    is_done: bool
    sentence: str
