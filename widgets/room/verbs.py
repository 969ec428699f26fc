# SPDX-License-Identifier: MIT
"""What the facilitator's window does with the room screen."""

from typing import TYPE_CHECKING

from widgets.room.projector import Projector

if TYPE_CHECKING:
    from widgets.application import Concord


def show(app: "Concord") -> None:
    """Show to the room what is on the facilitator's screen; a second time clears it."""
    workspace = app.workspace
    if not workspace or not app.desk:
        return
    projector = app.projector or _connect(app)
    wanted = workspace.exposure()
    if projector.shown and projector.exposure[:2] == wanted[:2]:
        projector.clear()
    else:
        projector.step = workspace.key
        projector.show_board(wanted)


def clear(app: "Concord") -> None:
    """Take everything off the room screen."""
    if app.projector:
        app.projector.clear()


def swap(app: "Concord") -> None:
    """Let the two windows change places."""
    if app.projector and app.projector.shown:
        app.projector.swap()


def next_page(app: "Concord") -> None:
    """Turn the room's board to its next page."""
    if app.projector:
        app.projector.turn(1)


def previous_page(app: "Concord") -> None:
    """Turn the room's board back a page."""
    if app.projector:
        app.projector.turn(-1)


def _connect(app: "Concord") -> Projector:
    assert app.desk
    assert app.workspace
    app.projector = Projector(app.desk, app.workspace.timer, app.window)
    app.projector.changed.connect(lambda: _tell(app))
    app.workspace.step_shown.connect(lambda _key: _tell(app))
    app.desk.looked.connect(lambda: _follow(app))
    return app.projector


def _follow(app: "Concord") -> None:
    """Show the room what its page shows now, as long as the page itself is in the window."""
    projector, workspace = app.projector, app.workspace
    if projector and workspace and projector.shown and projector.step == workspace.key:
        wanted = workspace.exposure()
        if wanted[:2] != projector.exposure[:2]:
            projector.show_board(wanted)


def _tell(app: "Concord") -> None:
    projector, workspace = app.projector, app.workspace
    if not projector or not workspace:
        return
    workspace.status.show_room(projector.finding)
    workspace.header.show_room_state(
        shown=projector.shown,
        here=projector.shown and projector.exposure[:2] == workspace.exposure()[:2],
        has_display=projector.has_display,
    )
