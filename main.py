# SPDX-License-Identifier: MIT
"""Concord's door: opens the window, or runs one headless command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from workshop.state import Workshop

REFUSED = 2
"""Exit status for bad arguments and for input that cannot be read."""


class _Refusal(Exception):
    """The command cannot be carried out; the message is one sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give the exit status: 0 done, 1 findings, 2 refused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in _COMMANDS and not given[0].startswith("-")):
        given.insert(0, "open")
    try:
        if given[0] == "open" and len(given) < 3 and not given[-1].startswith("-"):
            return _open_file(Path(given[1]) if given[1:] else None)
        options = _parser([given[0]] if given[0] in _COMMANDS else _COMMANDS).parse_args(given)
        command: Callable[[Namespace], int] = options.command
        return command(options)
    except Exception as fault:  # a traceback would tell the person at the keyboard nothing
        print(_explained(fault), file=sys.stderr)
    return REFUSED


def _explained(fault: Exception) -> str:
    """Say in one sentence what went wrong."""
    from workshop.faults import place_of
    from workshop.record import RuleError

    if isinstance(fault, _Refusal | RuleError):
        return str(fault)
    if isinstance(fault, OSError):
        return f"{fault.filename or 'A file'}: {fault.strerror or fault}."
    return f"Concord made a mistake of its own ({place_of(fault)}); please report it."


