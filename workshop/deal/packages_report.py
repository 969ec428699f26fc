# SPDX-License-Identifier: MIT
"""What a command line tells of packages; sealed values only if they are asked for."""

from typing import Any

from workshop.deal.package_edits import MARKS
from workshop.deal.packages import Analysis, Point, choice_of, swap
from workshop.deal.packages_problem import Problem, words
from workshop.deal.term_records import Package
from workshop.record import RuleError
from workshop.state import Workshop


def report(workshop: Workshop, found: Analysis, *, sealed: bool = False) -> dict[str, Any]:
    """Give an analysis as plain values for JSON; `sealed` adds everybody's values and lines.

    Without it each package carries its place for each party, 1 being the best that is efficient.
    """
    problem = found.problem
    orders = [
        sorted({each.values[at] for each in found.efficient}, reverse=True)
        for at in range(len(problem.parties))
    ]

    def told(each: Point | None) -> dict[str, Any] | None:
        if each is None:
            return None
        one: dict[str, Any] = {"options": list(words(problem, each.choice).values())}
        one["acceptable"] = each.acceptable
        if sealed:
            one["values"] = [round(value, 9) for value in each.values]
        else:
            one["places"] = [o.index(v) + 1 for o, v in zip(orders, each.values, strict=True)]
        return one

    said: dict[str, Any] = {
        "parties": [each.name for each in problem.parties],
        "terms": [each.name for each in problem.terms],
        "packages": found.packages,
        "acceptable": found.acceptable,
        "exact": found.exact,
        "efficient": [told(each) for each in found.efficient],
        "nash": told(found.nash),
        "max_min": told(found.max_min),
        "highest_sum": told(found.highest_sum),
        "on_the_table": _table(workshop, found),
        "sentence": found.said,
    }
    if sealed:
        said["walk_away"] = [round(float(each) / 10**9, 9) for each in problem.walk_away]
    return said


def text(said: dict[str, Any]) -> str:
    """Give a report as lines to read."""
    lines = [said["sentence"]]
    for key, label in (*MARKS.items(),):
        each = said["highest_sum" if key == "sum" else key]
        options = " · ".join(each["options"]) if each else "no package is above every line"
        lines.append(f"{label}: {options}")
    lines += [f"{each['name']}: {each['swap']}" for each in said["on_the_table"]]
    return "\n".join(lines)


def _table(workshop: Workshop, found: Analysis) -> list[dict[str, Any]]:
    told = []
    for package in workshop.all(Package):
        sentence = _swap(found.problem, package)
        told.append({"name": package.name, "status": package.status, "swap": sentence})
    return told


def _swap(problem: Problem, package: Package) -> str:
    """Say which swap lifts a package, or what it lacks; a term may have come after the package."""
    try:
        better = swap(problem, choice_of(problem, package.options))
    except RuleError as lacking:
        return str(lacking)
    return better.sentence if better else "Nothing is better for all."
