# SPDX-License-Identifier: MIT
"""Lets what stands below the first view of a page appear in a turn of its own.

Qt styles and lays out a widget when it is first shown, which takes most of the time of a visit; a
page that shows all its cards at once would hold up the window for as long as all take together.
"""

from PySide6.QtCore import QEvent, QObject, Qt
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
