# SPDX-License-Identifier: MIT
"""The row above the map: which relations, how strong, and what can be added."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSlider, QWidget

from exports.exhibits import network_style as style
from exports.exhibits.network_marks import sign_points
from widgets.desk import Desk
from widgets.icons import icon
from widgets.partners.filter_menu import FilterMenu
from widgets.partners.flow import Flow
from widgets.partners.search_field import SearchField
from workshop.partners.graph import NetworkFilter, relations

_SAMPLE = QSize(24, 14)


class FilterRow(QWidget):
    """A chip for each relation with its line, the least strength, and the actions of the map."""

    filtered = Signal(object)
    """The NetworkFilter that is now chosen."""
    capabilities_shown = Signal(bool)
    adding_organization = Signal()
    adding_tie = Signal()
    measuring = Signal(bool)
    grouped = Signal(str)
    tidying = Signal()
    fitting = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._off: set[str] = set()
        self._chips: dict[str, QPushButton] = {}
        self._flow = Flow()
        self.setLayout(self._flow)
        self.search = SearchField(desk)
        self._flow.addWidget(self.search)
        self._fixed = self._actions()
        self.menu = FilterMenu(self)
        self._more = self._menu_button()
        self._strength = QSlider(Qt.Orientation.Horizontal)
        self._strength_label = QLabel()
        self._set_up_strength()
        self.follow()

    def chosen(self) -> NetworkFilter:
        """Give the filter that is set."""
        names = relations(self._desk.workshop)
        kept = frozenset(name for name in names if name not in self._off)
        relations_kept = None if len(kept) == len(names) else kept
        return self.menu.applied_to(NetworkFilter(relations_kept, self._strength.value()))

    def show_measuring(self, shown: bool) -> None:
        """Press or release the button of the measures."""
        self._fixed["measures"][0].setChecked(shown)

    def follow(self) -> None:
        """Have a chip for each relation in use, drawn as its lines are."""
        theme = self._desk.theme
        looks = style.relation_styles(relations(self._desk.workshop), theme)
        for name in [name for name in self._chips if name not in looks]:
            chip = self._chips.pop(name)
            self._flow.removeWidget(chip)
            chip.deleteLater()
            self._off.discard(name)
        for name, look in looks.items():
            if name not in self._chips:
                self._chips[name] = self._chip(name)
            self._chips[name].setIcon(QIcon(_sample(look, self.devicePixelRatioF())))
        for name, (button, sign) in self._fixed.items():
            button.setIcon(icon(sign, theme.accent if name in ("add", "tie") else theme.mute))
        self.search.follow()
        self._strength_label.setText(self._strength_words())

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(name.replace("&", "&&"))
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setIconSize(_SAMPLE)
        chip.setStyleSheet("padding: 1px 6px; min-height: 18px;")
        chip.setAccessibleName(f"Show ties of the relation {name}")
        chip.toggled.connect(lambda on, name=name: self._toggle(name, on))
        self._flow.addWidget(chip)
        return chip

    def _toggle(self, name: str, on: bool) -> None:
        (self._off.discard if on else self._off.add)(name)
        self.filtered.emit(self.chosen())

    def _actions(self) -> dict[str, tuple[QPushButton, str]]:
        made = {}
        for name, words, hint, sign, signal in (
            ("add", "Organization", "Add an organization", "plus", self.adding_organization),
            ("tie", "Tie", "Tie two organizations", "plus", self.adding_tie),
            ("tidy", "Tidy", "Lay the network out again from here (T)", "refresh-cw", self.tidying),
            ("fit", "Fit", "Show the whole network (F)", "maximize", self.fitting),
            ("measures", "Measures", "Show the measures as a table", "list-checks", self.measuring),
        ):
            button = QPushButton(words)
            button.setToolTip(hint)
            button.setStyleSheet("padding: 1px 8px; min-height: 18px;")
            button.setAccessibleName(hint)
            if name == "measures":
                button.setCheckable(True)
                button.toggled.connect(signal)
            else:
                button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            self._flow.addWidget(button)
            made[name] = (button, sign)
        return made

    def _menu_button(self) -> QPushButton:
        button = QPushButton("Status, direction, areas")
        button.setStyleSheet("padding: 1px 8px; min-height: 18px;")
        button.setAccessibleName("Filter by status and direction, and show groups as areas")
        button.setMenu(self.menu)
        self.menu.changed.connect(lambda: self.filtered.emit(self.chosen()))
        self.menu.grouped.connect(self.grouped)
        self._flow.addWidget(button)
        return button

    def _set_up_strength(self) -> None:
        self._strength.setRange(0, 5)
        self._strength.setFixedWidth(90)
        self._strength.setAccessibleName("Least strength of the ties shown, 0 to 5")
        self._strength.valueChanged.connect(self._change_strength)
        self._strength_label.setProperty("role", "mute")
        self._strength_label.setFixedWidth(
            self.fontMetrics().horizontalAdvance("strength 5 or more")
        )
        box = QCheckBox("Capabilities")
        box.setToolTip("Show what is needed, and who could cover it")
        box.toggled.connect(self.capabilities_shown)
        for widget in (self._strength, self._strength_label, box):
            widget.setFixedHeight(24)
            self._flow.addWidget(widget)

    def _change_strength(self) -> None:
        self._strength_label.setText(self._strength_words())
        self.filtered.emit(self.chosen())

    def _strength_words(self) -> str:
        value = self._strength.value()
        return f"strength {value} or more" if value else "any strength"


def _sample(look: style.RelationStyle, ratio: float) -> QPixmap:
    """Draw a short line as the map draws this relation."""
    picture = QPixmap(_SAMPLE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = _SAMPLE.height() / 2
    painter.setPen(QPen(QColor(look.color), 3))
    painter.drawLine(QPointF(0, middle), QPointF(_SAMPLE.width(), middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.color))
    corners = sign_points(look.sign, _SAMPLE.width() / 2, middle, 4.5)
    if look.sign == "dot":
        painter.drawEllipse(QRectF(_SAMPLE.width() / 2 - 4.5, middle - 4.5, 9, 9))
    elif corners:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.end()
    return picture
