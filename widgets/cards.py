# SPDX-License-Identifier: MIT
"""Cards: the paper on the canvas that pages are laid out from."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.theme import Theme
from widgets.desk import Desk
from widgets.icons import icon
from workshop.ids import Id
from workshop.record import Record

if TYPE_CHECKING:
    from exports.exhibits.exhibit import Exhibit, Look

    Draw = Callable[[Look, tuple[float, float], int], Exhibit]


_QUIET_AIR = 12
"""What a quiet button has beside its words, in pixels."""


class _Buttons(QHBoxLayout):
    """Buttons in a line; words without a frame begin where the title does, not where a frame would."""

    outdent = 0

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(-self.outdent, 0, 0, 0))


class Card(QFrame):
    """A card with a title that states what is found, and room for actions beside it."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title, self.subtitle = QLabel(title), QLabel()
        self.title.setProperty("role", "finding")
        self.subtitle.setProperty("role", "mute")
        for label in (self.title, self.subtitle):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        show_if(bool(title), self.title)
        self.subtitle.hide()
        self.buttons = _Buttons()
        self.buttons.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.title, 1)
        self._head.addLayout(self.buttons)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(18, 14, 18, 16)
        self.content.setSpacing(6)
        self.content.addLayout(self._head)
        self.content.addWidget(self.subtitle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_head()

    def _turn_head(self) -> None:
        """Put the buttons below the title where they would leave it less than half of the line."""
        margins = self.content.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        under = 2 * self.buttons.sizeHint().width() > room > 0
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if under else directions.LeftToRight)
        self._head.setAlignment(
            self.buttons, Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag(0)
        )
        first = next(iter(shown_in(self.buttons)), None)
        is_quiet = first is not None and first.property("role") == "quiet"
        self.buttons.outdent = _QUIET_AIR if under and is_quiet else 0

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget below what the card holds."""
        self.content.addWidget(widget, stretch)
        return widget

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Show a title and a line below it; empty ones take no room."""
        for label, text in ((self.title, title), (self.subtitle, subtitle)):
            label.setText(text)
            label.setVisible(bool(text))

    def add_action(
        self, text: str, action: Callable[[], object], role: str = "quiet"
    ) -> QPushButton:
        """Add a small button to the head of the card."""
        button = QPushButton(text)
        button.setProperty("role", role)
        button.clicked.connect(lambda _=False: action())
        self.buttons.addWidget(button)
        return button


class ExhibitCard(Card):
    """A card that shows an exhibit under the title the exhibit gives itself; pages can be turned.

    One that takes long to draw is drawn `beside` the window, on a worker.
    """

    def __init__(
        self,
        desk: Desk,
        draw: "Draw",
        kinds: Collection[type[Record]] = (),
        *,
        beside: bool = False,
    ) -> None:
        super().__init__()
        from exports.exhibits.exhibit import Look
        from widgets.exhibits.view import ExhibitView

        self._desk, self._draw, self.page = desk, draw, 0
        self._look = Look
        self._turn_back = self.add_action("", lambda: self.turn(-1))
        self._turn_on = self.add_action("", lambda: self.turn(1))
        for button, name in ((self._turn_back, "Page before"), (self._turn_on, "Next page")):
            button.setAccessibleName(name)
            button.setToolTip(name)
        desk.theme_changed.connect(self._tint)
        self._tint()
        prepare = self._prepare if beside else None
        self.view: ExhibitView = ExhibitView(desk, self._make, kinds, beside=prepare)
        self.view.redrawn.connect(self._show_title)
        self.add(self.view)
        self._show_turners(1)

    def show_drawn_by(self, draw: "Draw") -> None:
        """Show another exhibit, from its first page."""
        self._draw, self.page = draw, 0
        self.view.refresh()

    def _tint(self) -> None:
        self._turn_back.setIcon(icon("chevron-left", self._desk.theme.accent))
        self._turn_on.setIcon(icon("chevron-right", self._desk.theme.accent))

    def turn(self, pages: int) -> None:
        """Go to another page of the exhibit."""
        count = self.view.exhibit.pages if self.view.exhibit else 1
        self.page = min(max(0, self.page + pages), count - 1)
        self.view.refresh()

    def turn_to(self, role: str, id: Id) -> None:
        """Turn to the page that holds an area, and move the focus ring there."""
        size = float(self.view.width()), 100_000.0
        for page in range(self.view.exhibit.pages if self.view.exhibit else 1):
            self.page = page
            areas = self._make(size, self._desk.theme).areas
            area = next((each for each in areas if (each.role, each.id) == (role, id)), None)
            if area is not None:
                self.view.choose(area)
                break
        self.view.refresh()

    def _make(self, size: tuple[float, float], theme: Theme) -> "Exhibit":
        return self._prepare(size, theme)()

    def _prepare(self, size: tuple[float, float], theme: Theme) -> Callable[[], "Exhibit"]:
        text = self.fontInfo().pixelSize() * 0.93
        return partial(self._draw, self._look(theme, text), size, self.page)

    def _show_title(self, exhibit: "Exhibit") -> None:
        self.show_words(exhibit.title, exhibit.subtitle)
        self._show_turners(exhibit.pages)

    def _show_turners(self, pages: int) -> None:
        for button in (self._turn_back, self._turn_on):
            button.setVisible(pages > 1)


def shown_in(layout: QLayout) -> Iterator[QWidget]:
    """Give the widgets of a layout that are not hidden, in its order."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        if widget is not None and not widget.isHidden():
            yield widget


def show_if(wanted: bool, *widgets: QWidget) -> None:
    """Show or hide widgets; one that was never hidden is left to appear with the page it is on.

    Qt styles a widget when it is shown, also while its page is being built, and from then on anew
    each time that it, or what it is in, is put into another one.
    """
    for widget in widgets:
        parent = widget.parentWidget()
        is_in_view = parent is not None and parent.isVisible()
        was_hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if not wanted or is_in_view or was_hidden:
            widget.setVisible(wanted)


def column(*widgets: QWidget, stretch_last: bool = False) -> QWidget:
    """Give a widget with these below each other."""
    return _arranged(QVBoxLayout(), widgets, stretch_last)


def row(*widgets: QWidget) -> QWidget:
    """Give a widget with these beside each other, equally wide."""
    made = _arranged(QHBoxLayout(), widgets, True)
    layout = made.layout()
    assert isinstance(layout, QHBoxLayout)
    for place in range(len(widgets)):
        layout.setStretch(place, 1)
    return made


def _arranged(
    layout: QVBoxLayout | QHBoxLayout, widgets: tuple[QWidget, ...], fill: bool
) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    for widget in widgets:
        layout.addWidget(widget)
    if not fill:
        layout.addStretch(1)
    holder.setLayout(layout)
    return holder
