# SPDX-License-Identifier: MIT
"""The agenda against the clock: when each block starts and ends, what overlaps, what is on now."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import NamedTuple

from workshop.prepare.details import details
from workshop.prepare.records import AgendaBlock
from workshop.state import Workshop

_DAY = 24 * 60


class Slot(NamedTuple):
    """A block with its place in the day, in minutes after midnight; None where it is unknown."""

    block: AgendaBlock
    begin: int | None
    end: int | None
    overlaps: bool = False

    @property
    def starts(self) -> time | None:
        """The time of day at which it starts."""
        return _clock(self.begin)

    @property
    def ends(self) -> time | None:
        """The time of day at which it ends."""
        return _clock(self.end)


class Total(NamedTuple):
    """Minutes of work and of breaks, and how many blocks have no length yet."""

    work: int
    breaks: int
    unknown: int


def timetable(workshop: Workshop) -> tuple[Slot, ...]:
    """Place every block in its day.

    A block without a start follows the one entered before it on the same day; one whose
    predecessor has no known end has no known start either, and stays beside it.
    """
    blocks = workshop.all(AgendaBlock)
    days = sorted({block.day for block in blocks})
    return tuple(slot for day in days for slot in _day(b for b in blocks if b.day == day))


def total(slots: Iterable[Slot]) -> Total:
    """Add up the minutes of blocks."""
    blocks = [slot.block for slot in slots]
    work = sum(block.minutes or 0 for block in blocks if not block.pause)
    breaks = sum(block.minutes or 0 for block in blocks if block.pause)
    return Total(work, breaks, sum(block.minutes is None for block in blocks))


def now_and_next(workshop: Workshop, at: datetime) -> tuple[Slot | None, Slot | None]:
    """Give the block that is running at a time, and the one that starts next on that day.

    Days count from the workshop's first day; if that is unknown, any date is day 1.
    """
    first = details(workshop).starts
    day = (at.date() - first).days + 1 if first else 1
    minute = at.hour * 60 + at.minute
    today = [slot for slot in timetable(workshop) if slot.block.day == day]
    begun = [slot for slot in today if slot.begin is not None and slot.begin <= minute]
    running = [slot for slot in begun if slot.end is not None and minute < slot.end]
    # A block without a length is taken to go on until the next one begins.
    running = running or [slot for slot in begun[-1:] if slot.end is None]
    coming = [(slot.begin, at) for at, slot in enumerate(today) if slot.begin is not None]
    following = min((pair for pair in coming if pair[0] > minute), default=None)
    return (running[-1] if running else None), (today[following[1]] if following else None)


def _day(blocks: Iterable[AgendaBlock]) -> list[Slot]:
    runs: list[list[AgendaBlock]] = [[]]
    for block in blocks:
        if block.starts:
            runs.append([])
        runs[-1].append(block)
    runs.sort(key=lambda run: _minute(run[0].starts) if run and run[0].starts else -1)
    slots: list[Slot] = []
    latest = 0
    for run in runs:
        for slot in _run(run):
            overlaps = slot.begin is not None and slot.begin < latest
            slots.append(slot._replace(overlaps=overlaps))
            latest = max(latest, slot.end or 0)
    return slots


def _run(blocks: Iterable[AgendaBlock]) -> Iterable[Slot]:
    end: int | None = None
    for block in blocks:
        begin = _minute(block.starts) if block.starts else end
        end = None if begin is None or block.minutes is None else begin + block.minutes
        yield Slot(block, begin, end)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: int | None) -> time | None:
    return None if minute is None else time(minute % _DAY // 60, minute % 60)
