# SPDX-License-Identifier: MIT
"""What makes printed sheets a document: the tree of meaning, links, bookmarks, title, language.

ReportLab writes the pages; pikepdf adds the rest and saves the same bytes for the same input.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.contents import Entry
from exports.pdf.paper import Sheet
from exports.pdf.structure import Structure
from exports.pdf.tags import Node
from exports.pdf.text import plain

LANGUAGE = "en-US"


class Printed(NamedTuple):
    """The pages of an edition in order, and what is known of them that does not show."""

    data: bytes
    sheets: Sequence[Sheet]
    tree: Node
    headings: Sequence[Entry]


def bound(printed: Printed, title: str, created: datetime) -> bytes:
    """Give the pages as a tagged document with bookmarks and links.

    In memory, for a disk that is full while pikepdf writes to it ends the whole process.
    """
    whole = BytesIO()
    with Pdf.open(BytesIO(printed.data)) as pdf:
        sheets = printed.sheets
        pages = {id(sheet): pdf.pages[at].obj for at, sheet in enumerate(sheets)}
        _drop_unused_font(pdf)
        _link(pdf, sheets, pages, Structure(pdf, sheets, printed.tree, pages))
        _bookmark(pdf, printed.headings, pages)
        _describe(pdf, title, created)
        pdf.save(
            whole,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            progress=_let_others,
        )
    return whole.getvalue()


def _let_others(_percent: int) -> None:
    """Be called now and then, so that a window on another thread has its turn while pages are saved."""


def _drop_unused_font(pdf: Pdf) -> None:
    """Take out the Helvetica that ReportLab lists on every page and no page uses."""
    fonts = pdf.pages[0].obj.Resources.Font
    for name, font in list(fonts.items()):
        if font.BaseFont == Name.Helvetica:
            del fonts[name]


def _link(
    pdf: Pdf, sheets: Sequence[Sheet], pages: Mapping[int, Object], structure: Structure
) -> None:
    for sheet in sheets:
        page = pages[id(sheet)]
        if sheet.links:
            page.Annots = Array()
        for link in sheet.links:
            element = structure.links[id(link.node)]
            annotation = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([round(value, 2) for value in link.box]),
                    Border=Array([0, 0, 0]),
                    F=4,
                    Contents=String(link.text),
                    Dest=_place(pages[id(link.to)], link.y),
                    StructParent=structure.number(element),
                )
            )
            page.Annots.append(annotation)
            element.K = Array([element.K, Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)])


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
