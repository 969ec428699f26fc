# SPDX-License-Identifier: MIT
"""The only place that builds the parts of the app and connects them."""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from resources.theme import DARK, LIGHT, THEMES, Theme
from widgets import mistakes
from widgets.collector import Collector
from widgets.desk import Desk
from widgets.forms.undo_keys import UndoKeys
from widgets.main_window import MainWindow
from widgets.press_keys import PressKeys
from widgets.reading.aloud import listen
from widgets.settings import Settings
from widgets.style import application, begin, dress
from widgets.warming import Warming
from widgets.work import SWITCH_SECONDS, end_all
from widgets.workspace import Workspace
from workshop.storage.errors import FileError
from workshop.storage.open_file import OpenFile
from workshop.storage.workshop_file import open_file
from workshop.storage.writer import SaveStatus

if TYPE_CHECKING:
    from widgets.room.projector import Projector

HOUR_MS = 3_600_000
SOON_MS = 2_000
"""How long after opening the first backup is made, so that the window comes first."""
SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
Handler = Callable[[], object]

LATE = {
    "new": ("widgets.files", "new"),
    "open": ("widgets.files", "ask_open"),
    "save": ("widgets.files", "save_now"),
    "save_as": ("widgets.files", "save_as"),
    "share": ("widgets.files", "share"),
    "backups": ("widgets.backups", "show_backups"),
    "timeline": ("widgets.timeline", "show_timeline"),
    "capture": ("widgets.capture", "show_capture"),
    "find": ("widgets.find", "show_find"),
    "preferences": ("widgets.preferences", "show_preferences"),
    "import": ("widgets.exchange.importing", "ask_import"),
    "pdf": ("widgets.exchange.exporting", "ask_pdf"),
    "workbook": ("widgets.exchange.exporting", "ask_workbook"),
    "template": ("widgets.exchange.exporting", "ask_template"),
    "network_file": ("widgets.exchange.exporting", "ask_network"),
    "json": ("widgets.exchange.exporting", "ask_json"),
    "room": ("widgets.room.verbs", "show"),
    "room_hide": ("widgets.room.verbs", "clear"),
    "swap": ("widgets.room.verbs", "swap"),
    "room_next": ("widgets.room.verbs", "next_page"),
    "room_previous": ("widgets.room.verbs", "previous_page"),
    "help": ("widgets.help.reader", "show_help"),
    "shortcuts": ("widgets.help.shortcuts", "show_shortcuts"),
    "about": ("widgets.help.about", "show_about"),
}
"""Verbs whose module is imported when first used: module and function, called with the app."""


def run(path: Path | None = None) -> int:
    """Open the window on a workshop file, or on the start page; give the exit status."""
    app = application()
    concord = Concord(app, Settings())
    collector = Collector(concord)
    sys.excepthook = concord.confess
    sys.setswitchinterval(SWITCH_SECONDS)
    if path is None:
        concord.show_start()
    else:
        concord.open_path(path)  # a refusal is said on the start page
    concord.window.show()
    Warming(concord).ended.connect(collector.spare_what_is_there)
    status = app.exec()
    end_all()
    return status


