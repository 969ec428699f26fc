# SPDX-License-Identifier: MIT
"""What the app remembers between runs: the furniture, never the work."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT_LIMIT = 8


class Settings:
    """Preferences, window layout and recent files, kept in one small file of the user's."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            folder = QStandardPaths.StandardLocation.GenericConfigLocation
            path = Path(QStandardPaths.writableLocation(folder)) / "concord" / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Give a remembered word."""
        return str(self._store.value(key, default))

    def flag(self, key: str, default: bool) -> bool:
        """Give a remembered yes or no."""
        return self.text(key, "yes" if default else "no") == "yes"

    def number(self, key: str, default: int) -> int:
        """Give a remembered whole number; what is not one counts as not remembered."""
        text = self.text(key)
        return int(text) if text.lstrip("-").isdigit() else default

    def layout(self, key: str) -> QByteArray:
        """Give a remembered window geometry, empty if there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, key: str, value: str | bool | int | QByteArray) -> None:
        """Keep a value for the next run."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        self._store.setValue(key, str(value) if isinstance(value, int) else value)

    def recent_files(self) -> list[Path]:
        """Give the files opened lately that still exist, the latest first."""
        paths = [Path(line) for line in self.text("recent").split("\n") if line]
        return [path for path in paths if path.exists()]

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        resolved = path.resolve()
        others = [recent for recent in self.recent_files() if recent != resolved]
        lines = [str(each) for each in [resolved, *others][:RECENT_LIMIT]]
        self.remember("recent", "\n".join(lines))

    def flush(self) -> None:
        """Write to disk now."""
        self._store.sync()
