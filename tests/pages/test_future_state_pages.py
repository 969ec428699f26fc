# SPDX-License-Identifier: MIT
"""Scan, statements, measures and priorities as a facilitator works them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.pages.conftest import Visit
from widgets.future_state.measures import MeasuresPage
from widgets.future_state.priorities import PrioritiesPage
from widgets.future_state.scan import ScanPage
from widgets.future_state.statements import StatementsPage
from widgets.pages import Exposure
from workshop.future_state.records import Measure, Statement
from workshop.gaps.records import Need
from workshop.state import Workshop

Open = Callable[..., Visit]
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_click_on_a_mark_chooses_the_row_of_its_factor(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.scan")
    page = seen.page
    assert isinstance(page, ScanPage)
    exhibit = page.map.view.exhibit
    assert exhibit
    mark = next(a for a in exhibit.areas if a.role == "mark" and a.id == "f2")
    middle = QPoint(round(mark.x + mark.width / 2), round(mark.y + mark.height / 2))
    QTest.mouseClick(
        page.map.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
    )
    assert page.factors.table.current_id == "f2"
    assert page.factors.form.isVisible()
    assert page.factors.form_card.subtitle.text() == "Priority 3.6, low"
    assert "nearness" in page.why.accessibleDescription()


def test_an_empty_scan_has_one_sentence_and_no_empty_map(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.scan", Workshop())
    assert isinstance(seen.page, ScanPage)
    assert not seen.page.map.isVisible()
    assert not seen.page.factors.form_card.isVisible()


def test_the_mandatory_dimensions_come_first_and_say_what_is_missing(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("future.statements")
    page = seen.page
    assert isinstance(page, StatementsPage)
    assert page.chips.chip("Strategy").text() == "Strategy 1"
    assert page.chips.chip("Leadership style").text() == "Leadership style: none yet"
    assert "still to write: leadership style" in page.statements.list_card.title.text()
    page.chips.chip("Culture").click()
    assert page.statements.table.model.ids == ["s1"]
    page.select("s0")
    assert page.statements.table.current_id == "s0"


def test_a_statement_tells_how_clear_it_is_in_words(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.statements")
    page = seen.page
    assert isinstance(page, StatementsPage)
    model = page.statements.table.model
    assert model.words(0, 5) == "5 of 5: clear"
    without = Measure(id="m0", name="Readmissions", statement="s0", baseline=18, target=12)
    seen.desk.apply(lambda w: w.put([without]), "Blank who measures")
    assert model.words(0, 5) == "3 of 5: nobody measures it"
    page.select("s1")
    assert page.clarity.title.text().startswith("Still fuzzy: 2 of 5")


def test_needs_that_rest_on_a_statement_are_links(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.statements")
    tied = Need(id="n1", capability="c1", needed_level=3, because=("s0",))
    seen.desk.apply(lambda w: w.put([tied]), "Tie")
    page = seen.page
    assert isinstance(page, StatementsPage)
    page.select("s0")
    links = {b.text(): b for b in page.clarity.findChildren(QPushButton)}
    links["Care at home"].click()
    links["Readmissions"].click()
    assert seen.gone == [("gaps.capabilities", "n1"), ("future.measures", "m0")]


def test_a_measure_needs_a_statement_first(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.measures", Workshop())
    assert isinstance(seen.page, MeasuresPage)
    assert seen.page.early.isVisible()
    assert not seen.page.measures.isVisible()


def test_a_new_measure_waits_for_its_statement_where_there_are_several(
    visit: Open, qtbot: QtBot
) -> None:
    two = [Statement(id=f"s{n}", dimension="Quality", text_to=f"Better {n}") for n in (1, 2)]
    seen = visit("future.measures", Workshop(two))
    page = seen.page
    assert isinstance(page, MeasuresPage)
    table = page.measures.table
    table.start_adding()
    editor = next(e for e in table.view.viewport().findChildren(QLineEdit) if e.isVisible())
    QTest.keyClicks(editor, "Readmissions")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not seen.workshop.of(Measure)
    fields = [each.field.name if each.field else "" for each in table.model.columns]
    assert table.model.setData(table.model.index(0, fields.index("statement")), "s2")
    (made,) = seen.workshop.all(Measure)
    assert (made.name, made.statement) == ("Readmissions", "s2")


def test_the_picture_of_the_measures_states_its_finding(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.measures")
    page = seen.page
    assert isinstance(page, MeasuresPage)
    assert page.picture.title.text() == "1 of 5 measures has today's value, a target and a date"
    page.select("s1")
    assert page.measures.table.current_id == "m2"
    assert page.exposure() == Exposure("measures")


def dots_page(seen: Visit) -> PrioritiesPage:
    assert isinstance(seen.page, PrioritiesPage)
    return seen.page


def test_dots_are_typed_counted_and_cleared_on_their_bar(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.priorities")
    page = dots_page(seen)
    page.select("s0")
    QTest.keyClicks(page.dots.view, "12")
    assert seen.workshop.get(Statement, "s0").dots == 12
    qtbot.wait(20)
    QTest.keyClick(page.dots.view, Key.Key_Plus)
    page.dots.fewer.click()
    page.dots.more.click()
    assert seen.workshop.get(Statement, "s0").dots == 13
    QTest.keyClick(page.dots.view, Key.Key_Backspace)
    assert seen.workshop.get(Statement, "s0").dots is None
    for _ in range(5):
        seen.desk.document.undo()
    assert seen.workshop.get(Statement, "s0").dots is None


def test_typing_a_number_is_one_step(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.priorities")
    page = dots_page(seen)
    page.select("s1")
    QTest.keyClicks(page.dots.view, "14")
    seen.desk.document.undo()
    assert seen.workshop.get(Statement, "s1").dots is None


def test_without_a_chosen_row_it_says_what_to_do(visit: Open, qtbot: QtBot) -> None:
    seen = visit("future.priorities")
    page = dots_page(seen)
    page.dots.view.choose(None)
    page.dots.more.click()
    assert "Choose the row" in seen.said[-1]


def test_the_room_sees_dots_or_trade_offs_as_the_facilitator_does(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("future.priorities")
    page = dots_page(seen)
    assert page.exposure() == Exposure("priorities")
    page.chips.chip("even_overs").click()
    assert page.exposure() == Exposure("even_overs")
    assert page.trades.isVisible()
    assert not page.dots.isVisible()
    page.select("e1")
    assert page.pairs.table.current_id == "e1"
