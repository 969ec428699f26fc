# SPDX-License-Identifier: MIT
"""What a cell means: numbers, percents, dates, yes and no, choices and lists, as people write them."""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from difflib import get_close_matches
from itertools import islice
from sys import float_info
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from workshop.interchange.sheet import Cell
from workshop.record import Field, fold

T = TypeVar("T")

UNKNOWN = {"*", "?", "-", "–", "—", "n/a", "na", "n.a.", "nan", "none", "null", "unknown", "."}
YES = {"yes", "y", "true", "1", "x", "✓", "✔", "on", "t"}
NO = {"no", "n", "false", "0", "off", "f"}
_TELLING = 5_000
MOST_MONEY = 10**13
"""Up to here whole cents survive a cell of 16 digits."""
RAW = "json:"
"""Begins a text whose rest is a JSON string, for characters that a sheet cannot hold."""


_COMMA = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})")
_POINT = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})")
_LABELED = re.compile(r"(\d+(?:[.,]\d+)?)\s*[-–—=:(.)]+\s*[^\W\d].*", re.DOTALL)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class CellError(ValueError):
    """A cell does not say what its column asks for; the message and the fix are sentences.

    `instead` is a text that would be understood, where there is one to suggest.
    """

    def __init__(self, sentence: str, fix: str = "", instead: str = "") -> None:
        super().__init__(sentence)
        self.fix = fix
        self.instead = instead


class Reading(NamedTuple):
    """How the cells of a column are to be read."""

    exact: bool = False
    """Written by Concord itself: text is kept to the letter."""
    day_first: bool = False
    """7/1/2019 is the 7th of January."""
    comma: bool = False
    """1,5 is one and a half, and 1.500 is fifteen hundred."""
    words: Mapping[str, float | None] = MappingProxyType({})
    """Words that stand for a number, folded."""


def understand(field: Field, cell: Cell, how: Reading = Reading()) -> Any:  # noqa: B008  # immutable
    """Give the value a cell has for a field, None if unknown; raise CellError with a way out."""
    value = _READERS[field.kind](field, cell, how)
    if field.kind in ("whole", "number", "percent") and value is not None:
        _check_bounds(field, value)
    return value


def text_of(cell: Cell) -> str:
    """Give the text a cell shows, without the space around it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time.min and cell.tzinfo is None:
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()


def days_first(cells: Sequence[Cell]) -> bool:
    """Tell whether a column's dates with slashes have the day before the month."""
    parts = [_SLASHES.fullmatch(text) for text in _texts(cells)]
    return any(part and int(part[1]) > 12 for part in parts)


def _texts(cells: Iterable[Cell]) -> list[str]:
    """Give the different texts of a column, as many as it takes to tell how it is written."""
    different = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    return [text.strip(" %€$£") for text in islice(different, _TELLING)]


def commas_are_decimal(cells: Sequence[Cell]) -> bool:
    """Tell whether a column writes 1,5 for one and a half, and so 1.500 for fifteen hundred."""
    texts = _texts(cells)
    return any(map(_COMMA.fullmatch, texts)) and not any(map(_POINT.fullmatch, texts))


def number(text: str, *, comma: bool = False) -> float | None:
    """Give the number a text means, or None: 1,234 · 1.234,5 · 1 234 · (5) · $7 · 6.46% as 6.46.

    Where a text alone could be either, `comma` says that the comma comes before the decimals.
    """
    plain = re.sub(r"[\s\u00a0\u202f'’$€£%]", "", text).replace("\u2212", "-")
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1]
    plain = plain.replace(".", "").replace(",", ".") if comma else _with_point(plain)
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", plain):
        return None
    value = float(plain)
    return value if math.isfinite(value) else None


def figure(cell: Cell, how: Reading = Reading()) -> float | None:  # noqa: B008  # immutable
    """Give the number in a cell, also from a text such as “3 (coordination)”; None if there is none."""
    if isinstance(cell, int | float):
        return float(cell) if abs(cell) <= float_info.max else None  # NaN is not less
    text = text_of(cell)
    value = number(text, comma=how.comma)
    labeled = _LABELED.fullmatch(text) if value is None else None
    return number(labeled[1], comma=how.comma) if labeled else value


def _with_point(text: str) -> str:
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        thousands, decimal = (",", ".") if point > comma else (".", ",")
        return text.replace(thousands, "").replace(decimal, ".")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+", text):
        return text.replace(",", "")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(\.\d{3}){2,}", text):
        return text.replace(".", "")
    return text.replace(",", ".")


def _text(_field: Field, cell: Cell, how: Reading) -> str | None:
    if not how.exact or not isinstance(cell, str):
        return text_of(cell) or None
    if cell.startswith(RAW):
        return str(_from_json(cell[len(RAW) :]))
    return cell or None


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise CellError("The text is not JSON, as it begins.") from None


def _words(_field: Field, cell: Cell, how: Reading) -> tuple[Any, ...] | None:
    text = text_of(cell)
    if how.exact and text.startswith("["):
        items = _from_json(text)
        return tuple(items) if isinstance(items, list) else None
    pattern = r"[;\n]" if how.exact or re.search(r"[;\n]", text) else ","
    return tuple(filter(None, (item.strip() for item in re.split(pattern, text)))) or None


def _amount(field: Field, cell: Cell, how: Reading) -> float | None:
    text = text_of(cell)
    if fold(text) in how.words:
        return how.words[fold(text)]
    if not text or text.casefold() in UNKNOWN:
        return None
    is_short = field.low is not None and field.high is not None
    value = (
        figure(cell, how)
        if is_short or not isinstance(cell, str)
        else number(text, comma=how.comma)
    )
    if value is None:
        raise CellError(f"“{_short(text)}” is not a number.", "Enter a number or leave it blank.")
    share = field.kind == "percent" or field.high == 1
    return round(value / 100, 12) if "%" in text and share else value


