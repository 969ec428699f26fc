# SPDX-License-Identifier: MIT
"""The XML of one sheet of a workbook, cell by cell: values only, and never more than Concord takes.

One pass without the library that reads the rest of the workbook, which pads every row to the last
column that has a format and needs a second pass to tell a blank cell from a formula that was never
calculated.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import IO, NamedTuple
from xml.parsers.expat import ParserCreate

from openpyxl.utils.datetime import from_excel, from_ISO8601

from workshop.interchange.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Unreadable, too_long, too_wide

_CHUNK = 64 * 1024
_PLACE = re.compile(r"([A-Z]{1,3})[1-9]\d*")
_MOST_WHOLE = 10**15
"""Beyond it a spreadsheet keeps no single units."""
NEVER_CALCULATED = Unreadable("a formula that was never calculated")


class Book(NamedTuple):
    """What the cells of a sheet refer to elsewhere in the workbook."""

    strings: Sequence[str]
    dates: frozenset[int]
    """The styles that show a number as a date or a time."""
    durations: frozenset[int]
    epoch: datetime


def cells_of(
    file: str, name: str, source: IO[bytes], book: Book
) -> Iterator[tuple[int, list[Cell]]]:
    """Give the rows that have cells, with their numbers; raise SourceError if there are too many."""
    sheet = _Sheet(file, name, book)
    while chunk := source.read(_CHUNK):
        sheet.parser.Parse(chunk)
        yield from sheet.take()
    sheet.parser.Parse(b"", True)
    yield from sheet.take()


class _Sheet:
    """Gathers cells while expat goes through the sheet."""

    def __init__(self, file: str, name: str, book: Book) -> None:
        self._place, self._book = (file, name), book
        self._done: list[tuple[int, list[Cell]]] = []
        self._row: list[Cell] = []
        self._number = self._column = 0
        self._kind, self._style, self._is_formula = "n", 0, False
        self._text: list[str] = []
        self._is_value = self._is_aside = False
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take_text

    def take(self) -> list[tuple[int, list[Cell]]]:
        """Give the rows that are complete and were not given before."""
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, given: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "c":
                self._start_cell(given)
            case "v":
                self._is_value = True
            case "t":
                self._is_value = not self._is_aside
            case "row":
                self._start_row(given)
            case "f":
                self._is_formula = True
            case "rPh":  # how a word is pronounced
                self._is_aside = True

    def _end(self, tag: str) -> None:
        match tag.rpartition(":")[2]:
            case "c":
                self._end_cell()
            case "v" | "t":
                self._is_value = False
            case "row":
                self._done.append((self._number, self._row))
            case "rPh":
                self._is_aside = False

    def _take_text(self, text: str) -> None:
        if self._is_value:
            self._text.append(text)

    def _start_row(self, given: dict[str, str]) -> None:
        self._number = int(given.get("r", self._number + 1))
        if self._number > MOST_ROWS:
            raise too_long(*self._place)
        self._row, self._column = [], 0

    def _start_cell(self, given: dict[str, str]) -> None:
        place = _PLACE.fullmatch(given.get("r", ""))
        self._column = _column_of(place[1]) if place else self._column + 1
        self._kind, self._style = given.get("t", "n"), int(given.get("s", 0))
        self._is_formula, self._text = False, []

    def _end_cell(self) -> None:
        text = "".join(self._text)
        value: Cell = None
        if text:
            value = self._value(text)
        elif self._is_formula and self._kind != "str":  # whose result may well be no text
            value = NEVER_CALCULATED
        if value is None:
            return
        if self._column > MOST_COLUMNS:
            raise too_wide(*self._place)
        self._row += [None] * (self._column - len(self._row))
        self._row[self._column - 1] = value

    def _value(self, text: str) -> Cell:
        match self._kind:
            case "s":
                return self._book.strings[int(text)]
            case "b":
                return bool(int(text))
            case "e":
                return Unreadable(text)
            case "d":
                return _dated(lambda: from_ISO8601(text))  # type: ignore[no-untyped-call]
            case "n":
                return self._number_of(text)
        return text

    def _number_of(self, text: str) -> Cell:
        value = float(text)
        if not math.isfinite(value):
            return Unreadable("a number that is too large")
        if self._style in self._book.dates:
            is_long = self._style in self._book.durations
            return _dated(lambda: from_excel(value, self._book.epoch, timedelta=is_long))
        if value.is_integer() and abs(value) < _MOST_WHOLE and not set(text) & set(".eE"):
            return int(value)
        return value


def _column_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _dated(read: Callable[[], object]) -> Cell:
    """Give a moment; a time span as the time of day it would be, or in words if it is longer."""
    try:
        moment = read()
    except (OverflowError, ValueError):
        return Unreadable("a date that is none")
    if not isinstance(moment, timedelta):
        return moment  # type: ignore[return-value]  # a date, a time or both
    if timedelta(0) <= moment < timedelta(days=1):
        return (datetime.min + moment).time()
    return str(moment)
