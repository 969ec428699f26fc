# SPDX-License-Identifier: MIT
"""The tree of what a page means: headings, paragraphs, lists, tables, figures.

Screen readers and text search follow this tree, not the place of the ink.
"""

from typing import Literal

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "BlockQuote",
    "Table", "TR", "TH", "TD", "Figure", "TOC", "TOCI", "Link",
]  # fmt: skip


class Node:
    """One element of the tree; its kids are elements and pieces of pages, in reading order."""

    __slots__ = ("alt", "box", "kids", "of_row", "parent", "role", "span")

    def __init__(self, role: Role, alt: str = "", parent: "Node | None" = None) -> None:
        self.role: Role = role
        self.alt = alt
        self.span = 1
        self.of_row = False
        self.box: tuple[float, float, float, float] | None = None
        self.parent = parent
        self.kids: list[Node | Piece] = []
        if parent is not None:
            parent.kids.append(self)

    def grow(self, role: Role) -> "Node":
        """Add an element at the end and give it."""
        return Node(role, parent=self)

    def adopt(self, node: "Node") -> None:
        """Take an element in, unless it has a parent already."""
        if node.parent is None:
            node.parent = self
            self.kids.append(node)


class Piece:
    """A run of marks on one sheet that belongs to an element; its number counts on the sheet."""

    __slots__ = ("number", "sheet")

    def __init__(self, sheet: object, number: int) -> None:
        self.sheet = sheet
        self.number = number
