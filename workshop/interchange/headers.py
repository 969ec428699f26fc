# SPDX-License-Identifier: MIT
"""The words by which a column is known, and the guess of what a row of headers is about."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from workshop.gaps.records import Asset, Capability, Need
from workshop.interchange.own_sheets import ID, MARK, sheet_name
from workshop.interchange.sheet import Cell
from workshop.interchange.tie_answer import TieAnswer
from workshop.kinds import KINDS
from workshop.partners.fit_records import FitWeights
from workshop.partners.records import ChosenSet, SetRules, Tie
from workshop.partners.tie_records import TRUST, VALUE
from workshop.prepare.records import Details, Organization, Participant
from workshop.record import Record, fields, fold, kind_name, noun

SYNONYMS: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Organization: {
        "name": (
            "organization name", "organisation name", "organization", "organisation", "agency",
            "agency name", "company", "institution", "partner", "org", "node", "label",
        ),
        "kind": ("type", "agency type", "organization type", "organisation type", "category"),
        "sector": ("level", "agency level"),
        "service_area": ("state", "region", "county", "area", "location", "service areas"),
        "size": ("employees", "staff", "headcount", "number of employees"),
        "ours": ("us", "our organization"),
        "latitude": ("lat", "geo lat", "y coordinate"),
        "longitude": ("long", "lng", "lon", "geo long", "x coordinate"),
    },
    Participant: {
        "name": ("participant", "full name", "person", "attendee"),
        "organization": ("organisation", "agency", "company", "affiliation", "org", "employer"),
        "role": ("title", "position", "job title", "function"),
        "votes": ("vote", "voting", "can vote"),
    },
    Tie: {
        "source": (
            "from organization", "from organisation", "organization 1", "organization a", "node 1",
            "source name", "a", "ego", "sender", "source id",
        ),
        "target": (
            "to organization", "to organisation", "organization 2", "organization b", "node 2",
            "target name", "b", "alter", "receiver", "partner", "target id",
        ),
        "relation": (
            "relationship", "type", "tie type", "relation type", "kind", "link type", "edge type",
            "label",
        ),
        "strength": ("weight", "value", "level", "intensity", "score"),
        "directed": ("direction",),
        "remark": ("note", "notes", "comment", "comments"),
    },
    TieAnswer: {
        "source": (
            "from", "source", "respondent", "reporter", "who answers", "says", "organization", "from organization",
            "organization 1", "organization a", "source name", "ego", "sender", "name of respondent",
        ),
        "target": (
            "to", "target", "partner", "about", "named", "partner organization", "to organization",
            "organization 2", "organization b", "target name", "alter", "receiver",
        ),
        "relation": ("relationship", "type", "tie type", "relation type", "kind", "link type"),
        "strength": (
            "weight", "value", "level", "intensity", "score", "frequency", "level of collaboration",
        ),
        "reliability": ("reliable", "trust reliability"),
        "mission": ("mission congruence", "in support of mission", "shared mission"),
        "openness": ("open to discussion", "openness to communication", "open"),
        "influence": ("power and influence", "power", "power influence"),
        "involvement": ("level of involvement", "involved", "time commitment"),
        "resources": ("resource contribution", "contribution", "resources contributed"),
        "remark": ("note", "notes", "comment", "comments"),
    },
    Capability: {
        "name": ("capability name",),
        "category": ("type", "group"),
        "description": ("details", "definition"),
    },
    Need: {
        "needed_level": ("level", "level needed", "required level", "target level"),
        "importance": ("weight", "priority"),
        "must_have": ("must have", "required", "mandatory"),
    },
    Asset: {
        "organization": ("organisation", "agency", "company", "held by", "owner", "org"),
        "level": ("score", "rating", "strength"),
        "share": ("share", "would lend"),
        "quantity": ("amount", "number"),
    },
}  # fmt: skip

ENDINGS: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Organization: {"name": ("name",), "service_area": ("state",)},
    Participant: {"name": ("name",)},
    Capability: {"name": ("name",)},
}
_NOT_ENDINGS = re.compile(r"\b(first|last|contact|user|file|given|family|middle)\b")

HINTS: Mapping[type[Record], str] = {
    Organization: "nodes node organisations agencies companies institutions partners members",
    Tie: "edges edge links relations relationships network connections edgelist",
    Participant: "people persons attendees invitees guests",
}

ASSUMED: Mapping[type[Record], set[str]] = {Tie: {"relation"}, TieAnswer: {"relation"}}
"""Required fields that can be set for a whole sheet."""
_SURE = 1000
"""The score of a kind whose own name the sheet has."""
WHOLE = frozenset({Details, FitWeights, SetRules, ChosenSet})
"""Kinds that are guessed from the sheet's name only, since none of their fields is required."""

