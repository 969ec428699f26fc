# SPDX-License-Identifier: MIT
"""The page of the measures: from today's value to the target, by when, and who measures."""

from exports.exhibits.measures import measures
from widgets.cards import ExhibitCard
from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage, paged, starting_card
from widgets.tables.record_table import Column
from workshop.future_state.records import Measure, Statement
from workshop.ids import Id

_LINES = 30
_EMPTY = (
    "How we will know that a statement has come true: today's value, a target, a date, and who "
    "measures. Start with a number somebody counts already."
)
_NO_STATEMENT = "A measure belongs to a statement. Write the first statement, then come back here."


def build(desk: Desk) -> "MeasuresPage":
    """Build the page."""
    return MeasuresPage(desk)


class MeasuresPage(StepPage):
    """The picture of all measures over their list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "measures")
        self.picture = ExhibitCard(desk, paged(desk, measures, _LINES), (Measure,))
        columns = (
            Column(name="name", strong=True, width=18),
            Column(name="statement", width=16),
            Column(name="unit", width=8),
            Column(name="baseline", width=7),
            Column(name="target", width=7),
            Column(name="target_date", width=11),
            Column(name="who_measures", width=12),
        )
        self.measures = ListAndForm(desk, Measure, columns, empty=_EMPTY, defaults=self._defaults)
        self.early = starting_card(
            _NO_STATEMENT, "Write a statement", lambda: desk.go("future.statements")
        )
        self._wanted: Id = ""
        self.place(self.picture, self.early, self.measures)
        self.measures.table.added.connect(lambda _id: self._want(""))
        self.picture.view.activated.connect(lambda area: self.select(area.id))
        self.follow((Measure, Statement), self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a measure into view; given a statement, its first one or a new one for it."""
        if id in self.desk.workshop.of(Statement):
            own = [m for m in self.desk.workshop.all(Measure) if m.statement == id]
            if not own:
                self._want(id)
                self.measures.table.start_adding()
                return
            id = own[0].id
        self.measures.select(id)

    def _want(self, statement: Id) -> None:
        self._wanted = statement

    def _defaults(self) -> dict[str, object]:
        """Give a new measure the statement of the chosen one, which is what is talked about.

        Of several, none is guessed: a wrong one would go unnoticed.
        """
        chosen = self.desk.workshop.of(Measure).get(self.measures.id)
        every = self.desk.workshop.all(Statement)
        only = every[0].id if len(every) == 1 else ""
        statement = self._wanted or (chosen.statement if chosen else only)
        return {"statement": statement} if statement else {}

    def _show(self) -> None:
        workshop = self.desk.workshop
        self.picture.setVisible(bool(workshop.of(Measure)))
        has_statements = bool(workshop.of(Statement))
        self.early.setVisible(not has_statements)
        self.measures.setVisible(has_statements)
