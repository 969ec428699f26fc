# SPDX-License-Identifier: MIT
"""The table as a person uses it: typing, moving on, removing, sorting, copying, pasting, undo."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from widgets.desk import Desk
from widgets.forms.undo_keys import UndoKeys
from widgets.tables.record_table import Column, RecordTable
from workshop import edits
from workshop.document import Document
from workshop.future_state.records import Factor, Statement
from workshop.gaps.records import Asset, Capability, Need
from workshop.ids import new_id
from workshop.prepare.records import Details, Organization, Participant
from workshop.record import Record
from workshop.state import Workshop

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform lacks what popups ask for."""


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    records: list[Record] = [
        Organization(id="0o1", name="Cedar Valley", ours=True, size=1200),
        Organization(id="0o2", name="Northlight Data"),
        Organization(id="0o3", name="Rural Trust", size=40),
        Participant(id="0p1", name="Ann Ortiz", organization="0o1"),
        Participant(id="0p2", name="Ben Wu", organization="0o2"),
        Factor(id="0f1", text="Payers move to downside risk", impact=4),
        Factor(id="0f2", text="Nurses are hard to find", impact=5, kind="opportunity"),
        Factor(id="0f3", text="A new clinic opens"),
        Capability(id="0c1", name="Analytics"),
        Need(id="0n1", capability="0c1", needed_level=4),
        Asset(id="0a1", organization="0o2", capability="0c1", level=2, share=0.5),
    ]
    desk = Desk(Document(Workshop(records)))
    yield desk
    desk.close()


