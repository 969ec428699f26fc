# SPDX-License-Identifier: MIT
"""How well candidates fit: one in all its parts, and all of them side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, Slot, arrange, headers, pages_of, turned_to
from exports.exhibits.typography import REGULAR, SEMIBOLD, fit
from workshop.ids import Id
from workshop.partners.fit import Fit, fit_headline, fits
from workshop.partners.fit import fit as fit_of
from workshop.partners.fit_parts import DERAILER, Score
from workshop.prepare.details import ours
from workshop.state import Workshop
from workshop.why import number, percent

MOST = 4
"""The most candidates that stand side by side on a page."""
_FEWEST_EMS = 8
_DERAILS = "can derail it"


class _Line(NamedTuple):
    label: Sequence[str]
    scores: Sequence[Score | None]
    values: Sequence[float | None]
    notes: Sequence[Sequence[str]]
    height: float


def partner_profile(
    workshop: Workshop, organization: Id, look: Look, size: Size, page: int = 0
) -> Exhibit:
    """Draw the six parts of one candidate's fit; Areas “score” tell the formula and inputs."""
    found = fit_of(workshop, organization)
    columns = (
        Column("label", "Part of the fit", 9, 1),
        Column("bar", "Fit from 0 to 100%", 10, 2),
        Column("note", "What it rests on", 12, 3),
    )
    slots = arrange(columns, size[0], look.text)
    rows = [_line(look, slots, score.label, [score], [score.value]) for score in found.scores]
    rows.append(_line(look, slots, "Overall", [None], [found.overall]))
    subtitle = "A part below 40% can derail an alliance, whatever the total"
    alt = " ".join(_sentence(score) for score in found.scores)
    return _draw(look, size, page, slots, rows, fit_headline(found), subtitle, alt)


def fit_board(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Compare all candidates, the best fits first, as many on a page as stand side by side."""
    if not ours(workshop) or not (every := fits(workshop)):
        sentence = "How well each candidate fits will show here. Start by naming candidates."
        return empty(look, size, "No candidate to compare yet", sentence)
    many = _side_by_side(look, size)
    pages = [every[first : first + many] for first in range(0, len(every), many)]
    shown = _compared(pages[min(max(page, 0), len(pages) - 1)], look, size, 0)
    best = every[0]
    title = "No fit is rated yet"
    if best.overall is not None:
        title = f"{best.partner.name} fits best ({percent(best.overall)})"
        title += _derailed(every)
    return shown._replace(title=title, pages=len(pages))


def _side_by_side(look: Look, size: Size) -> int:
    room = size[0] / look.text - 10
    return max(1, min(MOST, int(room // (_FEWEST_EMS + 1.2))))


def _compared(found: Sequence[Fit], look: Look, size: Size, page: int) -> Exhibit:
    columns = [Column("label", "", 9, 0.5)]
    columns += [
        Column(f"bar{n}", each.partner.name, _FEWEST_EMS, 2) for n, each in enumerate(found)
    ]
    slots = arrange(columns, size[0], look.text)
    rows = [
        _line(look, slots, scores[0].label, scores, [score.value for score in scores])
        for scores in zip(*(each.scores for each in found), strict=True)
    ]
    rows.append(_line(look, slots, "Overall", [None] * len(found), [f.overall for f in found]))
    alt = " ".join(fit_headline(each) + "." for each in found)
    return _draw(look, size, page, slots, rows, "", "", alt)


def _derailed(every: Sequence[Fit]) -> str:
    weak = [each.partner.name for each in every if each.derailers]
    if not weak:
        return "; nothing would derail any of them"
    verb = "has" if len(weak) == 1 else "have"
    return f"; {len(weak)} of {len(every)} {verb} a part that can derail it"


def _line(
    look: Look,
    slots: dict[str, Slot],
    label: str,
    scores: Sequence[Score | None],
    values: Sequence[float | None],
) -> _Line:
    em = look.text
    overall = scores[0] is None
    name = fit(label, em, slots["label"].width, 2, SEMIBOLD if overall else REGULAR)
    notes: list[Sequence[str]] = []
    if "note" in slots and (score := scores[0]) is not None:
        said = score.note if score.value is not None else "not rated"
        notes.append(fit(said, em, slots["note"].width, 3))
    lines = max(len(name), 1, *(len(note) for note in notes))
    return _Line(name, scores, values, notes, look.line * lines + 0.9 * em)


def _draw(
    look: Look,
    size: Size,
    page: int,
    slots: dict[str, Slot],
    rows: Sequence[_Line],
    title: str,
    subtitle: str,
    alt: str,
) -> Exhibit:
    sheet = Sheet(size, look)
    top = headers(sheet, list(slots.values()), 0)
    pages = pages_of([row.height for row in rows], size[1] - top - 1)
    y = top
    for row in (rows[n] for n in turned_to(pages, page)):
        _draw_row(sheet, slots, row, y)
        y += row.height
        sheet.rule(0, y, size[0], y)
    return sheet.exhibit(title, subtitle, alt, len(pages), y + 1)


def _draw_row(sheet: Sheet, slots: dict[str, Slot], row: _Line, y: float) -> None:
    middle = y + row.height / 2
    overall = row.scores[0] is None
    sheet.lines(slots["label"].x, middle, row.label, font=SEMIBOLD if overall else REGULAR)
    bars = [slot for key, slot in slots.items() if key.startswith("bar")]
    for slot, score, value in zip(bars, row.scores, row.values, strict=False):
        _bar(sheet, slot, value, middle, overall=overall)
        if score is not None:
            text = _sentence(score)
            sheet.area(slot.x, y, slot.width, row.height, "score", score.part, text)
    if "note" in slots and row.notes:
        sheet.lines(slots["note"].x, middle, row.notes[0], color=sheet.look.theme.mute)


def _bar(sheet: Sheet, slot: Slot, value: float | None, y: float, *, overall: bool) -> None:
    theme, em = sheet.look.theme, sheet.look.text
    track = slot.width - 3.4 * em
    sheet.rule(slot.x, y, slot.x + track, y, theme.line, 0.15 * em)
    weak = value is not None and value < DERAILER
    if value is not None:
        color = theme.accent if overall else theme.gap if weak else theme.calm
        sheet.box(slot.x, y - 0.45 * em, track * value, 0.9 * em, fill=color)
        at = slot.x + track * DERAILER
        sheet.rule(at, y - 0.6 * em, at, y + 0.6 * em, theme.mute, 0.08 * em, [2, 2])
    shown = "–" if value is None else percent(value)
    font = SEMIBOLD if overall or weak else REGULAR
    sheet.text(slot.end, y, shown, anchor="end", font=font, color=theme.gap if weak else theme.ink)


def _sentence(score: Score) -> str:
    inputs = ", ".join(f"{name} {value}" for name, value in score.why.inputs)
    said = (
        f"{score.label}: {number(score.value)}"
        if score.value is not None
        else f"{score.label}: not rated"
    )
    weak = f", {_DERAILS}" if score.derails else ""
    return f"{said}{weak}. {score.why.formula}: {inputs}."
