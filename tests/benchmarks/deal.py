# SPDX-License-Identifier: MIT
"""How fast packages are compared, results split and the thread followed, at the sizes promised.

No peer does any of this; each row stands beside its goal in seconds.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from tests.benchmarks.result import Result
from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.packages_exact import efficient
from workshop.deal.packages_problem import UNIT, Problem
from workshop.deal.packages_search import better_for_all, max_min, nash
from workshop.deal.records import Clause, LedgerItem
from workshop.deal.scenarios import sampled
from workshop.deal.term_records import Term, TermOption
from workshop.deal.waterfall import split, terms_of
from workshop.future_state.records import Statement
from workshop.gaps.records import Capability, Need
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop
from workshop.thread import thread

NO_PEER = float("nan")
TERMS, OPTIONS = 12, 4
MEMORY = "under 1 GB; its own table of 16.7 million packages is never made"


def run() -> list[Result]:
    """Measure every row of the deal."""
    three, six = _problem(3), _problem(6)
    fair = max_min(six)
    assert fair is not None
    deal = _deal(40)
    terms = terms_of(deal)
    large = _threaded(500)
    return [
        _row("3 parties, 12 terms of 4: exact efficient set", lambda: efficient(three), 5.0, MEMORY),
        _row("6 parties, 12 terms of 4: exact Nash point", lambda: nash(six), 5.0),
        _row("6 parties, 12 terms of 4: exact max-min point", lambda: max_min(six), 5.0),
        _row("6 parties: proof that a package is not beaten", lambda: better_for_all(six, fair), 5.0),
        _row("6 parties: what beats a package", lambda: better_for_all(six, (1,) * TERMS), 5.0),
        _row("split among 40, exact to the cent", lambda: split(terms, 3_577_000_03), 0.001),
        _row("1,000 drawn years among 40", lambda: list(sampled(deal, 1000)), 1.0),
        _row("thread of 500 records", lambda: thread(large), 0.016),
    ]  # fmt: skip


def _row(what: str, measured: Callable[[], object], goal: float, note: str = "") -> Result:
    taken = []
    for _ in range(4):
        began = perf_counter()
        measured()
        taken.append(perf_counter() - began)
    seconds = median(taken[1:])
    words = f"under {goal:g} s" + (f", {note}" if note else "")
    return Result(what, seconds, "none does this", NO_PEER, words, seconds < goal)


def _problem(parties: int) -> Problem:
    """Make parties of which half want more of each term and half less, with weights of their own."""
    draw = np.random.default_rng(7)
    weights = draw.dirichlet(np.ones(TERMS), parties)
    worth = []
    for term in range(TERMS):
        table = np.zeros((OPTIONS, parties))
        for party in range(parties):
            steps = np.sort(np.concatenate([[0, 1], draw.random(OPTIONS - 2)]))
            table[:, party] = steps if (party + term) % 2 else steps[::-1]
        worth.append(np.round(UNIT * table * weights[:, term]).astype(np.int64))
    terms = tuple(Term(id=f"t{n}", name=f"Term {n}") for n in range(TERMS))
    options = tuple(
        tuple(TermOption(id=f"{t.id}-{k}", term=t.id, text=str(k)) for k in range(OPTIONS))
        for t in terms
    )
    organizations = tuple(Organization(id=f"p{n}", name=f"P{n}") for n in range(parties))
    return Problem(organizations, terms, options, tuple(worth), np.full(parties, int(0.3 * UNIT)))


def _deal(organizations: int) -> Workshop:
    names = [f"o{n:02}" for n in range(organizations)]
    return Workshop(
        [
            *(Organization(id=each, name=each) for each in names),
            SplitRule(id="s", name="Split", partner="o00", partner_share=0.3, reserve=0.1,
                      reinvest=0.2, recoup=600_000_00, partner_loss_share=0.1),
            SavingsModel(id="m", name="Model", rules="mssp_2024", track="E", minimum_rate=0.01,
                         benchmark=177_300_000_00, people=13_151, revenue=60_000_000_00),
            Scenario(id="x", name="Bad", probability=0.5, rate=-0.02),
            Scenario(id="y", name="Good", probability=0.5, rate=0.05),
            Basis(id="a", name="Size", weight=0.7),
            Basis(id="b", name="Equal", weight=0.3),
            *(BasisValue(id=f"a{each}", basis="a", organization=each, value=100.0 + 7 * n)
              for n, each in enumerate(names)),
            *(BasisValue(id=f"b{each}", basis="b", organization=each, value=1.0) for each in names),
            *(LossShare(id=f"l{each}", organization=each, share=1 / organizations) for each in names),
        ]
    )  # fmt: skip


def _threaded(count: int) -> Workshop:
    made: list[Record] = [Organization(id="o", name="O", ours=True)]
    for n in range(count // 5):
        made += [
            Statement(id=f"s{n}", dimension="Strategy", text_to=f"Statement {n}"),
            Capability(id=f"k{n}", name=f"Capability {n}"),
            Need(id=f"n{n}", capability=f"k{n}", because=(f"s{n}",), needed_level=3),
            LedgerItem(id=f"l{n}", organization="o", kind="gives_up", text=f"Give {n}",
                       concerns=(f"n{n}", f"c{n}")),
            Clause(id=f"c{n}", subject=f"Clause {n}", drafted="It is so."),
        ]  # fmt: skip
    return Workshop(made)
