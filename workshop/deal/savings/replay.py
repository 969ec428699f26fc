# SPDX-License-Identifier: MIT
"""Replay a published results file: which rows the rules reproduce, and why the others differ."""

import csv
import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from workshop.deal.records import Cents
from workshop.deal.savings.program import Program, Replay, covers, programs, track
from workshop.deal.savings.settle import Settlement, Year, settle
from workshop.interchange.cells import number
from workshop.record import RuleError
from workshop.why import amount, counted

TOLERANCE: Cents = 200
_MOST_ROWS = 100_000
_RATES = ("minimum", "quality_score")


class Row(NamedTuple):
    """One row of the file: what was published, what the rules give, and why they differ if so."""

    line: int
    name: str
    published: Cents | None
    computed: Cents | None
    verdict: str
    """“reproduced”, “explained” or “unexplained”."""
    sentence: str


class Report(NamedTuple):
    """The whole file, row by row."""

    rules: Program
    rows: tuple[Row, ...]

    def of(self, verdict: str) -> list[Row]:
        """Give the rows with a verdict."""
        return [row for row in self.rows if row.verdict == verdict]

    @property
    def sentence(self) -> str:
        """What was found, in a sentence."""
        good, told = len(self.of("reproduced")), len(self.of("explained"))
        rest = len(self.rows) - good - told
        within = amount(TOLERANCE)
        return (
            f"{good} of {counted(len(self.rows), 'row')} reproduced within {within} dollars by "
            f"{self.rules.title}; {told} explained, {rest} not explained."
        )


def replay(path: Path, rules: Program | None = None) -> Report:
    """Replay a file by rules, or by those of the year in its name, else the newest."""
    header, lines = _read(path)
    rules = rules or _rules_for(path.name)
    if rules.replay is None:
        raise RuleError(f"{rules.title} does not say how to read a results file.")
    lacking = [c for c in rules.replay.columns.values() if c not in header]
    if lacking:
        raise RuleError(f"{path.name} has no column {lacking[0]}, which {rules.title} needs.")
    whole = _in_percent(rules.replay, lines)
    return Report(rules, tuple(_row(rules, at, line, whole) for at, line in enumerate(lines, 2)))


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            lines = [line for line, _ in zip(reader, range(_MOST_ROWS), strict=False)]
    except (UnicodeDecodeError, csv.Error):
        raise RuleError(f"{path.name} is not a text file with columns in UTF-8.") from None
    if not lines:
        raise RuleError(f"{path.name} has no rows.")
    return list(reader.fieldnames or ()), lines


def _rules_for(name: str) -> Program:
    """Give the rules of the year in a file's name, else the newest that can read such a file."""
    every, years = programs(), [int(year) for year in re.findall(r"20\d\d", name)]
    same_year = [each for year in years for each in every if covers(each, year)]
    return (same_year or [each for each in every if each.replay])[0]


def _in_percent(how: Replay, lines: list[dict[str, str]]) -> Mapping[str, bool]:
    """Tell for each column of rates whether its numbers without a sign are percents."""
    return {
        key: any(
            (value := number(line[how.columns[key]] or "")) is not None and value > 1
            for line in lines
        )
        for key in _RATES
    }


def _row(rules: Program, at: int, line: dict[str, str], whole: Mapping[str, bool]) -> Row:
    how = rules.replay
    assert how is not None  # replay() has refused such rules
    cell = {key: (line[column] or "").strip() for key, column in how.columns.items()}
    name = f"{cell['id']} {cell['name']}".strip()
    published = _cents(cell["earned"])
    try:
        year = _year(how, cell, whole)
        found = settle(rules, year)
    except RuleError as unknown:
        return Row(at, name, published, None, "explained", f"Cannot be replayed: {unknown}")
    verdict, sentence = _compare(rules, year, found, published, _cents(cell["relief"]) or 0)
    return Row(at, name, published, found.earned, verdict, sentence)


def _year(how: Replay, cell: Mapping[str, str], whole: Mapping[str, bool]) -> Year:
    benchmark, spending = _cents(cell["benchmark"]), _cents(cell["spending"])
    if benchmark is None or spending is None:
        raise RuleError("expected or actual spending is suppressed.")
    name = cell["track"]
    if name not in how.tracks:
        raise RuleError(f"the rules have no track {name!r}.")
    people = number(cell["people"])
    return Year(
        benchmark=benchmark,
        spending=spending,
        track=how.tracks[name],
        people=None if people is None else round(people),
        minimum=_rate(cell["minimum"], percent=whole["minimum"]),
        quality="met" if cell["quality_met"] in ("1", "") else "failed",
        quality_score=_rate(cell["quality_score"], percent=whole["quality_score"]),
    )


def _compare(
    rules: Program, year: Year, found: Settlement, published: Cents | None, relief: Cents
) -> tuple[str, str]:
    if published is None:
        return "explained", "The published result is suppressed."
    if abs(found.earned - published) <= TOLERANCE:
        return "reproduced", found.why.inputs[-1][1]
    if relief:
        return _with_relief(rules, year, found, published, abs(relief))
    return "unexplained", f"Computed {amount(found.earned)}, published {amount(published)}."


def _with_relief(
    rules: Program, year: Year, found: Settlement, published: Cents, relief: Cents
) -> tuple[str, str]:
    """Explain a loss that was lowered: by all of it, or by all that an unpublished cap left of it."""
    if abs(found.earned + relief - published) <= TOLERANCE:
        return "explained", (
            f"The published relief of {amount(relief)} lowers the computed loss of "
            f"{amount(-found.earned)} to what was published."
        )
    loss = track(rules, year.track).loss
    if published == 0 and loss and loss.most_of_revenue and relief < -found.earned:
        revenue = Fraction(relief) / Fraction(loss.most_of_revenue)
        return "explained", (
            f"The relief of {amount(relief)} is below the computed loss of {amount(-found.earned)}; "
            f"it is what the cap by revenue leaves if the revenue, which is not published, was "
            f"{amount(round(revenue / 100) * 100)}."
        )
    return "unexplained", (
        f"Computed {amount(found.earned)}, published {amount(published)} after a relief of "
        f"{amount(relief)}."
    )


def _cents(text: str) -> Cents | None:
    value = number(text)
    return None if value is None else round(Fraction(repr(value)) * 100)


def _rate(text: str, *, percent: bool) -> Fraction | None:
    value = number(text)
    if value is None:
        return None
    exact = Fraction(repr(value))
    return exact / 100 if percent or "%" in text else exact
