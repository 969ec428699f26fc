# SPDX-License-Identifier: MIT
"""Qt comes in without what only explains wrong calls, and wrong calls are explained all the same."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEGIN = "from widgets.late_signatures import import_qt, _sources; import_qt()\n"


def _run(code: str) -> str:
    """Give what a new Python prints, in which Qt has not been imported."""
    command = [sys.executable, "-c", BEGIN + code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_a_start_asks_nothing_of_them() -> None:
    code = "import widgets.application; print(*sorted(_sources))"
    names = [Path(path).stem for path in _run(code).split()]
    assert names == ["errorhandler", "layout", "enum_sig", "pyi_generator", "parser"]


def test_a_wrong_call_is_explained() -> None:
    wrong = "from PySide6.QtCore import QSize\ntry: QSize(1, 2).setWidth('wide')\n"
    said = _run(f"{wrong}except TypeError as error: print(error)")
    assert "called with wrong argument types" in said
    assert "QSize.setWidth(w: int, /)" in said


def test_a_call_is_described() -> None:
    said = _run("from PySide6.QtCore import QSize; print(QSize.setWidth.__doc__)")
    assert said == "setWidth(self, w: int, /) -> None"


def test_each_answers_for_itself_once_asked() -> None:
    ask = "from PySide6.support.signature.lib import pyi_generator as late; waiting = len(_sources)"
    said = _run(f"{ask}; print(late.__name__, hasattr(late, 'nothing'), waiting > len(_sources))")
    assert said == "shibokensupport.signature.lib.pyi_generator False True"
