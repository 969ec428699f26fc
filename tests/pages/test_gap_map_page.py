# SPDX-License-Identifier: MIT
"""The gap map as a facilitator works it: dots dragged, nudged and typed, reasons opened."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.exhibits.exhibit import Area
from tests.exhibits.workshops import ordinary
from tests.pages.conftest import Visit
from widgets.gaps.gap_map import GapMapPage
from widgets.pages import Exposure
from workshop.edits import change
from workshop.gaps.gap import gap_of
from workshop.gaps.records import Asset, Capability, Need
from workshop.prepare.records import Organization
from workshop.room.records import AgreementRound
from workshop.state import Workshop

Open = Callable[..., Visit]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page_of(visit: Visit) -> GapMapPage:
    assert isinstance(visit.page, GapMapPage)
    return visit.page


def area(page: GapMapPage, role: str, id: str = "") -> Area:
    assert page.map.view.exhibit
    return next(a for a in page.map.view.exhibit.areas if a.role == role and id in ("", a.id))


def ids(page: GapMapPage) -> set[str]:
    return {each.id for each in page.map.view.exhibit.areas} if page.map.view.exhibit else set()


def drag(page: GapMapPage, dot: Area, level: int) -> None:
    view, scale = page.map.view, area(page, "scale")
    start = QPoint(round(dot.x + dot.width / 2), round(dot.y + dot.height / 2))
    end = QPoint(round(scale.x + scale.width * level / 5), start.y())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for x in (start.x() + 15, (start.x() + end.x()) // 2, end.x()):
        QTest.mouseMove(view, QPoint(x, start.y()))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_a_dragged_dot_is_one_step_and_undo_brings_it_back(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    before = len(seen.desk.document.history.log)
    drag(page, area(page, "needed", "n0"), 2)
    assert seen.workshop.get(Need, "n0").needed_level == 2
    assert len(seen.desk.document.history.log) == before + 1
    seen.desk.document.undo()
    assert seen.workshop.get(Need, "n0").needed_level == 4


def test_the_dot_of_today_changes_the_best_asset_of_ours(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    drag(page, area(page, "held", "n0"), 3)
    assert seen.workshop.get(Asset, "a0").level == 3
    assert seen.workshop.get(Asset, "a9").level == 5


def test_a_level_typed_where_nobody_of_ours_holds_any_makes_an_asset(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    page.map.view.choose(area(page, "held", "n6"))
    QTest.keyClick(page.map.view, Qt.Key.Key_2)
    assert gap_of(seen.workshop, "n6").current == 2
    seen.desk.document.undo()
    assert gap_of(seen.workshop, "n6").current is None


def test_arrows_move_a_level_within_the_scale_and_backspace_makes_it_unknown(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    page.map.view.choose(area(page, "needed", "n0"))
    QTest.keyClick(page.map.view, Qt.Key.Key_Right)
    qtbot.wait(20)
    QTest.keyClick(page.map.view, Qt.Key.Key_Right)
    assert seen.workshop.get(Need, "n0").needed_level == 5
    qtbot.wait(20)
    QTest.keyClick(page.map.view, Qt.Key.Key_Backspace)
    assert seen.workshop.get(Need, "n0").needed_level is None


def test_lowering_the_best_says_who_else_of_ours_holds_more(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    two = Organization(id="o9", name="Second of ours", ours=True)
    more = Asset(id="a8", organization="o9", capability="c2", level=2)
    seen.desk.apply(lambda w: w.put([two, more]), "Add")
    qtbot.wait(20)
    page = page_of(seen)
    page.map.view.choose(area(page, "held", "n2"))
    QTest.keyClick(page.map.view, Qt.Key.Key_0)
    assert any("also holds Downside-risk capital at level 2" in each for each in seen.said)


def test_without_an_organization_of_ours_it_says_what_to_do(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    none_ours = [Organization(id=f"o{n}", name=f"Org {n}") for n in range(3)]
    seen.desk.apply(lambda w: w.put(none_ours), "Nobody is ours")
    qtbot.wait(20)
    page = page_of(seen)
    before = seen.workshop
    page.map.view.choose(area(page, "held", "n1"))
    QTest.keyClick(page.map.view, Qt.Key.Key_3)
    assert seen.workshop is before
    assert "marked as ours" in seen.said[-1]


def test_a_click_on_a_row_shows_who_holds_it_and_leads_on(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    row = area(page, "row", "n0")
    QTest.mouseClick(
        page.map.view,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(row.x + 4), round(row.y + row.height / 2)),
    )
    assert page.need.title.text() == "Population data & risk analytics"
    assert "Northlight Data, level 5: Risk engine" in page.need.held.text()
    assert "Alliance" in page.need.ways.words
    page.need.to_sourcing.click()
    page.need.to_assets.click()
    page.need.to_need.click()
    assert seen.gone == [
        ("gaps.sourcing", "n0"),
        ("gaps.assets", "c0"),
        ("gaps.capabilities", "n0"),
    ]


def test_the_title_states_the_finding_and_follows_the_dots(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    assert page.map.title.text().startswith("4 of 8 capabilities have a gap")
    page.map.view.choose(area(page, "held", "n3"))
    QTest.keyClick(page.map.view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: page.map.title.text().startswith("3 of 8 capabilities"))
    assert page.coverage.title.text().startswith("We hold ")


def test_the_number_of_the_coverage_tells_its_formula(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    opened = page.coverage.why.open_reasons()
    assert opened is not None
    assert "min(current, needed)" in opened.accessibleDescription()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_a_page_without_needs_leads_to_where_they_are_named(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map", Workshop())
    page = page_of(seen)
    assert page.start.isVisible()
    assert not page.map.isVisible()
    assert not page.below.isVisible()
    assert page.exposure() == Exposure("gap_map")


def test_a_capability_is_found_on_a_later_page_of_a_long_map(visit: Open, qtbot: QtBot) -> None:
    needs = [Need(id=f"n{n:02}", capability=f"c{n:02}", needed_level=3) for n in range(60)]
    names = [Capability(id=f"c{n:02}", name=f"Capability {n:02}") for n in range(60)]
    seen = visit("gaps.map", Workshop([*needs, *names]))
    page = page_of(seen)
    page.select("c59")
    qtbot.waitUntil(lambda: "n59" in ids(page))
    assert page.map.page > 0
    assert page.need.title.text() == "Capability 59"


def test_a_page_that_was_left_shows_what_changed_meanwhile(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    page.hide()
    renamed = Capability(id="c0", name="Shared analytics")
    seen.desk.apply(lambda w: w.put([renamed]), "Rename")
    assert page.need.title.text() == "Population data & risk analytics"
    page.show()
    assert page.need.title.text() == "Shared analytics"


def test_what_the_room_said_of_a_gap_stands_beside_it(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map", change(ordinary(), AgreementRound, "r0", subject="q0"))
    page = page_of(seen)
    page.choose("n0")
    assert page.asked.title.text().startswith("More discussion: 9 of 14 support it")
    assert page.asked.kept.text() == "“We lose our own analysts within a year.”"
    assert page.asked.ask.isHidden()
    page.asked.open.click()
    assert seen.gone[-1] == ("future.agreement", "r0")


def test_a_gap_the_room_has_not_been_asked_about_offers_to_ask(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.map")
    page = page_of(seen)
    page.choose("n0")
    assert page.asked.view.isHidden()
    panel = page.asked.ask_room()
    assert panel.question.toPlainText() == "Population data & risk analytics: Alliance."
    panel.ask()
    made = seen.workshop.all(AgreementRound)[-1]
    assert made.subject == "q0"
    assert seen.gone[-1] == ("future.agreement", made.id)
    assert page.asked.title.text() == "Nobody has answered yet"


def test_on_a_narrow_page_the_cards_below_the_map_follow_one_another(
    visit: Open, qtbot: QtBot
) -> None:
    page = page_of(visit("gaps.map"))
    page.below.resize(1200, 400)
    assert not page.below.is_narrow
    page.below.resize(500, 400)
    assert page.below.is_narrow
    assert page.below.minimumSizeHint().width() < page.need.minimumSizeHint().width() * 1.5
