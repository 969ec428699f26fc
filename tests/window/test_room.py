# SPDX-License-Identifier: MIT
"""The room screen: what it shows, that it follows the work, and that nothing private reaches it."""

from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from exports.exhibits.boards import BOARDS
from widgets.application import Concord
from widgets.pages import Exposure
from widgets.room import board
from widgets.room.board import TEXT_SHARE
from widgets.room.screen import RoomScreen
from workshop import edits
from workshop.deal.records import GateOverride
from workshop.ids import new_id
from workshop.partners.records import RedFlag
from workshop.prepare.records import GroundRule
from workshop.state import Workshop


def screen(app: Concord) -> RoomScreen:
    assert app.projector
    return app.projector.screen


def show(app: Concord, step: str) -> RoomScreen:
    assert app.workspace
    app.workspace.show_step(step)
    app.window.actions_by_key["room"].trigger()
    return settled(screen(app))


def settled(room: RoomScreen) -> RoomScreen:
    """Wait until the room sees what it is to see."""
    while room.is_drawing:
        QApplication.processEvents()
    return room


def test_show_to_room_shows_the_board_of_the_page_and_says_so(opened: Concord) -> None:
    room = show(opened, "prepare.ground_rules")
    assert room.isVisible()
    assert "rules" in room.finding
    assert opened.workspace
    assert room.finding in opened.workspace.status._room.text()


def test_the_room_keeps_its_board_while_the_facilitator_moves_on(opened: Concord) -> None:
    room = show(opened, "prepare.ground_rules")
    before = room.finding
    assert opened.workspace
    opened.workspace.show_step("prepare.agenda")
    assert room.finding == before


def test_the_room_follows_the_work(opened: Concord) -> None:
    room = show(opened, "prepare.ground_rules")
    assert opened.desk
    opened.desk.apply(
        lambda w: edits.add(w, GroundRule(id=new_id(), text="One more")), "Add ground rule"
    )
    assert "6 rules" in room.finding  # never a blank
    assert "7 rules" in settled(room).finding


def test_a_second_press_clears_the_room(opened: Concord) -> None:
    room = show(opened, "prepare.ground_rules")
    opened.window.actions_by_key["room"].trigger()
    assert not room.isVisible()


def test_the_room_has_nothing_to_press(opened: Concord) -> None:
    room = show(opened, "prepare.agenda")
    assert room.findChildren(QAbstractButton) == []


def test_no_private_record_reaches_the_room_screen(opened: Concord) -> None:
    assert opened.desk
    private = GroundRule(id=new_id(), text="Secret rule", audience="facilitator")
    noted = GroundRule(id=new_id(), text="Open rule", private_note="CANARY")
    opened.desk.apply(lambda w: edits.add(w, private, noted), "Add ground rules")
    room = show(opened, "prepare.ground_rules")
    drawn = room._shown
    assert drawn
    held = list(drawn.board.public.records())
    assert private.id not in {record.id for record in held}
    assert all(record.private_note == "" for record in held)
    assert "Secret" not in drawn.exhibit.alt


def test_pages_are_turned_from_the_facilitators_window(opened: Concord) -> None:
    room = show(opened, "prepare.agenda")
    assert opened.projector
    assert room.page_count > 1
    opened.window.actions_by_key["room_next"].trigger()
    assert opened.projector.exposure.page == 1
    opened.window.actions_by_key["room_previous"].trigger()
    assert opened.projector.exposure.page == 0


def test_text_in_the_room_is_readable_from_the_back_row() -> None:
    capital_height_of_noto_sans = 0.714
    assert TEXT_SHARE * capital_height_of_noto_sans >= 0.028


def test_every_board_can_be_painted_empty_and_full(opened: Concord, qtbot: QtBot) -> None:
    assert opened.desk
    assert opened.workspace
    room = RoomScreen(opened.theme, opened.workspace.timer)
    qtbot.addWidget(room)
    room.resize(1280, 720)
    for workshop in (Workshop(), opened.desk.workshop):
        for key in BOARDS:
            room.show_board(Exposure(key), workshop, opened.theme)
            picture = settled(room).grab().toImage()
            paper = QColor(opened.theme.paper)
            assert any(
                picture.pixelColor(x, y) != paper
                for x in range(0, 1280, 7)
                for y in range(0, 720, 5)
            ), key


