# SPDX-License-Identifier: MIT
"""A disk that has no room left when something is exported: a sentence, and nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.interchange.into_file import make_file
from workshop.interchange.templates import sample

FORMS = ("pdf", "term-sheet", "xlsx", "json", "graphml", "svg")
CODE = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
from main import main
statuses = [main(["export", sys.argv[1], "--" + form, sys.argv[2]]) for form in {FORMS}]
statuses.append(main(["export", "--template", sys.argv[2]]))
print(statuses)
"""


def test_an_export_to_a_full_disk_is_a_sentence_and_keeps_what_was_there(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="only POSIX limits the size of files")
    workshop, folder = tmp_path / "w.concord", tmp_path / "out"
    make_file(workshop, sample(), "Begin")
    folder.mkdir()
    target = folder / "old"
    target.write_bytes(b"the old one")
    command = [sys.executable, "-B", "-c", CODE, str(workshop), str(target)]
    # What measures coverage writes, too, and is not what is asked here.
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str([2] * (len(FORMS) + 1))
    said = [line for line in done.stderr.splitlines() if not line.startswith("The font lacks")]
    assert len(said) == len(FORMS) + 1, done.stderr
    for line in said:
        assert line.startswith(f"{target} cannot be written: ")
        assert line.endswith("Choose another folder or name.")
    assert target.read_bytes() == b"the old one"
    assert list(folder.iterdir()) == [target]
