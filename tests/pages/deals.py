# SPDX-License-Identifier: MIT
"""A small deal with something of everything, and words in it that nobody but its owner may see."""

from functools import cache

from tests.exhibits.workshops import ordinary
from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.operating_records import Activity, DecisionRight, ExitPlan, ExitTrigger
from workshop.deal.records import Clause, LedgerItem, SealedScore, WalkAway
from workshop.deal.term_records import OptionValue, Term, TermOption, TermWeight
from workshop.record import Record
from workshop.state import Workshop

CANARY = "Zaunkönig"
WEIGHTS = {"o0": (37.125, 62.875), "o1": (61.375, 38.625)}
LINES = {"o0": 0.3217, "o1": 0.2963}


@cache
def deal() -> Workshop:
    """Give the ordinary workshop with a ledger, sealed sheets, terms, a split and an exit."""
    return ordinary().put([*_ledger(), *_terms(), *_money(), *_operating()])


def _ledger() -> list[Record]:
    items: list[Record] = []
    for organization in ("o0", "o1"):
        for kind, text in (
            ("gives_up", "A seat"),
            ("brings_strength", "Nurses"),
            ("brings_weakness", "Debt"),
            ("gets_benefit", "Analytics"),
        ):
            id = f"l-{organization}-{kind}"
            item = {
                "id": id,
                "organization": organization,
                "kind": kind,
                "text": f"{text} {organization}",
            }
            items.append(LedgerItem(**item, weight=3))  # type: ignore[arg-type]  # named fields
    return items


def sealed() -> list[Record]:
    """Give scores and lines of both parties, with a word of each in its reason."""
    found: list[Record] = []
    for organization, score in (("o0", 5), ("o1", 2)):
        for party in ("o0", "o1"):
            for kind in ("gives_up", "gets_benefit"):
                item = f"l-{party}-{kind}"
                id = f"s-{organization}-{item}"
                found.append(SealedScore(id=id, organization=organization, item=item, score=score))
        reason = f"{CANARY} {organization}"
        line = WalkAway(
            id=f"w-{organization}",
            organization=organization,
            value=LINES[organization],
            reason=reason,
        )
        found.append(line)
        found += _sheet(organization)
    return found


def _sheet(organization: str) -> list[Record]:
    first, second = WEIGHTS[organization]
    low, high = (0.0, 1.0) if organization == "o0" else (1.0, 0.0)
    values = (("t0-a", low), ("t0-b", high), ("t1-a", high), ("t1-b", low))
    return [
        TermWeight(id=f"x0-{organization}", organization=organization, term="t0", weight=first),
        TermWeight(id=f"x1-{organization}", organization=organization, term="t1", weight=second),
        *(
            OptionValue(
                id=f"v-{organization}-{option}",
                organization=organization,
                option=option,
                value=value,
            )
            for option, value in values
        ),
    ]


def _terms() -> list[Record]:
    return [
        Term(id="t0", name="Seats"),
        Term(id="t1", name="Years"),
        TermOption(id="t0-a", term="t0", text="two"),
        TermOption(id="t0-b", term="t0", text="four"),
        TermOption(id="t1-a", term="t1", text="three"),
        TermOption(id="t1-b", term="t1", text="five"),
    ]


def _money() -> list[Record]:
    return [
        SavingsModel(id="m", name="Shared value", benchmark=100_000_000),
        Scenario(id="bad", name="Bad year", probability=0.4, rate=-0.02),
        Scenario(id="good", name="Good year", probability=0.6, rate=0.05),
        SplitRule(
            id="rule", name="How we share", recoup=1_000_000, partner="o1", partner_share=0.3
        ),
        Basis(id="size", name="Size", weight=1.0),
        BasisValue(id="b0", basis="size", organization="o0", value=3),
        BasisValue(id="b1", basis="size", organization="o1", value=1),
        LossShare(id="ls", organization="o0", share=1.0),
    ]


def _operating() -> list[Record]:
    return [
        Activity(id="visit", name="Visits at home"),
        Activity(id="report", name="Reports"),
        DecisionRight(id="budget", name="Annual budget"),
        ExitPlan(id="out", name="Any of us", notice_days=90),
        ExitTrigger(id="late", plan="out", text="Data is late twice"),
        Clause(id="seat", subject="Seats", edited="Hill gives up a seat."),
    ]
