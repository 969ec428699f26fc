# SPDX-License-Identifier: MIT
"""Why a way to close a gap fits: the ratings that lie nearest to where it is at its best, in words."""

from collections.abc import Mapping

from workshop.gaps.records import RATINGS, Option, Sourcing
from workshop.gaps.sourcing import IDEAL, USE

MIDDLE = 0.5
WORDS: Mapping[str, tuple[str, str]] = {
    "relevance": ("we have little of it", "we have much of it"),
    "tradability": ("hard to put in a contract", "clear enough for a contract"),
    "closeness": ("needs little contact", "needs daily work together"),
    "integration": ("the provider could not be taken in", "the provider could be taken in"),
    "soft_share": ("mostly things and systems", "mostly people and what they know"),
    "uncertainty": ("the outcome is well known", "the outcome is hardly known"),
    "redundancy": ("little would exist twice", "much would exist twice"),
    "competition": ("nobody else courts the partner", "others court the partner"),
}
"""What a low and a high rating say of the need."""


def fits_because(option: Option, sourcing: Sourcing | None, most: int = 2) -> tuple[str, ...]:
    """Give what speaks most for a way: by use times nearness to its ideal, the strongest first.

    Ratings in the middle, and ideals there, say nothing for or against and are left out.
    """
    if sourcing is None or option not in IDEAL:
        return ()
    found = []
    for place, name in enumerate(RATINGS):
        rating, ideal, use = getattr(sourcing, name), IDEAL[option][place], USE[option][place]
        # Both on one side of the middle: what is said of the need is what the way asks for.
        if use and rating is not None and (rating - MIDDLE) * (ideal - MIDDLE) > 0:
            found.append((-use * (1 - abs(rating - ideal)), place, WORDS[name][rating > MIDDLE]))
    return tuple(words for _, _, words in sorted(found)[:most])