_NO_LETTERS = re.compile(r"[\W_]+")
_CONTINUED = re.compile(r"(.+) \((\d+)\)")


def plain(header: Cell) -> str:
    """Give the form in which headers are compared: agency_type is Agency type."""
    return fold(_NO_LETTERS.sub(" ", str(header or "")))


def map_columns(kind: type[Record], header: Sequence[Cell]) -> dict[int, str]:
    """Give for each column that is understood the name of its field."""
    found = {index: "id" for index, cell in enumerate(header) if cell in (ID, MARK)}
    headers = [plain(cell) for cell in header]
    for words in _words(kind):
        for word, field in words:
            if field not in found.values() and word in headers:
                found[headers.index(word)] = field
    _add_endings(kind, headers, found)
    for index, cell in enumerate(header):
        if index not in found and (match := _CONTINUED.fullmatch(str(cell or "").strip())):
            first = headers.index(plain(match[1])) if plain(match[1]) in headers else -1
            if first in found:
                found[index] = found[first]
    return found


def guess_kind(name: str, header: Sequence[Cell]) -> type[Record] | None:
    """Give the kind of record that a sheet of this name with these headers most likely holds."""
    words = set(plain(name).split())
    scores = {kind: _score(kind, name, words, header) for kind in KINDS}
    best = max(KINDS, key=scores.__getitem__)
    if scores[best] < _SURE and _rates_the_other(header):
        return TieAnswer
    return best if scores[best] > 0 else None


def _rates_the_other(header: Sequence[Cell]) -> bool:
    """Tell whether a row of headers asks one end of a tie for trust or value in the other."""
    mapped = set(map_columns(TieAnswer, header).values())
    return {"source", "target"} <= mapped and not mapped.isdisjoint({*TRUST, *VALUE})


def is_organization(header: Cell) -> bool:
    """Tell whether a header means organizations."""
    return plain(header) in {"", "name", "organization", *SYNONYMS[Organization]["name"]}


def _score(kind: type[Record], name: str, words: set[str], header: Sequence[Cell]) -> float:
    mapped = set(map_columns(kind, header).values())
    required = {field.name for field in fields(kind) if field.required and field.name != "id"}
    if not mapped - {"id"} or not required - ASSUMED.get(kind, set()) <= mapped:
        return 0
    if fold(name) == fold(sheet_name(kind)):
        return _SURE
    if kind in WHOLE:
        return 0
    nouns = {
        *plain(noun(kind, 2)).split(),
        *plain(noun(kind)).split(),
        *HINTS.get(kind, "").split(),
    }
    return len(mapped) + (10 if nouns & words else 0)


@cache
def _words(kind: type[Record]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Give words and their fields, surest first: labels, names, synonyms."""
    described = [field for field in fields(kind) if field.name != "id"]
    labels = tuple((plain(field.label), field.name) for field in described)
    names = tuple((plain(field.name), field.name) for field in described if field.name != "text")
    kinds = tuple(
        (word, field.name)
        for field in described
        if field.required
        for word in (plain(kind_name(kind)), f"{plain(kind_name(kind))} name")
        if field.name == "name"
    )
    more = tuple(
        (plain(word), field) for field, words in SYNONYMS.get(kind, {}).items() for word in words
    )
    return labels, names, kinds, more


def _add_endings(kind: type[Record], headers: Sequence[str], found: dict[int, str]) -> None:
    for field, endings in ENDINGS.get(kind, {}).items():
        for index, header in enumerate(headers):
            fits = any(header.endswith(" " + ending) for ending in endings)
            free = index not in found and field not in found.values()
            if fits and free and not _NOT_ENDINGS.search(header):
                found[index] = field