@pytest.fixture
def said(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.said.connect(heard.append)
    return heard


def shown(qtbot: QtBot, desk: Desk, kind: type[Record], *columns: Any, **more: Any) -> RecordTable:
    table = RecordTable(desk, kind, columns or None, **more)
    qtbot.addWidget(table)
    table.resize(1000, 400)
    table.show()
    qtbot.waitExposed(table)
    return table


def press(qtbot: QtBot, table: RecordTable, *keys: Key, **more: Any) -> None:
    for key in keys:
        QTest.keyClick(table.view, key, **more)


def editor_of(table: RecordTable, kind: type[Any] = QLineEdit) -> Any:
    editors = table.view.viewport().findChildren(kind)
    return next((each for each in editors if each.isVisible()), None)


def type_into(qtbot: QtBot, table: RecordTable, text: str, end: Key = Key.Key_Return) -> None:
    """Type over the current cell and end with a key."""
    QTest.keyClicks(table.view, text[0])
    editor = editor_of(table) or editor_of(table, QPlainTextEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    QApplication.processEvents()


def button_of(table: RecordTable) -> QPushButton:
    button = table.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def column_words(table: RecordTable, column: int = 0) -> list[str]:
    return [table.model.words(row, column) for row in range(len(table.model.ids))]


def paste(table: RecordTable, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table.paste()


def test_typing_over_a_cell_replaces_it_and_enter_moves_down(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "impact")
    table.view.go_to(0, 0)
    type_into(qtbot, table, "Rates fall")
    assert desk.workshop.get(Factor, "0f1").text == "Rates fall"
    assert table.view.currentIndex().row() == 1
    assert len(desk.document.history.log) == 1


def test_tab_keeps_the_cell_and_goes_right_then_to_the_next_row(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "role")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "Chair", Key.Key_Tab)
    assert desk.workshop.get(Participant, "0p1").role == "Chair"
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (1, 0)


def test_escape_leaves_the_old_value(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name")
    table.view.go_to(0, 0)
    type_into(qtbot, table, "Zoe", Key.Key_Escape)
    assert desk.workshop.get(Participant, "0p1").name == "Ann Ortiz"
    assert desk.document.history.undoable is None


def test_f2_edits_what_is_there(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name")
    table.view.go_to(0, 0)
    press(qtbot, table, Key.Key_F2)
    assert editor_of(table).text() == "Ann Ortiz"


def test_undo_in_an_unfinished_cell_takes_back_the_typing_only(qtbot: QtBot, desk: Desk) -> None:
    UndoKeys(desk)
    table = shown(qtbot, desk, Participant, "name")
    table.view.go_to(0, 0)
    type_into(qtbot, table, "Anna")
    QTest.keyClicks(table.view, "Z")
    QTest.keyClick(editor_of(table), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert column_words(table) == ["Anna", "Ben Wu"]
    assert len(desk.document.history.log) == 1


def test_the_last_row_adds_a_record_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "role", defaults=lambda: {"role": "Guest"})
    table.view.go_to(2, 0)
    type_into(qtbot, table, "Cy Young", Key.Key_Tab)
    assert column_words(table) == ["Ann Ortiz", "Ben Wu", "Cy Young"]
    assert table.model.words(2, 1) == "Guest"
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (2, 1)
    desk.document.undo()
    assert column_words(table) == ["Ann Ortiz", "Ben Wu"]


def test_enter_on_the_way_down_begins_the_next_record_at_its_name(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "ours", "name", "kind")
    table.view.go_to(2, 0)
    press(qtbot, table, Key.Key_Return)
    assert table.view.currentIndex().row() == 3
    type_into(qtbot, table, "Bay Labs")
    assert column_words(table, 1)[-1] == "Bay Labs"


def test_a_record_that_needs_more_waits_in_the_last_row(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Statement, "dimension", "text_to")
    assert button_of(table).text() == "Add statement"
    button_of(table).click()
    editor = editor_of(table)
    QTest.keyClicks(editor, "strategy")
    QTest.keyClick(editor, Key.Key_Tab)
    assert said == ["Not added yet: this statement also needs To."]
    assert table.model.words(0, 0) == "strategy"
    type_into(qtbot, table, "One plan of care")
    assert [s.text_to for s in desk.workshop.all(Statement)] == ["One plan of care"]
    assert said[-1] == ""
    assert len(desk.document.history.log) == 1


def test_escape_empties_an_unfinished_last_row(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Asset, "name", "organization")
    table.view.go_to(1, 0)
    type_into(qtbot, table, "Nurses")
    press(qtbot, table, Key.Key_Escape)
    assert table.model.words(1, 0) == "+ Add asset"


def test_an_unknown_name_adds_the_organization_in_the_same_step(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "organization")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "HomeBridge")
    names = {each.id: each.name for each in desk.workshop.all(Organization)}
    assert names[str(desk.workshop.get(Participant, "0p1").organization)] == "HomeBridge"
    desk.document.undo()
    assert "HomeBridge" not in {each.name for each in desk.workshop.all(Organization)}


def test_the_beginning_of_one_name_is_enough(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "organization")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "north")
    assert desk.workshop.get(Participant, "0p1").organization == "0o2"
    assert len(desk.workshop.of(Organization)) == 3


def test_a_word_within_one_name_is_enough(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "organization")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "trust")
    assert desk.workshop.get(Participant, "0p1").organization == "0o3"
    assert len(desk.workshop.of(Organization)) == 3


def test_a_part_of_several_names_adds_nothing_and_says_which(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    rural = Organization(id="0o4", name="Rural Health")
    desk.apply(lambda workshop: workshop.put([rural]), "Add")
    table = shown(qtbot, desk, Participant, "name", "organization")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "rural")
    assert desk.workshop.get(Participant, "0p1").organization == "0o1"
    assert len(desk.workshop.of(Organization)) == 4
    assert said[-1] == (
        "Organization: “rural” may be “Rural Health” and “Rural Trust”. Choose from the list. "
        "The cell keeps what it had."
    )


def test_tab_completes_the_start_of_a_suggested_word_and_enter_keeps_it(
    qtbot: QtBot, desk: Desk
) -> None:
    table = shown(qtbot, desk, Factor, "category", "text")
    for row, end in ((0, Key.Key_Tab), (1, Key.Key_Return)):
        table.view.go_to(row, 0)
        type_into(qtbot, table, "workf", end)
    found = [desk.workshop.get(Factor, id).category for id in ("0f1", "0f2")]
    assert found == ["Workforce", "workf"]


def test_digits_rate_and_backspace_makes_unknown(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "impact")
    table.view.go_to(0, 1)
    QTest.keyClicks(table.view, "2")
    assert desk.workshop.get(Factor, "0f1").impact == 2
    QTest.keyClicks(table.view, "9")
    assert desk.workshop.get(Factor, "0f1").impact == 2
    press(qtbot, table, Key.Key_Backspace)
    assert desk.workshop.get(Factor, "0f1").impact is None


def test_clicking_a_dot_rates(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "impact")
    rect = table.view.visualRect(table.model.index(2, 1))
    place = rect.center()
    place.setX(rect.left() + 10)
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.workshop.get(Factor, "0f3").impact == 1


def test_space_toggles_a_flag(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "votes")
    table.view.go_to(1, 1)
    press(qtbot, table, Key.Key_Space)
    assert desk.workshop.get(Participant, "0p2").votes is False
    press(qtbot, table, Key.Key_Space)
    assert desk.workshop.get(Participant, "0p2").votes is True


@pytest.mark.parametrize(("text", "share"), [("80%", 0.8), ("0.8", 0.8), ("80", 0.8), ("1", 1.0)])
def test_percents_as_people_write_them(qtbot: QtBot, desk: Desk, text: str, share: float) -> None:
    table = shown(qtbot, desk, Asset, "organization", "share")
    table.view.go_to(0, 1)
    type_into(qtbot, table, text)
    assert desk.workshop.get(Asset, "0a1").share == share


@pytest.mark.parametrize("text", ["2027-03-14", "14 March 2027", "March 14, 2027"])
def test_dates_as_people_write_them(qtbot: QtBot, desk: Desk, text: str) -> None:
    desk.apply(lambda w: w.put([Details(id="workshop", title="Retreat")]), "Name it")
    table = shown(qtbot, desk, Details, "title", "starts")
    table.view.go_to(0, 1)
    type_into(qtbot, table, text)
    assert str(desk.workshop.get(Details, "workshop").starts) == "2027-03-14"


def test_what_cannot_be_read_is_said_and_changes_nothing(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Organization, "name", "size")
    table.view.go_to(0, 1)
    type_into(qtbot, table, "many")
    assert desk.workshop.get(Organization, "0o1").size == 1200
    assert said[0].startswith("Size: “many” is not a number.")


def test_a_broken_rule_is_said_and_changes_nothing(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Organization, "name")
    table.view.go_to(0, 0)
    type_into(qtbot, table, "Rural trust")
    assert said == ["There is already an organization “Rural Trust”."]
    assert column_words(table)[0] == "Cedar Valley"


def test_delete_removes_rows_with_dependents_in_one_step(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Organization, "name")
    table.view.go_to(1, 0)
    press(qtbot, table, Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, table, Key.Key_Delete)
    assert column_words(table) == ["Cedar Valley"]
    assert not desk.workshop.of(Asset)
    assert said == ["Removed 2 organizations. Also removed: 1 asset. Ctrl+Z brings it back."]
    desk.document.undo()
    assert column_words(table) == ["Cedar Valley", "Northlight Data", "Rural Trust"]
    assert desk.workshop.of(Asset)


def test_sorting_keeps_unknown_last_both_ways(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "name", "size")
    table.view.go_to(0, 1)
    table.sort_up()
    assert column_words(table, 1) == ["40", "1200", ""]
    table.sort_down()
    assert column_words(table, 1) == ["1200", "40", ""]
    assert table.current_id == "0o1"
    table.sort_none()
    assert table.model.ids == ["0o1", "0o2", "0o3"]


def test_clicks_on_a_header_sort_up_down_and_not(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "name", "size")
    orders = []
    for _ in range(3):
        table.view.horizontalHeader().sectionClicked.emit(1)
        orders.append(list(table.model.ids))
    assert orders == [["0o3", "0o1", "0o2"], ["0o1", "0o3", "0o2"], ["0o1", "0o2", "0o3"]]


def test_an_edit_keeps_selection_and_never_resets_the_model(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "name", "size")
    table.select("0o2")
    resets: list[int] = []
    table.model.modelReset.connect(lambda: resets.append(1))
    desk.apply(lambda w: w.put([Organization(id="00", name="First")]), "Add")
    desk.apply(lambda w: edits.remove(w, Organization, ["0o1"]), "Remove")
    assert column_words(table) == ["First", "Northlight Data", "Rural Trust"]
    assert table.current_id == "0o2"
    assert table.selected_ids() == ["0o2"]
    assert not resets


def test_only_rows_that_belong_are_shown(qtbot: QtBot, desk: Desk) -> None:
    wanted = "challenge"
    table = shown(qtbot, desk, Factor, "text", where=lambda factor: factor.kind == wanted)
    assert table.model.ids == ["0f1", "0f3"]
    wanted = "opportunity"
    table.refresh()
    assert table.model.ids == ["0f2"]


def test_a_computed_column_follows_other_records(qtbot: QtBot, desk: Desk) -> None:
    def people(workshop: Workshop, organization: Organization) -> str:
        mine = [p for p in workshop.all(Participant) if p.organization == organization.id]
        return ", ".join(p.name for p in mine)

    table = shown(qtbot, desk, Organization, "name", Column("People", text=people))
    with qtbot.waitSignal(table.model.dataChanged):
        desk.apply(lambda w: w.put([Participant(id="0p3", name="Di", organization="0o3")]), "Add")
    assert column_words(table, 1) == ["Ann Ortiz", "Ben Wu", "Di"]


def test_copied_rows_paste_back_to_the_same(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Asset, "organization", "capability", "level", "share")
    table.select_all()
    table.copy_rows()
    text = QGuiApplication.clipboard().text()
    assert text == (
        "Organization\tCapability\tLevel\tShare it would lend\nNorthlight Data\tAnalytics\t2\t50%\n"
    )
    before = desk.workshop
    table.view.go_to(0, 2)
    table.paste()
    assert desk.workshop == before


def test_pasting_fills_from_the_current_cell_and_adds_beyond_the_end(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Participant, "name", "role", "organization")
    table.view.go_to(1, 0)
    paste(table, "Ben Wu\tNurse\nCy Young\tChair\tHomeBridge\n")
    assert column_words(table, 1) == ["", "Nurse", "Chair"]
    assert column_words(table, 2) == ["Cedar Valley", "Northlight Data", "HomeBridge"]
    assert said == [
        "Pasted: 1 participant added, 1 participant changed, 1 new organization."
        " Ctrl+Z takes it back."
    ]
    desk.document.undo()
    assert len(desk.workshop.of(Organization)) == 3
    assert column_words(table, 1) == ["", ""]


def test_pasted_headers_choose_the_columns(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "kind", "impact")
    table.view.go_to(3, 2)
    paste(table, "Impact,Factor,Color\n3,Rates fall,red\n5,Rents rise,blue\n")
    assert column_words(table)[3:] == ["Rates fall", "Rents rise"]
    assert column_words(table, 2)[3:] == ["3", "5"]
    assert table.problems.text() == "There is no column “Color”; its cells were left out."


def test_rows_under_headers_go_to_the_records_they_name(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    table = shown(qtbot, desk, Organization, "name", "size", "ours")
    table.view.go_to(0, 0)
    paste(table, "Organization\tSize\nrural  trust\t55\nHomeBridge\t7\nCedar Valley\t\n")
    names = {each.name: each.size for each in desk.workshop.all(Organization)}
    assert names == {
        "Cedar Valley": 1200, "Northlight Data": None, "Rural Trust": 55, "HomeBridge": 7,
    }  # fmt: skip
    assert said == [
        "Pasted by name: 1 organization added, 1 organization changed, 1 as before."
        " Ctrl+Z takes it back."
    ]
    assert len(desk.document.history.log) == 1
    desk.document.undo()
    assert column_words(table, 1) == ["1200", "", "40"]


def test_a_person_is_found_by_name_where_the_list_leaves_out_organizations(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    desk.apply(lambda w: w.put([Participant(id="0p3", name="Cy Young")]), "Add")
    table = shown(qtbot, desk, Participant, "name", "organization", "role", "votes")
    table.view.go_to(1, 0)
    paste(
        table,
        "Name\tOrganization\tRole\tVotes\nAnn Ortiz\t\tChair\tno\nCy Young\tRural Trust\tCEO\t\n",
    )
    assert column_words(table) == ["Ann Ortiz", "Ben Wu", "Cy Young"]
    assert column_words(table, 1) == ["Cedar Valley", "Northlight Data", "Rural Trust"]
    assert column_words(table, 2) == ["Chair", "", "CEO"]
    assert [p.votes for p in desk.workshop.all(Participant)] == [False, True, True]
    assert said == ["Pasted by name: 2 participants changed. Ctrl+Z takes it back."]


def test_rows_that_cannot_be_told_apart_are_left_out_and_said(qtbot: QtBot, desk: Desk) -> None:
    twin = Participant(id="0p3", name="Ann Ortiz", organization="0o3")
    desk.apply(lambda w: w.put([twin]), "Add")
    before = desk.workshop
    table = shown(qtbot, desk, Participant, "name", "role")
    paste(table, "Name\tRole\nAnn Ortiz\tChair\nDi\tCEO\nDi\tCFO\n")
    assert table.problems.text().split("\n") == [
        "Row 2, more than one participant is called so; it was left out.",
        "Row 4, is about the same participant as row 3; it was left out.",
    ]
    added = [p for p in desk.workshop.all(Participant) if p.id not in before.of(Participant)]
    assert [(p.name, p.role) for p in added] == [("Di", "CEO")]


def test_an_asset_is_found_by_who_holds_what_and_a_bare_column_by_its_place(
    qtbot: QtBot, desk: Desk
) -> None:
    table = shown(qtbot, desk, Asset, "organization", "capability", "level", "share")
    table.view.go_to(1, 0)
    paste(table, "Capability\tOrganization\tLevel\nanalytics\tNorthlight data\t4\n")
    assert [(a.level, a.share) for a in desk.workshop.all(Asset)] == [(4, 0.5)]
    table.view.go_to(0, 0)
    paste(table, "Level\n3\n")
    assert [a.level for a in desk.workshop.all(Asset)] == [3]


def test_bad_cells_are_named_and_good_ones_kept(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "impact", "kind")
    table.view.go_to(0, 0)
    paste(table, "One\t9\tchallenge\nTwo\tx\topportunity\nThree\t2\tthreat\n\t5\t\n")
    assert column_words(table) == ["One", "Two", "Three"]
    assert column_words(table, 1) == ["4", "5", "2"]
    assert table.problems.text().split("\n") == [
        "Row 1, Impact: 9 is not from 1 to 5. Correct it or leave it blank.",
        "Row 2, Impact: “x” is not a number. Enter a number or leave it blank.",
        "Row 3, Kind: “threat” is not a choice here. Choose Challenge or Opportunity.",
        "Row 4, Factor is missing; the row was not added.",
    ]
    assert len(desk.document.history.log) == 1


def test_a_name_that_is_taken_is_refused_for_its_row_only(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "name")
    table.view.go_to(3, 0)
    paste(table, "HomeBridge\ncedar  valley\nValley Bank\n")
    assert column_words(table)[3:] == ["HomeBridge", "Valley Bank"]
    assert table.problems.text() == "Row 2, there is already such an organization."


def test_a_comma_in_one_pasted_name_does_not_part_it(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Organization, "name", "sector")
    table.view.go_to(3, 0)
    paste(table, "Smith, Jones and Partners")
    assert column_words(table)[3] == "Smith, Jones and Partners"


def test_fill_down_and_one_cell_into_many_rows(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor, "text", "impact")
    table.view.go_to(0, 1)
    press(qtbot, table, Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(qtbot, table, Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert column_words(table, 1) == ["4", "4", "4"]
    paste(table, "1")
    assert column_words(table, 1) == ["1", "1", "1"]
    assert len(desk.document.history.log) == 2


def test_an_empty_table_says_what_belongs_there(qtbot: QtBot, desk: Desk) -> None:
    desk.apply(lambda w: w.without(Factor, ["0f1", "0f2", "0f3"]), "Clear")
    table = shown(qtbot, desk, Factor, "text", empty="What around us helps or hinders?")
    assert not table.view.isVisible()
    QGuiApplication.clipboard().setText("Rates fall\nRents rise")
    QTest.keyClick(button_of(table), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column_words(table) == ["Rates fall", "Rents rise"]
    assert table.view.isVisible()


def test_nothing_can_be_edited_in_a_read_only_workshop(
    qtbot: QtBot, desk: Desk, said: list[str]
) -> None:
    desk.document.read_only_because = "This workshop is open elsewhere."
    table = shown(qtbot, desk, Participant, "name", "votes")
    table.view.go_to(0, 0)
    QTest.keyClicks(table.view, "x")
    assert editor_of(table) is None
    table.remove()
    assert said == ["This workshop is open elsewhere."]


def test_a_screen_reader_finds_the_table_and_its_cells(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Participant, "name", "organization")
    interface = QAccessible.queryAccessibleInterface(table.view)
    assert interface.text(QAccessible.Text.Name) == "Participants, a table"
    index: QModelIndex = table.model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Organization: Cedar Valley"


def test_three_thousand_rows_are_shown_and_edited(qtbot: QtBot, desk: Desk) -> None:
    many = [Factor(id=f"0g{n:04}", text=f"Factor {n}", impact=n % 5 + 1) for n in range(3000)]
    table = shown(qtbot, desk, Factor, "text", "impact")
    desk.apply(lambda w: w.put(many), "Import")
    table.view.go_to(3002, 0)
    type_into(qtbot, table, "The last one", Key.Key_Tab)
    assert column_words(table)[-1] == "The last one"
    assert table.view.currentIndex().row() == 3002


def test_rows_are_as_high_as_their_words_also_if_these_changed_unseen(
    qtbot: QtBot, desk: Desk
) -> None:
    def write(words: str) -> None:
        desk.apply(lambda w: edits.change(w, Factor, "0f1", text=words), "Change")
        qtbot.wait(20)

    table = shown(qtbot, desk, Factor, "text")
    table.resize(420, 400)
    qtbot.wait(20)
    low = table.view.rowHeight(0)
    write("Payers move to downside risk " * 4)
    high = table.view.rowHeight(0)
    assert high > low
    table.hide()
    write("Risk")
    assert table.view.rowHeight(0) == high  # nobody sees it, so nothing is measured
    table.show()
    qtbot.waitUntil(lambda: table.view.rowHeight(0) == low)
    write("Payers move to downside risk " * 4)
    assert table.view.rowHeight(0) == high
    font = table.view.font()
    font.setPixelSize(2 * table.view.fontInfo().pixelSize())
    table.view.setFont(font)
    qtbot.waitUntil(lambda: table.view.rowHeight(0) > high)


def test_a_new_row_that_grows_with_its_words_stays_wholly_in_view(qtbot: QtBot, desk: Desk) -> None:
    table = shown(qtbot, desk, Factor)
    words = "Rural patients drive for more than an hour to the next clinic that is open at night. "
    for _ in range(8):
        made = Factor(id=new_id(), text=words * 3)
        desk.apply(partial(_with, made), "Add")
        table.select(made.id)
        qtbot.wait(20)
    row = table.view.visualRect(table.view.currentIndex())
    assert row.height() > 60
    assert 0 <= row.top() <= row.bottom() <= table.view.viewport().height()


def _with(record: Record, workshop: Workshop) -> Workshop:
    return edits.add(workshop, record)
