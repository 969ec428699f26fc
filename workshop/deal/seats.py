# SPDX-License-Identifier: MIT
"""Whether the seats leave as much control with those who do the work as a program asks for."""

from fractions import Fraction

from workshop.deal.money_records import SavingsModel, SplitRule
from workshop.deal.parties import name_of
from workshop.deal.power import power
from workshop.deal.savings.program import program
from workshop.state import Workshop
from workshop.why import percent


def seats_problem(workshop: Workshop) -> str:
    """Say that the managing partner holds more seats than the program's rules leave it, or nothing.

    The part that the participants must hold stands with its source in the program's data.
    """
    models, rules = workshop.all(SavingsModel), workshop.all(SplitRule)
    least = program(models[0].rules).least_control if models and rules else ""
    partner, seats = (rules[0].partner if rules else None), power(workshop).seats
    total = sum(seats.values())
    if not least or not partner or not total:
        return ""
    own = seats.get(partner, 0)
    if Fraction(total - own, total) >= Fraction(least):
        return ""
    return (
        f"{name_of(workshop, partner)} holds {own} of {total} seats ({percent(own / total)}); by "
        f"{program(models[0].rules).title} the participants hold at least "
        f"{percent(float(Fraction(least)))}. Check it before you sign."
    )
