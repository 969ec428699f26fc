# SPDX-License-Identifier: MIT
"""Stage 2 of the path and its scripts: the future the alliance is for."""

from workshop.path.step import PathStep, Stage

FUTURE_STATE = Stage(
    key="future",
    number=2,
    title="Future state",
    question="What does success look like, in enough detail to recognize it?",
    steps=(
        PathStep(
            key="future.scan",
            title="Environment scan",
            question="What is coming toward us that none of us can ignore?",
            captures="Challenges and opportunities, each with impact, likelihood and when",
            minutes=25,
            ask=(
                "What changes around us in the next few years whether or not we do anything? "
                "What does each change threaten, and what does it open up?"
            ),
            listen_for=(
                "Complaints about the present dressed as forces. "
                "Ask for the evidence, and for the opportunity on the other side of each challenge."
            ),
            if_it_stalls=(
                "Three minutes of silent writing, one factor a note. "
                "Then each table reads out only what nobody has said yet."
            ),
        ),
        PathStep(
            key="future.statements",
            title="Vision statements",
            question="What will be true then that is not true today?",
            captures="From → to, per dimension, for us, for them or for both, each with an owner",
            minutes=45,
            ask=(
                "Imagine a visitor who spends one day with us when it has worked. "
                "What do they see us doing, and what do they no longer see?"
            ),
            listen_for=(
                "Warm words anybody could sign: “better”, “seamless”, “world class”. "
                "Ask what a camera would record. Strategy, culture and leadership style each need "
                "a sentence, and each side needs its own picture of success."
            ),
            if_it_stalls=(
                "Start from the other end: what do we do today that we would be embarrassed still "
                "to be doing then? Write that as the “from” and turn it around."
            ),
        ),
        PathStep(
            key="future.measures",
            title="Measures",
            question="How will we know, and who will tell us?",
            captures="Unit, today's value, target, date, and who measures",
            minutes=30,
            ask=(
                "If we disagree in a year about whether this came true, "
                "which number would settle it, and whom would both sides believe?"
            ),
            listen_for=(
                "Targets without a value for today, and measures that only one side can check. "
                "What nobody measures ends as an argument about impressions."
            ),
            if_it_stalls=(
                "Take the best count you already have, however rough. "
                "A rough number with an owner beats a fine one without."
            ),
        ),
        PathStep(
            key="future.priorities",
            title="Priorities",
            question="If we cannot have it all at once, what comes first?",
            captures="Dots per statement, and trade-offs as “this, even over that”",
            minutes=25,
            ask=(
                "Name two good things we want that will compete for the same people or money. "
                "Which do we choose, even over the other?"
            ),
            listen_for=(
                "Even-overs that cost nothing: if no sensible person would choose the other side, "
                "it is not a choice yet. Watch for dots that follow the most senior hand."
            ),
            if_it_stalls=(
                "Give each person five dots and let everybody place them at the same moment. "
                "Then ask somebody who voted against the crowd to explain, first."
            ),
        ),
        PathStep(
            key="future.agreement",
            title="Agreement",
            question="Can each of us stand behind this?",
            captures="How far the room agrees, per organization, and every reservation with its reason",
            minutes=25,
            ask=(
                "I will read it once, slowly. Then show me how far you can support it, all together. "
                "If you have a reservation, what would have to change to win you?"
            ),
            listen_for=(
                "A small organization alone at the low end while the average looks fine. "
                "The reason for a reservation is worth more than the number; write down its words."
            ),
            if_it_stalls=(
                "Do not argue with the objection. Ask its holder to propose one changed sentence, "
                "then open a second round on that."
            ),
        ),
    ),
)
