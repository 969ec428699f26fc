# SPDX-License-Identifier: MIT
"""What makes printed sheets a document: the tree of meaning, links, bookmarks, title, language.

ReportLab writes the pages; pikepdf adds the rest and saves the same bytes for the same input.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.contents import Entry
from exports.pdf.paper import Sheet
from exports.pdf.tags import Node, Piece
from exports.pdf.text import plain

LANGUAGE = "en-US"


def bind(
    data: bytes,
    path: Path,
    sheets: Sequence[Sheet],
    tree: Node,
    headings: Sequence[Entry],
    title: str,
    created: datetime,
) -> None:
    """Save the pages as a tagged document with bookmarks and links."""
    with Pdf.open(BytesIO(data)) as pdf:
        pages = {id(sheet): pdf.pages[at].obj for at, sheet in enumerate(sheets)}
        _drop_unused_font(pdf)
        elements = _tag(pdf, sheets, tree, pages)
        _link(pdf, sheets, pages, elements)
        _bookmark(pdf, headings, pages)
        _describe(pdf, title, created)
        pdf.save(
            path,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )


def _drop_unused_font(pdf: Pdf) -> None:
    """Take out the Helvetica that ReportLab lists on every page and no page uses."""
    fonts = pdf.pages[0].obj.Resources.Font
    for name, font in list(fonts.items()):
        if font.BaseFont == Name.Helvetica:
            del fonts[name]


def _tag(
    pdf: Pdf, sheets: Sequence[Sheet], tree: Node, pages: Mapping[int, Object]
) -> dict[int, Object]:
    """Add the structure tree; give its element for each node by identity."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    elements: dict[int, Object] = {}
    root.K = _element(pdf, tree, root, pages, elements)
    numbers = Array()
    for at, sheet in enumerate(sheets):
        page = pages[id(sheet)]
        page.StructParents = at
        page.Tabs = Name.S
        owners = pdf.make_indirect(Array([elements[id(node)] for node in sheet.pieces]))
        numbers.extend(Array([at, owners]))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(sheets)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return elements


def _element(
    pdf: Pdf, node: Node, parent: Object, pages: Mapping[int, Object], elements: dict[int, Object]
) -> Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.role), P=parent))
    elements[id(node)] = element
    if node.alt:
        element.Alt = String(node.alt)
    if node.role == "TH":
        element.A = Dictionary(O=Name.Table, Scope=Name.Column)
    if node.kids:
        element.K = Array([_kid(pdf, kid, element, pages, elements) for kid in node.kids])
    return element


def _kid(
    pdf: Pdf,
    kid: Node | Piece,
    element: Object,
    pages: Mapping[int, Object],
    elements: dict[int, Object],
) -> Object:
    if isinstance(kid, Node):
        return _element(pdf, kid, element, pages, elements)
    return Dictionary(Type=Name.MCR, Pg=pages[id(kid.sheet)], MCID=kid.number)


def _link(
    pdf: Pdf, sheets: Sequence[Sheet], pages: Mapping[int, Object], elements: dict[int, Object]
) -> None:
    root = pdf.Root.StructTreeRoot
    key = int(root.ParentTreeNextKey)
    for sheet in sheets:
        page = pages[id(sheet)]
        if sheet.links:
            page.Annots = Array()
        for link in sheet.links:
            annotation = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([round(value, 2) for value in link.box]),
                    Border=Array([0, 0, 0]),
                    F=4,
                    Contents=String(link.text),
                    Dest=_place(pages[id(link.to)], link.y),
                    StructParent=key,
                )
            )
            page.Annots.append(annotation)
            element = elements[id(link.node)]
            element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))
            root.ParentTree.Nums.extend(Array([key, element]))
            key += 1
    root.ParentTreeNextKey = key


def _place(page: Object, y: float) -> Array:
    return Array([page, Name.XYZ, 0, round(y + 12, 2), 0])


def _bookmark(pdf: Pdf, headings: Sequence[Entry], pages: Mapping[int, Object]) -> None:
    with pdf.open_outline() as outline:
        for entry in headings:
            item = pikepdf.OutlineItem(plain(entry.heading.text))
            item.destination = _place(pages[id(entry.sheet)], entry.heading.y)
            item.is_closed = True
            under = outline.root[-1].children if entry.heading.level and outline.root else None
            (outline.root if under is None else under).append(item)


def _describe(pdf: Pdf, title: str, created: datetime) -> None:
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    del pdf.docinfo
    stamp = created.strftime("%Y-%m-%dT%H:%M:%S%z")
    stamp = f"{stamp[:-2]}:{stamp[-2:]}"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [LANGUAGE]
        metadata["pdf:Producer"] = "Concord"
        metadata["xmp:CreatorTool"] = "Concord"
        metadata["xmp:CreateDate"] = stamp
        metadata["xmp:ModifyDate"] = stamp
