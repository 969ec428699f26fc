# SPDX-License-Identifier: MIT
"""The house rules that import contracts cannot see: imports inside functions, colors, dialogs."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("resources", "workshop", "exports", "widgets")
"""From the ground up; a floor may import itself and those before it."""
FOREIGN = {
    "resources": {"PySide6", "reportlab", "msgspec"},
    "workshop": {"PySide6", "reportlab"},
    "exports": {"PySide6"},
    "widgets": set(),
}
STAGES = ("prepare", "room", "future_state", "gaps", "partners", "deal")


def modules(*floors: str) -> list[Path]:
    return sorted(path for floor in floors for path in (ROOT / floor).rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    """Give the name of every module that is imported anywhere in a file, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", modules(*FLOORS), ids=named)
def test_a_floor_imports_only_what_lies_below_it(path: Path) -> None:
    floor = path.relative_to(ROOT).parts[0]
    above = set(FLOORS[FLOORS.index(floor) + 1 :]) | {"main", "tests"}
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & above
    assert not tops & FOREIGN[floor]


@pytest.mark.parametrize("path", modules("workshop"), ids=named)
def test_an_earlier_stage_never_knows_a_later_one(path: Path) -> None:
    parts = path.relative_to(ROOT).parts
    if parts[1] not in STAGES:
        return
    later = {f"workshop.{stage}" for stage in STAGES[STAGES.index(parts[1]) + 1 :]}
    known = {".".join(name.split(".")[:2]) for name in imported(path)}
    assert not known & later


@pytest.mark.parametrize("path", modules("widgets", "exports", "workshop"), ids=named)
def test_no_color_is_named_outside_the_theme(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.findall(r"""["']#[0-9A-Fa-f]{6}["']""", text)
    assert not re.findall(r"GlobalColor\.(?!transparent|color0|color1)\w+", text)


@pytest.mark.parametrize("path", modules("widgets"), ids=named)
def test_no_dialog_blocks_the_window(path: Path) -> None:
    calls = [
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    blocking = {"exec", "getOpenFileName", "getSaveFileName", "question", "getText"}
    allowed = {"exec"} if path.name == "application.py" else set()
    assert not set(calls) & (blocking - allowed)


def test_no_file_and_no_function_is_too_long_to_hold_in_mind() -> None:
    too_long = [
        f"{named(path)}: {lines} lines"
        for path in modules(*FLOORS)
        if (lines := path.read_text("utf-8").count("\n")) > 350
    ]
    for path in modules(*FLOORS):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                if size > 50:
                    too_long.append(f"{named(path)}: {node.name}: {size} lines")
    assert not too_long


def test_no_address_of_a_registry_is_named() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?://|file://|index-url", lock)


def test_no_two_classes_of_widgets_share_a_public_name() -> None:
    named = Counter(
        node.name
        for path in (ROOT / "widgets").rglob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in named.items() if count > 1] == []
