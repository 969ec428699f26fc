# SPDX-License-Identifier: MIT
"""What the two ends of each rating mean, in plain words of the room."""

from collections.abc import Mapping
from typing import NamedTuple


class Ends(NamedTuple):
    """What is asked, and the answers at 0 and at 1."""

    question: str
    low: str
    high: str


ENDS: Mapping[str, Ends] = {
    "relevance": Ends("What we have of our own", "far from what is needed", "similar and superior"),
    "tradability": Ends(
        "Put into a contract", "cannot be specified or protected", "clearly specified and protected"
    ),
    "closeness": Ends("How we must work together", "at arm's length", "deeply, every day"),
    "integration": Ends("Taking the provider in", "would break it", "could be done well"),
    "soft_share": Ends("What it is made of", "things and systems", "people and what they know"),
    "uncertainty": Ends("What will come of it", "well known", "hardly known"),
    "redundancy": Ends("What would exist twice", "nothing", "nearly everything"),
    "competition": Ends("Who else courts the partner", "nobody", "many others"),
}
"""By the name of the rating, in the order of `workshop.gaps.records.RATINGS`."""
