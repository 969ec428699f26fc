# SPDX-License-Identifier: MIT
"""Runs the benchmarks and prints one table; `python -m tests.benchmarks spine` only some of them."""

import argparse
import json
import math
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests.benchmarks.result import Result

_HERE = Path(__file__).parent
_KEPT = _HERE.parents[1] / "build" / "bench.json"
_WIDTHS = (68, 10, 38, 10, 8, 40)


def main() -> None:
    """Run what was asked for, print a row for each measurement, and keep them all in a file."""
    known = sorted(modules())
    parser = argparse.ArgumentParser(description="Measure Concord beside its peers.")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(known)}; all if none is named")
    names = parser.parse_args().names or known
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}; choose from {', '.join(known)}")
    print(_row("what", "ours", "peer", "peer's", "ratio", "goal"), "met", flush=True)
    results = []
    for name in names:
        for result in import_module(f"tests.benchmarks.{name}").run():
            print(_row_of(result), "yes" if result.met else "NO", flush=True)
            results.append(result)
    _KEPT.parent.mkdir(exist_ok=True)
    _KEPT.write_text(json.dumps([result._asdict() for result in results], indent=1), "utf-8")


def modules() -> list[str]:
    """Name the modules that measure: those with a `run` that gives results and needs nothing."""
    sources = (module.name for module in iter_modules([str(_HERE)]))
    begins = "\ndef run() -> list[Result]:"
    return [name for name in sources if begins in (_HERE / f"{name}.py").read_text("utf-8")]


def _row_of(result: Result) -> str:
    ratio = result.ours_seconds / result.peer_seconds
    return _row(
        result.what, _time(result.ours_seconds), result.peer, _time(result.peer_seconds),
        "" if math.isnan(ratio) else f"{ratio:.3g}", result.goal,
    )  # fmt: skip


def _row(*cells: str) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _time(seconds: float) -> str:
    if math.isnan(seconds):
        return "not run"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


if __name__ == "__main__":
    main()
