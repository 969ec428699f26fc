# SPDX-License-Identifier: MIT
"""What a split gives away about itself, in words that anybody in the room can check."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workshop.deal.parties import name_of
from workshop.deal.records import Cents
from workshop.deal.scenarios import Outlook, break_even, outlook
from workshop.state import Workshop
from workshop.why import amount, few, listed, number, percent

SIGNIFICANT, MAJORITY = 0.3, 0.5
"""The partner's part of all earnings from which it is called significant, and a majority."""
UNEVEN = 0.4
"""The Gini coefficient of the participants' parts from which they are called uneven."""


class TellTale(NamedTuple):
    """A sentence, and whether it should make the room stop."""

    key: str
    tone: Literal["plain", "stop"]
    sentence: str


def tell_tales(workshop: Workshop) -> list[TellTale]:
    """Give what can be told of the split; RuleError where it cannot be worked out."""
    found = outlook(workshop)
    return [
        *_partner(workshop, found),
        *_uses(workshop, found),
        *_symmetry(workshop, found),
        *_break_even(workshop),
        *_who_gains(workshop, found),
        *_evenness(found),
    ]


def part_of_partner(found: Outlook) -> float | None:
    """Give the partner's part of all that is expected to be earned; None if nothing is."""
    gains = [each for each in found.outcomes if each.split.earned > 0]
    earned = sum((each.scenario.probability or 0) * each.split.earned for each in gains)
    taken = sum(
        (each.scenario.probability or 0) * each.split.to("partner", "fee") for each in gains
    )
    return taken / earned if earned else None


def gini(amounts: Sequence[Cents]) -> float | None:
    """Give the Gini coefficient of amounts that are not negative: 0 all alike, near 1 one has all."""
    total = sum(amounts)
    if total <= 0 or min(amounts) < 0:
        return None
    ranked = sum((2 * at - len(amounts) - 1) * each for at, each in enumerate(sorted(amounts), 1))
    return ranked / (len(amounts) * total)


def _partner(workshop: Workshop, found: Outlook) -> Iterator[TellTale]:
    part, rule = part_of_partner(found), found.terms.rule
    if part is None or not rule.partner:
        return
    name = name_of(workshop, rule.partner)
    if part > MAJORITY:
        said = f"{name} takes the majority: {percent(part)} of all that is earned."
    elif part >= SIGNIFICANT:
        said = f"{name} takes a significant part: {percent(part)} of all that is earned."
    else:
        said = f"{name} takes {percent(part)} of all that is earned."
    yield TellTale("partner", "stop" if part >= SIGNIFICANT else "plain", said)


def _uses(workshop: Workshop, found: Outlook) -> Iterator[TellTale]:
    """Say what part of all earnings goes where; participants in many programs must publish it."""
    likely = [(e.scenario.probability or 0, e.split) for e in found.outcomes if e.split.earned > 0]
    earned = sum(chance * split.earned for chance, split in likely)
    if not earned:
        return
    parts = (
        (("costs",), "pays back costs"),
        (("fee", "partner"), f"goes to {name_of(workshop, found.terms.rule.partner)}"),
        (("reserve", "reinvest"), "is kept for losses and new work"),
        (("pool",), "goes to the participants"),
    )
    shares = [
        (sum(chance * split.to(*keys) for chance, split in likely) / earned, words)
        for keys, words in parts
    ]
    said = [f"{percent(part)} {words}" for part, words in shares if part]
    yield TellTale("uses", "plain", f"Of all that is earned {listed(said)}.")


def _symmetry(workshop: Workshop, found: Outlook) -> Iterator[TellTale]:
    rule = found.terms.rule
    if not rule.partner or not rule.partner_share:
        return
    name, bears = name_of(workshop, rule.partner), rule.partner_loss_share or 0.0
    if not bears:
        said = f"{name} shares in gains and bears nothing of a loss."
    else:
        said = (
            f"{name} bears {percent(bears)} of a loss against {percent(rule.partner_share)} of gains: "
            f"{number(bears / rule.partner_share)} to 1."
        )
    yield TellTale("symmetry", "stop" if not bears else "plain", said)


def _break_even(workshop: Workshop) -> Iterator[TellTale]:
    found = break_even(workshop)
    if found:
        rate, binding = (float(each) * 100 for each in found)
        said = f"Costs are paid back once {number(rate, 4)}% is saved"
        if binding > rate:
            said += f"; as nothing is shared below {number(binding, 4)}%, that is the line"
        yield TellTale("break_even", "plain", said + ".")


def _who_gains(workshop: Workshop, found: Outlook) -> Iterator[TellTale]:
    for each in found.outcomes:
        name = each.scenario.name
        parts = {id: each.split.of(id) for id, _ in found.by_organization}
        pays = [name_of(workshop, id) for id, part in parts.items() if part < 0]
        gains = [name_of(workshop, id) for id, part in parts.items() if part > 0]
        if pays:
            spared = [name_of(workshop, id) for id, part in parts.items() if part >= 0]
            said = f"“{name}”: {few(pays)} {'pays' if len(pays) == 1 else 'pay'} {amount(-sum(p for p in parts.values() if p < 0))}"
            said += f", {few(spared)} nothing." if spared else "."
            yield TellTale("scenario", "stop" if spared else "plain", said)
        elif gains:
            yield TellTale(
                "scenario",
                "plain",
                f"“{name}”: {few(gains)} {'gains' if len(gains) == 1 else 'gain'}.",
            )
        else:
            yield TellTale("scenario", "plain", f"“{name}”: nobody gains and nobody pays.")


def _evenness(found: Outlook) -> Iterator[TellTale]:
    best = found.outcomes[-1].split
    parts = [line.amount for line in best.lines if line.key == "pool"]
    uneven = gini(parts) if parts else None
    if uneven is not None:
        word = "unevenly" if uneven >= UNEVEN else "fairly evenly"
        said = f"In the best year the pool is shared {word} (Gini {number(uneven)})."
        yield TellTale("evenness", "plain", said)
