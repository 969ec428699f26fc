# SPDX-License-Identifier: MIT
"""Ways to close a gap: scores, the four questions, closed ways, and where the two disagree."""

import pytest

from workshop.gaps.asked import asked_about, question_about
from workshop.gaps.decision_tree import QUESTIONS, walk
from workshop.gaps.fitting import fits_because
from workshop.gaps.records import RATINGS, Capability, ClosedOption, Need, Sourcing
from workshop.gaps.sourcing import LADDER, Comparison, compare
from workshop.record import Record
from workshop.room.records import AgreementRound
from workshop.state import Workshop

ORACLE = (0.25, 0.25, 0.75, 0.25, 0.8, 0.7, 0.25, 0.5)


def compared(
    ratings: tuple[float | None, ...] = (), *more: Record, chosen: str | None = None
) -> Comparison:
    records: list[Record] = [Capability(id="c", name="Data"), Need(id="n", capability="c"), *more]
    if ratings or chosen:
        values = dict(zip(RATINGS, ratings, strict=False))
        records.append(Sourcing(id="s", need="n", chosen=chosen, **values))  # type: ignore[arg-type]  # by name
    return compare(Workshop(records), "n")


def test_sourcing_oracle() -> None:
    found = compared(ORACLE)
    scored = [(way.option, way.score) for way in found.ways if way.score is not None]
    assert [option for option, _ in scored] == [
        "alliance",
        "joint_venture",
        "acquire",
        "build",
        "contract",
    ]
    assert [score for _, score in scored] == pytest.approx(
        [0.8250, 0.8167, 0.5139, 0.5100, 0.4792], abs=5e-5
    )
    assert [answer.yes for answer in found.tree.path] == [False, False, True, False]
    assert found.tree.option == "joint_venture"
    assert found.differs == (
        "The four questions lead to “Redefine the need, or a joint venture”, "
        "but Alliance scores highest (0.83)."
    )


def test_all_seven_ways_are_shown_with_the_reason_for_a_missing_score() -> None:
    found = compared(ORACLE)
    assert {way.option for way in found.ways} == set(LADDER)
    unscored = [way for way in found.ways if way.score is None]
    assert [way.option for way in unscored] == ["equity_alliance", "merge"]
    assert all(way.note.startswith("Not scored") and way.why is None for way in unscored)


def test_every_score_shows_its_inputs() -> None:
    build = next(way for way in compared(ORACLE).ways if way.option == "build")
    assert build.why
    assert build.why.inputs == (
        ("Relevance", "use 3, ideal 1, nearness 0.25"),
        ("Uncertainty", "use 1, ideal 0.5, nearness 0.8"),
        ("Competition", "use 1, ideal 0.5, nearness 1"),
    )


def test_without_ratings_the_ladder_stands_in_its_order() -> None:
    found = compared()
    assert tuple(way.option for way in found.ways) == LADDER
    assert found.best is None
    assert found.sourcing is None
    assert (found.tree.path, found.tree.unanswered) == ((), QUESTIONS)
    assert (found.differs, found.caution) == ("", "")


def test_missing_ratings_are_left_out_and_counted() -> None:
    found = compared((1.0,))
    build = next(way for way in found.ways if way.option == "build")
    assert (build.score, build.rated, build.ratings) == (1, 1, 3)


@pytest.mark.parametrize(
    ("ratings", "option", "asked"),
    [
        ((0.5,), "build", 1),
        ((0.4, 0.9), "contract", 2),
        ((0.4, 0.4, 0.4), "alliance", 3),
        ((0.4, 0.4, 0.5, 0.5), "acquire", 4),
        ((0.4, 0.4, 0.5, 0.49), "joint_venture", 4),
    ],
)
def test_the_tree_stops_at_the_first_question_that_decides(
    ratings: tuple[float, ...], option: str, asked: int
) -> None:
    tree = walk({**dict.fromkeys(RATINGS), **dict(zip(RATINGS, ratings, strict=False))})
    assert (tree.option, len(tree.path), tree.unanswered) == (option, asked, ())


def test_a_question_without_an_answer_is_named() -> None:
    tree = compared((0.2, None, 0.7)).tree
    assert tree.option is None
    assert len(tree.path) == 1
    assert [question.rating for question in tree.unanswered] == ["tradability", "integration"]


def test_closed_ways_come_last_with_their_reason() -> None:
    found = compared(
        ORACLE,
        ClosedOption(id="x", need="n", option="alliance", reason="legal"),
        ClosedOption(id="y", need="n", option="build", reason="capital", details="No money"),
        ClosedOption(id="z", need="other", option="acquire"),
    )
    assert [(way.option, way.open) for way in found.ways[-2:]] == [
        ("alliance", False),
        ("build", False),
    ]
    assert [way.note for way in found.ways[-2:]] == ["Closed: legal", "Closed: No money"]
    assert found.best
    assert found.best.option == "joint_venture"
    assert found.differs == ""


def test_a_closed_answer_of_the_tree_is_said() -> None:
    venture = ClosedOption(id="x", need="n", option="joint_venture")
    assert compared(ORACLE, venture).differs == (
        "The four questions lead to “Redefine the need, or a joint venture”, which is closed to "
        "us; of the open ways, Alliance scores highest (0.83)."
    )
    every = [ClosedOption(id=option, need="n", option=option) for option in LADDER]
    assert compared(ORACLE, *every).differs.endswith("which is closed to us.")
    others = [each for each in every if each.option not in ("joint_venture", "merge")]
    assert compared(ORACLE, *others[1:]).best is not None


def test_the_tree_alone_is_no_disagreement() -> None:
    every = [
        ClosedOption(id=option, need="n", option=option)
        for option in ("build", "contract", "alliance", "acquire")
    ]
    found = compared(ORACLE, *every)
    assert found.best
    assert (found.best.option, found.differs) == ("joint_venture", "")


def test_a_choice_that_is_closed_gets_a_word_of_caution() -> None:
    closed = ClosedOption(id="x", need="n", option="build")
    assert compared(ORACLE, closed, chosen="build").caution == (
        "Build inside is chosen, but marked as closed to us."
    )
    assert compared(ORACLE, closed, chosen="alliance").caution == ""
    assert compared(ORACLE, closed).caution == ""


def test_what_speaks_for_a_way_is_what_it_asks_for() -> None:
    sourcing = compared(ORACLE).sourcing
    assert fits_because("joint_venture", sourcing) == (
        "needs daily work together",
        "we have little of it",
    )
    assert fits_because("build", sourcing) == ()
    assert fits_because("merge", sourcing) == ()
    assert fits_because("alliance", None) == ()
    assert fits_because("contract", Sourcing(id="s", need="n", tradability=0.5)) == ()


def test_the_room_is_asked_about_the_way_or_about_the_need() -> None:
    records: list[Record] = [Capability(id="c", name="Data"), Need(id="n", capability="c")]
    bare = Workshop(records)
    assert asked_about(bare, "n") is None
    assert question_about(bare, "n") == ("n", "We need Data.")
    of_need = AgreementRound(id="r", question="Need it?", subject="n")
    asked = Workshop([*records, of_need, AgreementRound(id="x", question="Else")])
    assert asked_about(asked, "n") == of_need
    of_way = AgreementRound(id="w", question="Ally?", subject="s")
    chosen = asked.put([Sourcing(id="s", need="n", chosen="alliance")])
    assert asked_about(chosen, "n") == of_need
    assert question_about(chosen, "n") == ("s", "Data: Alliance.")
    assert asked_about(chosen.put([of_way]), "n") == of_way
