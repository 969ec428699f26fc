# SPDX-License-Identifier: MIT
"""Text broken into lines, and the block of text that flows from page to page.

ReportLab's own Paragraph is not used: it reads markup, breaks long texts in quadratic time and
takes no tags. Breaking lines here is linear, and what was typed is what is set.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from exports.exhibits.typography import width
from exports.pdf.paper import Line, Paper, Run
from exports.pdf.style import Style
from exports.pdf.tags import Node, Role
from exports.pdf.text import paragraphs, printable


class Place(NamedTuple):
    """Where a block may stand: from `top` down to `bottom`, from x on; `fresh` atop a page."""

    x: float
    width: float
    top: float
    bottom: float
    fresh: bool

    @property
    def room(self) -> float:
        """The height that is left, in points."""
        return self.top - self.bottom


class Block(Protocol):
    """Something that stands in the flow of the pages."""

    root: Node
    above: float
    below: float
    leads: bool
    """Whether it must not be the last thing on a page."""

    def least(self, width: float) -> float:
        """Give the height that the first piece of it needs."""

    def draw(self, paper: Paper, place: Place) -> "tuple[float, Block | None]":
        """Draw what fits; give the height used and what remains. On a fresh page something fits."""


_SHORT = 8
"""Lines of a text that leads, up to which it is kept whole with what follows."""

Words = str | Run | Sequence[str | Run]
"""Text for a block or a cell: plain, in one face, or in several."""


def runs_of(words: Words, font: str) -> list[list[Run]]:
    """Give the paragraphs of words, each as runs that can be printed."""
    if isinstance(words, str):
        return [[Run(text, font)] for text in paragraphs(words)]
    if isinstance(words, Run):
        return [[words._replace(text=text)] for text in paragraphs(words.text)]
    rows: list[list[Run]] = [[]]
    for word in words:
        run = Run(word, font) if isinstance(word, str) else word
        first, *more = run.text.split("\n")
        rows[-1].append(Run(printable(first), *run[1:]))
        rows.extend([Run(printable(part), *run[1:])] for part in more)
    return [row for row in rows if any(run.text.strip() for run in row)]


def break_lines(rows: Iterable[Sequence[Run]], size: float, limit: float) -> list[Line]:
    """Break paragraphs into lines no wider than `limit` points."""
    lines: list[Line] = []
    for runs in rows:
        whole = _whole(runs, size, limit)
        lines.extend([whole] if whole else _broken(runs, size, limit))
    return lines


def _whole(runs: Sequence[Run], size: float, limit: float) -> Line | None:
    text = runs[0].text
    if len(runs) > 1 or len(text) * size > limit * 5:
        return None
    wide = width(text, size, runs[0].font)
    return Line((runs[0],), wide) if wide <= limit else None


def _broken(runs: Sequence[Run], size: float, limit: float) -> Iterable[Line]:
    gathered: list[tuple[Run, str]] = []
    used = 0.0
    for run, word, wide, spaced in _words(runs, size, limit):
        gap = width(" ", size, run.font) if spaced and gathered else 0.0
        if gathered and used + gap + wide > limit:
            if spaced:
                gathered.append((gathered[-1][0], " "))
            yield Line(_joined(gathered), used)
            gathered, used, gap = [], 0.0, 0.0
        gathered.append((run, f" {word}" if gap else word))
        used += gap + wide
    if gathered:
        yield Line(_joined(gathered), used)


def _words(
    runs: Sequence[Run], size: float, limit: float
) -> Iterable[tuple[Run, str, float, bool]]:
    """Give each word with its run, its width and whether a space comes before it.

    A word that is too wide for a line comes in pieces.
    """
    open_end = True
    for run in runs:
        spaced = open_end or run.text.startswith(" ")
        for word in filter(None, run.text.split(" ")):
            wide = width(word, size, run.font)
            if wide <= limit:
                yield run, word, wide, spaced
            else:
                for piece, wide in _cut(word, size, limit, run.font):
                    yield run, piece, wide, spaced
                    spaced = False
            spaced = True
        open_end = run.text.endswith(" ")


def _cut(word: str, size: float, limit: float, font: str) -> Iterable[tuple[str, float]]:
    piece, used = "", 0.0
    for letter in word:
        wide = width(letter, size, font)
        if piece and used + wide > limit:
            yield piece, used
            piece, used = "", 0.0
        piece += letter
        used += wide
    yield piece, used


def _joined(gathered: Iterable[tuple[Run, str]]) -> tuple[Run, ...]:
    """Make one run of words that follow each other in one face and color."""
    alike = groupby(gathered, key=lambda pair: pair[0][1:])
    return tuple(Run("".join(word for _, word in pairs), *look) for look, pairs in alike)


class Text:
    """Paragraphs in one style; splits over pages, never leaving one line alone.

    `mark` stands before the first line, in the indent; `bar` is the color of a bar beside all of
    it, which goes on to the next block if this one `joins` it.
    """

    def __init__(
        self,
        words: Words,
        style: Style,
        role: Role = "P",
        *,
        node: Node | None = None,
        root: Node | None = None,
        mark: str | Run = "",
        bar: str = "",
        joins: bool = False,
        leads: bool = False,
    ) -> None:
        self.rows = runs_of(words, style.font)
        self.style = style
        self.node = node or Node(role)
        self.root = root or self.node
        self.mark = mark
        self.bar = bar
        self.joins = joins
        self.leads = leads
        self.above = style.above
        self.below = style.below
        self._lines: list[Line] | None = None

    def lines(self, wide: float) -> list[Line]:
        """Give the lines that are still to be set."""
        if self._lines is None:
            self._lines = break_lines(self.rows, self.style.size, wide - self.style.indent)
        return self._lines

    def least(self, width: float) -> float:
        """Give the height of two lines, or of all where one would be left alone.

        What leads is counted whole unless it is long, for what follows it is to stand on its page.
        """
        count = len(self.lines(width))
        return self.style.leading * (count if count <= (_SHORT if self.leads else 3) else 2)

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Set the lines that fit."""
        lines = self.lines(place.width)
        count = self._fitting(len(lines), place)
        if not count:
            return 0.0, self if lines else None
        style = self.style
        height = count * style.leading
        if self.bar:
            with paper.artifact():
                more = self.below if self.joins else 0.0
                paper.bar(place.x, place.top - height - more, height + more, self.bar)
        with paper.marked(self.node):
            if self.mark:
                mark = self.mark if isinstance(self.mark, Run) else Run(self.mark)
                dot = [Line((mark,), 0.0)]
                paper.set_lines(
                    place.x, place.top, dot, style.size, style.leading, color=style.color
                )
                self.mark = ""
            paper.set_lines(
                place.x + style.indent,
                place.top,
                lines[:count],
                style.size,
                style.leading,
                color=style.color,
            )
        self._lines = lines[count:]
        return height, self if self._lines else None

    def _fitting(self, count: int, place: Place) -> int:
        """Count the lines to set here, so that neither one line stays nor one goes alone."""
        fits = int((place.room + 0.01) / self.style.leading)
        if fits >= count:
            return count
        if count - fits == 1 and fits > 2:
            fits -= 1
        if fits < 2 or count <= 3:
            return max(fits, 1) if place.fresh else 0
        return fits


class Title(Text):
    """A heading, kept with what follows; contents list levels 0 and 1, bookmarks 2 as well."""

    def __init__(self, words: str, style: Style, role: Role, level: int | None = None) -> None:
        super().__init__(words, style, role, leads=True)
        self.words = words
        self.level = level

    def draw(self, paper: Paper, place: Place) -> tuple[float, Block | None]:
        """Set the heading and note where it stands."""
        if self.level is not None:
            paper.note(self.words, self.level, place.top, self.node)
            self.level = None
        return super().draw(paper, place)


def bullets(items: Iterable[Words], style: Style) -> Iterable[Text]:
    """Give a list that can break between items, but leaves neither the first nor the last alone."""
    tree, every = Node("L"), list(items)
    for at, item in enumerate(every):
        body = tree.grow("LI").grow("LBody")
        leads = at < len(every) - 1 and at in (0, len(every) - 2)
        yield Text(item, style, node=body, root=tree, mark="•", leads=leads)
