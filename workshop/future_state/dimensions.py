# SPDX-License-Identifier: MIT
"""The dimensions of the future state: three that no shared vision may leave out, and others."""

from workshop.future_state.records import Statement
from workshop.prepare.vocabulary import ALWAYS, words_for
from workshop.record import fold
from workshop.state import Workshop

MANDATORY = ALWAYS["dimension"]


def dimensions(workshop: Workshop) -> tuple[str, ...]:
    """Give all dimensions, the mandatory ones first, then those suggested, then others in use."""
    return words_for(workshop, "dimension")


def is_mandatory(dimension: str) -> bool:
    """Tell whether a shared vision needs a statement in this dimension."""
    return any(same_dimension(dimension, each) for each in MANDATORY)


def same_dimension(one: str, other: str) -> bool:
    """Tell whether two names mean the same dimension, without regard to case and spaces."""
    return fold(one) == fold(other)


def by_dimension(workshop: Workshop) -> dict[str, list[Statement]]:
    """Give the statements under their dimensions, all dimensions included, in their order."""
    sorted_in: dict[str, list[Statement]] = {name: [] for name in dimensions(workshop)}
    folded = {fold(name): name for name in sorted_in}
    for statement in workshop.all(Statement):
        name = folded[fold(statement.dimension)]
        sorted_in[name].append(statement)
    return sorted_in
