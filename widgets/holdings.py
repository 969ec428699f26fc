# SPDX-License-Identifier: MIT
"""What a workshop holds, in words: for the timeline, for backups, for a damaged file."""

from workshop.future_state.records import Statement
from workshop.gaps.records import Asset, Need
from workshop.partners.records import Tie
from workshop.prepare.records import Organization, Participant
from workshop.record import Record, noun
from workshop.state import Workshop

_TOLD: tuple[type[Record], ...] = (Organization, Participant, Statement, Need, Asset, Tie)


def holdings(workshop: Workshop) -> str:
    """Give how much there is of what people remember, as in: 12 organizations, 30 ties, 90 more."""
    told = [(len(workshop.of(kind)), kind) for kind in _TOLD]
    words = [f"{count:,} {noun(kind, count)}" for count, kind in told if count]
    more = sum(1 for _ in workshop.records()) - sum(count for count, _ in told)
    if more:
        words.append(f"{more:,} more" if words else f"{more:,} records")
    return ", ".join(words) or "nothing yet"
