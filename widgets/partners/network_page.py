# SPDX-License-Identifier: MIT
"""The step of the partner network: the map, its filters, what is selected, and the questions."""

from functools import cached_property, partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from widgets.choice_chips import ChoiceChips
from widgets.desk import Desk
from widgets.pages import Exposure
from widgets.partners.map_bar import MapBar
from widgets.partners.map_verbs import delete_selected, keep_places, tidy
from widgets.partners.measures_table import MeasuresTable
from widgets.partners.name_field import edit_name
from widgets.partners.network_map import NetworkMap
from widgets.partners.node_panel import NodePanel
from widgets.partners.question_row import QuestionRow
from widgets.partners.side_card import BesideOrOver, SideCard
from widgets.partners.tie_field import TieField
from widgets.partners.time_row import TimeRow
from widgets.partners.view_boards import BOARD_OF, VIEWS, ViewBoards
from workshop import edits
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.partners.arrangements import why_not
from workshop.partners.edits import connect
from workshop.partners.graph import relations
from workshop.partners.questions import Answer
from workshop.partners.records import Tie
from workshop.partners.scene import EVERYTHING_SHOWN, Scene
from workshop.prepare.records import Organization
from workshop.prepare.vocabulary import words_for

_NEW = "New organization"
_PAUSE = 120
"""Milliseconds after which a room that sees the network follows; a slider is not chased."""


def build(desk: Desk) -> QWidget:
    """Build the page of the step."""
    return NetworkPage(desk)


