# SPDX-License-Identifier: MIT
"""The partner network as a picture, with every node where the live map has it."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from exports.exhibits import network_style as style
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.name_lines import WHOLE
from exports.exhibits.network_areas import ROOM, draw_area
from exports.exhibits.network_legend import draw_legend, legend_entries, place_legend
from exports.exhibits.network_marks import draw_arrow, draw_sign
from exports.exhibits.network_names import FEWER, Name, Spot, arranged, draw_names, place_names
from workshop.ids import Id
from workshop.partners.arrangements import TRUE, placed
from workshop.partners.covering import covering_assets
from workshop.partners.graph import relations, shown_ties
from workshop.partners.headline import degrees, headline, importance, read_out
from workshop.partners.metrics_table import largest_groups
from workshop.partners.positions import shown_capabilities
from workshop.partners.records import Tie
from workshop.partners.scene import EVERYTHING_SHOWN, Scene
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted

_MARGINS = ((5.25, 2.4), (5.25, 1.2), (6.5, 1.2), (4.2, 1.2), (3.0, 1.2), (2.0, 4.0))
"""The room left around the map for names, across and down, in text sizes; the first is usual."""
_NARROW = (3.0, 1.2)
_MOST_STRETCH = 1.7
_FEW, _SAMPLE = 300, 400
_BELONGS = (
    "Here the organizations and the ties between them will show. "
    "Start with the organizations at the table, then tie two of them."
)


def network(
    workshop: Workshop,
    look: Look,
    size: Size,
    page: int = 0,
    *,
    scene: Scene = EVERYTHING_SHOWN,
    highlight: Collection[Id] = (),
) -> Exhibit:
    """Draw organizations and their ties; nodes are areas with the role “node” and their own id.

    With a highlight, nodes that are not in it step back. There is one page.
    """
    organizations = workshop.of(Organization)
    if not organizations:
        return empty(look, size, "No organizations yet", _BELONGS)
    # Where text may not shrink a crowd gets no better by height, and a few are best seen wide.
    tall = look.least is not None and len(organizations) > FEWER
    height = size[1] if tall else min(size[1], size[0] * 0.68)
    sheet = Sheet((size[0], height), look)
    filter, show_capabilities = scene.filter, scene.shows_capabilities
    ties = shown_ties(workshop, filter)
    entries = legend_entries(workshop, ties, look.theme, scene)
    legend = place_legend(entries, look, (size[0], height))
    room = legend.room
    order = importance(workshop, filter)
    if scene.without in organizations:
        order.append(scene.without)
    if show_capabilities:
        order += [each.id for each in shown_capabilities(workshop)]
    order.sort(key=lambda node: node not in highlight)
    margins = _margins(len(order), shrinks=look.least is not None)
    fits = (_spots(workshop, look, room, scene, margin) for margin in margins)
    spots, names = arranged(fits, lambda spots: _names(workshop, look, spots, ties, order, room))
    _draw_groups(sheet, workshop, scene, spots)
    _draw_ties(sheet, workshop, ties, spots, highlight)
    if show_capabilities:
        _draw_assets(sheet, workshop, spots)
        _draw_capabilities(sheet, workshop, spots)
    _draw_nodes(sheet, workshop, spots, scene, highlight)
    draw_names(sheet, names)
    draw_legend(sheet, legend)
    for id in importance(workshop, filter):
        _note(sheet, spots[id], id, read_out(workshop, id, filter))
    title, subtitle = headline(workshop, filter)
    short = sum(name.placed.shape >= WHOLE for name in names)
    words = _alternative(workshop, title, subtitle, ties, (len(order) - len(names), short))
    return sheet.exhibit(title, subtitle, words)


def _margins(count: int, *, shrinks: bool) -> Sequence[tuple[float, float]]:
    """Give the margins to try: few names are worth several, very many nodes need the room."""
    if count >= style.HUBS_FROM:
        return [_NARROW]
    if count <= FEWER:
        return _MARGINS
    return _MARGINS[:1] if shrinks else _MARGINS[::2]


def _spots(
    workshop: Workshop, look: Look, room: Size, scene: Scene, margins: tuple[float, float]
) -> dict[Id, Spot]:
    """Fit the map into the room, stretched a little if that fills it better."""
    capabilities = scene.shows_capabilities
    places = placed(workshop, scene.arrangement, capabilities)
    em = look.text * style.node_scale(len(places))
    points = np.array(list(places.values()))
    low, span = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-6)
    side = min(margins[0] * look.text, room[0] * 0.2)
    margin = np.array([side, margins[1] * look.text])
    beside = np.array([side if capabilities else 0.0, 0.0])
    inner = np.maximum(np.array(room) - 2 * margin - beside, look.text)
    scales = inner / span
    stretch = 1.0 if scene.arrangement in TRUE else _MOST_STRETCH
    scale = np.minimum(scales, scales.min() * stretch)
    scale = np.minimum(scale, 22 * look.text / 100)
    offset = (np.array(room) - beside - span * scale) / 2
    radii = _radii(workshop, look, scene)
    if look.least is None:
        em *= style.thinned(len(places))
    if len(points) >= style.HUBS_FROM:
        em *= _crowded((points - low) * scale, em)
    elif scene.arrangement:
        em *= _thinned((points - low) * scale, em)
    return {
        id: Spot(
            float(offset[0] + (x - low[0]) * scale[0]),
            float(offset[1] + (y - low[1]) * scale[1]),
            radii.get(id, style.CAPABILITY) * em,
        )
        for id, (x, y) in places.items()
    }


def _thinned(points: NDArray[np.float64], em: float) -> float:
    """Give by how much nodes shrink so that those of one row or column do not touch."""
    if not 1 < len(points) <= _FEW:
        return 1.0
    between = points[:, None] - points[None]
    away = np.hypot(between[..., 0], between[..., 1]) + np.eye(len(points)) * 1e9
    return float(np.clip(away.min() / (2.4 * style.CAPABILITY * em), 0.35, 1.0))


def _crowded(points: NDArray[np.float64], em: float) -> float:
    """Give by how much nodes shrink so that most of them do not touch the next one."""
    some = points[:: max(1, len(points) // _SAMPLE)]
    away = np.hypot(*(some[:, None] - points[None]).T).T
    away[away < 1e-9] = np.inf
    apart = float(np.median(away.min(axis=1)))
    return float(np.clip(apart / (2.2 * style.CAPABILITY * em), 0.3, 1.0))


def _radii(workshop: Workshop, look: Look, scene: Scene) -> dict[Id, float]:
    organizations, ties = workshop.of(Organization), degrees(workshop, scene.filter)
    most, count = max(ties.values(), default=0), len(organizations)
    return {
        id: style.node_style(one, look.theme).radius * style.hub_scale(ties.get(id, 0), most, count)
        for id, one in organizations.items()
    }


def _draw_groups(sheet: Sheet, workshop: Workshop, scene: Scene, spots: Mapping[Id, Spot]) -> None:
    if not scene.grouped_by:
        return
    for number, (_, members) in enumerate(largest_groups(workshop, scene.grouped_by)):
        at = np.array([spots[id][:2] for id in members])
        draw_area(
            sheet, number, at, max(spots[id].radius for id in members) + ROOM * sheet.look.text
        )


def _draw_ties(
    sheet: Sheet,
    workshop: Workshop,
    ties: Collection[Tie],
    spots: Mapping[Id, Spot],
    highlight: Collection[Id],
) -> None:
    theme = sheet.look.theme
    em = sheet.look.text * style.node_scale(len(spots))
    looks = style.relation_styles(relations(workshop), theme)
    presence = 1.0 if highlight else style.tie_presence(len(ties))
    for strand in style.strands(ties):
        tie = strand.tie
        line = style.line_of(strand, spots[tie.source], spots[tie.target], em)
        faded = bool(highlight) and not {tie.source, tie.target} <= set(highlight)
        color = theme.mute if strand.several else looks[tie.relation].color
        color = theme.line if faded else style.mixed(color, theme.paper, presence)
        thick = style.tie_width(tie.strength) * em * style.tie_scale(len(ties))
        dash = [part * em for part in style.PLANNED_DASH] if tie.status == "planned" else None
        sheet.rule(*line, color, thick, dash)
        if tie.directed:
            draw_arrow(sheet, line, color, em, thick)
        if not strand.several and not faded and len(ties) <= style.MANY_TIES:
            draw_sign(sheet, line, looks[tie.relation], em)


def _draw_assets(sheet: Sheet, workshop: Workshop, spots: Mapping[Id, Spot]) -> None:
    em = sheet.look.text * style.node_scale(len(spots))
    for asset in covering_assets(workshop):
        one, other = spots[asset.organization], spots[asset.capability]
        line = (one.x, one.y, other.x, other.y)
        sheet.rule(*line, sheet.look.theme.need, style.ASSET_WIDTH * em)


def _draw_capabilities(sheet: Sheet, workshop: Workshop, spots: Mapping[Id, Spot]) -> None:
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
    sheet: Sheet,
    workshop: Workshop,
    spots: Mapping[Id, Spot],
    scene: Scene,
    highlight: Collection[Id],
) -> None:
    theme = sheet.look.theme
    for organization in workshop.all(Organization):
        look = style.node_style(organization, theme, left=organization.id == scene.without)
        x, y, radius = spots[organization.id]
        rim = look.rim_width * radius / look.radius
        if highlight and organization.id not in highlight:
            sheet.dot(x, y, radius, fill=theme.neutral)
        else:
            sheet.dot(x, y, radius, fill=look.fill, stroke=look.rim if rim else None, thick=rim)


def _names(
    workshop: Workshop,
    look: Look,
    spots: Mapping[Id, Spot],
    ties: Collection[Tie],
    order: list[Id],
    room: Size,
) -> list[Name]:
    em = look.text * style.node_scale(len(spots))
    lines = [
        style.line_of(strand, spots[strand.tie.source], spots[strand.tie.target], em)
        for strand in style.strands(ties)
    ]
    words = {id: _name(workshop, id) for id in order}
    return place_names(words, spots, lines, look, room)


def _name(workshop: Workshop, id: Id) -> str:
    organization = workshop.of(Organization).get(id)
    if organization:
        return organization.name
    return next(each.name for each in shown_capabilities(workshop) if each.id == id)


def _note(sheet: Sheet, spot: Spot, id: Id, text: str) -> None:
    x, y, r = spot
    sheet.area(x - r, y - r, 2 * r, 2 * r, "node", id, text)


def _alternative(
    workshop: Workshop, title: str, subtitle: str, ties: Collection[Tie], names: tuple[int, int]
) -> str:
    """Put the picture into words; `names` are how many names found no room, and are in short."""
    count = len(workshop.of(Organization))
    words = [f"{title}.", f"{subtitle}." if subtitle else ""]
    words.append(
        f"The picture shows {counted(count, 'organization')} and {counted(len(ties), 'tie')}."
    )
    if names[0]:
        words.append(f"{counted(names[0], 'name')} found no room.")
    if names[1]:
        words.append(f"{counted(names[1], 'name is', 'names are')} in short.")
    return " ".join(filter(None, words))
