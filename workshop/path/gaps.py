# SPDX-License-Identifier: MIT
"""Stage 3 of the path and its scripts: what the future needs that is not held today."""

from workshop.path.step import PathStep, Stage

GAPS = Stage(
    key="gaps",
    number=3,
    title="Assets & gaps",
    question="What does that future need that we do not hold today?",
    steps=(
        PathStep(
            key="gaps.capabilities",
            title="Capabilities needed",
            question="What must we be able to do for the future state to come true?",
            captures="Capabilities with level needed, importance and urgency, each because of a statement or factor",
            minutes=30,
            ask=(
                "Take one statement. What would we have to be able to do, every week, "
                "for it to stay true once we got there?"
            ),
            listen_for=(
                "Solutions posing as needs: “a new system” is one way to meet a need. "
                "Ask what it is for, and tie each need to the sentence that demands it."
            ),
            if_it_stalls=(
                "Walk the five kinds: market position, competencies, technology, people, money. "
                "Two minutes each, one need from every table."
            ),
        ),
        PathStep(
            key="gaps.assets",
            title="Assets we hold",
            question="What does each of us hold today, and how sure are we?",
            captures="Level, evidence and confidence per organization, and the share it would lend",
            minutes=30,
            ask=(
                "Rate your own organization first, and tell us what you would show a skeptic "
                "as evidence. How much of it could others really use?"
            ),
            listen_for=(
                "Levels that reflect pride, and strengths nobody thought to mention because they are "
                "taken for granted. Two honest raters two levels apart have something to discuss."
            ),
            if_it_stalls=(
                "Leave it unrated rather than guess. "
                "“We do not know” is an answer, and it has an owner: who finds out, by when?"
            ),
        ),
        PathStep(
            key="gaps.map",
            title="Gap map",
            question="What does the future state need that we do not hold today?",
            captures="Gaps by priority, and the surplus we can offer to others",
            minutes=25,
            ask=(
                "Looking at the widest bars: "
                "which of these would stop the future state from happening at all?"
            ),
            listen_for=(
                "Gaps somebody is quietly hoping a partner will spare them from facing. "
                "Name the change we would have to make ourselves."
            ),
            if_it_stalls=(
                "Ask each table for the one row they would move, and why. Two minutes, then poll."
            ),
        ),
        PathStep(
            key="gaps.sourcing",
            title="How to close each gap",
            question="Do we build it, buy it, share it or join with somebody who has it?",
            captures="Ways that are open to us, the way chosen for each gap, and why",
            minutes=35,
            ask=(
                "What is the lightest commitment that would really close this gap? "
                "What would make us need a deeper one?"
            ),
            listen_for=(
                "A favorite partner chosen before the need was understood. "
                "Not every way is open to every organization: have the reason said aloud."
            ),
            if_it_stalls=(
                "Close the ways that are impossible and say why. "
                "Then compare only the two that remain: what would you regret about each in a year?"
            ),
        ),
    ),
)
