# SPDX-License-Identifier: MIT
"""How far the room agrees: counts, outcome, consensus, and the view of each organization.

Dissent is never averaged away: every number stands beside the lowest vote and the small
organization that cast it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from math import log2
from statistics import fmean, median
from typing import Literal, NamedTuple

from workshop.ids import Id
from workshop.prepare.records import Organization, Participant
from workshop.record import fold
from workshop.room.records import AgreementRound
from workshop.room.scales import SCALES, AgreementScale
from workshop.room.votes import Vote, votes, votes_needing_reason
from workshop.state import Workshop
from workshop.why import Why, number, percent

Outcome = Literal[
    "consensus", "enthusiastic", "lukewarm", "more_discussion", "hear_concerns", "blocked"
]

OUTCOME_LABELS: Mapping[Outcome, str] = {
    "consensus": "Consensus",
    "enthusiastic": "Enthusiastic support",
    "lukewarm": "Lukewarm support",
    "more_discussion": "More discussion",
    "hear_concerns": "Hear concerns",
    "blocked": "Blocked",
}

MOST_OPPOSED = 0.10
"""Above this share of opposing votes on the gradients, the room should go on talking."""
ENTHUSIASTIC_FROM = 0.50
"""From this share of whole-hearted votes on the gradients, support is called enthusiastic."""


class Figures(NamedTuple):
    """The figures of a set of votes on one scale; all but `counts` and `answered` are None without votes.

    `counts` follows the scale's values in rising order; `least` is the vote farthest from
    agreement; `support` a fraction; `consensus` runs from 0 (split at both ends) to 1 (unanimous).
    """

    counts: tuple[int, ...]
    answered: int
    mean: float | None
    median: float | None
    least: int | None
    support: float | None
    consensus: float | None


class OrganizationView(NamedTuple):
    """How one organization voted; `organization` is None for people who speak for none."""

    organization: Id | None
    name: str
    voters: int
    figures: Figures


class Summary(NamedTuple):
    """What a round comes to, as a list of rounds says it."""

    figures: Figures
    voters: int
    outcome: Outcome | None

    @property
    def answered(self) -> str:
        """How many answered, in words: “14 of 16 answered”."""
        if self.figures.answered > self.voters:
            return f"{self.figures.answered} answered"
        return f"{self.figures.answered} of {self.voters} answered"


class Agreement(NamedTuple):
    """Everything a round tells; `waiting` are the voters known not to have answered."""

    round: AgreementRound
    scale: AgreementScale
    figures: Figures
    voters: int
    outcome: Outcome | None
    organizations: tuple[OrganizationView, ...]
    waiting: tuple[Id, ...]
    needing_reason: tuple[Vote, ...]
    passed_over: tuple[str, ...]
    why: Why

    @property
    def answered(self) -> str:
        """How many answered, in words."""
        return Summary(self.figures, self.voters, self.outcome).answered


def summary(workshop: Workshop, round_id: Id) -> Summary:
    """Count what a round comes to, and nothing of who said what."""
    round = workshop.get(AgreementRound, round_id)
    scale = SCALES[round.scale]
    counted, _ = votes(workshop, round)
    every = figures(scale, (vote.value for vote in counted))
    return Summary(every, len(_voters(workshop, counted)), outcome(scale, every.counts))


def agreement(workshop: Workshop, round_id: Id) -> Agreement:
    """Work out what a round tells."""
    round = workshop.get(AgreementRound, round_id)
    scale = SCALES[round.scale]
    counted, passed_over = votes(workshop, round)
    voters = _voters(workshop, counted)
    every = figures(scale, (vote.value for vote in counted))
    return Agreement(
        round=round,
        scale=scale,
        figures=every,
        voters=len(voters),
        outcome=outcome(scale, every.counts),
        organizations=_by_organization(workshop, scale, counted, voters),
        waiting=_waiting(counted, voters),
        needing_reason=votes_needing_reason(workshop, round, counted),
        passed_over=passed_over,
        why=_why(scale, every),
    )


def latest_rounds(workshop: Workshop) -> list[AgreementRound]:
    """Give the last round on each subject (or question without a subject), oldest subject first."""
    latest: dict[str, AgreementRound] = {}
    for round in workshop.all(AgreementRound):
        key = topic(round)
        if key not in latest or round.number >= latest[key].number:
            latest[key] = round
    return list(latest.values())


def topic(round: AgreementRound) -> str:
    """Tell what a round is about: its subject, else its question without regard to case."""
    return round.subject or fold(round.question)


def outcome(scale: AgreementScale, counts: tuple[int, ...]) -> Outcome | None:
    """Apply the outcome rule of the scale to counts; None without votes."""
    by_value = dict(zip(scale.values, counts, strict=True))
    total = sum(counts)
    if not total:
        return None
    if scale.key == "fist_to_five":
        if by_value[0]:
            return "blocked"
        return "hear_concerns" if by_value[1] or by_value[2] else "consensus"
    if by_value[8]:
        return "blocked"
    if by_value[5] or by_value[7] > MOST_OPPOSED * total:
        return "more_discussion"
    enthusiastic = sum(by_value[c.value] for c in scale.choices if c.enthusiastic)
    return "enthusiastic" if enthusiastic >= ENTHUSIASTIC_FROM * total else "lukewarm"


def figures(scale: AgreementScale, values: Iterable[int]) -> Figures:
    """Work out the figures of votes on a scale."""
    cast = sorted(values)
    tally = Counter(cast)
    counts = tuple(tally[value] for value in scale.values)
    if not cast:
        return Figures(counts, 0, None, None, None, None, None)
    return Figures(
        counts=counts,
        answered=len(cast),
        mean=fmean(cast),
        median=median(cast),
        least=next(c.value for c in reversed(scale.choices) if tally[c.value]),
        support=sum(tally[value] for value in scale.supporting) / len(cast),
        consensus=consensus(scale.values, counts),
    )


def consensus(values: tuple[int, ...], counts: tuple[int, ...]) -> float | None:
    """Give the consensus index of Tastle & Wierman (2007), from 0 to 1; None without votes."""
    total = sum(counts)
    if not total:
        return None
    width = values[-1] - values[0]
    mean = sum(v * n for v, n in zip(values, counts, strict=True)) / total
    return 1 + sum(
        n / total * log2(1 - abs(v - mean) / width)
        for v, n in zip(values, counts, strict=True)
        if n
    )


def _voters(workshop: Workshop, counted: tuple[Vote, ...]) -> dict[Id, Participant]:
    # Who has cast a ballot stays a voter of this round, whatever was changed since.
    cast = {vote.participant for vote in counted}
    return {p.id: p for p in workshop.all(Participant) if p.votes or p.id in cast}


def _by_organization(
    workshop: Workshop,
    scale: AgreementScale,
    counted: tuple[Vote, ...],
    voters: dict[Id, Participant],
) -> tuple[OrganizationView, ...]:
    expected = Counter(person.organization for person in voters.values())
    placed = sorted(
        (vote for vote in counted if vote.organization or vote.participant),
        key=lambda vote: vote.organization or "",
    )
    cast = {k: list(g) for k, g in groupby(placed, key=lambda vote: vote.organization)}
    known = workshop.of(Organization)
    views = [
        OrganizationView(
            id,
            known[id].name if id else "No organization",
            expected[id],
            figures(scale, (vote.value for vote in cast.get(id, ()))),
        )
        for id in {**expected, **dict.fromkeys(cast)}
    ]
    return tuple(sorted(views, key=lambda v: (v.organization is None, v.name.casefold())))


def _waiting(counted: tuple[Vote, ...], voters: dict[Id, Participant]) -> tuple[Id, ...]:
    answered = {vote.participant for vote in counted}
    tallied = {vote.organization for vote in counted if not vote.participant}
    if None in tallied:
        return ()
    return tuple(
        id for id, p in voters.items() if id not in answered and p.organization not in tallied
    )


def _why(scale: AgreementScale, every: Figures) -> Why:
    rule = {
        "fist_to_five": "a 0 blocks; a 1 or 2 is heard first; otherwise consensus",
        "gradients": (
            "an 8 blocks; a 5, or more than 10% at 7, calls for discussion; "
            "half or more at 1 and 2 is enthusiastic; otherwise lukewarm"
        ),
    }[scale.key]
    votes_cast = ", ".join(
        f"{count} × {value}"
        for value, count in zip(scale.values, every.counts, strict=True)
        if count
    )
    support = "unknown" if every.support is None else percent(every.support)
    return Why(
        f"Outcome: {rule}. Consensus: 1 + Σ share × log2(1 − |vote − mean| ÷ width of the scale)",
        (
            ("Votes", votes_cast or "none"),
            ("Mean", number(every.mean)),
            ("Support", support),
            ("Consensus", number(every.consensus)),
        ),
    )
