# SPDX-License-Identifier: MIT
"""Stage 1 of the path and its scripts: what is settled before the room fills."""

from workshop.path.step import PathStep, Stage

PREPARE = Stage(
    key="prepare",
    number=1,
    title="Prepare",
    question="Who is in the room, and what must the day achieve?",
    steps=(
        PathStep(
            key="prepare.workshop",
            title="The workshop",
            question="What must this day achieve?",
            captures="Title, place, dates, the purpose in one sentence, and how far ahead we look",
            minutes=10,
            ask=(
                "It is the evening after this retreat and you are glad you came. "
                "What has been settled that was open this morning?"
            ),
            listen_for=(
                "Two different days hiding in one purpose: some came to decide, others to explore. "
                "Get a single sentence that all can own before anything else begins."
            ),
            if_it_stalls=(
                "Ask what it would cost to go home with nothing settled. "
                "The purpose is usually in the answer."
            ),
        ),
        PathStep(
            key="prepare.organizations",
            title="Organizations",
            question="Which organizations does this concern, and which of them are ours?",
            captures="Organizations at the table and around it, ours marked",
            minutes=10,
            ask=(
                "Whose work would change if we succeed? "
                "Which of them are here, and who can speak for those that are not?"
            ),
            listen_for=(
                "An organization everybody mentions and nobody invited. "
                "Also a “we” that quietly means only the largest one."
            ),
            if_it_stalls=(
                "Name the three organizations you would call first if a partner left tomorrow."
            ),
        ),
        PathStep(
            key="prepare.participants",
            title="Participants",
            question="Who is in the room, and who has a vote?",
            captures="Names, the organization each speaks for, and who votes",
            minutes=10,
            ask=(
                "Please give your name, whom you speak for, "
                "and one thing you can commit to today without asking anybody at home."
            ),
            listen_for=(
                "Who can commit and who must carry it back. "
                "It decides how far today's agreement reaches, so settle who votes now, in the open."
            ),
            if_it_stalls=(
                "If voting is delicate, give each organization the same number of votes for today "
                "and write that down as a decision."
            ),
        ),
        PathStep(
            key="prepare.agenda",
            title="Agenda",
            question="How do we spend our hours?",
            captures="Timed blocks, each tied to a step of the path, and the breaks",
            minutes=10,
            ask=(
                "Which hour today would you defend against all the others? "
                "Let us give that topic our freshest hour."
            ),
            listen_for=(
                "The hardest subject placed last, where it will be dropped for lack of time. "
                "Move it before lunch and keep the breaks."
            ),
            if_it_stalls=(
                "Cut a block rather than shorten all of them, and put what you cut in the parking "
                "lot where everybody can see it."
            ),
        ),
        PathStep(
            key="prepare.ground_rules",
            title="Ground rules",
            question="How do we want to work with one another today?",
            captures="A few rules the room gives itself",
            minutes=10,
            ask=(
                "Think of a meeting that went wrong. "
                "Which one rule would have saved it, and will you hold me to it today?"
            ),
            listen_for=(
                "Rules one can see being kept: “phones away” works, “respect” needs an example. "
                "Make sure one of them protects the person who disagrees."
            ),
            if_it_stalls=(
                "Offer three and let the room strike or mend them: speak for your own organization, "
                "say the objection here and not in the corridor, what is said privately stays here."
            ),
        ),
    ),
)
