# SPDX-License-Identifier: MIT
"""Qt's enumerations made in the short way are what Python would have made in full."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMPARE = """
import enum
from widgets.quick_enums import make_enums_quickly

in_full = enum.EnumType._create_
make_enums_quickly()
quickly = enum.EnumType._create_
seen = []

def both(cls, name, members, **more):
    made, full = quickly(cls, name, members, **more), in_full(cls, name, members, **more)
    full.__module__ = made.__module__
    enum._test_simple_enum(full, made)
    assert [m.name for m in made] == [m.name for m in full], name
    assert {n: m.value for n, m in made.__members__.items()} == {
        n: m.value for n, m in full.__members__.items()
    }
    assert all(made(m.value).name == m.name for m in full), name
    assert repr(list(made)) == repr(list(full)), name
    assert list(map(str, made)) == list(map(str, full)), name
    seen.append((made, full))
    return made

enum.EnumType._create_ = both
from PySide6 import QtCore, QtGui, QtWidgets
for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        getattr(module, name)

def bits(kind, mask):
    try:
        return [str(each) for each in kind(mask)]
    except (AttributeError, ValueError) as error:  # as Python has it for bits without a name
        return type(error).__name__

for made, full in seen:
    if issubclass(made, enum.Flag) and full.__members__:
        assert bits(made, full._flag_mask_) == bits(full, full._flag_mask_)
        assert made(1 << 40).value == full(1 << 40).value  # kept, though it has no name
print(len(seen))
"""


def _run(code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_every_enumeration_of_qt_is_as_python_makes_it_in_full() -> None:
    assert int(_run(COMPARE)) > 500


def test_what_others_call_for_is_made_in_full() -> None:
    code = (
        "import enum; from widgets.quick_enums import make_enums_quickly; make_enums_quickly()\n"
        "print(list(enum.Enum('Side', 'LEFT RIGHT', start=3)), end=' ')\n"
        "taken = enum.Enum('Taken', [('name', 1), ('other', 1)], boundary=enum.KEEP)\n"
        "print(taken(1), taken.other is taken['name'])"
    )
    assert _run(code) == "[<Side.LEFT: 3>, <Side.RIGHT: 4>] Taken.name True"
