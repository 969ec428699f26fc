# SPDX-License-Identifier: MIT
"""One sentence at a time, in the window, never in the way: what happened and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from widgets.reading.aloud import announce

SHOWN_FOR_MS = 9000


class MessageBar(QFrame):
    """Shows a sentence, with at most one thing to do about it; urgent ones stay until closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._act = QPushButton()
        self._act.setProperty("role", "quiet")
        self._act.clicked.connect(self._run)
        self._close = QPushButton("Close")
        self._close.setProperty("role", "quiet")
        self._close.clicked.connect(self.hide)
        self._what: Callable[[], object] | None = None
        self._hide_later = QTimer(self)
        self._hide_later.setSingleShot(True)
        self._hide_later.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self,
        sentence: str,
        verb: str = "",
        action: Callable[[], object] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Show a sentence and, with a verb, the one button that acts on it; "" says it is over."""
        if not sentence:
            self.hide()
            return
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._act.setText(verb)
        self._act.setVisible(bool(verb))
        self._what = action
        self.setProperty("urgent", urgent)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self, sentence, urgent=urgent)
        if urgent:
            self._hide_later.stop()
        else:
            self._hide_later.start(SHOWN_FOR_MS)

    def _run(self) -> None:
        self.hide()
        if self._what:
            self._what()
