# SPDX-License-Identifier: MIT
"""What both ends of a tie report: trust and value, and where they see it so differently that they should talk.

Trust is the mean of reliability, mission and openness, value that of influence, involvement and
resources (PARTNER tool, Varda; RWJF). A percent is (mean − 1) / 3, which is Concord's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workshop.ids import Id
from workshop.partners.graph import EVERYTHING, NetworkFilter, shown_ties
from workshop.partners.records import Tie
from workshop.partners.tie_records import LEAST, MOST, TRUST, VALUE, TieReport
from workshop.prepare.records import Organization
from workshop.record import RuleError, field
from workshop.state import Workshop
from workshop.why import Why, number, percent

TALK = 2.0
"""From this difference on, the two should talk about it."""
FORMULA = f"difference of what both ends report; from {TALK:g} on, talk about it"


class Score(NamedTuple):
    """Trust or value: the mean from 1 to 4, None where nothing is rated."""

    mean: float | None
    rated: int
    asked: int
    why: Why

    @property
    def share(self) -> float | None:
        """The mean as a part of what is possible, from 0 to 1."""
        return None if self.mean is None else (self.mean - LEAST) / (MOST - LEAST)

    @property
    def words(self) -> str:
        """Say the score: “3.1 of 4 (70%), 8 of 9 rated”."""
        if self.mean is None or self.share is None:
            return "not rated"
        rated = f", {self.rated} of {self.asked} rated" if self.rated < self.asked else ""
        return f"{number(self.mean, 1)} of {MOST} ({percent(self.share)}){rated}"


class Difference(NamedTuple):
    """Something both ends report, and not alike."""

    tie: Tie
    what: str
    """“strength”, “trust” or “value”."""
    source: float
    target: float
    sentence: str

    @property
    def apart(self) -> float:
        """How far the two lie apart."""
        return round(abs(self.source - self.target), 9)


def score(reports: Iterable[TieReport], items: Sequence[str]) -> Score:
    """Give the mean of all that is rated; what is not rated is left out and counted."""
    kept = list(reports)
    rated = [v for each in kept for name in items if (v := getattr(each, name)) is not None]
    mean = sum(rated) / len(rated) if rated else None
    labels = ", ".join(field(TieReport, name).label.lower() for name in items)
    shown = ", ".join(map(str, rated)) or "none"
    why = Why(f"mean of: {labels}; percent = (mean − 1) / 3", (("Ratings", shown),))
    return Score(mean, len(rated), len(kept) * len(items), why)


def reports(workshop: Workshop, tie: Tie) -> Mapping[Id, TieReport]:
    """Give what each end of a tie reports, by the end; others have no say in it."""
    ends = (tie.source, tie.target)
    found = {r.organization: r for r in workshop.of(TieReport).values() if r.tie == tie.id}
    return {end: found[end] for end in ends if end in found}


def report(workshop: Workshop, tie: Id, organization: Id, id: Id) -> Workshop:
    """Let an end of a tie report; RuleError if it is no end of it."""
    found = workshop.get(Tie, tie)
    if organization not in (found.source, found.target):
        raise RuleError("Only the two organizations of a tie can say how they see it.")
    return workshop.put([TieReport(id=id, tie=tie, organization=organization)])


def differences(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> list[Difference]:
    """Give all that both ends report, the widest apart first, then by names."""
    ties = {tie.id: tie for tie in shown_ties(workshop, filter)}
    told: dict[Id, dict[Id, TieReport]] = {}
    for each in workshop.of(TieReport).values():
        if each.tie in ties:
            told.setdefault(each.tie, {})[each.organization] = each
    found = [
        difference
        for id, by_end in told.items()
        if (one := by_end.get(ties[id].source)) and (other := by_end.get(ties[id].target))
        for difference in _between(workshop, ties[id], one, other)
    ]
    found += _told_twice(workshop, list(ties.values()))
    return sorted(found, key=lambda each: (-each.apart, each.sentence.casefold(), each.tie.id))


def conversations(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> list[Difference]:
    """Give the differences so large that the two should talk about them."""
    return [each for each in differences(workshop, filter) if each.apart >= TALK]


def _told_twice(workshop: Workshop, ties: list[Tie]) -> Iterable[Difference]:
    """Compare two ties of one relation that each end has told of in a row of its own, as in a survey."""
    told: dict[tuple[frozenset[Id], str], dict[Id, Tie]] = {}
    for tie in ties:
        if not tie.directed:
            told.setdefault((frozenset((tie.source, tie.target)), tie.relation), {})[tie.source] = (
                tie
            )
    for by_end in told.values():
        if len(by_end) == 2:
            one, other = by_end.values()
            yield from _between(workshop, one, _as_report(one), _as_report(other))


def _as_report(tie: Tie) -> TieReport:
    return TieReport(id=tie.id, tie=tie.id, organization=tie.source, strength=tie.strength)


def _between(
    workshop: Workshop, tie: Tie, one: TieReport, other: TieReport
) -> Iterable[Difference]:
    names = workshop.of(Organization)
    source, target = names[tie.source].name, names[tie.target].name
    pairs = {
        "strength": (one.strength, other.strength),
        "trust": (score([one], TRUST).mean, score([other], TRUST).mean),
        "value": (score([one], VALUE).mean, score([other], VALUE).mean),
    }
    for what, (a, b) in pairs.items():
        if a is None or b is None:
            continue
        subject = f"{tie.relation.lower()} tie" if what == "strength" else "each other"
        verb = "see the strength of their" if what == "strength" else f"rate {what} in"
        sentence = f"{source} and {target} {verb} {subject} at {number(a, 1)} and {number(b, 1)}"
        yield Difference(tie, what, a, b, sentence)
