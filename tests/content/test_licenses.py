# SPDX-License-Identifier: MIT
"""What the project ships and stands on is named with its license, and icons are fit to tint."""

import json
import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from resources.paths import FONT_FILES, ICONS, LICENSES, ROOT

LISTED = json.loads((LICENSES / "dependencies.json").read_text(encoding="utf-8"))
BY_NAME = {entry["name"].casefold(): entry for entry in LISTED}
SVG = "{http://www.w3.org/2000/svg}"
REFUSED = ("AGPL", "GPL-3.0-or-later", "SSPL")


def test_every_direct_dependency_is_listed_with_the_version_in_the_lock() -> None:
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT.parent / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))
    for requirement in project["project"]["dependencies"]:
        name = re.split(r"[=<>!~ ]", requirement)[0].casefold()
        assert BY_NAME[name]["version"] == locked[name]


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: entry["name"])
def test_a_listed_part_says_what_it_is_for_and_may_be_shipped(entry: dict[str, str]) -> None:
    assert set(entry) <= {"name", "version", "license", "purpose", "note", "file"}
    assert entry["purpose"]
    assert not any(word in entry["license"] for word in REFUSED)
    if "file" in entry:
        assert (LICENSES / entry["file"]).stat().st_size > 1000
    else:
        assert metadata(entry["name"])["Version"] == entry["version"]


def test_the_license_of_qt_is_explained() -> None:
    assert "LGPL" in BY_NAME["pyside6-essentials"]["note"]


def test_the_texts_the_bundled_font_and_icons_ask_for_are_there() -> None:
    font = (LICENSES / BY_NAME["noto sans"]["file"]).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in font
    assert "Copyright 2015 Google LLC" in font
    assert all(path.exists() for path in FONT_FILES.values())
    icons = (LICENSES / BY_NAME["lucide"]["file"]).read_text(encoding="utf-8")
    assert icons.startswith("ISC License")


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_a_drawing_without_a_color_of_its_own(path: Path) -> None:
    icon: Element = fromstring(path.read_text(encoding="utf-8"))
    assert icon.tag == f"{SVG}svg"
    assert icon.get("viewBox") == "0 0 24 24"
    assert icon.get("stroke") == "currentColor"
    shapes = {element.tag.removeprefix(SVG) for element in icon}
    assert shapes <= {"path", "circle", "rect", "line", "polyline", "polygon", "ellipse"}


def test_every_icon_the_widgets_ask_for_is_bundled() -> None:
    asked = {
        name
        for path in (ROOT.parent / "widgets").rglob("*.py")
        for name in re.findall(
            r"\b(?:icon|pixmap)\(\s*\"([a-z0-9-]+)\"", path.read_text(encoding="utf-8")
        )
    }
    assert asked
    assert asked <= {path.stem for path in ICONS.glob("*.svg")}
