# SPDX-License-Identifier: MIT
"""Making, opening, saving elsewhere and copying workshop files from the window."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from exports.file_names import file_name
from widgets.choice_card import choice
from widgets.dialogs import Panel, ask_file, documents_folder
from workshop.audience import public_view
from workshop.interchange.templates import from_template, sample, templates
from workshop.path.stages import STEPS
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.storage.copies import write_copy
from workshop.storage.errors import DamagedFile
from workshop.storage.workshop_file import create

if TYPE_CHECKING:
    from widgets.application import Concord

KINDS = "Concord workshops (*.concord);;All files (*)"


def new(app: "Concord") -> None:
    """Ask which template to begin from."""
    panel = Panel(app.window, "New workshop", "Begin from a template, or with nothing filled in.")
    for template in templates():
        card = choice(template.title, template.description)
        card.setAutoDefault(False)
        card.clicked.connect(panel.accept)
        card.clicked.connect(partial(make_new, app, template.key))
        panel.content.addWidget(card)
    panel.add_button("Cancel", panel.reject)
    panel.open()


def make_new(app: "Concord", key: str, _checked: bool = False) -> None:
    """Make a workshop file from a template in the documents folder and open it."""
    title = next(t.title for t in templates() if t.key == key)
    name = "Alliance workshop" if key == "blank" else f"{title} workshop"
    path = unused_path(documents_folder(), f"{name} {date.today().isoformat()}")
    _make(app, path, from_template(key), f"Begin from the template {title}")


def open_sample(app: "Concord") -> None:
    """Open the user's copy of the sample workshop, made now unless there is one."""
    path = documents_folder() / "Concord sample workshop.concord"
    if path.exists():
        app.open_path(path)
    else:
        _make(app, path, sample(), "Begin from the sample")


def ask_open(app: "Concord") -> None:
    """Ask for a workshop file and open it."""
    ask_file(app.window, "Open a workshop", KINDS, app.open_path, suggested=_folder(app))


def save_now(app: "Concord") -> None:
    """Wait until everything is on disk and say so."""
    if app.file and app.file.flush(2.0):
        app.say(f"Everything is saved in {app.file.path.name}. Each change is, as you make it.")


def save_as(app: "Concord") -> None:
    """Ask for another place and go on there, with everything kept."""
    if app.file:
        ask_file(
            app.window,
            "Save elsewhere",
            KINDS,
            lambda path: _go_on_at(app, path),
            suggested=app.file.path,
            save_suffix="concord",
        )


def share(app: "Concord") -> None:
    """Ask for a place and write a copy without history and private records."""
    if app.file:
        suggested = app.file.path.with_name(f"{app.file.path.stem} (to share).concord")
        ask_file(
            app.window,
            "Copy for sharing, without history and private notes",
            KINDS,
            lambda path: _share_at(app, path),
            suggested=suggested,
            save_suffix="concord",
        )


def explain_failure(app: "Concord", path: Path, error: Exception) -> None:
    """Say why a file did not open and, if it is damaged, offer what can be saved of it."""
    if isinstance(error, DamagedFile):
        from widgets.backups import offer_rescue

        offer_rescue(app, path, error)
    if not app.workspace:
        app.show_start(str(error))
    else:
        app.say(str(error), urgent=True)


def ask_before_leaving(app: "Concord", then: Callable[[], object]) -> None:
    """Say that the disk does not have everything, and offer to save elsewhere before it is lost."""
    panel = Panel(
        app.window,
        "Not everything is saved",
        f"{app.file.status.sentence if app.file else ''} Leave now, and what is not on the disk is lost.",
    )
    for words, action, role in (
        ("Leave without it", then, "secondary"),
        ("Stay", None, "secondary"),
        ("Save elsewhere…", partial(save_as, app), "primary"),
    ):
        button = panel.add_button(words, panel.accept, role)
        if action:
            button.clicked.connect(lambda _=False, action=action: action())
    panel.open()


def unused_path(folder: Path, name: str) -> Path:
    """Give a path for a new workshop file that does not exist yet; the name is made safe."""
    safe = file_name(name, "Workshop")
    candidates = [safe, *(f"{safe} ({number})" for number in range(2, 1000))]
    return next(p for p in (folder / f"{c}.concord" for c in candidates) if not p.exists())


def _make(app: "Concord", path: Path, workshop: Workshop, step_label: str) -> None:
    if not app.is_kept:
        ask_before_leaving(app, partial(_make_instead, app, path, workshop, step_label))
        return
    try:
        opened = create(path, workshop, step_label)
    except (RuleError, OSError) as error:
        app.say(f"The workshop could not be made in {path.parent}: {error}", urgent=True)
        return
    app.adopt(opened)
    if app.workspace:  # one of the same name may have been left at another step
        app.workspace.show_step(next(iter(STEPS)))
        QTimer.singleShot(0, app.workspace, app.workspace.focus_page)
    app.say(f"This workshop is kept in {path}. Every change is saved as you make it.")


def _make_instead(app: "Concord", path: Path, workshop: Workshop, step_label: str) -> None:
    app.close_file()
    _make(app, path, workshop, step_label)


def _go_on_at(app: "Concord", path: Path) -> None:
    if not app.file:
        return
    try:
        app.file.save_as(path)
    except (RuleError, OSError) as error:
        app.say(str(error), urgent=True)
        return
    app.settings.remember_file(path)
    app.window.setWindowTitle(f"{path.stem} – Concord")
    app.say(f"The workshop now goes on in {path}.")


def _share_at(app: "Concord", path: Path) -> None:
    if not app.desk:
        return
    try:
        write_copy(public_view(app.desk.workshop), None, path)
    except (RuleError, OSError) as error:
        app.say(str(error), urgent=True)
        return
    app.say(f"A copy without history and private notes is in {path}.")


def _folder(app: "Concord") -> Path:
    recent = app.settings.recent_files()
    return recent[0].parent if recent else documents_folder()
