# SPDX-License-Identifier: MIT
"""What the gaps amount to, in one sentence each: the titles of charts and pages."""

from collections.abc import Sequence

from workshop.gaps.gap import Gap, coverage
from workshop.why import counted, percent


def gap_headline(found: Sequence[Gap]) -> str:
    """Say how many capabilities are needed and how many have a gap."""
    if not found:
        return "No needs are named yet"
    open_gaps = sum(bool(gap.gap) for gap in found)
    unrated = sum(gap.gap is None for gap in found)
    words = [counted(len(found), "capability", "capabilities")]
    words.append(f"{open_gaps} with a gap" if open_gaps or unrated else "none with a gap")
    if unrated:
        words.append(f"{unrated} not rated")
    return ", ".join(words)


def coverage_headline(found: Sequence[Gap]) -> str:
    """Say how much of what the future state needs we hold, and over how many needs."""
    held = coverage(found)
    if held.share is None:
        return "What we hold is not rated yet"
    return (
        f"We hold {percent(held.share)} of what the future state needs "
        f"({held.rated} of {held.needs} rated)"
    )


def surplus_headline(able: Sequence[Gap]) -> str:
    """Say in how many capabilities we hold more than we need."""
    if not able:
        return "We hold no more than we need in any capability"
    most = able[0].capability.name
    if len(able) == 1:
        return f"We can offer {most}"
    return f"We can offer {counted(len(able), 'capability', 'capabilities')}, {most} above all"
