# SPDX-License-Identifier: MIT
"""Brings in Qt without what PySide compiles at each start only to explain wrong calls.

Its wheels hold the modules that describe signatures as source, so Python compiles all of them
each time. Here each of them waits for the first question that is asked of it: a wrong argument, a
docstring. What cannot wait, as the one named "mapping", into which PySide looks past all of Python,
is compiled once and kept. Where PySide has no such modules, nothing waits and nothing is kept.
"""

import builtins
from importlib import import_module
from threading import RLock
from typing import Any

from widgets.kept_code import KeptCode, beside
from widgets.quick_enums import make_enums_quickly

_WAITING = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "parser")
)
_STAND_IN = f"""
def __getattr__(name):
    from {__name__} import wake
    return wake(globals(), name)
"""
_sources: dict[str, bytes] = {}
_lock = RLock()


def import_qt() -> None:
    """Import Qt's core, with nothing around it that the first paint can do without."""
    compile_now = builtins.compile
    kept = KeptCode(beside(__file__, "pyside"))

    def compile_late(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if filename in _WAITING:
            _sources[filename] = source
            source = _STAND_IN.encode()
        if not isinstance(source, bytes) or rest != ("exec",) or more:
            return compile_now(source, filename, *rest, **more)
        code = kept.find(source, filename)
        if code is None:
            code = compile_now(source, filename, "exec")
            kept.keep(source, filename, code)
        return code

    make_enums_quickly()
    builtins.compile = compile_late
    try:
        import_module("PySide6.QtCore")
    finally:
        builtins.compile = compile_now
    kept.save()
    # PySide reads the source of every module imported after it, for a feature not used here.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def wake(module: dict[str, Any], name: str) -> Any:
    """Run the true source of a module that waited, and give what was asked of it."""
    if not name.startswith("__"):  # Python itself asks whether it is a package, and the like
        with _lock:
            source = _sources.pop(module["__file__"], None)
            if source is not None:
                exec(compile(source, module["__file__"], "exec"), module)
                del module["__getattr__"]
        if name in module:
            return module[name]
    raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
