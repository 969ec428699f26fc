# SPDX-License-Identifier: MIT
"""What the room may see of sealed scores: which way each trade tilts, and where weights differ.

Never a score, and nothing from which one could be reckoned. A tilt has five steps only. Whether something weighs more for one than for another is judged against
what each scores on average, which nobody else knows; and nothing is shown of few scores.
"""

from statistics import fmean

from workshop.deal.records import Balance, LedgerItem, SealedScore, Tilt
from workshop.ids import Id
from workshop.state import Workshop

FEWEST_SCORES = 3
"""An organization with fewer sealed scores than this shows nothing."""
MUCH, SOME = 1.75, 1.2
"""How many times the one side must outweigh the other to tilt much, or at all."""
APART = 0.5
"""How far the weight of an entry, against the mean of each scorer, must lie apart to be named."""
_GIVES, _GAINS = "gives_up", "gets_benefit"
_STEPS: tuple[tuple[Tilt, float], ...] = (
    ("gains_much_more", MUCH),
    ("gains_more", SOME),
    ("even", 1 / SOME),
    ("gives_more", 1 / MUCH),
    ("gives_much_more", 0.0),
)


def balances(workshop: Workshop) -> list[Balance]:
    """Give what may be seen of each organization that has scored, made anew from sealed scores.

    A workshop without sealed scores, such as a public view, gives the balances it holds.
    """
    scores = _scores(workshop)
    if not scores:
        return workshop.all(Balance)
    shown = {id: own for id, own in scores.items() if len(own) >= FEWEST_SCORES}
    relative = {
        id: {item: score / fmean(own.values()) for item, score in own.items()}
        for id, own in shown.items()
    }
    return [_balance(workshop, id, own, relative) for id, own in sorted(shown.items())]


def _scores(workshop: Workshop) -> dict[Id, dict[Id, int]]:
    found: dict[Id, dict[Id, int]] = {}
    for each in workshop.all(SealedScore):
        found.setdefault(each.organization, {})[each.item] = each.score
    return found


def _balance(
    workshop: Workshop,
    organization: Id,
    own: dict[Id, int],
    relative: dict[Id, dict[Id, float]],
) -> Balance:
    more, less = [], []
    for item, weight in sorted(relative[organization].items()):
        others = [r[item] for id, r in relative.items() if id != organization and item in r]
        if others and weight - fmean(others) >= APART:
            more.append(item)
        elif others and fmean(others) - weight >= APART:
            less.append(item)
    return Balance(
        # The id is made from the organization's, so that two views of one state are equal.
        id=f"{organization}-balance",
        organization=organization,
        tilt=_tilt(workshop, organization, own),
        weighs_more=tuple(more),
        weighs_less=tuple(less),
    )


def _tilt(workshop: Workshop, organization: Id, own: dict[Id, int]) -> Tilt | None:
    items = workshop.of(LedgerItem)
    sums = dict.fromkeys((_GIVES, _GAINS), 0)
    for item, score in own.items():
        if items[item].organization == organization and items[item].kind in sums:
            sums[items[item].kind] += score
    gives, gains = sums[_GIVES], sums[_GAINS]
    if not gives or not gains:
        return None
    return next(tilt for tilt, least in _STEPS if gains >= gives * least)
