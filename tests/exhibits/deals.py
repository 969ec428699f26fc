# SPDX-License-Identifier: MIT
"""Deals that put exhibits to the test: the sample's, one in Greek and Cyrillic, and one of many."""

from functools import cache

import msgspec

from tests.exhibits.workshops import many as many_records
from workshop.audience import public_view
from workshop.deal.money_records import (
    Basis,
    BasisValue,
    LossShare,
    SavingsModel,
    Scenario,
    SplitRule,
)
from workshop.deal.operating_records import (
    Activity,
    DecisionRight,
    ExitPlan,
    Goal,
    PartyRight,
    Role,
)
from workshop.deal.package_edits import put_on_table
from workshop.deal.packages import analyze
from workshop.deal.packages_problem import problem_of
from workshop.deal.records import LedgerItem
from workshop.interchange.templates import sample
from workshop.prepare.records import Organization
from workshop.record import Record, fields
from workshop.state import Workshop

LONG = "Forty characters of a name for a thing."


@cache
def ordinary() -> Workshop:
    """Give what the room may see of the sample, with packages on the table."""
    whole = sample()
    return public_view(put_on_table(whole, analyze(problem_of(whole))))


@cache
def foreign() -> Workshop:
    """Give the ordinary deal with every name and text in Greek and Cyrillic, 40 characters long."""
    return Workshop(_translated(record) for record in ordinary().records())


@cache
def many() -> Workshop:
    """Give a deal among 40 organizations, with 60 of whatever is listed."""
    workshop = many_records()
    organizations = sorted(workshop.of(Organization))[:40]
    made: list[Record] = [
        SavingsModel(id="m", name="Model", benchmark=10**11, minimum_rate=0.01),
        SplitRule(id="s", name="Split", partner=organizations[0], partner_share=0.3),
        Basis(id="b", name="Equal", weight=1.0),
        Scenario(id="s1", name="Bad " + LONG, probability=0.5, rate=-0.02),
        Scenario(id="s2", name="Good " + LONG, probability=0.5, rate=0.04),
        ExitPlan(id="e", name=LONG),
    ]
    for n in range(60):
        own = organizations[n % 40]
        made += [
            LedgerItem(id=f"l{n:02}", organization=own, kind="gives_up", text=f"{n} {LONG}",
                       weight=n % 6 or None),
            LedgerItem(id=f"k{n:02}", organization=own, kind="gets_benefit", text=f"{n} {LONG}",
                       weight=5 - n % 5),
            Activity(id=f"a{n:02}", name=f"{n} {LONG}"),
            DecisionRight(id=f"d{n:02}", name=f"{n} {LONG}", weight=1 + n % 5),
            Goal(id=f"g{n:02}", name=f"{n} {LONG}"),
            Role(id=f"r{n:02}", activity=f"a{n:02}", organization=own, part="accountable"),
            Role(id=f"q{n:02}", activity=f"a{n:02}", organization=organizations[n % 7], part="responsible"),
            PartyRight(id=f"p{n:02}", decision=f"d{n:02}", organization=own, right="decides"),
        ]  # fmt: skip
    for n, own in enumerate(organizations):
        made.append(BasisValue(id=f"v{n:02}", basis="b", organization=own, value=1.0))
        made.append(LossShare(id=f"o{n:02}", organization=own, share=0.025))
    return workshop.put(made)


def _translated(record: Record) -> Record:
    words = "Πληθυσμός και ανάλυση Данные населения и риск"
    changed = {
        field.name: f"{record.id} {words}"[:40]
        for field in fields(type(record))
        if field.kind in ("text", "long")
        and not field.hidden
        and getattr(record, field.name)
        and field.name != "track"
    }
    return msgspec.structs.replace(record, **changed)
