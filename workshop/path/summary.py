# SPDX-License-Identifier: MIT
"""Stage 7 of the path and its scripts: what people carry home."""

from workshop.path.step import PathStep, Stage

SUMMARY = Stage(
    key="summary",
    number=7,
    title="Summary",
    question="What do we take home?",
    steps=(
        PathStep(
            key="summary.thread",
            title="Golden thread",
            question="What still hangs loose?",
            captures="From statement to need to partner to promise, and where the thread breaks",
            minutes=15,
            ask=(
                "Follow one sentence of our future from end to end. "
                "Where does nobody yet hold the thread?"
            ),
            listen_for=(
                "A need that no partner meets, a clause without an owner, no way out. "
                "Leave no loose end without a name, even if the name only finds out more."
            ),
            if_it_stalls="Give each table one loose end and five minutes to tie it or park it.",
        ),
        PathStep(
            key="summary.commitments",
            title="Decisions and actions",
            question="What did we decide, and who does what by when?",
            captures="Decisions, actions with owner and date, and what is still parked",
            minutes=15,
            ask=(
                "Which of these will still be true on a busy Tuesday in six weeks? "
                "Whose name stands behind it, and by which day?"
            ),
            listen_for=(
                "“We should” without a name. A date nobody has looked up in a calendar. "
                "A parked topic that was the real one."
            ),
            if_it_stalls="Take the first action and ask who would be embarrassed if it were not done.",
        ),
        PathStep(
            key="summary.pdf",
            title="What we agreed",
            question="What do we hand to those who were not here?",
            captures="The PDF of what was agreed, by how many, and who objects",
            minutes=15,
            ask=(
                "Read this as somebody who was not here. Is anything in it that was not said, "
                "or missing that was? Does every objection stand in its own words?"
            ),
            listen_for=(
                "Last-minute softening of a reservation. It stays as it was spoken. "
                "Before anybody leaves, hear each action's owner say the date aloud."
            ),
            if_it_stalls="Let one person from each organization read its own page, then correct it.",
        ),
    ),
)
