# SPDX-License-Identifier: MIT
"""What holds for every test: no file of the user is touched, and no window is left behind."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["RL_shapeChecking"] = "1"  # noqa: SIM112  # the name ReportLab asks for; the app leaves these checks out

gc.disable()
"""As in the app: a worker thread must not collect widgets (widgets/collector.py)."""
TESTS_BETWEEN_COLLECTIONS = 25
_count = 0


@pytest.fixture(autouse=True)
def garbage_is_collected_here() -> Iterator[None]:
    """Collect on the test's own thread, now and then."""
    global _count
    yield
    _count += 1
    if _count % TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own for settings, backups and documents."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture(autouse=True)
def no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window open, as a leaked one would also leak its workshop."""
    yield
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QApplication

    open_windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in open_windows:
        window.close()
