# SPDX-License-Identifier: MIT
"""Which names are nearly the same: slips of the keyboard, legal forms, initials."""

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from workshop.ids import Id
from workshop.record import fold

_ALIKE = 0.8
_MOST = 3
_COMPARED = 12
"""Names that share the most groups of letters are compared letter by letter, so many at most."""
_LONGEST_INITIALS = 6
_FORMS = frozenset({
    "the", "of", "and", "inc", "llc", "llp", "lp", "ltd", "co", "corp", "corporation", "company",
    "plc", "pc", "pa", "gmbh", "ag", "sa", "nv", "bv",
})  # fmt: skip
"""Words that tell a legal form, or nothing; two names that differ in them only are nearly the same."""


class NearNames:
    """Names that a name which is not there may stand for.

    Names are compared only with those that have the same figures in them: “Site 5” is no slip
    for “Site 6”.
    """

    def __init__(self) -> None:
        self._titles: dict[Id, str] = {}
        self._groups: dict[str, dict[str, set[Id]]] = {}
        self._initials: dict[str, set[Id]] = defaultdict(set)

    def put(self, id: Id, title: str) -> None:
        """Take note of a name, in place of the one that its record had."""
        former = self._titles.get(id)
        if former is not None and former != title:
            self._forget(id, former)
        self._titles[id] = title
        core = _core(title)
        for group in _groups_of(core):
            self._groups.setdefault(_figures(core), {}).setdefault(group, set()).add(id)
        for short in _shorts(core):
            self._initials[short].add(id)

    def near(self, text: str) -> list[tuple[Id, str]]:
        """Give up to three names that are nearly the text, the nearest first."""
        core = _core(text)
        found = {id: 1.0 for short in _shorts(core) for id in self._initials.get(short, ())}
        for id in self._candidates(core):
            found[id] = max(found.get(id, 0.0), _likeness(core, _core(self._titles[id])))
        near = [(-score, self._titles[id], id) for id, score in found.items() if score >= _ALIKE]
        return [(id, title) for _, title, id in sorted(near)[:_MOST]]

    def _candidates(self, core: str) -> list[Id]:
        groups = self._groups.get(_figures(core), {})
        shared = Counter(id for group in _groups_of(core) for id in groups.get(group, ()))
        return [id for id, _ in shared.most_common(_COMPARED)]

    def _forget(self, id: Id, title: str) -> None:
        core = _core(title)
        for group in _groups_of(core):
            self._groups[_figures(core)][group].discard(id)
        for short in _shorts(core):
            self._initials[short].discard(id)


def _core(text: str) -> str:
    words = re.sub(r"[^\w\s]+", " ", fold(text)).split()
    return " ".join([word for word in words if word not in _FORMS] or words)


def _figures(core: str) -> str:
    return "".join(filter(str.isdigit, core))


def _groups_of(core: str) -> set[str]:
    padded = f" {core} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _shorts(core: str) -> set[str]:
    """Give what may stand for a name: its initials, and the name itself if it may be initials."""
    words = core.split()
    if len(words) == 1:
        return {core} if 2 <= len(core) <= _LONGEST_INITIALS else set()
    return {"".join(word[0] for word in words)}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
