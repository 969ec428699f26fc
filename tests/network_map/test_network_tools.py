# SPDX-License-Identifier: MIT
"""The tools around the map: search, tying by choice, the menu of filters, the measures, the legend."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from tests.network_map.test_network_map import pixel, shown
from tests.partners.networks import o8, tie
from widgets.partners.network_page import NetworkPage
from workshop.partners.records import Tie
from workshop.partners.tie_records import TieReport

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[NetworkPage]:
    extra = [tie("Hosp-Clinic1", "referral", directed=True), tie("IPA-HomeHealth", status="ended")]
    made = shown(qtbot, o8().put(extra))
    yield made
    made.map.motion.stop()


def test_search_flies_to_part_of_a_name(page: NetworkPage) -> None:
    said: list[str] = []
    page.map.desk.said.connect(said.append)
    field = page.filters.search
    QTest.keyClicks(field, "datawo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.map.selected == {"o-DataWorks"}
    field.clear()
    QTest.keyClicks(field, "nobody")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == ["No organization on the map is called “nobody”."]


def test_a_tie_is_added_by_choosing_two(page: NetworkPage) -> None:
    before = len(page.map.desk.workshop.of(Tie))
    page.map.choose(["o-DataWorks"])
    page.filters.adding_tie.emit()
    source, target = page.tie_field.ends
    assert source.currentText() == "DataWorks"
    target.setCurrentText("HomeHealth")
    next(b for b in page.tie_field.findChildren(QPushButton) if b.text() == "Add tie").click()
    assert len(page.map.desk.workshop.of(Tie)) == before + 1
    assert page.tie_field.isHidden()
    assert page.map.selected_tie


def test_status_and_direction_filter_the_map(page: NetworkPage) -> None:
    menu = page.filters.menu
    assert len(page.map.content.lines) == 9
    menu.statuses["ended"].trigger()
    assert len(page.map.content.lines) == 10
    menu.ways[1].trigger()
    assert [line.directed for line in page.map.content.lines] == [True]
    menu.ways[2].trigger()
    assert len(page.map.content.lines) == 9
    menu.directed.trigger()
    assert page.map.filter.directed


def test_groups_stand_on_soft_areas_and_in_the_legend(page: NetworkPage) -> None:
    area = next(each for each in page.filters.arrange.areas if each.data() == "sector")
    area.trigger()
    assert {name for name, _ in page.map.content.groups} == {"a", "b", "c"}
    assert page.map.legend.accessibleName().endswith("c, a, b")
    page.map.grab()
    page.filters.arrange.areas[0].trigger()
    assert not page.map.content.groups


def test_measures_are_a_table_with_formulas_and_reasons(qtbot: QtBot, page: NetworkPage) -> None:
    page.filters.show_measuring(True)
    table = page.measures.table

    def cell(row: int, column: int) -> QTableWidgetItem:
        item = table.item(row, column)
        assert item is not None
        return item

    qtbot.waitUntil(lambda: table.rowCount() > 0)
    rows = {cell(row, 0).text(): row for row in range(table.rowCount())}
    head = table.horizontalHeaderItem(1)
    assert head is not None
    assert head.text() == "Overall"
    assert cell(rows["Reciprocity"], 1).text() == "–"
    assert "without direction" in cell(rows["Reciprocity"], 1).toolTip()
    table.setCurrentCell(rows["Density"], 0)
    assert "organizations − 1" in page.measures.words.text()
    page.filters.menu.directed.trigger()
    qtbot.waitUntil(lambda: cell(rows["Reciprocity"], 1).text() != "–")
    page.measures.parts.chip("each").click()
    each = page.measures.each
    model = each.model()
    assert each.isVisible()
    assert model.rowCount() == 7
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads[:4] == ["Organization", "Ties", "In", "Out"]
    tip = Qt.ItemDataRole.ToolTipRole
    assert "shortest ways" in str(model.headerData(4, Qt.Orientation.Horizontal, tip))
    assert model.data(model.index(0, 0)) == "Clinic1"
    assert model.data(model.index(0, 0), tip) == "Clinic1"
    each.grab()
    page.filters.show_measuring(False)
    assert page.map.isVisible()


def test_a_tie_is_edited_in_a_few_clicks(page: NetworkPage) -> None:
    map, editor = page.map, page.panel.tie_editor
    map.choose([], tie="t-Hosp-Clinic1-referral")

    def tie_now() -> Tie:
        return map.desk.workshop.get(Tie, "t-Hosp-Clinic1-referral")

    editor.strength.chip("4").click()
    editor.status.chip("planned").click()
    assert (tie_now().strength, tie_now().status) == (4, "planned")
    editor.turn.click()
    assert (tie_now().source, tie_now().target) == ("o-Clinic1", "o-Hosp")
    editor.one_way.click()
    assert not tie_now().directed
    assert editor.turn.isHidden()
    editor.strength.chip("").click()
    assert tie_now().strength is None
    for _ in range(5):
        map.desk.document.undo()
    assert editor.strength.current == ""
    assert editor.status.current == "active"


def test_both_ends_say_how_they_see_a_tie(page: NetworkPage) -> None:
    page.map.choose([], tie="t-Hosp-IPA-contract")
    said = page.panel.reports
    said.open_end(0)
    said.form.rows["strength"].chip("5").click()
    said.form.rows["reliability"].chip("4").click()
    said.open_end(1)
    said.form.rows["strength"].chip("2").click()
    told = page.map.desk.workshop.all(TieReport)
    assert [(each.organization, each.strength, each.reliability) for each in told] == [
        ("o-Hosp", 5, 4), ("o-IPA", 2, None),
    ]  # fmt: skip
    assert said.lines["Trust"].text() == "Trust: 4 of 4 (100%), 1 of 6 rated"
    assert "IPA: strength 2, trust –" in said.ends[1].accessibleName()
    page.questions.ask("differ")
    assert page.map.brush().lit is not None
    assert page.exposure().board == "conversations"
    talk = next(b for b in page.questions.answer.findChildren(QPushButton) if "5 and 2" in b.text())
    page.map.choose([])
    talk.click()
    assert page.map.selected_tie == "t-Hosp-IPA-contract"
    said.form.rows["strength"].chip("").click()
    assert page.map.desk.workshop.all(TieReport)[1].strength is None


def test_removing_a_tie_takes_its_reports_along(page: NetworkPage) -> None:
    page.map.choose([], tie="t-Hosp-IPA-contract")
    page.panel.reports.open_end(0)
    page.panel.removing.emit()
    assert not page.map.desk.workshop.all(TieReport)
    assert page.panel.isHidden()


def test_a_double_click_on_a_tie_edits_its_relation(qtbot: QtBot, page: NetworkPage) -> None:
    page.resize(704, 583)
    page.grab()
    map = page.map
    middle = (pixel(map, "o-Hosp") + pixel(map, "o-HomeHealth")) / 2
    QTest.mouseClick(map, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(map, Qt.MouseButton.LeftButton, pos=middle)
    assert page.panel.tie_editor.tie == "t-Hosp-HomeHealth-contract"
    assert page.sides.side.isVisible()
    qtbot.waitUntil(page.panel.tie_editor.relation.boxes["relation"].widget.hasFocus)
