# SPDX-License-Identifier: MIT
"""The legend of the network, made only of what the picture shows."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from exports.exhibits import network_style as style
from exports.exhibits.exhibit import Look, Sheet, Size
from exports.exhibits.network_areas import area_color
from exports.exhibits.network_marks import draw_sign
from exports.exhibits.typography import fit, width
from resources.theme import Theme
from workshop.partners.covering import covering_assets
from workshop.partners.graph import relations
from workshop.partners.metrics_table import largest_groups
from workshop.partners.positions import shown_capabilities
from workshop.partners.records import Tie
from workshop.partners.scene import EVERYTHING_SHOWN, Scene
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

_MARK = 2.2
_BETWEEN = 1.3
_LINE = 1.7
_TIGHT = 1.3
_MOST = 22
_SHARE = 0.26
"""How much of the height a legend below the map may take before relations are counted only."""


class Entry(NamedTuple):
    """One sign of the legend and its words."""

    label: str
    shape: Literal["node", "line", "square", "area"]
    node: style.NodeStyle | None = None
    relation: style.RelationStyle | None = None
    dashed: bool = False
    width: float = 0.22
    named: bool = False
    """Whether it stands for one relation."""
    number: int = 0
    """The place of a group among those that stand on soft areas."""


def legend_entries(
    workshop: Workshop, ties: Collection[Tie], theme: Theme, scene: Scene = EVERYTHING_SHOWN
) -> list[Entry]:
    """Give an entry for each kind of node and tie that is shown."""
    nodes = {
        style.node_style(one, theme, left=one.id == scene.without)
        for one in workshop.of(Organization).values()
    }
    entries = [Entry(n.label, "node", n) for n in sorted(nodes, key=lambda n: -n.radius)]
    looks = style.relation_styles(relations(workshop), theme)
    lines = style.strands(ties)
    used = {strand.tie.relation for strand in lines if not strand.several}
    marked = len(ties) <= style.MANY_TIES
    for name in (name for name in looks if name in used):
        look = looks[name] if marked else looks[name]._replace(sign="")
        entries.append(Entry(name, "line", relation=look, named=True))
    plain = style.RelationStyle(theme.mute, "")
    if any(strand.several for strand in lines):
        entries.append(Entry(style.SEVERAL, "line", relation=plain))
    if len(workshop.of(Organization)) >= style.HUBS_FROM and ties:
        sized = style.NodeStyle("larger has more ties", 0.55, theme.mute, theme.mute, 0.0)
        entries.append(Entry(sized.label, "node", sized))
    if any(tie.status == "planned" for tie in ties):
        entries.append(Entry("planned", "line", relation=plain, dashed=True))
    if len({tie.strength for tie in ties}) > 1:
        entries.append(Entry("wider is stronger", "line", relation=plain, width=0.36))
    if scene.shows_capabilities:
        entries += _capability_entries(workshop, theme)
    groups = largest_groups(workshop, scene.grouped_by) if scene.grouped_by else ()
    return entries + [Entry(name, "area", number=at) for at, (name, _) in enumerate(groups)]


class Legend(NamedTuple):
    """The entries with their places, and the room at the top left that is left for the map."""

    spots: tuple[tuple[Entry, float, float], ...]
    """Left end and middle of each, in points."""
    room: Size


def place_legend(entries: list[Entry], look: Look, size: Size) -> Legend:
    """Set the legend below the map, or beside it where that leaves the map more of a wide sheet."""
    em = look.text
    entries = _trimmed(entries, look, size)
    rows = _rows(entries, look, size[0])
    low = (size[0], size[1] - (len(rows) * _LINE + 0.5) * em)
    line = min(_LINE * em, size[1] / max(len(entries), 1))
    widest = max((width(_label(entry, em), em) for entry in entries), default=0) + _MARK * em
    beside = (size[0] - widest - 1.2 * em, size[1])
    if line < _TIGHT * em or beside[0] * beside[1] < low[0] * low[1] or len(rows) <= 2:
        spots = [
            (entry, x, low[1] + (0.25 + _LINE * (row + 0.5)) * em)
            for row, line_entries in enumerate(rows)
            for entry, x in line_entries
        ]
        return Legend(tuple(spots), low)
    top = (size[1] - line * len(entries)) / 2
    left = beside[0] + 0.8 * em
    return Legend(
        tuple((entry, left, top + line * (at + 0.5)) for at, entry in enumerate(entries)), beside
    )


def draw_legend(sheet: Sheet, legend: Legend) -> None:
    """Draw the legend."""
    em = sheet.look.text
    for entry, x, y in legend.spots:
        _draw_mark(sheet, entry, x, y)
        sheet.text(x + _MARK * em, y, _label(entry, em), color=sheet.look.theme.mute)


def _trimmed(entries: list[Entry], look: Look, size: Size) -> list[Entry]:
    """Count the least frequent relations instead of naming them where a legend would crowd the map."""
    if len(entries) * _TIGHT * look.text <= size[1]:
        return entries  # there is room beside the map
    most = max(2, int(_SHARE * size[1] / (_LINE * look.text)))
    named = [entry for entry in entries if entry.named]
    plain = style.RelationStyle(look.theme.mute, "")
    kept = entries
    for left in range(len(named) - 1, 0, -1):
        if len(_rows(kept, look, size[0])) <= most:
            break
        words = counted(len(named) - left, "more relation")
        rest = Entry(words, "line", relation=plain)
        gone = named[left:]
        at = entries.index(gone[0])
        kept = [*entries[:at], rest, *(each for each in entries[at:] if each not in gone)]
    return kept


def _label(entry: Entry, em: float) -> str:
    return fit(entry.label, em, _MOST * em, 1)[0]


def _capability_entries(workshop: Workshop, theme: Theme) -> list[Entry]:
    held = {asset.capability for asset in covering_assets(workshop)}
    shown = {capability.id for capability in shown_capabilities(workshop)}
    entries = []
    if shown & held:
        entries.append(Entry("capability, with who could cover it", "square"))
    if shown - held:
        entries.append(Entry("covered by nobody", "square", dashed=True))
    return entries


def _rows(entries: list[Entry], look: Look, wide: float) -> list[list[tuple[Entry, float]]]:
    em = look.text
    rows: list[list[tuple[Entry, float]]] = [[]]
    x = 0.6 * em
    for entry in entries:
        step = _MARK * em + width(_label(entry, em), em)
        if rows[-1] and x + step > wide:
            rows.append([])
            x = 0.6 * em
        rows[-1].append((entry, x))
        x += step + _BETWEEN * em
    return rows


def _draw_mark(sheet: Sheet, entry: Entry, x: float, y: float) -> None:
    em, theme = sheet.look.text, sheet.look.theme
    if entry.node:
        look, r = entry.node, min(entry.node.radius, 0.58) * em
        rim = look.rim_width * em * 0.8
        sheet.dot(x + em, y, r, fill=look.fill, stroke=look.rim if rim else None, thick=rim)
    elif entry.shape == "square":
        half, color = 0.6 * em, theme.gap if entry.dashed else theme.need
        sheet.box(
            x + em - half, y - half, 2 * half, 2 * half, radius=0.2 * em,
            fill=theme.paper if entry.dashed else theme.need_soft, stroke=color, thick=0.1 * em,
            dash=(0.3 * em, 0.2 * em) if entry.dashed else None,
        )  # fmt: skip
    elif entry.shape == "area":
        color = area_color(entry.number, theme)
        sheet.box(x, y - 0.5 * em, 1.8 * em, em, radius=0.3 * em, fill=color, opacity=0.25)
    elif entry.relation:
        dash = [part * em for part in style.PLANNED_DASH] if entry.dashed else None
        line = (x, y, x + 1.9 * em, y)
        sheet.rule(*line, entry.relation.color, entry.width * em, dash)
        draw_sign(sheet, line, entry.relation, em)
