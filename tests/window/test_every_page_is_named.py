# SPDX-License-Identifier: MIT
"""Everything that can have the focus on any page has a name for those who hear it."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.reading.asking import in_sight, name
from widgets.application import Concord
from widgets.exchange.importing import ImportPanel
from workshop.path.stages import STEPS

Role = QAccessible.Role
_NAMED = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox,
    Role.Table, Role.Cell, Role.ColumnHeader, Role.List, Role.ListItem, Role.PageTab, Role.Slider,
}  # fmt: skip


def nameless(root: QAccessibleInterface) -> list[str]:
    return [
        f"{each.role().name} {each.object()}"
        for each in in_sight(root)
        if not name(each).strip() and (each.state().focusable or each.role() in _NAMED)
    ]


def test_nothing_on_any_page_is_without_a_name(opened: Concord, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert workspace
    found: dict[str, list[str]] = {}
    for key in STEPS:
        workspace.show_step(key)
        qtbot.wait(1)
        if missing := nameless(QAccessible.queryAccessibleInterface(opened.window)):
            found[key] = missing
    assert not found


def test_what_has_the_same_name_on_a_page_is_told_apart(opened: Concord, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert workspace
    for key in ("deal.ledger", "partners.fit", "future.agreement"):
        workspace.show_step(key)
        qtbot.wait(1)
        root = QAccessible.queryAccessibleInterface(workspace.page)
        tables = [name(each) for each in in_sight(root) if each.role() == Role.Table]
        whys = [name(each) for each in in_sight(root) if name(each).startswith("Why")]
        for names in (tables, whys):
            assert len(set(names)) == len(names), (key, names)


def test_nothing_in_any_panel_is_without_a_name(
    opened: Concord, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "list.csv"
    source.write_text("Name,What\nElder,x\n", encoding="utf-8")
    found: dict[str, list[str]] = {}
    for key in (
        "capture",
        "find",
        "timeline",
        "preferences",
        "shortcuts",
        "help",
        "about",
        "import",
    ):
        opened.window.actions_by_key[key].trigger()
        panel = next(
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each is not opened.window
        )
        if isinstance(panel, ImportPanel):
            panel.read_files([source])
            qtbot.waitUntil(lambda panel=panel: panel.outcome is not None)  # type: ignore[misc]  # it is bound
        if missing := nameless(QAccessible.queryAccessibleInterface(panel)):
            found[key] = missing
        panel.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found


def test_the_path_is_read_out_in_its_order(opened: Concord, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert workspace
    for key in ("deal.ledger", "prepare.agenda", "gaps.map"):
        workspace.show_step(key)
    names = [name(each) for each in in_sight(QAccessible.queryAccessibleInterface(workspace.rail))]
    stages = [names.index(word) for word in ("Prepare", "Future state", "Partners", "The deal")]
    steps = [names.index(word) for word in ("Capabilities needed", "Gap map, current")]
    assert stages == sorted(stages)
    assert steps == sorted(steps)
    assert names.index("Assets & gaps, current") < steps[0] < steps[1] < stages[2]
