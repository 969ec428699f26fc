# SPDX-License-Identifier: MIT
"""The tree of meaning as objects of the document, which screen readers follow.

An element names its page once and its marks there by number alone, as nearly all of them stand on
one page: with thousands of cells this takes half the time and memory of naming the page each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.paper import Sheet
from exports.pdf.tags import Node, Role

_ELEMENT = Name.StructElem
_ROLES = {role: Name("/" + role) for role in get_args(Role)}


class Structure:
    """The tree in a document; it knows the owner of each mark, and the element of each link."""

    def __init__(
        self, pdf: Pdf, sheets: Sequence[Sheet], tree: Node, pages: Mapping[int, Object]
    ) -> None:
        self.links: dict[int, Object] = {}
        self._pdf = pdf
        self._pages = pages
        self._owners = {id(sheet): Array([None] * len(sheet.pieces)) for sheet in sheets}
        self._heads = {
            of_row: pdf.make_indirect(Dictionary(O=Name.Table, Scope=scope))
            for of_row, scope in ((False, Name.Column), (True, Name.Row))
        }
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
        self._root.ParentTreeNextKey = 0
        self._root.K = self._grown(tree, self._root)
        for sheet in sheets:
            page = pages[id(sheet)]
            page.StructParents = self.number(pdf.make_indirect(self._owners[id(sheet)]))
            page.Tabs = Name.S
        pdf.Root.StructTreeRoot = self._root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def number(self, owner: Object) -> int:
        """Give the number under which a page or a link finds what it belongs to."""
        number = int(self._root.ParentTreeNextKey)
        self._root.ParentTree.Nums.extend(Array([number, owner]))
        self._root.ParentTreeNextKey = number + 1
        return number

    def _grown(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=_ELEMENT, S=_ROLES[node.role], P=parent))
        if node.alt:
            element.Alt = String(node.alt)
        attributes = self._attributes(node)
        if attributes is not None:
            element.A = attributes
        if node.role == "Link":
            self.links[id(node)] = element
        kids = list(self._kids(node, element))
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _kids(self, node: Node, element: Object) -> Iterator[Object | int]:
        home = None
        for kid in node.kids:
            if isinstance(kid, Node):
                yield self._grown(kid, element)
                continue
            self._owners[id(kid.sheet)][kid.number] = element
            if home is None:
                home = kid.sheet
                element.Pg = self._pages[id(home)]
            if kid.sheet is home:
                yield kid.number
            else:
                yield Dictionary(Type=Name.MCR, Pg=self._pages[id(kid.sheet)], MCID=kid.number)

    def _attributes(self, node: Node) -> Object | None:
        """Give what is to be known besides the role: what a head is of, where a figure is."""
        if node.span > 1:
            return Dictionary(O=Name.Table, Scope=Name.Row, ColSpan=node.span)
        if node.role == "TH":
            return self._heads[node.of_row]
        if node.box:
            box = Array([round(value, 2) for value in node.box])
            return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        return None
