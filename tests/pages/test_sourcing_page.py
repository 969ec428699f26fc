# SPDX-License-Identifier: MIT
"""How each gap is closed, as a facilitator works it: rate, close, compare, choose and say why."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages.conftest import Visit
from widgets.gaps.sourcing import SourcingPage
from widgets.pages import Exposure
from workshop.gaps.edits import closed_way
from workshop.gaps.records import Sourcing
from workshop.gaps.sourcing import sourcing_of
from workshop.state import Workshop

Open = Callable[..., Visit]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page_of(visit: Visit) -> SourcingPage:
    assert isinstance(visit.page, SourcingPage)
    return visit.page


def test_the_needs_with_a_gap_stand_at_the_left_the_first_one_is_shown(
    visit: Open, qtbot: QtBot
) -> None:
    page = page_of(visit("gaps.sourcing"))
    assert page.list.count() == 4
    assert page.list.item(0).text().startswith("Population data & risk analytics")
    assert page.ladder.title.text() == "Alliance is chosen, and it scores highest (0.83)"
    assert page.exposure() == Exposure("sourcing", "n0")
    assert "but Alliance scores highest" in page.choice.title.text()
    assert "3. Must we work together deeply? Yes." in page.choice.path.text()


def test_a_rating_is_typed_dragged_and_made_unknown_again(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing")
    page = page_of(seen)
    scale = page.ratings.scales["closeness"]
    QTest.keyClick(scale, Qt.Key.Key_2)
    assert seen.workshop.get(Sourcing, "q0").closeness == 0.2
    end = QPoint(scale.width() - 12, scale.height() // 2)
    QTest.mousePress(scale, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QTest.mouseRelease(scale, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert seen.workshop.get(Sourcing, "q0").closeness == 1
    QTest.keyClick(scale, Qt.Key.Key_Left)
    assert seen.workshop.get(Sourcing, "q0").closeness == 0.9
    QTest.keyClick(scale, Qt.Key.Key_Backspace)
    assert seen.workshop.get(Sourcing, "q0").closeness is None
    assert "Not rated yet" in page.choice.path.text()


def test_the_first_rating_of_a_need_begins_its_record(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing")
    page = page_of(seen)
    page.select("c1")
    assert sourcing_of(seen.workshop, "n1") is None
    QTest.keyClick(page.ratings.scales["relevance"], Qt.Key.Key_8)
    sourcing = sourcing_of(seen.workshop, "n1")
    assert sourcing is not None
    assert sourcing.relevance == 0.8
    seen.desk.document.undo()
    assert sourcing_of(seen.workshop, "n1") is None


def test_a_way_is_closed_with_a_reason_and_moves_to_the_end(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing")
    page = page_of(seen)
    page.show_way("contract")
    page.way.open.click()
    assert closed_way(seen.workshop, "n0", "contract") is not None
    QTest.keyClicks(page.way.details, "no seller")
    closed = closed_way(seen.workshop, "n0", "contract")
    assert closed is not None
    assert closed.details == "no seller"
    page.way.open.click()
    assert closed_way(seen.workshop, "n0", "contract") is None


def test_a_way_is_chosen_on_the_ladder_and_taken_back(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing")
    page = page_of(seen)
    page.show_way("joint_venture")
    page.way.pick.click()
    assert seen.workshop.get(Sourcing, "q0").chosen == "joint_venture"
    qtbot.waitUntil(
        lambda: page.ladder.title.text().startswith("Joint venture is chosen, although")
    )
    page.way.pick.click()
    assert seen.workshop.get(Sourcing, "q0").chosen is None


def test_the_reason_of_the_choice_is_typed_as_one_step(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing")
    page = page_of(seen)
    before = len(seen.desk.document.history.log)
    QTest.keyClicks(page.choice.boxes["why"].widget, "Light and open")
    assert seen.workshop.get(Sourcing, "q0").why == "Light and open"
    assert len(seen.desk.document.history.log) > before
    seen.desk.document.undo()
    assert seen.workshop.get(Sourcing, "q0").why == ""


def test_each_score_tells_its_formula(visit: Open, qtbot: QtBot) -> None:
    page = page_of(visit("gaps.sourcing"))
    page.show_way("acquire")
    assert "Score of Acquire: 0.51 of 1" in page.way.why.accessibleName()
    opened = page.way.why.open_reasons()
    assert opened is not None
    assert "Tradability: use 2" in opened.accessibleDescription()
    opened.close()


def test_without_a_gap_the_page_leads_to_the_map(visit: Open, qtbot: QtBot) -> None:
    seen = visit("gaps.sourcing", Workshop())
    page = page_of(seen)
    assert page.early.isVisible()
    assert not page.whole.isVisible()
    assert page.exposure() == Exposure("gap_map")
