# SPDX-License-Identifier: MIT
"""The card of what is selected, answered or asked: beside the map where there is room, else over it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

_ROOMY = 50
"""From so many lines of text across, the card stands beside the map for good."""
_WIDE = 13.5
"""How wide the card is, in lines of text."""
_GAP = 12


class SideCard(QFrame):
    """Widgets below each other, with a bar to scroll if need be; Escape closes it."""

    closing = Signal()

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("What is selected on the map")
        self.close_button = QPushButton("Close")
        self.close_button.setProperty("role", "quiet")
        self.close_button.setAccessibleName("Close the card over the map")
        self.close_button.clicked.connect(self.closing)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(12)
        for widget in widgets:
            self._column.addWidget(widget)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)

    def put_before(self, other: QWidget, widget: QWidget) -> None:
        """Put a widget above another one."""
        self._column.insertWidget(self._column.indexOf(other), widget)

    def wanted_height(self, width: int) -> int:
        """Give the height at which nothing has to be scrolled."""
        high = self._column.heightForWidth(width - 2)
        return (high if high > 0 else self._column.sizeHint().height()) + 2

    def least_width(self) -> int:
        """Give the width below which something would be cut."""
        return self._column.minimumSize().width() + 20

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closing.emit()
        else:
            super().keyPressEvent(event)


class BesideOrOver(QWidget):
    """Lays out a page and its side card by the room there is."""

    def __init__(self, page: QWidget, side: SideCard, clear: QWidget) -> None:
        """`clear` is the part of the page, at its top, that the card never covers."""
        super().__init__()
        self._page, self.side, self._clear = page, side, clear
        self._to_left = False
        self._wanted, self._allowed = False, True
        page.setParent(self)
        side.setParent(self)
        self.setMinimumHeight(page.minimumSizeHint().height())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.lay_out)
        side.installEventFilter(self)

    @property
    def beside(self) -> bool:
        """Whether the card has a place of its own."""
        return self.width() >= _ROOMY * self.fontMetrics().height()

    def want(self, shown: bool, *, left: bool = False) -> None:
        """Show the card, or put it away if it has no place of its own; left or right over the page."""
        self._wanted, self._to_left = shown, left
        self.lay_out()

    def allow(self, allowed: bool) -> None:
        """Say whether there is anything the card could be about."""
        self._allowed = allowed

    def lay_out(self) -> None:
        """Place both."""
        whole, side = self.rect(), self.side
        wide = min(
            max(round(_WIDE * self.fontMetrics().height()), side.least_width()), whole.width()
        )
        side.close_button.setVisible(not self.beside)
        side.setVisible(self._allowed and (self.beside or self._wanted))
        if self.beside and self._allowed:
            self._page.setGeometry(whole.adjusted(0, 0, -wide - _GAP, 0))
            side.setGeometry(QRect(whole.right() - wide + 1, 0, wide, whole.height()))
            return
        self._page.setGeometry(whole)
        top = self._clear.mapTo(self, self._clear.rect().bottomLeft()).y() + 6
        high = min(side.wanted_height(wide), whole.height() - top - _GAP)
        left = _GAP if self._to_left else whole.width() - wide - _GAP
        side.setGeometry(QRect(max(left, 0), top, wide, high))
        side.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is shown in the card."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both anew."""
        self.lay_out()
