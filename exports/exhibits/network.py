# SPDX-License-Identifier: MIT
"""The partner network as a picture, with every node where the live map has it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np

from exports.exhibits import network_style as style
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.network_legend import draw_legend, legend_entries, legend_height
from exports.exhibits.network_marks import draw_arrow, draw_sign
from exports.exhibits.typography import LEADING, SEMIBOLD, fit, width, wrap
from workshop.ids import Id
from workshop.partners.covering import covering_assets
from workshop.partners.graph import EVERYTHING, NetworkFilter, relations, shown_ties
from workshop.partners.headline import headline, importance, read_out
from workshop.partners.labels import Scene, place_labels
from workshop.partners.positions import positions, shown_capabilities
from workshop.partners.records import Tie
from workshop.prepare.records import Organization
from workshop.state import Workshop

_NAME = 10.5
_MOST_STRETCH = 1.4
_BELONGS = (
    "Here the organizations and the ties between them will show. "
    "Start with the organizations at the table, then tie two of them."
)


class _Spot(NamedTuple):
    x: float
    y: float
    radius: float


def network(
    workshop: Workshop,
    look: Look,
    size: Size,
    page: int = 0,
    *,
    filter: NetworkFilter = EVERYTHING,
    show_capabilities: bool = False,
    highlight: Collection[Id] = (),
) -> Exhibit:
    """Draw organizations and their ties; nodes are areas with the role “node” and their own id.

    With a highlight, nodes that are not in it step back. There is one page.
    """
    organizations = workshop.of(Organization)
    if not organizations:
        return empty(look, size, "No organizations yet", _BELONGS)
    height = min(size[1], size[0] * 0.68)
    sheet = Sheet((size[0], height), look)
    ties = shown_ties(workshop, filter)
    entries = legend_entries(workshop, ties, look.theme, show_capabilities)
    legend = legend_height(entries, look, size[0])
    spots = _spots(workshop, look, (size[0], height - legend), show_capabilities)
    lines = _draw_ties(sheet, workshop, ties, spots, highlight)
    if show_capabilities:
        lines += _draw_assets(sheet, workshop, spots)
        _draw_capabilities(sheet, workshop, spots)
    _draw_nodes(sheet, workshop, spots, highlight)
    order = importance(workshop, filter) + [id for id in spots if id not in organizations]
    hidden = _draw_names(sheet, workshop, spots, lines, order, height - legend)
    draw_legend(sheet, entries, height - legend)
    for id in importance(workshop, filter):
        _note(sheet, spots[id], id, read_out(workshop, id, filter))
    title, subtitle = headline(workshop, filter)
    return sheet.exhibit(title, subtitle, _alternative(workshop, title, subtitle, ties, hidden))


def _spots(workshop: Workshop, look: Look, room: Size, capabilities: bool) -> dict[Id, _Spot]:
    """Fit the map into the room, stretched a little if that fills it better."""
    places = positions(workshop, capabilities)
    em = look.text * style.node_scale(len(places))
    points = np.array(list(places.values()))
    low, span = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-6)
    side = min(_NAME / 2 * look.text, room[0] * 0.16)
    margin = np.array([side, 2.4 * look.text])
    beside = np.array([side if capabilities else 0.0, 0.0])
    inner = np.maximum(np.array(room) - 2 * margin - beside, look.text)
    scales = inner / span
    scale = np.minimum(scales, scales.min() * _MOST_STRETCH)
    scale = np.minimum(scale, 22 * look.text / 100)
    offset = (np.array(room) - beside - span * scale) / 2
    radii = _radii(workshop, look)
    return {
        id: _Spot(
            float(offset[0] + (x - low[0]) * scale[0]),
            float(offset[1] + (y - low[1]) * scale[1]),
            radii.get(id, style.CAPABILITY) * em,
        )
        for id, (x, y) in places.items()
    }


def _radii(workshop: Workshop, look: Look) -> dict[Id, float]:
    organizations = workshop.of(Organization)
    return {id: style.node_style(one, look.theme).radius for id, one in organizations.items()}


def _draw_ties(
    sheet: Sheet,
    workshop: Workshop,
    ties: Collection[Tie],
    spots: Mapping[Id, _Spot],
    highlight: Collection[Id],
) -> list[tuple[float, float, float, float]]:
    theme = sheet.look.theme
    em = sheet.look.text * style.node_scale(len(spots))
    looks = style.relation_styles(relations(workshop), theme)
    lines = []
    for strand in style.strands(ties):
        tie = strand.tie
        line = style.line_of(strand, spots[tie.source], spots[tie.target], em)
        faded = bool(highlight) and not {tie.source, tie.target} <= set(highlight)
        color = theme.mute if strand.several else looks[tie.relation].color
        thick = style.tie_width(tie.strength) * em * style.tie_scale(len(ties))
        dash = [part * em for part in style.PLANNED_DASH] if tie.status == "planned" else None
        sheet.rule(*line, theme.line if faded else color, thick, dash)
        if tie.directed:
            draw_arrow(sheet, line, theme.line if faded else color, em, thick)
        if not strand.several and not faded and len(ties) <= style.MANY_TIES:
            draw_sign(sheet, line, looks[tie.relation], em)
        lines.append(line)
    return lines


def _draw_assets(
    sheet: Sheet, workshop: Workshop, spots: Mapping[Id, _Spot]
) -> list[tuple[float, float, float, float]]:
    lines = []
    em = sheet.look.text * style.node_scale(len(spots))
    for asset in covering_assets(workshop):
        one, other = spots[asset.organization], spots[asset.capability]
        line = (one.x, one.y, other.x, other.y)
        sheet.rule(*line, sheet.look.theme.need, style.ASSET_WIDTH * em)
        lines.append(line)
    return lines


def _draw_capabilities(sheet: Sheet, workshop: Workshop, spots: Mapping[Id, _Spot]) -> None:
    theme = sheet.look.theme
    held = {asset.capability for asset in covering_assets(workshop)}
    for capability in shown_capabilities(workshop):
        x, y, r = spots[capability.id]
        is_held = capability.id in held
        sheet.box(
            x - r, y - r, 2 * r, 2 * r, radius=r * 0.35,
            fill=theme.need_soft if is_held else theme.paper,
            stroke=theme.need if is_held else theme.gap, thick=r * 0.16,
            dash=None if is_held else (r * 0.4, r * 0.3),
        )  # fmt: skip
        _note(sheet, spots[capability.id], capability.id, capability.name)


def _draw_nodes(
    sheet: Sheet, workshop: Workshop, spots: Mapping[Id, _Spot], highlight: Collection[Id]
) -> None:
    theme = sheet.look.theme
    for organization in workshop.all(Organization):
        look = style.node_style(organization, theme)
        x, y, radius = spots[organization.id]
        rim = look.rim_width * radius / look.radius
        if highlight and organization.id not in highlight:
            sheet.dot(x, y, radius, fill=theme.neutral)
        else:
            sheet.dot(x, y, radius, fill=look.fill, stroke=look.rim if rim else None, thick=rim)


def _draw_names(
    sheet: Sheet,
    workshop: Workshop,
    spots: Mapping[Id, _Spot],
    lines: list[tuple[float, float, float, float]],
    order: list[Id],
    low: float,
) -> int:
    """Set the names that find room, on a soft ground; give how many did not."""
    size, number = sheet.look.text, {id: at for at, id in enumerate(spots)}
    wrapped = {id: name_lines(_name(workshop, id), size) for id in spots}
    sizes = np.array(
        [_extent(wrapped[id], size) for id in spots],
        dtype=np.float32,
    )
    scene = Scene(
        np.array(list(spots.values()), dtype=np.float32),
        np.array(lines, dtype=np.float32).reshape(-1, 4),
        (2, 2, sheet.width - 2, low - 2),
    )
    found = place_labels(scene, sizes, [number[id] for id in order])
    for id in order:
        spot = found.get(number[id])
        if spot:
            wide, high = (float(value) for value in sizes[number[id]])
            sheet.box(*spot, wide, high, radius=3, fill=sheet.look.theme.paper, opacity=0.8)
            sheet.lines(
                spot[0] + wide / 2, spot[1] + high / 2, wrapped[id], font=SEMIBOLD, anchor="middle"
            )
    return len(order) - len(found)


def name_lines(name: str, size: float) -> tuple[str, ...]:
    """Break a name into two lines at most; it is cut only where no width would hold it."""
    for limit in style.NAME_WIDTHS:
        lines = wrap(name, size, limit * size, SEMIBOLD)
        if len(lines) <= 2:
            return lines
    return fit(name, size, style.NAME_WIDTHS[-1] * size, 2, SEMIBOLD)


def _name(workshop: Workshop, id: Id) -> str:
    organization = workshop.of(Organization).get(id)
    if organization:
        return organization.name
    return next(each.name for each in shown_capabilities(workshop) if each.id == id)


def _extent(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    wide = max(width(line, size, SEMIBOLD) for line in lines)
    return wide + 0.4 * size, size * LEADING * len(lines)


def _note(sheet: Sheet, spot: _Spot, id: Id, text: str) -> None:
    x, y, r = spot
    sheet.area(x - r, y - r, 2 * r, 2 * r, "node", id, text)


def _alternative(
    workshop: Workshop, title: str, subtitle: str, ties: Collection[Tie], hidden: int
) -> str:
    count = len(workshop.of(Organization))
    words = [f"{title}.", f"{subtitle}." if subtitle else ""]
    words.append(f"The picture shows {count} organizations and {len(ties)} ties.")
    if hidden:
        words.append(f"{hidden} names found no room.")
    return " ".join(filter(None, words))
