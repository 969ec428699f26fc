# SPDX-License-Identifier: MIT
"""Stage 6 of the path and its scripts: the alliance in its daily life."""

from workshop.path.step import PathStep, Stage

LIFE = Stage(
    key="life",
    number=6,
    title="Manage & improve",
    question="Is it holding?",
    steps=(
        PathStep(
            key="life.promises",
            title="Promises",
            question="What did we promise one another, and what was delivered?",
            captures="Promises with amount and date, and what came of them",
            minutes=20,
            ask=(
                "Begin with your own promises. "
                "Which did you keep, which are late, and what did you learn while trying?"
            ),
            listen_for=(
                "Broken promises explained by the other side's. "
                "Steady delivery, more than goodwill, is what lets trust grow."
            ),
            if_it_stalls="Read out the three oldest open promises and ask only for a new date.",
            built=False,
        ),
        PathStep(
            key="life.measures",
            title="Goals against target",
            question="Where do we stand against what we set out to do?",
            captures="Measured values against target, and the goals that were met",
            minutes=20,
            ask=(
                "Which goal have we met? Stay with that one first: who made it happen? "
                "Then, which number surprised you?"
            ),
            listen_for=(
                "Impressions filling the place of numbers that nobody brought. "
                "Note what was not measured, twice running, as a finding."
            ),
            if_it_stalls="Cover the numbers, let each table guess them, then uncover them.",
            built=False,
        ),
        PathStep(
            key="life.pulse",
            title="Pulse",
            question="How does the partnership feel from inside, and what backs that up?",
            captures="Six factors rated per organization, with evidence",
            minutes=25,
            ask=(
                "Trust, conflict, power, skills, delivery, money: "
                "which has moved most since we last met, and what happened?"
            ),
            listen_for=(
                "A gap between two organizations on the same factor. "
                "That gap matters more than the average and deserves the next half hour."
            ),
            if_it_stalls="Ask each side to guess the other's answer before showing it.",
            built=False,
        ),
        PathStep(
            key="life.conflicts",
            title="Conflict log",
            question="What did we disagree about, and how did we settle it?",
            captures="Conflicts by type, parties, process and outcome, with their dates",
            minutes=20,
            ask=(
                "Which disagreement keeps coming back? "
                "Is it about who decides, who is paid, or what we care about?"
            ),
            listen_for=(
                "No conflicts at all: they may only have moved to the corridor. "
                "And matters settled by rank where a process was agreed."
            ),
            if_it_stalls="Take one that was settled well and ask what made it possible.",
            built=False,
        ),
        PathStep(
            key="life.resources",
            title="People and hours",
            question="Who looks after the alliance, and with what time?",
            captures="People, hours and money for managing the alliance, planned and spent",
            minutes=15,
            ask=(
                "Who woke up this week with this alliance as their first task? "
                "What did they set aside to do it?"
            ),
            listen_for=(
                "A wedding well paid for and a marriage on nobody's calendar. "
                "“All of us” looking after it means that nobody does."
            ),
            if_it_stalls="Ask for one name and one half day a week from each side, today.",
            built=False,
        ),
        PathStep(
            key="life.calendar",
            title="Calendar",
            question="When do we look again, and when do we start over from the beginning?",
            captures="Reviews by month, quarter and year, with a full return to the early stages",
            minutes=15,
            ask=(
                "Open your calendars. When is the day on which we ask all of this again "
                "as if we had not yet signed?"
            ),
            listen_for=(
                "Reviews that can be canceled by anybody who is busy. "
                "Give each date a convener and a trigger that brings it forward."
            ),
            if_it_stalls="Fix the yearly return first and count backward from it.",
            built=False,
        ),
        PathStep(
            key="life.outlook",
            title="Outlook",
            question="Where is this heading: deeper, smaller, or apart?",
            captures="The role of each partner, trainer or central driver, and the signs for it",
            minutes=25,
            ask=(
                "If your partner left in a year, what could you do without it that you could not "
                "do at the start? Would you want it to stay?"
            ),
            listen_for=(
                "A partner meant to teach that has become hard to do without, or one meant to stay "
                "that nobody needs any more. Either can be fine if it is said."
            ),
            if_it_stalls="Draw the network as it would look without that partner, and ask who minds.",
            built=False,
        ),
        PathStep(
            key="life.improvements",
            title="Improve and celebrate",
            question="What went well, and what shall we do better?",
            captures="Goals worth celebrating, causes, ideas, owners and dates",
            minutes=25,
            ask=(
                "Whom should we thank, and for what exactly? "
                "Then: which one habit of ours, changed, would help the most?"
            ),
            listen_for=(
                "Jumping to what is missing before what was achieved has been heard. "
                "Improvements without an owner are wishes."
            ),
            if_it_stalls="Ask everybody for one thing to keep and one to change, in ten words each.",
            built=False,
        ),
    ),
)
