# SPDX-License-Identifier: MIT
"""A part of a page where each record has others below it, such as a term and its options."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from widgets.deal.list_part import ListPart, Words
from widgets.desk import Desk
from widgets.list_and_form import ListAndForm
from widgets.tables.record_table import Column
from workshop.ids import Id
from workshop.record import Record
from workshop.state import Workshop


class Children(NamedTuple):
    """The records below another: their kind, the field that points up, and how they are listed."""

    kind: type[Record]
    parent: str
    title: str
    columns: Sequence[Column | str]
    empty: str
    form: Sequence[str]


class ChildrenPart(ListPart):
    """The list of records; below the chosen one those that belong to it."""

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        columns: Sequence[Column | str],
        children: Children,
        *,
        empty: str,
        board: str,
        title: Callable[[Workshop], Words],
        kinds: Sequence[type[Record]] = (),
        **more: Any,
    ) -> None:
        touched = (children.kind, *kinds)
        super().__init__(
            desk, kind, columns, empty=empty, board=board, title=title, kinds=touched, **more
        )
        self._below = children
        self.children_list = ListAndForm(
            desk,
            children.kind,
            children.columns,
            empty=children.empty,
            where=lambda each: getattr(each, children.parent) == self.list.id,
            defaults=lambda: {children.parent: self.list.id},
            form=children.form,
        )
        self.children_list.list_card.show_words(children.title)
        self.cards.insertWidget(1, self.children_list)
        self.list.chosen.connect(lambda _id: self._show_children())
        self._show_children()

    def select(self, id: Id) -> None:
        """Bring a record into view, or one that belongs to another."""
        child = self.desk.workshop.of(self._below.kind).get(id)
        super().select(getattr(child, self._below.parent) if child else id)
        if child:
            self.children_list.select(id)

    def _show_children(self) -> None:
        self.children_list.setVisible(bool(self.list.id))
        self.children_list.table.refresh()
