# SPDX-License-Identifier: MIT
"""The templates and the sample that come with the app."""

import msgspec

from resources.paths import SAMPLES, TEMPLATES
from workshop.interchange.json_file import read_json
from workshop.record import RuleError
from workshop.state import Workshop

SAMPLE = SAMPLES / "cedar_valley.json"


class Template(msgspec.Struct, frozen=True):
    """A workshop to begin from: the words of a field, an agenda, typical capabilities."""

    key: str
    title: str
    description: str


def templates() -> tuple[Template, ...]:
    """Give the templates in the order in which they are offered."""
    index = (TEMPLATES / "index.json").read_bytes()
    return tuple(msgspec.json.decode(index, type=list[Template]))


def from_template(key: str) -> Workshop:
    """Give the workshop a template begins with; RuleError names the templates there are."""
    keys = [template.key for template in templates()]
    if key not in keys:
        raise RuleError(f"There is no template {key!r}; there are {', '.join(keys)}.")
    return read_json(TEMPLATES / f"{key}.json")


def sample() -> Workshop:
    """Give the sample workshop, a fictional one that is complete for all that Concord does."""
    return read_json(SAMPLE)
