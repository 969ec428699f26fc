# SPDX-License-Identifier: MIT
"""The strength of ties where a source says it in words, or on a scale of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workshop.interchange.cells import NO, UNKNOWN, YES, figure, text_of
from workshop.interchange.plan import Scale, SheetPlan
from workshop.interchange.sheet import Cell, is_blank
from workshop.record import fold

MOST_WORDS = 12
"""A column with more different words than this holds no strengths but remarks."""
STRONGEST = 5.0
_NONE = ("none", "no", "never", "no contact", "not at all", "no relationship", "no tie", "nothing")
_NO_WORDS = UNKNOWN - {"none"}
_LADDERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (  # Levels of collaboration, Frey et al. 2006
        ("networking", "network"),
        ("cooperation", "co-operation", "cooperating", "cooperate"),
        ("coordination", "co-ordination", "coordinating", "coordinate"),
        ("coalition", "coalescing"),
        ("collaboration", "collaborating", "collaborate", "full collaboration"),
    ),
    (
        ("yearly", "annually", "annual", "once a year", "every year"),
        ("quarterly", "every quarter", "every three months"),
        ("monthly", "every month", "once a month"),
        ("weekly", "every week", "once a week"),
        ("daily", "every day"),
    ),
    (
        ("rarely", "seldom", "hardly ever"),
        ("sometimes", "occasionally", "now and then"),
        ("regularly",),
        ("often", "frequently"),
        ("always", "constantly", "very often"),
    ),
    (
        ("very weak", "very low", "very little"),
        ("weak", "low", "little", "light", "minor", "loose"),
        ("moderate", "medium", "middle", "average", "some"),
        ("strong", "high", "heavy", "major", "close"),
        ("very strong", "very high", "very close"),
    ),
)
"""Words for the strengths 1 to 5, from the weakest on."""
_THREE = {2: 1.0, 3: 3.0, 4: 5.0}
"""Where nothing is very weak or very strong, weak, moderate and strong reach over the whole scale."""


class Word(NamedTuple):
    """A word for a strength as it stands in a sheet, and what it means; None is unknown."""

    text: str
    strength: float | None
    is_understood: bool


def strengths_of(plan: SheetPlan) -> Scale | None:
    """Give the scale on which the strengths of ties in a sheet seem to be, the least being weakest."""
    values = [figure(cell) for cell in _cells(plan)]
    known = [value for value in values if value is not None]
    if not known or min(known) == max(known):
        return None
    return Scale(min(1.0, min(known)), max(known))


def words_of(plan: SheetPlan) -> list[Word]:
    """Give the words for strengths in a sheet, the weakest first, those not understood last."""
    texts = {fold(text): text for text in _texts(plan)}
    if len(texts) > MOST_WORDS:
        return []
    meanings = {**_meanings(texts), **plan.words}
    words = [Word(text, meanings.get(key), key in meanings) for key, text in texts.items()]
    return sorted(words, key=lambda word: (not word.is_understood, word.strength or 0, word.text))


def meanings_of(plan: SheetPlan) -> dict[str, float | None]:
    """Give what the words for strengths in a sheet mean, by the folded word."""
    return {fold(word.text): word.strength for word in words_of(plan) if word.is_understood}


def in_order(words: Sequence[str]) -> dict[str, float | None]:
    """Give the meaning of words from the weakest to the strongest, at even distances.

    The first is 0 if it says that there is no tie, and 1 otherwise.
    """
    low = 0.0 if fold(words[0]) in _NONE else 1.0
    last = len(words) - 1
    return {fold(word): low + (STRONGEST - low) * at / last for at, word in enumerate(words)}


def _meanings(texts: Iterable[str]) -> dict[str, float | None]:
    marks: dict[str, float | None] = {text: None for text in texts if text in YES}
    marks |= {text: 0.0 for text in texts if text in (*_NONE, *NO)}
    rest = [text for text in texts if text not in marks]
    found = max((_on_ladder(rest, each) for each in _LADDERS), key=len)
    if not found:  # "none" alone is what programs write for what they do not know
        marks.pop("none", None)
    return marks | found


def _on_ladder(texts: Sequence[str], ladder: Sequence[Sequence[str]]) -> dict[str, float | None]:
    steps = {word: at for at, words in enumerate(ladder, 1) for word in words}
    found = {text: steps[text] for text in texts if text in steps}
    is_of_three = ladder is _LADDERS[-1] and not set(found.values()) & {1, 5}
    values: Mapping[int, float] = _THREE if is_of_three else {at: float(at) for at in range(1, 6)}
    return {text: values[at] for text, at in found.items()}


def _texts(plan: SheetPlan) -> Iterator[str]:
    for cell in _cells(plan):
        text = text_of(cell)
        if isinstance(cell, str) and figure(cell) is None and text.casefold() not in _NO_WORDS:
            yield text


def _cells(plan: SheetPlan) -> list[Cell]:
    """Give the different cells of a sheet that hold strengths, in the order of their first time."""
    rows = plan.sheet.rows[plan.header + 1 :]
    if plan.holds == "tie_matrix":
        cells = (cell for row in rows for cell in row[1:])
    else:
        index = next((at for at, name in plan.columns.items() if name == "strength"), None)
        cells = (row[index] for row in rows if index is not None and index < len(row))
    different = dict.fromkeys((type(cell), cell) for cell in cells)
    return [cell for _, cell in different if not is_blank(cell)]
