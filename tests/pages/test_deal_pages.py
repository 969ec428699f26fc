# SPDX-License-Identifier: MIT
"""The deal as a facilitator works it: ledger, sheets under seal, agreement, packages, split, gate."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.pages.conftest import Visit
from tests.pages.deals import CANARY, deal, sealed
from widgets.deal.clauses_part import ClausesPart
from widgets.deal.gate_part import GatePart, OverridePanel
from widgets.deal.ledger import LedgerPart
from widgets.deal.matrix_part import MatrixPart
from widgets.deal.model_part import ModelPart
from widgets.deal.packages_part import PackagesPart
from widgets.deal.reservations_part import ReservationsPart
from widgets.deal.rights_part import RightsPart
from widgets.deal.roles_part import RolesPart
from widgets.deal.sealed_screen import SealedScreen
from widgets.deal.sealed_sheets import SealedSheets
from widgets.deal.split_part import SplitPart
from widgets.deal.stress_part import StressPart
from widgets.deal.told_part import ToldPart
from widgets.deal.vision import SharedVisionPage
from widgets.exhibits.view import ExhibitView
from widgets.forms.level_dots import LevelEditor
from widgets.pages import Exposure
from widgets.parts_page import PartsPage
from widgets.summary.thread import ThreadPage
from workshop.deal.money_records import BasisValue, SavingsModel, SplitRule
from workshop.deal.operating_records import Activity, DecisionRight, PartyRight, Role
from workshop.deal.packages import Analysis, analyze
from workshop.deal.packages_exact import Check
from workshop.deal.packages_problem import Problem
from workshop.deal.records import (
    Clause,
    GateOverride,
    LedgerItem,
    ReservationOutcome,
    SealedScore,
    StressAnswer,
    WalkAway,
)
from workshop.deal.stress import CARDS
from workshop.deal.term_records import Package
from workshop.state import Workshop

Open = Callable[..., Visit]
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def part_of(seen: Visit, key: str) -> QWidget:
    assert isinstance(seen.page, PartsPage)
    seen.page.chips.chip(key).click()
    return seen.page.part


def shown_words(widget: QWidget) -> str:
    """Give every text that stands in a widget or in one of its fields."""
    labels = [each.text() for each in widget.findChildren(QLabel)]
    fields = [each.text() for each in widget.findChildren(QLineEdit)]
    texts = [each.toPlainText() for each in widget.findChildren(QPlainTextEdit)]
    heard = [
        f"{each.accessibleName()} {each.accessibleDescription()} {each.toolTip()}"
        for each in widget.findChildren(QWidget)
    ]
    cells = [
        f"{model.data(model.index(row, column), role)}"
        for view in widget.findChildren(QTableView)
        for model in (view.model(),)
        if model is not None
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    ]
    drawn = [
        f"{exhibit.title} {exhibit.subtitle} {exhibit.alt} {[area.text for area in exhibit.areas]}"
        for view in widget.findChildren(ExhibitView)
        for exhibit in (view.exhibit,)
        if exhibit is not None
    ]
    return "\n".join([*labels, *fields, *texts, *heard, *cells, *drawn])


def has_compared(part: PackagesPart) -> bool:
    return part.found is not None


def test_the_ledger_lists_four_kinds_and_a_typed_gain_joins_its_own(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.ledger", deal())
    part = part_of(seen, "ledger_item")
    assert isinstance(part, LedgerPart)
    assert part.card.title.text().startswith("None of the gains of Cedar Valley can be counted")
    part.select("l-o1-gets_benefit")
    assert part.organization == "o1"
    assert part.form_card.isVisible()
    table = part.tables["gets_benefit"]
    table.start_adding()
    editor = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
    QTest.keyClicks(editor, "A share of savings")
    QTest.keyClick(editor, Key.Key_Return)
    added = [i for i in seen.workshop.all(LedgerItem) if i.text == "A share of savings"]
    assert [(i.organization, i.kind) for i in added] == [("o1", "gets_benefit")]


def test_without_organizations_the_ledger_leads_there(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.ledger", Workshop())
    part = part_of(seen, "ledger_item")
    assert isinstance(part, LedgerPart)
    assert part.early.isVisible()
    assert not part.card.isVisible()


def open_sheet(seen: Visit, organization: str) -> SealedScreen:
    sheets = part_of(seen, "sealed")
    assert isinstance(sheets, SealedSheets)
    sheets.buttons_by_organization[organization].click()
    screens = sheets.window().findChildren(SealedScreen)
    return next(screen for screen in screens if screen.isVisible())


def test_a_sealed_sheet_opens_with_the_cursor_on_the_right_button(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.ledger", deal())
    screen = open_sheet(seen, "o0")
    begin = next(b for b in screen.findChildren(QPushButton) if b.text().startswith("We are"))
    assert screen.focusWidget() is begin
    screen.reject()


def test_scores_are_keyed_on_a_screen_that_covers_all_and_are_gone_when_it_is_left(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.ledger", deal())
    screen = open_sheet(seen, "o0")
    assert screen.isModal()
    assert screen.geometry() == seen.page.window().geometry()
    screen.begin()
    first = screen.rows[0].editor
    assert isinstance(first, LevelEditor)
    QTest.keyClick(first, Key.Key_4)
    line = screen.rows[-2].editor
    QTest.keyClicks(line, "35%")
    (score,) = seen.workshop.of(SealedScore).values()
    assert (score.organization, score.score) == ("o0", 4)
    assert next(iter(seen.workshop.of(WalkAway).values())).value == 0.35
    screen.accept()
    again = open_sheet(seen, "o0")
    again.begin()
    assert again.rows[0].was_kept
    assert "35%" not in shown_words(again)
    assert "4 of 5" not in shown_words(again)
    again.reject()
    assert "35%" not in shown_words(seen.page)


def test_one_undo_takes_back_a_whole_sitting(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.ledger", deal())
    screen = open_sheet(seen, "o0")
    screen.begin()
    for row, key in zip(screen.rows, (Key.Key_4, Key.Key_2), strict=False):
        QTest.keyClick(row.editor, key)
    screen.accept()
    assert len(seen.workshop.of(SealedScore)) == 2
    seen.desk.document.undo()
    assert not seen.workshop.of(SealedScore)


def test_a_sheet_shows_nothing_that_others_or_its_own_people_sealed(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.ledger", deal().put(sealed()))
    for organization in ("o0", "o1"):
        screen = open_sheet(seen, organization)
        screen.begin()
        words = shown_words(screen)
        assert CANARY not in words
        assert "32.17" not in words
        assert "29.63" not in words
        screen.reject()


def test_keys_fill_the_matrix_of_roles_and_the_accountable_moves(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "roles")
    assert isinstance(part, RolesPart)
    part.matrix.setCurrentCell(0, 1)
    for key in (Key.Key_R, Key.Key_A):
        QTest.keyClick(part.matrix, key)
    part.matrix.setCurrentCell(0, 2)
    QTest.keyClick(part.matrix, Key.Key_A)
    roles = {(r.organization, r.part) for r in seen.workshop.of(Role).values()}
    assert roles == {("o0", "responsible"), ("o1", "accountable")}
    part.matrix.setCurrentCell(0, 1)
    QTest.keyClick(part.matrix, Key.Key_Backspace)
    assert len(seen.workshop.of(Role)) == 1
    assert "Nobody is responsible for “Visits at home”" in part.problems.text()


def test_double_clicks_go_through_the_parts(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "roles")
    assert isinstance(part, RolesPart)
    found = []
    for _ in range(5):
        part.matrix.turned.emit("visit", "o0")
        found.append("".join(r.part[0] for r in seen.workshop.of(Role).values()))
    assert found == ["r", "a", "c", "i", ""]


def test_an_activity_is_added_by_typing_and_removed_from_its_form(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "roles")
    assert isinstance(part, RolesPart)
    QTest.keyClicks(part.line, "Quality reports")
    QTest.keyClick(part.line, Key.Key_Return)
    assert part.form_card.title.text() == "Quality reports"
    part.remove_chosen()
    assert len(part.matrix.rows) == 2


def test_says_and_seats_are_typed(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "decisions")
    assert isinstance(part, RightsPart)
    part.matrix.setCurrentCell(0, 1)
    QTest.keyClick(part.matrix, Key.Key_D)
    QTest.keyClick(part.matrix, Key.Key_3)
    (right,) = seen.workshop.of(PartyRight).values()
    assert (right.right, right.seats) == ("decides", 3)
    item = part.matrix.item(0, 1)
    assert item is not None
    assert item.text() == "Decides, 3 seats"
    assert not part.problems.isVisible()
    part.matrix.turned.emit("budget", "o0")
    assert seen.workshop.get(PartyRight, right.id).right == "veto"


def test_clauses_are_drafted_and_put_into_our_own_words(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "clauses")
    assert isinstance(part, ClausesPart)
    part.draft.click()
    drafted = next(c for c in seen.workshop.all(Clause) if c.source == "out")
    assert "90 days of notice" in drafted.text
    part.select(drafted.id)
    part.copy.click()
    assert seen.workshop.get(Clause, drafted.id).edited == drafted.drafted
    part.draft.click()
    assert seen.said[-1] == "Every clause says already what the records say."


def test_a_hard_question_is_answered_by_a_clause(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    part = part_of(seen, "stress")
    assert isinstance(part, StressPart)
    assert part.card.title.text() == "4 of 4 hard questions hang loose"
    QTest.keyClicks(part.line, "The director leaves")
    QTest.keyClick(part.line, Key.Key_Return)
    assert "The director leaves" in part.lines
    fresh = StressAnswer(id="z", question=CARDS[0], clauses=("seat",))
    seen.desk.apply(lambda w: w.put([fresh]), "Answer")
    assert part.card.title.text() == "4 of 5 hard questions hang loose"
    assert "gives up a seat" in shown_words(part.lines[CARDS[0]])


def test_packages_are_compared_aside_and_put_on_the_table(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.packages", deal().put(sealed()))
    part = part_of(seen, "packages")
    assert isinstance(part, PackagesPart)
    qtbot.waitUntil(lambda: part.found is not None)
    assert part.stands_out.isVisible()
    part.put.click()
    assert seen.workshop.of(Package)
    assert part.picture.isVisible()
    words = shown_words(seen.page)
    assert not any(secret in words for secret in (CANARY, "37.1", "61.3", "32.17", "29.63"))


def test_any_package_can_be_tried_and_the_swap_is_said(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.packages", deal().put(sealed()))
    part = part_of(seen, "packages")
    assert isinstance(part, PackagesPart)
    qtbot.waitUntil(lambda: part.found is not None)
    part.try_card.show_package(("t0-b", "t1-b"))
    part.try_card.ask.click()
    qtbot.waitUntil(lambda: part.try_card.answer.text() not in ("", "Looking …"))
    assert part.try_card.answer.text().startswith(("Move", "Nothing is better"))
    part.try_card.keep.click()
    (package,) = seen.workshop.of(Package).values()
    assert package.options == ("t0-b", "t1-b")
    part.agree.click()
    assert seen.workshop.get(Package, package.id).status == "agreed"


def test_a_comparison_can_be_cancelled_and_begun_again(
    visit: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, real = Event(), analyze
    begun = Event()

    def endless(problem: Problem, check: Check) -> Analysis:
        begun.set()
        while not slow.wait(0.005):
            check(0.5)
        return real(problem, check)

    monkeypatch.setattr("widgets.deal.packages_part.analyze", endless)
    seen = visit("deal.packages", deal().put(sealed()))
    part = part_of(seen, "packages")
    assert isinstance(part, PackagesPart)
    qtbot.waitUntil(lambda: part.progress.value() > 0)
    assert begun.is_set()
    assert part.card.title.text() == "Comparing 4 packages"
    QTest.mouseClick(part.cancel, Qt.MouseButton.LeftButton)
    assert part.card.title.text() == "The comparison was stopped"
    assert not part.cancel.isVisible()
    assert not part.progress.isVisible()
    assert not part.put.isVisible()
    qtbot.wait(50)
    assert part.found is None
    assert part.card.title.text() == "The comparison was stopped"
    slow.set()
    QTest.mouseClick(part.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.found is not None)
    assert part.put.isVisible()


def test_a_search_that_fails_says_so(
    visit: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = visit("deal.packages", deal().put(sealed()))
    part = part_of(seen, "packages")
    assert isinstance(part, PackagesPart)
    qtbot.waitUntil(lambda: part.found is not None)

    def broken(*_all: object) -> None:
        raise ValueError

    monkeypatch.setattr("widgets.deal.try_package.swap", broken)
    part.try_card.ask.click()
    qtbot.waitUntil(lambda: part.try_card.answer.text() == "The search failed; try again.")


def test_without_sheets_packages_say_what_is_missing(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.packages", deal())
    part = part_of(seen, "packages")
    assert isinstance(part, PackagesPart)
    assert part.card.title.text() == "Packages cannot be compared yet"
    assert "weighed the terms" in part.card.subtitle.text()
    assert not part.try_card.isVisible()


@pytest.mark.parametrize(("key", "kind"), [("roles", RolesPart), ("decisions", RightsPart)])
def test_a_matrix_lies_above_the_lines_below_it(
    visit: Open, qtbot: QtBot, key: str, kind: type[MatrixPart]
) -> None:
    more = [Activity(id=f"aa{n}", name=f"Activity number {n} of many") for n in range(6)]
    rights = [DecisionRight(id=f"dd{n}", name=f"Decision {n} of some length") for n in range(6)]
    seen = visit("deal.agreement", deal().put([*more, *rights]))
    part = part_of(seen, key)
    assert isinstance(part, kind)
    qtbot.waitUntil(lambda: part.matrix.height() > 7 * part.fontMetrics().height())
    qtbot.wait(20)
    assert part.matrix.geometry().bottom() < part.keys.geometry().top()
    assert part.keys.geometry().bottom() < part.line.geometry().top()


def test_what_each_brings_is_typed_into_the_matrix(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.savings", deal())
    part = part_of(seen, "split")
    assert isinstance(part, SplitPart)
    part.shares.enter("size", "o1", "5")
    assert {v.value for v in seen.workshop.of(BasisValue).values()} == {3, 5}
    part.shares.enter("size", "o1", "many")
    assert seen.said
    part.shares.enter("loss", "o0", "")
    assert "Of the pool" in part.shares.result.text()


def test_the_split_begins_with_one_button(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.savings", Workshop())
    part = part_of(seen, "split")
    assert isinstance(part, SplitPart)
    assert part.early.isVisible()
    part.begin()
    assert len(seen.workshop.of(SplitRule)) == 1
    assert part.rule.isVisible()


@pytest.mark.parametrize(
    "key",
    ["deal.vision", "deal.ledger", "deal.agreement", "deal.packages", "deal.savings",
     "deal.readiness", "summary.thread"],
)  # fmt: skip
def test_no_page_of_the_facilitator_shows_what_was_sealed(
    visit: Open, qtbot: QtBot, key: str
) -> None:
    seen = visit(key, deal().put(sealed()))
    parts = [*seen.page.parts] if isinstance(seen.page, PartsPage) else [""]
    for part in parts:
        if part:
            shown = part_of(seen, part)
            if isinstance(shown, PackagesPart):
                qtbot.waitUntil(partial(has_compared, shown))
                shown.put.click()
        qtbot.wait(20)
        words = shown_words(seen.page)
        assert words.strip()
        secrets = (CANARY, "37.1", "62.8", "61.3", "38.6", "32.17", "29.63", "0.3217", "0.2963")
        assert not [secret for secret in secrets if secret in words]


def test_what_is_shut_stands_first_and_the_tab_key_follows(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.readiness", deal())
    part = part_of(seen, "gate")
    assert isinstance(part, GatePart)
    order = sorted(part.rows.values(), key=lambda row: row.mapTo(part, row.rect().topLeft()).y())
    shut = [bool(row.condition and not row.condition.holds) for row in order]
    assert shut == sorted(shut, reverse=True)
    assert len(set(shut)) == 2
    for before, after in pairwise(order):
        following = before.mend.nextInFocusChain()
        while following is not None and not isinstance(following, QPushButton):
            following = following.nextInFocusChain()
        assert following in (after.pass_over, after.mend)


def test_a_condition_is_passed_over_only_with_name_and_reason(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.readiness", deal())
    part = part_of(seen, "gate")
    assert isinstance(part, GatePart)
    assert not part.strike.isEnabled()
    part.rows["G9"].mend.click()
    assert seen.gone[-1] == ("deal.agreement", "out")
    part.rows["G13"].pass_over.click()
    panel = next(p for p in seen.page.window().findChildren(OverridePanel))
    panel.keep()
    assert "needs the name" in panel.wrong.text()
    panel.name.setText("Rafael Duarte")
    panel.reason.setText("The boards meet on Friday")
    panel.keep()
    (passed,) = seen.workshop.of(GateOverride).values()
    assert passed.condition == "G13"
    assert "Passed over by Rafael Duarte" in part.rows["G13"].sentence.text()
    part.rows["G13"].pass_over.click()
    assert not seen.workshop.of(GateOverride)


def test_a_struck_deal_is_frozen_and_what_follows_is_an_amendment(
    visit: Open, qtbot: QtBot
) -> None:
    seen = visit("deal.readiness", deal())
    part = part_of(seen, "gate")
    assert isinstance(part, GatePart)
    overrides = [
        GateOverride(id=f"g{n}", condition=f"G{n}", name="Rafael", reason="Friday")
        for n in range(1, 16)
    ]
    seen.desk.apply(lambda w: w.put(overrides), "Pass over")
    assert part.strike.isEnabled()
    panel = part.ask_strike()
    QTest.keyClicks(panel.words, "Two seats for five years")
    panel.keep()
    assert seen.desk.document.history.log[-1].label.startswith("Struck")
    assert "nothing amended since" in part.deal.title.text()
    late = Clause(id="late-clause", subject="Late")
    seen.desk.apply(lambda w: w.put([late]), "Add a clause")
    assert "1 amendment since" in part.deal.title.text()
    assert "Add a clause" in part.amended.text()


def test_a_reservation_becomes_a_clause(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.readiness", deal())
    part = part_of(seen, "reservations")
    assert isinstance(part, ReservationsPart)
    part.select("v0")
    assert part.id == "v0"
    part.chips.chip("clause").click()
    (outcome,) = seen.workshop.of(ReservationOutcome).values()
    assert seen.workshop.of(Clause)[outcome.clause or ""].source == "v0"
    part.chips.chip("accepted_risk").click()
    assert seen.workshop.get(ReservationOutcome, outcome.id).became == "accepted_risk"
    assert "does not say what the risk" in part.card.title.text()
    rows = len(part.table.model.ids)
    hidden = [part.table.view.isRowHidden(row) for row in range(rows + 1)]
    assert hidden == [False] * rows + [True]


def test_both_sides_of_the_vision_lead_to_their_statement(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.vision", deal())
    page = seen.page
    assert isinstance(page, SharedVisionPage)
    assert "the gate stays shut" in page.gate.title.text()
    exhibit = page.picture.view.exhibit
    assert exhibit is not None
    area = next(each for each in exhibit.areas if each.id == "s1")
    page.picture.view.activated.emit(area)
    assert page.statements.id == "s1"
    assert page.exposure() == Exposure("success")


def test_the_thread_leads_to_where_it_is_mended(visit: Open, qtbot: QtBot) -> None:
    seen = visit("summary.thread", deal())
    page = seen.page
    assert isinstance(page, ThreadPage)
    assert page.loose.title.text().endswith("loose ends")
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Key.Key_Return)
    end = page.found.loose[0]
    assert seen.gone[-1] == (end.step, end.id or end.kind)
    page.follow_area("knot", "s0 need")
    assert seen.gone[-1] == ("gaps.capabilities", "need")


@pytest.mark.parametrize(
    ("key", "part", "board"),
    [
        ("deal.ledger", "ledger_item", "trade"),
        ("deal.ledger", "balance", "balance"),
        ("deal.agreement", "roles", "raci"),
        ("deal.agreement", "decisions", "decision_rights"),
        ("deal.agreement", "goals", "goals"),
        ("deal.agreement", "exit", "way_out"),
        ("deal.agreement", "stress", "stress"),
        ("deal.packages", "packages", "packages"),
        ("deal.savings", "told", "waterfall"),
        ("deal.readiness", "gate", "gate"),
        ("deal.readiness", "reservations", "kept_reservations"),
        ("deal.readiness", "management", "management"),
        ("deal.ledger", "sealed", "trade"),
        ("deal.agreement", "resources", "resources"),
        ("deal.agreement", "conflict", "conflict"),
        ("deal.agreement", "clauses", "clauses"),
        ("deal.packages", "terms", "terms"),
        ("deal.packages", "sealed", "terms"),
        ("deal.savings", "scenarios", "waterfall"),
        ("deal.savings", "split", "split"),
    ],
)
def test_each_part_shows_its_own_board(
    visit: Open, qtbot: QtBot, key: str, part: str, board: str
) -> None:
    seen = visit(key, deal())
    part_of(seen, part)
    assert isinstance(seen.page, PartsPage)
    assert seen.page.exposure() == Exposure(board)


def test_records_and_kinds_lead_to_their_part(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.agreement", deal())
    page = seen.page
    assert isinstance(page, PartsPage)
    for wanted, key in (
        ("late", "exit"),
        ("goal", "goals"),
        ("seat", "clauses"),
        ("budget", "decisions"),
    ):
        page.select(wanted)
        assert page.chips.current == key


def test_the_room_sees_what_the_chips_show(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.savings", deal())
    part = part_of(seen, "told")
    assert isinstance(part, ToldPart)
    assert any("bears nothing of a loss" in line for line in part.lines)
    part.chips.chip("proportions").click()
    assert part.exposure() == Exposure("proportions")
    assert part.proportions.isVisible()
    assert not part.tales.isVisible()
    page = visit("summary.thread", deal()).page
    assert isinstance(page, ThreadPage)
    page.chips.chip("loose_ends").click()
    assert page.exposure() == Exposure("loose_ends")
    assert not page.picture.isVisible()


def choose(part: ModelPart, rules: str) -> None:
    """Choose rules as a user does, by the keyboard."""
    part.programs.setFocus()
    QTest.keyClick(part.programs, Key.Key_Home)
    for _ in range(part.programs.findData(rules)):
        QTest.keyClick(part.programs, Key.Key_Down)
    assert part.programs.currentData() == rules


def test_rules_and_tracks_are_chosen(visit: Open, qtbot: QtBot) -> None:
    seen = visit("deal.savings", Workshop())
    part = part_of(seen, "scenarios")
    assert isinstance(part, ModelPart)
    assert part.programs.currentIndex() == -1
    choose(part, "mssp_2022")
    part.tracks.chip("ENHANCED").click()
    (model,) = seen.workshop.of(SavingsModel).values()
    assert (model.rules, model.track) == ("mssp_2022", "ENHANCED")
    choose(part, "shared_value")
    assert seen.workshop.get(SavingsModel, model.id).rules == "shared_value"
    assert not part.tracks.isVisible()


def test_the_term_sheet_is_printed_from_the_clauses(
    visit: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    seen = visit("deal.agreement", deal().put(sealed()))
    part = part_of(seen, "clauses")
    assert isinstance(part, ClausesPart)
    path = tmp_path / "Term sheet.pdf"
    part.write(path)
    qtbot.waitUntil(lambda: bool(seen.said), timeout=10_000)
    assert str(path) in seen.said[-1]
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith("Term sheet")
    part.write(tmp_path / "nowhere" / "Term sheet.pdf")
    qtbot.waitUntil(lambda: len(seen.said) == 2, timeout=10_000)
    assert "nowhere" in seen.said[-1]
