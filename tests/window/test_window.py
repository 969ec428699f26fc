# SPDX-License-Identifier: MIT
"""The facilitator's window, driven as a facilitator would: by its pages, its verbs and its keys."""

import gc
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources.theme import Theme
from widgets.actions import VERBS
from widgets.application import LATE, Concord
from widgets.capture import CAPTURES, CapturePanel
from widgets.cards import ExhibitCard
from widgets.collector import Collector
from widgets.find import FindPanel, matches
from widgets.rail import RailItem
from widgets.settings import Settings
from widgets.start_page import StartPage
from widgets.step_page import StepPage
from widgets.timeline import TimelinePanel
from workshop import edits
from workshop.document import now
from workshop.history import Change, Step
from workshop.ids import new_id
from workshop.path.stages import PATH, STEPS
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.room.records import ParkingItem
from workshop.state import Workshop
from workshop.storage.workshop_file import open_file


def add_organization(app: Concord, name: str) -> None:
    assert app.desk
    app.desk.apply(
        lambda workshop: edits.add(workshop, Organization(id=new_id(), name=name)), "Add"
    )


def names(workshop: Workshop) -> set[str]:
    return {organization.name for organization in workshop.all(Organization)}


def test_every_late_verb_has_its_function() -> None:
    for module, function in LATE.values():
        assert callable(getattr(import_module(module), function))


def test_every_verb_is_in_the_menu_and_no_key_is_used_twice(concord: Concord) -> None:
    in_menus = {
        action.text()
        for menu in concord.window.menu.actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]  # a submenu
    }
    assert {verb.text for verb in VERBS} == in_menus
    keys = [key for verb in VERBS for key in verb.shortcuts]
    assert len(keys) == len(set(keys))


def test_start_page_offers_templates_and_makes_a_file(concord: Concord, qtbot: QtBot) -> None:
    page = concord.window.centralWidget()
    assert isinstance(page, StartPage)
    choices = {b.accessibleName(): b for b in page.findChildren(QPushButton) if b.accessibleName()}
    assert {"Blank", "Accountable care", "Sample workshop"} <= set(choices)
    choices["Accountable care"].click()
    assert concord.file
    assert concord.file.path.exists()
    assert concord.workspace
    assert str(concord.file.path) in concord.workspace.messages.sentence


def test_every_step_can_be_shown(opened: Concord) -> None:
    assert opened.workspace
    for key in STEPS:
        opened.workspace.show_step(key)
        assert opened.workspace.key == key
        assert opened.workspace.exposure().board


def test_stages_on_the_rail_say_how_far_they_are(opened: Concord, qtbot: QtBot) -> None:
    items = opened.window.findChildren(RailItem)
    titles = {item.title: item for item in items}
    assert all(stage.title in titles for stage in PATH)
    qtbot.waitUntil(lambda: "steps done" in titles["Prepare"].accessibleDescription())


def test_saved_is_said_after_the_disk_has_it(opened: Concord, qtbot: QtBot) -> None:
    assert opened.file
    assert opened.workspace
    add_organization(opened, "Newcomer")
    qtbot.waitUntil(lambda: "saved" in opened.workspace.status.saved_sentence.lower())  # type: ignore[union-attr]  # set above
    opened.file.flush()
    assert "Newcomer" in names(open_file(opened.file.path).document.workshop)


def test_undo_and_redo_go_through_the_verbs(opened: Concord) -> None:
    assert opened.desk
    assert opened.workspace
    add_organization(opened, "Newcomer")
    label = opened.desk.document.history.log[-1].label
    opened.window.actions_by_key["undo"].trigger()
    assert "Newcomer" not in names(opened.desk.workshop)
    assert opened.workspace.messages.sentence == f"Undone: {label}."
    opened.window.actions_by_key["redo"].trigger()
    assert "Newcomer" in names(opened.desk.workshop)
    assert opened.workspace.messages.sentence == f"Redone: {label}."


def test_a_step_that_cannot_be_read_is_said_wherever_it_is_asked_for(opened: Concord) -> None:
    def unreadable() -> tuple[Change, ...]:
        raise RuleError("This step holds a record that this version cannot read.")

    assert opened.desk
    assert opened.workspace
    add_organization(opened, "Newcomer")
    before, history = opened.desk.workshop, opened.desk.document.history
    history.append(Step("Broken", now(), unreadable))
    opened.window.actions_by_key["undo"].trigger()
    assert "cannot read" in opened.workspace.messages.sentence
    panel = TimelinePanel(opened)
    assert "cannot read" in panel.step.text()
    panel.bring_back()
    assert opened.desk.workshop is before
    history.log.pop()  # so that the file need not take it


