# SPDX-License-Identifier: MIT
"""The real app lives through a screen reader that asks for everything, and ends as it should."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_app_can_be_read_through_changes_to_the_end(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.reading.reading", str(tmp_path / "W.concord")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Error" not in ran.stderr
    assert int(ran.stdout) > 1_000
