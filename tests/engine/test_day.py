"""The day of publication: an input like the data, in the agency's own time zone."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from profil_terbuka import pipeline
from profil_terbuka.model import timezones
from profil_terbuka.read import agency
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import change

LATE = "1795278600"
"""2026-11-21T16:30Z: in western Indonesia still that day, in the east already the next."""

IDENTITY = "datasets/contoh/instansi.yml"


def day(zone: datetime.timezone = timezones.WIB) -> str:
    return clock.today(zone).isoformat()


# What the environment names


def test_a_named_day_counts_before_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    monkeypatch.setenv(clock.DAY, "2027-03-31")
    assert day() == "2027-03-31"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (timezones.WIB, "2026-11-21"),
        (timezones.WITA, "2026-11-22"),
        (timezones.WIT, "2026-11-22"),
    ],
    ids=str,
)
def test_a_moment_lies_in_the_agencys_day(
    zone: datetime.timezone, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    assert day(zone) == said


def test_without_either_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "")
    clock.check_clock()
    before = datetime.datetime.now(timezones.WIT).date()
    assert before <= clock.today(timezones.WIT) <= datetime.datetime.now(timezones.WIT).date()
    assert clock.VARIABLE not in os.environ  # MkDocs would take an empty one for a number


def test_a_held_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE)
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    clock.check_clock()
    clock.hold()
    assert abs(int(os.environ[clock.VARIABLE]) - datetime.datetime.now().timestamp()) < 60
    assert os.environ["TZ"] == "UTC"


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "besok", "22-11-2026", "20261122", "2026-W47-7", "1969-07-20", "9999-1-1"],
)
def test_an_impossible_day_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.DAY, text)
    with pytest.raises(clock.WrongClock) as refused:
        clock.check_clock()
    assert str(refused.value).startswith(f"TANGGAL={text} bukan tanggal")
    assert "misalnya TANGGAL=2026-11-22" in str(refused.value)


@pytest.mark.parametrize("text", ["kemarin", "-1", "99999999999", "1.5"])
def test_an_impossible_moment_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, text)
    with pytest.raises(clock.WrongClock, match="bukan bilangan detik"):
        clock.check_clock()


# Time zones


@pytest.mark.parametrize(
    ("region", "zone"),
    [
        ("11.71", timezones.WIB),
        ("35", timezones.WIB),
        ("61.71", timezones.WIB),
        ("62.71.01.1001", timezones.WIB),
        ("63.71", timezones.WITA),
        ("51.71", timezones.WITA),
        ("73.71", timezones.WITA),
        ("81.71", timezones.WIT),
        ("91.71", timezones.WIT),
        ("99.01", timezones.NATIONAL),
    ],
)
def test_a_region_keeps_the_time_of_its_province(region: str, zone: datetime.timezone) -> None:
    assert timezones.of_region(region) is zone


def test_an_agency_may_keep_another_time(data: Path) -> None:
    identity = data / IDENTITY
    identity.write_text(identity.read_text("utf-8") + "zona_waktu: WITA\n", "utf-8")
    loaded, _ = agency.read_agency(identity.parent, IDENTITY)
    assert loaded is not None
    assert loaded.zone is timezones.WITA


def test_an_unknown_time_zone_is_refused(data: Path) -> None:
    identity = data / IDENTITY
    identity.write_text(identity.read_text("utf-8") + "zona_waktu: GMT\n", "utf-8")
    loaded, (found,) = agency.read_agency(identity.parent, IDENTITY)
    assert loaded is None
    assert "WITA" in words.text(found.message)


def test_an_agency_is_judged_by_its_own_day(
    data: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    change(data / IDENTITY, 'wilayah: "99.01"', 'wilayah: "91.71"')
    assert pipeline.examine(data, "contoh", cache).day.isoformat() == "2026-11-22"
