# SPDX-License-Identifier: MIT
"""What every page and panel is given to work with: the document, the theme, and a voice."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from resources.theme import LIGHT, Theme
from workshop.document import Document, Edit
from workshop.history import Step
from workshop.ids import Id
from workshop.record import RuleError
from workshop.state import Workshop


class Desk(QObject):
    """One open document as the widgets see it; `application.py` makes it and listens to it."""

    changed = Signal(object)
    """A Step was taken; sent once per step, after the document has its new state."""
    said = Signal(str)
    """A sentence for the message bar."""
    warned = Signal(str)
    """A sentence that stays in the message bar until it is closed, such as why nothing was saved."""
    theme_changed = Signal()
    looked = Signal()
    """A page shows something else than before; a room that watches the page is to follow."""
    closed = Signal()
    """The document is let go of; what holds files or threads for it lets go, too."""
    asked_to_go = Signal(str, str)
    """Go to the step of the path with this key and select the record with this id (may be "")."""

    def __init__(self, document: Document, theme: Theme = LIGHT) -> None:
        super().__init__()
        self.document = document
        self.theme = theme
        self._unsubscribe = document.subscribe(self.changed.emit)

    @property
    def workshop(self) -> Workshop:
        """The current state."""
        return self.document.workshop

    def apply(self, edit: Edit, label: str, merge_key: object = None) -> Step | None:
        """Apply an edit; a broken rule is said in the message bar and nothing has changed."""
        return self._said_if_refused(lambda: self.document.apply(edit, label, merge_key))

    def undo(self) -> Step | None:
        """Take back the latest step and say in the message bar which, or why it cannot be."""
        return self._told("Undone", self._said_if_refused(self.document.undo))

    def redo(self) -> Step | None:
        """Bring back the step that was undone last, in the same way."""
        return self._told("Redone", self._said_if_refused(self.document.redo))

    def _told(self, what: str, step: Step | None) -> Step | None:
        if step is not None:  # which may not concern the page that is shown
            self.said.emit(f"{what}: {step.label}.")
        return step

    def _said_if_refused(self, verb: Callable[[], Step | None]) -> Step | None:
        try:
            return verb()
        except RuleError as broken:
            self.said.emit(str(broken))
            return None

    def set_theme(self, theme: Theme) -> None:
        """Change the theme of everything."""
        self.theme = theme
        self.theme_changed.emit()

    def go(self, step_key: str, id: Id = "") -> None:
        """Ask the window to show a step of the path, with a record selected."""
        self.asked_to_go.emit(step_key, id)

    def close(self) -> None:
        """Stop listening to the document."""
        self._unsubscribe()
        self.closed.emit()
