# SPDX-License-Identifier: MIT
"""Packages on the table by their place for each party: who would rather have which, and no value.

With two parties one field, with three a field for each pair, with more a list.
"""

from collections.abc import Sequence
from itertools import combinations

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import legend
from exports.exhibits.typography import SEMIBOLD, fit
from exports.exhibits.words import Line, word_list
from workshop.deal.parties import name_of
from workshop.deal.term_records import Package, Term, TermOption
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted

_FIELDS_UP_TO = 3
_NARROW = 24
"""A field narrower than this, in multiples of the text size, has a page of its own."""


def frontier(workshop: Workshop, look: Look, size: Size, page: int = 0) -> Exhibit:
    """Draw the packages on the table; Areas “package”."""
    found = [p for p in workshop.all(Package) if p.status != "set_aside"]
    placed = [p for p in found if p.parties and len(p.ranks) == len(p.parties)]
    if not found:
        sentence = "Packages that nobody can improve on without costing another will stand here."
        return empty(look, size, "No package is on the table yet", sentence)
    title = _title(workshop, found)
    parties = placed[0].parties if placed else ()
    same = [each for each in placed if each.parties == parties]
    if not 2 <= len(parties) <= _FIELDS_UP_TO:
        lines = [Line(each.name, _options(workshop, each)) for each in found]
        return word_list(lines, look, size, page, title, "")
    pairs = list(combinations(range(len(parties)), 2))
    beside = max(1, min(len(pairs), int(size[0] / (_NARROW * look.text))))
    pages = -(-len(pairs) // beside)
    shown = pairs[min(page, pages - 1) * beside :][:beside]
    sheet = Sheet(size, look)
    top = legend(sheet, 0, _LEGEND) + 0.6 * look.text
    wide = size[0] / beside
    for at, pair in enumerate(shown):
        _field(sheet, workshop, same, pair, (at * wide, top, wide - 1.5 * look.text))
    alt = " ".join(f"{each.name}: {_options(workshop, each)}." for each in found)
    about = "Places only, from the best on the table outward; nobody's values are shown"
    return sheet.exhibit(title, about, alt, pages)


def _title(workshop: Workshop, found: Sequence[Package]) -> str:
    agreed = [each for each in found if each.status == "agreed"]
    if agreed:
        return f"Agreed: {_options(workshop, agreed[0])}"
    return f"{counted(len(found), 'package')} on the table, none agreed yet"


def _options(workshop: Workshop, package: Package) -> str:
    options = workshop.of(TermOption)
    told = [
        f"{workshop.get(Term, options[id].term).name} {options[id].text}"
        for id in package.options
        if id in options
    ]
    return ", ".join(told) or "no option chosen yet"


def _agreed(sheet: Sheet, x: float, y: float) -> None:
    marks.diamond(sheet, x, y, 0.62, fill=sheet.look.theme.accent)


def _fair(sheet: Sheet, x: float, y: float) -> None:
    em = sheet.look.text
    sheet.dot(x, y, 0.55 * em, stroke=sheet.look.theme.accent, thick=0.14 * em)
    sheet.dot(x, y, 0.28 * em, fill=sheet.look.theme.accent)


def _plain(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 0.36 * sheet.look.text, fill=sheet.look.theme.today)


_LEGEND = ((_agreed, "agreed"), (_fair, "fairest for all"), (_plain, "on the table"))


def _field(
    sheet: Sheet,
    workshop: Workshop,
    found: Sequence[Package],
    pair: tuple[int, int],
    place: tuple[float, float, float],
) -> None:
    em, theme, line = sheet.look.text, sheet.look.theme, sheet.look.line
    left, top, wide = place
    one, other = (found[0].parties[at] for at in pair)
    up = fit(f"Higher: better for {name_of(workshop, other)}", em, wide, 2, SEMIBOLD)
    across = fit(f"Further right: better for {name_of(workshop, one)}", em, wide, 2, SEMIBOLD)
    start = sheet.block(left, top, up, font=SEMIBOLD, color=theme.mute) + 0.3 * em
    bottom = sheet.height - line * len(across) - 0.3 * em
    sheet.rule(left, start, left, bottom, theme.mute)
    sheet.rule(left, bottom, left + wide, bottom, theme.mute)
    sheet.block(left, bottom + 0.3 * em, across, font=SEMIBOLD, color=theme.mute)
    most = [max(each.ranks[at] for each in found) for at in pair]
    room = (wide - 2 * em, bottom - start - 2 * em)
    for each in found:
        worse = [
            (each.ranks[at] - 1) / max(1, last - 1) for at, last in zip(pair, most, strict=True)
        ]
        x = left + em + room[0] * (1 - worse[0])
        y = start + em + room[1] * worse[1]
        mark = _agreed if each.status == "agreed" else _fair if _is_fair(each) else _plain
        mark(sheet, x, y)
        sheet.area(
            x - 0.7 * em,
            y - 0.7 * em,
            1.4 * em,
            1.4 * em,
            "package",
            each.id,
            _said(workshop, each),
        )


def _is_fair(each: Package) -> bool:
    return bool({"nash", "max_min"} & set(each.marks))


def _said(workshop: Workshop, each: Package) -> str:
    places = [
        f"place {rank} for {_name(workshop, id)}"
        for id, rank in zip(each.parties, each.ranks, strict=True)
    ]
    return f"{each.name}: {_options(workshop, each)}; {', '.join(places)}"


def _name(workshop: Workshop, id: Id) -> str:
    return name_of(workshop, id)
