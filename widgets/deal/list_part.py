# SPDX-License-Identifier: MIT
"""A part of a page that lists records of one kind under a title that states what is found."""

from collections.abc import Callable, Sequence
from typing import Any

from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.step_page import StepPage
from widgets.tables.record_table import Column
from workshop.ids import Id
from workshop.record import Record
from workshop.state import Workshop

Words = tuple[str, str]
"""A title and a line below it."""


class ListPart(StepPage):
    """The list with the form of the chosen record."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Column | str],
        *,
        empty: str,
        board: str,
        title: Callable[[Workshop], Words],
        kinds: Sequence[type[Record]] = (),
        **more: Any,
    ) -> None:
        super().__init__(desk, board)
        self._title = title
        self.list = ListAndForm(desk, kind, columns, empty=empty, **more)
        self.place(self.list)
        self.follow((kind, *kinds), self._show)
        self._show()

    def select(self, id: Id) -> None:
        """Bring a record into view and choose it."""
        self.list.select(id)

    def _show(self) -> None:
        self.list.list_card.show_words(*self._title(self.desk.workshop))
