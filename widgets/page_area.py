# SPDX-License-Identifier: MIT
"""The frame in which a page scrolls, and which keeps still what somebody is working on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

PAGE_MARGIN = 24


class PageArea(QScrollArea):
    """Scrolls a page with margins around it, and knows which page that is.

    The bar takes its room from the margin, so a page is as wide with it as without, and nothing on
    it is drawn twice. What grows above the card that has the focus, as a chart does with the first
    vote, scrolls off instead of pushing that card from under the hand.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page, holder = page, _Holder(self)
        self._held: QWidget | None = None
        self._top = 0
        self._around = QVBoxLayout(holder)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "canvas")
        self.verticalScrollBar().valueChanged.connect(self._note)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def fill(self) -> None:
        """Take the page in, once the area has its own place."""
        self._around.addWidget(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.width() - event.size().width()
        self._around.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN - bar, 20)
        super().resizeEvent(event)

    def page(self) -> QWidget:
        """Give the page."""
        return self._page

    def keep_still(self) -> None:
        """Scroll by as much as the card with the focus has moved."""
        if self._held is not None and not isValid(self._held):
            self._held = None
        if self._held is not None and self.isVisible():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(self._held) - self._top)
            self._note()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._page.isAncestorOf(now):
            return  # an editor that closes leaves the focus to nobody for a moment
        card: QWidget | None = now
        while card is not None and card.parentWidget() is not self._page:
            card = card.parentWidget()
        if card is not self._held:  # else a move of the same card that is still to be made good
            self._held = card
            self._note()

    def _note(self) -> None:
        if self._held is not None and isValid(self._held):
            self._top = self._top_of(self._held)

    def _top_of(self, card: QWidget) -> int:
        return card.y() + self._page.y() - self.verticalScrollBar().value()


class _Holder(QWidget):
    """What scrolls; it tells the area once all in it has its new place."""

    def __init__(self, area: PageArea) -> None:
        super().__init__()
        self._area = area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._area.keep_still()
