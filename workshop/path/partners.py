# SPDX-License-Identifier: MIT
"""Stage 4 of the path and its scripts: who has what we lack, and whether we could live together."""

from workshop.path.step import PathStep, Stage

PARTNERS = Stage(
    key="partners",
    number=4,
    title="Partners",
    question="Who has it, and could we live together?",
    steps=(
        PathStep(
            key="partners.network",
            title="Partner network",
            question="Who is connected to whom, and where are we not connected?",
            captures="Organizations, the ties between them, how strong they are and of what kind",
            minutes=30,
            ask=(
                "Which of these lines would still carry weight if the two people behind it "
                "changed jobs? Which line is missing altogether?"
            ),
            listen_for=(
                "One organization through which everything runs, "
                "and old groupings that still only talk among themselves."
            ),
            if_it_stalls=(
                "Ask each organization whom it called last month when something went wrong. "
                "Draw those lines first."
            ),
        ),
        PathStep(
            key="partners.candidates",
            title="Candidates",
            question="Who could bring what we lack, and what do they want?",
            captures="Candidates with their own aspirations, needs and assets",
            minutes=30,
            ask=(
                "Sit in their chair for two minutes. "
                "What are they trying to become, and why would they choose us over somebody else?"
            ),
            listen_for=(
                "Candidates described only by what they would give us. "
                "A partner without needs of its own is a supplier, or a surprise."
            ),
            if_it_stalls="Give every table one candidate and let it speak for that organization.",
        ),
        PathStep(
            key="partners.fit",
            title="Fit, both ways",
            question="How well do we match, seen from each side?",
            captures="Assets that complement or extend ours, culture, leadership style, tradition, values",
            minutes=40,
            ask=(
                "Where would this feel easy on an ordinary Tuesday, and where would it grate? "
                "Do they fill a weakness of ours, or bring more of our strength to a new place?"
            ),
            listen_for=(
                "Talk that stays with assets because culture is awkward. "
                "Values that clash wreck an alliance as surely as strategies that do."
            ),
            if_it_stalls=(
                "Ask for a story: the last time the two of us disagreed, how was it settled?"
            ),
        ),
        PathStep(
            key="partners.changes",
            title="What must change",
            question="What must each side change to make this work, and is it ready to?",
            captures="Changes per organization: how large, how willing, how able, by when",
            minutes=30,
            ask=(
                "Finish this sentence for your own organization, not for theirs: "
                "“For this to work, we will have to stop …”"
            ),
            listen_for=(
                "One side listing all the changes for the other. "
                "A partner sought in order to stay the same is the surest sign of failure."
            ),
            if_it_stalls=(
                "Let each side write down the change it fears being asked for, then swap notes."
            ),
        ),
        PathStep(
            key="partners.red_flags",
            title="Red flags",
            question="What should make us stop, or slow down?",
            captures="Warning signs, how serious they are, the evidence, and what would settle them",
            minutes=20,
            ask=(
                "Suppose this alliance ends badly in two years. "
                "What will people say that we could already see today?"
            ),
            listen_for=(
                "A worry told as a joke, and a question about money or control that nobody answers. "
                "Separate what is known from what is rumored."
            ),
            if_it_stalls=(
                "Collect flags on paper without names, read them aloud, and take the most frequent."
            ),
        ),
        PathStep(
            key="partners.sets",
            title="Choosing the set",
            question="Which partners together close the gaps, at what cost and strain?",
            captures="Sets of partners compared, and what hangs on a single one of them",
            minutes=35,
            ask=(
                "If we could manage only two new partnerships, which two? "
                "What reopens if one of them walks away?"
            ),
            listen_for=(
                "Adding partners to avoid choosing. Every partner needs people to look after it, "
                "so ask who would, by name."
            ),
            if_it_stalls="Take one partner off the board, look at what reopens, put it back, repeat.",
        ),
    ),
)