def _parser(names: Iterable[str]) -> ArgumentParser:
    """Give the parser for the commands of these names; to make all of them takes its time.

    It says what is wrong in one sentence. Who only opens a file does without it, and sooner.
    """
    from argparse import ArgumentParser

    class Parser(ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise _Refusal(f"{message[0].upper()}{message[1:]}; see {self.prog} --help.")

    parser = Parser(prog="concord", description="Run an alliance-strategy workshop, offline.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    for name in names:
        function, add_arguments, explain = _COMMANDS[name]
        each = commands.add_parser(name, help=explain, description=explain)
        each.set_defaults(command=function)
        add_arguments(each)
    return parser


def _open(options: Namespace) -> int:
    return _open_file(options.file)


def _open_file(path: Path | None) -> int:
    if path is not None and not path.is_file():
        raise _Refusal(f"There is no file {path}.")
    if not _has_display():
        raise _Refusal("There is no display for a window; see --help for what works without.")
    return _run(path)


def _run(path: Path | None) -> int:
    """Open the window, with as little as possible before its first paint."""
    gc.disable()  # nothing is garbage yet; the window collects in its own time
    from widgets.application import run

    return run(path)


def _sample(options: Namespace) -> int:
    from workshop.interchange.into_file import make_file
    from workshop.interchange.templates import sample

    build = Path("build")
    build.mkdir(exist_ok=True)
    path = build / "cedar_valley.concord"
    if not path.exists():
        make_file(path, sample(), "Begin from the sample")
    if options.shots:
        return _print_paths(_shots_of(path, options.shots))
    if _has_display():
        return _run(path)
    print("There is no display, so the sample was exported instead of opened in a window:")
    from exports.pdf.edition import write_pdf

    write_pdf(sample(), build / "cedar_valley.pdf")
    return _print_paths([build / "cedar_valley.pdf", *_shots_of(path, build / "shots")])


def _export(options: Namespace) -> int:
    given = {name: getattr(options, name.replace("-", "_")) for name in _FORMATS}
    wanted = [name for name, path in given.items() if path]
    if wanted and options.file is None:
        raise _Refusal("Say which workshop file to export.")
    if not wanted and not options.template:
        choices = ", ".join(f"--{name}" for name in _FORMATS)
        raise _Refusal(f"Say what to export to: {choices} or --template, and a file.")
    if options.template:
        from exports.workbook import write_template

        write_template(options.template)
        _print_paths([options.template])
    workshop = whole = _read(options.file) if wanted else None
    if whole and options.public:
        from workshop.audience import public_view

        workshop = public_view(whole)
    for name in wanted:
        module, function = _FORMATS[name]
        told = whole if name in _PRINTED else workshop
        size = {"width": _width(options)} if name == "png" else {}
        report = getattr(import_module(module), function)(told, given[name], **size)
        for missing in getattr(report, "warnings", ()):
            print(f"The font lacks a character: {missing.sentence}.", file=sys.stderr)
        _print_paths([given[name]])
    return 0


def _width(options: Namespace) -> int:
    """Give the width of a picture, for which Qt is needed, but no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return int(options.width)


def _metrics(options: Namespace) -> int:
    from workshop.interchange.headers import map_columns
    from workshop.partners.graph import NetworkFilter
    from workshop.partners.metrics_text import as_json, as_text
    from workshop.prepare.records import Organization

    chosen = frozenset(options.relation) if options.relation else None
    filter = NetworkFilter(chosen, options.min_strength, directed=options.directed)
    written = as_json if options.json else as_text
    # A field may be called what its column was called in the sheet that was imported.
    group = map_columns(Organization, [options.group]).get(0, options.group)
    print(written(_read(options.file), filter, group))
    return 0


def _import(options: Namespace) -> int:
    from workshop.interchange.into_file import Choices, import_into
    from workshop.interchange.plan import Scale
    from workshop.interchange.strengths import in_order

    ends = _ends(options.strength)
    choices = Choices(
        relation=options.relation,
        directed=options.directed,
        scale=Scale(*ends) if ends else None,
        words=in_order(options.strength) if options.strength and not ends else None,
        add_unknown=options.add_unknown,
        reports=options.reports,
        only_try=options.dry_run,
    )
    outcome = import_into(options.source, options.into, choices)
    for problem in outcome.problems:
        print(problem)
    print(f"Nothing was changed. {outcome.summary}" if options.dry_run else outcome.summary)
    return 0


def _check(options: Namespace) -> int:
    from workshop.storage.checking import check_file

    found = check_file(options.file)
    print("\n".join(found) or f"{options.file.name} is sound.")
    return 1 if found else 0


def _new(options: Namespace) -> int:
    from workshop.interchange.into_file import make_file
    from workshop.interchange.templates import from_template

    make_file(options.file, from_template(options.template), "New workshop")
    return _print_paths([options.file])


def _packages(options: Namespace) -> int:
    import json

    from workshop.deal.packages import analyze
    from workshop.deal.packages_problem import problem_of
    from workshop.deal.packages_report import report, text

    workshop = _read(options.file)
    said = report(workshop, analyze(problem_of(workshop)), sealed=options.sealed)
    print(json.dumps(said, indent=2, ensure_ascii=False) if options.json else text(said))
    return 0


def _savings(options: Namespace) -> int:
    from workshop.deal.savings.program import program
    from workshop.deal.savings.replay import replay

    found = replay(options.cms, program(options.rules) if options.rules else None)
    print(found.sentence)
    for row in found.rows:
        if row.verdict != "reproduced":
            print(f"Row {row.line}, {row.name}: {row.verdict}. {row.sentence}")
    return 1 if found.of("unexplained") else 0


def _partner_sets(options: Namespace) -> int:
    from exports.partner_sets import partner_sets_text

    workshop = _read(options.file)
    print(partner_sets_text(workshop, options.budget, options.max_partners, json=options.json))
    return 0


def _shots(options: Namespace) -> int:
    _read(options.file)  # else a file that does not open would leave a picture of the start page
    return _print_paths(_shots_of(options.file, options.dir))


def _shots_of(path: Path, directory: Path) -> list[Path]:
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from widgets.shots import write_shots

    return write_shots(path, directory)


def _read(path: Path) -> Workshop:
    from workshop.storage.documents import document_from
    from workshop.storage.reading import read_file

    return document_from(read_file(path)).workshop


def _print_paths(paths: Sequence[Path]) -> int:
    print(*paths, sep="\n")
    return 0


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in ("offscreen", "minimal")
    on_linux = sys.platform.startswith("linux")
    return not on_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _scale(text: str) -> list[str]:
    ends, words = text.split("-"), [word.strip() for word in text.split(",")]
    is_numbers = len(ends) == 2 and all(map(str.isdecimal, ends)) and int(ends[0]) != int(ends[1])
    if not is_numbers and (len(words) < 2 or not all(words)):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(
            "write the weakest and the strongest, as in 1-10, or all words from the weakest on, "
            "as in rarely,often,always"
        )
    return ends if is_numbers else words


def _ends(strength: Sequence[str] | None) -> tuple[float, float] | None:
    """Give the ends of a scale of numbers; None if there is none, or one of words."""
    if not strength or not all(map(str.isdecimal, strength)):
        return None
    return float(strength[0]), float(strength[1])


def _whole(text: str) -> int:
    if not text.isdecimal():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("write a whole number, 0 or more")
    return int(text)


def _file_argument(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a .concord file")


def _file_if_any(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", help="a .concord file")


def _sample_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--shots", type=Path, metavar="DIR", help="a picture of every screen")


def _export_arguments(parser: ArgumentParser) -> None:
    _file_if_any(parser)
    for name in (*_FORMATS, "template"):
        parser.add_argument(f"--{name}", type=Path, metavar="OUT")
    parser.add_argument("--width", type=_whole, metavar="N", default=1920, help="pixels of --png")
    parser.add_argument("--public", action="store_true", help="leave out all that is private")


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", type=Path, nargs="+", help="xlsx, csv, graphml, gexf or json")
    parser.add_argument("--into", type=Path, metavar="FILE", required=True)
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--relation", help="what kind of tie it is, where no column says so")
    parser.add_argument("--directed", action="store_true", default=None, help="ties go one way")
    parser.add_argument(
        "--strength",
        type=_scale,
        metavar="SCALE",
        help="such as 1-10, 10-1 if 1 is the strongest, or words from the weakest on: rarely,often",
    )
    parser.add_argument("--reports", action="store_true", help="rows are what one end says")
    parser.add_argument("--add-unknown", action="store_true", help="add what only ties name")


def _metrics_arguments(parser: ArgumentParser) -> None:
    _file_argument(parser)
    parser.add_argument("--relation", action="append", metavar="NAME", help="only these ties")
    parser.add_argument("--min-strength", type=float, default=0, metavar="N", help="0 to 5")
    parser.add_argument("--directed", action="store_true", help="count ties by direction")
    parser.add_argument("--group", metavar="FIELD", help="groups for E-I, such as sector")
    parser.add_argument("--json", action="store_true", help="all values; what is undefined is null")


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a .concord file that is not there yet")
    parser.add_argument("--template", default="blank", metavar="KEY", help="what to begin from")


def _packages_arguments(parser: ArgumentParser) -> None:
    _file_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--sealed", action="store_true", help="with everybody's values; for your eyes alone"
    )


def _savings_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cms", type=Path, metavar="FILE", required=True, help="published results")
    parser.add_argument("--rules", metavar="KEY", help="such as mssp_2022; else by the file's name")


def _partner_sets_arguments(parser: ArgumentParser) -> None:
    _file_argument(parser)
    parser.add_argument("--budget", type=_whole, metavar="N", help="the most cost and effort")
    parser.add_argument("--max-partners", type=_whole, metavar="N", help="the most partners")
    parser.add_argument("--json", action="store_true", help="for other programs")


def _shots_arguments(parser: ArgumentParser) -> None:
    _file_argument(parser)
    parser.add_argument("--dir", type=Path, required=True)


_FORMATS = {
    "pdf": ("exports.pdf.edition", "write_pdf"),
    "term-sheet": ("exports.pdf.edition", "write_term_sheet"),
    "json": ("exports.json_export", "write_json"),
    "xlsx": ("exports.workbook", "write_workbook"),
    "graphml": ("exports.graph_files", "write_graphml"),
    "gexf": ("exports.graph_files", "write_gexf"),
    "svg": ("exports.pictures", "write_network_svg"),
    "png": ("widgets.exchange.network_picture", "write_png"),
}
_PRINTED = ("pdf", "term-sheet")
"""Formats that make their own view of the whole workshop, in which nothing is private."""
_COMMANDS = {
    "open": (_open, _file_if_any, "open a workshop, or the start page"),
    "sample": (_sample, _sample_arguments, "open the sample workshop"),
    "new": (_new, _new_arguments, "make a workshop file"),
    "import": (_import, _import_arguments, "bring spreadsheets and graphs into a workshop file"),
    "export": (
        _export,
        _export_arguments,
        "write a workshop as PDF, workbook, JSON, graph or picture",
    ),
    "metrics": (_metrics, _metrics_arguments, "measure the partner network"),
    "check": (_check, _file_argument, "verify a workshop file; status 1 if something is wrong"),
    "packages": (_packages, _packages_arguments, "compare all packages of negotiable terms"),
    "savings": (_savings, _savings_arguments, "replay a published results file by the rules"),
    "partner-sets": (
        _partner_sets,
        _partner_sets_arguments,
        "print the sets of partners worth choosing from",
    ),
    "shots": (_shots, _shots_arguments, "write a picture of every screen"),
}

if __name__ == "__main__":
    sys.exit(main())
