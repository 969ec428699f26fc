# SPDX-License-Identifier: MIT
"""What of the network is looked at, and how: one value for the map, the room and the page."""

from datetime import date

import msgspec

from workshop.ids import Id
from workshop.partners.graph import IN_FORCE, NetworkFilter
from workshop.partners.questions import QUESTIONS, Answer
from workshop.partners.times import Moment, statuses_at
from workshop.record import RuleError
from workshop.state import Workshop


class Scene(msgspec.Struct, frozen=True, omit_defaults=True):
    """A filter, a moment, an order, areas, and the question that was asked; all of it by default."""

    relations: tuple[str, ...] | None = None
    min_strength: float = 0
    statuses: tuple[str, ...] = tuple(sorted(IN_FORCE))
    directed: bool = False
    one_way: bool | None = None
    day: date | None = None
    today: date | None = None
    """The day the scene was set on, so that the room and the page read the same."""
    without: Id = ""
    capabilities: bool = False
    grouped_by: str = ""
    arrangement: str = ""
    question: str = ""
    about: Id = ""

    @property
    def filter(self) -> NetworkFilter:
        """The ties that are looked at."""
        return NetworkFilter(
            relations=None if self.relations is None else frozenset(self.relations),
            min_strength=self.min_strength,
            statuses=frozenset(self.statuses),
            directed=self.directed,
            one_way=self.one_way,
            moment=self._moment(),
            without=self.without,
        )

    def _moment(self) -> Moment | None:
        if self.day is None or self.today is None or self.day == self.today:
            return None
        return Moment(self.day, self.day > self.today)

    def at(self, day: date, today: date) -> "Scene":
        """Give the scene on another day, with the states that ties can have then."""
        statuses = tuple(sorted(statuses_at(day, today)))
        return msgspec.structs.replace(self, day=day, today=today, statuses=statuses)

    def leaving(self, organization: Id) -> "Scene":
        """Give the scene without an organization, or with all of them for ""."""
        return msgspec.structs.replace(self, without=organization)

    def asking(self, question: str, about: Id) -> "Scene":
        """Give the scene with a question, or with none for ""."""
        return msgspec.structs.replace(self, question=question, about=about)

    @property
    def shows_capabilities(self) -> bool:
        """Whether capabilities stand on the map; in layers they always do."""
        return self.capabilities or self.arrangement == "layers"

    def filtered(self, filter: NetworkFilter) -> "Scene":
        """Give the scene with another choice of ties; the moment stays."""
        return msgspec.structs.replace(
            self,
            relations=None if filter.relations is None else tuple(sorted(filter.relations)),
            min_strength=filter.min_strength,
            statuses=tuple(sorted(filter.statuses)),
            directed=filter.directed,
            one_way=filter.one_way,
        )

    def encoded(self) -> str:
        """Give the scene as a word that can be passed around."""
        return msgspec.json.encode(self).decode()


EVERYTHING_SHOWN = Scene()


def decoded(word: str) -> Scene:
    """Read a scene back; RuleError if it is none."""
    if not word:
        return EVERYTHING_SHOWN
    try:
        return msgspec.json.decode(word, type=Scene)
    except msgspec.MsgspecError as wrong:
        raise RuleError("What the network should show cannot be read; show it anew.") from wrong


def answered(workshop: Workshop, scene: Scene) -> Answer | None:
    """Ask the question of a scene; None without one, RuleError if what it is about is gone."""
    question = QUESTIONS.get(scene.question)
    if question is None:
        return None
    if question.about == "need":
        return question.answer(workshop, scene.about)
    if question.about:
        return question.answer(workshop, scene.about, scene.filter)
    return question.answer(workshop, scene.filter)
