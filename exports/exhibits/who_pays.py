# SPDX-License-Identifier: MIT
"""Who is paid what, as bands from the year's result to each party, as wide as the amounts."""

from collections.abc import Sequence

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import legend, pages_of, swatch, turned_to
from exports.exhibits.typography import SEMIBOLD, fit
from workshop.deal.flows import Flow, Flows, money_flows, money_sentences
from workshop.deal.scenarios import CAUTION
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop
from workshop.why import amount, percent

_DISK = 0.6
_LEAST = 0.06
"""The least width of a band, in multiples of the text size, so that a small sum is seen."""


def who_pays(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw who is paid what in an expected year; Areas “organization” and “pot”."""
    try:
        found = money_flows(workshop)
    except RuleError as missing:
        return empty(look, size, "Who is paid what cannot be worked out yet", str(missing))
    sheet = Sheet(size, look)
    title, subtitle = money_sentences(found)
    em, line = look.text, look.line
    note = fit(CAUTION, em, size[0], 2)
    marks = [(swatch(look.theme.calm), "is paid")]
    if any(each.amount < 0 for each in found.flows):
        marks.append((swatch(look.theme.gap), "pays in"))
    foot = line * len(note) + legend(Sheet(size, look), 0, marks) + 0.8 * em
    names = [fit(each.name, em, 0.44 * size[0], 2, SEMIBOLD) for each in found.flows]
    heights = [line * (len(name) + 1) + 0.7 * em for name in names]
    pages = pages_of(heights, max(size[1] - foot, line))
    here = turned_to(pages, page)
    bottom = max(sum(heights[at] for at in here), 6 * line)
    _draw(sheet, workshop, found, here, names, heights, bottom)
    below = legend(sheet, bottom + 0.4 * em, marks)
    below = sheet.block(0, below + 0.2 * em, note, color=look.theme.mute)
    alt = " ".join([f"{title}.", f"{subtitle}.", *(f"{_said(found, e)}." for e in found.flows)])
    return sheet.exhibit(title, subtitle, alt, len(pages), below)


def _draw(
    sheet: Sheet,
    workshop: Workshop,
    found: Flows,
    here: range,
    names: Sequence[tuple[str, ...]],
    heights: Sequence[float],
    bottom: float,
) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    x_bar, x_end = 0.3 * sheet.width, 0.52 * sheet.width
    whole = sum(abs(each.amount) for each in found.flows) or 1
    part = sum(abs(found.flows[at].amount) for at in here)
    full = min(10 * em, 0.8 * bottom)
    high = full * part / whole  # bands are as wide on every page
    top, y = (bottom - high) / 2, 0.0
    _source(sheet, found, x_bar, bottom / 2)
    for at in here:
        flow = found.flows[at]
        middle = y + heights[at] / 2
        wide = full * abs(flow.amount) / whole
        half = max(wide, _LEAST * em) / 2
        start = top + wide / 2
        color = theme.gap if flow.amount < 0 else theme.calm
        if flow.amount:
            corners = [
                (x_bar, start - half), (x_end, middle - half),
                (x_end, middle + half), (x_bar, start + half),
            ]  # fmt: skip
            sheet.shape(corners, fill=color, opacity=0.55)
        _end(sheet, workshop, found, flow, names[at], (x_end, y, heights[at]))
        top += wide
        y += heights[at]
    sheet.box(x_bar - 0.35 * em, (bottom - high) / 2, 0.35 * em, high, fill=theme.deep)


def _source(sheet: Sheet, found: Flows, x: float, y: float) -> None:
    em, right = sheet.look.text, x - 0.8 * sheet.look.text
    told = fit("A year is expected to bring", em, right, 3)
    sum_ = fit(amount(found.earned), em, right, 1, SEMIBOLD)
    top = y - sheet.look.line * (len(told) + 1) / 2
    for number, words in enumerate((*told, *sum_)):
        last = number == len(told)
        at = top + (number + 0.5) * sheet.look.line
        font = {"font": SEMIBOLD} if last else {"color": sheet.look.theme.mute}
        sheet.text(right, at, words, anchor="end", **font)  # type: ignore[arg-type]  # one of the two


def _end(
    sheet: Sheet,
    workshop: Workshop,
    found: Flows,
    flow: Flow,
    name: tuple[str, ...],
    place: tuple[float, float, float],
) -> None:
    theme, em, line = sheet.look.theme, sheet.look.text, sheet.look.line
    x, top, high = place
    middle, r = top + high / 2, _DISK * em
    organization = workshop.of(Organization).get(flow.organization or "")
    if organization:
        fill, rim = (theme.deep, theme.ink) if organization.ours else (theme.accent, theme.accent)
        sheet.dot(x + r, middle, r, fill=fill, stroke=rim, thick=0.06 * em)
    else:
        sheet.box(x, middle - r, 2 * r, 2 * r, radius=0.2 * em, fill=theme.paper, stroke=theme.mute)
    left = x + 2 * r + 0.5 * em
    start = middle - line * (len(name) + 1) / 2
    below = sheet.block(left, start, name, font=SEMIBOLD)
    words = fit(_figures(found, flow), em, sheet.width - left, 1)
    sheet.block(left, below, words, color=theme.mute)
    role = "organization" if organization else "pot"
    sheet.area(x, top, sheet.width - x, high, role, flow.organization or "", _said(found, flow))


def _figures(found: Flows, flow: Flow) -> str:
    share = f" ({percent(flow.amount / found.earned)})" if found.earned > 0 < flow.amount else ""
    worst = f"; worst year {amount(flow.worst)}" if flow.worst < 0 else ""
    return f"{amount(flow.amount)}{share}{worst}"


def _said(found: Flows, flow: Flow) -> str:
    return f"{flow.name}: {_figures(found, flow)}"
