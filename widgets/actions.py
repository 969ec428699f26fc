# SPDX-License-Identifier: MIT
"""Every verb of the app, once: its words, its keys and its place in the menu."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Needs = Literal["nothing", "workshop", "writing"]


class Verb(NamedTuple):
    """Something the user can do anywhere in the app."""

    key: str
    text: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    needs: Needs = "nothing"


VERBS = (
    Verb("new", "New workshop…", "File", ("Ctrl+N",)),
    Verb("open", "Open…", "File", ("Ctrl+O",)),
    Verb("save", "Save now", "File", ("Ctrl+S",), "workshop"),
    Verb("save_as", "Save elsewhere…", "File", ("Ctrl+Shift+S",), "workshop"),
    Verb("share", "Copy for sharing…", "File", (), "workshop"),
    Verb("close", "Close workshop", "File", ("Ctrl+W",), "workshop"),
    Verb("quit", "Quit", "File", ("Ctrl+Q",)),
    Verb("undo", "Undo", "Edit", ("Ctrl+Z",), "writing"),
    Verb("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "writing"),
    Verb("capture", "Add anything…", "Edit", ("Ctrl+K",), "writing"),
    Verb("find", "Find anything…", "Edit", ("Ctrl+F",), "workshop"),
    Verb("timeline", "Timeline…", "Edit", ("Ctrl+H",), "workshop"),
    Verb("backups", "Restore a backup…", "Edit", (), "workshop"),
    Verb("preferences", "Preferences…", "Edit", ("Ctrl+,",)),
    Verb("import", "Import…", "Exchange", ("Ctrl+I",), "writing"),
    Verb("pdf", "PDF of what we agreed…", "Exchange", ("Ctrl+P",), "workshop"),
    Verb("workbook", "Spreadsheet of everything…", "Exchange", (), "workshop"),
    Verb("template", "Blank spreadsheet to send round…", "Exchange"),
    Verb("network_file", "Network as file or picture…", "Exchange", (), "workshop"),
    Verb("json", "Everything as JSON…", "Exchange", (), "workshop"),
    Verb("next", "Next step", "View", ("Ctrl+PgDown",), "workshop"),
    Verb("previous", "Previous step", "View", ("Ctrl+PgUp",), "workshop"),
    Verb("other_side", "To the page, or to the path", "View", ("F6",), "workshop"),
    Verb("script", "Facilitator's script", "View", ("F9",), "workshop"),
    Verb("theme", "Light or dark", "View", ("Ctrl+Shift+L",)),
    Verb("larger", "Larger text", "View", ("Ctrl++", "Ctrl+=")),
    Verb("smaller", "Smaller text", "View", ("Ctrl+-",)),
    Verb("room", "Show to room", "Room", ("F5",), "workshop"),
    Verb("room_hide", "Clear the room screen", "Room", ("Shift+F5",), "workshop"),
    Verb("swap", "Swap screens", "Room", ("Ctrl+F5",), "workshop"),
    Verb("room_next", "Next page in the room", "Room", ("Alt+PgDown",), "workshop"),
    Verb("room_previous", "Previous page in the room", "Room", ("Alt+PgUp",), "workshop"),
    Verb("timer", "Start or pause the timer", "Room", ("Ctrl+T",), "workshop"),
    Verb("help", "Help", "Help", ("F1",)),
    Verb("shortcuts", "Keyboard shortcuts", "Help", ("Ctrl+/",)),
    Verb("about", "About Concord", "Help"),
)


def make_actions(
    owner: QWidget, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make an action for each verb and connect it to the handler of its key."""
    actions = {}
    for verb in VERBS:
        action = QAction(verb.text, owner)
        action.setShortcuts([QKeySequence(keys) for keys in verb.shortcuts])
        action.setData(verb)
        action.triggered.connect(lambda _=False, handler=handlers[verb.key]: handler())
        owner.addAction(action)
        actions[verb.key] = action
    return actions


def fill_menu(menu: QMenu, actions: Mapping[str, QAction]) -> None:
    """Put all actions into submenus, in the order of the verbs."""
    submenus: dict[str, QMenu] = {}
    for verb in VERBS:
        if verb.menu not in submenus:
            submenus[verb.menu] = menu.addMenu(verb.menu)
        submenus[verb.menu].addAction(actions[verb.key])


def allow(actions: Mapping[str, QAction], *, workshop: bool, writing: bool) -> None:
    """Enable the actions that make sense now."""
    for action in actions.values():
        needs = action.data().needs
        action.setEnabled(needs == "nothing" or (workshop if needs == "workshop" else writing))