def test_capture_keeps_what_was_typed_as_what_was_chosen(opened: Concord, qtbot: QtBot) -> None:
    assert opened.desk
    panel = CapturePanel(opened)
    panel.open()
    panel.kinds.setCurrentRow(0)
    qtbot.keyClicks(panel.line, "Who pays for the bridge year?")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    texts = [item.text for item in opened.desk.workshop.all(ParkingItem)]
    assert "Who pays for the bridge year?" in texts
    assert opened.workspace
    assert "Parking lot added" in opened.workspace.messages.sentence


def test_everything_captured_is_one_step_and_can_be_shown(opened: Concord) -> None:
    assert opened.desk
    assert opened.workspace
    for row, capture in enumerate(CAPTURES):
        panel = CapturePanel(opened)
        before = len(opened.desk.document.history.log)
        panel.kinds.setCurrentRow(row)
        panel.line.setText(f"Something quite new for {capture.word}")
        panel.keep()
        assert len(opened.desk.document.history.log) == before + 1
        opened.workspace.messages._act.click()
        assert opened.workspace.key == capture.step


def test_find_goes_to_the_record(opened: Concord, qtbot: QtBot) -> None:
    panel = FindPanel(opened)
    qtbot.keyClicks(panel.line, "homebridge")
    texts = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert any(text.startswith("Organization: HomeBridge") for text in texts)
    panel.list.setCurrentRow(
        next(n for n, text in enumerate(texts) if text.startswith("Organization"))
    )
    panel.go()
    assert opened.workspace
    assert opened.workspace.key == "prepare.organizations"


def test_find_needs_every_word(opened: Concord) -> None:
    assert opened.desk
    found = [words for words, _ in matches(opened.desk.workshop, "cedar zzz")]
    assert found == []


def test_a_broken_rule_is_said_and_nothing_changes(opened: Concord) -> None:
    assert opened.desk
    assert opened.workspace
    before = opened.desk.workshop
    add_organization(opened, "homebridge ")
    assert opened.desk.workshop is before
    assert "already" in opened.workspace.messages.sentence


def test_a_second_window_on_the_file_is_read_only_and_says_so(opened: Concord) -> None:
    assert opened.file
    second = open_file(opened.file.path)
    assert "can only be read" in second.read_only_because
    second.close()


def test_opening_what_is_no_workshop_keeps_the_window(opened: Concord, tmp_path: Path) -> None:
    foreign = tmp_path / "picture.concord"
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    before = opened.file
    assert not opened.open_path(foreign)
    assert opened.file is before
    assert opened.workspace
    assert opened.workspace.messages.sentence


def test_the_last_step_and_recent_files_are_remembered(opened: Concord) -> None:
    assert opened.file
    assert opened.workspace
    opened.workspace.show_step("gaps.map")
    path = opened.file.path
    opened.close_workshop()
    assert opened.settings.recent_files() == [path.resolve()]
    opened.open_path(path)
    assert opened.workspace
    assert opened.workspace.key == "gaps.map"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_changes_while_open(opened: Concord, qtbot: QtBot, theme: str) -> None:
    assert opened.workspace
    opened.workspace.show_step("gaps.map")
    opened.settings.remember("theme", theme)
    opened.dress()
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.theme.name == theme)
    opened.dress()
    assert opened.desk
    assert opened.desk.theme.name == theme


