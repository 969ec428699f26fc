# SPDX-License-Identifier: MIT
"""Runs as a process of its own: prints a large workshop, and its pages, seconds and peak memory."""

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

sys.path[0] = str(Path(__file__).parents[2])

from exports.pdf.edition import write_pdf  # noqa: E402  # the path of the project comes first
from tests.large import large_workshop  # noqa: E402  # the same


def main() -> None:
    """Print some two hundred pages."""
    workshop = large_workshop(organizations=240, needs=280, assets=280, statements=100, ties=600)
    began = perf_counter()
    report = write_pdf(workshop, Path(sys.argv[1]))
    took = perf_counter() - began
    print(json.dumps([report.pages, took, peak_megabytes()]))


def peak_megabytes() -> float:
    """Give the most memory this program took; ru_maxrss would begin with that of who started it."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
