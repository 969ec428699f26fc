# SPDX-License-Identifier: MIT
"""What the four questions say, where the scores disagree, and what we choose and why."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject

from widgets.cards import Card
from widgets.desk import Desk
from widgets.dialogs import label
from widgets.forms.field_box import FieldBox
from workshop.gaps.decision_tree import Tree
from workshop.gaps.edits import set_sourcing
from workshop.gaps.records import Sourcing
from workshop.gaps.sourcing import Comparison
from workshop.record import field

_FIELDS = ("chosen", "why")


class ChoiceCard(Card):
    """The path through the questions in words, and the choice with its reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._need = desk, ""
        self.path = label("", "body")
        self.add(self.path)
        self.content.addSpacing(8)
        self.boxes = {name: FieldBox(desk, field(Sourcing, name)) for name in _FIELDS}
        for name, box in self.boxes.items():
            box.editor.edited.connect(partial(self._keep, name))
            box.widget.installEventFilter(self)
            self.add(box)
        self.content.addStretch(1)

    def show_comparison(self, found: Comparison) -> None:
        """Show what the questions and the scores say of a need."""
        is_other, self._need = self._need != found.need.id, found.need.id
        self.show_words(_finding(found), found.caution)
        self.path.setText(path_words(found.tree))
        for name, box in self.boxes.items():
            blank = field(Sourcing, name).default
            value = getattr(found.sourcing, name) if found.sourcing else blank
            if is_other or not box.widget.hasFocus() or box.editor.value() != value:
                box.editor.show_value(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the next typing a step of its own when the focus leaves a field."""
        if event.type() == QEvent.Type.FocusOut:
            self._desk.document.end_merge()
        return super().eventFilter(watched, event)

    def _keep(self, name: str) -> None:
        values: dict[str, Any] = {name: self.boxes[name].editor.value()}
        words = f"Change {field(Sourcing, name).label.lower()}"
        edit = partial(set_sourcing, need=self._need, **values)
        self._desk.apply(edit, words, (Sourcing, self._need, name))


def _finding(found: Comparison) -> str:
    if found.differs:
        return found.differs
    if found.tree.says:
        return f"The four questions lead to “{found.tree.says}”"
    return "The four questions need an answer"


def path_words(tree: Tree) -> str:
    """Tell the path through the questions, a line for each, and what is still to be answered."""
    lines = [
        f"{number}. {answer.question.text} {'Yes' if answer.yes else 'No'}."
        for number, answer in enumerate(tree.path, 1)
    ]
    if tree.unanswered:
        lines.append(f"{len(lines) + 1}. {tree.unanswered[0].text} Not rated yet.")
    return "\n".join(lines)
