# SPDX-License-Identifier: MIT
"""Other places: a clock that goes back, an hour that comes twice, a system that speaks otherwise."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from shutil import which
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from tests.storage.kills import new_file
from tests.storage.typist import type_one, typed
from widgets.forms.values import read
from widgets.forms.values import typed as words_of
from workshop import document
from workshop.deal.records import ManagementPlan
from workshop.document import Document
from workshop.future_state.records import Measure
from workshop.gaps.records import Asset
from workshop.prepare.records import AgendaBlock
from workshop.record import Record, field
from workshop.room.records import AgreementRound
from workshop.state import Workshop
from workshop.storage.backups import back_up, list_backups, newest_good
from workshop.storage.checking import check_file
from workshop.storage.copies import write_copy
from workshop.storage.workshop_file import open_file

ROOT = Path(__file__).parents[2]
ZONES = (
    *("Europe/Berlin", "America/New_York", "America/St_Johns"),
    *("America/Santiago", "Pacific/Chatham", "Australia/Lord_Howe"),
)
"""In each of them a part of the night comes twice; in the last one it is half an hour."""
LANGUAGES = {
    "de_DE": True,
    "fr_FR": True,
    "tr_TR": True,
    "hi_IN": True,
    "fa_IR": False,
    "hu_HU": False,
}
"""Languages of the system, and whether the day is written first there."""


def twice(zone: str) -> datetime:
    """Give the moment at which the clocks of a zone go back."""
    place, moment = ZoneInfo(zone), datetime(2026, 9, 1, tzinfo=UTC)
    while moment.astimezone(place).utcoffset() <= (moment + STEP).astimezone(place).utcoffset():  # type: ignore[operator]  # both have one
        moment += STEP
    return moment + STEP


STEP = timedelta(minutes=15)


def local(moment: datetime) -> datetime:
    """Give a moment as the clock of the computer shows it."""
    return datetime.fromtimestamp(moment.timestamp()).astimezone()


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the computer stand in a zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_steps_keep_their_order_and_their_moments(
    zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = twice(zone)
    minutes = (-40, -10, 5, 20, -400, 90)  # the hour comes twice; then somebody sets the clock back
    moments = [back + timedelta(minutes=each) for each in minutes]
    ticks = iter(moments)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.fromtimestamp(next(ticks, moments[-1]).timestamp(), tz)

    monkeypatch.setattr(document, "datetime", Clock)
    made = Document()
    for _ in moments:
        type_one(made)
    path = tmp_path / "night.concord"
    write_copy(made.workshop, made.history.log, path)
    assert check_file(path) == []
    file = open_file(path)
    log = file.document.history.log
    assert [step.at.astimezone(UTC) for step in log] == moments
    assert [step.at.replace(tzinfo=None) for step in log] != sorted(
        step.at.replace(tzinfo=None) for step in log
    )
    file.document.undo()
    assert file.document.workshop == typed(len(moments) - 1)
    assert file.close()


def test_no_hour_of_the_night_is_without_its_backup(zone: str, tmp_path: Path) -> None:
    path, root, back = new_file(tmp_path / "kept.concord"), tmp_path / "state", twice(zone)
    moments = [back + timedelta(minutes=each) for each in range(-100, 180, 20)]
    file = open_file(path)
    for moment in moments:
        type_one(file.document)
        assert file.flush()
        back_up(path, partial(local, moment), root)
    assert file.close()
    found = list_backups(path, root)
    assert [each.number for each in found] == sorted((e.number for e in found), reverse=True)
    assert found[0].number == len(moments)
    hours = {each.taken.astimezone(UTC).replace(minute=0) for each in found}
    assert hours == {moment.replace(minute=0) for moment in moments}
    assert newest_good(path, root) == found[0]


FIELDS: tuple[tuple[type[Record], str, Any], ...] = (
    (Measure, "baseline", 1234.5),
    (Asset, "share", 0.125),
    (ManagementPlan, "budget", 123_456_789),
    (Measure, "target_date", date(2027, 4, 3)),
    (AgendaBlock, "starts", clock_time(9, 5)),
    (AgreementRound, "held_at", datetime(2027, 4, 3, 21, 5, tzinfo=UTC).astimezone()),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_read_what_they_show(language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        for kind, name, value in FIELDS:
            described = field(kind, name)
            assert read(Workshop(), described, words_of(Workshop(), described, value)) == value
        numbers = field(Measure, "baseline")
        assert (
            read(Workshop(), numbers, "1.234,5") == read(Workshop(), numbers, "1,234.5") == 1234.5
        )
        day = read(Workshop(), field(Measure, "target_date"), "3/4/2027")
        assert day == (date(2027, 4, 3) if LANGUAGES[language] else date(2027, 3, 4))
    finally:
        QLocale.setDefault(before)


SPEAK = """
import json, locale, sys
from datetime import date
from pathlib import Path
from widgets.style import application
import locale
locale.setlocale(locale.LC_ALL, "")
theirs = f"{date(2027, 3, 14):%B}", locale.localeconv()["decimal_point"]
app = application()
from tests.storage.damage import written
from exports.pdf.chapters.wording import day
from widgets.forms.values import read, shown
from workshop.future_state.records import Measure
from workshop.record import field
from workshop.state import Workshop
written(Path(sys.argv[1]), 12)
dated = field(Measure, "target_date")
said = [shown(Workshop(), dated, date(2027, month, 14)) for month in range(1, 13)]
understood = [read(Workshop(), dated, words).month for words in said]
print(json.dumps([theirs, said, understood, f"{0.5:n}", f"{date(2027, 3, 14):%d %B %Y}"]))
"""
SOURCE = """
LC_CTYPE
copy "POSIX"
END LC_CTYPE
LC_COLLATE
copy "POSIX"
END LC_COLLATE
LC_MESSAGES
copy "POSIX"
END LC_MESSAGES
LC_MONETARY
copy "POSIX"
END LC_MONETARY
LC_TIME
copy "{0}"
END LC_TIME
LC_NUMERIC
copy "{0}"
END LC_NUMERIC
"""
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize(("language", "place"), list(zip(LANGUAGES, ZONES, strict=True)))
def test_whatever_the_system_speaks_the_app_writes_and_reads_american_english(
    language: str, place: str, tmp_path: Path
) -> None:
    if not which("localedef"):
        pytest.skip("localedef, which makes the languages of a system, is not here")
    source = tmp_path / "source"
    source.write_text(SOURCE.format(language))
    made = tmp_path / "spoken.UTF-8"
    subprocess.run(
        ["localedef", "-c", "-i", source, "-f", "UTF-8", made], check=False, capture_output=True
    )  # a tool of the system
    if not made.is_dir():
        pytest.skip(f"this system has no words of {language}")
    path = tmp_path / "Größe & Maß #1 100%?.concord"
    ran = subprocess.run(
        [sys.executable, "-c", SPEAK, str(path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ
        | {"LOCPATH": str(tmp_path), "LC_ALL": "spoken.UTF-8", "TZ": place, "PYTHONUTF8": "1"},
    )
    (month, _point), said, understood, half, whole = json.loads(ran.stdout)
    assert month != "March"  # else the system did not take the language on
    assert said == [f"14 {each} 2027" for each in SHORT]
    assert understood == list(range(1, 13))
    assert (half, whole) == ("0.5", "14 March 2027")
    assert check_file(path) == []
    file = open_file(path)
    assert file.document.workshop == typed(12)
    assert file.close()
