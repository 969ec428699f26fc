# SPDX-License-Identifier: MIT
"""What a workshop holds, in words: for the timeline, for backups, for a damaged file."""

from workshop.record import noun
from workshop.state import Workshop

_MOST = 5


def holdings(workshop: Workshop) -> str:
    """Give the most frequent kinds with their numbers, as in: 12 organizations, 30 ties."""
    counts = {kind: len(workshop.of(kind)) for kind in workshop.kinds()}
    largest = sorted(counts.items(), key=lambda each: (-each[1], each[0].__name__))[:_MOST]
    return ", ".join(f"{n:,} {noun(kind, n)}" for kind, n in largest) or "nothing yet"