class NetworkPage(QWidget):
    """Looks at, moves, ties and questions the network of partners."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._relation = ""
        self._into = False
        self._tell_room = QTimer(self, interval=_PAUSE, singleShot=True)
        self._tell_room.timeout.connect(desk.looked)
        self.map = NetworkMap(desk)
        self.filters = MapBar(desk)
        self.questions = QuestionRow(desk)
        self.tie_field = TieField(desk)
        self.measures = MeasuresTable(desk)
        self.begin = QPushButton("Add an organization", self.map)
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self.add_organization)
        self.views = ChoiceChips("What the page shows of the network")
        self.time = TimeRow(desk)
        self.boards = ViewBoards(desk, self.map, self.measures)
        self._lay_out()
        self.views.chosen.connect(self.turn_to)
        self.time.moved.connect(self._look)
        self.map.selection_changed.connect(self._show_selection)
        self.map.tie_asked.connect(self.add_tie)
        self.map.looked_into.connect(self._look_into)
        self.filters.filtered.connect(self._look)
        self.filters.menu.capabilities_shown.connect(partial(self._show_with, "capabilities"))
        self.filters.search.found.connect(self._find)
        self.filters.arrange.grouped.connect(partial(self._show_with, "grouped_by"))
        self.filters.arrange.arranged.connect(self._arrange)
        self.filters.arrange.tidying.connect(partial(tidy, self.map))
        self.filters.arrange.keeping.connect(self._keep_places)
        self.filters.asking.connect(self._show_card)
        self.filters.measuring.connect(self._show_measures)
        self.filters.adding_tie.connect(self._begin_tie)
        self.tie_field.tie_asked.connect(self.add_tie)
        self.tie_field.closed.connect(self._end_tie)
        self.filters.adding_organization.connect(self.add_organization)
        self.filters.fitting.connect(self.map.fit)
        self.questions.tie_chosen.connect(self._go_to_tie)
        self.questions.answered.connect(self._light)
        desk.changed.connect(self._follow)
        desk.theme_changed.connect(self.filters.follow)

    @cached_property
    def panel(self) -> NodePanel:
        """What is known of what is selected; built when something first is."""
        panel = NodePanel(self._desk)
        panel.tie_chosen.connect(self._go_to_tie)
        panel.removing.connect(partial(delete_selected, self.map))
        self.sides.side.put_before(self.questions, panel)
        return panel

    def select(self, id: Id) -> None:
        """Fly to an organization or a tie and select it; the key of a view turns to that."""
        if id in dict(VIEWS):
            self.turn_to(id)
            return
        self.turn_to("relations")
        self.map.arrivals.when_ready(partial(self._select, id))

    def _select(self, id: Id) -> None:
        tie = self._desk.workshop.of(Tie).get(id)
        if tie:
            self.map.fit([tie.source, tie.target])
            self.map.choose([], tie=id)
        else:
            self.map.fly_to(id)
        self.map.look_into()

    def _offer_beginning(self) -> None:
        """Have the one button that starts an empty map, below its words."""
        self.begin.setVisible(not self._desk.workshop.of(Organization))
        self.begin.adjustSize()
        left = (self.map.width() - self.begin.width()) // 2
        self.begin.move(left, self.map.height() // 2 + 3 * self.fontMetrics().height())

    def _go_to_tie(self, tie: Id) -> None:
        self.map.choose([], tie=tie)
        self.map.look_into()

    def _find(self, id: Id) -> None:
        self._show_measures(False)
        self.map.fly_to(id)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def exposure(self) -> Exposure:
        """Give what the room should see: the view that is on, as it is looked at."""
        if self.views.current in BOARD_OF:
            return Exposure(BOARD_OF[self.views.current])
        if self.questions.differs:
            return Exposure("conversations")
        scene = self.map.scene.asking(*self.questions.asked)
        if scene == EVERYTHING_SHOWN:
            return Exposure("network")
        return Exposure("network_scene", scene.encoded())

    def turn_to(self, view: str) -> None:
        """Show a view: the live map, with or without time, or an exhibit."""
        self.views.show_choice(view)
        is_map = view not in BOARD_OF
        if view == "time":
            self.time.follow()
        self.filters.setVisible(is_map)
        self.time.setVisible(view == "time")
        self.filters.show_measuring(False)
        if is_map:
            self.boards.show_map()
        else:
            self._put_away()
            self.boards.show_exhibit(view)
        self._look()
        self._show_card()
        self._tell_room.start()

    def _look(self) -> None:
        """Look at the ties that are chosen, at the moment that is chosen."""
        scene = self.map.scene.filtered(self.filters.chosen()).leaving("")
        scene = replace(scene, day=None, today=None)
        if self.views.current == "time":
            scene = self.time.scene(scene)
        if scene != self.map.scene:
            self.questions.filter = scene.filter
            self.questions.put_away()
            self._show(scene)
        if self.boards.measuring:
            self.measures.measure(scene.filter)

    def add_organization(self) -> None:
        """Add an organization, with its name ready to be typed on the map."""
        taken = {each.name for each in self._desk.workshop.of(Organization).values()}
        names = (_NEW if n == 1 else f"{_NEW} {n}" for n in range(1, len(taken) + 2))
        made = Organization(id=new_id(), name=next(n for n in names if n not in taken))
        if self._desk.apply(lambda workshop: edits.add(workshop, made), "Add an organization"):
            self.map.motion.stop()
            self.map.fit()
            self.map.motion.stop()
            self.map.choose([made.id])
            edit_name(self.map, made.id)

    def add_tie(self, source: Id, target: Id) -> None:
        """Tie two organizations, with the relation used last; it can be changed beside the map."""
        tie = new_id()
        edit = partial(
            connect,
            source=source,
            target=target,
            relation=self._usual_relation(source, target),
            id=tie,
        )
        if self._desk.apply(edit, "Add a tie"):
            self.map.choose([], tie=tie)
            self.map.look_into(edit=True)

    def _begin_tie(self) -> None:
        one = next(iter(self.map.selected)) if len(self.map.selected) == 1 else ""
        self.tie_field.begin(one)
        self._show_card()

    def _end_tie(self) -> None:
        self.tie_field.hide()
        self._show_card()

    def _show_measures(self, shown: bool) -> None:
        self.filters.show_measuring(shown)
        if shown:
            self.boards.show_measures()
            self.measures.measure(self.map.filter)
        elif self.boards.measuring:
            self.boards.show_map()

    def _usual_relation(self, source: Id, target: Id) -> str:
        """Give the relation used last, or the first word these two have no tie of."""
        workshop = self._desk.workshop
        ends = {source, target}
        ties = (t for t in workshop.of(Tie).values() if {t.source, t.target} == ends)
        taken = {tie.relation for tie in ties}
        last = [self._relation] if self._relation in relations(workshop) else []
        words = [*last, *relations(workshop), *words_for(workshop, "relation")]
        return next((word for word in words if word not in taken), "Other")

    def _show_selection(self) -> None:
        map, tie = self.map, self.map.selected_tie
        one = next(iter(map.selected)) if len(map.selected) == 1 else ""
        organization = one if one in self._desk.workshop.of(Organization) else ""
        self.questions.organization = organization
        if tie:
            self._relation = self._desk.workshop.get(Tie, tie).relation
            self.panel.show_tie(tie)
        elif organization:
            self.panel.show_organization(organization, map.filter)
        if "panel" in vars(self):
            self.panel.setVisible(bool(tie or organization))
        if not tie and not map.selected:
            self._into = False
        self._show_card()

    def _light(self, answer: Answer | None) -> None:
        self.map.light(answer.nodes if answer and answer.nodes else None)
        self._tell_room.start()
        self._show_card()

    def _follow(self, step: Step) -> None:
        if step.touches(Organization):
            self._offer_beginning()
        if step.touches(Organization, Tie):
            self.questions.put_away()
            self.filters.follow()
            self._end_tie()
            if self.views.current == "time":
                self.time.follow()
            if self.boards.measuring:
                self.measures.measure(self.map.filter)

    def _show(self, scene: Scene) -> None:
        """Look at something else on the map; a room that sees the map sees it, too."""
        self.map.look_at(scene)
        self._tell_room.start()

    def _show_with(self, field: str, value: bool | str) -> None:
        self._show(replace(self.map.scene, **{field: value}))

    def _arrange(self, order: str) -> None:
        missing = why_not(self._desk.workshop, order)
        if missing:
            self._desk.said.emit(missing)
            self.filters.arrange.orders[0].setChecked(True)
        else:
            self._show(replace(self.map.scene, arrangement=order))

    def _keep_places(self) -> None:
        keep_places(self.map)
        self.filters.arrange.orders[0].setChecked(True)

    def _put_away(self) -> None:
        """Close the card: whatever it is about is let go of."""
        self.tie_field.hide()
        self.questions.put_away()
        self.filters.ask.setChecked(False)
        self.map.choose([])
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_into(self, edit: bool) -> None:
        self._into = True
        self._show_card()
        if edit and self.map.selected_tie:
            self.panel.tie_editor.focus_relation()

    def _show_card(self) -> None:
        """Show the card if something is in it, clear of the node it is about."""
        about = [self.questions.answer, self.tie_field]
        if self._into:  # to walk or drag is not yet to ask what is known
            about.append(self.panel)
        asking = self.filters.ask.isChecked()
        is_map = self.views.current not in BOARD_OF
        self.filters.ask.setVisible(not self.sides.beside)
        self.questions.setVisible(asking or self.sides.beside)
        self.sides.allow(is_map)
        shown = asking or any(not each.isHidden() for each in about)
        self.sides.want(shown, left=self._lies_right())

    def _lies_right(self) -> bool:
        """Tell whether what is selected or lit would be hidden by a card over the right of the map."""
        tie = self._desk.workshop.of(Tie).get(self.map.selected_tie)
        ids = {tie.source, tie.target} if tie else self.map.selected
        numbers = [n for id in ids if (n := self.map.content.numbers.get(id)) is not None]
        numbers = numbers or sorted(self.map.brush().lit or ())
        across = [self.map.spot(number)[0] for number in numbers]
        return bool(across) and sum(across) / len(across) > self.map.width() / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask beside the map where there is room, else over it."""
        super().resizeEvent(event)
        self._show_card()
        self._offer_beginning()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 8, 12, 1)
        inside.setSpacing(4)
        self.views.offer(VIEWS)
        for key, _ in VIEWS:
            self.views.chip(key).setStyleSheet("padding: 1px 10px; min-height: 20px;")
        self.time.hide()
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for row in (self.views, self.filters, self.time):
            rows.addWidget(row)
        inside.addWidget(head)
        inside.addWidget(self.boards, 1)
        self.tie_field.hide()
        # What was just said or chosen comes first; the questions wait below it.
        side = SideCard((self.questions.answer, self.tie_field, self.questions))
        side.closing.connect(self._put_away)
        self.sides = BesideOrOver(card, side, head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sides)
