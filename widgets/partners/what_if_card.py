# SPDX-License-Identifier: MIT
"""What reopens if a partner leaves, lends less, or a need grows: one click, one sentence."""

from collections.abc import Callable, Sequence

from widgets.cards import Card
from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.dialogs import label
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import Id
from workshop.partners.set_problem import Problem
from workshop.partners.what_if import WhatIf, with_need, with_share, without_partner
from workshop.why import percent

_KINDS = (
    ("leaves", "A partner leaves"),
    ("lends", "A partner lends half"),
    ("grows", "A need grows"),
)
_TOP = 5
_ASK = "Choose what might happen; nothing in the workshop changes."


class WhatIfCard(Card):
    """Chips for what might happen to the set that is looked at, and the answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What if …")
        self._desk = desk
        self._members: tuple[Id, ...] = ()
        self._problem: Problem | None = None
        self.kinds, self.cases = ChoiceChips("What happens"), ChoiceChips("To whom")
        self.kinds.offer(_KINDS, "leaves")
        self.answer = label(_ASK, "strong")
        for widget in (self.kinds, self.cases, self.answer):
            self.add(widget)
        self.content.setSpacing(12)
        self.kinds.chosen.connect(lambda _key: self._offer())
        self.cases.chosen.connect(self.ask)

    def show_set(self, problem: Problem, members: tuple[Id, ...]) -> None:
        """Take the set that is asked about."""
        self._problem, self._members = problem, members
        self._offer()

    def ask(self, case: str) -> None:
        """Answer what reopens in a case."""
        self.answer.setText(self._what_if(case).sentence)

    def _offer(self) -> None:
        offers: dict[str, Callable[[], Sequence[tuple[str, str]]]] = {
            "leaves": self._leaving,
            "lends": self._lending,
            "grows": self._growing,
        }
        found = offers[self.kinds.current]()
        self.cases.offer(found)
        self.cases.choose_none()
        self.answer.setText(_ASK if found else "Nobody in this set can do that.")

    def _names(self) -> dict[Id, str]:
        problem = self._problem
        return dict(zip(problem.ids, problem.names, strict=True)) if problem else {}

    def _leaving(self) -> list[tuple[str, str]]:
        names = self._names()
        return [(id, names[id]) for id in self._members if id in names]

    def _lending(self) -> list[tuple[str, str]]:
        workshop, names = self._desk.workshop, self._names()
        wanted = {need.capability for need in workshop.all(Need)}
        found = [
            asset
            for asset in workshop.all(Asset)
            if asset.organization in self._members
            and asset.organization in names
            and asset.capability in wanted
            and asset.level
            and asset.share != 0
        ]
        return [
            (
                asset.id,
                f"{names[asset.organization]}: {workshop.of(Capability)[asset.capability].name}, "
                f"{percent(_half(asset))}",
            )
            for asset in found
        ]

    def _growing(self) -> list[tuple[str, str]]:
        workshop = self._desk.workshop
        return [
            (need.id, f"{workshop.of(Capability)[need.capability].name} to {need.needed_level + 1}")
            for need in workshop.all(Need)
            if need.needed_level is not None and need.needed_level < _TOP
        ]

    def _what_if(self, case: str) -> WhatIf:
        workshop = self._desk.workshop
        if self.kinds.current == "leaves":
            return without_partner(workshop, self._members, case)
        if self.kinds.current == "lends":
            asset = workshop.get(Asset, case)
            partner, capability = asset.organization, asset.capability
            return with_share(workshop, self._members, partner, capability, _half(asset))
        level = workshop.get(Need, case).needed_level or 0
        return with_need(workshop, self._members, case, level + 1)


def _half(asset: Asset) -> float:
    return (1.0 if asset.share is None else asset.share) / 2