def test_no_board_is_drawn_on_the_windows_own_thread(
    opened: Concord, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    drawn: Any = board.draw_board  # type: ignore[attr-defined]  # imported there

    def draw(*given: object) -> object:
        threads.append(current_thread())
        return drawn(*given)

    monkeypatch.setattr(board, "draw_board", draw)
    room = show(opened, "partners.network")
    assert room.finding
    assert threads
    assert main_thread() not in threads


def test_a_board_about_a_record_that_is_gone_says_so_calmly(opened: Concord, qtbot: QtBot) -> None:
    assert opened.workspace
    room = RoomScreen(opened.theme, opened.workspace.timer)
    qtbot.addWidget(room)
    room.show_board(Exposure("agreement", "gone"), Workshop(), opened.theme)
    assert settled(room).finding == "Nothing to show"


def test_the_room_follows_the_set_of_partners_that_is_looked_at(opened: Concord) -> None:
    room = show(opened, "partners.sets")
    assert opened.workspace
    assert opened.projector
    page: Any = opened.workspace.page
    page.look_at(("org-02-northlight",))
    assert opened.projector.exposure == Exposure("partner_set", "org-02-northlight")
    page.room_gaps.click()
    assert opened.projector.exposure == Exposure("set_gaps", "org-02-northlight")
    assert settled(room).finding.startswith("1 of 6 gaps closes")
    opened.workspace.show_step("prepare.agenda")
    page.look_at(())
    assert opened.projector.exposure == Exposure("set_gaps", "org-02-northlight")


def test_on_one_display_the_room_is_a_preview_that_can_fill_it(opened: Concord) -> None:
    room = show(opened, "prepare.agenda")
    assert opened.projector
    assert not opened.projector.has_display
    assert room.width() < opened.window.width() / 3
    swap = opened.window.actions_by_key["swap"]
    swap.trigger()
    assert room.isFullScreen()
    assert swap in room.actions()  # so that the key works in front of the room, too
    opened.projector.leave()
    assert room.isVisible()
    assert not room.isFullScreen()
    opened.projector.leave()
    assert not room.isVisible()


def test_the_room_sees_how_the_gate_stands_and_never_a_private_reason(opened: Concord) -> None:
    room = show(opened, "deal.readiness")
    assert opened.desk
    before = room.finding
    assert before == "The gate is shut: 2 conditions do not hold"
    workshop = opened.desk.workshop
    cleared = RedFlag(
        id=new_id(), organization="org-02-northlight", kind="avoiding_change", settled=True
    )
    secret = RedFlag(
        id=new_id(),
        organization="org-04-rural-trust",
        kind="other",
        severity="hard",
        evidence="Nobody may know",
        audience="facilitator",
    )
    overrides = list(workshop.of(GateOverride))
    opened.desk.apply(
        lambda w: w.without(GateOverride, overrides).put([cleared, secret]), "Raise a flag"
    )
    assert settled(room).finding == "The gate is shut: 3 conditions do not hold"


def test_the_room_follows_the_view_of_the_network_that_is_on(opened: Concord, qtbot: QtBot) -> None:
    room = show(opened, "partners.network")
    assert opened.workspace
    page: Any = opened.workspace.page
    page.turn_to("decisions")
    qtbot.waitUntil(lambda: room.finding.startswith("Cedar Valley ACO has 44% of the say"))
    page.turn_to("relations")
    page.questions.ask("splits", "org-04-rural-trust")
    qtbot.waitUntil(lambda: room.finding.startswith("Without Rural Trust the rest loses"))
    page.questions.put_away()
    qtbot.waitUntil(lambda: room.finding.startswith("Three organizations hold"))
