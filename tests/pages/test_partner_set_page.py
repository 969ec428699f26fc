# SPDX-License-Identifier: MIT
"""The choice of the set of partners, as a facilitator works it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages.partners import HOME, NORTH, SUMMIT, Open, opened
from widgets.find_choice import FindChoice
from widgets.pages import Exposure
from widgets.partners.changes import ChangesPage
from widgets.partners.sets import SetsPage
from workshop.edits import change
from workshop.gaps.records import Asset, Need
from workshop.interchange.templates import sample
from workshop.partners.partner_sets import frontier
from workshop.partners.records import (
    CHOSEN_SET_ID,
    Candidate,
    ChosenSet,
)
from workshop.partners.set_from_workshop import rules
from workshop.prepare.records import Organization
from workshop.state import Workshop

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_point_of_the_frontier_is_looked_at_and_chosen(visit: Open, qtbot: QtBot) -> None:
    seen, page = opened(visit, "sets", SetsPage)
    found = frontier(seen.workshop)
    assert page.facts.members == (HOME, NORTH, "org-04-rural-trust")
    best = found.sets[-1]
    qtbot.waitUntil(lambda: bool(page.frontier.view.exhibit))
    area = next(a for a in page.frontier.view.exhibit.areas if a.id == ",".join(best.members))
    page.frontier.view.activated.emit(area)
    assert page.facts.title.text().startswith("Covers 100%")
    assert page.facts.open.text() == "No need stays open"
    assert page.exposure() == Exposure("partner_set", ",".join(best.members))
    page.facts.pick.click()
    assert seen.workshop.get(ChosenSet, CHOSEN_SET_ID).members == best.members
    assert not page.facts.pick.isVisible()
    reason = page.facts.because.widget
    reason.setPlainText("Nothing stays open")
    assert seen.workshop.get(ChosenSet, CHOSEN_SET_ID).because == "Nothing stays open"


def test_network_gap_map_and_open_needs_follow_the_set_before_it_is_chosen(visit: Open) -> None:
    seen, page = opened(visit, "sets", SetsPage)
    before = seen.workshop
    page.look_at((HOME, NORTH))
    about = f"{HOME},{NORTH}"
    assert page.gaps.members == page.network.members == (HOME, NORTH)
    assert "Looking at HomeBridge and Northlight Data: 58% covered" in page.looked.text()
    assert "needs stay open, 2 must-haves among them" in page.looked.text()
    assert page.exposure() == Exposure("partner_set", about)
    page.room_gaps.click()
    assert page.exposure() == Exposure("set_gaps", about)
    page.room_network.click()
    assert page.exposure() == Exposure("set_network", about)
    page.look_at(())
    assert page.exposure() == Exposure("set_network")
    assert seen.workshop is before


def test_cards_stand_beside_each_other_where_there_is_room(visit: Open) -> None:
    _, page = opened(visit, "sets", SetsPage)
    page.choice.resize(1300, 600)
    assert page.choice.is_wide
    page.choice.resize(700, 600)
    assert not page.choice.is_wide


def test_the_buttons_of_a_narrow_card_leave_the_title_its_line(visit: Open) -> None:
    _, page = opened(visit, "sets", SetsPage)
    title, button = page.frontier.title, page.alone
    for wide, is_beside in ((650, True), (360, False)):
        page.frontier.resize(wide, page.frontier.height())
        page.frontier.layout().activate()
        assert (button.x() > title.geometry().right()) is is_beside
        assert (button.y() > title.geometry().bottom()) is not is_beside
        assert 2 * title.width() > wide - 60


def test_alone_is_always_there_and_the_room_can_see_the_frontier(visit: Open) -> None:
    _, page = opened(visit, "sets", SetsPage)
    page.alone.click()
    assert page.facts.title.text().startswith("Covers 31%, cost 0")
    assert not page.what_if.isVisible()
    assert page.exposure() == Exposure("partner_sets")
    page.set.chips.chip(HOME).click()
    assert page.members == (HOME,)
    assert page.exposure() == Exposure("partner_set", HOME)
    page.room.click()
    assert page.exposure() == Exposure("partner_sets")


def test_what_if_answers_with_one_click_and_changes_nothing(visit: Open) -> None:
    seen, page = opened(visit, "sets", SetsPage)
    before = seen.workshop
    page.what_if.cases.chip(NORTH).click()
    assert page.what_if.answer.text().startswith("Without Northlight Data, 1 need reopens")
    page.what_if.kinds.chip("lends").click()
    asset = next(
        a.id
        for a in seen.workshop.all(Asset)
        if a.organization == NORTH and a.id in page.what_if.cases._chips
    )
    page.what_if.cases.chip(asset).click()
    assert "Northlight Data lends" in page.what_if.answer.text()
    page.what_if.kinds.chip("grows").click()
    page.what_if.cases.chip(page.what_if.cases._order[0]).click()
    assert "is needed at" in page.what_if.answer.text()
    assert seen.workshop is before


def test_robustness_is_told_in_sentences_and_its_sets_can_be_looked_at(visit: Open) -> None:
    _, page = opened(visit, "sets", SetsPage)
    assert "stays the best while coverage counts" in page.firm.ranges.text()
    assert page.firm.flip.text().startswith("If the weight of")
    assert "are new in it" in page.firm.unlikely.text()
    page.firm.to_best.click()
    assert len(page.members) == 5
    assert not page.firm.to_unlikely.isVisible()


def test_limits_unfold_and_narrow_the_frontier(visit: Open) -> None:
    seen, page = opened(visit, "sets", SetsPage)
    assert not page.rules.inside.isVisible()
    page.rules.fold.click()
    budget = page.rules.boxes["budget"].widget
    budget.selectAll()
    QTest.keyClicks(budget, "20")
    assert rules(seen.workshop).budget == 20
    assert page.rules.subtitle.text().startswith("A budget of 20")
    assert "over the budget of 20" in page.facts.broken.text()
    assert "No set covers all must-haves within the budget of 20" in page.must.text()
    QTest.keyClick(page.rules.weights.scales["cost_weight"], Key.Key_Home)
    assert rules(seen.workshop).cost_weight == 0


def many_candidates() -> Workshop:
    """Give the sample with forty more candidates, so that answers come from beside the window."""
    base = sample()
    needs = [a for a in base.all(Asset) if a.organization == NORTH]
    more: list[Any] = []
    for number in range(40):
        id = f"extra-{number:02}"
        more.append(Organization(id=id, name=f"Extra {number}", at_table=False))
        more.append(
            Candidate(id=f"c-{id}", organization=id, cost=1 + number % 7, strain=number % 5)
        )
        pick = needs[number % len(needs)]
        more.append(Asset(id=f"a-{id}", organization=id, capability=pick.capability, level=5))
    return base.put(more)


def test_many_candidates_are_answered_beside_the_window_and_then_proven(
    visit: Open, qtbot: QtBot
) -> None:
    _, page = opened(visit, "sets", SetsPage, many_candidates())
    qtbot.waitUntil(
        lambda: page._answers is not None and page._answers.frontier.proven, timeout=20000
    )
    qtbot.waitUntil(lambda: not page.progress.isVisible(), timeout=5000)
    assert page.must.text()
    assert not page.cancel.isVisible()


def test_a_proof_can_be_stopped_and_the_first_answer_stands(visit: Open, qtbot: QtBot) -> None:
    _, page = opened(visit, "sets", SetsPage, many_candidates())
    page.answers.cancel()
    assert page.progress.isVisible()
    assert "first answer" in page._told.text()


def test_of_very_many_candidates_only_those_in_the_set_have_a_chip(visit: Open) -> None:
    seen, page = opened(visit, "sets", SetsPage, many_candidates())
    chips = page.set.chips
    assert set(chips._chips) == {HOME, NORTH, "org-04-rural-trust"}
    finder = chips.findChild(FindChoice)
    assert finder.placeholderText() == "Find one of 48"
    QTest.keyClicks(finder, "extra 7")
    QTest.keyClick(finder, Key.Key_Return)
    assert "extra-07" in page.members
    assert chips.chip("extra-07").isChecked()
    assert finder.text() == ""
    chips.chip("extra-07").click()
    assert "extra-07" not in page.members
    assert "extra-07" not in chips._chips
    QTest.keyClicks(finder, "nobody of that name")
    QTest.keyClick(finder, Key.Key_Return)
    assert finder.text() == "nobody of that name"
    assert seen.said == []


def test_one_of_very_many_partners_is_found_by_its_name(visit: Open) -> None:
    _, page = opened(visit, "changes", ChangesPage, many_candidates())
    finder = page.chips.findChild(FindChoice)
    QTest.keyClicks(finder, "summit")
    QTest.keyClick(finder, Key.Key_Return)
    assert page.them == SUMMIT
    assert set(page.chips._chips) == {SUMMIT}


def test_without_a_weighed_need_there_is_nothing_to_choose_for(visit: Open) -> None:
    bare = sample().without(ChosenSet, [CHOSEN_SET_ID])
    bare = bare.put([Need(id=n.id, capability=n.capability) for n in bare.all(Need)])
    seen, page = opened(visit, "sets", SetsPage, bare)
    assert page.needless.isVisible()
    assert not page.choice.isVisible()
    need = seen.workshop.all(Need)[0]
    seen.desk.apply(lambda w: change(w, Need, need.id, needed_level=3, importance=4), "Weigh")
    assert not page.needless.isVisible()
    assert page.choice.isVisible()
