# SPDX-License-Identifier: MIT
"""Killing a real process while it saves, and looking at what it leaves."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.storage.typist import typed
from workshop.state import Workshop
from workshop.storage.checking import check_file
from workshop.storage.workshop_file import create, open_file

ROOT = Path(__file__).parents[2]


def new_file(path: Path) -> Path:
    assert create(path, Workshop(), "New").close()
    return path


def type_and_kill(path: Path, seconds: float) -> int:
    """Let a process type, kill it so long after its first save, and give how many it had saved."""
    with _typist(path) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = [first, *process.stdout]
    return int([line for line in lines if line.endswith("\n")][-1])


def type_until_it_dies(path: Path, die_at: int) -> int:
    """Let a process type that kills itself at a call, and give how many steps it had saved."""
    with _typist(path, str(die_at)) as process:
        assert process.stdout is not None
        return max([0, *map(int, process.stdout)])


ABORTS = """
import os, sys, threading
from pathlib import Path
from tests.storage.typist import type_one
from workshop.storage.workshop_file import open_file
file = open_file(Path(sys.argv[1]))
for _ in range(7):
    type_one(file.document)
assert file.flush()
print(len(file.document.history.log), flush=True)
if sys.argv[2] == "worker":
    worker = threading.Thread(target=os.abort)
    worker.start()
    worker.join()
os.abort()
"""


def type_and_abort(path: Path, where: str) -> int:
    """Let a process type and give up as native code does; give how many steps it had saved."""
    ran = subprocess.run(
        [sys.executable, "-c", ABORTS, str(path), where], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == -signal.SIGABRT, ran.stderr
    return int(ran.stdout)


def assert_all_there(path: Path, saved: int) -> int:
    """Open what a killed process left; give how many steps it holds."""
    file = open_file(path)
    steps = len(file.document.history.log)
    assert steps >= saved
    assert file.document.workshop == typed(steps)
    assert file.was_interrupted
    assert not file.read_only_because
    assert file.close()
    assert check_file(path) == []
    left = {each.name for each in path.parent.iterdir()} - {path.name}
    assert not left
    return steps


def kill_many_times(path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    new_file(path)
    steps = 0
    for _ in range(times):
        saved = type_and_kill(path, chance.random() * 0.03)
        assert saved > steps
        steps = assert_all_there(path, saved)


def _typist(path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.storage.typist", str(path), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
