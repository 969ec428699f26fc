# SPDX-License-Identifier: MIT
"""Lets what can wait come in a turn of its own: below the first view, or beside the page.

Qt styles and lays out a widget when it is first shown, which takes most of the time of a visit; a
page that shows all its cards at once would hold up the window for as long as all take together.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

_TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Late(QWidget):
    """Holds a card out of view until its turn has come; from then on it is there if the card is."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self._card, self._has_come = card, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.hide()
        card.installEventFilter(self)

    def come(self) -> None:
        """Let the card be seen from now on, unless the page has hidden it."""
        self._has_come = True
        self._follow()

    def _follow(self) -> None:
        card = self._card
        is_put_away = card.isHidden() and card.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        )
        self.setVisible(not is_put_away)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the card when the page shows or hides it."""
        if self._has_come and watched is self._card and event.type() in _TURNS:
            self._follow()
        return super().eventFilter(watched, event)


class AfterPaint(QObject):
    """Does something in the turn after a widget has next been painted; once, however often asked.

    A timer alone would not do: Qt lets timers go before the paint of a window just shown.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._act, self._is_asked = widget, act, False

    def ask(self) -> None:
        """Let it be done; for a widget out of sight that is once it is seen."""
        if not self._is_asked:
            self._is_asked = True
            self._widget.installEventFilter(self)
        self._widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the turn with the paint."""
        if event.type() == QEvent.Type.Paint:
            self._is_asked = False
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._act)
        return super().eventFilter(watched, event)
