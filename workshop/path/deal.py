# SPDX-License-Identifier: MIT
"""Stage 5 of the path and its scripts: everything that should be in place before hands are shaken."""

from workshop.path.step import PathStep, Stage

DEAL = Stage(
    key="deal",
    number=5,
    title="The deal",
    question="What will success be for each of us, what does each give up, who does what, and how do we leave?",
    steps=(
        PathStep(
            key="deal.vision",
            title="Shared vision",
            question="What will success be for each of us, in detail?",
            captures="The future state told from each side, in sentences that can be checked",
            minutes=40,
            ask=(
                "Tell the other side what their success looks like, in their words. "
                "Then let them correct you."
            ),
            listen_for=(
                "A vision richly painted for one side and thin for the other. "
                "Stay until both could recognize the day it has come true."
            ),
            if_it_stalls="Return to the fuzziest sentence and ask for one example and one number.",
        ),
        PathStep(
            key="deal.ledger",
            title="Give and get",
            question="What does each of us give up, bring and gain?",
            captures="Per organization: gives up, strengths, weaknesses, tangible benefits",
            minutes=40,
            ask=(
                "What will you miss when it is gone? "
                "And what will you be able to show your own board as a gain?"
            ),
            listen_for=(
                "Gives that cost nothing and gets that cannot be counted. "
                "A weakness brought into the open now is worth three found later."
            ),
            if_it_stalls=(
                "Have each side fill in the other's column first. It is easier, and it teaches."
            ),
        ),
        PathStep(
            key="deal.agreement",
            title="Operating agreement",
            question="Who does what, who decides, who measures, and how do we leave?",
            captures="Activities, shared resources, goals, decision rights, conflict path, exit",
            minutes=60,
            ask=(
                "It is the first Monday. Something goes wrong by noon. "
                "Who notices, who decides, and whom do they call?"
            ),
            listen_for=(
                "“We will work it out together.” Ask who decides when you do not. "
                "Talk about the way out while everybody still likes one another."
            ),
            if_it_stalls=(
                "Pick the one activity with the most hands on it and settle just that, end to end."
            ),
        ),
        PathStep(
            key="deal.packages",
            title="Packages of terms",
            question="Which combination of terms leaves all of us better off?",
            captures="Terms that can move, what each side can live with, packages worth comparing",
            minutes=40,
            ask=(
                "What would you gladly trade that means little to you and much to them? "
                "Where is the line at which you would rather walk away?"
            ),
            listen_for=(
                "Haggling over one term at a time. "
                "Put a second term beside it and look for a swap that lifts both sides."
            ),
            if_it_stalls="Ask each side to propose two packages it values equally, and compare them.",
        ),
        PathStep(
            key="deal.savings",
            title="Sharing gains and losses",
            question="Who is paid what when it goes well, and who bears it when it does not?",
            captures="Rules for splitting savings and losses, tried on good and bad years",
            minutes=40,
            ask=(
                "Here is a bad year. Read your own line aloud. Would you still call this fair? "
                "Now the best year: would they?"
            ),
            listen_for=(
                "A share that keeps growing for a partner whose work shrinks. "
                "Money, contribution and control should not drift apart unnoticed."
            ),
            if_it_stalls="Agree on the principle first and calculate after: effort, risk, or result?",
        ),
        PathStep(
            key="deal.readiness",
            title="Ready to sign?",
            question="Is everything in place before the deal is struck?",
            captures="What is settled, what is still open, and who closes it by when",
            minutes=20,
            ask=(
                "Point to the item you are least sure of. "
                "What would you need to see before you put your name to it?"
            ),
            listen_for=(
                "Relief that wants to sign today. What is left open now is settled later, "
                "under pressure, by whoever is stronger."
            ),
            if_it_stalls="Sort what is open into before signing, within a month, and not needed.",
        ),
    ),
)