def _whole(field: Field, cell: Cell, how: Reading) -> int | None:
    value = _amount(field, cell, how)
    if value is None or value.is_integer():
        return None if value is None else int(value)
    text = text_of(cell)
    if _THOUSANDS.fullmatch(text):
        many = text.replace(".", "")
        raise CellError(
            f"“{text}” is not a whole number.", f"If it means {int(many):,}, write it so.", many
        )
    raise CellError(f"“{_short(text)}” is not a whole number.", "Round it.", str(round(value)))


def _money(field: Field, cell: Cell, how: Reading) -> int | None:
    value = _amount(field, cell, how)
    if value is not None and abs(value) > MOST_MONEY:
        raise CellError(f"{value:g} is too much money.", "Correct it or leave it blank.")
    return None if value is None else int(Decimal(repr(value)).scaleb(2).quantize(1, ROUND_HALF_UP))


def _check_bounds(field: Field, value: float) -> None:
    low = -math.inf if field.low is None else field.low
    high = math.inf if field.high is None else field.high
    if not low <= value <= high:
        if field.kind == "percent":
            percent = f"{value:g}%" if 1 < value <= 100 else ""
            raise CellError(f"{value:g} is no share.", "Write 80% or 0.8.", percent)
        limits = f"{low:g} to {high:g}" if math.isfinite(high) else f"{low:g} upward"
        raise CellError(f"{value:g} is not from {limits}.", "Correct it or leave it blank.")


def _flag(_field: Field, cell: Cell, _how: Reading) -> bool | None:
    text = text_of(cell).casefold()
    if text in YES or text in NO:
        return text in YES
    if not text or text in UNKNOWN:
        return None
    raise CellError(f"“{_short(text)}” is neither yes nor no.", "Write yes or no.")


def _choice(field: Field, cell: Cell, _how: Reading) -> str | None:
    text = text_of(cell)
    by_words = {_plain(word): value for value, label in field.choices for word in (label, value)}
    if _plain(text) in by_words:
        return by_words[_plain(text)]
    if not text or text.casefold() in UNKNOWN:
        return None
    labels = [label for _, label in field.choices]
    near = get_close_matches(text, labels, 1)
    fix = f"Do you mean {near[0]}?" if near else f"Choose {', '.join(labels[:-1])} or {labels[-1]}."
    raise CellError(f"“{_short(text)}” is not a choice here.", fix, near[0] if near else "")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_CLOCK = re.compile(r"\d{1,2}(:\d{2}){0,2}( [ap]m)?")
_DATE_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")


def _date(_field: Field, cell: Cell, how: Reading) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    if not text or text.casefold() in UNKNOWN:
        return None
    found = _first(lambda form: datetime.strptime(_date_text(text, how), form).date(), _DATE_FORMS)
    found = found or _first(lambda each: datetime.fromisoformat(each).date(), [text])
    if found is None:
        year = f"{text}-01-01" if re.fullmatch(r"[12]\d{3}", text) else ""
        raise CellError(f"“{_short(text)}” is not a date.", "Write it as in 2026-11-30.", year)
    return found


def _date_text(text: str, how: Reading) -> str:
    if slashes := _SLASHES.fullmatch(text):
        first, second, year = slashes.groups()
        day, month = (first, second) if how.day_first else (second, first)
        return f"{year}-{month}-{day}"
    if points := _POINTS.fullmatch(text):
        return f"{points[3]}-{points[2]}-{points[1]}"
    return re.sub(r"[,.]?\s+", " ", text)


def _first(read: Callable[[str], T], forms: Sequence[str]) -> T | None:
    for form in forms:
        try:
            return read(form)
        except ValueError:
            continue
    return None


def _time(_field: Field, cell: Cell, _how: Reading) -> time | None:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, float) and 0 <= cell < 1:
        return (datetime.min + timedelta(seconds=round(cell * 86_400))).time()
    text = text_of(cell)
    if not text or text.casefold() in UNKNOWN:
        return None
    found = _first(time.fromisoformat, [text]) if len(text) > 4 else None
    clock = re.sub(r"\s*([ap])\.?m\.?$", r" \1m", text.casefold()).replace(".", ":")
    forms = ("%H:%M", "%I:%M %p", "%I %p", "%H:%M:%S")
    if _CLOCK.fullmatch(clock):
        found = found or _first(lambda form: datetime.strptime(clock, form).time(), forms)
    if found is None:
        raise CellError(f"“{_short(text)}” is not a time of day.", "Write it as in 09:30.")
    return found


def _moment(_field: Field, cell: Cell, _how: Reading) -> datetime | None:
    text = text_of(cell)
    if not isinstance(cell, datetime) and (not text or text.casefold() in UNKNOWN):
        return None
    found = cell if isinstance(cell, datetime) else _first(datetime.fromisoformat, [text])
    if found is None:
        raise CellError(f"“{_short(text)}” is not a time.", "Write it as in 2026-11-30 14:05.")
    return found if found.tzinfo else found.astimezone()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


_READERS: Mapping[str, Callable[[Field, Cell, Reading], Any]] = {
    "text": _text,
    "long": _text,
    "words": _words,
    "whole": _whole,
    "money": _money,
    "number": _amount,
    "percent": _amount,
    "flag": _flag,
    "date": _date,
    "time": _time,
    "moment": _moment,
    "choice": _choice,
}
