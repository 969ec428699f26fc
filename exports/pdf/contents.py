# SPDX-License-Identifier: MIT
"""The contents: every chapter and section with its page, to click or to leaf to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.exhibits.typography import SEMIBOLD, fit, width
from exports.pdf.paper import Heading, Line, Link, Paper, Run, Sheet
from exports.pdf.style import BODY, BOTTOM, H1, SIDE, TOP, WIDTH, Style
from exports.pdf.tags import Node
from exports.pdf.text import in_line, plain
from resources.theme import LIGHT

_CHAPTER = Style(10.0, 15.0, font=SEMIBOLD, above=8)
_SECTION = Style(9.5, 15.0, indent=14)
_MOST_PAGES = 2
_FEWEST = 10
"""With sections, too, the contents take no more pages and begin none for fewer entries."""


class Entry(NamedTuple):
    """A heading and the sheet it stands on."""

    heading: Heading
    sheet: Sheet


def entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """Give all headings in order."""
    return [Entry(heading, sheet) for sheet in sheets for heading in sheet.headings]


def set_contents(paper: Paper, tree: Node, before: int) -> list[Sheet]:
    """Set the contents of the sheets that are done, of which `before` come before the contents.

    Gives the new sheets, taken from the end of those that are done.
    """
    done = list(paper.sheets)
    pages = _laid_out(entries(done))
    numbers = {
        id(sheet): at + 1 + (len(pages) if at >= before else 0) for at, sheet in enumerate(done)
    }
    section = Node("Sect")
    section.parent = tree
    tree.kids.insert(before, section)
    list_node = _head(paper, section)
    for page in pages:
        for entry, y in page:
            _set(paper, list_node.grow("TOCI"), entry, y, numbers[id(entry.sheet)])
        paper.turn()
    made = paper.sheets[len(done) :]
    del paper.sheets[len(done) :]
    return made


def _laid_out(every: Sequence[Entry]) -> list[list[tuple[Entry, float]]]:
    """Give the pages of the contents: with sections if they fill them well, else chapters alone.

    The bookmarks have all headings.
    """
    whole = list(_pages([entry for entry in every if entry.heading.level < 2]))
    if len(whole) <= _MOST_PAGES and (len(whole) == 1 or len(whole[-1]) >= _FEWEST):
        return whole
    return list(_pages([entry for entry in every if entry.heading.level == 0]))


def _pages(listed: Sequence[Entry]) -> Iterator[list[tuple[Entry, float]]]:
    page: list[tuple[Entry, float]] = []
    y = TOP - H1.leading - 10
    for entry in listed:
        style = _style(entry)
        if y - style.above - style.leading < BOTTOM:
            yield page
            page, y = [], TOP
        y -= style.above
        page.append((entry, y))
        y -= style.leading
    yield page


def _style(entry: Entry) -> Style:
    return _SECTION if entry.heading.level else _CHAPTER


def _head(paper: Paper, section: Node) -> Node:
    with paper.marked(section.grow("H1")):
        line = Line((Run("Contents", H1.font),), 0.0)
        paper.set_lines(SIDE, TOP, [line], H1.size, H1.leading, color=H1.color)
    return section.grow("TOC")


def _set(paper: Paper, item: Node, entry: Entry, y: float, page: int) -> None:
    style = _style(entry)
    x, right = SIDE + style.indent, SIDE + WIDTH
    text = in_line(entry.heading.text)
    words = fit(text, style.size, right - x - 50, 1, style.font)[0]
    number = Line((Run(f" {page}"),), width(f" {page}", style.size))
    node = item.grow("Link")
    with paper.marked(node):
        paper.set_lines(
            x, y, [Line((Run(words, style.font),), 0)], style.size, style.leading, color=style.color
        )
        paper.set_lines(x, y, [number], style.size, style.leading, color=LIGHT.mute, right_at=right)
    box = (x, y - BODY.leading, right, y)
    link = Link(
        box, entry.sheet, entry.heading.y, node, f"{plain(entry.heading.text)}, page {page}"
    )
    paper.sheet.links.append(link)
