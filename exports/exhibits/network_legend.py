# SPDX-License-Identifier: MIT
"""The legend of the network, made only of what the picture shows."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from exports.exhibits import network_style as style
from exports.exhibits.exhibit import Look, Sheet
from exports.exhibits.network_marks import draw_sign
from exports.exhibits.typography import fit, width
from resources.theme import Theme
from workshop.partners.covering import covering_assets
from workshop.partners.graph import relations
from workshop.partners.positions import shown_capabilities
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

_MARK = 2.2
_BETWEEN = 1.3
_LINE = 1.7
_MOST = 22


class Entry(NamedTuple):
    """One sign of the legend and its words."""

    label: str
    shape: Literal["node", "line", "square"]
    node: style.NodeStyle | None = None
    relation: style.RelationStyle | None = None
    dashed: bool = False
    width: float = 0.22


def legend_entries(
    workshop: Workshop, ties: Collection[Tie], theme: Theme, capabilities: bool
) -> list[Entry]:
    """Give an entry for each kind of node and tie that is shown."""
    nodes = {style.node_style(one, theme) for one in workshop.of(Organization).values()}
    entries = [Entry(n.label, "node", n) for n in sorted(nodes, key=lambda n: -n.radius)]
    looks = style.relation_styles(relations(workshop), theme)
    lines = style.strands(ties)
    used = {strand.tie.relation for strand in lines if not strand.several}
    marked = len(ties) <= style.MANY_TIES
    for name in (name for name in looks if name in used):
        look = looks[name] if marked else looks[name]._replace(sign="")
        entries.append(Entry(name, "line", relation=look))
    plain = style.RelationStyle(theme.mute, "")
    if any(strand.several for strand in lines):
        entries.append(Entry(style.SEVERAL, "line", relation=plain))
    if any(tie.status == "planned" for tie in ties):
        entries.append(Entry("planned", "line", relation=plain, dashed=True))
    if len({tie.strength for tie in ties}) > 1:
        entries.append(Entry("wider is stronger", "line", relation=plain, width=0.36))
    return entries + (_capability_entries(workshop, theme) if capabilities else [])


def legend_height(entries: list[Entry], look: Look, wide: float) -> float:
    """Give the height the legend takes."""
    return (len(_rows(entries, look, wide)) * _LINE + 0.5) * look.text


def draw_legend(sheet: Sheet, entries: list[Entry], top: float) -> None:
    """Draw the legend from `top` down."""
    em = sheet.look.text
    y = top + (0.25 + _LINE / 2) * em
    for row in _rows(entries, sheet.look, sheet.width):
        x = 0.6 * em
        for entry in row:
            _draw_mark(sheet, entry, x, y)
            label = fit(entry.label, em, _MOST * em, 1)[0]
            x = sheet.text(x + _MARK * em, y, label, color=sheet.look.theme.mute) + _BETWEEN * em
        y += _LINE * em


def _capability_entries(workshop: Workshop, theme: Theme) -> list[Entry]:
    held = {asset.capability for asset in covering_assets(workshop)}
    shown = {capability.id for capability in shown_capabilities(workshop)}
    entries = []
    if shown & held:
        entries.append(Entry("capability, with who could cover it", "square"))
    if shown - held:
        entries.append(Entry("covered by nobody", "square", dashed=True))
    return entries


def _rows(entries: list[Entry], look: Look, wide: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    x = 0.6 * look.text
    for entry in entries:
        label = fit(entry.label, look.text, _MOST * look.text, 1)[0]
        step = (_MARK + _BETWEEN) * look.text + width(label, look.text)
        if rows[-1] and x + step - _BETWEEN * look.text > wide:
            rows.append([])
            x = 0.6 * look.text
        rows[-1].append(entry)
        x += step
    return rows


def _draw_mark(sheet: Sheet, entry: Entry, x: float, y: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    if entry.node:
        look, r = entry.node, min(entry.node.radius, 0.72) * em
        rim = look.rim_width * em * 0.8
        sheet.dot(x + em, y, r, fill=look.fill, stroke=look.rim if rim else None, thick=rim)
    elif entry.shape == "square":
        half, color = 0.6 * em, theme.gap if entry.dashed else theme.need
        sheet.box(
            x + em - half, y - half, 2 * half, 2 * half, radius=0.2 * em,
            fill=theme.paper if entry.dashed else theme.need_soft, stroke=color, thick=0.1 * em,
            dash=(0.3 * em, 0.2 * em) if entry.dashed else None,
        )  # fmt: skip
    elif entry.relation:
        dash = [part * em for part in style.PLANNED_DASH] if entry.dashed else None
        line = (x, y, x + 1.9 * em, y)
        sheet.rule(*line, entry.relation.color, entry.width * em, dash)
        draw_sign(sheet, line, entry.relation, em)
