# SPDX-License-Identifier: MIT
"""Four questions in order that lead to a way to close a gap (Capron & Mitchell 2012).

A rating of 0.5 or more answers yes. Where the relation must be deep and the provider cannot be
integrated, the tree ends at rethinking the need, or a joint venture.
"""

from collections.abc import Mapping
from typing import NamedTuple

from workshop.gaps.records import Option

CUT = 0.5


class Question(NamedTuple):
    """One question of the tree, the rating that answers it, and where a yes or a no leads."""

    rating: str
    text: str
    yes: Option | None
    no: Option | None


class Answer(NamedTuple):
    """A question with its answer."""

    question: Question
    yes: bool


class Tree(NamedTuple):
    """The answers that were needed, where they lead, and the questions still unanswered.

    `option` is None and `says` empty while a question that is needed has no answer.
    """

    path: tuple[Answer, ...]
    option: Option | None
    says: str
    unanswered: tuple[Question, ...]


QUESTIONS: tuple[Question, ...] = (
    Question(
        "relevance", "Are our own resources similar to what is needed, and superior?", "build", None
    ),
    Question(
        "tradability", "Could a contract specify it clearly and protect it?", "contract", None
    ),
    Question("closeness", "Must we work together deeply?", None, "alliance"),
    Question("integration", "Could we integrate the provider?", "acquire", "joint_venture"),
)

SAYS: Mapping[Option, str] = {
    "build": "Build inside",
    "contract": "Contract",
    "alliance": "Alliance",
    "acquire": "Acquire",
    "joint_venture": "Redefine the need, or a joint venture",
}


def walk(ratings: Mapping[str, float | None]) -> Tree:
    """Walk the questions until one decides or has no answer; ratings run from 0 to 1."""
    return _walk_on(ratings, ())


def _walk_on(ratings: Mapping[str, float | None], path: tuple[Answer, ...]) -> Tree:
    question = QUESTIONS[len(path)]
    rating = ratings[question.rating]
    if rating is None:
        rest = QUESTIONS[len(path) :]
        return Tree(path, None, "", tuple(q for q in rest if ratings[q.rating] is None))
    yes = rating >= CUT
    path = (*path, Answer(question, yes))
    option = question.yes if yes else question.no
    return Tree(path, option, SAYS[option], ()) if option else _walk_on(ratings, path)
