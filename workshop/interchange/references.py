# SPDX-License-Identifier: MIT
"""From the names in a cell to the records they stand for; what is not there may be made."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workshop.ids import Id, new_id
from workshop.interchange.names import Names
from workshop.interchange.plan import Plan
from workshop.kinds import BY_NAME
from workshop.record import Field, Record, fold, noun


class Unmatched(NamedTuple):
    """A name in a cell that stands for no record, or for more than one, or for one made for it."""

    name: str
    sentence: str
    fix: str
    offers: tuple[tuple[Id, str], ...] = ()
    made: Record | None = None


class Resolved(NamedTuple):
    """The ids a cell leads to, and what was found on the way."""

    ids: tuple[Id, ...]
    unmatched: tuple[Unmatched, ...]


def resolve(field: Field, text: str, names: Names, plan: Plan, exact: bool) -> Resolved:
    """Find what a cell of a reference field stands for."""
    ids: list[Id] = []
    unmatched = []
    for name in _names_in(field, text, names, plan, exact):
        found = find(field, name, names, plan)
        if len(found) == 1:
            ids += [id for id in found if id not in ids]
            continue
        problem = _unmatched(field, name, names, plan, several=bool(found))
        unmatched.append(problem)
        if problem.made:
            names.add(problem.made)
            ids.append(problem.made.id)
    return Resolved(tuple(ids), tuple(unmatched))


def find(field: Field, name: str, names: Names, plan: Plan) -> list[Id]:
    """Give the records a name in a cell stands for: as matched by hand, or by what they are called."""
    if chosen := plan.names.get(fold(name)):
        id, title = chosen  # one that the import makes has another id each time
        return names.find(field.to, f"[{id}]") or names.find(field.to, title)
    return names.find(field.to, name)


def _names_in(field: Field, text: str, names: Names, plan: Plan, exact: bool) -> Iterator[str]:
    if field.kind == "reference" or (not exact and find(field, text, names, plan)):
        yield text
        return
    parts = re.split("\n" if exact else r"[;\n]", text)
    yield from (part.strip() for part in parts if part.strip())


def _unmatched(field: Field, name: str, names: Names, plan: Plan, several: bool) -> Unmatched:
    kind = field.to[0]
    word = noun(BY_NAME[kind])
    if several:
        sentence = f"More than one {word} is called “{name}”."
        return Unmatched(name, sentence, "Give them different names.")
    near = tuple(names.near(field.to, name))
    like = " or ".join(f"“{title}”" for _, title in near)
    if kind in plan.create:
        made = BY_NAME[kind](id=new_id(), name=name)  # type: ignore[call-arg]  # plan.create: kinds with a name
        fix = f"If {like} is meant, write it so." if near else ""
        return Unmatched(name, f"The {word} “{name}” was added.", fix, near, made)
    fix = f"Write {like}, or add" if near else "Correct the name, or add"
    return Unmatched(name, f"There is no {word} called “{name}”.", f"{fix} this {word}.", near)
