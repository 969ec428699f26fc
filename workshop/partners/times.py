# SPDX-License-Identifier: MIT
"""The network at another moment: before, now, and when what is planned has come or somebody left.

What is not dated is unknown, not there: a tie without a first day is left out of the past and
counted, an ended tie without a last day, too. Ahead, a tie goes on until its last day.
"""

from datetime import date
from typing import NamedTuple

from workshop.partners.records import Tie
from workshop.prepare.details import details
from workshop.state import Workshop
from workshop.why import counted

PAST = frozenset({"active", "ended"})
AHEAD = frozenset({"planned", "active"})


class Moment(NamedTuple):
    """A day, and whether it lies ahead, when plans have come true."""

    day: date
    ahead: bool = False

    def holds(self, tie: Tie) -> bool:
        """Tell whether a tie is known to hold on the day."""
        if tie.until is not None and tie.until < self.day:
            return False
        if self.ahead:
            return tie.status != "planned" or tie.since is None or tie.since <= self.day
        return dated(tie) and tie.since is not None and tie.since <= self.day


def dated(tie: Tie) -> bool:
    """Tell whether it is known from when on a tie held, and until when if it has ended."""
    return tie.since is not None and (tie.status != "ended" or tie.until is not None)


def statuses_at(day: date, today: date) -> frozenset[str]:
    """Give the states of ties that can hold on a day: no plan held before today."""
    return AHEAD if day > today else PAST if day < today else frozenset({"active"})


def years(workshop: Workshop, today: date) -> tuple[date, ...]:
    """Give the days worth stopping at: the first of each year from the first tie to the horizon.

    Today is one of them.
    """
    known = [tie.since for tie in workshop.all(Tie) if tie.since]
    known += [tie.until for tie in workshop.all(Tie) if tie.until]
    known += [horizon] if (horizon := details(workshop).horizon) else []
    first = min([today, *known]).year
    last = max([today, *known]).year
    stops = {date(year, 1, 1) for year in range(first, last + 2)} | {today}
    return tuple(sorted(stops))


def held_on(workshop: Workshop, day: date, today: date) -> list[Tie]:
    """Give the ties known to hold on a day."""
    allowed, moment = statuses_at(day, today), Moment(day, day > today)
    ties = (tie for tie in workshop.all(Tie) if tie.status in allowed)
    return [tie for tie in ties if day == today or moment.holds(tie)]


def what_changed(workshop: Workshop, day: date, today: date) -> tuple[str, str]:
    """Say how the network of a day differs from that of today, and what is not known of it."""
    ties = workshop.all(Tie)
    now = {tie.id for tie in held_on(workshop, today, today)}
    then = {tie.id for tie in held_on(workshop, day, today)}
    when = f"{day.day} {day:%B %Y}"
    if day == today:
        planned, ended = (sum(t.status == state for t in ties) for state in ("planned", "ended"))
        title = f"{counted(len(now), 'tie holds', 'ties hold')} today"
        return title, f"{planned} planned, {ended} ended"
    if day > today:
        come = _many(len(then - now), "tie comes", "ties come")
        gone = _many(len(now - then), "runs out", "run out")
        return f"By {when} {come} and {gone}", _compared(len(then), "would hold", len(now))
    come = _many(len(now - then), "tie has come", "ties have come")
    gone = _many(len(then - now), "has ended", "have ended")
    undated = sum(tie.status in PAST and not dated(tie) for tie in ties)
    left_out = f"; {counted(undated, 'tie')} without dates left out" if undated else ""
    held = _compared(len(then), "held then", len(now))
    return f"Since {when} {come} and {gone}", held + left_out


def _many(count: int, one: str, many: str) -> str:
    """Put a count before its words; none is said as such."""
    if count:
        return counted(count, one, many)
    return f"no {one}" if one.startswith("tie") else f"none {one}"


def _compared(then: int, held: str, now: int) -> str:
    return f"{counted(then, 'tie')} {held}, {now} {'holds' if now == 1 else 'hold'} today"
