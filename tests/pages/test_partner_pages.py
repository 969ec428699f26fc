# SPDX-License-Identifier: MIT
"""Candidates, fit, changes, red flags and the choice of the set, as a facilitator works them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.pages.partners import HOME, NORTH, SUMMIT, US, Open, opened
from widgets.pages import Exposure
from widgets.partners.candidates import CandidatesPage
from widgets.partners.changes import ChangesPage
from widgets.partners.fit import FitPage
from widgets.partners.red_flags import RedFlagsPage
from widgets.why import Reasons
from workshop.interchange.templates import sample
from workshop.partners.culture import culture_rating
from workshop.partners.fit import fit
from workshop.partners.fit_parts import leadership_rating
from workshop.partners.fit_records import AspirationMatch, TraditionStance, ValuePoints
from workshop.partners.rating_edits import values_named
from workshop.partners.records import (
    Candidate,
    PartnerChange,
    RedFlag,
)
from workshop.prepare.records import Organization
from workshop.state import Workshop

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("step", ["candidates", "fit", "changes", "red_flags", "sets"])
def test_without_anybody_of_ours_every_page_says_how_to_begin(visit: Open, step: str) -> None:
    seen = visit(f"partners.{step}", Workshop())
    page: Any = seen.page
    assert page.early.isVisible()
    assert isinstance(page.exposure(), Exposure)


@pytest.mark.parametrize("step", ["fit", "changes", "sets"])
def test_without_candidates_a_page_that_compares_says_so(visit: Open, step: str) -> None:
    ours = Workshop([Organization(id="o", name="Hill", ours=True)])
    page: Any = visit(f"partners.{step}", ours).page
    assert page.nobody.isVisible()
    assert not page.early.isVisible()


def test_typing_points_shows_at_once_what_is_left_to_give(visit: Open, qtbot: QtBot) -> None:
    seen, page = opened(visit, "candidates", CandidatesPage)
    page.select(HOME)
    page.profile.subjects.chip("culture").click()
    rows = page.profile.panels["culture"].rows["now"]
    assert rows.left.text() == "All 100 points are given"
    number = rows.lines["family"].number
    number.selectAll()
    QTest.keyClicks(number, "60")
    rating = culture_rating(seen.workshop, HOME, HOME)
    assert rating
    assert rating.family == 60
    assert rows.left.text() == "10 points too many; take some away"
    assert "add up to 110, not 100" in page.list.list_card.subtitle.text()
    seen.desk.document.undo()
    assert rows.left.text() == "All 100 points are given"


def test_a_point_line_is_worked_by_keys_and_says_what_it_is_worth(visit: Open) -> None:
    _, page = opened(visit, "candidates", CandidatesPage)
    page.select(NORTH)
    page.profile.show_subject("culture")
    rows = page.profile.panels["culture"].rows["now"]
    scale = rows.lines["driven"].scale
    QTest.keyClick(scale, Key.Key_3)
    assert scale.accessibleDescription() == "30"
    QTest.keyClick(scale, Key.Key_Right)
    assert rows.points["driven"] == 35
    QTest.keyClick(scale, Key.Key_Backspace)
    assert rows.points["driven"] is None
    assert "left to give" in rows.left.text()


def test_the_reverse_view_is_a_rating_of_its_own(visit: Open) -> None:
    seen, page = opened(visit, "candidates", CandidatesPage)
    page.select(SUMMIT)
    page.profile.show_subject("leadership")
    page.profile.views.chip("us_them").click()
    QTest.keyClick(page.profile.panels["leadership"].scales["bold"], Key.Key_7)
    rating = leadership_rating(seen.workshop, US, SUMMIT)
    assert rating
    assert rating.bold == 7
    page.profile.show_subject("culture")
    assert not page.profile.panels["culture"].rows["preferred"].isVisible()


def test_a_value_joins_the_list_gets_points_and_leaves_it(visit: Open) -> None:
    few = sample()
    few = few.without(ValuePoints, [v.id for v in few.all(ValuePoints) if v.value == "Growth"])
    seen, page = opened(visit, "candidates", CandidatesPage, few)
    page.select(HOME)
    page.profile.show_subject("values")
    panel = page.profile.panels["values"]
    QTest.keyClicks(panel.name, "Patience")
    QTest.keyClick(panel.name, Key.Key_Return)
    assert "Patience" in values_named(seen.workshop)
    QTest.keyClick(panel.rows.lines["patience"].scale, Key.Key_1)
    assert panel.rows.points["patience"] == 10
    remove = panel.rows.lines["patience"].remove
    assert remove
    remove.click()
    assert "Patience" not in values_named(seen.workshop)
    panel.add()
    assert seen.said[-1] == "Type the value first."


def test_traditions_and_aspirations_are_compared_by_choice(visit: Open) -> None:
    seen, page = opened(visit, "candidates", CandidatesPage)
    page.select(HOME)
    page.profile.show_subject("tradition")
    stances = page.profile.panels["tradition"].stances
    key, editor = next(iter(stances.editors.items()))
    editor.setCurrentIndex(editor.findData("threatens"))
    editor.activated.emit(editor.currentIndex())
    assert any(
        (s.tradition, s.stance) == (key[0], "threatens") for s in seen.workshop.all(TraditionStance)
    )
    page.profile.show_subject("wants")
    (pair, _), chooser = next(iter(page.profile.panels["wants"].pairs.editors.items()))
    chooser.setCurrentIndex(chooser.findData("conflicting"))
    chooser.activated.emit(chooser.currentIndex())
    found = [m for m in seen.workshop.all(AspirationMatch) if {m.one, m.other} == set(pair)]
    assert [m.label for m in found] == ["conflicting"]


def test_links_lead_to_what_a_candidate_holds(visit: Open) -> None:
    seen, page = opened(visit, "candidates", CandidatesPage)
    page.select(HOME)
    page.profile.show_subject("needs")
    page.profile.panels["needs"].to_assets.click()
    page.profile.panels["needs"].to_places.click()
    assert seen.gone == [("gaps.assets", HOME), ("prepare.organizations", HOME)]


def test_a_candidate_that_is_ours_is_named_and_has_no_profile(visit: Open) -> None:
    wrong = sample().put([Candidate(id="wrong", organization=US)])
    _, page = opened(visit, "candidates", CandidatesPage, wrong)
    page.select("wrong")
    assert not page.profile.isVisible()
    assert "is ours and cannot be its own partner" in page.list.list_card.subtitle.text()


def test_candidates_go_side_by_side_up_to_four_and_the_room_sees_the_same(visit: Open) -> None:
    _, page = opened(visit, "fit", FitPage)
    for id in page.chips.on:
        page.chips.chip(id).click()
    assert len(page.chips.on) == 3  # with none chosen the best three come back
    page.chips.chip(NORTH).click()
    page.chips.chip(SUMMIT).click()
    assert len(page.chips.on) == 4
    assert page.chips.on[-2:] == (NORTH, SUMMIT)
    assert page.exposure() == Exposure("fit", ",".join(page.chips.on))
    page.select(NORTH)
    page.room_mirror.click()
    assert page.exposure() == Exposure("mirror", NORTH)


def test_every_score_has_its_reasons(visit: Open, qtbot: QtBot) -> None:
    _, page = opened(visit, "fit", FitPage)
    page.select(NORTH)
    assert page.fit.title.text().endswith("values can derail it")
    assert page.fit.notes["values"].text().startswith("can derail it; apart on")
    for why in page.fit.whys.values():
        assert why.isVisible()
    assert page.fit.figures["complement"].text() != page.fit.figures["growth"].text()
    assert page.fit.figures["strain"].text().endswith("of 10")
    assert "mean of fit and readiness" in page.fit.whys["strain"].accessibleDescription()
    assert "geometric mean" in page.fit.whys["overall"].accessibleDescription()
    qtbot.waitUntil(lambda: bool(page.picture.view.exhibit))
    page.picture.turn_to("score", f"culture {NORTH}")
    area = page.picture.view.current
    assert area
    page.picture.view.activated.emit(area)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Reasons)
    assert "half the sum of differences" in popup.accessibleDescription()
    popup.close()


def test_moving_a_weight_moves_the_fit_and_goes_back(visit: Open) -> None:
    seen, page = opened(visit, "fit", FitPage)
    page.select(NORTH)
    before = fit(seen.workshop, NORTH).overall
    QTest.keyClick(page.weights.scales["values"], Key.Key_End)
    after = fit(seen.workshop, NORTH).overall
    assert before
    assert after
    assert after < before
    page.usual.click()
    again = fit(seen.workshop, NORTH).overall
    assert again == pytest.approx(before)


def test_a_side_that_avoids_change_is_a_hard_flag_with_its_reasons(visit: Open) -> None:
    seen, page = opened(visit, "changes", ChangesPage)
    page.chips.chip(NORTH).click()
    assert page.flag.isVisible()
    assert "hard red flag" in page.avoids.text()
    assert page.sides[1].figure.text() == "25% ready"
    page.to_flags.click()
    assert seen.gone == [("partners.red_flags", NORTH)]
    assert page.exposure() == Exposure("changes", NORTH)
    page.select("change-05")
    assert page.them == HOME
    assert page.list.id == "change-05"
    page.select("change-13")
    assert page.them == "org-07-lantern"


def test_a_change_typed_in_is_ours_and_for_this_partner(visit: Open) -> None:
    seen, page = opened(visit, "changes", ChangesPage)
    page.chips.chip(HOME).click()
    page.list.table.start_adding()
    editor = next(e for e in page.list.table.findChildren(QLineEdit) if e.isVisible())
    QTest.keyClicks(editor, "Stop the night calls")
    QTest.keyClick(editor, Key.Key_Return)
    made = next(c for c in seen.workshop.all(PartnerChange) if c.text == "Stop the night calls")
    assert (made.organization, made.counterpart) == (US, HOME)


def test_a_computed_flag_is_written_down_and_settled(visit: Open) -> None:
    seen, page = opened(visit, "red_flags", RedFlagsPage)
    page.select(SUMMIT)
    assert page.chosen.title.text() == "Avoids change: Summit Health System"
    page.chosen.state.click()
    record = next(
        f
        for f in seen.workshop.all(RedFlag)
        if (f.organization, f.kind) == (SUMMIT, "avoiding_change")
    )
    page.select(record.id)
    assert page.chosen.subtitle.text() == "hard, computed and stated"
    page.chosen.home.click()
    assert seen.gone == [("partners.changes", SUMMIT)]
    page.chosen.settle.click()
    assert seen.workshop.get(RedFlag, record.id).settled
    page.list.select("red-flag-01")
    assert page.chosen.title.text() == "Hangs on one person: Northlight Data"


def test_the_room_sees_the_profile_that_is_looked_at(visit: Open) -> None:
    _, page = opened(visit, "candidates", CandidatesPage)
    page.select(NORTH)
    assert page.exposure() == Exposure("candidates")
    page.profile.room.click()
    assert page.exposure() == Exposure("portrait", NORTH)
    page.profile.show_subject("culture")
    assert page.exposure() == Exposure("profile", NORTH)
