# SPDX-License-Identifier: MIT
"""The ledger of give and get: what each organization has named, what it lacks, what is worth what."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workshop.deal.balance import balances
from workshop.deal.parties import name_of, parties
from workshop.deal.records import LEDGER_LABELS, Balance, Cents, LedgerItem, LedgerKind
from workshop.future_state.records import Measure
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import Why, amount, listed, number

KINDS: tuple[LedgerKind, ...] = ("gives_up", "brings_strength", "brings_weakness", "gets_benefit")
DISCOUNT = 0.05
"""By this part a year what is gained later is worth less, where nothing else is said."""
_DAYS = 365.25

TILTS = {
    "gives_much_more": "gives much more than it gains",
    "gives_more": "gives more than it gains",
    "even": "gives about as much as it gains",
    "gains_more": "gains more than it gives",
    "gains_much_more": "gains much more than it gives",
}


class Account(NamedTuple):
    """The ledger of one organization; `net` in cents, None unless amounts are known."""

    organization: Organization
    items: dict[LedgerKind, tuple[LedgerItem, ...]]
    lacking: tuple[str, ...]
    net: Cents | None
    why: Why
    sentence: str


def accounts(workshop: Workshop, today: date | None = None) -> list[Account]:
    """Give the ledger of each party, ours first."""
    return [_account(workshop, each, today) for each in parties(workshop)]


def tangible(workshop: Workshop, item: LedgerItem) -> bool:
    """Tell whether a benefit can be counted: it has an amount or a measure."""
    return item.base is not None or any(id in workshop.of(Measure) for id in item.concerns)


def balance_sentences(workshop: Workshop) -> list[str]:
    """Say which way each trade tilts and what weighs differently, with no score in it."""
    return [said for each in balances(workshop) for said in _told(workshop, each)]


def _told(workshop: Workshop, balance: Balance) -> Iterator[str]:
    name, items = name_of(workshop, balance.organization), workshop.of(LedgerItem)
    if balance.tilt:
        yield f"By its own scores {name} {TILTS[balance.tilt]}."
    for ids, word in ((balance.weighs_more, "more"), (balance.weighs_less, "less")):
        if ids:
            texts = [f"“{items[id].text}”" for id in ids]
            verb = "weighs" if len(texts) == 1 else "weigh"
            subject = listed(texts)
            yield f"{subject[0].upper()}{subject[1:]} {verb} {word} for {name} than for others."


def _account(workshop: Workshop, organization: Organization, today: date | None) -> Account:
    own = [i for i in workshop.all(LedgerItem) if i.organization == organization.id]
    items = {kind: tuple(i for i in own if i.kind == kind) for kind in KINDS}
    lacking = tuple(kind for kind in KINDS if not items[kind])
    net, why = _net(own, today)
    name = organization.name
    if lacking:
        words = [LEDGER_LABELS[kind].lower() for kind in lacking]
        said = f"{name} has not named yet what it {_or(words)}."
    elif not any(tangible(workshop, each) for each in items["gets_benefit"]):
        said = f"None of the gains of {name} can be counted; give one an amount or a measure."
    else:
        said = f"{name} has named all four sides."
    return Account(organization, items, lacking, net, why, said)


def _or(words: list[str]) -> str:
    return listed(words).replace(" and ", " or ")


def _net(own: list[LedgerItem], today: date | None) -> tuple[Cents | None, Why]:
    """Give probable gains, worth less the later they come, less what is given up."""
    known = [i for i in own if i.base is not None and i.kind in ("gets_benefit", "gives_up")]
    total = 0.0
    for item in known:
        worth = (item.base or 0) * (1.0 if item.probability is None else item.probability)
        if item.kind == "gives_up":
            total -= worth
        else:
            total += worth / (1 + DISCOUNT) ** _years(item, today)
    net = round(total) if known else None
    why = Why(
        "Σ probability × gain ÷ (1 + discount)^years − Σ probability × what is given up",
        (
            ("Discount a year", f"{number(DISCOUNT * 100)}%"),
            ("Entries with an amount", f"{len(known)} of {len(own)}"),
            ("Net", amount(net)),
        ),
    )
    return net, why


def _years(item: LedgerItem, today: date | None) -> float:
    if item.when is None or today is None:
        return 0.0
    return max(0.0, (item.when - today).days / _DAYS)