class Concord(QObject):
    """The running app: one window, at most one open workshop."""

    status_came = Signal(object)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self.app, self.settings = app, settings
        app.setApplicationName("Concord")
        app.setQuitOnLastWindowClosed(False)
        self.file: OpenFile | None = None
        self.desk: Desk | None = None
        self.projector: Projector | None = None
        begin(app, self.theme, self._text_scale)
        listen()
        self._press_keys = PressKeys(app)
        self.window = MainWindow(settings, self._handlers())
        self.window.may_close = self._may_close
        self.window.closing.connect(self.quit)
        self.status_came.connect(self._show_status)
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR_MS)
        self._hourly.timeout.connect(self._back_up)
        self._hourly.start()
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._back_up)

    @property
    def workspace(self) -> Workspace | None:
        """The open workshop's part of the window."""
        return self.window.workspace

    @property
    def theme(self) -> Theme:
        """The theme in force: the one chosen, or the one the system prefers."""
        dark = self.app.styleHints().colorScheme().name == "Dark"
        return THEMES.get(self.settings.text("theme")) or (DARK if dark else LIGHT)

    @property
    def _text_scale(self) -> float:
        return SCALES[min(max(0, self.settings.number("scale", 1)), len(SCALES) - 1)]

    def dress(self) -> None:
        """Give the app the theme and the text size that are set.

        Letting go of pages, the new look of the rest and painting all anew have turns of their own;
        nothing is seen half changed.
        """
        if self.workspace and self.workspace.forget_other_pages():
            QTimer.singleShot(0, self, self.dress)
        else:
            self._put_on()

    def _put_on(self) -> None:
        self.window.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._show_look)  # first: what fails leaves no window blank
        dress(self.app, self.window, self.theme, self._text_scale)

    def _show_look(self) -> None:
        try:
            if self.desk:
                self.desk.set_theme(self.theme)
        finally:
            self.window.setUpdatesEnabled(True)

    def say(
        self, sentence: str, verb: str = "", action: Handler | None = None, *, urgent: bool = False
    ) -> None:
        """Say a sentence in the window, with at most one thing to do about it."""
        if self.workspace:
            self.workspace.messages.say(sentence, verb, action, urgent=urgent)
        else:
            self.show_start(sentence)

    def confess(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        """Say that something of the app's own went wrong, and go on."""
        mistakes.confess(self, kind, error)

    def say_trouble(self, sentence: str) -> None:
        """Say that the disk does not have everything, and offer to save elsewhere."""
        elsewhere = "Save elsewhere…"
        self.say(sentence, elsewhere, lambda: self.use("widgets.files", "save_as"), urgent=True)

    def show_start(self, sentence: str = "") -> None:
        """Show the start page, with a sentence if something is to be said."""
        from widgets.start_page import StartPage
        from workshop.interchange.templates import templates

        page = StartPage(templates(), self.settings.recent_files(), sentence)
        page.new_asked.connect(lambda key: self.use("widgets.files", "make_new", key))
        page.sample_asked.connect(lambda: self.use("widgets.files", "open_sample"))
        page.open_asked.connect(
            lambda name: (
                self.open_path(Path(name)) if name else self.use("widgets.files", "ask_open")
            )
        )
        self.window.show_start(page)
        dress(self.app, self.window, self.theme, self._text_scale)

    def open_path(self, path: Path, *, take_over: bool = False) -> bool:
        """Open a workshop file; if that fails, say why and keep what is open now."""
        if not self.is_kept:
            self.use("widgets.files", "ask_before_leaving", lambda: self._open_instead(path))
            return False
        try:
            opened = open_file(path, take_over=take_over)
        except (FileError, OSError) as error:
            self.use("widgets.files", "explain_failure", path, error)
            return False
        self.adopt(opened)
        return True

    def adopt(self, opened: OpenFile) -> None:
        """Make an opened file the one in the window."""
        self.close_file()
        self.file, self.desk = opened, Desk(opened.document, self.theme)
        UndoKeys(self.desk)
        workspace = self.window.show_workshop(self.desk, opened.path.stem)
        workspace.step_shown.connect(self._remember_step)
        opened.on_status(self.status_came.emit)
        self._show_status(opened.status)
        self._soon.start()
        self.settings.remember_file(opened.path)
        mistakes.show_where_it_was_left(self, workspace)
        dress(self.app, self.window, self.theme, self._text_scale)
        if opened.can_be_taken_over:
            sentence = f"{opened.read_only_because} Work on it here only if it is closed there."
            self.say(
                sentence, "Work on it here", partial(self._take_over, opened.path), urgent=True
            )
        elif opened.read_only_because:
            self.say(opened.read_only_because, urgent=True)

    def close_file(self) -> None:
        """Save and let go of the open workshop."""
        self._soon.stop()
        if self.projector:
            self.projector.close()
            self.projector = None
        if self.desk:
            self.desk.close()
            self.desk = None
        if self.file:
            self.file.close()
            self.file = None

    @property
    def is_kept(self) -> bool:
        """Whether the disk has all of the open workshop, so that letting go of it loses nothing."""
        return self.file is None or self.file.flush(2.0)

    def close_workshop(self) -> None:
        """Close the workshop and show the start page; what the disk refuses is not given up unasked."""
        if self.is_kept:
            self._to_start()
        else:
            self.use("widgets.files", "ask_before_leaving", self._to_start)

    def _to_start(self) -> None:
        self.close_file()
        self.show_start()

    def _take_over(self, path: Path) -> None:
        self.open_path(path, take_over=True)

    def _open_instead(self, path: Path) -> None:
        self._to_start()
        self.open_path(path)

    def _may_close(self) -> bool:
        if self.is_kept:
            return True
        self.use("widgets.files", "ask_before_leaving", self.quit)
        return False

    def quit(self) -> None:
        """Save, remember the furniture and end."""
        self.close_file()
        self.settings.remember("window", self.window.saveGeometry())
        self.settings.flush()
        self.app.quit()

    def use(self, module: str, function: str, *arguments: object) -> None:
        """Import a module now and call its function with the app and these arguments."""
        getattr(import_module(module), function)(self, *arguments)

    def _handlers(self) -> dict[str, Handler]:
        handlers: dict[str, Handler] = {
            key: lambda target=target: self.use(*target)  # type: ignore[misc]  # a default that binds
            for key, target in LATE.items()
        }
        return handlers | {
            "close": self.close_workshop,
            "quit": self.window_close,
            "undo": self._undo,
            "redo": self._redo,
            "next": lambda: self._move_along(1),
            "previous": lambda: self._move_along(-1),
            "other_side": self._change_sides,
            "timer": self._toggle_timer,
            "script": lambda: self.window.toggle_script(),
            "theme": self._toggle_theme,
            "larger": lambda: self._scale(1),
            "smaller": lambda: self._scale(-1),
        }

    def _undo(self) -> None:
        if self.desk:
            self.desk.undo()

    def _redo(self) -> None:
        if self.desk:
            self.desk.redo()

    def _move_along(self, distance: int) -> None:
        if self.workspace:
            self.workspace.move_along(distance)

    def _change_sides(self) -> None:
        if self.workspace:
            self.workspace.change_sides()

    def _toggle_timer(self) -> None:
        if self.workspace:
            self.workspace.timer.toggle()

    def window_close(self) -> None:
        """Close the window as its own button does."""
        self.window.close()

    def _toggle_theme(self) -> None:
        self.settings.remember("theme", "light" if self.theme is DARK else "dark")
        self.dress()

    def _scale(self, by: int) -> None:
        place = min(max(0, self.settings.number("scale", 1) + by), len(SCALES) - 1)
        self.settings.remember("scale", place)
        self.dress()

    def _remember_step(self, key: str) -> None:
        if self.file:
            self.settings.remember(f"step/{self.file.path.stem}", key)

    def _show_status(self, status: SaveStatus) -> None:
        if self.workspace:
            line, is_read_only = (
                self.workspace.status,
                bool(self.file and self.file.read_only_because),
            )
            was_failing = line.is_failing
            line.show_saved("Only for reading." if is_read_only else status.sentence, status)
            if status.trouble:
                self.say_trouble(status.sentence)
            elif was_failing and status.saved:
                self.say("The disk takes changes again. All changes are saved.")

    def _back_up(self) -> None:
        if self.file:
            self.use("widgets.backups", "make_backup")
