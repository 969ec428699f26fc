# SPDX-License-Identifier: MIT
"""Packages on the table by their place for each party: who would rather have which, and no value.

With two parties one field, with three a field for each pair; then the list, which is all there is
for more.
"""

from collections.abc import Sequence
from itertools import combinations

from exports.exhibits import marks
from exports.exhibits.empty import empty
from exports.exhibits.exhibit import Exhibit, Look, Sheet, Size
from exports.exhibits.table import Column, legend
from exports.exhibits.typography import SEMIBOLD, fit, width
from exports.exhibits.word_table import Finding, Row, word_table
from workshop.deal.package_edits import MARKS
from workshop.deal.parties import name_of
from workshop.deal.term_records import Package, Term, TermOption
from workshop.ids import Id
from workshop.state import Workshop
from workshop.why import counted

_FIELDS_UP_TO = 3
_COLUMNS = (
    Column("name", "Package", 7, 1),
    Column("terms", "Terms", 14, 5),
    Column("marks", "Stands out as", 8, 1.5),
)
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
    pairs = list(combinations(range(len(parties)), 2)) if len(parties) <= _FIELDS_UP_TO else []
    beside = max(1, min(len(pairs), int(size[0] / (_NARROW * look.text))))
    fields = -(-len(pairs) // beside)
    listed = _listed(workshop, found, look, size, max(0, page - fields), title)
    if page >= fields:
        return listed._replace(pages=fields + listed.pages)
    sheet = Sheet(size, look)
    top = legend(sheet, 0, _LEGEND) + 0.6 * look.text
    wide = size[0] / beside
    for at, pair in enumerate(pairs[page * beside :][:beside]):
        _field(sheet, workshop, same, pair, (at * wide, top, wide - 1.5 * look.text))
    alt = " ".join(f"{each.name}: {_options(workshop, each)}." for each in found)
    about = "Places only, from the best on the table outward; nobody’s values are shown"
    return sheet.exhibit(title, about, alt, fields + listed.pages)


def _listed(
    workshop: Workshop, found: Sequence[Package], look: Look, size: Size, page: int, title: str
) -> Exhibit:
    """Give the packages in words, those that are agreed or stand out first."""
    order = sorted(found, key=lambda each: (each.status != "agreed", not each.marks))
    rows = [
        Row(
            each.id,
            {
                "name": each.name,
                "terms": _options(workshop, each),
                "marks": "Agreed" if each.status == "agreed" else _stands_out(each),
            },
        )
        for each in order
    ]
    about = "Whoever would gain by a swap is named on request, by how much is not"
    return word_table(_COLUMNS, rows, look, size, page, Finding(title, about, "package"))


def _stands_out(each: Package) -> str:
    return ", ".join(MARKS[key] for key in each.marks if key in MARKS)


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
    spots: dict[Id, tuple[float, float]] = {}
    for each in found:
        worse = [
            (each.ranks[at] - 1) / max(1, last - 1) for at, last in zip(pair, most, strict=True)
        ]
        x = left + em + room[0] * (1 - worse[0])
        y = start + em + room[1] * worse[1]
        mark = _agreed if each.status == "agreed" else _fair if _is_fair(each) else _plain
        mark(sheet, x, y)
        spots[each.id] = (x, y)
        sheet.area(
            x - 0.7 * em,
            y - 0.7 * em,
            1.4 * em,
            1.4 * em,
            "package",
            each.id,
            _said(workshop, each),
        )

    _names(sheet, sorted(found, key=_first), spots, (left, start, left + wide, bottom))


def _first(each: Package) -> tuple[bool, bool, bool]:
    return each.status != "agreed", not each.marks, each.found


def _names(
    sheet: Sheet,
    found: Sequence[Package],
    spots: dict[Id, tuple[float, float]],
    field: tuple[float, float, float, float],
) -> None:
    """Name the packages beside their marks, what matters most first, wherever there is room."""
    em, high = sheet.look.text, sheet.look.text
    taken = [(x - 0.6 * em, y - 0.6 * em, x + 0.6 * em, y + 0.6 * em) for x, y in spots.values()]
    for each in found:
        x, y = spots[each.id]
        words = each.name.removeprefix("Package ") if each.found else each.name
        wide = width(words, em)
        for left, middle in (
            (x + 0.8 * em, y),
            (x - 0.8 * em - wide, y),
            (x - wide / 2, y - 1.25 * em),
            (x - wide / 2, y + 1.25 * em),
        ):
            box = (left, middle - high / 2, left + wide, middle + high / 2)
            if _is_within(box, field) and not any(_touch(box, other) for other in taken):
                sheet.text(left, middle, words, color=sheet.look.theme.mute)
                taken.append(box)
                break


_Box = tuple[float, float, float, float]


def _is_within(box: _Box, field: _Box) -> bool:
    return box[0] > field[0] and box[1] > field[1] and box[2] < field[2] and box[3] < field[3]


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


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
