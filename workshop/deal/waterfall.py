# SPDX-License-Identifier: MIT
"""Split a year's result to the cent: costs first, then the partner, reserve, reinvestment, the pool.

Every split adds up exactly; what rounding leaves over goes to whoever lost most by it.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from workshop.deal.money_records import Basis, BasisValue, LossShare, SplitRule
from workshop.deal.records import Cents
from workshop.deal.savings.settle import half_up
from workshop.ids import Id
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import percent


class Line(NamedTuple):
    """One part of a split; `organization` is None where it goes to all in common."""

    key: str
    """“costs”, “fee”, “partner”, “reserve”, “reinvest”, “pool”; negative amounts bear a loss."""
    organization: Id | None
    amount: Cents


class Split(NamedTuple):
    """A result and who gets or bears what of it; the lines add up to it."""

    earned: Cents
    lines: tuple[Line, ...]

    def of(self, organization: Id) -> Cents:
        """Give all that goes to, or is borne by, one organization."""
        return sum(line.amount for line in self.lines if line.organization == organization)

    def to(self, *keys: str) -> Cents:
        """Give what goes to parts of the waterfall."""
        return sum(line.amount for line in self.lines if line.key in keys)


class Terms(NamedTuple):
    """The rule of a split with its shares worked out, ready for many results."""

    rule: SplitRule
    pool: tuple[tuple[Id, Fraction], ...]
    losses: tuple[tuple[Id, Fraction], ...]


def largest_remainder(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Split whole cents by weights so that the parts add up to the total exactly.

    Cents left over go to the largest remainders, among equals to the first.
    """
    common = lcm(*(weight.denominator for weight in weights))
    whole = [weight.numerator * (common // weight.denominator) for weight in weights]
    scale, size = sum(whole), abs(total)
    if scale <= 0:
        raise RuleError("There is nothing to share by: all weights are zero.")
    divided = [divmod(size * each, scale) for each in whole]
    parts = [part for part, _ in divided]
    order = sorted(range(len(parts)), key=lambda at: (-divided[at][1], at))
    for at in order[: size - sum(parts)]:
        parts[at] += 1
    return parts if total >= 0 else [-part for part in parts]


def exact(value: float | None) -> Fraction:
    """Give the fraction a person means by a number as written; unknown counts as nothing."""
    return Fraction(repr(value)) if value else Fraction(0)


def terms_of(workshop: Workshop) -> Terms:
    """Read the rule of the split; RuleError says in a sentence what does not add up."""
    rules = workshop.all(SplitRule)
    if not rules:
        raise RuleError("There is no rule for the split yet; write it under How it is shared.")
    return Terms(rules[0], pool_weights(workshop), loss_shares(workshop))


def pool_weights(workshop: Workshop) -> tuple[tuple[Id, Fraction], ...]:
    """Give each organization's part of the pool: the mix of its parts on every basis."""
    bases = workshop.all(Basis)
    if not bases:
        raise RuleError("Nothing says how the pool is shared; add a basis such as effort or size.")
    _adds_up("The bases of the pool", [exact(basis.weight) for basis in bases])
    mix: dict[Id, Fraction] = {}
    for basis in bases:
        values = {v.organization: v for v in workshop.all(BasisValue) if v.basis == basis.id}
        unknown = [v for v in values.values() if v.value is None]
        if unknown:
            name = workshop.get(Organization, unknown[0].organization).name
            raise RuleError(f"What {name} brings on “{basis.name}” is not known; enter it.")
        total = sum(exact(each.value) for each in values.values())
        if not total:
            raise RuleError(f"Nobody brings anything on “{basis.name}”; enter values or remove it.")
        for id, each in values.items():
            mix[id] = mix.get(id, Fraction(0)) + exact(basis.weight) * exact(each.value) / total
    return _by_name(workshop, mix)


def loss_shares(workshop: Workshop) -> tuple[tuple[Id, Fraction], ...]:
    """Give each organization's part of the partners' losses; nothing if none is agreed."""
    found = {each.organization: exact(each.share) for each in workshop.all(LossShare)}
    if found:
        _adds_up("The parts of a loss", list(found.values()))
    return _by_name(workshop, found)


def split(terms: Terms, earned: Cents) -> Split:
    """Split a result; a loss is borne by the reserve, then the partner, then by loss shares."""
    lines = _gains(terms, earned) if earned > 0 else _losses(terms, earned)
    return Split(earned, tuple(lines))


def _gains(terms: Terms, earned: Cents) -> list[Line]:
    rule = terms.rule
    costs = min(earned, rule.recoup or 0)
    net = earned - costs
    fee = min(net, rule.partner_fee or 0) if rule.partner else 0
    base = net - fee if rule.partner_base == "net" else earned
    share = half_up(exact(rule.partner_share) * base) if rule.partner else 0
    partner = min(net - fee, share)
    rest = net - fee - partner
    kept, again = exact(rule.reserve), exact(rule.reinvest)
    reserve, reinvest, pool = largest_remainder(rest, [kept, again, 1 - kept - again])
    lines = [
        Line("costs", None, costs),
        Line("fee", rule.partner, fee),
        Line("partner", rule.partner, partner),
        Line("reserve", None, reserve),
        Line("reinvest", None, reinvest),
    ]
    parts = largest_remainder(pool, [weight for _, weight in terms.pool])
    owned = [Line("pool", id, part) for (id, _), part in zip(terms.pool, parts, strict=True)]
    return [line for line in lines if line.amount] + owned


def _losses(terms: Terms, earned: Cents) -> list[Line]:
    rule = terms.rule
    reserve = min(-earned, rule.reserve_held or 0)
    left = -earned - reserve
    partner = half_up(exact(rule.partner_loss_share) * left) if rule.partner else 0
    lines = [Line("reserve", None, -reserve), Line("partner", rule.partner, -partner)]
    rest = left - partner
    if rest and not terms.losses:
        raise RuleError("Nothing says who bears a loss; enter each one's part of a loss.")
    parts = largest_remainder(-rest, [share for _, share in terms.losses]) if rest else []
    borne = [Line("pool", id, part) for (id, _), part in zip(terms.losses, parts, strict=False)]
    return [line for line in lines if line.amount] + borne


def _adds_up(what: str, shares: Sequence[Fraction]) -> None:
    if sum(shares) != 1:
        raise RuleError(
            f"{what} add up to {percent(float(sum(shares)))}, not to 100%; correct one under How it is shared."
        )


def _by_name(workshop: Workshop, shares: dict[Id, Fraction]) -> tuple[tuple[Id, Fraction], ...]:
    names = workshop.of(Organization)
    return tuple(sorted(shares.items(), key=lambda pair: names[pair[0]].name.casefold()))
