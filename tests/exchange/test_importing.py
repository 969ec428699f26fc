# SPDX-License-Identifier: MIT
"""The import panel, as a facilitator uses it: three parts, live, and one step at the end."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from widgets.application import SCALES, Concord
from widgets.exchange.importing import ImportPanel
from widgets.exchange.problem_list import fixes
from workshop.interchange.plan import Scale
from workshop.partners.records import Tie
from workshop.partners.tie_records import TieReport
from workshop.prepare.records import Organization

TIES = "From,To,Relation,Strength,Status\n"


class Wizard:
    """The open panel, and waiting for it."""

    def __init__(self, app: Concord, qtbot: QtBot) -> None:
        app.window.actions_by_key["import"].trigger()
        self.app, self._qtbot = app, qtbot
        widgets = QApplication.topLevelWidgets()
        self.panel = next(w for w in widgets if isinstance(w, ImportPanel) and w.isVisible())

    def read(self, *paths: Path) -> None:
        """Read files and wait for the dry run."""
        self.panel.read_files(paths)
        self.wait()

    def wait(self) -> None:
        """Wait until the panel says what will happen."""
        self._qtbot.waitUntil(lambda: self.panel.outcome is not None, timeout=10_000)

    def choose(self, field: str, header: str) -> None:
        """Choose a column for a field, and wait for the dry run."""
        box = self.panel.how.fields.box(field)
        box.setCurrentText(header)
        box.activated.emit(box.currentIndex())
        self.wait()

    def said(self) -> str:
        """Give what will happen, as the panel says it."""
        return self.panel.happens.summary.text()

    def cell(self, row: int, column: int) -> str:
        """Give a cell of the field table."""
        item = self.panel.how.fields.item(row, column)
        return item.text() if item else ""

    def ties(self) -> set[tuple[str, str, float | None, bool]]:
        """Give the ties there are now."""
        assert self.app.desk
        workshop = self.app.desk.workshop
        names = {id: each.name for id, each in workshop.of(Organization).items()}
        return {
            (names[t.source], names[t.target], t.strength, t.directed) for t in workshop.all(Tie)
        }


@pytest.fixture
def wizard(app: Concord, qtbot: QtBot) -> Wizard:
    return Wizard(app, qtbot)


def _file(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_two_files_come_in_as_one_step_that_the_message_takes_back(
    wizard: Wizard, tmp_path: Path
) -> None:
    assert wizard.app.desk
    before = wizard.app.desk.workshop
    nodes = _file(tmp_path, "nodes.csv", "name,agency_type", "Cedar,Clinic", "Dogwood,Lab")
    edges = _file(tmp_path, "edges.csv", "source,target,relation,strength", "Cedar,Dogwood,x,4")
    wizard.read(nodes, edges)
    assert wizard.said() == "New: 2 organizations and 1 tie."
    boxes = wizard.panel.what.sheets
    assert [boxes.box(row).currentText() for row in (0, 1)] == [
        "Organizations",
        "Ties, one in a row",
    ]
    QTest.mouseClick(wizard.panel.go, Qt.MouseButton.LeftButton)
    assert ("Cedar", "Dogwood", 4.0, False) in wizard.ties()
    messages = wizard.app.workspace.messages if wizard.app.workspace else None
    assert messages
    assert messages.sentence == "New: 2 organizations and 1 tie."
    messages._act.click()
    assert wizard.app.desk.workshop == before


def test_undo_in_the_message_leaves_later_work_alone(wizard: Wizard, tmp_path: Path) -> None:
    assert wizard.app.desk
    assert wizard.app.workspace
    wizard.read(_file(tmp_path, "new.csv", "Name,Sector", "Cedar,Care"))
    wizard.panel.import_all()
    later = Organization(id="z", name="Zelkova")
    wizard.app.desk.apply(lambda workshop: workshop.put([later]), "Add")
    wizard.app.workspace.messages._act.click()
    names = {each.name for each in wizard.app.desk.workshop.all(Organization)}
    assert {"Cedar", "Zelkova"} <= names


def test_a_near_name_is_offered_and_accepted_by_enter(wizard: Wizard, tmp_path: Path) -> None:
    wizard.read(_file(tmp_path, "ties.csv", TIES + "Alder Hospitl,Birch Clinic,funding,2,"))
    assert wizard.said().startswith("New: 1 organization and 1 tie.")
    offers = wizard.panel.happens.problems
    assert offers.offers[0].text() == "Read as “Alder Hospital”"
    QTest.keyClick(offers.table, Qt.Key.Key_Return)
    wizard.wait()
    assert wizard.said() == "New: 1 tie."
    wizard.panel.import_all()
    assert ("Alder Hospital", "Birch Clinic", 2.0, False) in wizard.ties()


def test_suggested_readings_are_accepted_all_at_once(wizard: Wizard, tmp_path: Path) -> None:
    rows = ["Alder Hospitl,Birch Clinic,x,2.5,activ", "Alder Hospital,Birch Clinik,y,9,plannd"]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), *rows, "Alder Hospital,Oak,z,1,activ"))
    offers = wizard.panel.happens.problems
    model = offers.model
    assert {fixes(each)[0][1] for each in model.problems if fixes(each)} == {
        "Alder Hospital",
        "Active",
        "Birch Clinic",
        "Planned",
    }
    assert model.index(0, 0).data() == "Row 2 and 1 more, Status"
    offers.all.click()
    wizard.wait()
    left = [each.sentence for each in model.problems]
    assert left == ["9 is not from 0 to 5.", "The organization “Oak” was added."]


def test_a_scale_that_counts_the_other_way_is_reversed(wizard: Wizard, tmp_path: Path) -> None:
    rows = ["Alder Hospital,Birch Clinic,x,1,", "Birch Clinic,Alder Hospital,y,9,"]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), *rows))
    ties = wizard.panel.how.ties
    assert (ties.weakest.text(), ties.strongest.text()) == ("1", "9")
    ties.scaled.click()
    ties.reversed.click()
    wizard.wait()
    assert wizard.panel.plan
    assert wizard.panel.plan.sheets[0].scale == Scale(9, 1)
    assert wizard.cell(3, 2) == "1 → 5"
    ties.directed.click()
    wizard.wait()
    wizard.panel.import_all()
    assert ("Alder Hospital", "Birch Clinic", 5.0, True) in wizard.ties()
    assert ("Birch Clinic", "Alder Hospital", 1.0, True) in wizard.ties()


def test_words_for_strength_are_shown_with_their_numbers_and_changed(
    wizard: Wizard, tmp_path: Path
) -> None:
    rows = ["Alder Hospital,Birch Clinic,x,weekly,", "Birch Clinic,Alder Hospital,y,now and again,"]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), *rows))
    ties = wizard.panel.how.ties
    assert not ties.scaled.isVisible()
    weekly, open_one = (ties.words.boxes[each] for each in ("weekly", "now and again"))
    assert (weekly.currentText(), open_one.currentText()) == ("4", "")
    assert wizard.said().endswith("Not imported or not understood: 1, listed by row and column.")
    open_one.setCurrentText("2")
    open_one.activated.emit(open_one.currentIndex())
    wizard.wait()
    assert wizard.said() == "New: 2 ties."
    weekly.setCurrentText("unknown")
    weekly.activated.emit(weekly.currentIndex())
    wizard.wait()
    wizard.panel.import_all()
    assert {tie[2] for tie in wizard.ties()} == {3.0, 2.0, None}


def test_columns_are_mapped_by_hand_shown_as_understood_and_remembered(
    wizard: Wizard, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _file(tmp_path, "list.csv", "Wer,Wie viele,Wo", "Cedar,1.234,North", "Dogwood,*,")
    wizard.panel.read_files([path])
    qtbot.waitUntil(lambda: wizard.panel.plan is not None)
    boxes = wizard.panel.what.sheets
    box = boxes.box(0)
    box.setCurrentText("Organizations")
    box.activated.emit(box.currentIndex())
    wizard.choose("name", "Wer")
    wizard.panel.how.fields.take_header(1, _row_of(wizard, "Size"))
    wizard.wait()
    row = _row_of(wizard, "Size")
    assert wizard.cell(row, 2).startswith("1.234 → “1.234” is not a whole")
    assert wizard.cell(row, 3) == "* → unknown"
    wizard.choose("size", "–")
    wizard.choose("sector", "Wo")
    wizard.panel.import_all()
    again = Wizard(wizard.app, qtbot)
    again.read(path)
    assert again.panel.plan
    assert dict(again.panel.plan.sheets[0].columns) == {0: "name", 2: "sector"}
    assert again.said().startswith("Nothing new.")
    assert not again.panel.go.isEnabled()


def _row_of(wizard: Wizard, label: str) -> int:
    fields = wizard.panel.how.fields
    return next(n for n in range(fields.rowCount()) if wizard.cell(n, 0) == label)


def test_pasted_cells_are_a_sheet_and_an_empty_clipboard_is_said(
    wizard: Wizard, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("")
    wizard.panel.read_clipboard()
    words = wizard.panel.begin.words
    qtbot.waitUntil(lambda: words.text().startswith("There are no cells"))
    QGuiApplication.clipboard().setText("Name\tOrganization\nAda\tAlder Hospital\n")
    wizard.panel.read_clipboard()
    wizard.wait()
    assert wizard.said() == "New: 1 participant."


def test_what_was_read_stays_when_nothing_else_can_be_read(
    wizard: Wizard, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard.read(_file(tmp_path, "new.csv", "Name,Sector", "Cedar,Care"))
    QGuiApplication.clipboard().setText("")
    wizard.panel.read_clipboard()
    qtbot.waitUntil(lambda: wizard.said().startswith("There are no cells"))
    assert wizard.said().endswith("What was read before is still here.")
    wizard.panel.read_files([tmp_path / "new.csv"])
    wizard.panel.stop()
    assert wizard.said() == "Stopped. What was read before is still here."
    QTest.keyClick(wizard.panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.app.desk
    assert "Cedar" in {each.name for each in wizard.app.desk.workshop.all(Organization)}


def test_columns_that_stay_behind_are_one_line_and_the_last(wizard: Wizard, tmp_path: Path) -> None:
    rows = ["Alder Hospitl,red,7", "Oak,blue,8"]
    wizard.read(_file(tmp_path, "new.csv", "Name,Color,Rank", *rows))
    model = wizard.panel.happens.problems.model
    assert [each.sentence for each in model.problems] == [
        "“Alder Hospitl” is new.",
        "2 columns were not imported: Color, Rank.",
    ]
    wizard.panel.happens.problems.copy.click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].startswith("new.csv, row 1, column Color: This column was not imported.")
    assert len(copied) == 3
    creation = wizard.panel.what.sheets.creation
    assert not any(box.isVisible() for box in creation.values())
    wizard.read(_file(tmp_path, "ties.csv", TIES + "Alder Hospital,Oak,x,1,"))
    assert creation["organization"].isVisible()


def test_a_matrix_of_ties_is_told_in_words(wizard: Wizard, tmp_path: Path) -> None:
    rows = [",Alder Hospital,Birch Clinic", "Alder Hospital,0,2", "Birch Clinic,2,0"]
    wizard.read(_file(tmp_path, "who.csv", *rows))
    assert wizard.panel.what.sheets.box(0).currentText() == "Ties, as a matrix"
    assert "each cell that is filled is a tie" in wizard.panel.how.words.text()
    wizard.panel.how.ties.relation.setText("")
    QTest.keyClicks(wizard.panel.how.ties.relation, "advice")
    wizard.wait()
    wizard.panel.import_all()
    assert ("Alder Hospital", "Birch Clinic", 2.0, False) in wizard.ties()


def test_a_sheet_can_be_left_out_and_unknown_names_refused(wizard: Wizard, tmp_path: Path) -> None:
    new = _file(tmp_path, "organizations.csv", "Name,Sector", "Cedar,Care")
    wizard.read(new, _file(tmp_path, "ties.csv", TIES + "Alder Hospital,Oak,x,1,"))
    assert "New: 1 organization." in wizard.said()
    wizard.panel.what.sheets.creation["organization"].click()
    wizard.wait()
    assert "New: 2 organizations and 1 tie." in wizard.said()
    box = wizard.panel.what.sheets.box(0)
    box.setCurrentText("Leave it out")
    box.activated.emit(box.currentIndex())
    wizard.wait()
    assert "New: 1 organization and 1 tie." in wizard.said()
    assert wizard.panel.how.words.text() == "This sheet is left out."


def test_what_cannot_be_read_is_said_in_the_panel(
    wizard: Wizard, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard.panel.read_files([_file(tmp_path, "picture.png", "x")])
    words = wizard.panel.begin.words
    qtbot.waitUntil(lambda: "is of no kind that Concord reads" in words.text())
    assert not wizard.panel.go.isEnabled()


def test_files_can_be_dropped_on_the_panel(wizard: Wizard, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_file(tmp_path, "new.csv", "Name,Sector", "Cedar,Care")))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    wizard.panel.dropEvent(drop)
    wizard.wait()
    assert wizard.said() == "New: 1 organization."


def test_two_hundred_problems_stay_in_the_panel_and_stop_ends_a_long_run(
    wizard: Wizard, tmp_path: Path
) -> None:
    rows = [f"Alder Hospital,Nobody {n} with a name of forty characters,x,99," for n in range(200)]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), *rows))
    model = wizard.panel.happens.problems.model
    assert model.rowCount() > 200
    room = wizard.app.window.size()
    assert wizard.panel.width() <= room.width()
    assert wizard.panel.height() <= room.height()
    wizard.panel.how.ties.directed.click()
    wizard.panel.stop()
    assert wizard.said() == "Stopped. Change an answer to go on."
    assert not wizard.panel.go.isEnabled()


def test_every_part_can_be_reached_by_keys_and_has_a_name(wizard: Wizard, tmp_path: Path) -> None:
    wizard.read(_file(tmp_path, "ties.csv", TIES + "Alder Hospital,Birch Clinic,x,1,"))
    parts: Sequence[QWidget] = (
        wizard.panel.what.sheets.table,
        wizard.panel.what.sheets.box(0),
        wizard.panel.how.headers,
        wizard.panel.how.fields,
        wizard.panel.how.fields.box("strength"),
        wizard.panel.how.ties.relation,
        wizard.panel.happens.problems.table,
    )
    for part in parts:
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_rows_of_ties_become_what_each_end_says_and_undo_takes_all_back(
    wizard: Wizard, tmp_path: Path
) -> None:
    rows = ["Alder Hospital,Birch Clinic,x,1,", "Birch Clinic,Alder Hospital,x,4,"]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), *rows))
    box = wizard.panel.what.sheets.box(0)
    _answer(box, "Survey, in rows")
    wizard.wait()
    assert wizard.said().startswith("New: 1 tie and 2 reports of ties.")
    assert not wizard.panel.how.ties.directed.isVisible()
    fields = wizard.panel.how.fields
    assert fields.box("reliability").currentIndex() == 0
    _answer(box, "Survey, as a matrix")
    wizard.wait()
    assert "left says of the ones at the top" in wizard.panel.how.words.text()
    _answer(box, "Survey, in rows")
    wizard.wait()
    wizard.panel.import_all()
    assert 4.0 in {tie[2] for tie in wizard.ties()}
    assert wizard.app.desk
    assert len(wizard.app.desk.workshop.of(TieReport)) == 2
    wizard.app.desk.undo()
    assert not wizard.app.desk.workshop.of(TieReport)


def _answer(box: QComboBox, words: str) -> None:
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_enter_in_a_list_imports_nothing_and_ctrl_enter_does(
    wizard: Wizard, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard.read(_file(tmp_path, "list.csv", "Name,What", "Elder,x"))
    for part in (wizard.panel.how.headers, wizard.panel.what.sheets.table, wizard.panel):
        QTest.keyClick(part, Qt.Key.Key_Return)
    assert wizard.panel.isVisible()
    QTest.keyClick(wizard.panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not wizard.panel.isVisible())


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1280, 720)), (2.0, (1280, 720)), (2.0, (1920, 1080))]
)
def test_nothing_of_the_panel_is_wider_than_the_window_at_any_text_size(
    app: Concord, qtbot: QtBot, tmp_path: Path, scale: float, size: tuple[int, int]
) -> None:
    app.settings.remember("scale", SCALES.index(scale))
    app.dress()
    qtbot.wait(1)
    app.window.resize(*size)
    wizard = Wizard(app, qtbot)
    assert wizard.panel.width() < size[0]
    wizard.read(_file(tmp_path, "ties.csv", TIES.strip(), "A,B,x,weekly,", "B,A,x,rarely,"))
    qtbot.wait(1)
    for part in (wizard.panel.what, wizard.panel.how, wizard.panel.happens):
        assert part.mapTo(wizard.panel, part.rect().topRight()).x() < wizard.panel.width()
        for box in part.findChildren(QCheckBox):
            if box.isVisible():
                assert box.mapTo(part, box.rect().topRight()).x() < part.width()
