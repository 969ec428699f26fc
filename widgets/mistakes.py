# SPDX-License-Identifier: MIT
"""When Concord itself fails: it says so, says what the disk has, and does not fail again at once."""

from typing import TYPE_CHECKING

from workshop.faults import place_of
from workshop.path.stages import STEPS

if TYPE_CHECKING:
    from widgets.application import Concord
    from widgets.workspace import Workspace

FIRST_STEP = "prepare.workshop"
TRIES = 2
"""So many sessions in a row may be cut off before the page they were on is left alone."""
_WAIT_SECONDS = 0.08


def confess(app: "Concord", kind: type[BaseException], error: BaseException) -> None:
    """Say that something of the app's own went wrong, and what the disk has of the work."""
    import logging

    logging.getLogger(__name__).error(place_of(error))
    mistake = f"Concord made a mistake of its own ({kind.__name__})."
    if app.file and not app.file.flush(_WAIT_SECONDS):
        app.say_trouble(f"{mistake} {app.file.status.sentence}")
        return
    saved = " Your work is saved; go on, or close and open the workshop again." if app.file else ""
    app.say(mistake + saved, urgent=True)


def show_where_it_was_left(app: "Concord", workspace: "Workspace") -> None:
    """Show the step that was shown last, unless that is what keeps failing."""
    assert app.file
    name = app.file.path.stem
    last = app.settings.text(f"step/{name}", FIRST_STEP)
    key = last if last in STEPS else FIRST_STEP
    times = _count_cut_off(app, name) if not app.file.read_only_because else 0
    if times >= TRIES:
        app.settings.remember(f"cut off/{name}", 0)
        workspace.show_step(FIRST_STEP)
        app.say(
            f"Concord was cut off {times} times in a row, so it does not begin with "
            f"“{STEPS[key].title}”. Everything that was saved is here.",
            urgent=True,
        )
        return
    try:
        workspace.show_step(key)
    except Exception as error:  # else the workshop could never be opened again
        workspace.show_step(FIRST_STEP)
        confess(app, type(error), error)
        return
    if times:
        app.say("Concord was not closed last time. Everything that was saved is here.")


def _count_cut_off(app: "Concord", name: str) -> int:
    """Count the sessions with the file that did not end well, in a row."""
    assert app.file
    key = f"cut off/{name}"
    before = app.settings.number(key, 0)
    times = before + 1 if app.file.was_interrupted else 0
    if times != before:
        app.settings.remember(key, times)
        app.settings.flush()  # whatever cuts the next session off may leave no time for it
    return times