class _Restyled(QObject):
    """Counts how often what it is installed on is told of a new style."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_a_new_look_reaches_what_lies_deep_in_the_window_once(
    opened: Concord, qtbot: QtBot
) -> None:
    assert opened.workspace
    opened.workspace.show_step("future.agreement")
    opened.workspace.forget_other_pages()
    deep = opened.workspace.page.findChildren(QScrollBar)[-1]
    counter = _Restyled()
    deep.installEventFilter(counter)
    opened.settings.remember("theme", "dark")
    opened.dress()
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.theme.name == "dark")
    assert opened.window.updatesEnabled()
    assert counter.times <= 2  # once for itself, and once as the part of a bar that scrolls


def test_what_is_being_built_is_told_nothing_of_the_look(opened: Concord) -> None:
    inner, counter = QWidget(), _Restyled()
    inner.installEventFilter(counter)
    around = [inner]
    for _ in range(4):
        around.append(QWidget())
        QVBoxLayout(around[-1]).addWidget(around[-2])
    assert inner.window() is around[-1]
    assert counter.times == 0
    around[-1].setParent(opened.window)
    assert counter.times == 1


def test_an_exhibit_is_drawn_once_though_a_bar_to_scroll_comes(
    opened: Concord, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.window.resize(1280, 720)
    made: Any = ExhibitCard._make
    widths = []

    def make(card: ExhibitCard, size: tuple[float, float], theme: Theme) -> object:
        widths.append(size[0])
        return made(card, size, theme)

    monkeypatch.setattr(ExhibitCard, "_make", make)
    assert opened.workspace
    opened.workspace.show_step("future.measures")
    area = opened.workspace.pages.currentWidget()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    qtbot.wait(50)
    assert len(widths) == 1


def test_a_new_page_is_painted_when_all_of_it_has_come(opened: Concord, qtbot: QtBot) -> None:
    assert opened.workspace
    opened.workspace.show_step("future.agreement")
    pages, page = opened.workspace.pages, opened.workspace.page
    assert isinstance(page, StepPage)
    assert page.is_coming
    assert not pages.updatesEnabled()
    qtbot.waitUntil(pages.updatesEnabled)
    assert not page.is_coming
    opened.workspace.show_step("prepare.workshop")
    opened.workspace.show_step("future.agreement")
    assert pages.updatesEnabled()


def test_a_page_that_fails_leaves_the_one_before_in_use(
    opened: Concord, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_key: str, _desk: object) -> None:
        raise LookupError

    assert opened.workspace
    monkeypatch.setattr("widgets.workspace.build_page", fail)
    with pytest.raises(LookupError):
        opened.workspace.show_step("future.agreement")
    qtbot.waitUntil(opened.workspace.pages.updatesEnabled)


def test_settings_survive_a_new_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "s.ini")
    first.remember("scale", 3)
    first.remember("script", False)
    first.flush()
    second = Settings(tmp_path / "s.ini")
    assert second.number("scale", 1) == 3
    assert not second.flag("script", True)
    assert second.number("window", 7) == 7


def test_steps_are_walked_with_keys(opened: Concord) -> None:
    assert opened.workspace
    opened.workspace.show_step("prepare.workshop")
    opened.window.actions_by_key["next"].trigger()
    assert opened.workspace.key == "prepare.organizations"
    opened.window.actions_by_key["previous"].trigger()
    assert opened.workspace.key == "prepare.workshop"


def test_merging_ends_when_another_step_begins(opened: Concord) -> None:
    assert opened.desk
    organization = opened.desk.workshop.all(Organization)[0]
    for text in ("A", "AB"):
        rename = partial(edits.change, of=Organization, id=organization.id, name=text)
        opened.desk.apply(lambda w, rename=rename: rename(w), "Rename", ("name", organization.id))  # type: ignore[misc]  # a default that binds
    opened.desk.document.undo()
    assert opened.desk.workshop.get(Organization, organization.id).name == organization.name


def test_a_mistake_of_the_app_is_admitted_without_the_workshops_words(
    opened: Concord, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError("CANARY of the board")
    except ValueError as error:
        opened.confess(ValueError, error, error.__traceback__)
    assert opened.workspace
    assert "your work is saved" in opened.workspace.messages.sentence.lower()
    assert "CANARY" not in caplog.text + opened.workspace.messages.sentence
    assert "test_window.py" in caplog.text


def test_garbage_is_collected_by_the_window_and_by_nobody_else(opened: Concord) -> None:
    collector = Collector(opened)
    assert not gc.isenabled()
    for _ in range(3000):
        cycle: list[object] = []
        cycle.append(cycle)
    collector.collect()
    assert gc.get_count()[0] < gc.get_threshold()[0]


def test_the_script_counts_private_topics_and_does_not_tell_them(
    opened: Concord, qtbot: QtBot
) -> None:
    assert opened.workspace
    opened.window.resize(1440, 900)
    script = opened.workspace.script
    qtbot.waitUntil(lambda: bool(script.findChildren(QLabel)))
    told = " ".join(words.text() for words in script.findChildren(QLabel))
    assert "Would East Ridge join" in told
    assert "Helena Voss" not in told
    assert "1 private" in told


def test_a_new_workshop_begins_from_a_card(opened: Concord) -> None:
    opened.window.actions_by_key["new"].trigger()
    panel = opened.window.findChild(QDialog)
    assert panel
    cards = {card.accessibleName(): card for card in panel.findChildren(QPushButton)}
    assert "credit" in cards["Research consortium"].accessibleDescription()
    assert not cards["Blank"].autoDefault()
    words = cards["Blank"].findChildren(QLabel)
    assert all(each.height() >= each.fontMetrics().height() for each in words)


def test_what_is_found_is_told_by_its_name_and_the_text_that_was_found(opened: Concord) -> None:
    assert opened.desk
    told = [words for words, _ in matches(opened.desk.workshop, "frightened of winter")]
    assert told == []
    by_text = next(words for words, _ in matches(opened.desk.workshop, "dashboards"))
    assert by_text.startswith("Statement: Northlight earns a share")
    assert by_text.endswith(
        "– Northlight is paid by the seat and proves its worth with dashboards."
    )
