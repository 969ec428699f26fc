# SPDX-License-Identifier: MIT
"""The changelog keeps its form, and tells which file format each version writes."""

import re
import tomllib
from typing import NamedTuple

from resources.paths import ROOT
from workshop.storage.schema import FORMAT

SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
RELEASED = re.compile(r"\[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d{2}-\d{2})$")


class Version(NamedTuple):
    heading: str
    format: int | None
    sections: dict[str, list[str]]


def versions() -> list[Version]:
    text = (ROOT.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    found = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        written = re.search(r"^File format: (\d+)$", body, re.MULTILINE)
        sections = {}
        for section in re.split(r"^### ", body, flags=re.MULTILINE)[1:]:
            name, _, entries = section.partition("\n")
            sections[name] = re.findall(r"^- (.+)$", entries, re.MULTILINE)
        found.append(Version(heading, int(written[1]) if written else None, sections))
    return found


def test_the_changelog_begins_with_what_is_unreleased_and_goes_back_in_time() -> None:
    headings = [version.heading for version in versions()]
    assert headings[0] == "[Unreleased]"
    released = [RELEASED.match(heading) for heading in headings[1:]]
    assert all(released)
    numbers = [tuple(map(int, match.groups()[:3])) for match in released if match]
    assert numbers == sorted(numbers, reverse=True)


def test_every_version_has_known_sections_with_full_sentences() -> None:
    for version in versions():
        assert version.sections
        assert set(version.sections) <= SECTIONS
        for entries in version.sections.values():
            assert entries
            assert all(entry.endswith(".") for entry in entries)


def test_the_newest_version_names_the_file_format_that_is_written() -> None:
    assert versions()[0].format == FORMAT
    assert all(version.format for version in versions())


def test_the_version_of_the_project_is_the_last_released_or_the_one_to_come() -> None:
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))
    released = [match for v in versions() if (match := RELEASED.match(v.heading))]
    last = tuple(map(int, released[0].groups()[:3])) if released else (0, 0, 0)
    assert tuple(map(int, project["project"]["version"].split("."))) >= last
