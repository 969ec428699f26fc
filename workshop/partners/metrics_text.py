# SPDX-License-Identifier: MIT
"""The measures of the network as a program and as a person at a terminal read them."""

from collections.abc import Sequence

import msgspec

from workshop.partners.graph import EVERYTHING, NetworkFilter, network, relations
from workshop.partners.metrics import measures
from workshop.partners.metrics_table import report, table
from workshop.record import RuleError
from workshop.state import Workshop

_NAMED = 8


def as_json(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING, group: str | None = None
) -> str:
    """Give all measures as JSON; RuleError if a relation or the field of groups is unknown."""
    _require_relations(workshop, filter)
    written = msgspec.json.encode(report(workshop, filter, group))
    return msgspec.json.format(written, indent=2).decode()


def as_text(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING, group: str | None = None
) -> str:
    """Give the measures as a table with a column for each relation, then names and reasons."""
    _require_relations(workshop, filter)
    found = report(workshop, filter, group)
    heads, rows = table(workshop, filter)
    shown = 1 if len(heads) == 2 else len(heads)  # one relation overall is that relation
    cells = [("", *heads[-shown:]), *((row.label, *row.values[-shown:]) for row in rows)]
    lines = [f"{found['organizations']:,} organizations", "", *_aligned(cells), ""]
    if group:
        value = found["ei_index"]
        lines.append(f"E-I index by {group}: {'–' if value is None else f'{value:.2f}'}")
    lines.append(f"Cut points: {_some(found['cut_points'])}")
    lines.append(f"Bridges: {_some([' – '.join(pair) for pair in found['bridges']])}")
    why = measures(network(workshop, filter)).why
    labels = {row.key: row.label for row in rows}
    lines.extend(f"– {labels[key]}: {reason}" for key, reason in why.items() if key in labels)
    return "\n".join(lines)


def _require_relations(workshop: Workshop, filter: NetworkFilter) -> None:
    known = relations(workshop)
    unknown = sorted((filter.relations or frozenset()) - set(known))
    if unknown:
        there = ", ".join(known) or "none"
        raise RuleError(f"There is no relation “{unknown[0]}” in this workshop; there is {there}.")


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip()
        for row in rows
    ]


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return (", ".join(names[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")) or "none"
