# SPDX-License-Identifier: MIT
"""Problems for the choice of partner sets: the worked one, random ones, and brute force."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from workshop.partners.set_problem import Point, Problem, breaks, front, mask_of, point

NEEDS = ("care", "analytics", "capital", "behavioral", "post-acute")
WORKED = {
    "DataWorks": (2, "analytics"),
    "HomeHealthX": (2, "post-acute"),
    "ManageCo": (6, "care analytics capital"),
    "MentorIPA": (3, "care behavioral"),
    "RegionalHS": (5, "capital post-acute behavioral"),
}
"""Cost and what each candidate covers, as in the worked numbers O7."""


def worked(**rules: object) -> Problem:
    """Give the problem of the worked numbers; no strain is known there."""
    covers = [mask_of(NEEDS.index(n) for n in needs.split()) for _, needs in WORKED.values()]
    made = problem(
        [cost for cost, _ in WORKED.values()],
        [0] * 5,
        covers,
        (5, 5, 4, 3, 3),
        musts=mask_of(range(5)),
    )
    names = tuple(WORKED)
    return made._replace(ids=names, names=names, needs=NEEDS, need_names=NEEDS, **rules)  # type: ignore[arg-type]  # as given


def problem(
    costs: Sequence[int],
    strains: Sequence[int],
    covers: Sequence[int],
    weights: Sequence[int],
    **rules: object,
) -> Problem:
    """Make a problem with made-up names."""
    names = tuple(f"c{n:03}" for n in range(len(costs)))
    needs = tuple(f"n{n:03}" for n in range(len(weights)))
    return Problem(
        names,
        names,
        tuple(costs),
        tuple(strains),
        tuple(covers),
        needs,
        needs,
        tuple(weights),
        **rules,  # type: ignore[arg-type]  # as given
    )


def by_brute_force(given: Problem) -> tuple[Point, ...]:
    """Give the frontier by looking at every set, one after the other."""
    every = range(1 << len(given.ids))
    return front((point(given, m) for m in every if not breaks(given, m)), given)


def random_problem(count: int, needs: int, seed: int = 1, musts: int = 0) -> Problem:
    """Make a problem of a given size, always the same for the same seed."""
    draw = random.Random(seed)
    chances = [0.12 * draw.uniform(0.4, 1.6) for _ in range(count)]
    return problem(
        [draw.randint(1, 10) for _ in range(count)],
        [draw.randint(1, 10) for _ in range(count)],
        [mask_of(k for k in range(needs) if draw.random() < chance) for chance in chances],
        [draw.randint(1, 5) for _ in range(needs)],
        musts=mask_of(range(musts)),
    )


@st.composite
def problems(draw: st.DrawFn, most_candidates: int = 8, most_needs: int = 9) -> Problem:
    """Draw a small problem with every kind of rule."""
    count = draw(st.integers(0, most_candidates))
    needs = draw(st.integers(0, most_needs))
    numbers = st.lists(st.integers(0, 5), min_size=count, max_size=count)
    some_needs = st.integers(0, (1 << needs) - 1)
    places = st.integers(0, max(0, count - 1))
    pairs = (
        draw(st.lists(st.tuples(places, places).filter(lambda p: p[0] < p[1]), max_size=3))
        if count > 1
        else []
    )
    return problem(
        draw(numbers),
        draw(numbers),
        draw(st.lists(some_needs, min_size=count, max_size=count)),
        draw(st.lists(st.integers(0, 5), min_size=needs, max_size=needs)),
        held=draw(some_needs),
        musts=draw(some_needs),
        fixed=draw(st.sampled_from([0, 0, draw(st.integers(0, (1 << count) - 1))])),
        pairs=tuple(pairs),
        budget=draw(st.none() | st.integers(0, 15)),
        most=draw(st.none() | st.integers(0, 5)),
        strict=draw(st.booleans()),
    )  # fmt: skip
