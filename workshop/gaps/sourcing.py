# SPDX-License-Identifier: MIT
"""How each gap could be closed: the ladder of ways, which are open, and what speaks for which.

A score over eight ratings and a tree of four questions answer side by side; where they disagree
the disagreement is said, for it is the most useful thing a room can talk about.
"""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from workshop.gaps.decision_tree import Tree, walk
from workshop.gaps.records import (
    OPTION_LABELS,
    RATINGS,
    ClosedOption,
    Need,
    Option,
    Sourcing,
)
from workshop.ids import Id
from workshop.record import field, label_of
from workshop.state import Workshop
from workshop.why import Why, number

LADDER: tuple[Option, ...] = get_args(Option)
"""The ways to close a gap, by rising commitment."""

IDEAL: Mapping[Option, tuple[float, ...]] = {
    "build": (1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
    "contract": (0, 1, 0, 0.5, 0.5, 0, 0, 0),
    "alliance": (0, 0.5, 0.5, 0.5, 0.75, 0.75, 0, 0.5),
    "joint_venture": (0, 0, 0.75, 0.5, 1, 1, 0.5, 0.5),
    "acquire": (0, 0, 1, 1, 0, 0.25, 1, 1),
}
"""The ratings at which a way fits best, in the order of RATINGS."""

USE: Mapping[Option, tuple[int, ...]] = {
    "build": (3, 0, 0, 0, 0, 1, 0, 1),
    "contract": (3, 3, 2, 0, 1, 1, 1, 1),
    "alliance": (3, 2, 3, 0, 2, 2, 1, 1),
    "joint_venture": (3, 2, 3, 1, 2, 2, 1, 1),
    "acquire": (3, 2, 3, 3, 2, 2, 2, 1),
}
"""How much each rating counts for a way, in the order of RATINGS."""

UNSCORED: Mapping[Option, str] = {
    "equity_alliance": (
        "Not scored: it lies between an alliance and a joint venture; "
        "weigh it when one of these leads."
    ),
    "merge": (
        "Not scored: a merger changes both organizations as a whole; one gap alone does not decide it."
    ),
}
"""Why these two ways have no score."""


class Way(NamedTuple):
    """One rung of the ladder for a need; `note` says why it is closed or has no score.

    The score runs from 0 to 1; `rated` and `ratings` tell how many of the ratings it uses are in.
    """

    option: Option
    label: str
    open: bool
    note: str
    score: float | None
    rated: int
    ratings: int
    why: Why | None


class Comparison(NamedTuple):
    """All ways to close the gap behind a need, best first and closed ones last, beside the tree."""

    need: Need
    sourcing: Sourcing | None
    ways: tuple[Way, ...]
    tree: Tree
    differs: str
    caution: str

    @property
    def best(self) -> Way | None:
        """The open way with the highest score."""
        first = self.ways[0]
        return first if first.open and first.score is not None else None


def sourcing_of(workshop: Workshop, need: Id) -> Sourcing | None:
    """Give the ratings and the choice for a need, if any were made."""
    return next((s for s in workshop.of(Sourcing).values() if s.need == need), None)


def compare(workshop: Workshop, need_id: Id) -> Comparison:
    """Compare all ways to close the gap behind a need."""
    need = workshop.get(Need, need_id)
    sourcing = sourcing_of(workshop, need_id)
    ratings = {name: getattr(sourcing, name) if sourcing else None for name in RATINGS}
    closed = {c.option: c for c in workshop.of(ClosedOption).values() if c.need == need_id}
    ways = sorted((_way(option, ratings, closed.get(option)) for option in LADDER), key=_rank)
    tree = walk(ratings)
    found = Comparison(need, sourcing, tuple(ways), tree, "", "")
    caution = _caution(sourcing, closed)
    return found._replace(differs=_difference(tree, found.best, closed), caution=caution)


def score(option: Option, ratings: Mapping[str, float | None]) -> float | None:
    """Score a way from 0 to 1 over the ratings that are known; None if none of its are."""
    parts = _parts(option, ratings)
    weight = sum(use for _, use, _ in parts)
    return sum(use * near for _, use, near in parts) / weight if weight else None


def _parts(option: Option, ratings: Mapping[str, float | None]) -> list[tuple[str, int, float]]:
    rows = zip(RATINGS, IDEAL.get(option, ()), USE.get(option, ()), strict=False)
    return [
        (name, use, 1 - abs(rating - ideal))
        for name, ideal, use in rows
        if use and (rating := ratings[name]) is not None
    ]


def _way(option: Option, ratings: Mapping[str, float | None], closed: ClosedOption | None) -> Way:
    parts = _parts(option, ratings)
    note = UNSCORED.get(option, "")
    if closed:
        reason = label_of(field(ClosedOption, "reason"), closed.reason)
        note = f"Closed: {closed.details or reason.lower()}"
    return Way(
        option=option,
        label=OPTION_LABELS[option],
        open=closed is None,
        note=note,
        score=score(option, ratings),
        rated=len(parts),
        ratings=sum(use > 0 for use in USE.get(option, ())),
        why=_why(option, parts) if parts else None,
    )


def _why(option: Option, parts: list[tuple[str, int, float]]) -> Why:
    ideal = dict(zip(RATINGS, IDEAL[option], strict=True))
    return Why(
        "Σ use × (1 − |rating − ideal|) ÷ Σ use",
        tuple(
            (
                field(Sourcing, name).label,
                f"use {use}, ideal {number(ideal[name])}, nearness {number(near)}",
            )
            for name, use, near in parts
        ),
    )


def _rank(way: Way) -> tuple[bool, bool, float, int]:
    # Rounded so that equal scores stay equal and the lighter commitment comes first.
    score = -round(way.score, 9) if way.score is not None else 0.0
    return not way.open, way.score is None, score, LADDER.index(way.option)


def _difference(tree: Tree, best: Way | None, closed: Mapping[Option, ClosedOption]) -> str:
    if tree.option is None:
        return ""
    if tree.option in closed:
        lead = f"The four questions lead to “{tree.says}”, which is closed to us"
        if best is None:
            return f"{lead}."
        return f"{lead}; of the open ways, {best.label} scores highest ({number(best.score)})."
    if best is None or tree.option == best.option:
        return ""
    return (
        f"The four questions lead to “{tree.says}”, "
        f"but {best.label} scores highest ({number(best.score)})."
    )


def _caution(sourcing: Sourcing | None, closed: Mapping[Option, ClosedOption]) -> str:
    if sourcing is None or sourcing.chosen is None or sourcing.chosen not in closed:
        return ""
    return f"{OPTION_LABELS[sourcing.chosen]} is chosen, but marked as closed to us."
