# SPDX-License-Identifier: MIT
"""What is to be negotiated, as numbers: terms, options, and what each is worth to each party.

What a package is worth to a party is the sum over terms of weight times value, from 0 to 1. It is
counted in whole units of a billionth, so that sums are exact and equal is equal.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.deal.records import WalkAway
from workshop.deal.term_records import OptionValue, Term, TermOption, TermWeight
from workshop.ids import Id
from workshop.prepare.details import organizations
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import counted

UNIT = 10**9
MOST_TERMS = 12
MOST_OPTIONS = 32
MOST_PACKAGES = 4**12
PARTIES = range(2, 7)

Units = NDArray[np.int64]
Choice = tuple[int, ...]
"""The place of the option chosen for each term."""


class Problem(NamedTuple):
    """Terms with their options, and the worth of each option: one array (options, parties) a term."""

    parties: tuple[Organization, ...]
    terms: tuple[Term, ...]
    options: tuple[tuple[TermOption, ...], ...]
    worth: tuple[Units, ...]
    walk_away: Units

    @property
    def size(self) -> int:
        """How many packages there are."""
        return int(np.prod([len(each) for each in self.options], dtype=np.int64))

    def value(self, choice: Choice) -> Units:
        """Give what a package is worth to each party, in units."""
        picked = [table[at] for table, at in zip(self.worth, choice, strict=True)]
        total: Units = np.sum(picked, axis=0, dtype=np.int64)
        return total


def problem_of(workshop: Workshop) -> Problem:
    """Read the problem from the workshop; RuleError says in a sentence what is missing where."""
    for sentence in missing(workshop):
        raise RuleError(sentence)
    terms = workshop.all(Term)
    options = [_options(workshop, term) for term in terms]
    parties = weighing(workshop)
    values = {(v.organization, v.option): v.value for v in workshop.of(OptionValue).values()}
    weights = {(w.organization, w.term): w.weight for w in workshop.of(TermWeight).values()}
    totals = {p.id: sum(weights[p.id, term.id] or 0 for term in terms) for p in parties}
    worth = tuple(
        np.array(
            [
                [
                    round(UNIT * (weights[p.id, t.id] or 0) * (values[p.id, o.id] or 0) / totals[p.id])
                    for p in parties
                ]
                for o in own
            ],
            dtype=np.int64,
        )
        for t, own in zip(terms, options, strict=True)
    )  # fmt: skip
    lines = {w.organization: w.value or 0.0 for w in workshop.of(WalkAway).values()}
    walk_away = np.array([round(UNIT * lines.get(p.id, 0.0)) for p in parties], dtype=np.int64)
    return Problem(tuple(parties), tuple(terms), tuple(options), worth, walk_away)


def weighing(workshop: Workshop) -> list[Organization]:
    """Give the organizations that have weighed any term, ours first."""
    named = {each.organization for each in workshop.of(TermWeight).values()}
    return [each for each in organizations(workshop) if each.id in named]


def missing(workshop: Workshop) -> Iterator[str]:
    """Give a sentence for each thing without which packages cannot be compared."""
    terms, parties = workshop.all(Term), weighing(workshop)
    if not terms:
        yield "No term can move yet; add the first under Terms."
    if len(terms) > MOST_TERMS:
        yield f"There are {len(terms)} terms; settle some first, for {MOST_TERMS} at most can be compared."
    count = 1
    for term in terms:
        own = len(_options(workshop, term))
        count *= max(own, 1)
        if own < 2:
            yield f"The term “{term.name}” has {counted(own, 'option')}; give it a second one under Terms, or settle it."
        if own > MOST_OPTIONS:
            yield f"The term “{term.name}” has {own} options; keep {MOST_OPTIONS} at most."
    if count > MOST_PACKAGES:
        yield f"There are {count:,} packages; with {MOST_PACKAGES:,} at most they can be compared. Take options out."
    if terms and len(parties) not in PARTIES:
        yield f"{counted(len(parties), 'organization')} weighed the terms; packages are for 2 to 6."
    yield from _unscored(workshop, terms, parties)


def _unscored(workshop: Workshop, terms: list[Term], parties: list[Organization]) -> Iterator[str]:
    weights = {(w.organization, w.term): w.weight for w in workshop.of(TermWeight).values()}
    values = {(v.organization, v.option): v.value for v in workshop.of(OptionValue).values()}
    for party in parties:
        unknown = [t.name for t in terms if weights.get((party.id, t.id)) is None]
        if unknown:
            yield f"{party.name} has not weighed “{unknown[0]}” yet; pass it the sealed sheet again."
        elif not any(weights[party.id, t.id] for t in terms):
            yield f"All weights of {party.name} are zero; one term at least must matter."
        open_options = [
            o for t in terms for o in _options(workshop, t) if values.get((party.id, o.id)) is None
        ]
        if open_options:
            yield (
                f"{party.name} has not valued {counted(len(open_options), 'option')} yet, "
                f"first “{open_options[0].text}”; pass it the sealed sheet again."
            )


def _options(workshop: Workshop, term: Term) -> tuple[TermOption, ...]:
    return tuple(each for each in workshop.all(TermOption) if each.term == term.id)


def words(problem: Problem, choice: Choice) -> Mapping[Id, str]:
    """Give the option chosen for each term, by the id of the term."""
    return {
        term.id: own[at].text
        for term, own, at in zip(problem.terms, problem.options, choice, strict=True)
    }
