# SPDX-License-Identifier: MIT
"""Capabilities with their needs in one list, and assets row by row for each organization."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages.conftest import Visit
from widgets.gaps.assets import AssetsPage
from widgets.gaps.capabilities import CapabilitiesPage
from workshop.gaps.records import Asset, Capability, Need
from workshop.state import Workshop

Open = Callable[..., Visit]
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def capabilities(seen: Visit) -> CapabilitiesPage:
    assert isinstance(seen.page, CapabilitiesPage)
    return seen.page


def assets(seen: Visit) -> AssetsPage:
    assert isinstance(seen.page, AssetsPage)
    return seen.page


def paste(page: CapabilitiesPage | AssetsPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    (page.needs.table if isinstance(page, CapabilitiesPage) else page.table).paste()


def test_a_name_typed_adds_capability_and_need_in_one_step(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.capabilities")
    model = capabilities(seen).needs.table.model
    before = len(seen.desk.document.history.log)
    last = model.index(len(model.ids), 0)
    assert model.setData(last, "Shared records")
    assert len(seen.desk.document.history.log) == before + 1
    made = next(c for c in seen.workshop.all(Capability) if c.name == "Shared records")
    assert made.id in {need.capability for need in seen.workshop.all(Need)}
    seen.desk.document.undo()
    assert made.id not in seen.workshop.of(Capability)


def test_the_list_edits_both_the_capability_and_its_need(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.capabilities")
    page = capabilities(seen)
    page.select("c1")
    table = page.needs.table
    row = table.model.row_of("n1")
    assert table.model.setData(table.model.index(row, 0), "Care in the home")
    assert table.model.setData(table.model.index(row, 6), "People")
    assert seen.workshop.get(Capability, "c1").name == "Care in the home"
    assert seen.workshop.get(Capability, "c1").category == "People"
    table.view.go_to(row, 1)
    QTest.keyClick(table.view, Key.Key_5)
    assert seen.workshop.get(Need, "n1").needed_level == 5
    assert len(seen.workshop.of(Capability)) == 8


def test_a_name_that_is_taken_is_refused(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.capabilities")
    model = capabilities(seen).needs.table.model
    assert not model.setData(model.index(model.row_of("n1"), 0), "Brand")
    assert "already" in seen.said[-1]
    assert seen.workshop.get(Capability, "c1").name == "Care at home"


def test_capabilities_are_pasted_with_their_needs(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.capabilities", Workshop())
    paste(
        capabilities(seen),
        "Capability\tCategory\tNeeded level\tImportance\nAnalytics\tTechnology\t4\t5\nReach\tPeople\t3\t\n",
    )
    found = {c.name: c for c in seen.workshop.all(Capability)}
    assert {name: c.category for name, c in found.items()} == {
        "Analytics": "Technology",
        "Reach": "People",
    }
    needs = {n.capability: (n.needed_level, n.importance) for n in seen.workshop.all(Need)}
    assert needs[found["Analytics"].id] == (4, 5)
    assert needs[found["Reach"].id] == (3, None)


def test_the_priority_of_a_need_tells_its_formula(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.capabilities")
    page = capabilities(seen)
    page.select("n0")
    assert page.needs.form_card.subtitle.text() == "Priority 45"
    assert "importance × urgency × gap" in page.why.accessibleDescription()


def test_every_need_waits_as_a_row_and_a_digit_fills_it(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.assets")
    page = assets(seen)
    page.chooser.chip("o2").click()
    model = page.table.model
    assert len(model.ids) == 8
    assert page.list_card.title.text() == "HomeBridge has rated 0 of 8 capabilities that are needed"
    before = len(seen.workshop.of(Asset))
    page.table.view.go_to(2, 2)
    QTest.keyClick(page.table.view, Key.Key_4)
    made = [a for a in seen.workshop.all(Asset) if a.organization == "o2"]
    assert [(a.capability, a.level) for a in made] == [("c2", 4)]
    assert page.table.view.currentIndex().row() == 2
    assert len(seen.workshop.of(Asset)) == before + 1
    seen.desk.document.undo()
    assert len(seen.workshop.of(Asset)) == before
    assert len(model.ids) == 8


def test_ours_come_first_and_another_organization_is_a_click_away(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("gaps.assets")
    page = assets(seen)
    assert page.organization == "o0"
    assert page.chooser.chip("o0").text() == "Cedar Valley (ours)"
    page.select("a9")
    assert page.organization == "o1"
    assert page.table.current_id == "a9"
    assert page.form_card.title.text() == "Population data & risk analytics"


def test_a_blank_stays_unknown_and_makes_no_asset(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.assets")
    page = assets(seen)
    page.chooser.chip("o2").click()
    model = page.table.model
    before = seen.workshop
    model.setData(model.index(0, 3), "")
    assert seen.workshop is before


def test_pasted_levels_fill_the_rows_that_wait_in_one_step(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.assets")
    page = assets(seen)
    page.chooser.chip("o2").click()
    page.table.view.go_to(0, 2)
    before = len(seen.desk.document.history.log)
    paste(page, "3\n\n2\n")
    made = [a for a in seen.workshop.all(Asset) if a.organization == "o2"]
    assert sorted((a.capability, a.level) for a in made) == [("c0", 3), ("c2", 2)]
    assert len(seen.desk.document.history.log) == before + 1


def test_assets_need_an_organization_first(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.assets", Workshop())
    page = assets(seen)
    assert page.early.isVisible()
    assert not page.list_card.isVisible()


def test_what_a_template_knows_becomes_a_need_at_a_press(visit: Open, qtbot: QtBot) -> None:
    known = Workshop([Capability(id="k1", name="Trust & reach"), Capability(id="k2", name="Cash")])
    seen = visit("gaps.capabilities", known)
    card = capabilities(seen).known
    assert card.title.text() == "2 capabilities known, not needed yet"
    card.chips.chip("k1").click()
    assert [need.capability for need in seen.workshop.all(Need)] == ["k1"]
    assert capabilities(seen).needs.id == seen.workshop.all(Need)[0].id
    assert card.title.text() == "1 capability known, not needed yet"
    card.chips.chip("k2").click()
    assert not card.isVisible()
    seen.desk.document.undo()
    assert card.isVisible()
