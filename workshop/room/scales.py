# SPDX-License-Identifier: MIT
"""The scales on which a room says how far it agrees, as data: other labels need no other code."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from workshop.room.records import Scale

Stance = Literal["support", "abstain", "discuss", "oppose"]


class Choice(NamedTuple):
    """One value of a scale; `short` fits into a bar of a chart."""

    value: int
    label: str
    short: str
    stance: Stance
    enthusiastic: bool = False


class AgreementScale(NamedTuple):
    """A scale with its choices from full agreement to none; `values` runs from low to high."""

    key: Scale
    title: str
    choices: tuple[Choice, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The values in rising order, which is the order of the counts of a tally."""
        return tuple(sorted(choice.value for choice in self.choices))

    @property
    def supporting(self) -> frozenset[int]:
        """The values that support what was asked."""
        return frozenset(c.value for c in self.choices if c.stance == "support")

    def choice(self, value: int) -> Choice:
        """Give the choice with this value."""
        return next(choice for choice in self.choices if choice.value == value)


FIST_TO_FIVE = AgreementScale(
    "fist_to_five",
    "Fist to five",
    (
        Choice(5, "I will help to lead it", "will lead", "support", True),
        Choice(4, "I think it is good", "good", "support", True),
        Choice(3, "I can live with it", "can live with it", "support"),
        Choice(2, "I have a concern to be heard", "concern", "discuss"),
        Choice(1, "I have a serious concern", "serious concern", "discuss"),
        Choice(0, "I cannot let this pass", "block", "oppose"),
    ),
)

GRADIENTS = AgreementScale(
    "gradients",
    "Gradients of agreement",
    (
        Choice(1, "Whole-hearted endorsement", "endorse", "support", True),
        Choice(2, "Agreement with a minor point of contention", "agree", "support", True),
        Choice(3, "Support with reservations", "with reservations", "support"),
        Choice(4, "Abstain", "abstain", "abstain"),
        Choice(5, "More discussion needed", "more talk", "discuss"),
        Choice(6, "Do not like it but will support it", "will support", "support"),
        Choice(7, "Serious disagreement", "disagree", "oppose"),
        Choice(8, "Veto", "veto", "oppose"),
    ),
)

SCALES: Mapping[Scale, AgreementScale] = {scale.key: scale for scale in (FIST_TO_FIVE, GRADIENTS)}
